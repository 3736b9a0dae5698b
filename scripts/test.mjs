// `npm test`: installs what is missing, then every check of the project, and one closing line that counts the tests.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt, ensureInstalled, root } from './ensure.mjs'

ensureInstalled()
const tool = name => join(root, 'node_modules', name)

function step(title, script, args) {
  console.log(`\n== ${title}`)
  const { status } = spawnSync(process.execPath, [tool(script), ...args], { cwd: root, stdio: 'inherit' })
  return status === 0
}

const args = process.argv.slice(2)
let passed = true
if (args.length === 0) {
  passed = step('types', 'typescript/bin/tsc', ['-p', '.']) && passed
  passed = step('lint and format', '@biomejs/biome/bin/biome', ['ci', '.']) && passed
}
ensureBuilt()

const folder = mkdtempSync(join(tmpdir(), 'faqtual-test-'))
const results = join(folder, 'results.json')
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`]
passed = step('tests', 'vitest/vitest.mjs', ['run', ...reporters, ...args]) && passed

const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(results, 'utf8'))
rmSync(folder, { recursive: true })
// A test that cannot run here says why in its title: `… (skipped: no go on this machine)`.
const skipped = testResults
  .flatMap(file => file.assertionResults)
  .filter(({ status }) => status === 'skipped' || status === 'pending')
for (const { fullName } of skipped) console.log(`skipped: ${fullName}`)
if (!passed && numFailedTests === 0) console.log('A check before the tests failed; see above.')
console.log(`${numPassedTests} passed, ${numFailedTests} failed, ${skipped.length} skipped`)
process.exitCode = passed ? 0 : 1
