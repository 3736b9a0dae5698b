import { describe, expect, it } from 'vitest'
import { type Failure, failureOf } from '../../model/failure.ts'
import { relateGo } from './relate.ts'

/** `a.go:3 undefined: total` as a failure of go build. */
function build(text: string): Failure {
  const [where = '', ...words] = text.split(' ')
  const [file = '', line = ''] = where.split(':')
  const place = { file, line: Number(line), column: null, unit: 'bytes' } as const
  return failureOf({ tool: 'go', format: 'go-build', message: words.join(' '), place })
}

function relate(...texts: readonly string[]): readonly string[] {
  return relateGo(texts.map(build)).flatMap(failure => [
    failure.message,
    ...failure.consequences.map(consequence => `  -> ${consequence.message}`),
  ])
}

describe('errors of one build', () => {
  it('are folded where one follows from the other', () => {
    expect(relate('a.go:3 declared and not used: totla', 'a.go:4 undefined: total')).toEqual([
      'undefined: total',
      '  -> declared and not used: totla',
    ])
    expect(relate('a.go:1 imported and not used: "encoding/json"', 'a.go:4 undefined: jsn')).toEqual([
      'undefined: jsn',
      '  -> imported and not used: "encoding/json"',
    ])
    expect(
      relate(
        'a.go:3 label n defined and not used',
        'a.go:3 x (value of type int) is not used',
        'a.go:5 undefined: n',
      ),
    ).toEqual(['label n defined and not used', '  -> x (value of type int) is not used', '  -> undefined: n'])
    expect(relate('a.go:3 syntax error: a', 'a.go:9 syntax error: b', 'b.go:1 syntax error: c')).toEqual([
      'syntax error: a',
      '  -> syntax error: b',
      'syntax error: c',
    ])
    expect(relate('a.go:3 undefined: a', 'a.go:4 undefined: b', 'a.go:4 too many errors')).toEqual([
      'undefined: a',
      'undefined: b',
      '  -> too many errors',
    ])
    expect(
      relate('store/a.go:3 undefined: a', 'b.go:4 could not import example.com/shop/store (open x.a: gone)'),
    ).toEqual(['undefined: a', '  -> could not import example.com/shop/store (open x.a: gone)'])
  })

  it('stay apart where they are independent', () => {
    const texts = [
      'a.go:3 undefined: total',
      'a.go:4 declared and not used: order',
      'b.go:4 declared and not used: total',
    ]
    expect(relate(...texts)).toEqual(texts.map(text => text.slice(7)))
  })

  it('are told once for a package and its test variant', () => {
    expect(relate('a.go:3 undefined: total', 'a.go:3 undefined: total')).toEqual(['undefined: total'])
  })

  it('stay as they are when related again', () => {
    const once = relateGo([build('a.go:3 syntax error: a'), build('a.go:9 syntax error: b')])
    expect(relateGo(once)).toEqual(once)
  })
})
