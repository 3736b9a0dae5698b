// Statements where none may stand: inside expressions, behind another on one line, without what they belong to.

import { sourceFileOf } from '../../../model/source.ts'
import { atCaret, endsValue } from './caret.ts'
import { firstError } from './repair.ts'

const simple = /^(?:pass|break|continue|return|raise|import|del|global|nonlocal|assert)$/
const blocks = /^(?:if|for|while|with|try|def|class|async)$/

/** `total = return 3`, `lambda: raise KeyError`, `order = if paid: 3`. */
export const statementAsValue = atCaret(({ tokens, at, bad, before }) => {
  if (bad === undefined || before === undefined) return null
  const opensValue = /^(?:[([{,=]|[-+*/%]|==|!=|:=|and|or|not|in|is|return|yield|await|else)$/.test(
    before.text,
  )
  const isLambda = before.text === ':' && tokens.slice(0, at).some(({ text }) => text === 'lambda')
  if (!opensValue && !isLambda) return null
  // `[for …`, `(if …` may be comprehensions in a wrong order.
  const isBlock = blocks.test(bad.text) && !(bad.text === 'for' && /^[([{,]$/.test(before.text))
  // `find(class=3)` uses a keyword for a name.
  if (tokens[at + 1]?.text === '=') return null
  return simple.test(bad.text) || isBlock ? { slots: { keyword: bad.text } } : null
})

/** `total = 3 if paid else return`. */
export const statementInConditional = atCaret(({ tokens, at, bad, before }) => {
  // `continue if paid else ship()`
  if (bad?.text === 'if' && before !== undefined && simple.test(before.text)) return {}
  if (bad === undefined || !simple.test(bad.text)) return null
  if (
    before?.text === 'else' &&
    tokens.slice(0, at).some(({ text }) => text === 'if') &&
    tokens[0]?.text !== 'if'
  )
    return {}
  return before?.text === '=' && tokens.slice(at).some(({ text }) => text === 'if') ? {} : null
})

/** `x = 1; if paid: ship()`, `if a: if b: ship()`, `try: ship() except: pass`. */
export const blockOnOneLine = atCaret(({ tokens, at, bad, before }) => {
  if (bad === undefined || before === undefined || bad.depth > 0) return null
  const heads = tokens.slice(0, at)
  const opened = heads.some(({ text, depth }) => text === ':' && depth === 0)
  if (heads.some(({ text }) => text === 'lambda')) return null
  if (
    blocks.test(bad.text) &&
    (before.text === ';' || (before.text === ':' && /^[a-z]+$/.test(tokens[0]?.text ?? '')))
  )
    return { slots: { keyword: bad.text } }
  const isClause = /^(?:else|elif|except|finally)$/.test(bad.text)
  return isClause && opened && (endsValue(before) || simple.test(before.text) || before.text === ';')
    ? { slots: { keyword: bad.text } }
    : null
})

/** `else:` with no `if` that it belongs to. */
export const clauseWithoutHead = atCaret(({ tokens, at, bad, before }) => {
  // `case` is a name until a value follows.
  if (
    before?.text === 'case' &&
    at === 1 &&
    tokens.at(-1)?.text === ':' &&
    bad !== undefined &&
    !/^[=.([]$/.test(bad.text)
  )
    return { slots: { keyword: 'case', head: 'match' } }
  return at === 0 &&
    bad !== undefined &&
    /^(?:else|elif|except|finally|case)$/.test(bad.text) &&
    tokens.at(-1)?.text === ':'
    ? { slots: { keyword: bad.text, head: headFor(bad.text) } }
    : null
})

function headFor(clause: string): string {
  if (clause === 'case') return 'match'
  return clause === 'else' || clause === 'elif' ? 'if' : 'try'
}

/** A right line at whose first word the compiler stops: the one above is not finished. */
export const lineAbove = atCaret(({ tokens, at, bad }, scene) => {
  if (at !== 0 || bad === undefined || scene.line < 2 || bad.kind !== 'name') return null
  if (/^(?:else|elif|except|finally|case)$/.test(bad.text)) return null
  const last = tokens.at(-1)
  const row = (scene.file.lines[scene.line - 1] ?? '').trim()
  const alone = last?.text === ':' ? `${row}\n    pass\n` : `${row}\n`
  if (firstError(scene.parse(sourceFileOf(scene.file.path, alone))) !== null) return null
  return { confidence: 'likely' }
})

/** `global total = 3`, `nonlocal self.total`. */
export const globalWithValue = atCaret(({ tokens, at, bad }) => {
  const [first, name] = tokens
  if (bad === undefined || first === undefined || name === undefined || at < 2) return null
  return /^(?:global|nonlocal)$/.test(first.text) && /^(?:=|\.|\[|[-+*/]=|:)$/.test(bad.text)
    ? { slots: { keyword: first.text, name: name.text } }
    : null
})

/** `with open(path) file:` */
export const withWithoutAs = atCaret(({ tokens, bad, before, second }) => {
  if (second?.text === 'as') return null
  const first = tokens[0]?.text === 'async' ? tokens[1] : tokens[0]
  return first?.text === 'with' &&
    bad?.kind === 'name' &&
    before !== undefined &&
    /^[)\]]$|^[A-Za-z_]/.test(before.text) &&
    endsValue(before) &&
    bad.text !== 'as'
    ? { slots: { name: bad.text } }
    : null
})

const commands = new Set(
  (
    'pip pip3 python python2 python3 py conda mamba git cd ls npm npx yarn sudo apt brew docker kubectl export source poetry ' +
    'pipenv uv django-admin flask pytest curl wget mkdir echo rm cp mv cat make ssh gunicorn uvicorn celery alembic'
  ).split(' '),
)

/** `pip install requests`, `python main.py`: a command of the shell. */
export const shellCommand = atCaret(({ tokens, at, bad }) => {
  const [first, second] = tokens
  if (first === undefined || second === undefined || bad === undefined || at === 0 || at > 4) return null
  const isWord =
    second.kind === 'name' || second.kind === 'number' || /^(?:-|--|\.|\.\.\.|\/|~)$/.test(second.text)
  return commands.has(first.text) && first.end < second.start && isWord
    ? { slots: { command: first.text } }
    : null
})

/** `for (i = 0; i < 3; i++)` */
export const loopOfC = atCaret(({ tokens, bad }) =>
  tokens[0]?.text === 'for' && tokens[1]?.text === '(' && bad?.text === '=' ? {} : null,
)

/** `raise from error` */
export const raiseFrom = atCaret(({ tokens, bad, before }) => {
  if (tokens[0]?.text !== 'raise') return null
  const isCut = before?.text === 'from' && bad === undefined
  return isCut || (before?.text === 'raise' && bad?.text === 'from') ? {} : null
})

/** `case {**rest, "id": order_id}:`, `case {**_}:` */
export const restInPattern = atCaret(({ tokens, at, bad }) =>
  tokens[0]?.text === 'case' && bad !== undefined && tokens.slice(0, at).some(({ text }) => text === '**')
    ? {}
    : null,
)
