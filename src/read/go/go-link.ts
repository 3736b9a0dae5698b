// Messages of the Go linker, of the C linker behind it, and of a C compiler that is not there.

import { type Failure, failureOf } from '../../model/failure.ts'
import type { Position } from '../../model/position.ts'
import type { Block, Lines, Reader } from '../reader.ts'
import { parsePlace, versionIn } from './place.ts'

const format = 'go-link'
// gcc_arm64.S:30: Error: no such instruction: `stp x29,x30,[sp,'
const ofAssembler = /^gcc_\w{1,20}\.S:\d{1,6}: Error: /

/** How many lines may only lead to a message. */
const mostTalk = 20

// /usr/local/go/pkg/tool/linux_amd64/link: running gcc failed: exit status 1     /usr/bin/ld: cannot find -lshopdb
// C:\mingw64\bin\ld.exe: cannot find -lfoo     cgo: C compiler "gcc" not found     exec: "gcc": executable file not found
const tool =
  /^(?:\S{0,500}[\\/])?((?:link|ld|ld\.\w{1,8}|cgo|collect2|clang|gcc|cc|pkg-config|asm|g\+\+|clang\+\+|x86_64-\S{1,40}-ld)(?:\.exe)?): (.+)$/

// undefined reference to `shop_open'     multiple definition of `main'
const symbol =
  /(?:undefined reference to |multiple definition of |relocation target \S+ not defined|duplicate symbol )/

// runtime.main_main·f: function main is undeclared in the main package     main.main: relocation target main.price not defined
// duplicated definition of symbol main.x, from a and b     loadinternal: cannot find runtime/cgo
// main.build: cannot set with -X: not a var of type string (type:int)     main.rate: nosplit stack over 792 byte limit
const ofGoLinker =
  /^(?!\S{1,300}\.go:\d)\S{1,300}: (?:cannot set with -X: |function main is undeclared in the main package|relocation target \S+ not defined|unreachable sym |nosplit stack over(?:flow| \d)|cannot find runtime\/cgo|undefined: |unsupported (?:dynamic )?relocation)|^(?:duplicated definition of symbol |too much data, last section |loadinternal: |nosplit stack over|exec: "[^"]{1,80}": executable file not found in )/

// Undefined symbols for architecture arm64:     Package shopdb was not found in the pkg-config search path.
// ./api: error while loading shared libraries: librate.so: cannot open shared object file: No such file or directory
const ofSystem =
  /^(?:Undefined symbols for architecture |\S{1,300}: error while loading shared libraries: |Package \S+ was not found in the pkg-config search path|Package '\S+', required by )/

// /usr/bin/ld: /tmp/go-link-1274994567/000001.o: in function `_cgo_5bf59aafb93b_Cfunc_shop_open':
// /usr/bin/gcc -m64 -o $WORK/b001/exe/a.out …     No package 'shopdb' found
// gcc_arm64.S: Assembler messages:
const talk =
  /^(?:\S{1,300}: Assembler messages:$|\S{1,500}: in function .*:|\S{1,500}: In function .*:|\S*(?:gcc|clang|cc|g\+\+) -\S.*|Perhaps you should add the directory containing|to the PKG_CONFIG_PATH environment variable|No package '\S+' found)/

// running gcc failed: exit status 1     error: ld returned 1 exit status     error: linker command failed with exit code 1
const consequence =
  /^(?:link|clang|collect2|ld|gcc|pkg-config)\S*: (?:running \S+ failed|error: ld returned|error: linker command failed|symbol\(s\) not found|exit status)/

/** Whether a message only says that the linking failed, as others say why. */
export function isLinkConsequence(message: string): boolean {
  return consequence.test(message.slice(0, 300))
}

interface Head {
  readonly message: string
  readonly place: Position | null
}

// /tmp/go-link-1/000002.o:/home/dev/shop/rate.c:1: multiple definition of `rate'; /tmp/go-link-1/000001.o:/home/dev/shop/main.go:3: first defined here
const definition =
  /:([^\s:;]{1,300}\.(?:go|c|cc|cpp|h)):(\d{1,9}): (?:multiple definition|first defined here)/

function definitionIn(line: string): Position | null {
  const [, file, number] = definition.exec(line) ?? []
  return file === undefined || file.includes('/go-build')
    ? null
    : { file, line: Number(number), column: null, unit: 'bytes' }
}

// /home/dev/shop/db.go:12: undefined reference to `shop_open'     db.c:(.text+0x1d): undefined reference to `x'
function symbolHead(line: string): Head | null {
  const at = line.slice(0, 2000).search(symbol)
  if (at === -1 || line.startsWith('# ')) return null
  const placed = parsePlace(line)
  if (placed !== null)
    return { message: placed.text, place: placed.place.file.endsWith('.go') ? placed.place : null }
  if (line.startsWith('multiple', at)) return { message: line.slice(at), place: definitionIn(line) }
  const isGo = line.startsWith('relocation', at) || line.startsWith('duplicate', at)
  return { message: isGo ? line : line.slice(at), place: null }
}

function headOf(line: string): Head | null {
  if (/^\s/.test(line) || line.length > 4000) return null
  const found = symbolHead(line)
  if (found !== null) return found
  if (ofGoLinker.test(line) || ofSystem.test(line) || ofAssembler.test(line))
    return { message: line, place: null }
  const [, name, text] = tool.exec(line) ?? []
  if (name === undefined || text === undefined || / in function .*:$/.test(text)) return null
  if (/^warning: /.test(text)) return null
  // cgo: ./main.go:6:15: unexpected type: ...
  const placed = name === 'cgo' ? parsePlace(text) : null
  return placed === null
    ? { message: `${name}: ${text}`, place: null }
    : { message: placed.text, place: placed.place }
}

const isIndented = (line: string): boolean => /^\s+\S/.test(line)

function readGoLink(lines: Lines, at: number): Block | null {
  const failures: Failure[] = []
  let index = at
  let end = at
  let version: string | null = null
  while (index < lines.length) {
    const line = lines[index] ?? ''
    const head = headOf(line)
    version ??= versionIn(line)
    if (head !== null) {
      let next = index + 1
      // The wrong assembler refuses nearly every line of the file; the first says as much as all.
      const isContinued = ofAssembler.test(line) ? (text: string) => ofAssembler.test(text) : isIndented
      while (next < lines.length && isContinued(lines[next] ?? '')) next++
      const details = lines.slice(index + 1, Math.min(next, index + 40)).map(text => text.trim())
      failures.push(
        failureOf({
          tool: 'go',
          format,
          message: head.message,
          details,
          place: head.place,
          version,
          at: { line: index + 1, lines: next - index },
        }),
      )
      index = next
      end = next
    } else if (index - end < mostTalk && talk.test(line.slice(0, 4000))) index++
    else break
  }
  return failures.length === 0 ? null : { failures, end }
}

/** A cheap look at what such lines have in common. */
function starts(line: string): boolean {
  if (!line.includes(': ') && !line.startsWith('Undefined') && !line.startsWith('Package ')) return false
  return headOf(line) !== null || (line.includes(': in function') && talk.test(line.slice(0, 1000)))
}

/**
 * `link: …`, `main.main: relocation target main.price not defined`, `undefined reference to …`. Paths of the tools and of
 * object files are left out of the message.
 */
export const goLink: Reader = { format, starts, read: readGoLink }
