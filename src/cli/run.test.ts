// `faq run` around real child processes.

import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { buildProgram, shop } from './built-program.ts'

const program = buildProgram(['run'])
afterAll(program.remove)
const { run } = program

/** Runs JavaScript in a child of `faq run`. */
const script = (code: string) => ['run', '--', process.execPath, '-e', code]

test('output passes through byte by byte, each stream on its own', () => {
  const { code, out, err } = run(
    script('process.stdout.write("a\\r\\n\\x1b[31mb\\0");process.stderr.write("c")'),
  )
  expect([code, out, err]).toEqual([0, 'a\r\n\x1b[31mb\0', 'c'])
})

test('after a failure the explanation follows on standard error, and the exit code stays', () => {
  const { code, out, err } = run(['run', 'sh', '-c', 'echo before; cat build.log >&2; exit 7'])
  expect([code, out]).toEqual([7, 'before\n'])
  expect(err.startsWith(readFileSync(join(shop, 'build.log'), 'utf8'))).toBe(true)
  expect(err).toContain('go/undeclared-name')
})

test('a success is not commented on, whatever it printed', () => {
  expect(run(['run', 'cat', 'build.log'])).toMatchObject({ code: 0, err: '' })
})

test('a failure without anything to explain says so', () => {
  const { code, err } = run(['run', '--lang', 'zh', '--', 'sh', '-c', 'exit 3'])
  expect(code).toBe(3)
  expect(err).toContain('命令失败（退出码 3）')
})

test('options after the command belong to it, and standard input is its own', () => {
  expect(run(['run', 'cat', '-u'], { input: 'from stdin' })).toMatchObject({ code: 0, out: 'from stdin' })
})

test('a command that is not there ends in 127, one that is no program in 126', () => {
  const missing = run(['run', 'no-such-command'])
  expect(missing.code).toBe(127)
  expect(missing.err).toContain('there is no command “no-such-command”')
  expect(run(['run', './build.log']).code).toBe(126)
})

test('a command ended by a signal gives 128 and its number', () => {
  expect(run(['run', 'sh', '-c', 'kill -KILL $$']).code).toBe(137)
})

test('output comes at once, not at the end', async () => {
  const child = spawn(
    process.execPath,
    [program.file, ...script('console.log("now");setTimeout(()=>{},60000)')],
    {
      env: program.environment,
    },
  )
  const first = await new Promise<string>(resolve => child.stdout.once('data', d => resolve(String(d))))
  expect(first).toBe('now\n')
  child.kill('SIGTERM')
  await new Promise(resolve => child.once('exit', resolve))
})

test.each(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const)('%s is handed on', async signal => {
  const code = `process.on("${signal}",()=>{console.log("got it");process.exit(9)});console.log("ready");setTimeout(()=>{},60000)`
  // In a group of its own, as a job in the background is: the terminal's Ctrl-C would reach the command by itself.
  const child = spawn(process.execPath, [program.file, ...script(code)], {
    env: program.environment,
    detached: true,
  })
  let out = ''
  child.stdout.on('data', d => {
    out += String(d)
    if (out === 'ready\n') child.kill(signal)
  })
  const exit = await new Promise(resolve => child.once('close', resolve))
  expect([out, exit]).toEqual(['ready\ngot it\n', 9])
})

test('a process that the command leaves behind does not keep faq waiting', () => {
  const start = Date.now()
  expect(run(['run', 'sh', '-c', 'sleep 20 & exit 4']).code).toBe(4)
  expect(Date.now() - start).toBeLessThan(8000)
})

const hasScript = spawnSync('script', ['--version']).stdout?.includes('util-linux') ?? false

test.skipIf(!hasScript)(
  'in a terminal the command sees a terminal, and failures are explained all the same',
  () => {
    const inner = `"${process.execPath}" "${program.file}" run -- sh -c 'test -t 1 && test -t 2 && cat build.log; exit 5'`
    const done = spawnSync('script', ['-qec', inner, '/dev/null'], {
      cwd: shop,
      env: { ...program.environment, NO_COLOR: '1', SHELL: '/bin/sh', TERM: 'xterm' },
    })
    expect(done.status).toBe(5)
    expect(done.stdout.toString()).toContain('go/undeclared-name')
  },
)
