// A value that lacks its `len(…)`, its list brackets, or the `b` before its quotes.

import type { Inspect, SyntaxNode } from '../../inspection.ts'
import { shownText } from '../code/expressions.ts'
import { field, nodesOnLine, partsOf } from '../code/place.ts'
import { insertAt, propose } from '../code/proposals.ts'
import { usedValues } from '../code/used-values.ts'
import { trailOf } from '../code/value-origin.ts'
import { insert, remove, wrapIn } from '../words.ts'

/** `if orders > 5`, `range(orders)`, `text[:prefix]`: the size was meant. */
export const lostLength: Inspect = scene => {
  const { message } = scene.failure
  // TypeError: '>' not supported between instances of 'list' and 'int'
  const sides = /not supported between instances of '(list|tuple|dict|set)' and '(?:int|float)'/.test(message)
    ? 0
    : /not supported between instances of '(?:int|float)' and '(list|tuple|dict|set)'/.test(message)
      ? -1
      : null
  const nodes: SyntaxNode[] = []
  if (sides !== null) {
    for (const node of nodesOnLine(scene, ['comparison_operator'])) {
      const parts = partsOf(node)
      const value = parts.at(sides)
      if (value !== undefined && parts.length === 2) nodes.push(value)
    }
  } else if (/'(?:list|tuple|dict|set|str|bytes)' object cannot be interpreted as an integer/.test(message)) {
    for (const call of nodesOnLine(scene, ['call'])) {
      if (field(call, 'function')?.text !== 'range') continue
      const given = partsOf(field(call, 'arguments'))
      const value = given.length === 1 ? given[0] : given[1]
      if (value !== undefined) nodes.push(value)
    }
  } else if (/^TypeError: slice indices must be integers/.test(message)) {
    for (const slice of nodesOnLine(scene, ['slice'])) {
      const values = partsOf(slice).filter(({ type }) => ['identifier', 'attribute'].includes(type))
      nodes.push(...values)
    }
  }
  const [node, other] = nodes
  if (node === undefined || other !== undefined) return null
  const isSize = sides !== null && /'(?:list|dict|set)'/.test(message)
  return {
    proposals: [
      propose(scene.file, wrapIn('len', shownText(node)), isSize, [
        insertAt(node.startIndex, 'len('),
        insertAt(node.endIndex, ')'),
      ]),
    ],
  }
}

/** `orders + order`: a list takes a list. */
export const lostListBrackets: Inspect = scene => {
  if (!/can only concatenate (?:list|tuple) \(not "(?!NoneType)/.test(scene.failure.message)) return null
  const isTuple = /concatenate tuple/.test(scene.failure.message)
  const isOther = /not "(?:list|tuple|set|dict|generator|map|filter|zip|dict_keys|dict_values|range)"/.test(
    scene.failure.message,
  )
  const [sum, other] = nodesOnLine(scene, ['binary_operator']).filter(node =>
    node.children.some(child => child?.type === '+'),
  )
  const right = field(sum ?? null, 'right')
  if (right === null || other !== undefined) return null
  const [open, close] = isOther
    ? isTuple
      ? ['tuple(', ')']
      : ['list(', ')']
    : isTuple
      ? ['(', ',)']
      : ['[', ']']
  return {
    proposals: [
      propose(scene.file, insert(`${open}${shownText(right)}${close}`), false, [
        insertAt(right.startIndex, open),
        insertAt(right.endIndex, close),
      ]),
    ],
  }
}

/** A literal text among bytes, or the other way round: `data.startswith("GET")`. */
export const bytesLiteral: Inspect = scene => {
  const { message } = scene.failure
  // TypeError: a bytes-like object is required, not 'str'
  const wantsBytes =
    /concat str to bytes|must be bytes or a tuple of bytes, not str|bytes-like object is required, not 'str'|found 1 str|item 0: expected str instance, bytes found|argument should be integer or bytes-like object, not 'str'|bytes pattern on a string|must be bytes, not str/.test(
      message,
    )
  const wantsText =
    /concatenate str \(not "bytes"\)|must be str or a tuple of str, not bytes|must be str, not bytes|string pattern on a bytes|item 0: expected a bytes-like object, str found|requires string as left operand, not bytes|argument \d must be str, not bytes/.test(
      message,
    )
  if (!wantsBytes && !wantsText) return null
  const literals = nodesOnLine(scene, ['string']).filter(({ text }) =>
    wantsBytes ? /^["']/.test(text) : /^[bB]["']/.test(text),
  )
  const pattern = /pattern on a/.test(message)
  const [node, other] = literals
  if (node === undefined || (other !== undefined && !pattern)) return null
  // re.compile(b"…") may stand elsewhere; a pattern is the first argument.
  const isBytes = node.text.startsWith('b')
  if (pattern && isBytes === wantsText) return null
  return {
    proposals: [
      wantsBytes
        ? propose(scene.file, insert(`b${shownText(node)}`), false, [insertAt(node.startIndex, 'b')])
        : propose(scene.file, remove('b'), false, [
            { start: node.startIndex, end: node.startIndex + 1, text: '' },
          ]),
    ],
  }
}

/** `prices.values()[0]`, `orders.keys() + more`, `len(map(…))`: a view or an iterator where a list was meant. */
export const lostList: Inspect = scene => {
  const { message } = scene.failure
  if (
    !/'(?:dict_keys|dict_values|dict_items|generator|map|filter|zip|range|set|list_reverseiterator|reversed)'/.test(
      message,
    )
  )
    return null
  for (const used of usedValues(scene)) {
    const origins = scene.whole ? trailOf(scene, used) : [{ node: used, file: scene.file }]
    const found = origins.find(
      ({ node }) =>
        node.type === 'generator_expression' ||
        (node.type === 'call' &&
          /(?:\.(?:keys|values|items)|^(?:map|filter|zip|reversed|range|set))$/.test(
            field(node, 'function')?.text ?? '',
          )),
    )
    if (found === undefined) continue
    const { node, file } = found
    return {
      file: file.path,
      line: node.startPosition.row + 1,
      proposals: [
        propose(file, wrapIn('list', shownText(node)), false, [
          insertAt(node.startIndex, 'list('),
          insertAt(node.endIndex, ')'),
        ]),
      ],
    }
  }
  return null
}
