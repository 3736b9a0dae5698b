// Tells from a traceback that a file of the reader's own hides a library: its name is the library's, its place is not.

import type { Failure } from '../../../model/failure.ts'
import { packageOf } from './package-of.ts'

/** Modules of the standard library that files are called like. */
const standard = new Set(
  `abc argparse array ast asyncio base64 bisect builtins bz2 calendar cmd code codecs collections concurrent configparser
contextlib copy csv ctypes curses dataclasses datetime decimal difflib dis email enum errno fractions functools getpass
gettext glob graphlib gzip hashlib heapq hmac html http imaplib importlib inspect io ipaddress itertools json keyword
linecache locale logging lzma mailbox math mimetypes multiprocessing numbers operator os pathlib pickle pkgutil platform
pprint profile queue random re resource sched secrets select selectors shelve shlex shutil signal site smtplib socket
socketserver sqlite3 ssl stat statistics string struct subprocess symtable sys sysconfig tarfile tempfile test textwrap
threading time timeit token tokenize trace traceback types typing unittest urllib uuid warnings weakref webbrowser xml
xmlrpc zipfile zlib zoneinfo`.split(/\s+/),
)

// ImportError: cannot import name 'choice' from 'random' (/srv/shop/random.py)
// … from partially initialized module 'redis' (most likely due to a circular import) (/srv/shop/redis.py)
const imported =
  /^ImportError: cannot import name '\w{1,80}' from (?:partially initialized module )?'(\w{1,80})' (?:\(most likely due to a circular import\) )?\((.{1,300}\.py)\)/
// AttributeError: partially initialized module 'random' has no attribute 'choice' (most likely due to a circular import)
const attribute =
  /^AttributeError: partially initialized module '(\w{1,80})' has no attribute '\w{1,80}' \(most likely due to a circular import\)$/
// /usr/lib/python3.12/random.py, C:\Python312\Lib\random.py, …/site-packages/redis/__init__.py
const elsewhere = /[/\\](?:lib|Lib)[/\\](?:python|.{0,40}\.py)|[/\\](?:site|dist)-packages[/\\]/

/** Whether a path is what `import module` would find in the reader's folder. */
const isCalledLike = (file: string, module: string) =>
  file.endsWith(`/${module}.py`) ||
  file.endsWith(`\\${module}.py`) ||
  file === `${module}.py` ||
  file.endsWith(`/${module}/__init__.py`)

/** `~ /srv/shop/random.py hides the library random`; null where the failure does not show it. */
export function factOfHidden({ frames }: Failure, message: string): string | null {
  const named = imported.exec(message)
  const module = named?.[1] ?? attribute.exec(message)?.[1]
  if (module === undefined || !(standard.has(module) || packageOf(module) !== null)) return null
  const file = named?.[2] ?? frames.find(frame => frame.own && isCalledLike(frame.file, module))?.file
  if (file === undefined || elsewhere.test(file) || !isCalledLike(file, module)) return null
  return `~ ${file} hides the library ${module}`
}
