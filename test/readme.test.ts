// What the READMEs show is what the program prints.

import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const shown = [
  ['README.md', 'en', 'go-stock-count'],
  ['README.md', 'zh', 'python-price-list'],
  ['README.zh.md', 'zh', 'go-stock-count'],
] as const

it.each(shown)('%s shows the real answer in %s to %s', (file, language, example) => {
  const folder = `examples/${example}`
  const answer = execFileSync(
    process.execPath,
    ['dist/faq.cjs', 'why', '--lang', language, '--src', folder, `${folder}/output.txt`],
    { encoding: 'utf8', env: { ...process.env, COLUMNS: '80', NO_COLOR: '1' } },
  )
  expect(answer.length).toBeGreaterThan(200)
  expect(readFileSync(file, 'utf8')).toContain(answer)
})

it('names both commands of a fresh clone first', () => {
  const readme = readFileSync('README.md', 'utf8')
  expect(readme.indexOf('npm test')).toBeLessThan(readme.indexOf('$ go run'))
})
