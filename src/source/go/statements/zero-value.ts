// How the zero value of a type is written.

import type { Scene } from '../../inspection.ts'
import { typeInMessage, underlyingOf } from '../members.ts'
import { zeroOf } from '../text-of-value.ts'

// *Order   []Order   map[string]int   chan int   func(int) error   interface{}
const nilable = /^(?:\*|\[\]|map\[|chan\b|<-|func\b|interface\b)/

/** The zero value as written here; null where the type is not known well enough. */
export function zeroValue(scene: Scene, type: string): string | null {
  const text = type.trim()
  if (text === 'error' || text === 'any' || nilable.test(text)) return 'nil'
  const zero = zeroOf(text)
  if (zero !== null) return zero
  // struct{}   [4]byte
  if (text.startsWith('struct') || text.startsWith('[')) return `${text}{}`
  const under = underlyingOf(scene, typeInMessage(scene, text)).text
  if (under === text || under === '') return isParameter(scene, text) ? `*new(${text})` : null
  if (nilable.test(under) || under === 'error' || under === 'any') return 'nil'
  return under.startsWith('struct') || under.startsWith('[') ? `${text}{}` : zeroOf(under)
}

/** func Load[T any]( */
function isParameter(scene: Scene, name: string): boolean {
  return (
    /^[A-Z]\w{0,3}$/.test(name) &&
    new RegExp(`[[,]\\s*${name}\\b`).test(
      scene.file.lines.slice(Math.max(0, scene.line - 400), scene.line).join('\n'),
    )
  )
}
