import { describe, expect, it } from 'vitest'
import { readFailures } from '../read-failures.ts'

// Lines of kubectl 1.29, docker 24, GNU make 4.3, bash 5.2, zsh 5.9, systemd 252, Linux 5.15 and Go 1.22.
const killed = '~ the process was ended by the signal SIGKILL, which shells report as exit code 137'
const memory = '~ the process was killed by the kernel for using more memory than it may'

describe('how a process ended is read', () => {
  it.each([
    ['command terminated with exit code 137', killed],
    ['Error: Process completed with exit code 137.', killed],
    ['orders-1 exited with code 137', killed],
    ['signal: killed', killed],
    ['make: *** [Makefile:3: run] Error 137', killed],
    ['./run.sh: line 3:  4711 Killed                  ./server', killed],
    ['orders.service: Main process exited, code=killed, status=9/KILL', killed],
    ['5f2c   orders   "./server"   Exited (137) 3 minutes ago   orders-1', killed],
    ['    Reason:       OOMKilled\n    Exit Code:    137', memory],
    ['    Last State:     Terminated\n    Exit Code:    137\n    Reason:       OOMKilled', memory],
    ['Out of memory: Killed process 4711 (server) total-vm:8123456kB, anon-rss:4012345kB', memory],
    ['Memory cgroup out of memory: Killed process 4711 (orders) total-vm:8123456kB', memory],
    ["orders.service: Failed with result 'oom-kill'.", memory],
    [
      'signal: terminated',
      '~ the process was ended by the signal SIGTERM, which shells report as exit code 143',
    ],
    [
      'zsh: segmentation fault  ./server',
      '~ the process was ended by the signal SIGSEGV, which shells report as exit code 139',
    ],
    ['exit status 2', '~ the process ended by itself with the exit code 2'],
    ['command terminated with exit code 255', '~ the process ended by itself with the exit code 255'],
  ])('from %j', (text, fact) => {
    const [failure, ...others] = readFailures(text)
    expect(failure?.facts).toEqual([fact])
    expect(others).toEqual([])
  })

  it.each([
    'INFO worker 3 exited with code 0',
    'the order was killed by the customer',
    'GET /orders/137 200 in 143 ms',
    'Process completed with exit code 1.',
  ])('but not from %j', text => {
    expect(readFailures(text).filter(({ format }) => format === 'process-exit')).toEqual([])
  })

  it('follows from what the program said before', () => {
    const panic = 'panic: no stock\n\ngoroutine 1 [running]:\nmain.main()\n\t/home/dev/main.go:3 +0x1d\n'
    const [failure, ...others] = readFailures(`${panic}command terminated with exit code 2`)
    expect(failure?.message).toBe('panic: no stock')
    expect(failure?.consequences.map(({ message }) => message)).toEqual([
      'command terminated with exit code 2',
    ])
    expect(others).toEqual([])
  })
})
