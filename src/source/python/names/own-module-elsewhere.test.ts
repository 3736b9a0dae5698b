import { expect, it } from 'vitest'
import { type Failure, failureOf } from '../../../model/failure.ts'
import { folderOfFiles, noDependencies, sourceFileOf } from '../../../model/source.ts'
import { ownModuleElsewhere } from './own-module-elsewhere.ts'

function inspect(paths: readonly string[], failing: string, outermost: Failure['frames'][number] | null) {
  const files = paths.map(path => sourceFileOf(path, 'import shop\n'))
  const file = files.find(({ path }) => path === failing) ?? sourceFileOf(failing, '')
  const message = "ModuleNotFoundError: No module named 'shop'"
  const frames = outermost === null ? [] : [outermost]
  return ownModuleElsewhere({
    failure: failureOf({ tool: 'python', format: 'python-traceback', message, frames }),
    slots: { module: 'shop' },
    file,
    whole: true,
    line: 1,
    offset: 0,
    folder: folderOfFiles(files),
    dependencies: noDependencies,
    parse: () => {
      throw new Error('needs no tree')
    },
  })?.slots
}

const frameOf = (file: string, own = true) => ({ function: '<module>', file, line: 1, own })

it('starts a script below the root by its module name', () => {
  const found = inspect(['jobs/nightly.py', 'shop/prices.py'], 'jobs/nightly.py', frameOf('jobs/nightly.py'))
  expect(found).toEqual({ path: 'shop/', command: 'python -m jobs.nightly' })
})

it('names the folder when the module is not in the root', () => {
  const found = inspect(['worker.py', 'src/shop.py'], 'worker.py', frameOf('/srv/app/worker.py'))
  expect(found).toEqual({ path: 'src/shop.py', command: 'PYTHONPATH=src python worker.py' })
})

it('sets the path for a server, which no file of the project started', () => {
  const found = inspect(['app/main.py', 'app/shop.py'], 'app/main.py', frameOf('/usr/bin/uvicorn', false))
  expect(found).toEqual({ path: 'app/shop.py', command: 'export PYTHONPATH=app' })
})

it('says nothing of a library, nor of a module beside the script', () => {
  expect(inspect(['worker.py', 'docs/shop/notes.txt'], 'worker.py', frameOf('worker.py'))).toBeUndefined()
  expect(inspect(['worker.py', 'shop.py'], 'worker.py', frameOf('worker.py'))).toBeUndefined()
})
