// Texts that nobody means well with, or that a broken disk left behind: everything that reads must survive them.

export interface HostileInput {
  readonly name: string
  readonly text: string
}

const megabyte = 1 << 20

/** `part` over and over, about `size` characters. */
function repeat(part: string, size: number): string {
  return part.repeat(Math.max(1, Math.floor(size / part.length)))
}

const traceback = `Traceback (most recent call last):
  File "/srv/app/main.py", line 8, in <module>
    total(rows)
    ~~~~~^^^^^^
  File "/srv/app/rows.py", line 3, in total
    return sum(row["cents"] for row in rows)
KeyError: 'cents'
`

const panic = `panic: runtime error: index out of range [5] with length 3

goroutine 1 [running]:
main.pick(...)
\t/app/main.go:8
main.main()
\t/app/main.go:12 +0x1d
exit status 2
`

/** What one line of a megabyte may be made of. */
const parts: readonly (readonly [name: string, part: string])[] = [
  ['spaces', ' '],
  ['tabs', '\t'],
  ['letters', 'a'],
  ['digits', '7'],
  ['carets', '^'],
  ['tildes and carets', '~^'],
  ['opening brackets', '('],
  ['nested brackets', '([{'],
  ['braces', '{}'],
  ['quotes', '"'],
  ['apostrophes', "'"],
  ['backslashes', '\\'],
  ['escaped quotes', '\\"'],
  ['escaped line ends', '\\n'],
  ['colons', ': '],
  ['dots', '.'],
  ['slashes', '/a'],
  ['commas', ', '],
  ['equals signs', '='],
  ['bars', '| '],
  ['angle brackets', '> '],
  ['dashes', '-'],
  ['underscores', '_'],
  ['hashes', '# '],
  ['backquotes', '`'],
  ['ampersands', '&amp;'],
  ['half entities', '&#'],
  ['fields', 'key="value" '],
  ['JSON keys', '{"a":'],
  ['docker lines', '{"log":"'],
  ['Python frames', '  File "'],
  ['whole Python frames', '  File "a.py", line 3, in f'],
  ['exception names', 'ValueError: '],
  ['dotted names', 'a.b.c.'],
  ['traceback headers', 'Traceback (most recent call last):'],
  ['goroutine headers', 'goroutine 1 ['],
  ['Go places', '\t/app/main.go:8 +0x1d'],
  ['Go calls', 'main.f('],
  ['Go compile errors', './main.go:3:5: '],
  ['panic headers', 'panic: '],
  ['test names', '--- FAIL: TestA '],
  ['times', '2026-01-02T03:04:05Z '],
  ['syslog headers', '<34>Jan 02 03:04:05 host a[1]: '],
  ['escape characters', '\x1b'],
  ['colour codes', '\x1b[31m'],
  ['open hyperlinks', '\x1b]8;;'],
  ['shown colours', '[31m[0m'],
  ['backspaces', 'a\b'],
  ['carriage returns', 'a\r'],
  ['NUL bytes', '\0'],
  ['Chinese characters', '错误'],
  ['emoji', '😀'],
  ['lone surrogates', '\ud83d'],
  ['lone low surrogates', '\ude00'],
  ['combining marks', 'e\u0301'],
  ['no-break spaces', '\u00a0'],
  ['byte order marks', '\ufeff'],
  ['replacement characters', '\ufffd'],
]

const longLines: readonly HostileInput[] = parts.flatMap(([name, part]) => [
  { name: `a line of ${name}`, text: repeat(part, megabyte) },
])

/** A long line behind what makes a reader look. */
const longTails: readonly HostileInput[] = [
  '  File "',
  'Traceback (most recent call last):\n  File "a.py", line 1, in f\n    ',
  'Traceback (most recent call last):\n  File "a.py", line 1, in f\nKeyError: ',
  '  File "a.py", line 1\n    x\n    ^\nSyntaxError: ',
  'panic: ',
  'panic: x\n\ngoroutine 1 [',
  'panic: x\n\ngoroutine 1 [running]:\nmain.f(',
  'panic: x\n\ngoroutine 1 [running]:\nmain.f()\n\t/',
  '# example.com/a\n./main.go:3:5: ',
  '--- FAIL: ',
  'E   ',
  '> ',
  '{"log":"',
  '{"level":"error","error":"',
  'level=error msg="',
  'orders-1  | ',
  'FAILED tests/a.py::',
  'WARNING: DATA RACE\n',
  '\x1b]8;;',
].flatMap(head =>
  [' ', 'a', '(', '"', '\\', '.', ': '].map(part => ({
    name: `${JSON.stringify(head)} and a long line of ${JSON.stringify(part)}`,
    text: head + repeat(part, megabyte / 4),
  })),
)

const manyLines: readonly HostileInput[] = [
  { name: '100,000 empty lines', text: '\n'.repeat(100_000) },
  { name: '100,000 lines of a space', text: ' \n'.repeat(100_000) },
  { name: '100,000 carriage returns', text: '\r'.repeat(100_000) },
  { name: 'only carets', text: '    ^\n'.repeat(50_000) },
  {
    name: '50,000 Python frames',
    text: `Traceback (most recent call last):\n${'  File "/a.py", line 3, in f\n    f()\n'.repeat(50_000)}RecursionError: x\n`,
  },
  { name: '50,000 frames without a header', text: '  File "/a.py", line 3, in f\n    f()\n'.repeat(50_000) },
  {
    name: '50,000 Go frames',
    text: `panic: x\n\ngoroutine 1 [running]:\n${'main.f(0x1)\n\t/app/main.go:8 +0x1d\n'.repeat(50_000)}`,
  },
  {
    name: '10,000 goroutines',
    text: `fatal error: all goroutines are asleep - deadlock!\n\n${'goroutine 7 [chan receive]:\nmain.f()\n\t/app/main.go:8 +0x1d\n\n'.repeat(10_000)}`,
  },
  { name: '10,000 traceback headers', text: 'Traceback (most recent call last):\n'.repeat(10_000) },
  {
    name: '10,000 traceback headers with a frame',
    text: 'Traceback (most recent call last):\n  File "a.py", line 1, in f\n'.repeat(10_000),
  },
  { name: '10,000 whole tracebacks', text: traceback.repeat(10_000) },
  { name: '10,000 whole panics', text: panic.repeat(10_000) },
  { name: '10,000 panic headers', text: 'panic: x\n'.repeat(10_000) },
  { name: '10,000 goroutine headers', text: 'goroutine 1 [running]:\n'.repeat(10_000) },
  { name: '10,000 package headers', text: '# example.com/a\n'.repeat(10_000) },
  { name: '10,000 compile errors', text: './main.go:3:5: undefined: x\n'.repeat(10_000) },
  { name: '10,000 test headers', text: '--- FAIL: TestA (0.00s)\n=== RUN   TestA\n'.repeat(10_000) },
  { name: '10,000 race headers', text: '==================\nWARNING: DATA RACE\n'.repeat(10_000) },
  {
    name: '10,000 pytest sections',
    text: `${'='.repeat(30)} FAILURES ${'='.repeat(30)}\n${'_'.repeat(30)} test_a ${'_'.repeat(30)}\n`.repeat(
      10_000,
    ),
  },
  { name: '10,000 pytest errors', text: 'E       assert 1 == 2\n>       assert f() == 2\n'.repeat(10_000) },
  {
    name: '10,000 chained exceptions',
    text: `${traceback}\nDuring handling of the above exception, another exception occurred:\n\n`.repeat(
      10_000,
    ),
  },
  {
    name: '10,000 joints without exceptions',
    text: '\nThe above exception was the direct cause of the following exception:\n\n'.repeat(10_000),
  },
  { name: '10,000 warnings', text: '/srv/a.py:3: DeprecationWarning: old\n  f()\n'.repeat(10_000) },
  { name: '10,000 fences', text: '```\n'.repeat(10_000) },
  {
    name: '10,000 JSON records with a stack',
    text: `${JSON.stringify({ level: 'error', exception: traceback })}\n`.repeat(10_000),
  },
  { name: '10,000 services', text: Array.from({ length: 10_000 }, (_, i) => `s${i}  | x\n`).join('') },
  { name: '10,000 half docker lines', text: '{"log":"KeyError\n'.repeat(10_000) },
  { name: '10,000 partial lines of CRI', text: '2026-01-02T03:04:05Z stderr P x\n'.repeat(10_000) },
  {
    name: '10,000 open outputs of go test',
    text: '{"Action":"output","Package":"p","Output":"x"}\n'.repeat(10_000),
  },
  { name: '10,000 lines of 80 columns', text: `  File "${'a'.repeat(72)}\n`.repeat(10_000) },
  {
    name: 'lines that are indented deeper and deeper',
    text: Array.from({ length: 1400 }, (_, i) => `${' '.repeat(i)}Traceback (most recent call last):\n`).join(
      '',
    ),
  },
]

const nested: readonly HostileInput[] = [
  { name: 'exception groups nested 2,000 deep', text: nestGroups(2000) },
  { name: 'JSON nested 100,000 deep', text: `{"a":${'[{"a":'.repeat(100_000)}` },
  { name: 'closed JSON nested 50,000 deep', text: `{"error":${'['.repeat(50_000)}${']'.repeat(50_000)}}` },
  { name: 'JSON in JSON, 16 deep', text: nestJson(16) },
  { name: 'quotes in Markdown nested 10,000 deep', text: `${'> '.repeat(10_000)}${traceback}` },
  { name: 'compose in compose, 1,000 deep', text: `${'a-1  | '.repeat(1000)}KeyError: 'id'\n`.repeat(100) },
  { name: 'entities escaped 10,000 times', text: `&${'amp;'.repeat(10_000)}quot;` },
]

function nestGroups(depth: number): string {
  let text = '  + Exception Group Traceback (most recent call last):\n'
  for (let i = 0; i < depth; i++) {
    const margin = ' '.repeat(Math.min(i, 200) * 2)
    text += `${margin}  | ExceptionGroup: x (1 sub-exception)\n${margin}  +-+---------------- 1 ----------------\n`
  }
  return text
}

function nestJson(depth: number): string {
  let text = traceback
  for (let i = 0; i < depth && text.length < megabyte; i++)
    text = JSON.stringify({ level: 'error', msg: text })
  return text
}

/** Whole failures, cut in every place that could matter, and with what tears files apart. */
const torn: readonly HostileInput[] = [traceback, panic].flatMap((text, which) => {
  const name = which === 0 ? 'a traceback' : 'a panic'
  return [
    ...Array.from({ length: text.length }, (_, i) => ({
      name: `${name} that ends at ${i}`,
      text: text.slice(0, i),
    })),
    ...Array.from({ length: text.length }, (_, i) => ({
      name: `${name} that begins at ${i}`,
      text: text.slice(i),
    })),
    { name: `${name} with a NUL behind every character`, text: [...text].join('\0') },
    { name: `${name} with lone surrogates`, text: text.replaceAll('a', '\ud800a') },
    { name: `${name} backwards`, text: [...text].reverse().join('') },
    { name: `${name} with its lines upside down`, text: text.split('\n').reverse().join('\n') },
    { name: `${name} on one line`, text: text.replaceAll('\n', ' ') },
    { name: `${name} without its indentation`, text: text.replace(/^\s+/gm, '') },
    { name: `${name} with empty lines between`, text: text.replaceAll('\n', '\n\n') },
  ]
})

const small: readonly HostileInput[] = [
  { name: 'nothing', text: '' },
  { name: 'a line end', text: '\n' },
  { name: 'a NUL', text: '\0' },
  { name: 'a lone surrogate', text: '\udfff' },
  { name: 'a byte order mark', text: '\ufeff' },
  { name: 'half a line of JSON', text: '{"level":"error","stack":"goroutine 1 [running]:\\nmain.ma' },
  { name: 'a JSON number', text: '7' },
  { name: 'JSON null', text: 'null\n{}\n[]\n""\n{"msg":null}\n{"error":{}}\n{"exception":[null]}\n' },
  {
    name: 'names of Object.prototype',
    text: '{"__proto__":{"msg":"a\\nb"},"constructor":"x"}\n__proto__-1  | toString: x\nconstructor: x\n',
  },
  {
    name: 'numbers beyond all bounds',
    text: `  File "a.py", line ${'9'.repeat(400)}, in f\n./main.go:${'9'.repeat(400)}:${'9'.repeat(400)}: x\ngoroutine ${'9'.repeat(400)} [running]:\n\t/a.go:${'9'.repeat(400)} +0x1\n&#${'9'.repeat(7)};\n`,
  },
]

export const hostileInputs: readonly HostileInput[] = [
  ...small,
  ...torn,
  ...nested,
  ...manyLines,
  ...longTails,
  ...longLines,
]
