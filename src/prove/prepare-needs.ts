// Makes the third-party packages that programs need ready before they run: the only step that may use the network.

import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { cacheFolder } from './cache-folder.ts'
import { prepareGoModule } from './go-module.ts'
import type { Preparation } from './preparation.ts'
import { preparePythonEnvironment } from './python-environment.ts'
import type { Toolchain } from './toolchain.ts'

export interface PrepareOptions {
  /** Download what is not there; else only look. */
  readonly fetch: boolean
  /** Told before a download, and when one failed, with what the installer said last. */
  readonly tell?: (event: FetchEvent) => void
}

export interface FetchEvent {
  readonly kind: 'fetching' | 'failed'
  readonly needs: readonly string[]
  readonly toolchain: string
  /** One line; '' unless failed. */
  readonly detail: string
}

const known = new Map<string, Promise<Preparation>>()

/**
 * The toolchain on which a program that needs `needs` runs. Packages are kept below the cache folder by a hash of the
 * needs and the toolchain, so all programs with the same needs share them; one process prepares each set once.
 */
export function prepareNeeds(
  needs: readonly string[],
  toolchain: Toolchain,
  options: PrepareOptions,
): Promise<Preparation> {
  const key = JSON.stringify([[...needs].sort(), toolchain.id, toolchain.command])
  const cached = `${options.fetch} ${key}`
  const preparation = known.get(cached) ?? prepare(needs, key, toolchain, options)
  known.set(cached, preparation)
  return preparation
}

async function prepare(
  needs: readonly string[],
  key: string,
  toolchain: Toolchain,
  { fetch, tell }: PrepareOptions,
): Promise<Preparation> {
  if (toolchain.wasm) return { skipped: 'unsupported', detail: '' }
  const name = createHash('sha256').update(key).digest('hex').slice(0, 16)
  const event = { needs, toolchain: toolchain.id, detail: '' }
  const told = () => tell?.({ ...event, kind: 'fetching' })
  const result =
    toolchain.tool === 'go'
      ? await prepareGoModule(needs, toolchain, join(cacheFolder(), 'modules', name), fetch ? told : null)
      : await preparePythonEnvironment(
          needs,
          toolchain,
          join(cacheFolder(), 'venvs', name),
          fetch ? told : null,
        )
  if ('skipped' in result && result.skipped === 'unavailable')
    tell?.({ ...event, kind: 'failed', detail: result.detail })
  return result
}
