import { describe, expect, it } from 'vitest'
import { readLogLine } from './log-line.ts'

describe('a line of a log', () => {
  it('tells its error and place in key=value form', () => {
    const line = String.raw`time=2026-11-27T10:00:00Z level=ERROR source=/app/main.go:31 msg="sync" err="Get \"http://127.0.0.1:9/\": EOF" attempt=3`
    expect(readLogLine(line)).toEqual({
      message: 'Get "http://127.0.0.1:9/": EOF',
      place: { file: '/app/main.go', line: 31, column: null, unit: 'bytes' },
    })
    expect(readLogLine('10:00AM ERR sync failed error="sql: no rows in result set" id=7')).toEqual({
      message: 'sql: no rows in result set',
      place: null,
    })
  })

  it('tells its place as Go’s log prints it', () => {
    expect(readLogLine('2026/11/23 21:16:28 main.go:41: sync failed: sql: database is closed')).toEqual({
      message: 'sync failed: sql: database is closed',
      place: { file: 'main.go', line: 41, column: null, unit: 'bytes' },
    })
  })

  it.each([
    'starting',
    '2026/11/23 21:16:28 started',
    ' main.go:41: ',
    'template: cart.html:3: unclosed action',
  ])('is left as it is otherwise: %s', line => {
    expect(readLogLine(line)).toEqual({ message: line.trim(), place: null })
  })

  it('is read in linear time whatever it holds', () => {
    for (const line of [
      `err="${'\\'.repeat(1_000_000)}`,
      `source=${'a'.repeat(7000)}`,
      `err="${'a" '.repeat(2000)}`,
    ])
      expect(readLogLine(line).message).not.toBe('')
  })
})
