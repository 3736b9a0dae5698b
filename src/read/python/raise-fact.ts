// What a traceback shows of an exception that a `raise` statement made: where it stands, and whose code it is.

import type { Frame } from '../../model/failure.ts'

/** A statement is told up to here; what goes on longer is cut off. */
const longest = 160

//     raise ValueError(f"unknown currency: {code}")     if count < 0: raise ValueError
const raiseStatement = /^(?:(?:if|elif|else|except|case|for|while|with|finally)\b.*:\s?)?raise\s+\S/

/**
 * The sentence that signatures are matched against, `~ raise load 12 raise KeyError(name)`: the function, the line and
 * the statement that the innermost of `frames` shows. `~ raise` in the reader's own code, `~ raised` in a library.
 * Null when the source below the innermost frame is no `raise` statement.
 */
export function raiseFactOf([inner]: readonly Frame[]): string | null {
  const source = inner?.source?.trim().slice(0, 1000) ?? ''
  if (inner === undefined || !raiseStatement.test(source)) return null
  const statement = source.length > longest ? `${source.slice(0, longest - 1)}…` : source
  // A lambda or a module level has no name of its own.
  const where = inner.function.replace(/\s/g, '') || '<module>'
  return `~ ${inner.own ? 'raise' : 'raised'} ${where} ${inner.line} ${statement}`
}
