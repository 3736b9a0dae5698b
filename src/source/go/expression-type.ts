// The type of an expression, as far as declarations tell without a type checker.

import type { Scene, SyntaxNode } from '../inspection.ts'
import { declarationOf, homeOf, membersOf, packageNamed, type TypeHere, underlyingOf } from './members.ts'
import { fileDeclarations, ownPackage } from './packages.ts'
import { lookUp, type ScopedName } from './scope.ts'
import { elementOf, pointedTo, readSignature, type Signature } from './type-text.ts'

/** How many steps are taken from one expression to another. */
const deepest = 12

/** The type of an expression of the scene's file; null where it is not known. Of several results, the first. */
export function typeOfExpression(scene: Scene, node: SyntaxNode, depth = 0): TypeHere | null {
  if (depth > deepest) return null
  const here = (text: string): TypeHere => ({
    text,
    package: ownPackage(scene),
    imports: fileDeclarations(scene).imports,
  })
  const child = (field: string) => {
    const found = node.childForFieldName(field)
    return found === null ? null : typeOfExpression(scene, found, depth + 1)
  }
  switch (node.type) {
    case 'interpreted_string_literal':
    case 'raw_string_literal':
      return here('string')
    case 'int_literal':
      return here('int')
    case 'float_literal':
      return here('float64')
    case 'rune_literal':
      return here('rune')
    case 'true':
    case 'false':
      return here('bool')
    case 'identifier':
      return typeOfName(scene, lookUp(scene, node.text, node.startIndex), depth)
    case 'parenthesized_expression': {
      const inner = node.namedChild(0)
      return inner === null ? null : typeOfExpression(scene, inner, depth + 1)
    }
    case 'composite_literal':
    case 'type_assertion_expression':
    case 'type_conversion_expression': {
      const type = node.childForFieldName('type')
      return type === null ? null : here(type.text)
    }
    case 'selector_expression':
      return typeOfSelector(scene, node, depth)
    case 'call_expression': {
      const signature = signatureOfCall(scene, node, depth + 1)
      if (signature === null) return typeOfSpecialCall(scene, node, depth)
      const [result] = signature.results
      return result === undefined ? null : { ...signature.home, text: result.type }
    }
    case 'index_expression': {
      const operand = child('operand')
      const element = operand === null ? null : elementOf(underlyingOf(scene, operand).text)
      return operand === null || element === null
        ? null
        : { ...underlyingOf(scene, operand), text: operand.text === 'string' ? 'byte' : element.element }
    }
    case 'slice_expression':
      return child('operand')
    case 'unary_expression': {
      const operand = child('operand')
      if (operand === null) return null
      const operator = node.childForFieldName('operator')?.text
      if (operator === '&') return { ...operand, text: `*${operand.text}` }
      if (operator === '*') return { ...operand, text: pointedTo(operand.text) ?? operand.text }
      if (operator === '<-') return { ...operand, text: elementOf(operand.text)?.element ?? '' }
      return operand
    }
    case 'binary_expression':
      return /^(?:[!=]=|[<>]=?|&&|\|\|)$/.test(node.childForFieldName('operator')?.text ?? '')
        ? here('bool')
        : child('left')
    case 'func_literal':
      return here(
        `func${node.childForFieldName('parameters')?.text ?? ''} ${node.childForFieldName('result')?.text ?? ''}`,
      )
    default:
      return null
  }
}

function typeOfName(scene: Scene, name: ScopedName | null, depth: number): TypeHere | null {
  if (name === null || name.kind === 'package' || name.kind === 'type' || name.kind === 'builtin') return null
  const own = ownPackage(scene)
  const declared = name.node === null ? own.names.get(name.name) : undefined
  if (declared?.kind === 'func') return { ...homeOf(declared), text: `func${declared.type}` }
  const home =
    declared === undefined ? { package: own, imports: fileDeclarations(scene).imports } : homeOf(declared)
  if (name.type !== '')
    return { ...home, text: name.type.startsWith('...') ? `[]${name.type.slice(3)}` : name.type }
  if (declared !== undefined) return literalType(declared.value, home)
  if (name.value === null) return null
  if (name.value.type === 'range_clause') {
    const right = name.value.childForFieldName('right')
    const over = right === null ? null : typeOfExpression(scene, right, depth + 1)
    if (over === null) return null
    const under = underlyingOf(scene, over)
    const element = elementOf(under.text)
    return element === null ? null : { ...under, text: name.result === 0 ? element.key : element.element }
  }
  if (name.result === 0) return typeOfExpression(scene, name.value, depth + 1)
  const signature =
    name.value.type === 'call_expression' ? signatureOfCall(scene, name.value, depth + 1) : null
  const result = signature?.results[name.result]
  if (signature !== null && result !== undefined) return { ...signature.home, text: result.type }
  // v, ok := m[key]
  return name.result === 1 && name.value.type !== 'call_expression' ? { ...home, text: 'bool' } : null
}

/** Of a package variable without a type: what its value shows. */
function literalType(value: string, home: Omit<TypeHere, 'text'>): TypeHere | null {
  if (/^["`]/.test(value)) return { ...home, text: 'string' }
  if (/^\d+$/.test(value)) return { ...home, text: 'int' }
  if (/^(?:errors\.New|fmt\.Errorf)\(/.test(value)) return { ...home, text: 'error' }
  const literal = /^(&?)((?:map\[[^\]]*\]|\[\])*\*?[\p{L}_][\p{L}\p{N}_.]*)\{/u.exec(value)
  return literal === null ? null : { ...home, text: `${literal[1] === '&' ? '*' : ''}${literal[2]}` }
}

function typeOfSelector(scene: Scene, node: SyntaxNode, depth: number): TypeHere | null {
  const operand = node.childForFieldName('operand')
  const field = node.childForFieldName('field')?.text ?? ''
  if (operand === null) return null
  if (operand.type === 'identifier' && lookUp(scene, operand.text, operand.startIndex)?.kind === 'package') {
    const { imports } = fileDeclarations(scene)
    const declared = packageNamed(scene, operand.text, { package: ownPackage(scene), imports })?.names.get(
      field,
    )
    if (declared === undefined || declared.kind === 'type') return null
    return { ...homeOf(declared), text: declared.kind === 'func' ? `func${declared.type}` : declared.type }
  }
  const type = typeOfExpression(scene, operand, depth + 1)
  const member = type === null ? undefined : membersOf(scene, type).find(({ name }) => name === field)
  if (member === undefined) return null
  return { ...member.home, text: member.kind === 'method' ? `func${member.type}` : member.type }
}

/** `make([]T, n)`, `new(T)`, `len(x)`, `append(x, y)`, and conversions to a named type. */
function typeOfSpecialCall(scene: Scene, node: SyntaxNode, depth: number): TypeHere | null {
  const callee = node.childForFieldName('function')
  const [first] = node.childForFieldName('arguments')?.namedChildren ?? []
  const home = { package: ownPackage(scene), imports: fileDeclarations(scene).imports }
  if (callee === null || first == null) return null
  if (callee.text === 'len' || callee.text === 'cap' || callee.text === 'copy')
    return { ...home, text: 'int' }
  if (callee.text === 'make') return { ...home, text: first.text }
  if (callee.text === 'new') return { ...home, text: `*${first.text}` }
  if (callee.text === 'append') return typeOfExpression(scene, first, depth + 1)
  const named = declarationOf(scene, { ...home, text: callee.text })
  const plain = lookUp(scene, callee.text, callee.startIndex)?.kind === 'type'
  return named !== null || plain ? { ...home, text: callee.text } : null
}

/** The signature of what a call calls; null where it is not known, or has type parameters. */
export function signatureOfCall(
  scene: Scene,
  call: SyntaxNode,
  depth = 0,
): (Signature & { readonly home: Omit<TypeHere, 'text'> }) | null {
  const callee = call.childForFieldName('function')
  const type = callee === null ? null : typeOfExpression(scene, callee, depth + 1)
  if (type === null) return null
  const under = type.text.startsWith('func') ? type : underlyingOf(scene, type)
  const signature = under.text.startsWith('func') ? readSignature(under.text) : null
  return signature === null
    ? null
    : { ...signature, home: { package: under.package, imports: under.imports } }
}

/** A type as messages about the scene's package write it. */
export function textOfType(scene: Scene, { text, package: home }: TypeHere): string {
  if (home === ownPackage(scene)) return text
  return text.replace(/(?<![\p{L}\p{N}_."])(\p{Lu}[\p{L}\p{N}_]*)(?![\p{L}\p{N}_.])/gu, (name: string) =>
    home.names.has(name) ? `${home.name}.${name}` : name,
  )
}
