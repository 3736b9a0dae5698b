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
  // main.main(0xc000012345) / [recovered] 0xc00001c0a8
  [/\b0xc[0-9a-f]{6,}\b/g, '0xc000000000'],
  // [signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x48f1a5]
  [/\bpc=0x[0-9a-f]+/g, 'pc=0x0'],
  // <__main__.Cart object at 0x7f3b5c0d6a90>
  [/\b0x(?:7f|5[56])[0-9a-f]{10}\b/g, '0x7f0000000000'],
  // Thread 0x00007f0a1c7fe700 (most recent call first):
  [/\b0x00007[0-9a-f]{11}\b/g, '0x00007f0000000000'],
  // fp=0xc00011df08 sp=0x7ffd2e7d9c10 in fatal errors with registers: rax    0xca
  [/^(r(?:[abcd]x|[sd]i|[bsi]p|\d{1,2}|flags)|[cfg]s)( +)0x[0-9a-f]+$/gm, '$1$20x0'],
  // $WORK below the folder for temporary files: /tmp/go-build3029384756/b001/exe/app
  [/\bgo-build\d+\b/g, 'go-build0'],
  // /tmp/tmpk2_9x0ab of Python's tempfile, /tmp/pip-install-4_b8j1zq
  [/\/tmp\/tmp[a-z0-9_]{8}\b/g, '/tmp/tmp00000000'],
  [/\/tmp\/(pip-[a-z-]+)-[a-z0-9_]{8}\b/g, '/tmp/$1-00000000'],
  // <Task pending name='Task-1'>, ResourceWarning … (pid=4711); subprocess 4711 is still running
  [/\bpid[= ]\d+/g, 'pid=1'],
  [/\bsubprocess \d+ is still running/g, 'subprocess 1 is still running'],
]

/** `output` without a trace of this machine or run: folders, addresses, process ids, line ends. */
export function normalizeOutput(output: string, folders: readonly FolderName[]): string {
  let text = output.replaceAll('\r\n', '\n')
  const longestFirst = folders.filter(([folder]) => folder !== '').sort(([a], [b]) => b.length - a.length)
  for (const [folder, instead] of longestFirst) text = text.replaceAll(folder, instead)
  for (const [pattern, instead] of replacements) text = text.replace(pattern, instead)
  return text
}
