// The script that stands in for `python` where CPython comes as WebAssembly: `node driver.mjs PYODIDE main.py`.

// What the interpreter does with a script, traceback printer and exit codes included; __main__ is as clean as there.
const runAsMain = `
def __run(path):
    import os, sys
    os.chdir('/home/dev/app')
    sys.argv = [path]
    sys.path[0] = '/home/dev/app'
    sys.dont_write_bytecode = True
    import __main__
    for name in list(vars(__main__)):
        if not name.startswith('__') or name == '__run':
            del vars(__main__)[name]
    full = __main__.__file__ = '/home/dev/app/' + path
    try:
        with open(full, 'rb') as source:
            code = compile(source.read(), full, 'exec', dont_inherit=True)
        exec(code, vars(__main__))
    except SystemExit as end:
        if end.code is None or isinstance(end.code, int):
            return (end.code or 0) & 255
        print(end.code, file=sys.stderr)
        return 1
    except BaseException as error:
        # Without the frame of this function.
        error.__traceback__ = error.__traceback__.tb_next
        sys.excepthook(type(error), error, error.__traceback__)
        return 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
    return 0
`

/**
 * Runs a file of the current folder; it is written to disk before use, since the bundled program is one file. Starting
 * CPython takes six times as long as running a small program: the started interpreter's memory is kept beside the driver.
 */
export const pyodideDriver = `
import { readFileSync, renameSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const [folder, file] = process.argv.slice(2)
const { loadPyodide } = await import(pathToFileURL(join(folder, 'pyodide.mjs')).href)
const options = {
  indexURL: folder + '/',
  env: { HOME: '/home/dev', PYTHONHASHSEED: '0', LC_ALL: 'C.UTF-8', NO_COLOR: '1', COLUMNS: '80', TZ: 'UTC' },
}
const kept = join(import.meta.dirname, 'started.bin')
let snapshot
try {
  snapshot = readFileSync(kept)
} catch {
  snapshot = (await loadPyodide({ ...options, _makeSnapshot: true })).makeMemorySnapshot()
  writeFileSync(kept + process.pid, snapshot)
  renameSync(kept + process.pid, kept)
}
const python = await loadPyodide({ ...options, _loadSnapshot: snapshot })
const writer = fd => ({ isatty: false, write: bytes => (writeSync(fd, bytes), bytes.length) })
python.setStdout(writer(1))
python.setStderr(writer(2))
python.FS.mkdirTree('/home/dev/app')
python.FS.mount(python.FS.filesystems.NODEFS, { root: process.cwd() }, '/home/dev/app')
process.exitCode = python.runPython(${JSON.stringify(runAsMain)} + '__run(' + JSON.stringify(file) + ')')
`
