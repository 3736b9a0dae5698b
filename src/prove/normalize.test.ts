import { describe, expect, it } from 'vitest'
import { normalizeOutput } from './normalize.ts'

describe('normalized output', () => {
  it('names the longest folder that fits, whatever the order given', () => {
    const folders = [
      ['/t/x', '/home/dev'],
      ['/t/x/app/p/a.broken', '/home/dev/app'],
      ['', '/nowhere'],
    ] as const
    expect(normalizeOutput('/t/x/app/p/a.broken/main.go:3 /t/x/home', folders)).toBe(
      '/home/dev/app/main.go:3 /home/dev/home',
    )
  })

  // Lines of Go 1.19 to 1.27, CPython 2.7 to 3.13 and pytest 9.
  it.each([
    ['main.load(0xc00001c0a8)', 'main.load(0xc000000000)'],
    [
      'goroutine 1 gp=0x184f1e8d61e0 m=0 mp=0x5256c0 [running]:',
      'goroutine 1 gp=0xc000000000 m=0 mp=0x5256c0 [running]:',
    ],
    ['Read at 0x00c000018108 by goroutine 7:', 'Read at 0x00c000000000 by goroutine 7:'],
    [
      '[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x48f1a5]',
      '[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x0]',
    ],
    ['\t/home/dev/app/main.go:15 +0x32', '\t/home/dev/app/main.go:15 +0x32'],
    ['FAIL\texample.com/app\t0.031s', 'FAIL\texample.com/app\t0.002s'],
    ['--- FAIL: TestX (0.00s)', '--- FAIL: TestX (0.00s)'],
    ['<object object at 0x7f3b5c0d6a90>', '<object object at 0x7f0000000000>'],
    [
      'Current thread 0x00007f0a1c7fe700 (most recent call first):',
      'Current thread 0x00007f0000000000 (most recent call first):',
    ],
    ['Ran 1 test in 0.014s', 'Ran 1 test in 0.001s'],
    ['===== 1 failed in 0.05s =====', '===== 1 failed in 0.01s ====='],
    ['/tmp/tmpk2_9x0ab', '/tmp/tmp00000000'],
    [
      'dial tcp: lookup db.example on 10.1.2.3:53: dial udp 10.1.2.3:53: connect: network is unreachable',
      'dial tcp: lookup db.example on 192.0.2.53:53: dial udp 192.0.2.53:53: connect: network is unreachable',
    ],
  ])('of %s is %s', (line, expected) => {
    expect(normalizeOutput(line, [])).toBe(expected)
    expect(normalizeOutput(`${line}\r\n`, [])).toBe(`${expected}\n`)
  })

  it('keeps apart the addresses of the heap, and a package variable from them', () => {
    const output =
      'main.move(0xc000012345, 0xc0000abcde)\nmain.move(0xc0000abcde, 0xc000012345?)\nat 0x000000602020'
    expect(normalizeOutput(output, [])).toBe(
      'main.move(0xc000000000, 0xc000010000)\nmain.move(0xc000010000, 0xc000000000?)\nat 0x000000600000',
    )
  })

  it('does not change when it is normalized again', () => {
    const once = normalizeOutput('x=0x7f3b5c0d6a90 y=0xc000012345 in 0.01s in 0.123s', [])
    expect(normalizeOutput(once, [])).toBe(once)
  })
})

it('takes linear time on one long line full of numbers', () => {
  const line = `${'a 7 0x12 1.0s '.repeat(70_000)}\n`
  const start = performance.now()
  expect(normalizeOutput(line, [])).toBe(line)
  expect(performance.now() - start).toBeLessThan(5000)
})
