import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { failureOf } from '../model/failure.ts'
import { renderJson } from './json.ts'
import { sampleEntry, sampleFinding, sampleReport, sampleSource } from './sample-finding.ts'

const schema = JSON.parse(readFileSync(new URL('../../docs/faq-why.schema.json', import.meta.url), 'utf8'))
const validate = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema)
const options = { version: '0.1.0', language: 'en', source: sampleSource } as const

test('a report is what the schema says, with and without an entry', () => {
  const consequence = failureOf({ tool: 'go', format: 'go-build', message: 'declared and not used: x' })
  const findings = [
    {
      ...sampleFinding,
      alternatives: [sampleEntry],
      edits: [{ title: { en: 'x', zh: 'x' }, certain: true, changes: [], diff: '' }],
    },
    {
      ...sampleFinding,
      entry: null,
      confidence: 'none' as const,
      slots: {},
      failure: failureOf({
        tool: 'python',
        format: 'python-traceback',
        message: 'X',
        consequences: [consequence],
        frames: [{ function: '', file: 'a.py', line: 0, own: false, source: 'x' }],
      }),
    },
  ]
  validate(JSON.parse(renderJson({ ...sampleReport, findings }, options)))
  expect(validate.errors).toBeNull()
})

test('the schema refuses a property that it does not know', () => {
  expect(validate({ version: '0.1.0', inputs: [], findings: [], more: 1 })).toBe(false)
})

test('words are in the language asked for, slots filled, the column in code points', () => {
  const [finding] = JSON.parse(renderJson(sampleReport, { ...options, language: 'zh' })).findings
  expect(finding).toMatchObject({
    entry: 'go/undeclared-name',
    code: 'UndeclaredName',
    message: 'undefined: total',
    slots: { name: 'total' },
    location: { file: 'cart.go', line: 4, column: 21 },
    title: '`total` 没有声明',
    verified: ['go1.19.13', 'go1.22.12', 'go1.27.0'],
  })
  expect(finding.why).toMatch(/^这一行能看到的范围内没有 `total`。\n\n名字/)
  expect(finding.fix).toContain('total := 0')
})

test('a control character of a message is escaped in the JSON text and the same after parsing', () => {
  const message = 'x\x1b[2J\x9b\u202e'
  const failure = failureOf({ ...sampleFinding.failure, message })
  const text = renderJson({ ...sampleReport, findings: [{ ...sampleFinding, failure }] }, options)
  expect(text).not.toMatch(/[\x1b\x9b\u202e]/)
  expect(JSON.parse(text).findings[0].message).toBe(message)
})
