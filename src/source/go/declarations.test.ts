// Declarations of Go files, read without a syntax tree.

import { describe, expect, it } from 'vitest'
import { readDeclarations } from './declarations.ts'

const store = `// Package store keeps orders.
package store

import (
	"context"
	log "log/slog" // structured
	_ "embed"
)

// ErrNone is returned when there is none.
var ErrNone = errors.New("none") // not wrapped

const (
	pageSize       = 20
	maxOrders, few int = 1 << 10, 3
)

type (
	ID   string
	Pair[K comparable, V any] struct {
		Key, Value K
	}
)

type Store[K comparable] struct {
	*Base
	sync.Mutex
	mu    sync.Mutex \`json:"-"\` // guards orders
	orders map[K]struct {
		total int
	}
	hook func(ctx context.Context) error
}

type Reader interface {
	io.Closer
	Read(ctx context.Context,
		id ID) (Order, error)
	~int | ~string
}

type Handler = func(w http.ResponseWriter)

func (s *Store[K]) Get(ctx context.Context, id K) (order Order, err error) {
	return Order{}, nil
}

func Open[T any](
	path string,
	options ...Option,
) (*Store[T], error) {
	type local struct{}
	return nil, ErrNone
}
`

describe('readDeclarations', () => {
  const { package: name, imports, declarations } = readDeclarations(store)
  const find = (wanted: string) => declarations.find(one => one.name === wanted)

  it('reads the package and its imports with their names', () => {
    expect(name).toBe('store')
    expect(imports.map(({ alias, path }) => [alias, path])).toEqual([
      [null, 'context'],
      ['log', 'log/slog'],
      ['_', 'embed'],
    ])
    expect(store.slice(imports[1]?.at, imports[1]?.end)).toBe('"log/slog"')
  })

  it('reads variables and constants, alone and in groups', () => {
    expect(find('ErrNone')).toMatchObject({
      kind: 'var',
      type: '',
      value: 'errors.New("none") // not wrapped',
    })
    expect(find('pageSize')).toMatchObject({ kind: 'const', value: '20' })
    expect(find('few')).toMatchObject({ kind: 'const', type: 'int' })
  })

  it('reads types with their members and parameters', () => {
    expect(find('ID')?.type).toBe('string')
    expect(find('Pair')).toMatchObject({ parameters: '[K comparable, V any]' })
    expect(find('Pair')?.members.map(one => [one.name, one.type])).toEqual([
      ['Key', 'K'],
      ['Value', 'K'],
    ])
    expect(find('Store')?.members.map(one => [one.kind, one.name])).toEqual([
      ['embedded', 'Base'],
      ['embedded', 'Mutex'],
      ['field', 'mu'],
      ['field', 'orders'],
      ['field', 'hook'],
    ])
    expect(find('Reader')?.members.map(one => [one.kind, one.name])).toEqual([
      ['embedded', 'Closer'],
      ['method', 'Read'],
    ])
    expect(find('Handler')).toMatchObject({ alias: true, type: 'func(w http.ResponseWriter)' })
  })

  it('reads signatures over several lines, and methods with their receivers', () => {
    expect(find('Get')).toMatchObject({
      kind: 'method',
      receiver: 'Store',
      pointer: true,
      type: '(ctx context.Context, id K) (order Order, err error)',
    })
    expect(find('Open')).toMatchObject({ kind: 'func', parameters: '[T any]' })
    expect(find('Open')?.type.replace(/\s+/g, ' ')).toBe(
      '( path string, options ...Option, ) (*Store[T], error)',
    )
    expect(find('local')).toBeUndefined()
  })

  it('takes linear time on declarations that never end', () => {
    for (const piece of [
      'func (',
      'func f(\n',
      'type (\n',
      'type T struct {\n',
      'var x = `',
      'import (\n',
      'type T[K any\n',
    ])
      expect(readDeclarations(piece.repeat(30_000)).declarations.length).toBeGreaterThanOrEqual(0)
  })
})
