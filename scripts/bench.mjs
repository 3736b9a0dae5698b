// `npm run bench`: the numbers to hold, each as a ratio against a reference measured in the same run.
import { ensureBuilt, ensureInstalled } from './ensure.mjs'

ensureInstalled()
ensureBuilt()
await import('../bench/bench.mjs')
