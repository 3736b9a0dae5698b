import { describe, expect, it } from 'vitest'
import { literalWordsOf, matchTemplate, parseTemplate, slotsOf } from './template.ts'

function match(template: string, message: string, details: readonly string[] = [], within = false) {
  return matchTemplate(parseTemplate(template, within), message, details)
}

describe('a template', () => {
  it.each([
    ['undefined: {name}', 'undefined: foo', { name: 'foo' }],
    ['undefined: {name}', 'undefined: ', null],
    ['undefined: {name}', 'x undefined: foo', null],
    ['{name} declared and not used', 'err declared and not used', { name: 'err' }],
    ['panic: assignment to entry in nil map', 'panic: assignment to entry in nil map', {}],
    ['panic: assignment to entry in nil map', 'panic: assignment to entry in nil map!', null],
    [
      'cannot use {a} as {b} value in {c}',
      'cannot use x as y as int value in z',
      { a: 'x', b: 'y as int', c: 'z' },
    ],
    ["'{a}' and '{a}'", "'x' and 'x'", { a: 'x' }],
    ["'{a}' and '{a}'", "'x' and 'y'", null],
    ['types {a:number} and string', 'types int64 and string', { a: 'int64' }],
    ['types {a:number} and string', 'types bool and string', null],
    ['({operand:variable|value} of type {type})', '(value of type T)', { operand: 'value', type: 'T' }],
    ['({operand:variable|value} of type {type})', '(constant of type T)', null],
    ['x ({what:operand} of type T)', 'x (map index expression of type T)', { what: 'map index expression' }],
    ['x ({what:operand} of type T)', 'x (constant of type T)', null],
    ['expression in {keyword:defer|} must', 'expression in defer must', { keyword: 'defer' }],
    ['expression in {keyword:defer|} must', 'expression in go must', null],
    ['interface {} is {type}', 'interface {} is string', { type: 'string' }],
  ])('%s against %s', (template, message, expected) => {
    expect(match(template, message)).toEqual(expected)
  })

  it('matches continuation lines in their order, passing over others', () => {
    const template = 'not enough arguments in call to {function}\nhave {have}\nwant {want}'
    const message = 'not enough arguments in call to f'
    expect(match(template, message, ['have (int)', 'note', 'want (int, string)'])).toEqual({
      function: 'f',
      have: '(int)',
      want: '(int, string)',
    })
    expect(match(template, message, ['want ()', 'have ()'])).toBeNull()
  })

  it('may stand at the end of an error chain', () => {
    const chain = 'load config: open app.yaml: no such file or directory'
    expect(match('open {file}: no such file or directory', chain, [], true)).toEqual({ file: 'app.yaml' })
    expect(match('open {file}: no such file or directory', chain)).toBeNull()
    expect(match('open {file}: no such file or directory', `error="${chain}"`, [], true)).toEqual({
      file: 'app.yaml',
    })
  })

  it.each([
    'time=2026-11-27T10:00:00Z level=ERROR msg="ping failed" err="dial tcp 10.0.3.7:5432: connect: connection refused" attempt=3',
    '10:00AM ERR ping failed error="dial tcp 10.0.3.7:5432: connect: connection refused" attempt=3',
    '2026/11/27 10:00:00 dial tcp 10.0.3.7:5432: connect: connection refused, retrying in 5s',
    'ping: dial tcp 10.0.3.7:5432: connect: connection refused (attempt 3)',
    'dial tcp 10.0.3.7:5432: connect: connection refused; retrying in 5ms',
    'dial tcp 10.0.3.7:5432: connect: connection refused attempt=3',
  ])('may stand in a log line that goes on: %s', message => {
    expect(match('dial {network} {peer}: connect: connection refused', message, [], true)).toEqual({
      network: 'tcp',
      peer: '10.0.3.7:5432',
    })
    expect(match('dial {network} {peer}: connect: connection refused', message)).toBeNull()
  })

  it('names its slots and the words that no slot can lengthen', () => {
    expect(slotsOf('{a} of {b} and {a}')).toEqual(['a', 'b'])
    expect(literalWordsOf(parseTemplate('go{version} requires {module} v{other} or later'))).toEqual([
      'requires',
      'or',
      'later',
    ])
  })

  it('gives up in bounded time on a text made to be slow', () => {
    const text = 'a '.repeat(2000)
    expect(match('{a} a {b} a {c} a {d} a {e} a {f} x', text)).toBeNull()
  })
})
