// A Go stack that a logger put into a field of its own, with the message that stands in another, as one text.

interface Said {
  readonly message: string | null
  readonly error: string | null
  /** A field says that this was a recovered panic. */
  readonly panicked: boolean
}

/** The lines as the runtime would have printed them; others come back as they are. */
export function goStackLines(lines: readonly string[], said: Said): readonly string[] {
  const first = lines[0] ?? ''
  // goroutine 1 [running]:
  const dump = lines.findIndex(line => line.startsWith('goroutine ') && line.endsWith(']:'))
  const bare = dump < 0 && isBareStack(lines)
  if (!bare && dump !== 0) {
    // "error":"send on closed channel","stacktrace":"send on closed channel\n\ngoroutine 7 [running]:…"
    const cut = dump > 0 && first !== '' && first === said.error && !/^(?:panic|fatal error): /.test(first)
    return cut ? [`panic: ${first}`, ...lines.slice(1)] : lines
  }
  const header = said.error ?? said.message
  if (header === null || header === '' || header.includes('\n')) return lines
  const panicked =
    said.panicked ||
    /\bpanic|\brecover/i.test(said.message ?? '') ||
    lines.some(line => line.startsWith('panic(') || line.startsWith('runtime.gopanic'))
  const told =
    /^(?:panic|fatal error): /.test(header) || !panicked || said.error === null ? header : `panic: ${header}`
  if (!bare) return [told, '', ...lines]
  if (!told.startsWith('panic: ')) return [told, ...lines]
  // A dump names its goroutine and closes its calls; zap does neither.
  return [
    told,
    '',
    'goroutine 1 [running]:',
    ...lines.map(line => (line.startsWith('\t') || line === '' ? line : `${line}(...)`)),
  ]
}

/** Functions without arguments, each above its place: `main.main` and `\t/app/main.go:31`. */
export function isBareStack(lines: readonly string[]): boolean {
  const [first = '', second = ''] = lines
  return !/^[\s]|\)$/.test(first) && /^\t\S.{0,1000}\.go:\d+$/.test(second)
}
