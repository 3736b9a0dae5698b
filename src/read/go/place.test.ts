import { describe, expect, it } from 'vitest'
import { parsePlace, versionIn } from './place.ts'

describe('the place of a message', () => {
  it.each([
    ['./main.go:3:7: undefined: foo', 'main.go', 3, 7, 'undefined: foo'],
    ['.\\store\\db.go:3:7: undefined: foo', 'store/db.go', 3, 7, 'undefined: foo'],
    ['C:\\shop\\main.go:3:7: undefined: foo', 'C:/shop/main.go', 3, 7, 'undefined: foo'],
    ['../kit/retry.go:12: undefined: foo', '../kit/retry.go', 12, null, 'undefined: foo'],
    ['/home/dev/my shop/main.go:3:7: x', '/home/dev/my shop/main.go', 3, 7, 'x'],
    ['go.mod:5: unknown directive: requre', 'go.mod', 5, null, 'unknown directive: requre'],
  ])('is read from %s', (line, file, number, column, text) => {
    expect(parsePlace(line)).toEqual({ place: { file, line: number, column, unit: 'bytes' }, text })
  })

  it.each([
    '2026/11/23 21:15:37 main.go:14: relay',
    'see main.go:3: there',
    'main.py:3: x',
    'main.go: x',
    '',
  ])('is not read from %j', line => expect(parsePlace(line)).toBeNull())

  it('tells the version where the path does', () => {
    expect(versionIn('/home/dev/sdk/go1.22.12/src/runtime/panic.go')).toBe('1.22.12')
    expect(versionIn('/pkg/mod/golang.org/toolchain@v0.0.1-go1.22.12.linux-amd64/src/x.go')).toBe('1.22.12')
    expect(versionIn('/opt/homebrew/Cellar/go/1.18.1/libexec/src/x.go')).toBe('1.18.1')
    expect(versionIn('/usr/local/go/src/runtime/panic.go')).toBeNull()
  })
})
