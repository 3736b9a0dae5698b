// On which toolchains an entry has been proven, from the records.

interface RecordFile {
  /** `go1.22.12` */
  readonly toolchain: string
  /** JSON lines, each with the id of its `entry`. */
  readonly lines: string
}

function versionParts(toolchain: string): readonly number[] {
  return (toolchain.match(/\d+/g) ?? []).map(Number)
}

function byVersion(a: string, b: string): number {
  const [x, y] = [versionParts(a), versionParts(b)]
  for (let i = 0; i < Math.max(x.length, y.length); i++) {
    const difference = (x[i] ?? 0) - (y[i] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** For an entry's id, the toolchains that have a record of it, oldest first. */
export function verifiedToolchains(files: readonly RecordFile[]): (id: string) => readonly string[] {
  const toolchains = new Map<string, string[]>()
  for (const { toolchain, lines } of files) {
    // {"entry":"go/undeclared-name","program":"broken",…
    for (const [, id = ''] of lines.matchAll(/^\{"entry":"([^"]+)"/gm)) {
      const list = toolchains.get(id) ?? []
      if (!list.includes(toolchain)) list.push(toolchain)
      toolchains.set(id, list)
    }
  }
  return id => [...(toolchains.get(id) ?? [])].sort(byVersion)
}
