import { describe, expect, it } from 'vitest'
import { kb } from '../../test/knowledge-base.ts'
import { ask } from './ask.ts'
import { tokensOf } from './tokens.ts'

describe('the terms of a text', () => {
  it.each([
    ['Writing to nil maps', ['writ', 'nil', 'map']],
    ['nil map 写入', ['nil', 'map', '写入']],
    ['go.mod 找不到', ['go.mod', 'go', 'mod', '找不', '不到']],
    ['the of and', []],
    ['', []],
  ])('%s', (text, terms) => {
    expect(tokensOf(text)).toEqual(terms)
  })
})

describe('a question', () => {
  it.each([
    ['nil map 写入', 'go/nil-map-write'],
    ['assignment to entry in nil map', 'go/nil-map-write'],
    ['panic when I write to a map that was not made', 'go/nil-map-write'],
    ['send on closed chanel', 'go/send-on-closed-channel'],
    ['向已关闭的 channel 发送', 'go/send-on-closed-channel'],
    ['unlock of unlocked mutex', 'go/unlock-of-unlocked-mutex'],
    ['go too many open files', 'go/too-many-open-files'],
    ['python too many open files', 'python/too-many-open-files'],
  ])('%s', (question, id) => {
    expect(ask(question, kb)[0]?.id).toBe(id)
  })

  it.each(['how do I bake bread', '今天天气怎么样', 'qwertz', '', '???'])(
    'that nothing fits gets no answer: %s',
    question => {
      expect(ask(question, kb)).toEqual([])
    },
  )

  it('gets at most five answers, best first', () => {
    const answers = ask('goroutine channel', kb)
    expect(answers.length).toBeLessThanOrEqual(5)
    expect(answers.length).toBeGreaterThan(1)
  })
})
