// A question or a page as the terms that the index counts: English words in a plain form, Chinese in pairs.

// 协程 is found as a pair of characters, whatever stands around it; `nil`, `go.mod`, `__init__` as words
const pieces = /[a-z0-9_]+(?:[.'-][a-z0-9_]+)*|[\u3400-\u9fff]+/g

const english =
  'a an and any are as at be been but by can could did do does for from had has have how i if in into is it its me my no of on or our should so than that the their them then there these they this those to us was we were what when where which who why will with would you your get gets got make makes made use used using doesn work works'
const chinese = '的 了 吗 呢 是 在 我 你 它 和 与 就 都 也 要 会 吧 啊 么'
const stopWords = new Set([...english.split(' '), ...chinese.split(' ')])
// 为什么会报错, 怎么解决: what every question asks
const stopPairs = new Set(
  '什么 怎么 么办 如何 为什 为何 怎样 可以 能不 不能 是否 一个 这个 那个 请问 问题 的时 时候 报错 错误 解决 出现 异常 办法 原因 处理 今天 昨天 现在'.split(
    ' ',
  ),
)

/** Takes the commonest endings off, so that `maps`, `mapped` and `map` meet. */
function stem(word: string): string {
  if (word.length < 5 || /[0-9_.]/.test(word))
    return word.length === 4 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
  let plain = word.replace(/'s$/, '')
  if (plain.endsWith('ies')) plain = `${plain.slice(0, -3)}y`
  else if (/(ss|x|ch|sh)es$/.test(plain)) plain = plain.slice(0, -2)
  else if (plain.endsWith('s') && !/(ss|us|is)$/.test(plain)) plain = plain.slice(0, -1)
  if (plain.endsWith('ing') && plain.length > 5) plain = plain.slice(0, -3)
  else if (plain.endsWith('ed') && plain.length > 4) plain = plain.slice(0, -2)
  // mapped -> mapp -> map, used -> us, use -> us
  if (/([bdgmnprt])\1$/.test(plain)) plain = plain.slice(0, -1)
  return plain.endsWith('e') && plain.length > 3 ? plain.slice(0, -1) : plain
}

/** Pairs of neighbouring characters, without those that say nothing and those that share a character with one. */
function pairsOf(run: string): readonly string[] {
  const characters = [...run]
  if (characters.length === 1) return characters.filter(character => !stopWords.has(character))
  const pairs = characters.slice(1).map((character, index) => `${characters[index]}${character}`)
  return pairs.filter((_, index) => ![-1, 0, 1].some(offset => stopPairs.has(pairs[index + offset] ?? '')))
}

/** The terms of a text, in order, repeated as often as they stand there. */
export function tokensOf(text: string): readonly string[] {
  const tokens: string[] = []
  for (const [piece] of text.toLowerCase().matchAll(pieces)) {
    if (/^[\u3400-\u9fff]/.test(piece)) tokens.push(...pairsOf(piece))
    else {
      if (!stopWords.has(piece)) tokens.push(stem(piece))
      // go.mod is also go and mod, read-only also read and only
      const parts = piece.split(/[.'_-]+/)
      if (parts.length > 1)
        tokens.push(...parts.filter(part => part.length > 1 && !stopWords.has(part)).map(stem))
    }
  }
  return tokens
}
