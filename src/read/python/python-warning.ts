// Reads what the `warnings` module prints: file, line, category, message and the source line.

import { failureOf } from '../../model/failure.ts'
import type { Block, Lines, Reader } from '../reader.ts'
import { failureOfTraceback } from './failure-of-traceback.ts'
import { normalizePath } from './frame-line.ts'
import { isLogLine } from './other-stream.ts'
import { isOwnFrame } from './own-frame.ts'
import { versionFromPaths } from './python-version.ts'
import { readStack } from './read-stack.ts'

export const pythonWarningFormat = 'python-warning'

// `/srv/app/main.py:2: SyntaxWarning: invalid escape sequence '\d'`, `sys:1: RuntimeWarning: coroutine 'f' was never awaited`
const warning = /^(\s{0,40})(\S.*?):(\d{1,9}): ((?:\w+\.)*\w+Warning): (.*)$/
// `WARNING:py.warnings:/srv/app/main.py:2: …`: as logging prints a captured warning
const capturedBy = /^.{0,200}?\bpy\.warnings[\]:\s]+/

function parseWarning(line: string) {
  if (!line.includes('Warning: ') || line.length > 100_000) return null
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

/** The source line that follows, two blanks deeper than the warning itself. */
function sourceBelow(line: string | undefined, indent: string): string | null {
  return line?.startsWith(`${indent}  `) && line.trim() !== '' ? line.trim() : null
}
