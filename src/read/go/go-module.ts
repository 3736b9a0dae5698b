// Messages of the go command itself: modules, packages, proxies, flags.

import { type Failure, failureOf } from '../../model/failure.ts'
import type { Position } from '../../model/position.ts'
import type { Block, Lines, Reader } from '../reader.ts'
import { isModuleMessage } from './module-message.ts'
import { parsePlace, versionIn } from './place.ts'

const format = 'go-module'
const mostDetails = 60

// go: downloading github.com/x/y v1.2.3     go: found github.com/x/y in github.com/x/y v1.2.3
const progress =
  /^go: (?:downloading|finding|extracting|found|added|upgraded|downgraded|removed|creating new go\.mod|to add module requirements|copying requirements|switching|trying|no module dependencies|all modules verified|writing |warning: (?!.*matched no packages))/

// go: cannot find main module…   go build: -race requires cgo   go mod tidy: …   go foo: unknown command
const command =
  /^go(?: (?:build|run|test|get|install|vet|list|mod|work|tool|generate|clean|env|fmt|doc|version|telemetry)(?: [a-z]+)?)?: \S|^go \S+: unknown command$/

// go: errors parsing go.mod:     go: errors parsing ../kit/go.mod:     go: error loading go.mod:
const parsing = /^go: (?:errors parsing|error loading) \S+:$/

// flag provided but not defined: -foo     flag needs an argument: -run     stat nope.go: no such file or directory
// stat /home/dev/shop/nope: directory not found     example.com/shop imports
const plain =
  /^(?:flag provided but not defined: -|flag needs an argument: -|invalid (?:boolean )?value "[^"]{0,200}" for (?:flag )?-|error obtaining VCS status: |(?:build|get) \S+: cannot |stat \S+(?:\.go: no such file|: directory not found$)|\S+ imports$)/

// -race is not supported on linux/386     -buildmode=c-shared requires external (cgo) linking, but cgo is not enabled
// build cache is required, but could not be located: GOCACHE is not defined and …     buildmode=dll not supported
const aboutSettings =
  /^(?:-(?:race|msan|asan) (?:is not|is only) supported |-?buildmode=\S+ not supported|\S+ requires external \(cgo\) linking, but cgo is not enabled$|-mod=\S+ not supported |build cache is (?:required|disabled)|failed to initialize build cache at |module cache not found: |\$GOPATH\/go\.mod exists but should not|current directory is contained in a module that is not one of )/

// main.go: parsing //go:build line: invalid syntax at &     /home/dev/shop/main.go: invalid #cgo verb: #cgo LDFLAG: -lm
// example.com/shop: invalid flag in #cgo LDFLAGS: --lm     fork/exec /tmp/go-build1/b001/exe/shop: exec format error
// example.com/shop: /usr/local/go/pkg/tool/linux_amd64/compile: signal: killed
const aboutFile =
  /^(?:\S+\.go: (?:parsing \/\/go:build line: |multiple \/\/go:build comments|(?:invalid|malformed) #cgo )|\S+: invalid flag in (?:#cgo|pkg-config) |fork\/exec \S+: exec format error|(?:go build )?\S+: \S+: signal: killed$)/

/** `package a`, the head of a chain of imports: only with the chain behind it. */
const packageLine = /^package \S+$/
// \timports example.com/shop/internal/store from pricing.go     \tb/b.go:2:8: use of internal package x not allowed
function isChained(line: string): boolean {
  const text = line.trim()
  return text.startsWith('imports ') || placedMessage(text) !== null
}

function isMessage(line: string): boolean {
  if (line.startsWith('go')) return command.test(line.slice(0, 200)) && !progress.test(line.slice(0, 300))
  const start = line.slice(0, 300)
  return (
    plain.test(start) ||
    aboutSettings.test(start) ||
    aboutFile.test(start) ||
    isModuleMessage(line.slice(0, 1000))
  )
}

/** The message of a line that states its place; null for the compiler's. */
function placedMessage(line: string): { place: Position; text: string } | null {
  const placed = parsePlace(line)
  if (placed === null || placed.text === '') return null
  if (/\.(?:mod|work|sum)$/.test(placed.place.file)) return placed
  return isModuleMessage(placed.text.slice(0, 1000)) ? placed : null
}

function starts(line: string): boolean {
  switch (line.charCodeAt(0)) {
    case 0x20: // space
    case 0x09: // tab
      return false
    case 0x67: // g
      if (isMessage(line)) return true
      break
    case 0x70: // p
      if (packageLine.test(line.slice(0, 1000))) return true
      break
  }
  return placedMessage(line) !== null || isMessage(line)
}

// Confirm the import path was entered correctly.     usage: go build [-o output] [build flags] [packages]
const continuation =
  /^(?:\s+To (?:ignore|sync) the vendor directory|Confirm the import path was entered correctly|If this is a private repository|SECURITY ERROR|usage: go |Usage of |Run 'go help|For more information, see 'go help|This download does NOT match|The bits may have been replaced|have intercepted the download|The 'go mod|go (?:get|mod|work) \S)/

function linesBehind(lines: Lines, from: number, isChain: boolean): number {
  let index = from
  while (index < lines.length && index - from < mostDetails) {
    const line = lines[index] ?? ''
    if (/^\s+\S/.test(line) && !line.startsWith('    --- ')) index++
    else if (
      (isChain && (lines[index - 1] ?? '').endsWith(' imports')) ||
      continuation.test(line.slice(0, 100))
    )
      index++
    // A blank line only stands before a known paragraph, as of the checksum warning.
    else if (line.trim() === '' && continuation.test(lines[index + 1] ?? '')) index++
    else break
  }
  return index
}

// go: error loading go.mod: go.mod:7: unknown godebug "tlskyber"     go: ../kit/go.mod:3: invalid go version '1.x'
const inner = /^go: (?:[^:]{1,200}: )?(?=[^\s:]{0,300}go\.(?:mod|work|sum):\d)/

// imports example.com/shop/internal/pricing from total.go: import cycle not allowed
const importer = /^imports \S+ from ([\w.-]+\.go)/

// found packages shop (cart.go) and store (total.go) in /home/dev/shop
const severalPackages = /^found packages \S+ \([^()\s]+\) and \S+ \(([^()\s]+)\) in (.{1,400})$/

/** Where a message has no place of its own: the file that imports, or the one that must change. */
function impliedPlace(message: string): Position | null {
  const other = severalPackages.exec(message)
  const file =
    (other === null ? null : `${other[2]}/${other[1]}`) ??
    importer.exec(message)?.[1] ??
    (message.startsWith('go: updates to go.mod needed') ? 'go.mod' : null)
  return file === null ? null : { file, line: 1, column: null, unit: 'bytes' }
}

interface Head {
  readonly place: Position | null
  readonly text: string
}

function headOf(line: string): Head | null {
  const placed = placedMessage(line) ?? placedMessage(line.replace(inner, ''))
  if (placed !== null) return placed
  return isMessage(line) || packageLine.test(line.slice(0, 1000)) ? { place: null, text: line.trim() } : null
}

// go: downloading git.corp.example/platform/kit v1.8.2
const downloading = /^go: downloading \S+ v\S+$/
const farthestDownload = 20

/** The one download announced above `at`, which a message without a name is about; none when there are several. */
function downloadAbove(lines: Lines, at: number): readonly string[] {
  const above = lines.slice(Math.max(0, at - farthestDownload), at).map(line => line.slice(0, 500))
  const announced = [...new Set(above.filter(line => downloading.test(line)))]
  return announced.length === 1 ? announced : []
}

interface Whole extends Head {
  readonly details: readonly string[]
}

// example.com/shop imports     go: example.com/tax@v1.2.0 requires     go: example.com/tax@v1.2.0 (in example.com/shop) requires
const chainHead = / (?:imports|requires)$/
// example.com/kit@v1.0.0: parsing go.mod:
const opensDetails = /: parsing go\.mod:$/

/** Which line of a chain says what is wrong: the last one with a message, or the one whose own lines follow. */
function lastOfChain(details: readonly string[]): number {
  const opening = details.findIndex(line => opensDetails.test(line.slice(-200)))
  return opening === -1 ? details.findLastIndex(line => line.includes(': ')) : opening
}

/**
 * A chain of imports or requirements says what is wrong, and perhaps where, in its last line; the way there becomes
 * details.
 */
function unchain(head: Head, details: readonly string[]): Whole {
  const isChain =
    chainHead.test(head.text.slice(-20)) || (packageLine.test(head.text) && isChained(details[0] ?? ''))
  const last = lastOfChain(details)
  const line = details[last]
  if (!isChain || line === undefined) return { ...head, details }
  const { place, text } = placedMessage(line) ?? { place: head.place, text: line }
  return { place, text, details: [head.text, ...details.slice(0, last), ...details.slice(last + 1)] }
}

function readOne(lines: Lines, at: number): { failure: Failure; end: number } | null {
  const head = headOf(lines[at] ?? '')
  if (head === null) return null
  if (packageLine.test(head.text) && !isChained(lines[at + 1] ?? '')) return null
  const end = linesBehind(lines, at + 1, head.text.endsWith(' imports'))
  const behind = lines
    .slice(at + 1, end)
    .map(line => line.trim())
    .filter(line => line !== '')
  const { text, place, details } = unchain(head, behind)
  const named = text === 'module lookup disabled by GOPROXY=off' ? downloadAbove(lines, at) : []
  const failure = failureOf({
    tool: 'go',
    format,
    message: text,
    details: [...named, ...details],
    place: place ?? impliedPlace(text),
    version: versionIn(head.text),
    at: { line: at + 1, lines: end - at },
  })
  return { failure, end }
}

function readGoModule(lines: Lines, at: number): Block | null {
  // `go: errors parsing go.mod:` only announces the lines behind it.
  const first = parsing.test((lines[at] ?? '').slice(0, 500)) && starts(lines[at + 1] ?? '') ? at + 1 : at
  const failures: Failure[] = []
  let index = first
  while (index < lines.length && starts(lines[index] ?? '')) {
    const one = readOne(lines, index)
    if (one === null) break
    failures.push(one.failure)
    index = one.end
  }
  return failures.length === 0 ? null : { failures, end: index }
}

/**
 * `go: …` (kept in the message), `main.go:6:2: no required module provides package …`, `go.mod:7: …`, chains of
 * imports. Of a chain the message is the last line, which says what is wrong.
 */
export const goModule: Reader = { format, starts, read: readGoModule }
