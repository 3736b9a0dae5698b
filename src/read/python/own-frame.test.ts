// Which frames count as the reader's own.

import { expect, test } from 'vitest'
import { isOwnFrame } from './own-frame.ts'

test.each([
  ['/srv/app/main.py', '<module>'],
  ['main.py', 'load'],
  ['<stdin>', '<module>'],
  ['<string>', '<module>'],
  ['<ipython-input-3-1f0c>', 'f'],
  ['Cell In[6]', 'f'],
  ['/home/dev/library/lib/tools.py', 'f'],
  ['C:\\work\\app.py', 'f'],
])('takes %s for own', (file, name) => expect(isOwnFrame(file, name)).toBe(true))

test.each([
  ['/srv/.venv/lib/python3.12/site-packages/httpx/_client.py', 'post'],
  ['/usr/lib/python3/dist-packages/apt/cache.py', 'open'],
  ['/usr/lib/python3.10/runpy.py', '_run_code'],
  ['C:\\Python39\\Lib\\asyncio\\runners.py', 'run'],
  ['C:\\Users\\me\\AppData\\Local\\Programs\\Python\\Python311\\lib\\json\\decoder.py', 'decode'],
  ['<frozen runpy>', '_run_code'],
  ['<__array_function__ internals>', 'dot'],
  ['<string>', '__setattr__'],
  ['/usr/local/bin/uvicorn', '<module>'],
  ['/lib/python311.zip/json/decoder.py', 'decode'],
  ['pandas/_libs/index.pyx', 'get_loc'],
])('takes %s for foreign', (file, name) => expect(isOwnFrame(file, name)).toBe(false))
