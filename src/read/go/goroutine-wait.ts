// What a goroutine waits for, in words that are the same for every Go version.

import type { Frame } from '../../model/failure.ts'

export type WaitKind =
  | 'lock'
  | 'read-lock'
  | 'wait-group'
  | 'condition'
  | 'send'
  | 'receive'
  | 'nil-channel'
  | 'select'
  | 'io'
  | 'sleep'
  | 'running'
  | 'other'

export interface Wait {
  readonly kind: WaitKind
  /** As printed, without what else stands in the brackets; before Go 1.20, and where nothing is printed, from the frames. */
  readonly state: string
  /** For how many whole minutes; null where the header tells none. */
  readonly minutes: number | null
}

const kinds: Readonly<Record<string, WaitKind>> = {
  'sync.Mutex.Lock': 'lock',
  'sync.RWMutex.Lock': 'lock',
  'sync.RWMutex.RLock': 'read-lock',
  'sync.WaitGroup.Wait': 'wait-group',
  'sync.Cond.Wait': 'condition',
  'chan send': 'send',
  'chan receive': 'receive',
  'chan send (nil chan)': 'nil-channel',
  'chan receive (nil chan)': 'nil-channel',
  'select (no cases)': 'nil-channel',
  select: 'select',
  'IO wait': 'io',
  sleep: 'sleep',
  running: 'running',
  runnable: 'running',
}

// The functions of the runtime and of sync in which a goroutine is parked.
const parked: Readonly<Record<string, string>> = {
  'sync.(*Mutex).Lock': 'sync.Mutex.Lock',
  'internal/sync.(*Mutex).Lock': 'sync.Mutex.Lock',
  'internal/sync.(*Mutex).lockSlow': 'sync.Mutex.Lock',
  'sync.(*Mutex).lockSlow': 'sync.Mutex.Lock',
  'sync.(*RWMutex).Lock': 'sync.RWMutex.Lock',
  'sync.(*RWMutex).RLock': 'sync.RWMutex.RLock',
  'sync.(*WaitGroup).Wait': 'sync.WaitGroup.Wait',
  'sync.(*Cond).Wait': 'sync.Cond.Wait',
  'runtime.chansend': 'chan send',
  'runtime.chansend1': 'chan send',
  'runtime.chanrecv': 'chan receive',
  'runtime.chanrecv1': 'chan receive',
  'runtime.chanrecv2': 'chan receive',
  'runtime.selectgo': 'select',
  'internal/poll.runtime_pollWait': 'IO wait',
  'time.Sleep': 'sleep',
}

// chan receive, 2 minutes     select, 5 minutes, locked to thread     sleep, durable
const minutesPart = /^(\d{1,9}) minutes?$/

/** `sync.Mutex.Lock` of a stack whose header only says `semacquire`, or says nothing. */
function stateFromFrames(frames: readonly Frame[]): string | null {
  for (const frame of frames.slice(0, 8)) {
    const state = parked[frame.function]
    if (state !== undefined) return state
    if (frame.own) return null
  }
  return null
}

/** Reads what stands in the brackets of a goroutine's header, with the help of its frames. */
export function readWait(inBrackets: string, frames: readonly Frame[]): Wait {
  const [printed = '', ...others] = inBrackets.split(', ')
  const minutes = others.map(part => minutesPart.exec(part)?.[1]).find(part => part !== undefined)
  const isVague = printed === '' || printed === 'semacquire' || printed === 'sync.Semacquire'
  const state = (isVague ? stateFromFrames(frames) : null) ?? printed.replace(/ \((?:scan|durable)\)$/, '')
  return {
    kind: kinds[state] ?? 'other',
    state,
    minutes: minutes === undefined ? null : Number(minutes),
  }
}

/** Whether it waits for a mutex, for writing or for reading. */
export function wantsLock({ kind }: Wait): boolean {
  return kind === 'lock' || kind === 'read-lock'
}
