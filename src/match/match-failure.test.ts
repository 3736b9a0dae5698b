import { describe, expect, it } from 'vitest'
import type { Entry, Signature } from '../model/entry.ts'
import { failureOf } from '../model/failure.ts'
import { matchFailure } from './match-failure.ts'
import { encodeSignatures, openSignatures } from './signature-index.ts'

const tools = ['go', 'go', 'go', 'python', 'python'] as const
const signatures: readonly (readonly Signature[])[] = [
  [{ text: 'undefined: {name}' }],
  [{ text: 'undefined: {package}.{name}' }],
  [{ text: 'open {file}: no such file or directory', within: true }],
  [{ text: 'KeyError: {key}', likely: true }, { text: 'JSONDecodeError: Expecting value: line {line}' }],
  [{ text: 'NameError: name {name} is not defined', range: '<3.10' }],
]
// Only the signatures matter here.
const entries = signatures.map((own, i) => ({
  signatures: own,
  tool: tools[i],
})) as unknown as readonly Entry[]
const sections = encodeSignatures(entries)
const index = openSignatures(name => sections[name] ?? new Uint8Array(0))

function match(message: string, tool: 'go' | 'python' | null = null) {
  const failure = failureOf({ tool, format: 'text', message })
  return matchFailure(failure, index).answers
}

describe('of the entries that match', () => {
  it('the one with more literal text wins, and the other is an alternative', () => {
    expect(match('undefined: fmt.Printn').map(({ entry }) => entry)).toEqual([1, 0])
    expect(match('undefined: total')).toEqual([{ entry: 0, slots: { name: 'total' }, confidence: 'exact' }])
  })

  it('none is taken from another tool', () => {
    expect(match('KeyError: 1', 'go')).toEqual([])
    expect(match('undefined: total', 'python')).toEqual([])
  })

  it('one that says it cannot tell is only likely', () => {
    expect(match("KeyError: 'id'", 'python')[0]).toMatchObject({ entry: 3, confidence: 'likely' })
  })

  it('an exception is found with and without its module', () => {
    expect(match('json.decoder.JSONDecodeError: Expecting value: line 1')[0]).toMatchObject({ entry: 3 })
    expect(match('JSONDecodeError: Expecting value: line 1')[0]).toMatchObject({ entry: 3 })
  })

  it('the end of an error chain is enough where the signature says so', () => {
    const [found] = match('load config: open app.yaml: no such file or directory', 'go')
    expect(found).toMatchObject({ entry: 2, slots: { file: 'app.yaml' } })
  })
})

describe('without a match', () => {
  it('similar words give a guess', () => {
    expect(match('NameError: name is not defined here', 'python')).toEqual([
      { entry: 4, slots: {}, confidence: 'guess' },
    ])
  })

  it('other words give nothing', () => {
    expect(match('everything is fine')).toEqual([])
    expect(match('')).toEqual([])
  })
})
