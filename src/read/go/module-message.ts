// Which messages are the go command's own, about packages and modules, rather than the compiler's.

// no required module provides package github.com/go-chi/chi/v5; to add it:
// package log/slog is not in std (/usr/local/go/src/log/slog)
const starts = [
  'no required module provides package ',
  'cannot find module providing package ',
  'cannot find package ',
  'cannot find main module',
  'cannot import absolute path',
  'missing go.sum entry',
  'ambiguous import: ',
  'module lookup disabled by ',
  'use of internal package ',
  'use of vendored package not allowed',
  'malformed import path ',
  'malformed module path ',
  'invalid import path',
  'local import ',
  'relative import ',
  'build constraints exclude all Go files in ',
  'no Go files in ',
  'no non-test Go files in ',
  'no buildable Go source files in ',
  'found packages ',
  'missing module for import',
  'unrecognized import path ',
  'code in directory ',
  'import cycle not allowed',
  'import lookup disabled by ',
  'verifying ',
  'reading http',
  'updates to go.mod needed',
  'invalid github.com import path',
  'non-standard import ',
  'named files must ',
  'directory prefix ',
  'case-insensitive import collision: ',
  'use of cgo in test ',
  'main module (',
  'error obtaining VCS status',
  'go.mod file not found',
  "can't load package: ",
]

// package x is not in std   package x is not in GOROOT   package x provided by y but not by …   package x is not a main package
const aboutPackage =
  /^(?:package \S+ (?:is not (?:in|a|used)|provided by |found in both|expects import)|package \S+: |module \S+ (?:found|provides|declares|is |does not|requires )|module \S+: |pattern [^\s:]+: |import "[^"]{1,300}" is a program|directory \S+ (?:outside|is contained in|not found)|"[^"]{1,300}" is relative, but relative import)/

// golang.org/x/text@v0.3.7: Get "https://proxy.golang.org/…": dial tcp: i/o timeout
const moduleVersion = /^[\w.-]+\.[\w.-]+\/\S*@v\d\S*: /

/** By their first letters: this is asked of every line of a log. */
const heads: ReadonlySet<string> = new Set(starts.map(start => start.slice(0, 3)))

const packageHeads = ['package ', 'module ', 'pattern ', 'import "', 'directory ', '"']

/** Whether `text`, without its place, is such a message. */
export function isModuleMessage(text: string): boolean {
  if (heads.has(text.slice(0, 3)) && starts.some(start => text.startsWith(start))) return true
  if (packageHeads.some(head => text.startsWith(head)) && aboutPackage.test(text)) return true
  return text.includes('@v') && moduleVersion.test(text)
}
