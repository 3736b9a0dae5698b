// What docker's json-file driver writes, one object for each line that a container prints.

import { type Prefixed, separatePrefixed } from './prefix.ts'
import { readQuoted } from './quoted.ts'
import type { Envelope } from './stream.ts'

export const dockerJson: Envelope = {
  name: 'docker-json',
  open: stream => separatePrefixed(stream, readDockerLine),
}

// {"log":"KeyError: 'id'\n","stream":"stderr","time":"2026-03-14T08:00:11.5Z"}
const start = '{"log":"'

function readDockerLine(line: string): Prefixed | null {
  if (!line.startsWith(start)) return null
  const quoted = readQuoted(line, start.length - 1)
  const tail = line.slice(quoted.end, quoted.end + 4000)
  // A line that was cut ends within the text; a whole one tells its stream.
  const stream = /"stream":"(\w{1,20})"/.exec(tail)?.[1]
  if (stream === undefined && quoted.closed) return null
  const pod = /"pod_name":"([\w.-]{1,253})"/.exec(tail)?.[1] ?? ''
  // Docker splits a line of more than 16 KiB; only its last part ends in a line end.
  const whole = quoted.text.endsWith('\n')
  const content = whole ? quoted.text.slice(0, -1) : quoted.text
  return { key: `${pod} ${stream ?? 'stderr'}`, content, partial: !whole && quoted.closed }
}
