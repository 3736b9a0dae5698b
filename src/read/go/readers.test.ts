import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Failure } from '../../model/failure.ts'
import { fixtures, linesOf, readLines, summarise } from './fixtures/read-fixture.ts'

/** Fixture -> root causes in the order printed: place, code, message, and what follows from it. */
const cases: readonly (readonly [fixture: string, expected: readonly string[]])[] = [
  [
    'bad-go-mod.go1.22.12',
    [
      'go.mod:5 | unknown directive: requre',
      'go.mod:6 | usage: replace module/path [v1.2.3] => other/module v1.4',
    ],
  ],
  ['build-constraint.go1.26.8', ['- | main.go: parsing //go:build line: invalid syntax at &']],
  [
    'cgo-line.go1.26.8',
    [
      '- | /home/dev/app/main.go: invalid #cgo verb: #cgo LDFLAG: -lm',
      '- | example.com/billing: invalid flag in #cgo LDFLAGS: --frobnicate (see https://go.dev/s/invalidflag)',
    ],
  ],
  ['cgo-variadic.go1.26.8', ['main.go:6:15 | unexpected type: ...']],
  ['cross-cgo.go1.26.8', ["- | gcc_arm64.S:30: Error: no such instruction: `stp x29,x30,[sp,'"]],
  ['download-forbidden.go1.26.8', ['main.go:3:8 | module lookup disabled by GOPROXY=off']],
  ['ldflags-number.go1.26.8', ['- | main.build: cannot set with -X: not a var of type string (type:int)']],
  ['module-path-mismatch.go1.26.8', ['- | example.com/tax@v1.2.0: parsing go.mod:']],
  [
    'no-build-cache.go1.26.8',
    [
      '- | build cache is required, but could not be located: GOCACHE is not defined and neither $XDG_CACHE_HOME nor $HOME are defined',
    ],
  ],
  ['race-unsupported.go1.26.8', ['- | -race is not supported on linux/386']],
  ['cgo-header.go1.27.0', ['main.go:4:10 | fatal error: librdkafka/rdkafka.h: No such file or directory']],
  ['concurrent-map.go1.22.12', ['/home/dev/cmap/main.go:5 | fatal error: concurrent map writes']],
  [
    'deadlock.go1.27.0',
    ['/home/dev/deadlock/main.go:3 | fatal error: all goroutines are asleep - deadlock!'],
  ],
  ['fuzz.go1.22.12', ['cut_test.go:16 | --- FAIL: FuzzCut', '  -> --- FAIL: FuzzCut']],
  [
    'gin-recovery.go1.26.5',
    ['/home/dev/ginapp/main.go:15 | runtime error: invalid memory address or nil pointer dereference'],
  ],
  [
    'http-panic.go1.27.0',
    ['/home/dev/httppanic/main.go:10 | http: panic serving 127.0.0.1:54136: assignment to entry in nil map'],
  ],
  ['import-cycle.go1.18.10', ['- | imports example.com/shop/pricing: import cycle not allowed']],
  [
    'import-cycle.go1.27.0',
    ['store.go:1 | imports example.com/shop/pricing from store.go: import cycle not allowed'],
  ],
  [
    'link-incompatible.go1.26.8',
    [
      '- | ld: skipping incompatible /home/dev/app/librate.a when searching for -lrate',
      '  -> link: running gcc failed: exit status 1',
      '  -> ld: cannot find -lrate: No such file or directory',
      '  -> collect2: error: ld returned 1 exit status',
    ],
  ],
  [
    'link-library.go1.22.12',
    [
      '- | ld: cannot find -lshopdb: No such file or directory',
      '  -> link: running gcc failed: exit status 1',
      '  -> collect2: error: ld returned 1 exit status',
    ],
  ],
  ['link-relocation.go1.27.0', ['- | main.main: relocation target main.price not defined']],
  [
    'link-symbol.go1.27.0',
    [
      "- | undefined reference to `shop_open'",
      '  -> link: running gcc failed: exit status 1',
      '  -> collect2: error: ld returned 1 exit status',
    ],
  ],
  [
    'link-twice.go1.26.8',
    [
      "/home/dev/app/rate.c:1 | multiple definition of `tax_rate'; /tmp/go-link-245233813/000001.o:/home/dev/app/main.go:3: first defined here",
      '  -> link: running gcc failed: exit status 1',
      '  -> collect2: error: ld returned 1 exit status',
    ],
  ],
  ['log-fatal.go1.22.12', ['main.go:12 | load: open orders.json: no such file or directory']],
  [
    'no-compiler.go1.27.0',
    ['- | cgo: C compiler "gcc-99" not found: exec: "gcc-99": executable file not found in $PATH'],
  ],
  ['no-embed.go1.27.0', ['main.go:5:12 | pattern templates/*.tmpl: no matching files found']],
  ['no-flag.go1.27.0', ['- | flag provided but not defined: -colour']],
  ['no-go-files.go1.27.0', ['- | no Go files in /home/dev/nogo/docs']],
  ['no-main.go1.18.10', ['- | runtime.main_main·f: function main is undeclared in the main package']],
  [
    'no-module.go1.27.0',
    ["- | go: go.mod file not found in current directory or any parent directory; see 'go help modules'"],
  ],
  [
    'no-required-module.go1.27.0',
    [
      'main.go:4:2 | no required module provides package example.com/kit/retry; to add it:',
      'main.go:5:2 | no required module provides package example.com/shop/internal/mail; to add it:',
      'main.go:6:2 | no required module provides package github.com/go-chi/chi/v5; to add it:',
    ],
  ],
  [
    'not-in-std.go1.18.10',
    ['main.go:3:8 | package shop/internal/db is not in GOROOT (/usr/local/go/src/shop/internal/db)'],
  ],
  ['panic-in-deferred.go1.24', ['/home/dev/lease/main.go:7 | panic: lease lost: jobs/nightly']],
  [
    'panic-in-dependency.go1.24',
    [
      '/home/dev/aggregator/clients.go:8 | panic: runtime error: invalid memory address or nil pointer dereference',
    ],
  ],
  ['race.go1.22.12', ['/home/dev/race/main.go:10 | WARNING: DATA RACE']],
  ['repanic.go1.18.10', ['/home/dev/repanic/main.go:21 | panic: order 7:']],
  ['repanic.go1.27.0', ['/home/dev/repanic/main.go:21 | panic: order 7:']],
  ['sigquit.go1.22.12', ['/home/dev/quit/main.go:10 | SIGQUIT: quit']],
  ['stack-overflow.go1.22.12', ['/home/dev/overflow/main.go:5 | fatal error: stack overflow']],
  [
    'subtests-verbose.go1.27.0',
    [
      'total_test.go:16 | --- FAIL: TestTotal/two',
      '  -> --- FAIL: TestTotal',
      'total_test.go:24 | --- FAIL: TestOne',
      '- | --- FAIL: ExampleTotal',
    ],
  ],
  [
    'subtests.go1.27.0',
    [
      'total_test.go:16 | --- FAIL: TestTotal/two',
      '  -> --- FAIL: TestTotal',
      'total_test.go:24 | --- FAIL: TestOne',
      '- | --- FAIL: ExampleTotal',
    ],
  ],
  [
    'syntax.go1.22.12',
    [
      'main.go:6:24 | syntax error: unexpected newline, expected { after for clause',
      '  -> syntax error: unexpected newline in argument list; possibly missing comma or )',
      "  -> expected '{', found newline",
    ],
  ],
  [
    'test-panic.go1.18.10',
    [
      '/home/dev/emptytest/total.go:3 | panic: runtime error: index out of range [0] with length 0',
      '  -> --- FAIL: TestFirst',
    ],
  ],
  [
    'test-panic.go1.27.0',
    [
      '/home/dev/emptytest/total.go:3 | panic: runtime error: index out of range [0] with length 0',
      '  -> --- FAIL: TestFirst',
    ],
  ],
  ['test-race.go1.27.0', ['/home/dev/racetest/stock.go:5 | WARNING: DATA RACE', '  -> --- FAIL: TestTake']],
  ['test-timeout.go1.27.0', ['/home/dev/timeout/wait_test.go:5 | panic: test timed out after 1s']],
  [
    'test-types.go1.27.0',
    [
      '/home/dev/badcall/main_test.go:10:1 | wrong signature for TestX, must be: func TestX(t *testing.T)',
      '  -> FAIL\texample.com/shop [setup failed]',
    ],
  ],
  ['testify.go1.24', ['invoice_test.go:11 | --- FAIL: TestInvoice']],
  [
    'types.go1.18.10',
    [
      'main.go:4:2 | imported and not used: "os"',
      'main.go:11:7 | assignment mismatch: 1 variable but load returns 2 values',
      'main.go:11:15 | too many arguments in call to load',
      'main.go:12:14 | undefined: y',
      'main.go:13:16 | cannot use 3 (constant of type int) as type error in variable declaration:',
      'main.go:14:9 | too many return values',
    ],
  ],
  [
    'types.go1.27.0',
    [
      'main.go:4:2 UnusedImport | "os" imported and not used',
      'main.go:11:2 UnusedVar | declared and not used: x',
      'main.go:11:7 WrongAssignCount | assignment mismatch: 1 variable but load returns 2 values',
      'main.go:11:15 WrongArgCount | too many arguments in call to load',
      'main.go:12:14 UndeclaredName | undefined: y',
      'main.go:13:6 UnusedVar | declared and not used: e',
      'main.go:13:16 InvalidIfaceAssign | cannot use 3 (constant of type int) as error value in variable declaration: int does not implement error (missing method Error)',
      'main.go:14:9 WrongResultCount | too many return values',
    ],
  ],
  ['vet-types.go1.18.10', ['main.go:11:15 | too many arguments in call to load']],
  [
    'vet.go1.22.12',
    [
      'main.go:13:2 | log.Printf format %s has arg Order{}.ID of wrong type int',
      'main.go:9:2 | struct field tag `json: "id"` not compatible with reflect.StructTag.Get: bad syntax for struct tag value',
      'main.go:14:12 | result of fmt.Errorf call not used',
    ],
  ],
]

function read(fixture: string): readonly Failure[] {
  return readLines(linesOf(fixture))
}

function only(fixture: string): Failure {
  const [failure, ...others] = read(fixture)
  if (failure === undefined || others.length > 0) throw new Error(`${fixture}: ${others.length + 1} failures`)
  return failure
}

describe('the Go readers', () => {
  it.each(cases)('say of %s what failed, where, and what follows from it', (fixture, expected) => {
    expect(summarise(read(fixture))).toEqual(expected)
  })

  it('are tried on every fixture', () => {
    const tried = cases.map(([fixture]) => fixture)
    // Wrapped in JSON: its stack is unwrapped below.
    expect([...tried, 'zap-stack.go1.24'].sort()).toEqual(fixtures)
  })

  it('keep continuation lines as details, without their indentation', () => {
    const details = read('types.go1.18.10').map(failure => failure.details)
    expect(details[2]).toEqual(['have (number, number)', 'want (int)'])
    expect(details[4]).toEqual(['int does not implement error (missing Error method)'])
    expect(read('no-required-module.go1.27.0')[0]?.details).toEqual(['go get example.com/kit/retry'])
    const chain = ['package example.com/shop/pricing', 'imports example.com/shop/store']
    expect(only('import-cycle.go1.18.10').details).toEqual(chain)
  })

  it('show what gcc marked', () => {
    const { echo } = only('cgo-header.go1.27.0')
    expect(echo?.source.slice(...(echo.marked ?? [0, 0]))).toBe('<librdkafka/rdkafka.h>')
  })

  it('tell own frames from those of the runtime, the standard library and dependencies', () => {
    const framesOf = (fixture: string) =>
      only(fixture).frames.map(frame => `${frame.own ? 'own' : '   '} ${frame.function}`)
    expect(framesOf('http-panic.go1.27.0')).toEqual([
      '    net/http.(*conn).serve.func1',
      '    panic',
      'own main.(*Store).Put',
      'own main.main.func1',
      '    net/http.HandlerFunc.ServeHTTP',
      '    net/http.serverHandler.ServeHTTP',
      '    net/http.(*conn).serve',
      '    created by net/http.(*Server).Serve',
    ])
    expect(framesOf('panic-in-dependency.go1.24')).toEqual([
      'own main.(*Client).Get',
      'own main.main.func3',
      '    golang.org/x/sync/errgroup.(*Group).Go.func1',
      '    created by golang.org/x/sync/errgroup.(*Group).Go',
    ])
  })

  it('keep what a crash says beside its first line', () => {
    expect(only('panic-in-deferred.go1.24').details).toEqual([
      'panic: runtime error: invalid memory address or nil pointer dereference',
      '[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x491b21]',
      'goroutine 1 [running]:',
    ])
    const [limit] = only('stack-overflow.go1.22.12').details
    expect(limit).toBe('runtime: goroutine stack exceeds 1000000000-byte limit')
  })

  it.each(['repanic.go1.18.10', 'repanic.go1.27.0'])('read the value of %s over its lines', fixture => {
    expect(only(fixture).details).toEqual(['no stock', 'goroutine 1 [running]:'])
  })

  it('show a goroutine that own code waits in when no own code has failed', () => {
    expect(only('test-timeout.go1.27.0').frames[1]?.function).toBe('example.com/shop.TestWait')
    // Twenty goroutines that all send to one channel are what this dump is about.
    expect(only('sigquit.go1.22.12').details[1]).toMatch(/^goroutine \d+ .*\[chan send\]:$/)
  })

  it('say of a race both accesses and where their goroutines come from', () => {
    const { details, frames } = only('race.go1.22.12')
    expect(details.filter(line => line.includes('.go:'))).toEqual([
      'main.(*Stock).take() main.go:10',
      'main.(*Stock).take() main.go:10',
      'main.main() main.go:17',
      'main.main() main.go:17',
    ])
    expect(frames.map(frame => frame.line)).toEqual([10, 19, 10, 19])
  })

  it('keep what a failed test said, with -v and without', () => {
    const said = [
      ['total_test.go:16: Total([3 4]) = 8, want 7', 'is shipping counted?'],
      ['total_test.go:24: got 4, want 3'],
      ['got:', '8', 'want:', '7'],
    ]
    for (const fixture of ['subtests.go1.27.0', 'subtests-verbose.go1.27.0'])
      expect(read(fixture).map(failure => failure.details)).toEqual(said)
    expect(only('testify.go1.24').details.join(' ')).toContain('Not equal:')
    expect(only('fuzz.go1.22.12').details[1]).toMatch(/^Failing input written to /)
  })

  it('read an error with the stack that was logged with it', () => {
    const { error, stacktrace } = JSON.parse(linesOf('zap-stack.go1.24')[1] ?? '{}')
    const [failure] = readLines([error, ...stacktrace.split('\n')])
    expect(failure?.message).toMatch(/context deadline exceeded$/)
    expect(failure?.place).toMatchObject({ file: '/home/dev/quotes/main.go', line: 31 })
  })

  it('name the module that a message leaves out, from the lines around it', () => {
    expect(only('download-forbidden.go1.26.8').details).toEqual(['go: downloading example.com/tax v1.2.0'])
    expect(only('module-path-mismatch.go1.26.8').details).toEqual([
      'go: example.com/rates@v1.0.0 requires',
      'module declares its path as: example.com/finance/tax',
      'but was required as: example.com/tax',
    ])
  })

  it('take the lines that the wrong assembler refuses for one failure', () => {
    const whole = readFileSync(new URL('fixtures/cross-cgo-whole.go1.26.8.log', import.meta.url), 'utf8')
    expect(readLines(whole.split('\n')).length).toBe(1)
  })

  it('take no progress report for a failure', () => {
    const lines = ['go: downloading example.com/kit v1.2.0', 'ok  \texample.com/shop\t0.2s', 'PASS']
    expect(readLines(lines)).toEqual([])
  })
})

it.each([
  ['./cart.go:7:35: undefined: total', 'undefined: total', 'cart.go'],
  ['internal/cart/cart.go:7: undefined: total', 'undefined: total', 'internal/cart/cart.go'],
])('%s alone, without its package, is an error of the compiler', (line, message, file) => {
  const [failure] = readLines([line])
  expect([failure?.format, failure?.message, failure?.place?.file]).toEqual(['go-build', message, file])
})
