// Reads what the `warnings` module prints: file, line, category, message and the source line.

import { failureOf } from '../../model/failure.ts'
import type { Block, Lines, Reader } from '../reader.ts'
import { failureOfTraceback } from './failure-of-traceback.ts'
import { normalizePath } from './frame-line.ts'
import { beginsSomethingElse, isLogLine } from './other-stream.ts'
import { isOwnFrame } from './own-frame.ts'
import { versionFromPaths } from './python-version.ts'
import { readStack } from './read-stack.ts'

export const pythonWarningFormat = 'python-warning'

// `/srv/app/main.py:2: SyntaxWarning: invalid escape sequence '\d'`, `sys:1: RuntimeWarning: coroutine 'f' was never awaited`,
// `/srv/app/main.py:8: PydanticDeprecatedSince20: The `dict` method is deprecated; …`
const warning =
  /^(\s{0,40})(\S.*?):(\d{1,9}): ((?:\w+\.)*(?:\w+Warning|PydanticDeprecatedSince\d+)):(?: (.*))?$/
// `WARNING:py.warnings:/srv/app/main.py:2: …`: as logging prints a captured warning
const capturedBy = /^.{0,200}?\bpy\.warnings[\]:\s]+/

function parseWarning(line: string) {
  if (!/(?:Warning|Since\d{2,4}):(?: |$)/.test(line) || line.length > 100_000) return null
  const text = line.includes('py.warnings') ? line.replace(capturedBy, '') : line
  const match = warning.exec(text)
  if (!match) return null
  const [, indent = '', file = '', number = '', category = '', words = ''] = match
  if (file.length > 1000 || !/\.\w{1,5}$|^(?:<.+>|sys)$|[/\\]/.test(file) || isLogLine(text)) return null
  return { indent, file, line: Number(number), category, message: `${category}: ${words}`.trimEnd() }
}

/** Warnings; `sys:1` and `<sys>:0` are no place. The hint to enable tracemalloc is passed over. */
export const pythonWarning: Reader = {
  format: pythonWarningFormat,
  starts: line => parseWarning(line) !== null,
  read: readWarning,
}

function readWarning(lines: Lines, at: number): Block | null {
  const parsed = parseWarning(lines[at] ?? '')
  if (!parsed) return null
  let end = at + 1
  // Coroutine created at (most recent call last)
  const created = /^\s*Coroutine created at \(most recent call last\)/.test(lines[end] ?? '')
  const stack = created ? readStack(lines, end + 1, '') : null
  if (stack) end = stack.end
  const details = moreWords(lines, end, parsed)
  end += details.length
  const source = sourceBelow(lines[end], parsed.indent)
  if (source !== null) end++
  // RuntimeWarning: Enable tracemalloc to get the object allocation traceback
  if (/^\s*\w+Warning: Enable tracemalloc /.test(lines[end] ?? '')) end++
  const own = parsed.file !== 'sys' && isOwnFrame(parsed.file, '<module>')
  const file = normalizePath(parsed.file)
  const at1 = { line: at + 1, lines: end - at }
  const birth = stack && stack.frames.length > 0 ? failureOfTraceback(stack.frames, null, at1) : null
  return {
    failures: [
      failureOf({
        tool: 'python',
        format: pythonWarningFormat,
        message: parsed.message,
        details: details.map(line => line.trim()).filter(line => line !== ''),
        code: parsed.category.slice(parsed.category.lastIndexOf('.') + 1),
        place: birth?.place ?? (own ? { file, line: parsed.line, column: null, unit: 'code-points' } : null),
        frames: birth?.frames ?? [],
        echo: birth?.echo ?? (own && source !== null ? { source, marked: null } : null),
        version: versionFromPaths([parsed.file, ...(birth?.frames.map(frame => frame.file) ?? [])]),
        at: at1,
      }),
    ],
    end,
  }
}

/** So many lines the words of a warning may take below its first. */
const mostMoreWords = 8
// You are setting values through chained assignment. …, * 'orm_mode' has been renamed to 'from_attributes'
const goesOn = /^\s*(?:You |A value |Try |Behaviour|\* '|Did you mean |See )/

/** The lines between the first and the source line, for a warning that has some: up to that line, or none. */
function moreWords(lines: Lines, from: number, { indent, message }: { indent: string; message: string }) {
  const open = message.endsWith('Warning:')
  if (!open && !goesOn.test((lines[from] ?? '').slice(0, 200))) return []
  for (let index = from; index < lines.length && index <= from + mostMoreWords; index++) {
    const line = lines[index] ?? ''
    if (sourceBelow(line, indent) !== null) return lines.slice(from, index)
    if (line.trim() !== '' && (beginsSomethingElse(line) || parseWarning(line) !== null)) return []
  }
  return []
}

/** The source line that follows, two blanks deeper than the warning itself. */
function sourceBelow(line: string | undefined, indent: string): string | null {
  return line?.startsWith(`${indent}  `) && line.trim() !== '' ? line.trim() : null
}
