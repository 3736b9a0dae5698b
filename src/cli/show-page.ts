// Shows a long text on a terminal through the reader's pager.

import { spawnSync } from 'node:child_process'
import type { Output } from './verb.ts'

/** Through `PAGER` (default `less -R`); at once when it fits the screen, or when `PAGER` is empty or `cat`. */
export function showPage(text: string, out: Output): void {
  const pager = process.env.PAGER ?? 'less -R'
  const rows = process.stdout.rows ?? 24
  if (pager.trim() === '' || pager.trim() === 'cat' || text.split('\n').length <= rows) {
    out.write(text)
    return
  }
  const done = spawnSync(pager, {
    shell: true,
    input: text,
    stdio: ['pipe', 'inherit', 'inherit'],
    // Colours get through a `less` that was named without `-R`.
    env: { LESS: 'R', LESSCHARSET: 'utf-8', ...process.env },
  })
  // 127 and 126 are the shell's: no such pager.
  if (done.error !== undefined || done.status === 127 || done.status === 126) out.write(text)
}
