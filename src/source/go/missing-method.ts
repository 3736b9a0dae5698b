// `*Store does not implement Cache (missing method Get)`: a misspelt method, a receiver, or a method to write.

import type { TextChange } from '../../model/finding.ts'
import type { Inspect, Inspected, Scene } from '../inspection.ts'
import { clearlyMeant, similarNames } from '../similar-name.ts'
import { declarationOf, membersOf, type TypeMember, typeInMessage } from './members.ts'
import { expressionOfMessage } from './message-expression.ts'
import { ownPackage } from './packages.ts'
import { findOutside } from './skip-text.ts'
import { splitOperand } from './type-messages.ts'
import { readSignature, sameType } from './type-text.ts'
import { addMethod, renameMethod, takeAddress, valueReceiver, writeExpression } from './words.ts'
import { writeType } from './written-type.ts'

export const missingMethod: Inspect = scene => {
  if (!scene.whole) return null
  const message = [scene.failure.message, ...scene.failure.details].join('\n')
  if (message.length > 12_000) return null
  // *logger does not implement Logger (missing method Errorf)
  const found =
    /(?:^|[\s:])((?:\*|\[\]|map\[\w*\])?[^\s:]{1,300}) does not implement ([^\s]{1,300}) \((missing method|method|wrong type for method) ([\p{L}_][\p{L}\p{N}_]*)( has pointer receiver)?\)/u.exec(
      message,
    ) ??
    /([^\s(]{1,300})\s+(?:\S+ )?\(variable of (?:interface )?type ([^\s)]{1,300})\) cannot have dynamic type \S+ \((missing method|method|wrong type for method) ([\p{L}_][\p{L}\p{N}_]*)( has pointer receiver)?\)/u.exec(
      message,
    )
  if (found === null) return null
  const [, type = '', wanted = '', , method = '', pointer] = found
  if (pointer !== undefined) return pointerReceiver(scene, type, method)
  if (found[3] === 'wrong type for method') return wrongSignature(scene, type, method)
  return renamed(scene, type, method) ?? stub(scene, type, wanted, method)
}

function changeIn(member: TypeMember, start: number, end: number, text: string): readonly TextChange[] {
  const path = member.declared?.in.file?.path
  return path === undefined ? [] : [{ path, start, end, text }]
}

function methodsOf(scene: Scene, type: string): readonly TypeMember[] {
  return membersOf(scene, typeInMessage(scene, type)).filter(
    ({ kind, declared }) => kind === 'method' && declared?.kind === 'method',
  )
}

/** A method whose name is a slip away, with the signature that is wanted where the message tells it. */
function renamed(scene: Scene, type: string, wanted: string): Inspected | null {
  const own = methodsOf(scene, type).filter(
    ({ declared }) => declared?.in.file != null && declared.package === ownPackage(scene),
  )
  const lines = scene.failure.details.map(detail => detail.trim())
  // have LstatifPossible(string) (os.FileInfo, bool, error)
  const have = lines
    .find(line => line.startsWith('have '))
    ?.slice(5)
    .split('(', 1)[0]
  const similar = similarNames(wanted, own, ({ name }) => name)
  const meant =
    have === undefined ? clearlyMeant(wanted, similar) : (similar.find(({ name }) => name === have) ?? null)
  const best = meant ?? similar[0]
  if (best === undefined) return null
  const { at, name } = best.of
  const changes = changeIn(best.of, at, at + name.length, wanted)
  // Called by its own name elsewhere, it is no slip of this place alone.
  const called = ownPackage(scene).files.some(({ file }) => file?.text.includes(`.${name}(`))
  return {
    slots: { suggestion: name },
    proposals: [{ title: renameMethod(name, wanted), certain: meant !== null && !called, changes }],
  }
}

/** A value is used where only the pointer has the method: `&T{}`, or a value receiver when the others have one. */
function pointerReceiver(scene: Scene, type: string, method: string): Inspected | null {
  const methods = methodsOf(scene, type)
  const own = methods.find(({ name }) => name === method)
  const address = addressOf(scene)
  const receiver = own === undefined ? null : withoutStar(own)
  if (receiver === null) return address === null ? null : { proposals: [{ ...address, certain: false }] }
  const others = methods.filter(({ name, depth }) => name !== method && depth === 0)
  const { text } = scene.file
  const bare = type.replace(/\[.*$/s, '')
  const pointers = others.filter(({ pointer }) => pointer).length
  const byAddress = countOf(text, `&${bare}{`)
  const byValue = countOf(text, `${bare}{`) - byAddress
  const preferAddress =
    address !== null &&
    ((pointers > 0 && pointers * 2 >= others.length) || (others.length === 0 && byAddress > byValue))
  const ordered = preferAddress || receiver === null ? [address, receiver] : [receiver, address]
  return { proposals: ordered.filter(one => one !== null).map(one => ({ ...one, certain: false })) }
}

function addressOf(scene: Scene) {
  const operand = /^cannot use (.+\)) as /s.exec(scene.failure.message)?.[1]
  const told = operand === undefined ? null : splitOperand(operand)
  const node = told === null ? null : expressionOfMessage(scene, told.expression)
  if (node === null || !['identifier', 'composite_literal', 'selector_expression'].includes(node.type))
    return null
  return {
    title: takeAddress(node.text),
    changes: [{ path: scene.file.path, start: node.startIndex, end: node.startIndex, text: '&' }],
  }
}

/** The method with its `*` taken off; null where it sets what the receiver points to. */
function withoutStar(method: TypeMember) {
  const text = method.declared?.in.file?.text ?? ''
  // func (s *Store[K]) Get(
  const start = text.lastIndexOf('(', method.at - 1)
  const star = text.indexOf('*', start)
  if (start === -1 || star === -1 || star > method.at) return null
  const name = /^\(\s*([\p{L}_][\p{L}\p{N}_]*)\s+\*/u.exec(text.slice(start, star + 1))?.[1]
  const body = bodyOf(text, method.at)
  if (
    name !== undefined &&
    new RegExp(`(?:^|[^\\w.])\\*?${name}(?:\\.[\\w.]+|\\[[^\\]]*\\])*\\s*(?:[-+*/|&]?=[^=]|\\+\\+|--)`).test(
      body,
    )
  )
    return null
  return { title: valueReceiver(method.name), changes: changeIn(method, star, star + 1, '') }
}

function bodyOf(text: string, at: number): string {
  const end = text.indexOf('\n}', at)
  return text.slice(at, Math.min(end === -1 ? text.length : end, at + 20_000))
}

function countOf(text: string, piece: string): number {
  return text.split(piece).length - 1
}

/** `have Write([]byte) int`, `want Write([]byte) (int, error)`: parameters and results of the types wanted. */
function wrongSignature(scene: Scene, type: string, method: string): Inspected | null {
  const own = methodsOf(scene, type).find(({ name }) => name === method)
  const lines = scene.failure.details.map(detail => detail.trim())
  const want = readSignature(
    lines.find(line => line.startsWith(`want ${method}(`))?.slice(5 + method.length) ?? '',
  )
  const have = readSignature(own?.type ?? '')
  const text = own?.declared?.in.file?.text
  if (own === undefined || want === null || have === null || text === undefined) return null
  const start = own.at + method.length
  const end = start + own.type.length
  const fresh = `(${merge(scene, have.parameters, want.parameters)})${results(scene, have.results, want.results)}`
  if (fresh.includes('\0') || text.slice(start, end) !== own.type) return null
  return {
    proposals: [
      {
        title: writeExpression(`${method}${own.type}`, `${method}${fresh}`),
        certain: false,
        changes: changeIn(own, start, end, fresh),
      },
    ],
  }
}

type Parameters = readonly { readonly name: string; readonly type: string }[]

function merge(scene: Scene, have: Parameters, want: Parameters): string {
  return want
    .map(({ type }, i) => {
      const old = have[i]
      const kept =
        old !== undefined && sameType(old.type, type) ? old.type : (writeType(scene, type)?.text ?? '\0')
      const name = old?.name ?? (have.some(one => one.name !== '') ? '_' : '')
      return name === '' ? kept : `${name} ${kept}`
    })
    .join(', ')
}

function results(scene: Scene, have: Parameters, want: Parameters): string {
  if (want.length === 0) return ''
  const text = merge(scene, have, want)
  return want.length === 1 && !text.includes(' ') ? ` ${text}` : ` (${text})`
}

/** The method itself, to be filled in, behind the last of the type. */
function stub(scene: Scene, type: string, wanted: string, method: string): Inspected | null {
  const declared = declarationOf(scene, typeInMessage(scene, type))
  const file = declared?.in.file
  const signature = membersOf(scene, typeInMessage(scene, wanted)).find(({ name }) => name === method)
  if (declared == null || file == null || signature === undefined || declared.package !== ownPackage(scene))
    return null
  if (declared.type.startsWith('interface') || declared.parameters !== '') return null
  const methods = methodsOf(scene, type).filter(
    ({ declared: one }) => one?.in.file === file && one.receiver === declared.name,
  )
  const last = methods.reduce(
    (end, { at }) => Math.max(end, endOfDeclaration(file.text, at)),
    endOfDeclaration(file.text, declared.at),
  )
  const receiver =
    methods[0] === undefined ? declared.name.charAt(0).toLowerCase() : receiverName(file.text, methods[0].at)
  const qualified =
    signature.home.package === declared.package || /^\(\) *(?:[a-z]\w*|\[\][a-z]\w*)?$/.test(signature.type)
  // Another package's own names must be written with it.
  const text = qualified ? signature.type : qualify(signature.type, signature.home.package.name)
  const pointer = type.startsWith('*') || methods.some(one => one.pointer) ? '*' : ''
  const code = `\n\nfunc (${receiver} ${pointer}${declared.name}) ${method}${text} {\n\tpanic("not implemented")\n}`
  return {
    proposals: [
      {
        title: addMethod(method, declared.name),
        certain: false,
        changes: [{ path: file.path, start: last, end: last, text: code }],
      },
    ],
  }
}

function receiverName(text: string, at: number): string {
  const start = text.lastIndexOf('(', at - 1)
  return /^\(\s*([\p{L}_][\p{L}\p{N}_]*)\s/u.exec(text.slice(start, at))?.[1] ?? '_'
}

/** Behind the closing brace, or at the line's end. */
function endOfDeclaration(text: string, at: number): number {
  const line = text.indexOf('\n', at)
  const open = findOutside(text, at, '{\n')
  if (text[open] !== '{') return line === -1 ? text.length : line
  const close = findOutside(text, open + 1, '') + 1
  const end = text.indexOf('\n', close)
  return end === -1 ? text.length : end
}

function qualify(signature: string, name: string): string {
  return signature.replace(/(?<![\p{L}\p{N}_.])(\p{Lu}[\p{L}\p{N}_]*)/gu, `${name}.$1`)
}
