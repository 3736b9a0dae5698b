import { describe, expect, it } from 'vitest'
import { readBareLines } from './read-failures.ts'

const messagesOf = (text: string) => readBareLines(text).map(({ message }) => message)

describe('the lines of a text that no format claims', () => {
  it('are messages, each by itself', () => {
    expect(messagesOf('starting\n\nundefined: total\n')).toEqual(['starting', 'undefined: total'])
  })

  it('are looked at only where they speak of a failure, when they are many', () => {
    const healthy = Array.from({ length: 300 }, (_, i) => `2026/11/27 10:00:00 GET /orders/${i} 200`)
    const lines = [...healthy, '2026/11/27 10:00:01 sql: database is closed', ...healthy]
    const [only, ...others] = readBareLines(lines.join('\n'))
    expect(only?.message).toContain('sql: database is closed')
    expect(only?.at).toEqual({ line: 301, lines: 1 })
    expect(others).toEqual([])
  })

  it('say the error of a line in key=value form, without its quotes', () => {
    const line = String.raw`time=2026-11-27T10:00:00Z level=ERROR msg="sync" err="Get \"http://127.0.0.1:9/\": EOF" attempt=3`
    expect(messagesOf(line)).toEqual(['Get "http://127.0.0.1:9/": EOF'])
    expect(messagesOf('10:00AM ERR sync failed error="sql: no rows in result set" id=7')).toEqual([
      'sql: no rows in result set',
    ])
  })

  it('are read in linear time whatever they hold', () => {
    expect(messagesOf(`err="${'\\'.repeat(1_000_000)}`)).toHaveLength(1)
    expect(messagesOf(`err="${'a" '.repeat(200_000)}`)).toHaveLength(1)
  })
})
