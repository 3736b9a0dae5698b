// Divides what one `go build` of many packages printed into what each of them would have printed alone.

/**
 * The output of each failed package by its folder below the module (`p/go-nil-map-write.broken`), as its author would
 * see it in a module `example.com/app` of its own. Lines before the first header belong to nobody and are dropped.
 */
export function splitBuildOutput(output: string, moduleName: string): ReadonlyMap<string, string> {
  const sections = new Map<string, string>()
  const header = `# ${moduleName}/`
  let folder: string | null = null
  for (const line of output.split(/\r?\n/)) {
    // # example.com/proof/p/go-unused-import.broken
    if (line.startsWith(header)) {
      folder = line.slice(header.length)
      if (!sections.has(folder)) sections.set(folder, '# example.com/app\n')
    } else if (folder !== null && line !== '') {
      sections.set(folder, `${sections.get(folder) ?? ''}${asAlone(line, folder, moduleName)}\n`)
    }
  }
  return sections
}

// p\go-unused-import.broken\main.go:4:2: "os" imported and not used
const placePath = /^(?:[A-Za-z]:)?[^\s:]{1,400}(?=:\d)/

// p/go-unused-import.broken/main.go:4:2: "os" imported and not used
function asAlone(line: string, folder: string, moduleName: string): string {
  return line
    .replace(placePath, path => path.replaceAll('\\', '/'))
    .replaceAll(`./${folder}/`, './')
    .replaceAll(`${moduleName}/${folder}`, 'example.com/app')
    .replaceAll(`${folder}/`, './')
}
