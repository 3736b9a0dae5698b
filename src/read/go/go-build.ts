// Errors of go build, go vet and gofmt: the compiler's, the type checker's, vet's and cgo's.

import { type Echo, type Failure, failureOf } from '../../model/failure.ts'
import type { Block, Lines, Reader } from '../reader.ts'
import { readDump } from './goroutine-dump.ts'
import { versionIn } from './place.ts'
import { parseSourceMessage, type SourceMessage } from './source-message.ts'

const format = 'go-build'
const mostDetails = 60
const mostHeaders = 20

// # example.com/shop/orders [example.com/shop/orders.test]     # [example.com/shop/orders]     # command-line-arguments
const header = /^# (?:\[\S+\]|[\w.~/@:+-]+(?: \[\S+\])?)$/

function isHeader(line: string): boolean {
  return line.startsWith('# ') && line.length < 1000 && header.test(line.trimEnd())
}

// note: module requires Go 1.21
const note = /^note: module requires [Gg]o /
// too many errors
const tooMany = /^too many errors$/
// In file included from rd.go:5:     rd.go: In function 'open':     compilation terminated.
const compilerTalk =
  /^(?:In file included from |\s+from \S+:\d+|compilation terminated\.|\S{1,300}: In function |go: downloading )/
// have (number)     want ()     ./request.go:112:19: other declaration of SetContext
const continuesUnindented = /^(?:have|want) \(/

//     5 | #include <librdkafka/rdkafka.h>
const excerpt = /^\s*\d+ \| ?(.*)$/
//       |          ^~~~~~~~~
const marks = /^\s*\| ?( *)(\^~*)/

function echoOf(details: readonly string[]): Echo | null {
  const at = details.findIndex(line => excerpt.test(line))
  const source = excerpt.exec(details[at] ?? '')?.[1]
  if (source === undefined) return null
  const [, indent, marked] = marks.exec(details[at + 1] ?? '') ?? []
  const start = indent?.length ?? 0
  return { source, marked: marked === undefined ? null : [start, start + marked.length] }
}

interface OneMessage {
  readonly failure: Failure
  readonly end: number
}

function readMessage(lines: Lines, at: number, message: SourceMessage): OneMessage {
  let end = at + 1
  while (end < lines.length && end - at <= mostDetails) {
    const line = lines[end] ?? ''
    if (!/^\s+\S/.test(line) && !continuesUnindented.test(line) && !message.isContinuedBy(line)) break
    end++
  }
  const behind = lines.slice(at + 1, end)
  const details = [...(message.more === null ? [] : [message.more]), ...behind.map(line => line.trim())]
  const isCrash = message.text.startsWith('internal compiler error: ')
  const dump = isCrash ? readDump(lines, end) : null
  const failure = failureOf({
    tool: 'go',
    format,
    message: message.text,
    details,
    code: message.code,
    place: message.place,
    frames: dump?.goroutines[0]?.frames ?? [],
    echo: echoOf(behind),
    version: dump?.version ?? versionIn(message.place?.file ?? ''),
    at: { line: at + 1, lines: Math.max(end, dump?.end ?? 0) - at },
  })
  return { failure, end: Math.max(end, dump?.end ?? 0) }
}

function readGoBuild(lines: Lines, at: number): Block | null {
  const failures: Failure[] = []
  let firstOfPackage = 0
  let inPackage = false
  let end = at + 1
  let index = at
  while (index < lines.length) {
    // Headers alone are no failure, however many there are.
    if (failures.length === 0 && index - at > mostHeaders) return null
    const line = lines[index] ?? ''
    const message = parseSourceMessage(line, inPackage)
    if (message !== null) {
      const one = readMessage(lines, index, message)
      if (message.severity === 'error') failures.push(one.failure)
      index = one.end
      end = index
    } else if (isHeader(line)) {
      firstOfPackage = failures.length
      inPackage = true
      index++
    } else if (tooMany.test(line) && failures.length > 0) {
      failures.push(failureOf({ tool: 'go', format, message: line, at: { line: index + 1, lines: 1 } }))
      end = ++index
    } else if (note.test(line) && failures.length > 0) {
      // The go command adds it to the whole package: any of its errors may come from the older language.
      for (let i = firstOfPackage; i < failures.length; i++) {
        const failure = failures[i]
        if (failure !== undefined) failures[i] = { ...failure, details: [...failure.details, line] }
      }
      end = ++index
    } else if (compilerTalk.test(line.slice(0, 320))) {
      index++
    } else break
  }
  return failures.length === 0 ? null : { failures, end }
}

/**
 * One failure for each message of a build; its continuation lines are details. The official code is taken where
 * `-gcflags=-errorurl` prints it: `undefined: foo [go.dev/e/UndeclaredName]`.
 */
export const goBuild: Reader = {
  format,
  starts: line => isHeader(line) || parseSourceMessage(line, false) !== null,
  read: readGoBuild,
}
