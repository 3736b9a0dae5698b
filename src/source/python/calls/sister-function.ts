// The function beside the one that was meant: `json.loads` of a file, a file opened in the other mode.

import type { Inspect, SyntaxNode } from '../../inspection.ts'
import { lastName } from '../code/expressions.ts'
import { field, nodesOnLine, partsOf } from '../code/place.ts'
import { insertAt, propose, respell, rewrite } from '../code/proposals.ts'
import { trailOf } from '../code/value-origin.ts'
import { insert, replace } from '../words.ts'

/** `json.load(text)`, `json.dumps(data, file)` and the like of pickle, yaml, toml. */
export const textOrFile: Inspect = scene => {
  const { message } = scene.failure
  // AttributeError: 'str' object has no attribute 'read'
  const wantsText =
    /'(?:str|bytes)' object has no attribute 'read'|missing 1 required positional argument: 'f(?:p|ile)'/.test(
      message,
    )
  // TypeError: the JSON object must be str, bytes or bytearray, not TextIOWrapper
  const wantsFile =
    /must be str, bytes or bytearray, not (?:TextIOWrapper|BufferedReader|_io)|takes 1 positional argument but 2 were given/.test(
      message,
    )
  if (!wantsText && !wantsFile) return null
  for (const call of nodesOnLine(scene, ['call'])) {
    const callee = field(call, 'function')
    const name = lastName(callee)
    const node = callee?.type === 'attribute' ? field(callee, 'attribute') : callee
    const isJson = /^(?:json|pickle|marshal|tomllib|simplejson|ujson)\./.test(callee?.text ?? '')
    if (node === null || !isJson) continue
    if (wantsText && (name === 'load' || name === 'dump'))
      return { proposals: [respell(scene.file, node, `${name}s`, true)] }
    if (wantsFile && (name === 'loads' || name === 'dumps'))
      return { proposals: [respell(scene.file, node, name.slice(0, -1), true)] }
  }
  return null
}

/** A file is open for the other direction, or for text instead of bytes. */
export const openMode: Inspect = scene => {
  const { message } = scene.failure
  for (const value of nodesOnLine(scene, ['identifier', 'attribute']).slice(0, 16)) {
    for (const { node, file } of scene.whole ? trailOf(scene, value) : []) {
      const callee = lastName(field(node, 'function'))
      if (node.type !== 'call' || callee !== 'open') continue
      const mode = modeOf(node, field(node, 'function')?.type === 'attribute')
      const text = mode === null ? 'r' : mode.text.slice(1, -1)
      const fresh = freshMode(message, text)
      if (fresh === null || fresh === text) continue
      const last = partsOf(field(node, 'arguments')).at(-1)
      const mark =
        mode?.text[0] ?? (scene.file.text.includes("'r'") || !scene.file.text.includes('"') ? "'" : '"')
      const written = `${mark}${fresh}${mark}`
      if (mode === null && last === undefined) continue
      const change =
        mode === null ? insertAt(last?.endIndex ?? node.endIndex, `, ${written}`) : rewrite(mode, written)
      return {
        file: file.path,
        line: node.startPosition.row + 1,
        proposals: [
          propose(file, mode === null ? insert(written) : replace(mode.text, written), false, [change]),
        ],
      }
    }
  }
  return null
}

function modeOf(call: SyntaxNode, isMethod: boolean): SyntaxNode | null {
  const given = partsOf(field(call, 'arguments'))
  const named = given.find(part => part.type === 'keyword_argument' && field(part, 'name')?.text === 'mode')
  if (named !== undefined) return field(named, 'value')
  const second = given[isMethod ? 0 : 1]
  return second?.type === 'string' ? second : null
}

function freshMode(message: string, mode: string): string | null {
  // io.UnsupportedOperation: not writable
  if (/not writable/.test(message)) return mode.replace('r', 'w')
  if (/not readable/.test(message)) return mode.replace(/[wax]/, 'r')
  // TypeError: write() argument must be str, not bytes
  if (/write\(\) argument must be str, not bytes|cannot use a bytes pattern/.test(message))
    return mode.includes('b') ? null : `${mode}b`
  if (/bytes-like object is required, not 'str'|cannot use a string pattern/.test(message))
    return mode.replace('b', '')
  return null
}
