// Values as text: how Go code writes a number, an error or a Stringer as a string, and literals of one kind as another.

import type { Scene, SyntaxNode } from '../inspection.ts'
import type { Fit } from './fit.ts'
import { importChange } from './import-edit.ts'
import { membersOf, typeInMessage, underlyingOf } from './members.ts'
import { fileDeclarations } from './packages.ts'
import { isInteger } from './type-text.ts'
import { writeExpression } from './words.ts'

/** The ways to make text of an expression of type `from`, best first: what the file imports already comes before the rest. */
export function textOfValue(scene: Scene, node: SyntaxNode, from: string): readonly Fit[] {
  const { text } = node
  const own = ['Error', 'String'].filter(name =>
    membersOf(scene, typeInMessage(scene, from)).some(
      ({ name: found, type }) => found === name && /^\(\) string$/.test(type.trim()),
    ),
  )
  const called = own.map(name => make(scene, node, `${text}.${name}()`, null))
  const underlying = underlyingOf(scene, typeInMessage(scene, from)).text
  if (/^(?:string|\[\]byte|\[\]rune)$/.test(underlying))
    return [...called, make(scene, node, `string(${text})`, null)]
  // A function or channel printed is a mistake of another kind.
  if (/^(?:func|chan)\b/.test(from)) return called
  const number = formatNumber(text, underlying, from)
  const printed = make(
    scene,
    node,
    `fmt.Sprint(${text}${from === '[]any' || from === '[]interface{}' ? '...' : ''})`,
    'fmt',
  )
  const formatted = number === null ? [] : [make(scene, node, number, 'strconv')]
  const texts = isPrintedHere(scene, node) ? [printed, ...formatted] : [...formatted, printed]
  return [...called, ...texts]
}

/** Whether the file makes text of values by fmt.Sprint: the way nearest to the place counts, then what is imported. */
function isPrintedHere(scene: Scene, node: SyntaxNode): boolean {
  const { text } = scene.file
  const nearest = (pieces: readonly string[]) =>
    Math.min(
      ...pieces.flatMap(piece => {
        const [before, after] = [
          text.lastIndexOf(piece, node.startIndex),
          text.indexOf(piece, node.startIndex),
        ]
        return [before, after].filter(at => at !== -1).map(at => Math.abs(at - node.startIndex))
      }),
    )
  const [printed, formatted] = [nearest(['fmt.Sprint(']), nearest(['strconv.Format', 'strconv.Itoa('])]
  if (Number.isFinite(printed) || Number.isFinite(formatted)) return printed < formatted
  const imports = new Set(fileDeclarations(scene).imports.map(({ path }) => path))
  return imports.has('fmt') && !imports.has('strconv')
}

function make(scene: Scene, node: SyntaxNode, text: string, path: string | null): Fit {
  return {
    title: writeExpression(node.text, text),
    text,
    certain: false,
    changes: path === null ? [] : importChange(scene, path),
  }
}

function formatNumber(text: string, underlying: string, type: string): string | null {
  const as = (wanted: string) => (type === wanted ? text : `${wanted}(${text})`)
  if (type === 'int') return `strconv.Itoa(${text})`
  if (underlying === 'bool') return `strconv.FormatBool(${as('bool')})`
  if (underlying === 'float64' || underlying === 'float32')
    return `strconv.FormatFloat(${as('float64')}, 'f', -1, 64)`
  if (!isInteger(underlying)) return null
  return /^(?:u|byte)/.test(underlying)
    ? `strconv.FormatUint(${as('uint64')}, 10)`
    : `strconv.FormatInt(${as('int64')}, 10)`
}

/** A literal, or nil, as one of the type `to`; null where there is none. */
export function textOfLiteral(literal: string, to: string): string | null {
  const character = /^(?:byte|rune|uint8|int32)$/.test(to)
  // "]" is ']', "'" is '\'', "\"" is '"'
  const quoted = /^"((?:[^"\\\n]|\\[^\n]){1,20})"$/u.exec(literal)?.[1]
  if (quoted !== undefined && character) {
    const one = /^(?:.|\\(?:[abfnrtv\\"]|x[0-9a-fA-F]{2}|[0-7]{3}|u[0-9a-fA-F]{4}))$/su.test(quoted)
    if (!one) return null
    return quoted === "'" ? "'\\''" : `'${quoted === '\\"' ? '"' : quoted}'`
  }
  const rune = /^'((?:[^'\\\n]|\\[^\n]{1,9}))'$/u.exec(literal)?.[1]
  if (rune !== undefined && to === 'string')
    return rune === '"' ? '"\\""' : `"${rune === "\\'" ? "'" : rune}"`
  if (/^\d+$/.test(literal) && to === 'string') return `"${literal}"`
  if (quoted !== undefined && /^-?\d{1,18}$/.test(quoted) && isInteger(to)) return quoted
  return literal === 'nil' ? zeroOf(to) : null
}

/** The zero value of a predeclared type; null for any other. */
export function zeroOf(type: string): string | null {
  if (type === 'string') return '""'
  if (type === 'bool') return 'false'
  return isInteger(type) || /^(?:float|complex)\d+$/.test(type) ? '0' : null
}
