// What makes an expression of one type one of another.

import type { TextChange } from '../../model/finding.ts'
import type { Words } from '../../model/language.ts'
import type { Scene, SyntaxNode } from '../inspection.ts'
import type { Fit } from './fit.ts'
import { implementers } from './implementers.ts'
import { importChange } from './import-edit.ts'
import { membersOf, type TypeHere, typeInMessage, underlyingOf } from './members.ts'
import { ownPackage } from './packages.ts'
import { textOfLiteral, textOfValue } from './text-of-value.ts'
import { elementOf, isFloat, isInteger, pointedTo, readSignature, sameType } from './type-text.ts'
import { assertType, callIt, convertTo, takeAddress, writeExpression } from './words.ts'
import { writeType } from './written-type.ts'

export interface Misfit {
  readonly node: SyntaxNode
  readonly from: string
  readonly to: string
}

/** The ways to make a value of type `from` one of type `to`, best first; empty where none is known. */
export function waysToFit(scene: Scene, { node, from, to }: Misfit): readonly Fit[] {
  const misfit = { node, from, to }
  const ways = [
    ...literalWays(scene, misfit),
    ...pointerWays(scene, misfit),
    ...callWays(misfit),
    ...lengthWays(scene, misfit),
    ...textWays(scene, misfit),
    ...(from.startsWith('untyped ') || from === 'string' || from.startsWith('[]')
      ? variadicWays(misfit)
      : []),
    ...conversionWays(scene, misfit),
    ...assertionWays(scene, misfit),
    ...memberWays(scene, misfit),
  ]
  if (ways[0]?.certain) return ways
  // What stands elsewhere in the file in the same words was probably meant here too.
  const { text } = scene.file
  const usual = ways.filter(way => way.text.length > node.text.length + 2 && text.includes(way.text))
  return [...usual, ...ways.filter(way => !usual.includes(way))]
}

function fit(title: Words, text: string, certain: boolean, changes: readonly TextChange[] = []): Fit {
  return { title, text, certain, changes }
}

/** `"]"` for a byte is `']'`, `'x'` for a string `"x"`, `5` for a string `"5"`; nil for a value is its zero. */
function literalWays(scene: Scene, { node, from, to }: Misfit): readonly Fit[] {
  if (isZero(node.text) && isNilable(scene, to)) return [fit(writeExpression(node.text, 'nil'), 'nil', false)]
  if (!from.startsWith('untyped ')) return []
  const text = textOfLiteral(node.text, to)
  return text === null ? [] : [fit(writeExpression(node.text, text), text, true)]
}

/** Whether a literal is empty or zero. */
export function isZero(literal: string): boolean {
  return literal === '""' || literal === '0' || literal === 'false'
}

/** Whether nil is a value of a type. */
export function isNilable(scene: Scene, type: string): boolean {
  const under = underlyingOf(scene, typeInMessage(scene, type)).text
  return type === 'error' || /^(?:\*|\[\]|map\[|func\b|chan\b|interface\b)/.test(under)
}

/** `&x` for x, `*p` for p, `&x` where a pointer is wanted. */
function pointerWays(scene: Scene, { node, from, to }: Misfit): readonly Fit[] {
  const pointee = pointedTo(from)
  const under = (text: string) => underlyingOf(scene, typeInMessage(scene, text)).text
  const alike = (text: string) =>
    sameType(text, to) ||
    sameType(under(text), under(to)) ||
    (isInterface(text, under(text)) && isInterface(to, under(to)))
  if (pointee !== null && (sameType(pointee, to) || (isAddress(node) && alike(pointee)))) {
    if (isAddress(node)) {
      const operand = node.childForFieldName('operand')?.text ?? ''
      return [fit(writeExpression(node.text, operand), operand, false)]
    }
    const text = `*${node.text}`
    return isPrimary(node) ? [fit(writeExpression(node.text, text), text, false)] : []
  }
  const wanted = pointedTo(to)
  if (wanted !== null && sameType(wanted, from) && isAddressable(node)) {
    return [fit(takeAddress(node.text), `&${node.text}`, false)]
  }
  return []
}

function isInterface(type: string, underlying: string): boolean {
  return type === 'error' || type === 'any' || underlying.startsWith('interface')
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
function callWays({ node, from }: Misfit): readonly Fit[] {
  const signature = from.startsWith('func') ? readSignature(from) : null
  if (signature === null || signature.parameters.length > 0 || !isPrimary(node)) return []
  const [result] = signature.results
  if (result === undefined || signature.results.length > 1) return []
  const text = `${node.text}()`
  return [fit(callIt(node.text), text, false)]
}

/** `len(items)` where a number is wanted. */
function lengthWays(scene: Scene, { node, from, to }: Misfit): readonly Fit[] {
  const under = underlyingOf(scene, typeInMessage(scene, from)).text
  if (
    !(isInteger(to) || to === 'untyped int') ||
    !/^(?:\[|map\[|chan\b|string$)/.test(under) ||
    !isPrimary(node)
  )
    return []
  const text = `len(${node.text})`
  const count = fit(writeExpression(node.text, text), text, false)
  return to === 'int' || to === 'untyped int' ? [count] : [{ ...count, text: `${to}(${text})` }]
}

function textWays(scene: Scene, { node, from, to }: Misfit): readonly Fit[] {
  const plain = underlyingOf(scene, typeInMessage(scene, to)).text
  if ((plain !== 'string' && to !== 'untyped string') || from.startsWith('untyped ')) return []
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
  // The declaration of the one or the other may as well be what is wrong.
  return [fit(convertTo(node.text, written.text), text, false, written.changes)]
}

function isNumber(type: string): boolean {
  return isInteger(type) || isFloat(type)
}

function isText(type: string): boolean {
  return /^(?:string|\[\]byte|\[\]uint8|\[\]rune|\[\]int32)$/.test(type)
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
  const bytes = (from === 'string' || from === 'untyped string') && /^(?:byte|uint8)$/.test(to)
  if (bytes && isLast && list?.parent?.childForFieldName('function')?.text === 'append')
    return [fit(writeExpression(node.text, `${node.text}...`), `${node.text}...`, false)]
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
  if (to.startsWith('untyped ')) return []
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
  const under = underlyingOf(scene, typeInMessage(scene, to)).text
  const methods =
    under.startsWith('interface') && found.length < 80
      ? membersOf(scene, typeInMessage(scene, to)).map(({ name }) => name)
      : []
  const texts = found.flatMap(({ kind, name, type, home }) => {
    const wanted =
      home.package === own || !/^[\p{L}_]/u.test(to)
        ? to
        : to.replace(new RegExp(`^${home.package.name}\\.`), '')
    if (kind === 'field')
      return sameType(type, wanted) ||
        (methods.length > 0 && hasMethods(scene, { ...home, text: type }, methods))
        ? [`${node.text}.${name}`]
        : []
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

function hasMethods(scene: Scene, type: TypeHere, methods: readonly string[]): boolean {
  const own = new Set(membersOf(scene, type).map(({ name }) => name))
  return methods.every(name => own.has(name))
}
