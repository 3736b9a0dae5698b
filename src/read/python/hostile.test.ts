// Every Python reader survives text that no tool would print, in linear time.

import { expect, test } from 'vitest'
import { readPython } from './fixtures/read-fixture.ts'

const lines = (line: string, count: number): string => `${line}\n`.repeat(count)

test.each([
  ['empty text', ''],
  ['one long line', 'x'.repeat(1_000_000)],
  ['one long line of colons', 'a:1: '.repeat(200_000)],
  ['a long exception', `ValueError: ${'x '.repeat(500_000)}`],
  ['a long warning', `a.py:1: ${'W.'.repeat(100_000)}Warning: x`],
  ['headers only', lines('Traceback (most recent call last):', 20_000)],
  ['frames only', lines('  File "a.py", line 1, in f', 40_000)],
  ['frames without function', lines('  File "a.py", line 1', 20_000)],
  ['pytest headers only', lines('____ test_x ____', 20_000)],
  ['pytest sections only', lines('=== FAILURES ===', 20_000)],
  ['pytest errors only', lines('E   assert 1 == 2', 20_000)],
  ['pytest summaries only', lines('FAILED a.py::test_x - assert 1', 20_000)],
  ['conftest lines only', lines("ImportError while loading conftest '/a/conftest.py'.", 10_000)],
  ['pip errors only', lines('ERROR: Could not find a version that satisfies the requirement x', 10_000)],
  ['pip builds only', lines('  error: subprocess-exited-with-error', 10_000)],
  ['unittest headers only', lines('FAIL: test_x (a.T)', 20_000)],
  ['fatal errors only', lines('Fatal Python error: Aborted', 20_000)],
  ['threads only', lines('Thread 0x01 (most recent call first):', 20_000)],
  ['IPython headers only', lines('NameError      Traceback (most recent call last)', 20_000)],
  ['cells only', lines('  Cell In[1], line 1', 20_000)],
  ['surfacings only', lines('Task exception was never retrieved', 20_000)],
  ['slow steps only', lines('Executing <Task coro=<f() running at a.py:1>> took 0.2', 20_000)],
  ['a long slow step', `Executing <${'x() at a:1'.repeat(900)}`],
  ['destroyed tasks only', lines('Task was destroyed but it is pending!', 20_000)],
  ['origins only', lines('source_traceback: Object created at (most recent call last):', 20_000)],
  ['py-spy dumps only', lines('Process 1: a\nPython v3.11 (a)\nThread 1 (idle): "a"', 7000)],
  ['warnings only', lines("sys:1: RuntimeWarning: coroutine 'f' was never awaited", 20_000)],
  ['remote tracebacks only', lines('x.RemoteTraceback: \n"""\nTraceback (most recent call last):', 5000)],
  ['control characters', '\u0000\u0007\u001b[31m\ud800\n'.repeat(20_000)],
])('%s', (_, text) => {
  const start = performance.now()
  readPython(text)
  expect(performance.now() - start).toBeLessThan(4000)
})
