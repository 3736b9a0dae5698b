// What makes an expression of one type one of another.

import type { TextChange } from '../../model/finding.ts'
import type { Words } from '../../model/language.ts'
import type { Scene, SyntaxNode } from '../inspection.ts'
import { implementers } from './implementers.ts'
import { importChange } from './import-edit.ts'
import { membersOf, typeInMessage, underlyingOf } from './members.ts'
import { ownPackage } from './packages.ts'
import { textOfLiteral, textOfValue } from './text-of-value.ts'
import { elementOf, isFloat, isInteger, pointedTo, readSignature, sameType } from './type-text.ts'
import { assertType, callIt, convertTo, takeAddress, writeExpression } from './words.ts'
import { writeType } from './written-type.ts'

/** One way to make a value fit. */
export interface Fit {
  readonly title: Words
  readonly certain: boolean
  /** What stands in the place of the expression. */
  readonly text: string
  /** Imports it needs. */
  readonly changes: readonly TextChange[]
}

export interface Misfit {
  readonly node: SyntaxNode
  readonly from: string
  readonly to: string
}

/** The ways to make a value of type `from` one of type `to`, best first; empty where none is known. */
export function waysToFit(scene: Scene, { node, from, to }: Misfit): readonly Fit[] {
  const misfit = { node, from, to }
  const ways = [
    ...literalWays(misfit),
    ...pointerWays(misfit),
    ...callWays(misfit),
    ...textWays(scene, misfit),
    ...conversionWays(scene, misfit),
    ...assertionWays(scene, misfit),
    ...memberWays(scene, misfit),
  ]
  // What stands elsewhere in the file in the same words was probably meant here too.
  const { text } = scene.file
  const usual = ways.filter(way => way.text.length > node.text.length + 2 && text.includes(way.text))
  return [...usual, ...ways.filter(way => !usual.includes(way))]
}

function fit(title: Words, text: string, certain: boolean, changes: readonly TextChange[] = []): Fit {
  return { title, text, certain, changes }
}

/** `"]"` for a byte is `']'`, `'x'` for a string `"x"`, `5` for a string `"5"`; nil for a value is its zero. */
function literalWays({ node, from, to }: Misfit): readonly Fit[] {
  if (!from.startsWith('untyped ')) return []
  const text = textOfLiteral(node.text, to)
  return text === null ? [] : [fit(writeExpression(node.text, text), text, true)]
}

/** `&x` for x, `*p` for p, `&x` where a pointer is wanted. */
function pointerWays({ node, from, to }: Misfit): readonly Fit[] {
  const pointee = pointedTo(from)
  if (pointee !== null && (sameType(pointee, to) || isAddress(node))) {
    if (isAddress(node)) {
      const operand = node.childForFieldName('operand')?.text ?? ''
      return sameType(pointee, to) || !to.startsWith('*')
        ? [fit(writeExpression(node.text, operand), operand, sameType(pointee, to))]
        : []
    }
    const text = `*${node.text}`
    return isPrimary(node) ? [fit(writeExpression(node.text, text), text, false)] : []
  }
  const wanted = pointedTo(to)
  if (wanted !== null && sameType(wanted, from) && isAddressable(node)) {
    return [fit(takeAddress(node.text), `&${node.text}`, node.type === 'composite_literal')]
  }
  return []
}

function isAddress(node: SyntaxNode): boolean {
  return node.type === 'unary_expression' && node.text.startsWith('&')
}

/** What an operator before it takes whole. */
export function isPrimary(node: SyntaxNode): boolean {
  return [
    'identifier',
    'selector_expression',
    'index_expression',
    'call_expression',
    'parenthesized_expression',
    'slice_expression',
    'type_assertion_expression',
    'composite_literal',
    'type_conversion_expression',
    'int_literal',
    'float_literal',
    'rune_literal',
    'interpreted_string_literal',
  ].includes(node.type)
}

function isAddressable(node: SyntaxNode): boolean {
  return ['identifier', 'selector_expression', 'index_expression', 'composite_literal'].includes(node.type)
}

/** A function that was not called. */
function callWays({ node, from, to }: Misfit): readonly Fit[] {
  const signature = from.startsWith('func') ? readSignature(from) : null
  if (signature === null || signature.parameters.length > 0 || !isPrimary(node)) return []
  const [result] = signature.results
  if (result === undefined || signature.results.length > 1) return []
  const text = `${node.text}()`
  return [fit(callIt(node.text), text, sameType(result.type, to) || to === 'untyped bool')]
}

function textWays(scene: Scene, { node, from, to }: Misfit): readonly Fit[] {
  const plain = underlyingOf(scene, typeInMessage(scene, to)).text
  if (plain !== 'string' || from.startsWith('untyped ')) return []
  const ways = textOfValue(scene, node, from)
  if (to === 'string' || to === 'untyped string') return ways
  const written = writeType(scene, to)
  // Within a conversion the text alone is wanted.
  const converted =
    node.parent?.type === 'argument_list' &&
    node.parent.parent?.childForFieldName('function')?.text === written?.text
  if (written === null || converted) return ways
  return ways.map(way => ({ ...way, text: `${written.text}(${way.text})`, certain: false }))
}

/** `T(x)`, where Go converts the one to the other. */
function conversionWays(scene: Scene, { node, from, to }: Misfit): readonly Fit[] {
  if (from.startsWith('untyped ') || to.startsWith('untyped ')) return []
  const here = underlyingOf(scene, typeInMessage(scene, from)).text
  const there = underlyingOf(scene, typeInMessage(scene, to)).text
  if (there.startsWith('interface') || to === 'error' || to === 'any')
    return throughType(scene, { node, from, to })
  const numbers = isNumber(here) && isNumber(there)
  const texts = (isText(here) && there === 'string') || (here === 'string' && isText(there))
  if (
    !numbers &&
    !texts &&
    !(sameType(here, there) && here !== from) &&
    !(sameType(here, there) && there !== to)
  )
    return variadicWays({ node, from, to })
  const written = writeType(scene, to)
  if (written === null) return []
  const inner = node.type === 'parenthesized_expression' ? node.text.slice(1, -1) : node.text
  const name =
    /^[*[(<]|^func\b|^chan\b/.test(written.text) && !/^\[/.test(written.text)
      ? `(${written.text})`
      : written.text
  const text = `${name}(${inner})`
  const certain = numbers ? isWider(from, to) && isPrimary(node) : texts
  return [fit(convertTo(node.text, written.text), text, certain, written.changes)]
}

function isNumber(type: string): boolean {
  return isInteger(type) || isFloat(type)
}

function isText(type: string): boolean {
  return /^(?:string|\[\]byte|\[\]uint8|\[\]rune|\[\]int32)$/.test(type)
}

const widths: Readonly<Record<string, number>> = {
  int8: 8,
  uint8: 8,
  byte: 8,
  int16: 16,
  uint16: 16,
  int32: 32,
  uint32: 32,
  rune: 32,
  int: 64,
  uint: 64,
  int64: 64,
  uint64: 64,
}

/** Whether every number of one predeclared type is one of the other. */
function isWider(from: string, to: string): boolean {
  if (isFloat(to)) return isInteger(from) || (from === 'float32' && to === 'float64')
  const [a, b] = [widths[from], widths[to]]
  if (a === undefined || b === undefined) return false
  const signed = (type: string) => !/^(?:u|byte)/.test(type)
  return signed(from) === signed(to) ? a <= b : !signed(from) && a < b
}

/** A type of the package that makes the value one of an interface: `byName(list)` is a sort.Interface. */
function throughType(scene: Scene, { node, from, to }: Misfit): readonly Fit[] {
  const own = ownPackage(scene)
  const there = typeInMessage(scene, to)
  const types = implementers(scene, there).filter(name => {
    const declared = own.names.get(name)
    return declared !== undefined && sameType(declared.type, from)
  })
  const ways = types.map(name => fit(convertTo(node.text, name), `${name}(${node.text})`, false))
  if (to !== 'error' || from !== 'string') return ways
  const text = `errors.New(${node.text})`
  return [...ways, fit(writeExpression(node.text, text), text, false, importChange(scene, 'errors'))]
}

/** `items...` for a variadic parameter, `[]T{x}` for a slice. */
function variadicWays({ node, from, to }: Misfit): readonly Fit[] {
  const list = node.parent
  const isLast = list?.type === 'argument_list' && list.namedChildren.at(-1)?.id === node.id
  if (from.startsWith('[]') && isLast && sameType(elementOf(from)?.element ?? '', to))
    return [fit(writeExpression(node.text, `${node.text}...`), `${node.text}...`, false)]
  if (to.startsWith('[]') && sameType(elementOf(to)?.element ?? '', from) && !to.includes('.')) {
    const text = `${to}{${node.text}}`
    return [fit(writeExpression(node.text, text), text, false)]
  }
  return []
}

/** `x.(T)` for what an interface holds. */
function assertionWays(scene: Scene, { node, from, to }: Misfit): readonly Fit[] {
  const isInterface =
    from === 'any' ||
    from === 'error' ||
    underlyingOf(scene, typeInMessage(scene, from)).text.startsWith('interface')
  if (!isInterface || !isPrimary(node)) return []
  const written = writeType(scene, to)
  return written === null
    ? []
    : [fit(assertType(node.text, written.text), `${node.text}.(${written.text})`, false, written.changes)]
}

/** The only field of the wanted type, or the only method that answers it: `resp.Body`, `buffer.Bytes()`. */
function memberWays(scene: Scene, { node, from, to }: Misfit): readonly Fit[] {
  if (!isPrimary(node) || from.startsWith('untyped ') || to === 'any') return []
  const own = ownPackage(scene)
  const found = membersOf(scene, typeInMessage(scene, from)).filter(
    ({ home, name }) => home.package === own || /^\p{Lu}/u.test(name),
  )
  const texts = found.flatMap(({ kind, name, type, home }) => {
    const wanted =
      home.package === own || !/^[\p{L}_]/u.test(to)
        ? to
        : to.replace(new RegExp(`^${home.package.name}\\.`), '')
    if (kind === 'field') return sameType(type, wanted) ? [`${node.text}.${name}`] : []
    const signature = readSignature(type)
    const answers =
      signature?.parameters.length === 0 &&
      signature.results.length === 1 &&
      sameType(signature.results[0]?.type ?? '', wanted)
    return answers ? [`${node.text}.${name}()`] : []
  })
  const [text] = texts
  return texts.length === 1 && text !== undefined ? [fit(writeExpression(node.text, text), text, false)] : []
}
