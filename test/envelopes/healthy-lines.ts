// Ordinary lines of a service's log, the same ones every time.

const start = Date.UTC(2026, 2, 14, 8, 0, 0)
const words = [
  'request completed',
  'cache miss',
  'job enqueued',
  'row inserted',
  'token refreshed',
  'no error rows found',
]
const paths = ['/v1/orders', '/healthz', '/v2/search', '/login']

/** `2026-03-14T08:00:11.123Z` */
export function timeOf(index: number): string {
  return new Date(start + index * 137).toISOString()
}

function word(index: number): string {
  return words[(index * 7) % words.length] ?? ''
}

function path(index: number): string {
  return paths[(index * 5) % paths.length] ?? ''
}

const shapes: readonly ((index: number) => string)[] = [
  i =>
    `{"time":"${timeOf(i)}","level":"INFO","msg":"${word(i)}","path":"${path(i)}","status":200,"dur_ms":${i % 90}}`,
  i =>
    `{"level":"info","ts":${(start + i * 137) / 1000},"caller":"orders/repo.go:${i % 300}","msg":"${word(i)}"}`,
  i => `{"event": "${word(i)}", "level": "info", "timestamp": "${timeOf(i)}", "user": ${i}}`,
  i =>
    `10.0.${i % 256}.7 - - [14/Mar/2026:08:00:11 +0000] "GET ${path(i)} HTTP/1.1" 200 ${i % 9000} "-" "curl/8.5.0"`,
  i =>
    `${timeOf(i).replace('T', ' ').replace('Z', '').replace('.', ',')} INFO [worker:${i % 300}] ${word(i)} id=${i}`,
  i =>
    `${timeOf(i).slice(0, 10).replaceAll('-', '/')} ${timeOf(i).slice(11, 19)} gateway: ${word(i)} key=${i}`,
  i => `INFO:     10.0.0.7:${40000 + (i % 999)} - "GET ${path(i)} HTTP/1.1" 200 OK`,
]

/** One healthy line; those next to each other are of different services. */
export function healthyLine(index: number): string {
  return shapes[index % shapes.length]?.(index) ?? ''
}

/** A healthy line of a logger that prints text. */
export function healthyTextLine(index: number): string {
  return shapes[4 + (index % 2)]?.(index) ?? ''
}
