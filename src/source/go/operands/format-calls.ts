// Calls of Printf and its like whose format and arguments do not go together, as go vet tells.

import type { Inspect, Proposal, Scene, SyntaxNode } from '../../inspection.ts'
import { typeOfExpression } from '../expression-type.ts'
import { typeInMessage, underlyingOf } from '../members.ts'
import { namesInScope } from '../scope.ts'
import { isFloat, isInteger } from '../type-text.ts'
import { addArgument, callIt } from '../words.ts'
import { type Format, formatOf, type Verb } from './format-verbs.ts'
import { callOfMessage, itemsOf, propose, replaceNode, sameText } from './replace.ts'
import { dropBreak } from './words.ts'

/** log.Printf("order %s has %d items", id)     log.Printf("charge: %w", err)     fmt.Printf("%d", name) */
export const formatVerb: Inspect = scene => {
  const call = scene.whole ? callOfMessage(scene) : null
  const format = call === null ? null : formatOf(call)
  if (call === null || format === null) return null
  const { message } = scene.failure
  const replaceVerb = (verb: Verb, letter: string): Proposal => {
    const text = verb.text.slice(0, -1) + letter
    const changes = [{ path: scene.file.path, start: verb.start, end: verb.end, text }]
    const title = {
      en: `Write \`${text}\` instead of \`${verb.text}\``,
      zh: `把 \`${verb.text}\` 换成 \`${text}\``,
    }
    return { title, certain: false, changes }
  }
  // log.Printf does not support error-wrapping directive %w
  if (/does not support error-wrapping directive %w$/.test(message)) {
    const verb = format.verbs.find(({ text }) => text.endsWith('w'))
    return verb === undefined ? null : propose(replaceVerb(verb, 'v'))
  }
  // fmt.Printf format %d has arg order.ID of wrong type string
  const wrong = /^\S+ format (%\S+) has arg (.+) of wrong type (.+)$/s.exec(message.slice(0, 2000))
  if (wrong !== null) {
    const [, text = '', argument = '', type = ''] = wrong
    const verb = format.verbs.find(
      one => one.text === text && sameText(format.values[one.argument]?.text ?? '', argument),
    )
    const value = verb === undefined ? undefined : format.values[verb.argument]
    if (verb === undefined || value === undefined) return null
    const count = /^(?:\[|map\[)/.test(type) && text.endsWith('d') && !value.text.includes('(')
    const letter = verbFor(scene, type)
    return propose(
      replaceVerb(verb, letter),
      ...(count ? [replaceNode(scene, value, `len(${value.text})`, false)] : []),
    )
  }
  // fmt.Printf format %z has unknown verb z
  const unknown = /^\S+ format (%\S+) has unknown verb \S$/.exec(message.slice(0, 500))
  const verb = unknown === null ? undefined : format.verbs.find(({ text }) => text === unknown[1])
  const value = verb === undefined ? undefined : format.values[verb.argument]
  if (verb !== undefined && value !== undefined) {
    const type = typeOfExpression(scene, value)
    return propose(replaceVerb(verb, type === null ? 'v' : verbFor(scene, type.text)))
  }
  // fmt.Printf format % is missing verb at end of string
  if (message.endsWith('is missing verb at end of string')) {
    const at = format.literal.endIndex - 1
    if (scene.file.text[at - 1] !== '%') return null
    const changes = [{ path: scene.file.path, start: at, end: at, text: '%' }]
    const title = { en: 'Write `%%` for a percent sign', zh: '百分号写成 `%%`' }
    return propose({ title, certain: format.values.length === format.verbs.length, changes })
  }
  return countOfArguments(scene, call)
}

/** The verb that most programs print a type by. */
function verbFor(scene: Scene, type: string): string {
  if (type === 'string' || type === 'error') return 's'
  if (type === 'bool') return 't'
  if (isInteger(type)) return 'd'
  if (isFloat(type)) return 'f'
  return underlyingOf(scene, typeInMessage(scene, type)).text === 'string' ? 's' : 'v'
}

/** log.Printf("order paid", id)     log.Printf("order %s", id, items) */
function countOfArguments(scene: Scene, call: SyntaxNode) {
  const { message } = scene.failure
  const format = formatOf(call)
  if (format !== null && / format %\S+ reads arg #\d+, but call has \d+ args?$/.test(message.slice(-200)))
    return argumentByWords(scene, format)
  const last = format?.values.at(-1)
  if (format === null || last === undefined) return null
  // log.Printf call has arguments but no formatting directives
  if (message.endsWith('call has arguments but no formatting directives')) {
    if (format.verbs.length > 0) return null
    const letters = format.values.map(value => {
      const type = typeOfExpression(scene, value)
      return `%${type === null ? 'v' : verbFor(scene, type.text)}`
    })
    const text = format.literal.text
    const inner = text.slice(1, -1)
    const tail = /(?:\\n)*$/.exec(inner.slice(-20))?.[0] ?? ''
    const head = inner.slice(0, inner.length - tail.length)
    const gap = head === '' || head.endsWith(' ') ? '' : ' '
    const written = `${text[0]}${head}${gap}${letters.join(' ')}${tail}${text.at(-1)}`
    return propose(replaceNode(scene, format.literal, written, false))
  }
  // log.Printf call needs 1 arg but has 2 args
  const counts = /call needs (\d{1,4}) args? but has (\d{1,4}) args?$/.exec(message.slice(-60))
  if (counts === null || Number(counts[2]) !== format.values.length) return null
  const kept = format.values[Number(counts[1]) - 1] ?? format.literal
  if (Number(counts[1]) >= format.values.length) return null
  const changes = [{ path: scene.file.path, start: kept.endIndex, end: last.endIndex, text: '' }]
  const gone = scene.file.text.slice(kept.endIndex, last.endIndex).replace(/^\s*,\s*/, '')
  const title = { en: `Remove the argument \`${gone}\``, zh: `删掉多余的参数 \`${gone}\`` }
  return propose({ title, certain: false, changes })
}

/** `order %s has %d items` of a variable called `items`: one argument is missing, and the words beside its verb name it. */
function argumentByWords(scene: Scene, format: Format) {
  const missing = format.verbs[format.values.length]
  const before = format.verbs[format.values.length - 1]
  if (missing === undefined || format.verbs.length !== format.values.length + 1) return null
  const text = scene.file.text.slice(before?.end ?? format.literal.startIndex, format.literal.endIndex)
  const words = new Set(text.slice(0, 400).match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? [])
  const used = new Set(format.values.map(value => value.text))
  const [name, ...more] = namesInScope(scene, format.literal.startIndex).filter(
    one => words.has(one.name) && !used.has(one.name) && (one.kind === 'var' || one.kind === 'parameter'),
  )
  if (name === undefined || more.length > 0) return null
  const at = format.values.at(-1)?.endIndex ?? format.literal.endIndex
  const changes = [{ path: scene.file.path, start: at, end: at, text: `, ${name.name}` }]
  return propose({ title: addArgument(name.name), certain: false, changes })
}

/** The function with a format beside each of those without. */
const withFormat: Readonly<Record<string, string>> = {
  Println: 'Printf',
  Print: 'Printf',
  Sprint: 'Sprintf',
  Sprintln: 'Sprintf',
  Fprint: 'Fprintf',
  Fprintln: 'Fprintf',
  Fatal: 'Fatalf',
  Fatalln: 'Fatalf',
  Panic: 'Panicf',
  Panicln: 'Panicf',
  Error: 'Errorf',
  Log: 'Logf',
  Skip: 'Skipf',
  Info: 'Infof',
  Warn: 'Warnf',
  Debug: 'Debugf',
}

/** fmt.Println("order %d", id) */
export const formatInPrint: Inspect = scene => {
  const call = scene.whole ? callOfMessage(scene) : null
  const field = call?.childForFieldName('function')?.childForFieldName('field') ?? null
  const format = call === null ? null : formatOf(call)
  const other = field === null ? undefined : withFormat[field.text]
  if (field === null || format === null || other === undefined) return null
  const { literal, verbs, values } = format
  const breaks = /^F?[Pp]rintln$/.test(field.text) || field.text === 'Sprintln'
  const { message } = scene.failure
  const isLog = message.startsWith('log.')
  const needsBreak = breaks && !isLog && literal.text.startsWith('"') && !literal.text.endsWith('\\n"')
  const { path } = scene.file
  const changes = [
    { path, start: field.startIndex, end: field.endIndex, text: other },
    ...(needsBreak ? [{ path, start: literal.endIndex - 1, end: literal.endIndex - 1, text: '\\n' }] : []),
  ]
  const title = { en: `Call \`${other}\``, zh: `改用 \`${other}\`` }
  // A test's Error(…) ends its line like its Errorf(…), and log's Print like its Printf. Other types may have no such method.
  const certain =
    verbs.length > 0 &&
    verbs.length === values.length &&
    (isLog || message.startsWith('(*testing.') || message.startsWith('(testing.'))
  return propose({ title, certain, changes })
}

/** fmt.Println("paid\n") */
export const breakInPrintln: Inspect = scene => {
  const call = scene.whole ? callOfMessage(scene) : null
  const last = itemsOf(call?.childForFieldName('arguments') ?? null).at(-1)
  if (last === undefined || !last.text.endsWith('\\n"') || last.text.endsWith('\\\\n"')) return null
  const end = last.endIndex - 1
  const changes = [{ path: scene.file.path, start: end - 2, end, text: '' }]
  return propose({ title: dropBreak, certain: false, changes })
}

/** fmt.Printf(message) */
export const formatOfVariable: Inspect = scene => {
  const call = scene.whole ? callOfMessage(scene) : null
  const items = itemsOf(call?.childForFieldName('arguments') ?? null)
  // fmt.Fprintf(w, message): the format is the last argument, or go vet would not tell.
  const value = items.at(-1)
  const field = call?.childForFieldName('function')?.childForFieldName('field') ?? null
  if (value === undefined || /^["`]/.test(value.text)) return null
  const { path } = scene.file
  const insert = { path, start: value.startIndex, end: value.startIndex, text: '"%s", ' }
  const title = { en: 'Print it by `"%s"`', zh: '用 `"%s"` 打印' }
  const plain = Object.entries({ ...withFormat, Println: '' }).find(([, f]) => f === field?.text)?.[0]
  const without = field !== null && field.text !== 'Errorf' ? plain : undefined
  return propose(
    { title, certain: false, changes: [insert] },
    ...(field === null || without === undefined || items.length > 2
      ? []
      : [replaceNode(scene, field, without, false)]),
  )
}

/** fmt.Println(order.Total) of a method */
export const functionPrinted: Inspect = scene => {
  const call = scene.whole ? callOfMessage(scene) : null
  // fmt.Printf format %d arg order.Total is a func value, not called
  const found = /\barg (.{1,300}) is a func value, not called$/s.exec(scene.failure.message.slice(0, 600))
  const items = itemsOf(call?.childForFieldName('arguments') ?? null)
  const value = items.find(({ text }) => sameText(text, found?.[1] ?? ''))
  if (value === undefined) return null
  const changes = [{ path: scene.file.path, start: value.endIndex, end: value.endIndex, text: '()' }]
  return propose({ title: callIt(value.text), certain: false, changes })
}

/** func logf(format string, values ...any) { log.Printf(format, values) } */
export const dotsForgotten: Inspect = scene => {
  const call = scene.whole ? callOfMessage(scene) : null
  const last = itemsOf(call?.childForFieldName('arguments') ?? null).at(-1)
  if (last?.type !== 'identifier') return null
  const after = scene.file.text.slice(last.endIndex, last.endIndex + 3)
  return after === '...' ? null : propose(replaceNode(scene, last, `${last.text}...`, true))
}
