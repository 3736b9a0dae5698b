// `multiple-value f() in single-value context`: the result that is meant, taken into a variable before.

import type { Inspect, Scene, SyntaxNode } from '../inspection.ts'
import { expressionOfMessage } from './message-expression.ts'
import { namesInScope } from './scope.ts'
import { readSignature } from './type-text.ts'
import { resultInVariable } from './words.ts'

export const severalResultsAsValue: Inspect = scene => {
  // multiple-value fn.FileLine(pc) (value of type (file string, line int)) in single-value context
  const found =
    /^multiple-value (.{1,3000}) \((?:value|comma, ok expression) of type (\(.{1,2000}\))\) in single-value context$/s.exec(
      scene.failure.message,
    )
  if (found === null || !scene.whole) return null
  const [, expression = '', type = ''] = found
  const node = expressionOfMessage(scene, expression)
  const statement = node === null ? null : statementOf(node)
  const results = readSignature(`()${type}`)?.results ?? []
  if (node === null || statement === null || results.length < 2) return null
  const name = freshName(scene, node, results[0]?.name ?? '')
  const { text, path } = scene.file
  const start = text.lastIndexOf('\n', statement.startIndex) + 1
  const indent = text.slice(start, statement.startIndex)
  if (indent.trim() !== '') return null
  const blanks = results.slice(1).map(() => '_')
  return {
    proposals: [
      {
        title: resultInVariable(name),
        certain: false,
        changes: [
          { path, start, end: start, text: `${indent}${[name, ...blanks].join(', ')} := ${node.text}\n` },
          { path, start: node.startIndex, end: node.endIndex, text: name },
        ],
      },
    ],
  }
}

/** The statement before which a variable can be set; null where it would be evaluated another time. */
function statementOf(node: SyntaxNode): SyntaxNode | null {
  for (let own = node; own.parent !== null; own = own.parent) {
    const { parent } = own
    if (parent.type === 'func_literal' && parent.childForFieldName('body')?.id !== own.id) return null
    if (parent.type === 'for_clause' || parent.type === 'expression_case') return null
    if (parent.type === 'for_statement' && own.type !== 'range_clause') return null
    // else if f() {
    if (parent.type === 'if_statement' && own.type === 'if_statement') return null
    if (parent.type === 'block' || parent.type === 'statement_list') return own
  }
  return null
}

const keywords = new Set(
  `break case chan const continue default defer else fallthrough for func go goto if import interface map package range return
  select struct switch type var`.split(/\s+/),
)

/** The result's own name, else what the function is called after: `seed` of `user.Seed()`; never one in use. */
function freshName(scene: Scene, node: SyntaxNode, result: string): string {
  const callee = node.childForFieldName('function')?.text.split('.').at(-1) ?? ''
  const called = callee
    .replace(/^(?:Get|Read|Load|Find|Parse|New|Must)(?=\p{Lu})/u, '')
    .replace(/^\p{Lu}+(?=\p{Lu}\p{Ll}|$)|^\p{Lu}/u, head => head.toLowerCase())
  const taken = new Set(namesInScope(scene, node.startIndex).map(({ name }) => name))
  const names = [result, called, 'value', 'result', 'first']
  return (
    names.find(
      name =>
        /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) && name !== '_' && !keywords.has(name) && !taken.has(name),
    ) ?? 'value1'
  )
}
