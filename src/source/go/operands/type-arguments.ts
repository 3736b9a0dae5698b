// Type arguments that are missing or too many: `*Cache` for `*Cache[K, V]`, `Decode(data)` for `Decode[Order](data)`.

import type { Inspect, Scene, SyntaxNode } from '../../inspection.ts'
import { typeOfExpression } from '../expression-type.ts'
import { membersOf } from '../members.ts'
import { nodeAround } from '../message-expression.ts'
import { ownPackage } from '../packages.ts'
import { readSignature } from '../type-text.ts'
import { matchType } from './match-type.ts'
import { itemsOf, propose, replaceNode } from './replace.ts'
import { declaredGeneric, methodOfReceiver, parameterNames, parametersInScope } from './type-parameters.ts'

/** func (p *Page) Next() where Page has type parameters */
export const argumentsForType: Inspect = scene => {
  // cannot use generic type Page[T any] without instantiation
  const found = /^cannot use generic type ([^\s[]{1,200})(\[.{1,500}\])? without instantiation$/s.exec(
    scene.failure.message.slice(0, 1000),
  )
  const node = scene.whole ? typeAt(scene) : null
  if (found === null || node === null) return null
  const [, name = '', list = ''] = found
  const declared = declaredGeneric(scene, node.text)
  const names = parameterNames(list === '' ? (declared?.parameters ?? '') : list)
  if (names.length === 0 || !name.endsWith(node.text.replace(/^.*\./, ''))) return null
  const method = methodOfReceiver(node)
  const write = (args: readonly string[], certain: boolean) =>
    propose(replaceNode(scene, node, `${node.text}[${args.join(', ')}]`, certain))
  if (method !== null) {
    const usual = usualReceiver(scene, node.text) ?? names
    return usual.length === names.length ? write(usual, !usesOtherLetter(method, usual)) : null
  }
  const own = parametersInScope(node)
  if (names.every(one => own.includes(one))) return write(names, false)
  if (own.length === names.length) return write(own, false)
  const told = ofElements(scene, node, names)
  if (told !== null) return write(told, false)
  const usual = usualArguments(scene, node.text)
  return usual === null ? null : write([usual], false)
}

/** `Page{Items: []string{…}}` of a field `Items []T`: string. */
function ofElements(scene: Scene, node: SyntaxNode, names: readonly string[]): readonly string[] | null {
  const literal = node.parent?.type === 'composite_literal' ? node.parent : null
  const home = typeOfExpression(scene, literal ?? node)
  if (literal === null || home === null) return null
  const fields = membersOf(scene, home).filter(({ kind, depth }) => kind === 'field' && depth === 0)
  const found = new Map<string, string>()
  for (const element of itemsOf(literal.childForFieldName('body'))) {
    const key = element.childForFieldName('key')?.text
    const value = element.childForFieldName('value')?.namedChild(0) ?? null
    const field = fields.find(({ name }) => name === key)
    const type = value === null ? null : typeOfExpression(scene, value)
    if (field === undefined || type === null) continue
    for (const [name, text] of matchType(field.type, type.text, names) ?? []) found.set(name, text)
  }
  const args = names.flatMap(name => found.get(name) ?? [])
  return args.length === names.length ? args : null
}

function typeAt(scene: Scene): SyntaxNode | null {
  let node = scene.parse(scene.file).descendantForIndex(scene.offset, scene.offset)
  if (node?.parent?.type === 'qualified_type' || node?.parent?.type === 'selector_expression')
    node = node.parent
  return node !== null &&
    /^(?:type_identifier|identifier|qualified_type|selector_expression)$/.test(node.type)
    ? node
    : null
}

/** How the other methods of a type call its parameters. */
function usualReceiver(scene: Scene, name: string): readonly string[] | null {
  // func (c *Cache[K, V]) Get(
  for (const line of scene.file.lines) {
    if (!line.startsWith('func (')) continue
    const found = /^func \((?:\w{1,60} )?\*?(\w{1,100})\[([^\]]{1,200})\]\)/.exec(line.slice(0, 400))
    const names = parameterNames(found?.[2] ?? '')
    if (found?.[1] === name && !names.includes('_')) return names
  }
  return null
}

/** Whether a method speaks of a type parameter that it would not have: `T` where the receiver has K and V. */
function usesOtherLetter(method: SyntaxNode, names: readonly string[]): boolean {
  if (method.text.length > 50_000) return true
  const letters = method.text.match(/(?<![\p{L}\p{N}_.])\p{Lu}(?![\p{L}\p{N}_])/gu) ?? []
  return letters.some(letter => !names.includes(letter))
}

/** The only arguments that the file gives a type elsewhere. */
function usualArguments(scene: Scene, name: string): string | null {
  const found = new Set<string>()
  const { text } = scene.file
  for (let at = text.indexOf(`${name}[`); at !== -1; at = text.indexOf(`${name}[`, at + 1)) {
    if (/[\w.]/.test(text[at - 1] ?? '')) continue
    const args = /^\[([\w.*, ]{1,100})\](?![\w[])/.exec(
      text.slice(at + name.length, at + name.length + 120),
    )?.[1]
    const isDeclaration =
      /\btype[ \t]+$/.test(text.slice(Math.max(0, at - 20), at)) || /\w \w/.test(args ?? '')
    if (args !== undefined && !isDeclaration) found.add(args)
  }
  const [only] = found
  return found.size === 1 && only !== undefined ? only : null
}

/** order := Decode(data) where nothing tells Decode's T */
export const argumentsForCall: Inspect = scene => {
  // in call to Decode, cannot infer T (declared at ./main.go:10:13)
  const unknown = /cannot infer ([\p{L}_][\p{L}\p{N}_]*)/u.exec(scene.failure.message.slice(0, 500))?.[1]
  const call = scene.whole ? nodeAround(scene, ['call_expression']) : null
  const callee = call?.childForFieldName('function') ?? null
  if (unknown === undefined || call === null || callee === null) return null
  if (!['identifier', 'selector_expression'].includes(callee.type)) return null
  const declared = declaredGeneric(scene, callee.text)
  if (declared?.kind !== 'func') return null
  const names = parameterNames(declared.parameters)
  if (!names.includes(unknown)) return null
  // Those behind the last that no argument tells are left out.
  const last = names.findLastIndex(name => name === unknown || !isTold(name, declared.type, call))
  const wanted = wantedType(scene, call)
  const result = declared.type.slice(declared.type.indexOf(')') + 1).trim()
  const told = wanted === null ? null : matchType(result.replace(/^\(([^,]+),.*\)$/s, '$1'), wanted, names)
  const needed = names.slice(0, last + 1)
  const args = needed.map(name => told?.get(name) ?? null)
  const write = (texts: readonly string[], certain: boolean) =>
    propose(replaceNode(scene, callee, `${callee.text}[${texts.join(', ')}]`, certain))
  const known = args.filter(arg => arg !== null)
  if (known.length === needed.length) return write(known, false)
  const own = parametersInScope(call)
  if (needed.every(name => own.includes(name))) return write(needed, false)
  const [only, ...more] = [...ownPackage(scene).names.values()].filter(
    one => one.kind === 'type' && one.type.startsWith('struct') && one.parameters === '',
  )
  return only !== undefined && more.length === 0 && needed.length === 1 ? write([only.name], false) : null
}

/** Whether an argument of a call tells a type parameter: nil does not. */
function isTold(name: string, signature: string, call: SyntaxNode): boolean {
  const parameters = readSignature(signature)?.parameters ?? []
  const values = itemsOf(call.childForFieldName('arguments'))
  const word = new RegExp(`(?<![\\p{L}\\p{N}_.])${name}(?![\\p{L}\\p{N}_])`, 'u')
  return values.some(({ type }, i) => {
    const parameter = parameters[i] ?? parameters.at(-1)
    return type !== 'nil' && parameter !== undefined && word.test(parameter.type)
  })
}

/** The type that the place of a call wants; null where it does not tell. */
function wantedType(scene: Scene, call: SyntaxNode): string | null {
  const list = call.parent
  const around = list?.type === 'expression_list' ? list.parent : list
  const at = list?.type === 'expression_list' ? itemsOf(list).findIndex(({ id }) => id === call.id) : 0
  if (around?.type === 'var_spec') return around.childForFieldName('type')?.text ?? null
  if (around?.type === 'assignment_statement') {
    const left = itemsOf(around.childForFieldName('left'))[at]
    return left === undefined ? null : (typeOfExpression(scene, left)?.text ?? null)
  }
  if (around?.type !== 'return_statement') return null
  const owner = functionOf(around)
  const result = owner?.childForFieldName('result') ?? null
  if (result === null) return null
  if (result.type !== 'parameter_list') return result.text
  return itemsOf(result)[at]?.childForFieldName('type')?.text ?? null
}

function functionOf(node: SyntaxNode): SyntaxNode | null {
  let here: SyntaxNode | null = node
  while (here !== null && !/^(?:function_declaration|method_declaration|func_literal)$/.test(here.type))
    here = here.parent
  return here
}

/** Cache[string] where Cache has two type parameters; func (c *Cache[K]) likewise */
export const argumentsCompleted: Inspect = scene => {
  const node = scene.whole ? nodeAround(scene, ['generic_type', 'call_expression']) : null
  const type = node?.childForFieldName('type') ?? node?.childForFieldName('function') ?? null
  const list = node?.childForFieldName('type_arguments') ?? null
  if (node === null || type === null || list === null) return null
  const names = parameterNames(declaredGeneric(scene, type.text)?.parameters ?? '')
  const given = itemsOf(list).map(({ text }) => text)
  if (names.length === 0 || given.length === names.length) return null
  if (given.length > names.length)
    return propose(replaceNode(scene, list, `[${given.slice(0, names.length).join(', ')}]`, false))
  const rest = names.slice(given.length)
  const isReceiver = methodOfReceiver(node) !== null
  const own = parametersInScope(node)
  if (!isReceiver && !rest.every(name => own.includes(name))) return null
  const isPrefix = given.every((one, i) => one === names[i])
  return propose(replaceNode(scene, list, `[${[...given, ...rest].join(', ')}]`, isReceiver && isPrefix))
}

/** Queue[string] of a type without parameters */
export const argumentsDropped: Inspect = scene => {
  const node = scene.whole
    ? nodeAround(scene, ['generic_type', 'type_instantiation_expression', 'index_expression'])
    : null
  const brackets = node?.children.find(child => child?.text.startsWith('[') === true) ?? null
  if (node === null || brackets === null || !scene.failure.message.includes('is not a generic type'))
    return null
  const start = brackets.startIndex
  if (scene.file.text[node.endIndex - 1] !== ']') return null
  return propose(replaceNode(scene, node, scene.file.text.slice(node.startIndex, start), false))
}
