// Builds dist/: the tiny entry, one bundle for each verb, and the compiled knowledge base.
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureInstalled, root } from './ensure.mjs'
import { packStandardLibrary } from './pack-standard-library.mjs'

ensureInstalled()
const { build } = await import('esbuild')
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
// Built beside and moved into place, so that a program that runs meanwhile finds the old one or the new one.
const dist = join(root, `dist.${process.pid}`)

// The parser's own loader imports Node's modules, which warns in a script that comes from V8's cached form.
const parserWithoutImport = {
  name: 'parser-without-import',
  setup({ onLoad }) {
    onLoad({ filter: /tree-sitter-wasm[\\/]wasm[\\/]tree-sitter\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(
        /import\(("[a-z/:]+")\)/g,
        'Promise.resolve(process.getBuiltinModule($1))',
      ),
    }))
  },
}

const common = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  absWorkingDir: root,
  define: { FAQ_VERSION: JSON.stringify(version) },
  legalComments: 'none',
  minify: true,
  keepNames: false,
  logLevel: 'warning',
  plugins: [parserWithoutImport],
}

// A verb is a file of src/cli that exports `perform`; what few calls need is a bundle of its own as well.
const verbs = readdirSync(join(root, 'src/cli')).filter(
  name =>
    name.endsWith('.ts') &&
    !name.endsWith('.test.ts') &&
    /^export (async )?function perform\b|^export const perform\b/m.test(
      readFileSync(join(root, 'src/cli', name), 'utf8'),
    ),
)

rmSync(dist, { recursive: true, force: true })
mkdirSync(dist, { recursive: true })
const lazy = ['inspect-sources.ts', 'fix-report.ts']
await build({ ...common, entryPoints: [...verbs, ...lazy].map(name => `src/cli/${name}`), outdir: dist })
await build({
  ...common,
  entryPoints: { faq: 'src/cli/main.ts' },
  outdir: dist,
  banner: { js: '#!/usr/bin/env node' },
})
chmodSync(join(dist, 'faq.cjs'), 0o755)

const compiler = join(root, 'node_modules/.cache/compile-kb.mjs')
await build({
  ...common,
  format: 'esm',
  entryPoints: ['scripts/compile-kb.ts'],
  outfile: compiler,
  outExtension: {},
  minify: false,
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
})
const { compileFolder } = await import(`${pathToFileURL(compiler)}?${Date.now()}`)
writeFileSync(join(dist, 'kb.bin'), compileFolder(root))
writeFileSync(
  join(dist, 'go-standard-library.bin'),
  packStandardLibrary(readFileSync(join(root, 'data/go-standard-library.txt'), 'utf8')),
)
const grammars = join(root, 'node_modules/@vscode/tree-sitter-wasm')
mkdirSync(join(dist, 'grammars'))
for (const name of ['tree-sitter.wasm', 'tree-sitter-go.wasm', 'tree-sitter-python.wasm']) {
  copyFileSync(join(grammars, 'wasm', name), join(dist, 'grammars', name))
}
copyFileSync(join(grammars, 'LICENSE'), join(dist, 'grammars/LICENSE'))
writeFileSync(join(dist, 'built'), '')
rmSync(join(root, 'dist'), { recursive: true, force: true })
renameSync(dist, join(root, 'dist'))
