// CPU time of whole processes, in milliseconds, by what the shell's `times` says of its children.
import { spawnSync } from 'node:child_process'

/** User and system time of running `command` `runs` times, per run. Shell words. */
export function cpuTimeOf(command, runs) {
  const script = `i=0; while [ $i -lt ${runs} ]; do ${command} >/dev/null 2>&1 </dev/null; i=$((i+1)); done; times`
  const { stdout } = spawnSync('sh', ['-c', script], { encoding: 'utf8' })
  // 0m0.010s 0m0.004s
  // 0m1.230s 0m0.210s
  const children = stdout.trim().split('\n').at(-1) ?? ''
  const seconds = [...children.matchAll(/(\d+)m([\d.]+)s/g)].map(([, m, s]) => Number(m) * 60 + Number(s))
  return (1000 * seconds.reduce((sum, s) => sum + s, 0)) / runs
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}

/** The median ratio of the CPU time of `command` to that of `reference`, run in turn so that drift hits both. */
export function ratioTo(reference, command, rounds = 9, runs = 6) {
  const ratios = []
  const times = []
  for (let round = 0; round < rounds; round++) {
    const base = cpuTimeOf(reference, runs)
    const time = cpuTimeOf(command, runs)
    ratios.push(time / base)
    times.push(time)
  }
  return { ratio: median(ratios), milliseconds: median(times) }
}
