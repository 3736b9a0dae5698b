// The Python readers, most specific first.

import type { Reader } from '../reader.ts'
import { asyncioLog } from './asyncio-log.ts'
import { commandLine } from './command-line.ts'
import { doctest } from './doctest.ts'
import { ipythonSyntax, ipythonTraceback } from './ipython.ts'
import { pip } from './pip.ts'
import { poetry } from './poetry.ts'
import { pySpy } from './py-spy.ts'
import { pytest } from './pytest.ts'
import { pythonFatal } from './python-fatal.ts'
import { pythonLaunch } from './python-launch.ts'
import { pythonSyntax } from './python-syntax.ts'
import { pythonTraceback } from './python-traceback.ts'
import { pythonWarning } from './python-warning.ts'
import { unittest } from './unittest.ts'
import { uv } from './uv.ts'

/** Tried in this order on a line; the first whose block there is wins. */
export const pythonReaders: readonly Reader[] = [
  uv,
  pip,
  poetry,
  pytest,
  unittest,
  doctest,
  pythonFatal,
  pySpy,
  asyncioLog,
  ipythonTraceback,
  ipythonSyntax,
  pythonTraceback,
  pythonSyntax,
  pythonWarning,
  pythonLaunch,
  commandLine,
]
