// Imports run one way: model <- the siblings <- the pipeline <- the hosts.

import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, it } from 'vitest'

const root = 'src'
const siblings = ['kb', 'read', 'match', 'source', 'ask', 'prove', 'render']
const hosts = ['cli', 'serve']
/** Parts that may use Node: the proofs, the hosts, and what opens files. */
const nodeAllowed = [/^prove\//, /^cli\//, /^serve\//, /^kb\/load-folder\.ts$/]

interface Import {
  readonly from: string
  readonly to: string
  readonly isType: boolean
}

const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map(name => name.replaceAll('\\', '/'))
  .filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.includes('fixture'))

const imports: readonly Import[] = files.flatMap(from => {
  const text = readFileSync(join(root, from), 'utf8')
  // import type { Failure } from '../model/failure.ts'; await import('./why.ts')
  return [
    ...text.matchAll(/(?:^|\n)(?:import|export) (type )?[^'"]*?from '([^']+)'|import\('([^']+)'\)/g),
  ].map(([, type, named, loaded]) => {
    const target = named ?? loaded ?? ''
    const to = target.startsWith('.') ? normalize(join(dirname(from), target)).replaceAll('\\', '/') : target
    return { from, to, isType: type !== undefined }
  })
})

function layerOf(file: string): string {
  const [folder = '', ...rest] = file.split('/')
  return rest.length === 0 ? 'pipeline' : folder
}

it('lets the model import nothing else', () => {
  expect(imports.filter(({ from, to }) => layerOf(from) === 'model' && layerOf(to) !== 'model')).toEqual([])
})

it('keeps siblings apart', () => {
  const allowed = (layer: string, to: string) => to === layer || to === 'model'
  const crossing = imports.filter(({ from, to }) => {
    const [layer, target] = [layerOf(from), layerOf(to)]
    return siblings.includes(layer) && files.includes(to) && !allowed(layer, target)
  })
  expect(crossing).toEqual([])
})

it('lets no layer import the hosts, and no host another', () => {
  const upward = imports.filter(
    ({ from, to }) => hosts.includes(layerOf(to)) && files.includes(to) && layerOf(from) !== layerOf(to),
  )
  expect(upward).toEqual([])
})

it('keeps Node out of everything that runs in a browser', () => {
  const node = imports.filter(
    ({ from, to }) => to.startsWith('node:') && !nodeAllowed.some(pattern => pattern.test(from)),
  )
  expect(node).toEqual([])
})

it('sees the whole tree', () => {
  expect(files.length).toBeGreaterThan(50)
  expect(imports.length).toBeGreaterThan(100)
})
