// The Python readers, most specific first.

import type { Reader } from '../reader.ts'
import { pythonSyntax } from './python-syntax.ts'
import { pythonTraceback } from './python-traceback.ts'

export const pythonReaders: readonly Reader[] = [pythonTraceback, pythonSyntax]
