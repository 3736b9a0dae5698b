// The words of Python that cannot be names.

export const keywords: ReadonlySet<string> = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from ' +
    'global if import in is lambda nonlocal not or pass raise return try while with yield'
  ).split(' '),
)

/** Keywords that begin a statement with a colon behind its head. */
export const blockKeywords: ReadonlySet<string> = new Set(
  'async class def elif else except finally for if match case try while with'.split(' '),
)
