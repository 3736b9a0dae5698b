// What go vet finds in single statements and fields: a lost cancel, a struct tag, `errors.As`, `string(id)`, a copied lock.

import type { TextChange } from '../../../model/finding.ts'
import type { Inspect, Scene, SyntaxNode } from '../../inspection.ts'
import { typeOfExpression } from '../expression-type.ts'
import { importChange } from '../import-edit.ts'
import { nodeAround } from '../message-expression.ts'
import { lookUp } from '../scope.ts'
import { indentAt } from '../syntax/go-code.ts'
import { takeAddress } from '../words.ts'
import { callOfMessage, itemsOf, propose, replaceNode } from './replace.ts'
import { deferIt, mendTag, pointerParameter, pointerReceiver } from './words.ts'

/** ctx, _ = context.WithTimeout(ctx, time.Second)     ctx, cancel := … without defer cancel() */
export const cancelLost: Inspect = scene => {
  const statement = scene.whole
    ? nodeAround(scene, ['short_var_declaration', 'assignment_statement', 'var_declaration'])
    : null
  // this return statement may be reached without using the cancel var defined on line 10
  if (statement === null || scene.failure.message.startsWith('this return')) return null
  if (statement.parent?.type !== 'statement_list' || statement.type === 'var_declaration') return null
  const { path, text } = scene.file
  const names = itemsOf(statement.childForFieldName('left'))
  const [context, cancel] = names
  if (names.length !== 2 || context === undefined || cancel?.type !== 'identifier') return null
  const indent = indentAt(text, statement.startIndex)
  const at = statement.endIndex
  const blank = cancel.text === '_'
  if (blank && lookUp(scene, 'cancel', at) !== null) return null
  const name = blank ? 'cancel' : cancel.text
  const changes: TextChange[] = []
  if (blank) changes.push({ path, start: cancel.startIndex, end: cancel.endIndex, text: name })
  if (blank && statement.type === 'assignment_statement') {
    // ctx, cancel := … of a parameter assigns to it, since a function's parameters are of its own block.
    const sign =
      statement.children.find(child => child?.type === '=') ?? statement.childForFieldName('operator')
    const { parent } = statement.parent
    const isOwn =
      parent?.parent?.type === 'function_declaration' || parent?.parent?.type === 'method_declaration'
    if (sign === null || !isOwn || context.type !== 'identifier') return null
    changes.push({ path, start: sign.startIndex, end: sign.endIndex, text: ':=' })
  }
  changes.push({ path, start: at, end: at, text: `\n${indent}defer ${name}()` })
  return propose({ title: deferIt(`${name}()`), certain: false, changes })
}

/** Number string `json: "number"` */
export const structTag: Inspect = scene => {
  const tag = scene.whole
    ? (nodeAround(scene, ['field_declaration'])?.childForFieldName('tag') ?? null)
    : null
  if (tag === null || !tag.text.startsWith('`') || tag.text.length > 1000) return null
  const inner = tag.text.slice(1, -1)
  const mended = mendedTag(inner)
  if (mended === null || mended === inner) return null
  const changes = [{ path: scene.file.path, start: tag.startIndex, end: tag.endIndex, text: `\`${mended}\`` }]
  return propose({ title: mendTag, certain: true, changes })
}

/** `json: "id"`, `json:id`, `json:"id",yaml:"id"`, `json="id"`, `json:'id'` as they should be; null where nobody knows. */
function mendedTag(tag: string): string | null {
  const pairs: string[] = []
  // json:"id,omitempty"   json: "id"   json:id   json:'id'   json="id"
  const pair =
    /[\s,]*([A-Za-z_][\w.-]{0,40})[ \t]*[:=][ \t]*(?:"([^"]{0,300})"|'([^']{0,300})'|([\w,.-]{1,200}))/y
  let at = 0
  while (at < tag.trimEnd().length) {
    pair.lastIndex = at
    const found = pair.exec(tag)
    if (found === null) break
    at = pair.lastIndex
    const [, key = '', double, single, bare] = found
    // json:id yaml:… without quotes: the comma may part names or belong to the value.
    pairs.push(`${key}:"${double ?? single ?? bare?.replace(/,$/, '') ?? ''}"`)
  }
  const rest = tag.slice(at)
  // json:"id   of a lost quote, json:id"
  const open = /^[\s,]*([A-Za-z_][\w.-]{0,40}):"([^"\s:]{1,200})$/.exec(rest)
  if (open !== null) return [...pairs, `${open[1]}:"${open[2]}"`].join(' ')
  return pairs.length > 0 && (rest.trim() === '' || rest === '"') ? pairs.join(' ') : null
}

/** errors.As(err, declined)     json.Unmarshal(body, order) */
export const pointerWanted: Inspect = scene => {
  const call = scene.whole ? callOfMessage(scene) : null
  const last = itemsOf(call?.childForFieldName('arguments') ?? null).at(-1)
  if (call === null || last === undefined) return null
  if (scene.failure.message.endsWith('should not be *error')) return null
  if (!['identifier', 'selector_expression', 'index_expression'].includes(last.type)) return null
  const type = typeOfExpression(scene, last)
  const { path } = scene.file
  const ampersand = { path, start: last.startIndex, end: last.startIndex, text: '&' }
  // var declined DeclinedError, where *DeclinedError is the error
  const declaration = /errors\.As$/.test(call.childForFieldName('function')?.text ?? '')
    ? pointerDeclaration(scene, last)
    : null
  const address = (changes: readonly TextChange[]) => ({
    title: takeAddress(last.text),
    certain: false,
    changes,
  })
  if (declaration !== null) return propose(address([...declaration, ampersand]))
  return type === null && last.type === 'index_expression' ? null : propose(address([ampersand]))
}

function pointerDeclaration(scene: Scene, name: SyntaxNode): readonly TextChange[] | null {
  const found = name.type === 'identifier' ? lookUp(scene, name.text, name.startIndex) : null
  if (found?.node == null || found.type === '' || found.type.startsWith('*') || found.value !== null)
    return null
  const type = found.node.parent?.childForFieldName('type') ?? null
  const error = new RegExp(
    `^func \\(\\w*[ \\t]*\\*${found.type.replace(/\W/g, '')}\\) Error\\(\\) string`,
    'm',
  )
  if (type === null || !/^\w+$/.test(found.type) || !error.test(scene.file.text)) return null
  return [{ path: scene.file.path, start: type.startIndex, end: type.startIndex, text: '*' }]
}

/** "order:" + string(id) */
export const stringOfNumber: Inspect = scene => {
  const node = scene.whole ? nodeAround(scene, ['call_expression', 'type_conversion_expression']) : null
  const [value, ...more] = itemsOf(node?.childForFieldName('arguments') ?? null)
  if (node === null || value === undefined || more.length > 0 || !/^string\(/.test(node.text)) return null
  // conversion from int to string yields a string of one rune, not a string of digits
  const type =
    /^conversion from (\S{1,100})(?: \(\S{1,100}\))? to string /.exec(scene.failure.message)?.[1] ?? ''
  const [text, path] =
    type === 'int'
      ? [`strconv.Itoa(${value.text})`, 'strconv']
      : type === 'int64'
        ? [`strconv.FormatInt(${value.text}, 10)`, 'strconv']
        : type === 'uint64'
          ? [`strconv.FormatUint(${value.text}, 10)`, 'strconv']
          : [`fmt.Sprint(${value.text})`, 'fmt']
  const rune = replaceNode(scene, node, `string(rune(${value.text}))`, false)
  return propose(replaceNode(scene, node, text, false, importChange(scene, path)), rune)
}

/** func (c Counter) Inc() where Counter holds a lock */
export const lockPassed: Inspect = scene => {
  if (!scene.whole) return null
  const parameter = nodeAround(scene, ['parameter_declaration'])
  const type = parameter?.childForFieldName('type') ?? null
  const names = parameter?.childrenForFieldName('name') ?? []
  const [name] = names
  // warm passes lock by value: example.com/app.Cache contains sync.Mutex
  const told = /^(\S{1,200}) passes lock by value: /.exec(scene.failure.message)
  if (told === null || type === null || names.length > 1) return null
  if (!/^(?:type_identifier|qualified_type|generic_type)$/.test(type.type)) return null
  const changes = [{ path: scene.file.path, start: type.startIndex, end: type.startIndex, text: '*' }]
  const method = parameter?.parent?.parent ?? null
  const isReceiver =
    method?.type === 'method_declaration' &&
    method.childForFieldName('receiver')?.startIndex === parameter?.parent?.startIndex
  if (isReceiver)
    return propose({
      title: pointerReceiver(method.childForFieldName('name')?.text ?? told[1] ?? ''),
      certain: false,
      changes,
    })
  return propose({ title: pointerParameter(name?.text ?? type.text), certain: false, changes })
}

/** c.currency = c.currency where a parameter is called currency */
export const assignedToItself: Inspect = scene => {
  const statement = scene.whole ? nodeAround(scene, ['assignment_statement']) : null
  const [left] = itemsOf(statement?.childForFieldName('left') ?? null)
  const [right, ...more] = itemsOf(statement?.childForFieldName('right') ?? null)
  if (statement === null || left === undefined || right === undefined || more.length > 0) return null
  // c.currency = c.currency: the parameter. name = name: the field.
  if (right.type === 'selector_expression') {
    const field = right.childForFieldName('field')?.text ?? ''
    const meant = lookUp(scene, field, statement.startIndex)
    return meant === null || !['var', 'parameter'].includes(meant.kind)
      ? null
      : propose(replaceNode(scene, right, meant.name, false))
  }
  return null
}
