// ModuleNotFoundError: the reader's own module exists, in a folder that is not on the search path.

import type { Inspect, Scene } from '../../inspection.ts'
import { folderOf } from '../code/modules.ts'

/** `No module named 'shop.prices'` while shop/ lies above the script that was started, or in src/. */
export const ownModuleElsewhere: Inspect = scene => {
  const top = (scene.slots.module ?? '').split('.')[0] ?? ''
  if (!scene.whole || !/^[A-Za-z_]\w*$/.test(top)) return null
  const started = startedFile(scene)
  const searched = started === null ? null : folderOf(started)
  const found = foldersToTry(scene).find(folder => folder !== searched && holds(scene, folder, top))
  if (found === undefined) return null
  // Both beside the script and elsewhere: then it is something else that fails.
  if (searched !== null && holds(scene, searched, top)) return null
  return { slots: { path: pathOf(scene, found, top), command: commandFor(found, started) } }
}

/** The file that the reader started: the outermost frame of the own code. */
function startedFile({ failure, folder, file }: Scene): string | null {
  const outermost = failure.frames.at(-1)
  if (outermost === undefined) return file.path
  // Started by a server or a test runner, which search from the folder that they run in.
  return outermost.own ? (folder.open(outermost.file)?.path ?? null) : null
}

/** The project's root and src/ first, then what lies around the file, then the root's other folders. */
function foldersToTry({ folder, file }: Scene): readonly string[] {
  const around: string[] = []
  for (let up = folderOf(file.path); up !== ''; up = folderOf(up)) around.push(up)
  const below = folder
    .list('')
    .filter(name => /^[A-Za-z_][\w-]*\/$/.test(name))
    .map(name => name.slice(0, -1))
    .filter(name => !/^(?:venv|env|node_modules|build|dist|__pycache__|docs?)$/.test(name))
  return [...new Set(['', 'src', ...around, ...below.slice(0, 40)])]
}

/** Whether `top` can be imported from `folder`: a file, or a folder with Python in it. */
function holds({ folder }: Scene, at: string, top: string): boolean {
  const names = folder.list(at)
  if (names.includes(`${top}.py`)) return true
  const inside = at === '' ? top : `${at}/${top}`
  return names.includes(`${top}/`) && folder.list(inside).some(name => name.endsWith('.py'))
}

/** `src/shop/`, `prices.py`. */
function pathOf({ folder }: Scene, at: string, top: string): string {
  const name = folder.list(at).includes(`${top}.py`) ? `${top}.py` : `${top}/`
  return at === '' ? name : `${at}/${name}`
}

/** `python -m jobs.nightly` from the root, `PYTHONPATH=src python worker.py` for any other folder. */
function commandFor(found: string, started: string | null): string {
  if (started === null) return `export PYTHONPATH=${found === '' ? '.' : found}`
  const module = started.replace(/(?:\/__main__)?\.py$/, '').replaceAll('/', '.')
  if (found === '' && /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/.test(module)) return `python -m ${module}`
  return `PYTHONPATH=${found === '' ? '.' : found} python ${started}`
}
