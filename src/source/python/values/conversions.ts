// A value of another type than its place wants, where the source tells which conversion was meant.

import type { Inspect, Scene, SyntaxNode } from '../../inspection.ts'
import { quoted, shownText } from '../code/expressions.ts'
import { field, markedRange, nodesIn, nodesOnLine, partsOf } from '../code/place.ts'
import { insertAt, propose } from '../code/proposals.ts'
import { trailOf } from '../code/value-origin.ts'
import { insert, wrapIn } from '../words.ts'

function wrapped(scene: Scene, node: SyntaxNode, name: string, certain: boolean, file = scene.file) {
  return propose(file, wrapIn(name, shownText(node)), certain, [
    insertAt(node.startIndex, `${name}(`),
    insertAt(node.endIndex, ')'),
  ])
}

/** `"total: " + total`: text and a number; `", ".join(numbers)`. */
export const lostText: Inspect = scene => {
  const { message } = scene.failure
  if (/^TypeError: sequence item/.test(message)) return joined(scene)
  const marked = markedRange(scene)
  const all = nodesOnLine(scene, ['binary_operator']).filter(node =>
    node.children.some(child => child?.type === '+'),
  )
  const sums = all.filter(
    ({ startIndex, endIndex }) =>
      marked === null || (startIndex === marked.start && endIndex <= marked.end + 1),
  )
  const candidates = sums.length > 0 ? sums : all
  // TypeError: can only concatenate str (not "int") to str
  const isRight = /can only concatenate str/.test(message)
  // TypeError: unsupported operand type(s) for +: 'int' and 'str'
  const isLeft = /for \+=?: '\w+' and 'str'/.test(message)
  if (!isRight && !isLeft) return null
  for (const sum of candidates) {
    const side = field(sum, isRight ? 'right' : 'left')
    const other = field(sum, isRight ? 'left' : 'right')
    if (side === null || other === null || side.type === 'string' || side.type === 'concatenated_string')
      continue
    const isText = hasText(other)
    if (!isText && candidates.length > 1) continue
    // A text of a module or of an object of one's own is seldom what was meant.
    const isPlain = /(?:\(not "|'\w+' and '|: ')(?:int|float|Decimal)\b/.test(message)
    const certain = isText && isPlain && side.type !== 'binary_operator'
    return { proposals: [wrapped(scene, side, 'str', certain)] }
  }
  return null
}

/** Whether a sum has a literal text at an end. */
function hasText(node: SyntaxNode): boolean {
  if (node.type === 'string' || node.type === 'concatenated_string') return true
  return node.type === 'binary_operator' && partsOf(node).some(hasText)
}

/** The elements of what is joined as text. */
function joined(scene: Scene): ReturnType<Inspect> {
  for (const call of nodesOnLine(scene, ['call'])) {
    const callee = field(call, 'function')
    if (field(callee, 'attribute')?.text !== 'join') continue
    const list = field(call, 'arguments')
    const only = list?.type === 'generator_expression' ? list : partsOf(list)[0]
    if (only === undefined || only === null) continue
    if (only.type === 'generator_expression' || only.type === 'list_comprehension') {
      const body = field(only, 'body')
      if (body !== null) return { proposals: [wrapped(scene, body, 'str', true)] }
    }
    return {
      proposals: [
        propose(scene.file, wrapIn('map(str, …)', shownText(only)), false, [
          insertAt(only.startIndex, 'map(str, '),
          insertAt(only.endIndex, ')'),
        ]),
      ],
    }
  }
  return null
}

/** input("How many? "), os.environ.get("PORT", "80"), sys.argv[1]: always text. */
const textSources =
  /^(?:input|raw_input|os\.getenv|os\.environ\.get|getenv|environ\.get|sys\.argv|os\.environ|request\.args\.get|request\.form\.get)\b/

/** A text from outside is compared or computed with as a number. */
export const lostNumber: Inspect = scene => {
  const { message } = scene.failure
  if (!/'str'/.test(message) && !/\bstr\b/.test(message)) return null
  for (const value of nodesOnLine(scene, ['call', 'identifier', 'attribute', 'subscript']).slice(0, 24)) {
    for (const { node, file } of scene.whole ? trailOf(scene, value) : []) {
      if (!['call', 'subscript'].includes(node.type) || !textSources.test(node.text)) continue
      if (node.parent?.type === 'argument_list') continue
      const isFloat = /\d\.\d/.test(node.text)
      return {
        file: file.path,
        line: node.startPosition.row + 1,
        proposals: [
          wrapped(scene, node, isFloat ? 'float' : 'int', /["']-?\d+["']\)$/.test(node.text), file),
        ],
      }
    }
  }
  return null
}

/** Bytes where text is wanted, or the other way round: an assignment that does nothing, a lost `encode`. */
export const lostCodec: Inspect = scene => {
  const { message } = scene.failure
  if (!scene.whole) return null
  const wantsText = /string pattern on a bytes|, not bytes$|not '?bytes|write\(\) argument must be str/.test(
    message,
  )
  const wantsBytes =
    /bytes pattern on a string|must be encoded|expected bytes|but got '?str|bytes-like object is required/.test(
      message,
    )
  if (!wantsText && !wantsBytes) return null
  const method = wantsText ? 'decode' : 'encode'
  for (const value of nodesOnLine(scene, ['identifier', 'call']).slice(0, 24)) {
    for (const { node, file } of trailOf(scene, value)) {
      const idle =
        node.type === 'identifier' &&
        node.parent?.type === 'assignment' &&
        field(node.parent, 'left')?.text === node.text
      const coded =
        node.type === 'call' && wantsText && field(field(node, 'function'), 'attribute')?.text === 'encode'
      if (!idle && !coded) continue
      const codec = coded ? (partsOf(field(node, 'arguments'))[0]?.text ?? '') : quoted(node, 'utf-8')
      const text = `.${method}(${codec})`
      return {
        file: file.path,
        line: node.startPosition.row + 1,
        proposals: [propose(file, insert(text), false, [insertAt(node.endIndex, text)])],
      }
    }
  }
  // hashlib.sha256(password)
  if (!/must be encoded/.test(message)) return null
  const [given, other] = nodesOnLine(scene, ['call']).flatMap(call =>
    partsOf(field(call, 'arguments')).slice(0, 1),
  )
  if (given === undefined || other !== undefined || nodesIn(given, ['call']).length > 0) return null
  const text = `.encode(${quoted(given, 'utf-8')})`
  return { proposals: [propose(scene.file, insert(text), false, [insertAt(given.endIndex, text)])] }
}
