// What the type checker says of two types that don't go together, taken apart.

export interface WrongType {
  readonly expression: string
  /** The operand's type; `untyped string`, `untyped nil` for constants without one. */
  readonly type: string
  readonly constant: boolean
  readonly target: string
  /** `argument to f`, `assignment`, `return statement`; '' for a conversion. */
  readonly context: string
}

/** Reads `cannot use x (variable of type int) as string value in argument to f: …` and `cannot convert x (…) to type T`. */
export function readWrongType(message: string): WrongType | null {
  if (message.length > 8000) return null
  // cannot use nil as string value in return statement
  const nil = /^cannot use nil as (.+) value in (.+)$/s.exec(message)
  if (nil !== null)
    return {
      expression: 'nil',
      type: 'untyped nil',
      constant: true,
      target: nil[1] ?? '',
      context: nil[2] ?? '',
    }
  // cannot use n (variable of type int) as type string in assignment: as Go 1.19 has it
  // cannot use "=" (untyped string constant) as byte value in argument to b.WriteByte
  const use =
    /^cannot use (.+) as (?:type )?(.+?)(?: value)? in (argument to .*|[a-z][a-z ]*(?:: .*)?)$/s.exec(message)
  const convert = use === null ? /^cannot convert (.+) to type (.+?)(?:: .*)?$/s.exec(message) : null
  const found = use ?? convert
  if (found === null) return null
  const [, operand = '', target = '', context = ''] = found
  const split = splitOperand(operand)
  return split === null ? null : { ...split, target, context: context.replace(/: .*$/s, '') }
}

/** `len(x) (value of type int)`: the last parentheses tell what it is. */
export function splitOperand(operand: string): Omit<WrongType, 'target' | 'context'> | null {
  const at = operand.search(
    / \((?:variable|value|constant|untyped|map index expression|comma, ok expression|type|built-in|no value|package)\b(?!.* \((?:variable|value|constant|untyped|map index expression|comma, ok expression) )/s,
  )
  if (at === -1 || !operand.endsWith(')')) return null
  const expression = operand.slice(0, at)
  const told = operand.slice(at + 2, -1)
  // variable of interface type any, constant 5 of type int, value of struct type Order, variable of type T constrained by any
  const typed = / of (?:[a-z0-9]+ )?type (.+?)(?: constrained by .+)?$/s.exec(told)
  if (typed !== null) return { expression, type: typed[1] ?? '', constant: told.startsWith('constant') }
  // untyped string constant "abc", untyped nil
  const untyped = /^untyped (\w+)/.exec(told)
  return untyped === null ? null : { expression, type: `untyped ${untyped[1]}`, constant: true }
}

export interface Mismatch {
  readonly expression: string
  readonly left: string
  readonly right: string
}

/** Reads `invalid operation: a + b (mismatched types int and string)`. */
export function readMismatch(message: string): Mismatch | null {
  if (message.length > 8000) return null
  const found = /^invalid operation: (.+) \(mismatched types (.+) and (.+)\)$/s.exec(message)
  if (found === null) return null
  const [, expression = '', left = '', right = ''] = found
  return { expression, left, right }
}
