import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readFailures } from '../read-failures.ts'

const records = readFileSync('records/python3.13.0.jsonl', 'utf8').split('\n')

/** What a recorded program printed. */
function recorded(entry: string, program: string): string {
  const line = records.find(text => text.startsWith(`{"entry":"${entry}","program":"${program}"`)) ?? '{}'
  return (JSON.parse(line) as { output?: string }).output ?? ''
}

const factsOf = (entry: string, program = 'broken') => readFailures(recorded(entry, program))[0]?.facts

it('tells the raise statement that the innermost frame of the reader shows', () => {
  expect(factsOf('python/raised-by-own-code')).toEqual([
    '~ raise pay 7 raise ValueError("cart was paid before")',
  ])
})

it('tells a raise statement of a library apart', () => {
  expect(factsOf('python/raised-by-library')?.[0]).toMatch(/^~ raised _ensure_header_written \d+ raise Error/)
})

it('concludes nothing where the innermost frame calls what has no source', () => {
  expect(factsOf('python/invalid-int-literal')).toBeUndefined()
})
