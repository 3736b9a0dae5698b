// The pipeline runs where there is no Node: bundled for the browser, in a worker, in a context of its own that
// holds nothing but the language and what every browser has.

import { readFileSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { build } from 'esbuild'
import { expect, it } from 'vitest'

const entry = `
import { openKnowledgeBase } from './src/kb/open.ts'
import { sourceOfBytes } from './src/kb/container.ts'
import { why } from './src/why.ts'
import { ask } from './src/ask/ask.ts'
globalThis.answer = (file, text) => {
  const kb = openKnowledgeBase(sourceOfBytes(file))
  const { findings } = why([{ name: '-', bytes: new TextEncoder().encode(text) }], kb)
  return JSON.stringify({ entry: findings[0]?.entry?.id, asked: ask('nil map 写入', kb)[0]?.id })
}`

const worker = `
const { parentPort, workerData } = require('node:worker_threads')
const vm = require('node:vm')
const context = vm.createContext({ TextDecoder, TextEncoder, Uint8Array, Uint32Array, Float32Array, DataView, ArrayBuffer })
vm.runInContext(workerData.code, context)
context.file = workerData.file
context.text = workerData.text
parentPort.postMessage({
  answer: vm.runInContext('answer(file, text)', context),
  node: vm.runInContext('typeof require + typeof process + typeof Buffer', context),
})`

it('explains and answers in a worker without Node', async () => {
  const bundle = await build({
    stdin: { contents: entry, resolveDir: '.' },
    bundle: true,
    platform: 'browser',
    format: 'iife',
    write: false,
  })
  const workerData = {
    code: bundle.outputFiles[0]?.text,
    file: new Uint8Array(readFileSync('dist/kb.bin')),
    text: readFileSync('examples/go-stock-count/output.txt', 'utf8'),
  }
  const message = await new Promise<{ answer: string; node: string }>((resolve, reject) => {
    const thread = new Worker(worker, { eval: true, workerData })
    thread.once('message', resolve)
    thread.once('error', reject)
  })
  expect(message.node).toBe('undefinedundefinedundefined')
  expect(JSON.parse(message.answer)).toEqual({ entry: 'go/nil-map-write', asked: 'go/nil-map-write' })
})
