// Loads the module of one verb, so that no other is read at start.

import type { VerbModule } from './verb.ts'

/** `module` is from the verb table, never from the command line. The build puts each beside the entry. */
export function loadVerb(module: string): VerbModule {
  const file = `${__dirname}/${module}.cjs`
  return require(file) as VerbModule
}
