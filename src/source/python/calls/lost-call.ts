// A function stands where its result was meant: `for key in order.keys`, `now - start.timestamp`.

import type { Inspect, Scene, SyntaxNode } from '../../inspection.ts'
import { lastName, shownText } from '../code/expressions.ts'
import { functionsNamed } from '../code/find-callee.ts'
import { field, markedRange, nodesIn, nodesOnLine, partsOf } from '../code/place.ts'
import { insertAt, propose } from '../code/proposals.ts'
import { parameterNodes } from '../code/scope.ts'
import { isCalled } from '../names/meant-name.ts'
import { callIt } from '../words.ts'
import { lostProperty } from './lost-decorator.ts'

/** Methods of the standard types that take nothing, or are mostly called so. */
const withoutArguments = new Set(
  'items keys values lower upper strip lstrip rstrip split splitlines copy title capitalize swapcase casefold isdigit isalpha isalnum isspace islower isupper encode decode read readline readlines close weekday isoweekday isoformat date time timestamp total_seconds utctimetuple timetuple timetz toordinal popitem pop clear sort reverse hex as_integer_ratio bit_length is_file is_dir exists resolve iterdir absolute getvalue now today utcnow getcwd getpid monotonic perf_counter uuid4 mro group groups groupdict span fetchone fetchall fetchmany json text done result cancel qsize get_nowait'.split(
    ' ',
  ),
)

// TypeError: 'method' object is not iterable; can only concatenate str (not "method") to str; must be real number, not method
const types =
  /['"](?:builtin_function_or_method|method|function|method_descriptor|type|functools\.partial)['"]|(?:not|of type|instance,|, got) '?(?:builtin_function_or_method|method|function|method_descriptor)\b/

/** The names of the line that are functions and are not called: one is the mistake. */
export const lostCall: Inspect = scene => {
  if (!types.test(scene.failure.message)) return null
  const marked = markedRange(scene)
  const all = nodesOnLine(scene, ['attribute', 'identifier']).filter(node => isValue(node))
  const under = all.filter(node => marked === null || node.endIndex <= marked.end || placed(node))
  for (const places of [under.filter(placed), under]) {
    const sure = places.filter(node => takesNothing(scene, node) === true)
    const [node, other] = sure
    if (node === undefined) continue
    return {
      slots: { method: shownText(node) },
      proposals: [
        propose(
          scene.file,
          callIt(shownText(node)),
          other === undefined && placed(node) && isCalledElsewhere(scene, node),
          [insertAt(node.endIndex, '()')],
        ),
      ],
    }
  }
  return fromOrigin(scene)
}

/** Whether a method of the project is called somewhere: one that never is may have been a property. */
function isCalledElsewhere(scene: Scene, node: SyntaxNode): boolean {
  if (lostProperty(scene) !== null) return false
  const name = lastName(node)
  const own = scene.whole ? functionsNamed(scene, name).filter(({ owner }) => owner !== null) : []
  const texts = [scene.file, ...own.map(({ file }) => file)].map(({ text }) => text)
  return own.length === 0 || texts.some(text => text.includes(`.${name}(`))
}

/** A whole expression that is read, not called, and no part of a longer one. */
function isValue(node: SyntaxNode): boolean {
  const parent = node.parent
  if (parent === null || isCalled(node)) return false
  if (parent.type === 'attribute') return node.type === 'attribute' && field(parent, 'object')?.id === node.id
  if (['keyword_argument', 'default_parameter'].includes(parent.type))
    return field(parent, 'value')?.id === node.id
  // datetime.now = clock: the name is assigned, not read
  if (parent.type === 'assignment') return field(parent, 'right')?.id === node.id
  return ![
    'function_definition',
    'class_definition',
    'parameters',
    'dotted_name',
    'decorator',
    'type',
    'pattern_list',
  ].includes(parent.type)
}

/** Where no function is ever meant: iterated, an operand, indexed, looked into. */
function placed(node: SyntaxNode): boolean {
  const parent = node.parent
  switch (parent?.type) {
    case 'for_statement':
    case 'for_in_clause':
      return field(parent, 'right')?.id === node.id
    case 'subscript':
      return field(parent, 'value')?.id === node.id
    case 'attribute':
    case 'binary_operator':
    case 'comparison_operator':
    case 'list_splat':
    case 'augmented_assignment':
    case 'unary_operator':
      return true
    default:
      return false
  }
}

/** Whether what a name stands for can be called without arguments; null where nothing is known of it. */
function takesNothing(scene: Scene, node: SyntaxNode): boolean | null {
  const name = lastName(node)
  if (node.type === 'attribute' && withoutArguments.has(name)) return true
  if (!scene.whole || /\b(?:builtin_function_or_method|type)\b/.test(scene.failure.message)) return null
  const found = functionsNamed(scene, name)
  if (found.length === 0) return null
  return found.some(({ node: definition, owner, decorators }) => {
    const parameters = parameterNodes(definition)
    const own = parameters.slice(owner === null || decorators.includes('staticmethod') ? 0 : 1)
    return (
      !decorators.includes('property') &&
      own.every(({ type }) => type !== 'identifier' && type !== 'typed_parameter')
    )
  })
}

/** The function that a variable of the line was given, or that a called function returned. */
function fromOrigin(scene: Scene): ReturnType<Inspect> {
  if (!scene.whole) return null
  const called = nodesOnLine(scene, ['call']).flatMap(call =>
    functionsNamed(scene, lastName(field(call, 'function'))).slice(0, 2),
  )
  for (const { node, file } of called) {
    for (const statement of nodesIn(node, ['return_statement'])) {
      const [value] = partsOf(statement)
      if (value?.type !== 'attribute' || !withoutArguments.has(lastName(value))) continue
      if (field(value, 'object')?.type !== 'call') continue
      return {
        slots: { method: lastName(value) },
        file: file.path,
        line: statement.startPosition.row + 1,
        proposals: [propose(file, callIt(lastName(value)), false, [insertAt(value.endIndex, '()')])],
      }
    }
  }
  return null
}
