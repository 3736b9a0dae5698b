// What the stack of an exception tells beyond its message: who made the call that failed.

import type { Frame } from '../../model/failure.ts'

/** Functions of the standard library that call what the reader handed over, by the end of their file's path. */
const callers: readonly (readonly [file: string, functions: RegExp])[] = [
  // File "/usr/lib/python3.12/threading.py", line 1010, in run: self._target(*self._args, **self._kwargs)
  ['/threading.py', /(?:^|\.)run$/],
  // File "/usr/lib/python3.12/multiprocessing/process.py", line 108, in run
  ['/multiprocessing/process.py', /(?:^|\.)run$/],
  // File "/usr/lib/python3.12/concurrent/futures/thread.py", line 58, in run: result = self.fn(*self.args, …)
  ['/concurrent/futures/thread.py', /(?:^|\.)run$/],
  // File "/usr/lib/python3.12/concurrent/futures/process.py", line 256, in _process_worker: r = call_item.fn(…)
  ['/concurrent/futures/process.py', /^_process_(?:worker|chunk)$|comp>$/],
  // File "/usr/lib/python3.12/multiprocessing/pool.py", line 125, in worker: result = (True, func(*args, **kwds))
  ['/multiprocessing/pool.py', /^(?:worker|mapstar|starmapstar)$|comp>$/],
  // File "/usr/lib/python3.12/asyncio/events.py", line 84, in _run: self._context.run(self._callback, *self._args)
  ['/asyncio/events.py', /(?:^|\.)_run$/],
]

// TypeError: charge() takes 1 positional argument but 4 were given, 'int' object is not callable
const aboutTheCall =
  /^TypeError: (?:[\w.<>]+\(\) (?:takes|missing|got) |[\w.<>]+\(\) argument after \*|'.+' object is not callable$)/

const isIn = (frame: Frame | undefined, file: string): boolean => frame?.file.endsWith(file) === true

/**
 * Sentences about an exception that signatures may ask for; `frames` innermost first. Empty when there is
 * nothing to tell.
 */
export function tracebackFacts(frames: readonly Frame[], message: string): readonly string[] {
  const [inner] = frames
  if (inner === undefined || inner.own) return []
  if (
    aboutTheCall.test(message.slice(0, 500)) &&
    callers.some(([file, names]) => isIn(inner, file) && names.test(inner.function))
  )
    return ['~ a thread, pool or loop made this call, with what it was handed']
  // File "/usr/lib/python3.12/multiprocessing/connection.py", line 251, in recv: return _ForkingPickler.loads(…)
  if (isIn(inner, '/multiprocessing/connection.py') && message.startsWith('TypeError: '))
    return ['~ while what another process sent was unpickled']
  if (isIn(inner, '/multiprocessing/connection.py') && message === 'EOFError')
    return ['~ the other process closed its end']
  // File "/usr/lib/python3.12/multiprocessing/spawn.py", line 287, in _fixup_main_from_path
  if (frames.some(frame => /^_fixup_main_from_/.test(frame.function)))
    return ['~ while a new process imported the main module']
  return []
}
