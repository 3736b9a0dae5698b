// Makes what a program printed the same on every machine and in every run.

import type { Sandbox } from './sandbox.ts'
import type { Toolchain } from './toolchain.ts'

/** A folder of this machine and what the output says instead. */
export type FolderName = readonly [folder: string, instead: string]

/** The folders of a sandbox and a toolchain; `app` is where the program at hand stands. */
export function foldersOf(toolchain: Toolchain, sandbox: Sandbox, app: string): readonly FolderName[] {
  return [
    [app, '/home/dev/app'],
    [sandbox.app, '/home/dev'],
    [sandbox.home, '/home/dev'],
    [sandbox.temporary, '/tmp'],
    [sandbox.root, '/home/dev'],
    ...toolchain.folders,
  ]
}

const replacements: readonly (readonly [RegExp, string])[] = [
  // [signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x48f1a5]
  [/\bpc=0x[0-9a-f]+/g, 'pc=0x0'],
  // <__main__.Cart object at 0x7f3b5c0d6a90>; Thread 0x00007f0a1c7fe700 (most recent call first):
  [/\b(?<start>0x(?:0000)?)(?:7[0-9a-f]|5[56])[0-9a-f]{10}\b/g, '$<start>7f0000000000'],
  // Read at 0x000000602020 by goroutine 7: a package variable
  [/\b0x0000(?!7f0000000000\b)[0-9a-f]{8}\b/g, '0x000000600000'],
  // rax    0xca, in fatal errors that show the registers
  [/^(?<register>(?:r(?:[abcd]x|[sd]i|[bsi]p|\d{1,2}|flags)|[cfg]s) +)0x[0-9a-f]+$/gm, '$<register>0x0'],
  // FAIL	example.com/app	0.002s
  [/\t\d+\.\d{3}s$/gm, '\t0.002s'],
  // === 1 failed in 0.02s ===
  [/(?<= in )\d+\.\d{2}s\b/g, '0.01s'],
  // Ran 1 test in 0.000s
  [/(?<= in )\d+\.\d{3}s\b/g, '0.001s'],
  // /tmp/go-build3029384756/b001/exe/app
  [/\bgo-build\d+\b/g, 'go-build0'],
  // dial tcp: lookup shop.example on 10.0.0.2:53: dial udp 10.0.0.2:53: connect: network is unreachable
  [/\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}:53\b/g, '192.0.2.53:53'],
  // /tmp/tmpk2_9x0ab of Python's tempfile (2.7: /tmp/tmprEzmlP), /tmp/pip-install-4_b8j1zq
  [/\/tmp\/tmp[A-Za-z0-9_]{6,8}\b/g, '/tmp/tmp00000000'],
  [/\/tmp\/(pip-[a-z-]+)-[a-z0-9_]{8}\b/g, '/tmp/$1-00000000'],
  // fuzz: elapsed: 3s, execs: 20030 (49331/sec), new interesting: 13 (total: 26), as often as it takes
  [/^fuzz: elapsed: \d+s, execs: .*\n/gm, ''],
  // 127.0.0.1 - - [27/Nov/2026 13:13:46] "GET /simple/orders-core/ HTTP/1.1" 200 -
  [/\[\d\d\/[A-Z][a-z]{2}\/\d{4} \d\d:\d\d:\d\d\]/g, '[01/Jan/2026 00:00:00]'],
  // The object was created in thread id 140163279518592 and this is thread id 140163263805120.
  [/\bthread id \d{6,}/g, 'thread id 140000000000000'],
  // timed out after 0.19999073600229167 seconds
  [/(?<=timed out after \d+\.\d\d)\d{4,}(?= seconds)/g, ''],
  // Created wheel for pricing: filename=pricing-1.0-py3-none-any.whl size=528 sha256=630f60a6…
  [/\bsha256=[0-9a-f]{64}\b/g, `sha256=${'0'.repeat(64)}`],
  // Stored in directory: /tmp/pip-ephem-wheel-cache-00000000/wheels/e2/b8/1d/1342688054ad8c74…
  [/\/wheels(?:\/[0-9a-f]{2}){3}\/[0-9a-f]{20,}/g, '/wheels/00/00/00/00000000'],
  // ResourceWarning: subprocess 4711 is still running
  [/\bsubprocess \d+ is still running/g, 'subprocess 1 is still running'],
  // <Popen pid=4711>
  [/\bpid=\d+/g, 'pid=1'],
]

// fuzz: elapsed: 0s, gathering baseline coverage: 13/13 completed, now fuzzing with 2 workers
const fuzzProgress = /^fuzz: elapsed: .*$/gm

// main.add(0xc000012345, …), since Go 1.26 also 0x184f3e9e0390; Write at 0x00c000018108 by goroutine 7:
const heapAddress = /\b0x(?:00)?(?!0000|7f0000000000\b)[0-9a-f]{10,12}\b/g

/** Addresses of Go's heap, numbered as they come and far apart: two stacks that name the same one tell who holds a lock. */
function numberAddresses(text: string): string {
  const numbers = new Map<string, number>()
  return text.replace(heapAddress, address => {
    const start = address.length === 14 && address.startsWith('0x00') ? '0x00' : '0x'
    const bare = address.slice(start.length)
    const number = numbers.get(bare) ?? numbers.size
    numbers.set(bare, number)
    return `${start}c0${(number * 0x10000).toString(16).padStart(8, '0')}`
  })
}

/** `output` without a trace of this machine or run: folders, addresses, process ids, line ends. */
export function normalizeOutput(output: string, folders: readonly FolderName[]): string {
  let text = output.replaceAll('\r\n', '\n')
  const longestFirst = folders.filter(([folder]) => folder !== '').sort(([a], [b]) => b.length - a.length)
  for (const [folder, instead] of longestFirst) text = text.replaceAll(folder, instead)
  for (const [pattern, instead] of replacements) text = text.replace(pattern, instead)
  text = text.replace(fuzzProgress, line => line.replace(/\d+/g, '0'))
  return numberAddresses(text)
}
