// Tells the reader's own code from the standard library's, a dependency's and generated code.

/** Launchers that pip writes into `bin/`; a script of another name there may well be the reader's own. */
const launchers =
  /[/\\](?:bin|Scripts)[/\\](?:pip[\d.]*|pytest|py\.test|flask|uvicorn|gunicorn|hypercorn|celery|django-admin|alembic|black|mypy|coverage|tox|ipython|jupyter[\w-]*|pre-commit|poetry|aws|ansible[\w-]*|conda)(?:-script\.py|\.exe)?$/

const foreignDirectories: readonly RegExp[] = [
  // /srv/app/.venv/lib/python3.12/site-packages/httpx/_client.py
  /(?:^|[/\\])(?:site|dist)-packages[/\\]/,
  // /usr/lib/python3.10/runpy.py, lib64/python2.7/pkgutil.py, /usr/lib/pypy3.9/os.py
  /(?:^|[/\\])lib(?:64|32)?[/\\](?:python|pypy)\d/,
  // C:\Python39\Lib\asyncio\runners.py, C:\Users\me\AppData\Local\Programs\Python\Python311\lib\json\decoder.py
  /[/\\]Lib[/\\]|[/\\]Python\d+(?:-\d+)?[/\\]lib[/\\]/,
  // /opt/pypy/lib-python/3/os.py, /opt/pypy/lib_pypy/_ctypes/function.py
  /(?:^|[/\\])lib[-_](?:python|pypy)[/\\]/,
  // /lib/python311.zip/asyncio/base_events.py
  /[/\\]python\d+\.zip[/\\]/,
  // /var/runtime/bootstrap.py: AWS Lambda's own launcher
  /^\/var\/runtime\//,
  // /tmp/pip-install-3k2j/lxml_1f0c/setup.py, /tmp/pip-build-env-x/overlay/…: what pip unpacked
  /[/\\]pip-(?:install|build-env|req-build|wheel|ephem)[\w-]*[/\\]/,
  // pandas/_libs/index.pyx: a path inside a compiled package
  /\.(?:pyx|pxi|pxd)$/,
]

// File "<string>", line 4, in __setattr__: written by dataclasses or namedtuple
const generatedMethod = /^__\w+__$/

// <stdin>, <string>, <ipython-input-3-1f0c>, <console>, <exec> (Pyodide)
const typedIn = /^<(?:stdin|string|console|input|unknown|exec|cell|ipython-input[^>]*)>$/

/**
 * Whether a frame stands in the reader's own code. Not own: installed packages, the standard library, frozen and
 * generated modules (`<frozen runpy>`, `<__array_function__ internals>`), launchers in `bin/`. Own: everything else,
 * `<stdin>`, `<string>` and notebook cells included.
 */
export function isOwnFrame(file: string, functionName: string): boolean {
  if (file === '') return false
  if (file.startsWith('<')) {
    return typedIn.test(file) && !(file === '<string>' && generatedMethod.test(functionName))
  }
  return !launchers.test(file) && !foreignDirectories.some(directory => directory.test(file))
}
