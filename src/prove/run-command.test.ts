import { tmpdir } from 'node:os'
import { describe, expect, it } from 'vitest'
import { runCommand } from './run-command.ts'

const node = (script: string) => [process.execPath, '-e', script]
const options = { cwd: tmpdir(), env: {} }

describe('a command', () => {
  it('gives both streams in the order written, and its exit code', async () => {
    const script = 'const w=require("fs").writeSync; w(1,"a"); w(2,"b"); w(1,"c"); process.exitCode=3'
    expect(await runCommand(node(script), options)).toEqual({ exit: 3, output: 'abc', errors: '' })
  })

  it('gives them apart on request', async () => {
    const script = 'const w=require("fs").writeSync; w(1,"a"); w(2,"b")'
    expect(await runCommand(node(script), { ...options, apart: true })).toEqual({
      exit: 0,
      output: 'a',
      errors: 'b',
    })
  })

  it('sees nothing of this environment', async () => {
    const { output } = await runCommand(node('console.log(process.env.PATH, process.env.HOME)'), {
      ...options,
      env: { HOME: '/home/dev' },
      apart: true,
    })
    expect(output).toMatch(/ \/home\/dev\n$/)
    expect(output).not.toContain(process.env.PATH)
  })

  it('is ended with its children when its time is over', async () => {
    const script =
      'require("child_process").spawn("sleep",["60"],{stdio:"inherit"}); setInterval(()=>{},1000)'
    const started = Date.now()
    const { exit } = await runCommand(node(script), {
      ...options,
      env: { PATH: process.env.PATH ?? '' },
      timeLimit: 700,
    })
    expect(exit).toBe(124)
    expect(Date.now() - started).toBeLessThan(20_000)
  })

  it('is ended when it prints without end', async () => {
    const result = await runCommand(node('for(;;) require("fs").writeSync(1,"x".repeat(1000))'), {
      ...options,
      outputLimit: 10_000,
    })
    expect(result.exit).toBe(125)
    expect(result.output.length).toBe(10_000)
  })

  it('that does not exist is an exit code, not an exception', async () => {
    const missing = await runCommand(['no-such-command-here'], { ...options, network: true, apart: true })
    expect(missing.exit).toBe(127)
  })
})
