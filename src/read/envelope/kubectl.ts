// What `kubectl logs --prefix` puts before each line: the pod and the container.

import { type Prefixed, separatePrefixed } from './prefix.ts'
import type { Envelope } from './stream.ts'

// [pod/web-5d9c7b6f4-x2x7k/app] KeyError: 'id'
const prefix = /^\[pod\/([\w.-]{1,253}\/[\w.-]{1,253})\](?: |$)/

export const kubectl: Envelope = {
  name: 'kubectl',
  open: stream => separatePrefixed(stream, readKubectlLine),
}

function readKubectlLine(line: string): Prefixed | null {
  if (!line.startsWith('[pod/')) return null
  const found = prefix.exec(line)
  return found && { key: found[1] ?? '', content: line.slice(found[0].length) }
}
