// What `docker compose`, honcho, foreman and pm2 put before each line: the service, padded, and a bar.

import { type Prefixed, separatePrefixed } from './prefix.ts'
import { type Envelope, isBlank, isDigit, type Stream } from './stream.ts'

// web-1       | KeyError: 'id'      web.1.x2x7k@node-1    | x      03:04:05 web.1  | x      0|orders  | x
const prefix = /^(?:\d\d:\d\d:\d\d )?((?:\d{1,3}\|)?[A-Za-z][\w.@-]{1,127}) {1,64}\|(?: |$)/

export const compose: Envelope = {
  name: 'compose',
  open: stream => {
    const services = findServices(stream)
    return services.size === 0 ? null : separatePrefixed(stream, line => readComposeLine(line, services))
  },
}

function readComposeLine(line: string, services: ReadonlySet<string> | null): Prefixed | null {
  const first = line.charCodeAt(0)
  const letter = (first | 0x20) >= 0x61 && (first | 0x20) <= 0x7a
  if (!letter && !isDigit(first)) return null
  const found = prefix.exec(line)
  if (found === null) return null
  const [whole, service = ''] = found
  const key = `${service} ${line.indexOf('|', whole.length - 2)}`
  return services !== null && !services.has(key) ? null : { key, content: line.slice(whole.length) }
}

/**
 * The services that evidently print here. A table or a program's own bars look the same on one line, so a service
 * must own most lines, or print several in a row with its bar in the same column.
 */
function findServices(stream: Stream): ReadonlySet<string> {
  const runs = new Map<string, number>()
  let prefixed = 0
  let filled = 0
  let last = ''
  let run = 0
  for (const line of stream.lines) {
    if (isBlank(line)) continue
    filled++
    const found = readComposeLine(line, null)
    if (found === null) {
      last = ''
      continue
    }
    prefixed++
    run = found.key === last ? run + 1 : 1
    last = found.key
    runs.set(found.key, Math.max(runs.get(found.key) ?? 0, run))
  }
  const most = prefixed * 10 >= filled * 8
  return new Set([...runs].filter(([, longest]) => most || longest >= 3).map(([key]) => key))
}
