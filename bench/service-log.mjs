// A service's log of any size with failures in known places, made of what `examples/` captured: the input that
// scanning is measured on.
import { createWriteStream, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const healthy = [
  n =>
    `{"level":"info","ts":${1.7e9 + n / 100},"caller":"orders/repo.go:88","msg":"query done","rows":${n % 40}}`,
  n =>
    `2026-03-14 08:${String(n % 60).padStart(2, '0')}:11 INFO  billing.worker job ${n} finished in ${n % 900} ms`,
  n =>
    `10.0.${n % 256}.7 - - [14/Mar/2026:08:15:31 +0000] "GET /v1/orders/${n} HTTP/1.1" 200 ${n % 9000} "-" "curl/8"`,
  n => `2026/03/14 08:15:31 cache: no error rows, key=${n.toString(16)}`,
]

/** Writes `bytes` of log to `file` with `failures` failures spread over it. */
export async function writeServiceLog(file, bytes, failures, root) {
  const examples = readdirSync(join(root, 'examples')).map(name =>
    readFileSync(join(root, 'examples', name, 'output.txt'), 'utf8'),
  )
  const out = createWriteStream(file)
  let written = 0
  let planted = 0
  for (let n = 0; written < bytes; ) {
    let piece = ''
    while (piece.length < 1 << 20) piece += `${healthy[n % healthy.length](n++)}\n`
    if (written >= (planted + 0.5) * (bytes / failures)) piece += examples[planted++ % examples.length]
    written += piece.length
    if (!out.write(piece)) await new Promise(resolve => out.once('drain', resolve))
  }
  await new Promise(resolve => out.end(resolve))
  return planted
}
