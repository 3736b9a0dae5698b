// The numbers of docs/architecture.md, measured and printed; exits 1 when one is missed.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { ratioTo } from './cpu-time.mjs'
import { writeServiceLog } from './service-log.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const node = process.execPath
const faq = `"${node}" "${join(root, 'dist/faq.cjs')}"`
const traceback = join(root, 'examples/python-price-list')
const misspelt = join(root, 'bench/misspelt-name')
let missed = 0

function report(what, value, bar, holds) {
  if (!holds) missed++
  console.log(`${holds ? 'holds ' : 'MISSED'}  ${what.padEnd(52)} ${value.padEnd(26)} ${bar}`)
}

/** One whole `faq why --json` of a file: what it found, its memory at most and its CPU time. */
function measure(file) {
  const run = spawnSync(
    node,
    [
      '-e',
      `process.argv = [process.argv[0], 'faq', 'why', '--json', ${JSON.stringify(file)}]
process.on('exit', () => process.stderr.write(JSON.stringify(process.resourceUsage())))
require(${JSON.stringify(join(root, 'dist/faq.cjs'))})`,
    ],
    { encoding: 'utf8', maxBuffer: 1e9 },
  )
  const { maxRSS, userCPUTime, systemCPUTime } = JSON.parse(run.stderr)
  return {
    findings: JSON.parse(run.stdout).findings,
    megabytes: maxRSS / 1024,
    seconds: (userCPUTime + systemCPUTime) / 1e6,
  }
}

const reference = `"${node}" -e 0`
for (const [what, command, bar] of [
  ['faq explain, CPU of the process', `${faq} explain go/nil-map-write`, 1.35],
  [
    'faq why on one traceback',
    `${faq} why --src "${join(root, 'docs')}" "${join(traceback, 'output.txt')}"`,
    1.5,
  ],
  ['faq ask', `${faq} ask nil map 写入`, 1.5],
  ['faq why --src, Go, with an edit', `${faq} why --src "${misspelt}" "${join(misspelt, 'output.txt')}"`, 3],
  ['faq why --src, Python', `${faq} why --src "${traceback}" "${join(traceback, 'output.txt')}"`, 3],
]) {
  const { ratio, milliseconds } = ratioTo(reference, command)
  report(
    what,
    `${ratio.toFixed(2)} x (${milliseconds.toFixed(0)} ms)`,
    `at most ${bar} x node -e 0`,
    ratio <= bar,
  )
}

const bundle = join(root, 'node_modules/.cache/bench-in-process.mjs')
await build({
  entryPoints: [join(root, 'bench/in-process.ts')],
  outfile: bundle,
  bundle: true,
  platform: 'node',
  format: 'esm',
  logLevel: 'warning',
})
const { measureInProcess } = await import(pathToFileURL(bundle).href)
const inProcess = await measureInProcess(root)
const milliseconds = number => `${number.toFixed(2)} ms`
report('one message, in process', milliseconds(inProcess.message), 'below 0.5 ms', inProcess.message < 0.5)
report(
  'one traceback, in process',
  milliseconds(inProcess.traceback),
  'below 0.5 ms',
  inProcess.traceback < 0.5,
)
report('10,000 compiler errors', milliseconds(inProcess.buildLog), 'below 1000 ms', inProcess.buildLog < 1000)
report('opening the index, CPU', milliseconds(inProcess.open), 'below 12 ms', inProcess.open < 12)

const folder = mkdtempSync(join(tmpdir(), 'faqtual-bench-'))
const log = join(folder, 'service.log')
const planted = await writeServiceLog(log, 100 * 1024 * 1024, 10, root)
const logRun = measure(log)
const found = logRun.findings.reduce((sum, finding) => sum + finding.count, 0)
const { megabytes } = logRun
report(
  `failures found in a log of ${Math.round(statSync(log).size / 1e6)} MB`,
  `${found} of ${planted}`,
  'all',
  found === planted,
)
report('memory for it', `${megabytes.toFixed(0)} MB`, 'below 150 MB', megabytes < 150)

const dump = join(folder, 'goroutines.txt')
const program = join(root, 'bench/goroutine-dump')
const printed = spawnSync('sh', ['-c', `cd "${program}" && exec go run . 100000 2 > "${dump}"`], {
  encoding: 'utf8',
})
if (printed.status === 0) {
  const whole = measure(dump)
  const size = statSync(dump).size / 1e6
  const goroutines = whole.findings[0]?.stacks.reduce((sum, { count }) => sum + count, 0) ?? 0
  report(
    `goroutines counted in a dump of ${size.toFixed(0)} MB`,
    `${goroutines}`,
    'at least 100000',
    goroutines >= 1e5,
  )
  const speed = size / whole.seconds
  report('speed of it, whole process', `${speed.toFixed(0)} MB a second of CPU`, 'at least 100', speed >= 100)
  report('memory for it', `${whole.megabytes.toFixed(0)} MB`, 'below 300 MB', whole.megabytes < 300)
} else console.log('skipped  the dump of 100,000 goroutines: no go on this machine')
rmSync(folder, { recursive: true })

for (const [name, tool] of [
  ['Go', 'go'],
  ['Python', 'python'],
]) {
  const ids = readdirSync(join(root, 'kb', tool)).map(file => `${tool}/${file.replace(/\.md$/, '')}`)
  const start = Date.now()
  const run = spawnSync(node, [join(root, 'dist/faq.cjs'), 'prove', '--no-cache', '--json', ...ids], {
    encoding: 'utf8',
    maxBuffer: 1e9,
  })
  const seconds = (Date.now() - start) / 1000
  const { proofs } = JSON.parse(run.stdout)
  const judged = proofs.filter(({ holds }) => holds !== null)
  const held = judged.filter(({ holds }) => holds).length
  report(
    `${name}: ${held} of ${judged.length} proofs hold, nothing cached`,
    `${seconds.toFixed(0)} s`,
    'all, below 360 s',
    seconds < 360 && held === judged.length,
  )
}
process.exitCode = missed > 0 ? 1 : 0
