// Where what may be thrown away is kept between runs.

import { homedir } from 'node:os'
import { join } from 'node:path'

/** `$XDG_CACHE_HOME/faqtual`, `~/.cache/faqtual`, or below LOCALAPPDATA on Windows. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  const base =
    process.platform === 'win32'
      ? (env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'))
      : env.XDG_CACHE_HOME || join(homedir(), '.cache')
  return join(base, 'faqtual')
}
