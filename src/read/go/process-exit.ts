// How a process ended, as the shell, make, docker, Kubernetes, systemd and the kernel say it.

import { failureOf } from '../../model/failure.ts'
import type { Block, Lines, Reader } from '../reader.ts'

const format = 'process-exit'

/** What an exit code above 128 stands for: 128 and the number of the signal. */
const signals: Readonly<Record<number, string>> = { 134: 'ABRT', 137: 'KILL', 139: 'SEGV', 143: 'TERM' }
/** The codes that say something by themselves. */
const telling = new Set([2, 126, 127, 134, 137, 139, 143, 255])

// command terminated with exit code 137     Error: Process completed with exit code 137.     orders-1 exited with code 137
// The command '/bin/sh -c go build' returned a non-zero code: 137     Exited (137) 3 minutes ago
// make: *** [Makefile:3: run] Error 137     Exit Code:    137     "ExitCode": 137,     exit status 137
// process "/bin/sh -c go build ./..." did not complete successfully: exit code: 137
const numbered =
  /(?:terminated with exit code |completed with exit code |exited with (?:exit )?code |non-zero code: |Exited \(|\] Error |^\s*Exit Code:\s{1,20}|"ExitCode":\s?|^exit status |successfully: exit code: |main process exited, code=exited, status=)(\d{1,3})\b/i

// orders.service: Main process exited, code=killed, status=9/KILL
const systemd = /code=(?:killed|dumped), status=\d{1,2}\/(ABRT|KILL|SEGV|TERM)\b/
// signal: killed     signal: segmentation fault (core dumped)     signal: terminated
const goSignal = /^signal: (killed|segmentation fault|terminated|aborted?)(?: \(core dumped\))?$/
// ./run.sh: line 3:  4711 Killed                  ./server     make: *** [run] Killed     zsh: killed     ./server     Killed
const shell =
  /^(?:Killed|Terminated|Aborted|Segmentation fault)(?: \(core dumped\))?$|^(?:\S{1,200}: line \d{1,6}:\s{1,20}\d{1,10} |make(?:\[\d+\])?: \*\*\* \[[^\]\n]{1,300}\] |(?:zsh|fish): )(Killed|Terminated|Aborted|Segmentation fault)\b/i
// Out of memory: Killed process 4711 (server) total-vm:…     Memory cgroup out of memory: Killed process 4711 (orders)
// Reason:       OOMKilled     "OOMKilled": true     orders.service: Failed with result 'oom-kill'.
const outOfMemory =
  /out of memory: Killed process \d|\bOOMKilled(?:$|,|\s|": true)|with result 'oom-kill'|\boom-kill:constraint=/i

const words: Readonly<Record<string, number>> = {
  killed: 137,
  kill: 137,
  terminated: 143,
  term: 143,
  aborted: 134,
  abort: 134,
  abrt: 134,
  segv: 139,
  'segmentation fault': 139,
}

/** The exit code that a line tells, signals as 128 and their number; null when it tells none that says something. */
function codeIn(line: string): number | null {
  const number = numbered.exec(line)?.[1]
  if (number !== undefined) return telling.has(Number(number)) ? Number(number) : null
  const word = systemd.exec(line)?.[1] ?? goSignal.exec(line)?.[1] ?? shell.exec(line)?.[1]
  if (word !== undefined) return words[word.toLowerCase()] ?? null
  const alone = shell.test(line) ? line.replace(/ \(core dumped\)$/, '') : ''
  return words[alone.toLowerCase()] ?? null
}

function factOf(line: string): string | null {
  if (outOfMemory.test(line))
    return '~ the process was killed by the kernel for using more memory than it may'
  const code = codeIn(line)
  if (code === null) return null
  const signal = signals[code]
  return signal === undefined
    ? `~ the process ended by itself with the exit code ${code}`
    : `~ the process was ended by the signal SIG${signal}, which shells report as exit code ${code}`
}

const longestLine = 500

/** Further lines of the same report: `Reason: OOMKilled` stands some lines from `Exit Code: 137`. */
const reach = 12

function readProcessExit(lines: Lines, at: number): Block | null {
  const line = (lines[at] ?? '').trim()
  if (line.length > longestLine) return null
  // exit status 2: what was said above is the failure, if anything was.
  if (
    line.startsWith('exit status ') &&
    lines.slice(Math.max(0, at - 5), at).some(above => above.trim() !== '')
  )
    return null
  let fact = factOf(line)
  if (fact === null) return null
  let end = at + 1
  const details: string[] = []
  for (let index = at + 1; index < Math.min(lines.length, at + reach); index++) {
    const next = (lines[index] ?? '').trim()
    const more = next.length > longestLine ? null : factOf(next)
    if (more === null) continue
    // That memory ran out says more than the code.
    if (more.includes('memory')) fact = more
    details.push(next)
    end = index + 1
  }
  const failure = failureOf({
    tool: 'go',
    format,
    message: line,
    details,
    facts: [fact],
    at: { line: at + 1, lines: end - at },
  })
  return { failures: [failure], end }
}

/** The message is the line as printed; which code or signal it was is a fact. The last reader to be asked. */
export const processExit: Reader = {
  format,
  starts: line => {
    const text = line.slice(0, longestLine).trim()
    return /\d|kill|term|abort|segm/i.test(text) && factOf(text) !== null
  },
  read: readProcessExit,
}
