// Reads the interpreter's version out of the paths that a traceback shows.

// /opt/python/3.13.0/lib/python3.13/asyncio/runners.py
const inFull = /[/\\](?:cpython-|Python-|pypy-)?([23]\.\d{1,2}\.\d{1,2})[/\\](?:lib|Lib|bin)[/\\]/
// /usr/lib/python3.11/socketserver.py, /srv/.venv/lib/pypy3.9/site-packages/x.py
const inShort = /[/\\](?:python|pypy)([23]\.\d{1,2})[/\\]/
// C:\Python39\Lib\json\decoder.py, /lib/python311.zip/json/decoder.py
const withoutDot = /[/\\][Pp]ython([23])(\d{1,2})(?:-\d+)?(?:[/\\]|\.zip)/

/** `3.13.0` or `3.13`, whichever is the fullest that any of the paths tells; null when none does. */
export function versionFromPaths(paths: Iterable<string>): string | null {
  let short: string | null = null
  for (const path of paths) {
    const full = inFull.exec(path)?.[1]
    if (full !== undefined) return full
    if (short !== null) continue
    const dotted = inShort.exec(path)?.[1]
    const plain = withoutDot.exec(path)
    short = dotted ?? (plain ? `${plain[1]}.${plain[2]}` : null)
  }
  return short
}
