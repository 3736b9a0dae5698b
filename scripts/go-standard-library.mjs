// Writes data/go-standard-library.txt: what every package of Go's standard library exports, from the API files of a
// toolchain ($GOROOT/api/go1*.txt), as declarations that look like Go. `node scripts/go-standard-library.mjs $(go env GOROOT)`
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const goroot = process.argv[2] ?? ''
/** Later additions are marked with their version: no supported module can have said `go 1.18` and meant less. */
const oldest = 19

const packages = new Map()
const files = readdirSync(join(goroot, 'api'))
  .map(name => ({
    name,
    minor: Number(/^go1\.(\d+)\.txt$/.exec(name)?.[1] ?? (name === 'go1.txt' ? 0 : Number.NaN)),
  }))
  .filter(({ minor }) => !Number.isNaN(minor))
  .sort((a, b) => a.minor - b.minor)
for (const { name, minor } of files) {
  for (const line of readFileSync(join(goroot, 'api', name), 'utf8').split('\n')) readLine(line, minor)
}

/** `pkg net/http (linux-amd64), func NewRequestWithContext(context.Context, string, string, io.Reader) (*Request, error) #1` */
function readLine(line, minor) {
  const found = /^pkg (\S+?)(?: \(([a-z0-9-]+)\))?, (.*?)(?: #\d+)?$/.exec(line)
  if (found === null) return
  const [, path, platform, text] = found
  if (text.endsWith('//deprecated')) return
  // Thousands of numbers, other on every system.
  if (path === 'syscall' && platform !== undefined && platform !== 'linux-amd64') return
  if (path === 'runtime/race' || /(^|\/)(internal|vendor)\//.test(path)) return
  if (!packages.has(path)) packages.set(path, { types: new Map(), values: new Map() })
  add(packages.get(path), tidy(text), minor >= oldest ? ` // 1.${minor}` : '')
}

function tidy(text) {
  return text
    .replaceAll('interface{}', 'any')
    .replaceAll('interface {}', 'any')
    .replace(/\buint8\b/g, 'byte')
    .replaceAll('ideal-', 'untyped ')
    .replace(/\$(\d)/g, (_, n) => 'TUVW'[Number(n)])
}

function add(pkg, text, since) {
  const typeOf = name => {
    if (!pkg.types.has(name)) pkg.types.set(name, { head: null, body: new Map() })
    return pkg.types.get(name)
  }
  let found
  // type Request struct, Method string
  if ((found = /^type (\w+)(\[.*\])? (struct|interface), (.*)$/.exec(text)) !== null) {
    const [, name, parameters = '', kind, member] = found
    const type = typeOf(name)
    type.head ??= `type ${name}${parameters} ${kind} {`
    if (member === 'unexported methods') return
    const shown = member.replace(/^embedded /, '')
    if (!type.body.has(shown)) type.body.set(shown, since)
  } else if ((found = /^type (\w+)(\[.*\])? interface \{(.*)\}$/.exec(text)) !== null) {
    // type File interface { Close, Read }: the methods come in lines of their own; but the methods that were there at first
    // may be named here alone.
    typeOf(found[1]).head ??= `type ${found[1]}${found[2] ?? ''} interface {${since}`
  } else if ((found = /^type (\w+)(\[.*\])? struct$/.exec(text)) !== null) {
    typeOf(found[1]).head ??= `type ${found[1]}${found[2] ?? ''} struct {${since}`
  } else if ((found = /^type (\w+)\b/.exec(text)) !== null) {
    typeOf(found[1]).head ??= `${text}${since}`
  } else if ((found = /^method (.*)$/.exec(text)) !== null) {
    pkg.values.set(`func ${found[1]}`, pkg.values.get(`func ${found[1]}`) ?? since)
  } else if ((found = /^const (\w+) = /.exec(text)) !== null) {
    const at = `const ${found[1]}`
    if (![...pkg.values.keys()].some(key => key === at || key.startsWith(`${at} `))) pkg.values.set(at, since)
  } else if ((found = /^const (\w+) /.exec(text)) !== null) {
    pkg.values.delete(`const ${found[1]}`)
    pkg.values.set(text, pkg.values.get(text) ?? since)
  } else pkg.values.set(text, pkg.values.get(text) ?? since)
}

let out = ''
for (const [path, { types, values }] of [...packages].sort(([a], [b]) => (a < b ? -1 : 1))) {
  out += `# ${path}\n`
  for (const [, { head, body }] of [...types].sort(([a], [b]) => (a < b ? -1 : 1))) {
    out += `${head}\n`
    if (!head.includes(' {')) continue
    for (const [member, since] of [...body].sort(([a], [b]) => (a < b ? -1 : 1)))
      out += `\t${member}${since}\n`
    out += '}\n'
  }
  for (const [value, since] of [...values].sort(([a], [b]) => (a < b ? -1 : 1))) out += `${value}${since}\n`
}
writeFileSync(new URL('../data/go-standard-library.txt', import.meta.url), out)
