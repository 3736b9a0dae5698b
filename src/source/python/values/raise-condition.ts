// The condition under which a `raise` statement of the reader's is reached, as the code around it says.

import type { Words } from '../../../model/language.ts'
import type { Inspect, SyntaxNode } from '../../inspection.ts'
import { field, nodesOnLine, partsOf } from '../code/place.ts'

interface Condition {
  readonly node: SyntaxNode
  readonly text: Words
}

const owners = new Set(['function_definition', 'lambda', 'class_definition', 'module'])

/** Code on one line and of bearable length. */
function shortened(node: SyntaxNode): string {
  const text = node.text.replace(/\s+/g, ' ')
  return text.length > 100 ? `${text.slice(0, 99)}…` : text
}

function held(condition: SyntaxNode, node: SyntaxNode): Condition {
  const code = shortened(condition)
  return { node, text: { en: `It was raised because \`${code}\` held`, zh: `\`${code}\` 成立，所以抛出` } }
}

/** What a clause around the statement says of how it was reached; null when it says nothing. */
function conditionOf(clause: SyntaxNode, inner: SyntaxNode): Condition | null {
  const condition = field(clause, 'condition')
  switch (clause.type) {
    case 'if_statement':
      return condition !== null && field(clause, 'consequence')?.id === inner.id
        ? held(condition, clause)
        : null
    case 'elif_clause':
    case 'while_statement':
      return condition === null ? null : held(condition, clause)
    case 'else_clause': {
      const whole = clause.parent
      return whole?.type === 'if_statement'
        ? {
            node: whole,
            text: { en: 'None of the conditions from here on held', zh: '从这里起的条件都不成立' },
          }
        : null
    }
    case 'except_clause':
      return {
        node: clause,
        text: {
          en: 'It was raised while another exception was handled here: that one, printed before, is the cause',
          zh: '它是在这里处理另一个异常时抛出的：印在前面的那个才是原因',
        },
      }
    case 'case_clause': {
      const code = shortened(clause).replace(/:.*$/, '')
      return { node: clause, text: { en: `The value fell to \`${code}\``, zh: `值落到了 \`${code}\`` } }
    }
    default:
      return null
  }
}

/** So far up a guard is looked for: further away it says little. */
const mostStatements = 30

/** The last `if` before a statement in its block that would have left the function: its condition did not hold. */
function passedBy(statement: SyntaxNode): Condition | null {
  let at = statement.previousNamedSibling
  for (let count = 0; at !== null && count < mostStatements; at = at.previousNamedSibling, count++) {
    const condition = at.type === 'if_statement' ? field(at, 'condition') : null
    const last = condition === null ? undefined : partsOf(field(at, 'consequence') ?? at).at(-1)
    if (condition === null || last?.type !== 'return_statement') continue
    const code = shortened(condition)
    return {
      node: at,
      text: {
        en: `It was reached because \`${code}\` did not hold`,
        zh: `\`${code}\` 不成立，所以走到了这里`,
      },
    }
  }
  return null
}

export const raiseCondition: Inspect = scene => {
  if (!scene.whole) return null
  const [statement] = nodesOnLine(scene, ['raise_statement'])
  if (statement === undefined) return null
  let found: Condition | null = null
  for (
    let inner: SyntaxNode = statement, at = statement.parent;
    at !== null && found === null && !owners.has(at.type);
    inner = at, at = at.parent
  ) {
    found = passedBy(inner) ?? conditionOf(at, inner)
  }
  if (found === null) return null
  return {
    notes: [{ text: found.text, place: { file: scene.file.path, line: found.node.startPosition.row + 1 } }],
  }
}
