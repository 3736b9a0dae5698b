// What answering costs inside a process that is already warm: one message, one traceback, a long build log, opening
// the index. Bundled and run by bench.mjs.

import { readFileSync } from 'node:fs'
import { sourceOfBytes } from '../src/kb/container.ts'
import { openKnowledgeBase } from '../src/kb/open.ts'
import { openSignatures } from '../src/match/signature-index.ts'
import type { KnowledgeBase } from '../src/model/knowledge-base.ts'
import { isBroken } from '../src/prove/program.ts'
import { parseRecords, type RecordLine, recordedToolchains } from '../src/prove/records.ts'
import { why } from '../src/why.ts'

export interface InProcess {
  /** Milliseconds at the median over all messages that the newest Go has shown. */
  readonly message: number
  /** The same for whole tracebacks of the newest CPython. */
  readonly traceback: number
  /** Milliseconds for 10,000 compiler errors in one log. */
  readonly buildLog: number
  /** CPU milliseconds for opening the knowledge base and its index of signatures. */
  readonly open: number
}

const encoder = new TextEncoder()

export async function measureInProcess(root: string): Promise<InProcess> {
  const bytes = new Uint8Array(readFileSync(`${root}/dist/kb.bin`))
  const opens = Array.from({ length: 9 }, () => cpuOf(() => openAll(bytes)))
  const kb = openAll(bytes)
  const go = await brokenOutputs(root, 'go')
  const python = await brokenOutputs(root, 'python')
  const messages = go.flatMap(output => {
    const [first] = why([{ name: '-', bytes: encoder.encode(output) }], kb).findings
    return first === undefined ? [] : [first.failure.message]
  })
  return {
    message: medianTime(messages, kb),
    traceback: medianTime(python, kb),
    buildLog: timeOf(encoder.encode(buildLogOf(messages, 10_000)), kb),
    open: median(opens),
  }
}

function openAll(bytes: Uint8Array): KnowledgeBase {
  const kb = openKnowledgeBase(sourceOfBytes(bytes))
  openSignatures(kb.section)
  kb.summaries()
  return kb
}

async function brokenOutputs(root: string, tool: string): Promise<readonly string[]> {
  const newest = (await recordedToolchains(`${root}/records`))
    .filter(id => id.startsWith(tool))
    .at(tool === 'go' ? -1 : -3)
  const lines: readonly RecordLine[] = parseRecords(readFileSync(`${root}/records/${newest}.jsonl`, 'utf8'))
  return lines.filter(({ program }) => isBroken(program)).map(({ output }) => output)
}

/** Each text three times, the fastest of them counts: the first warms caches up, the machine is noisy. */
function medianTime(texts: readonly string[], kb: KnowledgeBase): number {
  const inputs = texts.map(text => encoder.encode(text))
  return median(inputs.map(bytes => Math.min(timeOf(bytes, kb), timeOf(bytes, kb), timeOf(bytes, kb))))
}

function timeOf(bytes: Uint8Array, kb: KnowledgeBase): number {
  const start = performance.now()
  why([{ name: '-', bytes }], kb)
  return performance.now() - start
}

function cpuOf(work: () => void): number {
  const start = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
}

/** A build log of a large module in which everything is wrong, each message at a place of its own. */
function buildLogOf(messages: readonly string[], count: number): string {
  const lines = ['# example.com/shop/internal/orders']
  for (let n = 0; n < count; n++) {
    lines.push(`internal/orders/order${n % 97}.go:${n + 1}:${(n % 40) + 1}: ${messages[n % messages.length]}`)
  }
  return `${lines.join('\n')}\n`
}
