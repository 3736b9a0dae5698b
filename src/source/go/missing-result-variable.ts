// `assignment mismatch: 1 variable but f returns 2 values`: the name that receives the other result.

import type { Inspect, Proposal, Scene, SyntaxNode } from '../inspection.ts'
import { signatureOfCall } from './expression-type.ts'
import { nodeAround } from './message-expression.ts'
import { lookUp, namesInScope } from './scope.ts'
import { receiveResults, writeExpression } from './words.ts'

const assignments = ['short_var_declaration', 'assignment_statement', 'var_spec']

export const missingResultVariable: Inspect = scene => {
  // declared and not used: err
  const unused = /^(?:declared and not used: (\w{1,200})|(\w{1,200}) declared (?:and|but) not used)$/.exec(
    scene.failure.message,
  )
  if (unused !== null && scene.whole) return surplusName(scene, unused[1] ?? unused[2] ?? '')
  // assignment mismatch: 1 variable but strconv.Atoi returns 2 values
  const found = /^assignment mismatch: (\d{1,3}) variables? but .{0,3000}? returns? (\d{1,3}) values?$/s.exec(
    scene.failure.message,
  )
  if (found === null || !scene.whole) return null
  const [have, want] = [Number(found[1]), Number(found[2])]
  const statement = nodeAround(scene, assignments)
  if (statement === null) return null
  const names = leftOf(statement)
  if (names.length !== have) return null
  return want > have ? addNames(scene, statement, names, want) : dropNames(scene, statement, names, want)
}

/** `total, err := sum(items)` of a function with one result: the compiler tells of the unused name first. */
function surplusName(scene: Scene, name: string) {
  const statement = nodeAround(scene, assignments)
  const names = statement === null ? [] : leftOf(statement)
  const call = statement?.childForFieldName('right')?.namedChildren ?? []
  const [only] = call
  if (statement === null || only?.type !== 'call_expression' || call.length !== 1) return null
  const results = signatureOfCall(scene, only)?.results.length ?? 0
  return results > 0 && results === names.length - 1 && names.at(-1)?.text === name
    ? dropNames(scene, statement, names, results, true)
    : null
}

function leftOf(statement: SyntaxNode): readonly SyntaxNode[] {
  if (statement.type === 'var_spec')
    return statement
      .childrenForFieldName('name')
      .filter(name => name?.type === 'identifier')
      .filter(name => name !== null)
  return (statement.childForFieldName('left')?.namedChildren ?? []).filter(name => name !== null)
}

function addNames(scene: Scene, statement: SyntaxNode, names: readonly SyntaxNode[], want: number) {
  const last = names.at(-1)
  if (last === undefined) return null
  const { name, sure } = lastResult(scene, statement)
  const fresh = [...Array.from({ length: want - names.length - 1 }, () => '_'), name]
  // n := f() with only blanks before would declare nothing.
  const proposal: Proposal = {
    title: receiveResults([...names.map(one => one.text), ...fresh].join(', ')),
    certain: sure && want - names.length === 1,
    changes: [
      { path: scene.file.path, start: last.endIndex, end: last.endIndex, text: `, ${fresh.join(', ')}` },
    ],
  }
  return { proposals: [proposal] }
}

/** What the code behind the statement calls the last result: a name that it uses and nobody declares, else `err` where that is tested. */
function lastResult(scene: Scene, statement: SyntaxNode): { readonly name: string; readonly sure: boolean } {
  const rest = restOf(statement)
  const unknown = firstUnknown(scene, statement, rest)
  if (unknown !== null && statement.type !== 'assignment_statement')
    return { name: unknown, sure: unknown === 'err' || unknown === 'ok' }
  const known = lookUp(scene, 'err', statement.startIndex)
  const next = rest[0]?.text.slice(0, 200) ?? ''
  if (
    known !== null &&
    known.kind !== 'package' &&
    (/^(?:if|return)\b[^{\n]*\berr\b/.test(next) || isNamedResult(known.node))
  )
    return { name: 'err', sure: false }
  return { name: '_', sure: false }
}

/** `func load() (n int, err error)`: what is assigned in there is meant to be returned. */
function isNamedResult(node: SyntaxNode | null): boolean {
  const list = node?.parent?.parent
  return list?.type === 'parameter_list' && list.parent?.childForFieldName('result')?.id === list.id
}

/** The statements behind one in its block; of an `if x := f(); …` its condition and blocks. */
export function restOf(statement: SyntaxNode): readonly SyntaxNode[] {
  let own = statement
  while (own.parent !== null && !['block', 'statement_list', 'source_file'].includes(own.parent.type)) {
    const { parent } = own
    if (
      [
        'if_statement',
        'for_statement',
        'expression_switch_statement',
        'type_switch_statement',
        'for_clause',
      ].includes(parent.type)
    ) {
      return parent.namedChildren
        .filter(child => child !== null)
        .filter(child => child.startIndex > own.startIndex)
    }
    own = parent
  }
  return (own.parent?.namedChildren ?? [])
    .filter(child => child !== null)
    .filter(child => child.startIndex > own.startIndex)
}

/** The first name that the statements use and that is in no scope. */
export function firstUnknown(
  scene: Scene,
  statement: SyntaxNode,
  rest: readonly SyntaxNode[],
): string | null {
  const known = new Set(namesInScope(scene, statement.startIndex).map(({ name }) => name))
  for (const name of leftOf(statement)) known.add(name.text)
  for (const node of rest.slice(0, 12)) {
    const declared = new Set<string>()
    for (const one of node.descendantsOfType([
      'identifier',
      'short_var_declaration',
      'range_clause',
      'var_spec',
      'func_literal',
      'parameter_declaration',
    ])) {
      if (one === null) continue
      if (one.type !== 'identifier') {
        for (const name of one.text.slice(0, 300).match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? [])
          if (one.type !== 'func_literal') declared.add(name)
        // What a statement declares from an unknown name is not known through it.
        if (one.type === 'short_var_declaration')
          for (const right of one.childForFieldName('right')?.descendantsOfType('identifier') ?? [])
            if (right !== null && !known.has(right.text)) return right.text
        continue
      }
      if (
        one.parent?.type === 'keyed_element' ||
        one.parent?.parent?.type === 'keyed_element' ||
        one.text === '_'
      )
        continue
      if (!known.has(one.text) && !declared.has(one.text)) return one.text
    }
    for (const name of declared) known.add(name)
  }
  return null
}

/** `n, err := f()` where f has one result: the last name goes, when nothing needs it. */
function dropNames(
  scene: Scene,
  statement: SyntaxNode,
  names: readonly SyntaxNode[],
  want: number,
  sure = false,
) {
  const [keep, drop] = [names.slice(0, want), names.slice(want)]
  const last = keep.at(-1)
  const end = drop.at(-1)
  if (last === undefined || end === undefined) return null
  const used = restOf(statement)
    .map(node => node.text)
    .join('\n')
  const free = drop.every(
    name => name.text === '_' || !new RegExp(`\\b${name.text.replace(/\W/g, '\\$&')}\\b`).test(used),
  )
  const title = writeExpression(
    names.map(name => name.text).join(', '),
    keep.map(name => name.text).join(', '),
  )
  const change = { path: scene.file.path, start: last.endIndex, end: end.endIndex, text: '' }
  return {
    proposals: [
      { title, certain: sure || (free && drop.every(name => name.text === '_')), changes: [change] },
    ],
  }
}
