// Lines of go.mod that the go command does not read: misspelt directives, versions written otherwise, open groups.

import type { Words } from '../../../model/language.ts'
import { isMisspelling } from '../../../model/one-slip.ts'
import type { Inspect, Inspected, Scene } from '../../inspection.ts'
import { closeGroup, removeLine, writeDirective } from './words.ts'

const directives = [
  'module',
  'go',
  'toolchain',
  'godebug',
  'require',
  'exclude',
  'replace',
  'retract',
  'tool',
  'ignore',
]

/** The line of go.mod that the message is about, and where it begins. */
function lineOf({ file, line }: Scene): { start: number; text: string } {
  const lines = file.text.split('\n')
  const start = lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0)
  return { start, text: (lines[line - 1] ?? '').replace(/\r$/, '') }
}

function propose(
  { file }: Scene,
  title: Words,
  certain: boolean,
  { start, end, text }: { start: number; end: number; text: string },
): Inspected {
  return { proposals: [{ title, certain, changes: [{ path: file.path, start, end, text }] }] }
}

/** requre golang.org/x/net v0.43.0     requires ( */
export const misspeltDirective: Inspect = scene => {
  if (!scene.whole || !/\.(?:mod|work)$/.test(scene.file.path)) return null
  const { start, text } = lineOf(scene)
  const wrong = /^\s*([^\s(]+)/.exec(text)?.[1]
  if (wrong === undefined) return null
  const known = scene.file.path.endsWith('.work') ? [...directives, 'use'] : directives
  const meant = known.filter(
    word => word === wrong.toLowerCase() || (word.length > 2 && isMisspelling(wrong, word)),
  )
  // required ( and dependencies (
  if (meant.length === 0 && /^(?:required|requirements|dependencies|deps)$/.test(wrong)) meant.push('require')
  if (meant.length === 0 && wrong === 'replaced') meant.push('replace')
  const [right] = meant
  if (right === undefined) return null
  const at = start + text.indexOf(wrong)
  return propose(scene, writeDirective(right, wrong), meant.length === 1, {
    start: at,
    end: at + wrong.length,
    text: right,
  })
}

/** go v1.22     go go1.22     go 1.22.x     toolchain 1.22.3 */
export const wrongGoVersion: Inspect = scene => {
  if (!scene.whole || !/\.(?:mod|work)$/.test(scene.file.path)) return null
  const { start, text } = lineOf(scene)
  const found = /^(\s*(go|toolchain)\s+)("?)(\S+?)\3\s*(?:\/\/.*)?$/.exec(text)
  if (found === null) return null
  const [, head = '', verb = '', , wrong = ''] = found
  // v1.22   go1.22   Go1.22   1.22.x   1.22.   >=1.22   ^1.22   1,22
  const digits = /(\d+)[.,](\d+)(?:\.(\d+))?((?:rc|beta)\d+)?/.exec(wrong)
  if (digits === null) return null
  const [, major = '', minor = '', patch, pre = ''] = digits
  const version = `${major}.${minor}${patch === undefined ? '' : `.${patch}`}${pre}`
  const right = verb === 'toolchain' ? `go${version}` : version
  if (right === wrong) return null
  const at = start + head.length
  // What was left out of the version was nothing but decoration.
  const certain = /^(?:v|go|Go|go v|>=|\^|~)?\d+\.\d+(?:\.\d+)?(?:\.x|\.\*|\.)?$/.test(wrong)
  return propose(scene, writeDirective(right, wrong), certain, {
    start: at,
    end: at + text.slice(head.length).replace(/\s*(?:\/\/.*)?$/, '').length,
    text: right,
  })
}

/** require github.com/google/uuid 1.6.0 */
export const wrongModuleVersion: Inspect = scene => {
  if (!scene.whole || !scene.file.path.endsWith('.mod')) return null
  const { start, text } = lineOf(scene)
  // github.com/google/uuid 1.6.0     v1.6     1.6
  const found = /(\s)(v?)(\d+)\.(\d+)(?:\.(\d+))?([-+][\w.+-]+)?(?=\s|$)/.exec(text)
  if (found === null) return null
  const [all, space = '', v = '', major = '', minor = '', patch, rest = ''] = found
  const wrong = all.slice(space.length)
  const right = `v${major}.${minor}.${patch ?? '0'}${rest}`
  if (right === wrong) return null
  const at = start + found.index + space.length
  // Without its checksum it does not build yet.
  const sum = scene.folder.open(scene.file.path.replace(/\.mod$/, '.sum'))
  const module = /(\S+)\s+$/.exec(text.slice(0, found.index + space.length))?.[1] ?? ''
  const isSummed = sum?.lines.some(line => line.startsWith(`${module} ${right} h1:`)) ?? false
  return propose(scene, writeDirective(right, wrong), v === '' && patch !== undefined && isSummed, {
    start: at,
    end: at + wrong.length,
    text: right,
  })
}

/** require ( without its `)` */
export const openGroup: Inspect = scene => {
  if (!scene.whole || !/\.(?:mod|work)$/.test(scene.file.path)) return null
  const { text } = scene.file
  const lines = text.split('\n')
  let open = -1
  let offset = 0
  for (const [index, line] of lines.entries()) {
    const code = line.split('//')[0] ?? ''
    const begins = /^(?:[a-z]+)\b/.test(code)
    // A directive in the first column while a group is open: the group ends before it.
    if (open >= 0 && (begins || index === lines.length - 1)) {
      const before = text.slice(0, offset).trimEnd().length
      return propose(scene, closeGroup, true, { start: before, end: before, text: '\n)' })
    }
    if (/\(\s*$/.test(code)) open = index
    if (/^\s*\)/.test(code)) open = -1
    offset += line.length + 1
  }
  if (open < 0) return null
  const end = text.trimEnd().length
  return propose(scene, closeGroup, true, { start: end, end, text: '\n)' })
}

/** A second `go`, `module` or `toolchain` line */
export const repeatedLine: Inspect = scene => {
  if (!scene.whole || !/\.(?:mod|work)$/.test(scene.file.path)) return null
  const { start, text } = lineOf(scene)
  const isTwice = scene.file.text.slice(0, start).split('\n').includes(text)
  return propose(scene, removeLine(text.trim()), isTwice, { start, end: start + text.length + 1, text: '' })
}

/** replace example.com/kit => kit, where the folder ./kit is meant */
export const folderWithoutDot: Inspect = scene => {
  if (!scene.whole || !/\.(?:mod|work)$/.test(scene.file.path)) return null
  const { start, text } = lineOf(scene)
  const found = /=>\s+(\S+)/.exec(text)
  const target = found?.[1]
  if (found === null || target === undefined || target.startsWith('.') || target.startsWith('/')) return null
  const folder = scene.file.path.split('/').slice(0, -1).concat(target.split('/')).join('/')
  const exists = scene.folder.list(folder).includes('go.mod')
  const at = start + found.index + found[0].length - target.length
  return propose(scene, writeDirective(`./${target}`, target), exists, { start: at, end: at, text: './' })
}

/** require example.com/tax@v1.2.0     replace example.com/tax = ../tax     require example.com/tax # money */
export const lineForm: Inspect = scene => {
  if (!scene.whole || !/\.(?:mod|work)$/.test(scene.file.path)) return null
  const { start, text } = lineOf(scene)
  const code = text.split('//')[0] ?? ''
  const replaceAt = (at: number, wrong: string, right: string, certain: boolean) =>
    propose(scene, writeDirective(right.trim(), wrong), certain, {
      start: start + at,
      end: start + at + wrong.length,
      text: right,
    })
  // example.com/tax@v1.2.0
  const joined = /[\w)]@(?=v\d)/.exec(code)
  if (joined !== null) return replaceAt(joined.index + 1, '@', ' ', true)
  const sign = /\s(?:=|->|==>|:=)\s/.exec(code)
  if (sign !== null && /^\s*(?:replace\b|\S+\s)/.test(code)) {
    const wrong = sign[0].trim()
    return replaceAt(sign.index + 1, wrong, '=>', true)
  }
  const hash = /\s#/.exec(code)
  return hash === null ? null : replaceAt(hash.index + 1, '#', '//', true)
}
