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

  it('say where the program wrote them', () => {
    const [bare] = readBareLines('2026/11/27 10:00:00 main.go:41: sql: database is closed\n')
    expect(bare).toMatchObject({ message: 'sql: database is closed', place: { file: 'main.go', line: 41 } })
  })
})
