import { expect, test } from 'vitest'
import { failureOf } from '../model/failure.ts'
import { renderEntryPage } from './entry-page.ts'
import { renderMarkdown } from './markdown.ts'
import { sampleEntry, sampleFinding, sampleReport, sampleSource } from './sample-finding.ts'

test('an answer as Markdown', () => {
  expect(renderMarkdown(sampleReport, { language: 'en', source: sampleSource })).toMatchInlineSnapshot(`
    "## \`total\` is not declared

    \`\`\`text
    undefined: total
    \`\`\`

    \`go/undeclared-name\`

    \`cart.go:4:21\`

    \`\`\`text
      3 │ func print() {
    > 4 │     fmt.Println("总价：", total)
        │                           ^^^^^
      5 │ }
    \`\`\`

    Nothing named \`total\` is in scope on this line.

    ### Why

    A name must be declared in this block, in one around it, or at the top level of the package. \`:=\` inside an \`if\` ends with it.

    ### Fix

    Declare it before this line:

    \`\`\`go
    total := 0
    \`\`\`

    If it is a misspelling, use the name that exists.

    ### Not this?

    \`undefined: pkg.Name\` is a name that the *package* does not have.

    Certain: the message itself identifies it. Proven on Go 1.19.13 – 1.27.0 (3 versions).
    "
  `)
})

test('a message with fences stays inside its own fence', () => {
  const failure = failureOf({
    ...sampleFinding.failure,
    message: 'x ``` y',
    details: ['```', '# not a heading'],
  })
  const report = { ...sampleReport, findings: [{ ...sampleFinding, failure }] }
  const text = renderMarkdown(report, { language: 'zh', source: sampleSource })
  expect(text).toContain('````text\nx ``` y\n    ```\n    # not a heading\n````')
})

test('the page of an entry has all its parts and keeps the slots', () => {
  expect(renderEntryPage(sampleEntry, 'zh')).toMatchInlineSnapshot(`
    "# \`{name}\` 没有声明

    \`go/undeclared-name\` · Go · 报错

    这一行能看到的范围内没有 \`{name}\`。

    ## 原因

    名字要么在当前代码块里声明，要么在外层代码块或包级声明。在 \`if\` 里用 \`:=\` 声明的变量，出了 \`if\` 就没有了。

    ## 修复

    在这一行之前声明：

    \`\`\`go
    {name} := 0
    \`\`\`

    如果只是拼写错误，改成已有的名字。

    ## 不是这个？

    \`undefined: pkg.Name\` 说的是**包**里没有这个名字。

    ## 报错原文

    - \`undefined: {name}\`
    - \`undeclared name: {name}\` (Go <1.20)

    ## 程序

    ### 会出现这个报错

    \`\`\`go
    package main

    func main() { println(total) }
    \`\`\`

    ### 修复之后

    \`\`\`go
    package main

    func main() { total := 1; println(total) }
    \`\`\`

    ## 来源

    - <https://go.dev/ref/spec#Declarations_and_scope>

    ## 另见

    - \`go/unexported-name\`

    ## 已验证的版本

    go1.19.13、go1.22.12、go1.27.0
    "
  `)
})

test('a page shows neither the further programs of a failure nor what a slot may take', () => {
  const page = renderEntryPage(
    {
      ...sampleEntry,
      signatures: [{ text: 'cannot use {name} ({operand:variable|value} of type {type:number})' }],
      proof: { files: [...sampleEntry.proof.files, { role: 'also', name: 'loop/main.go', text: 'loop' }] },
    },
    'en',
  )
  expect(page).toContain('- `cannot use {name} ({operand} of type {type})`\n')
  expect(page).not.toContain('loop')
})

test('a page says when advice does not hold, and why there is no program', () => {
  const page = renderEntryPage(
    {
      ...sampleEntry,
      kind: 'advice',
      verdict: 'refuted',
      proof: { files: [], none: 'it is a matter of taste' },
    },
    'en',
  )
  expect(page).toContain('**This advice does not hold.**')
  expect(page).toContain('There is no program that proves this: it is a matter of taste')
})
