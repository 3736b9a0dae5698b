// `npm start`: installs and builds what is missing, then is `faq`; without arguments it shows what `faq` does.
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { ensureBuilt, ensureInstalled, root } from './ensure.mjs'

ensureInstalled()
ensureBuilt()
const args = process.argv.slice(2)
if (args.length === 0) {
  const { showExamples } = await import('./show-examples.mjs')
  process.exitCode = showExamples()
} else {
  // npm runs scripts in the project's folder; the reader means the one they stand in.
  process.chdir(process.env.INIT_CWD ?? process.cwd())
  const program = join(root, 'dist/faq.cjs')
  process.argv = [process.execPath, program, ...args]
  createRequire(import.meta.url)(program)
}
