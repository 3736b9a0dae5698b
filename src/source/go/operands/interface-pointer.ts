// `*io.Reader`: a pointer to an interface, where it was declared.

import type { Inspect, Inspected, Scene } from '../../inspection.ts'
import { typeOfExpression } from '../expression-type.ts'
import { membersOf } from '../members.ts'
import { nodeAround } from '../message-expression.ts'
import { type Declared, ownPackage } from '../packages.ts'
import { lookUp } from '../scope.ts'
import { writeExpression } from '../words.ts'
import { propose } from './replace.ts'

/** r.Read(buffer) where r is declared as *io.Reader */
export const interfacePointer: Inspect = scene => {
  if (!scene.whole) return null
  const { message } = scene.failure
  if (message.startsWith('cannot use ')) return givenOrWanted(scene, message.slice(0, 2000))
  if (!message.includes('is pointer to interface, not interface')) return null
  const selector = nodeAround(scene, ['selector_expression'])
  const operand = selector?.childForFieldName('operand') ?? null
  if (operand === null) return null
  const { path, text } = scene.file
  const drop = (start: number, type: string) => dropStar(path, start, type)
  if (operand.type === 'identifier') {
    const type =
      lookUp(scene, operand.text, operand.startIndex)?.node?.parent?.childForFieldName('type') ?? null
    if (type?.type === 'pointer_type') return drop(type.startIndex, type.text.slice(1))
    // type StoreRef *Store
    const declared = type?.type === 'type_identifier' ? ownPackage(scene).names.get(type.text) : undefined
    if (declared?.in.file?.path !== path || !declared.type.startsWith('*')) return null
    const star = text.indexOf('*', declared.at)
    return text.slice(declared.at, star).includes('\n') ? null : drop(star, declared.type.slice(1))
  }
  // s.store.Load() of a field: store *Store
  const holder = operand.type === 'selector_expression' ? operand.childForFieldName('operand') : null
  const type = holder === null ? null : typeOfExpression(scene, holder)
  const name = operand.childForFieldName('field')?.text
  const field = type === null ? undefined : membersOf(scene, type).find(member => member.name === name)
  const file = field?.declared?.in.file ?? null
  if (field?.kind !== 'field' || file?.path !== path || !field.type.startsWith('*')) return null
  const star = text.indexOf('*', field.at)
  return star - field.at > 80 || text.slice(field.at, star).includes('\n')
    ? null
    : drop(star, field.type.slice(1))
}

/** A variable that is a pointer to an interface, or a parameter or result that is declared as one. */
function givenOrWanted(scene: Scene, message: string): Inspected | null {
  // cannot use w (variable of type *io.Writer) as io.Writer value in argument to buf.WriteTo: …
  const given = /^cannot use (\w+) \(variable of type \*([\w.]+)\) as (?:type )?([\w.]+)/.exec(message)
  if (given !== null) {
    const [, name = '', type = ''] = given
    const node = lookUp(scene, name, scene.offset)?.node?.parent?.childForFieldName('type') ?? null
    return node?.type === 'pointer_type' && node.text === `*${type}` && given[3] === type
      ? dropStar(scene.file.path, node.startIndex, type)
      : null
  }
  // cannot use s.Sync() (value of interface type error) as *error value in return statement: …
  // cannot use w (variable of interface type http.ResponseWriter) as *http.ResponseWriter value in argument to lvl.serveHTTP: …
  // cannot use os.Stderr (variable of type *os.File) as *io.Writer value in argument to c.getErr: …
  const wanted = /\) as \*([\w.]+) value in (?:return statement|argument to ([\w.]+))/.exec(message)
  const [, type = '', callee] = wanted ?? []
  if (wanted === null) return null
  const isTold = message.includes(`*${type} is pointer to interface, not interface`)
  if (!isTold && !message.includes(`type ${type}) as *${type} value`)) return null
  if (callee === undefined) {
    const owner = nodeAround(scene, ['function_declaration', 'method_declaration', 'func_literal'])
    const result = owner?.childForFieldName('result') ?? null
    return result === null ? null : onlyStar(scene.file.path, result.text, result.startIndex, type)
  }
  const name = callee.replace(/^.*\./, '')
  const own = ownPackage(scene)
  const functions: readonly Declared[] = callee.includes('.')
    ? [...own.methods.values()].flat().filter(method => method.name === name)
    : [own.names.get(name)].flatMap(one => one ?? [])
  const fitting = functions.flatMap(({ in: { file }, at, type: signature }) => {
    const start = file === null ? -1 : file.text.indexOf(signature, at)
    const found = file === null || start < 0 ? null : onlyStar(file.path, signature, start, type)
    return found === null ? [] : [found]
  })
  const [first] = fitting
  return fitting.length === 1 && first !== undefined ? first : null
}

/** Without the star of the only `*type` in a text that begins at an offset of a file. */
function onlyStar(path: string, text: string, start: number, type: string): Inspected | null {
  const at = text.indexOf(`*${type}`)
  const after = text.slice(at + type.length + 1)
  if (at < 0 || /^[\w.]/.test(after) || after.includes(`*${type}`)) return null
  return dropStar(path, start + at, type)
}

function dropStar(path: string, start: number, type: string): Inspected | null {
  const changes = [{ path, start, end: start + 1, text: '' }]
  return propose({ title: writeExpression(`*${type}`, type), certain: false, changes })
}
