import { describe, expect, it } from 'vitest'
import type { Program } from './program.ts'
import { findPyodide, isPyodideOnly, suitsPyodide } from './pyodide.ts'

const script = (text: string): Program => ({
  entry: 'python/x',
  tool: 'python',
  role: 'broken',
  files: [{ name: 'main.py', text }],
})

describe('Pyodide', () => {
  it('runs one plain script', () => {
    expect(suitsPyodide(script('import json\njson.loads("x")\n'))).toBe(true)
  })

  it('is not asked to do what WebAssembly cannot', () => {
    expect(suitsPyodide(script('def f():\n    import threading\n'))).toBe(false)
    expect(suitsPyodide(script('from asyncio import run\n'))).toBe(false)
    expect(suitsPyodide({ ...script(''), run: 'python -m unittest' })).toBe(false)
    expect(suitsPyodide({ ...script(''), files: [...script('').files, { name: 'cart.py', text: '' }] })).toBe(
      false,
    )
  })

  it('is not believed where its platform shows', () => {
    expect(isPyodideOnly("FileNotFoundError: [Errno 44] No such file or directory: 'orders.csv'")).toBe(true)
    expect(isPyodideOnly("KeyError: 'id'")).toBe(false)
  })

  it('says which versions it does not have', async () => {
    expect(await findPyodide('3.5')).toMatchObject({ version: '3.5', reason: 'version' })
  })
})
