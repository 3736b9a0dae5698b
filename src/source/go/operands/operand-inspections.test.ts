import { describe, expect, it } from 'vitest'
import { openParse } from '../../../cli/inspect-sources.ts'
import { failureOf } from '../../../model/failure.ts'
import { folderOfFiles, noDependencies, sourceFileOf } from '../../../model/source.ts'
import { offsetIn } from '../../line-offsets.ts'
import { applyChanges } from '../../unified-diff.ts'
import { operandInspections } from './operand-inspections.ts'

const parse = await openParse(new Set(['go']), 'node_modules/@vscode/tree-sitter-wasm/wasm')

interface Case {
  readonly name: string
  /** The compiler's or go vet's own words. */
  readonly message: string
  /** One line of `source`, as it stands and as it is mended. */
  readonly wrong: string
  readonly right: string
  readonly certain?: boolean
  /** In bytes of that line from 1. */
  readonly column: number
}

/** The file with a line put in the place of another by the first edit; null without one. */
function mended(source: string, { name, message, wrong, column }: Case) {
  const file = sourceFileOf('main.go', source)
  const line = file.lines.findIndex(one => one.trim() === wrong.split('\n', 1)[0]?.trim()) + 1
  const place = { file: file.path, line, column, unit: 'bytes' as const }
  const found = operandInspections[name]?.({
    failure: failureOf({ tool: 'go', format: 'go-build', message, place }),
    slots: {},
    file,
    whole: true,
    line,
    offset: offsetIn(file, line, column),
    folder: folderOfFiles([file]),
    dependencies: noDependencies,
    parse: one => parse('go', one.text),
  })
  const [first] = found?.proposals ?? []
  return first === undefined ? null : { text: applyChanges(source, first.changes), certain: first.certain }
}

const head = `package main

type Point struct{ X, Y int }

type Cart struct {
	Total int
	Lines []string
}

type List[T any] struct{ items []T }

func NewList[T any](size int) *List[T] { return &List[T]{items: make([]T, 0, size)} }

func load() (int, error) { return 1, nil }
`

function expectEdit(one: Case): void {
  const source = `${head}\n${one.wrong}\n`
  expect(mended(source, one)).toEqual({ text: `${head}\n${one.right}\n`, certain: one.certain ?? false })
}

const within = (line: string) => `func run(c *Cart, err error, points map[string]Point) {\n\t${line}\n}`
const inside = (one: Case) => {
  const source = `${head}\n${within(one.wrong)}\n`
  const text = `${head}\n${within(one.right)}\n`
  expect(mended(source, one)).toEqual({ text, certain: one.certain ?? false })
}

describe('operands', () => {
  it('count a negative index from the end', () => {
    inside({
      name: 'negative-index',
      message: 'invalid argument: index -1 (constant of type int) must not be negative',
      wrong: 'print(c.Lines[-1:])',
      right: 'print(c.Lines[len(c.Lines)-1:])',
      column: 16,
    })
  })

  it('index what a pointer points to, or the only list of a struct', () => {
    expectEdit({
      name: 'index-of-other',
      message: 'cannot index c (variable of type *Cart)',
      wrong: 'func lines(c *Cart) string { return c[0] }',
      right: 'func lines(c *Cart) string { return c.Lines[0] }',
      column: 38,
    })
    expectEdit({
      name: 'index-of-other',
      message: 'cannot index skus (variable of type *[]string)',
      wrong: 'func first(skus *[]string) string { return skus[0] }',
      right: 'func first(skus *[]string) string { return (*skus)[0] }',
      column: 48,
    })
  })

  it('put two indexes into brackets of their own, surely where the list is one of lists', () => {
    expectEdit({
      name: 'several-indexes',
      message: 'invalid operation: more than one index',
      wrong: 'func at(grid [][]int, a, b int) int { return grid[a, b] }',
      right: 'func at(grid [][]int, a, b int) int { return grid[a][b] }',
      column: 54,
      certain: true,
    })
  })

  it('swap length and capacity, and the ends of a slice', () => {
    inside({
      name: 'make-swapped',
      message: 'invalid argument: length and capacity swapped',
      wrong: 'c.Lines = make([]string, 100, 0)',
      right: 'c.Lines = make([]string, 0, 100)',
      column: 27,
      certain: true,
    })
    inside({
      name: 'bounds-swapped',
      message: 'invalid slice indices: 1 < 3',
      wrong: 'print(c.Lines[3:1])',
      right: 'print(c.Lines[1:3])',
      column: 18,
    })
  })

  it('call the function that answers the channel', () => {
    expectEdit({
      name: 'channel-not-called',
      message:
        'invalid operation: cannot receive from non-channel func() <-chan struct{} ctx.Done (value of type func() <-chan struct{})',
      wrong: 'func wait(ctx context.Context) { <-ctx.Done }',
      right: 'func wait(ctx context.Context) { <-ctx.Done() }',
      column: 36,
      certain: true,
    })
  })

  it('take an entry of a map into a variable to change a field', () => {
    inside({
      name: 'field-in-map',
      message: 'cannot assign to struct field points["a"].X in map',
      wrong: 'points["a"].X = 1',
      right: 'entry := points["a"]\n\tentry.X = 1\n\tpoints["a"] = entry',
      column: 2,
    })
  })
})

describe('definitions', () => {
  it('assign to a field, surely where nothing is new', () => {
    inside({
      name: 'field-defined',
      message: 'non-name c.Total on left side of :=',
      wrong: 'c.Total, err := load()',
      right: 'c.Total, err = load()',
      column: 2,
      certain: true,
    })
    inside({
      name: 'field-defined',
      message: 'non-name c.Lines on left side of :=',
      wrong: 'c.Lines, ok := []string{}, true',
      right: 'var ok bool\n\tc.Lines, ok = []string{}, true',
      column: 2,
    })
  })

  it('make a variable of what no constant can be', () => {
    expectEdit({
      name: 'constant-of-variable',
      message: 'Cart{} (value of struct type Cart) is not constant',
      wrong: 'const empty = Cart{}',
      right: 'var empty = Cart{}',
      column: 15,
      certain: true,
    })
    // The conversion may have been of a constant.
    expectEdit({
      name: 'constant-of-variable',
      message: 'ID(first) (value of int type ID) is not constant',
      wrong: 'const second = ID(first)',
      right: 'var second = ID(first)',
      column: 16,
    })
  })

  it('embed an interface without its star', () => {
    expectEdit({
      name: 'embedded-pointer',
      message: 'embedded field type cannot be a pointer to an interface',
      wrong: 'type meter struct{ *io.Reader }',
      right: 'type meter struct{ io.Reader }',
      column: 20,
      certain: true,
    })
  })

  it('name the fields of a literal by their names and types', () => {
    inside({
      name: 'mixed-literal',
      message: 'mixture of field:value and value elements in struct literal',
      wrong: 'print(Point{1, Y: 2})',
      right: 'print(Point{X: 1, Y: 2})',
      column: 14,
    })
    inside({
      name: 'unkeyed-fields',
      message: 'example.com/app.Point struct literal uses unkeyed fields',
      wrong: 'print(Point{1, 2})',
      right: 'print(Point{X: 1, Y: 2})',
      column: 8,
      certain: true,
    })
  })
})

describe('pointers to interfaces', () => {
  it('lose their star where they are declared', () => {
    expectEdit({
      name: 'interface-pointer',
      message: 'r.Read undefined (type *io.Reader is pointer to interface, not interface)',
      wrong: 'func read(r *io.Reader, b []byte) { r.Read(b) }',
      right: 'func read(r io.Reader, b []byte) { r.Read(b) }',
      column: 39,
    })
    expectEdit({
      name: 'interface-pointer',
      message:
        'cannot use os.Stderr (variable of type *os.File) as *io.Writer value in argument to log: *os.File does not implement *io.Writer (type *io.Writer is pointer to interface, not interface)',
      wrong: 'func main() { log(os.Stderr) }\n\nfunc log(w *io.Writer) {}',
      right: 'func main() { log(os.Stderr) }\n\nfunc log(w io.Writer) {}',
      column: 19,
    })
  })
})

describe('type arguments', () => {
  it('complete a receiver', () => {
    expectEdit({
      name: 'arguments-for-type',
      message: 'cannot use generic type List[T any] without instantiation',
      wrong: 'func (l *List) Add(item T) { l.items = append(l.items, item) }',
      right: 'func (l *List[T]) Add(item T) { l.items = append(l.items, item) }',
      column: 10,
      certain: true,
    })
  })

  it('come from what a function returns', () => {
    expectEdit({
      name: 'arguments-for-call',
      message: 'in call to NewList, cannot infer T (declared at ./a.go:21:14)',
      wrong: 'func names() *List[string] { return NewList(3) }',
      right: 'func names() *List[string] { return NewList[string](3) }',
      column: 44,
    })
  })

  it('go where there are too many', () => {
    inside({
      name: 'arguments-completed',
      message: 'too many type arguments for type List: have 2, want 1',
      wrong: 'var _ List[string, int]',
      right: 'var _ List[string]',
      column: 8,
    })
  })
})

describe('what go vet tells', () => {
  it.each([
    [
      'fmt.Printf format %d has arg id of wrong type string',
      'log("order %s: %d", c, id)',
      'log("order %s: %s", c, id)',
    ],
    [
      'log.Printf does not support error-wrapping directive %w',
      'log("charge: %w", err)',
      'log("charge: %v", err)',
    ],
    ['log.Printf call needs 1 arg but has 2 args', 'log("order %s", id, c)', 'log("order %s", id)'],
    [
      'log.Printf call has arguments but no formatting directives',
      'log("paid\\n", err)',
      'log("paid %s\\n", err)',
    ],
    [
      'log.Printf format %s reads arg #2, but call has 1 arg',
      'log("%d: %s err", 1)',
      'log("%d: %s err", 1, err)',
    ],
  ])('mends a format: %s', (message, wrong, right) => {
    inside({ name: 'format-verb', message, wrong, right, column: 2 })
  })

  it('mends a struct tag', () => {
    for (const [wrong, right] of [
      ['`json: "id"`', '`json:"id"`'],
      ['`json:id`', '`json:"id"`'],
      ['`json:"id", db:"id"`', '`json:"id" db:"id"`'],
      ['`json:id, db:id`', '`json:"id" db:"id"`'],
      ["`json:'id,omitempty'`", '`json:"id,omitempty"`'],
    ]) {
      expectEdit({
        name: 'struct-tag',
        message: `struct field tag ${wrong} not compatible with reflect.StructTag.Get: bad syntax for struct tag value`,
        wrong: `type Order struct{ ID int ${wrong} }`,
        right: `type Order struct{ ID int ${right} }`,
        column: 20,
        certain: true,
      })
    }
  })

  it('cancels a context, and passes a pointer', () => {
    inside({
      name: 'cancel-lost',
      message:
        'the cancel function returned by context.WithTimeout should be called, not discarded, to avoid a context leak',
      wrong: 'ctx, _ := context.WithTimeout(ctx, limit)',
      right: 'ctx, cancel := context.WithTimeout(ctx, limit)\n\tdefer cancel()',
      column: 7,
    })
    inside({
      name: 'pointer-wanted',
      message: 'call of Unmarshal passes non-pointer as second argument',
      wrong: 'json.Unmarshal(body, points)',
      right: 'json.Unmarshal(body, &points)',
      column: 16,
    })
  })
})
