// Sends and receives that a channel, or no channel, does not allow: `<-ctx.Done`, `jobs <- job` of a `<-chan Job`.

import type { Inspect, Scene, SyntaxNode } from '../../inspection.ts'
import { expressionOfMessage, nodeAround } from '../message-expression.ts'
import { lookUp } from '../scope.ts'
import { splitOperand } from '../type-messages.ts'
import { readSignature } from '../type-text.ts'
import { callIt } from '../words.ts'
import { propose, replaceNode } from './replace.ts'

interface Channel {
  readonly sends: boolean
  readonly expression: string
  readonly type: string
}

/** The operand of a message about a send or receive; null for any other. */
function readChannel(message: string): Channel | null {
  if (message.length > 2000) return null
  // invalid operation: cannot receive from non-channel *time.Timer timer (variable of type *time.Timer)
  // invalid operation: cannot send to receive-only channel jobs (variable of type <-chan string)
  const found =
    /^invalid operation: cannot (send to|receive from) (?:non-channel|(?:send|receive)-only channel) (.+\))$/s.exec(
      message,
    )
  const told = found === null ? null : splitOperand(found[2] ?? '')
  if (found === null || told === null) return null
  const { type } = told
  // Since Go 1.25 the type stands before the expression as well.
  const expression = told.expression.startsWith(`${type} `)
    ? told.expression.slice(type.length + 1)
    : told.expression
  return { sends: found[1] === 'send to', expression, type }
}

/** <-ctx.Done */
export const channelNotCalled: Inspect = scene => {
  const channel = scene.whole ? readChannel(scene.failure.message) : null
  const node = channel === null ? null : operandOf(scene, channel)
  if (channel === null || node === null) return null
  const signature = channel.type.startsWith('func') ? readSignature(channel.type) : null
  const [result] = signature?.results ?? []
  if (signature !== null) {
    if (signature.parameters.length > 0 || signature.results.length !== 1) return null
    const changes = [{ path: scene.file.path, start: node.endIndex, end: node.endIndex, text: '()' }]
    const certain = /^(?:<-)?chan\b/.test(result?.type ?? '')
    return propose({ title: callIt(node.text), certain, changes })
  }
  if (channel.sends) return null
  // <-timer: the channel is its field C.
  if (/^\*?time\.(?:Timer|Ticker)$/.test(channel.type))
    return propose(replaceNode(scene, node, `${node.text}.C`, true))
  const receive = node.parent
  return receive?.type === 'unary_expression' && receive.text.startsWith('<-')
    ? propose(replaceNode(scene, receive, node.text, false))
    : null
}

function operandOf(scene: Scene, { expression, sends }: Channel) {
  const direct = expressionOfMessage(scene, expression)
  if (direct !== null) return direct
  const around = nodeAround(scene, sends ? ['send_statement'] : ['unary_expression'])
  const operand = around?.childForFieldName(sends ? 'channel' : 'operand') ?? null
  return operand !== null && operand.text.replace(/\s+/g, '') === expression.replace(/\s+/g, '')
    ? operand
    : null
}

/** jobs <- job where the parameter is `jobs <-chan Job` */
export const channelDirection: Inspect = scene => {
  const channel = scene.whole ? readChannel(scene.failure.message) : null
  if (channel === null || !/^\w+$/.test(channel.expression)) return null
  const declared = lookUp(scene, channel.expression, scene.offset)?.node?.parent ?? null
  const type = declared?.childForFieldName('type') ?? null
  if (declared?.type !== 'parameter_declaration' || type?.type !== 'channel_type') return null
  const element = type.childForFieldName('value')?.text ?? ''
  const body = functionBody(declared)
  const uses = new RegExp(
    channel.sends
      ? `<-[ \\t]*${channel.expression}\\b|range ${channel.expression}\\b`
      : `\\b${channel.expression} <-`,
  )
  const both = uses.test(body)
  const head = both ? 'chan' : channel.sends ? 'chan<-' : '<-chan'
  return element === '' ? null : propose(replaceNode(scene, type, `${head} ${element}`, false))
}

function functionBody(parameter: SyntaxNode): string {
  return parameter.parent?.parent?.childForFieldName('body')?.text.slice(0, 100_000) ?? ''
}
