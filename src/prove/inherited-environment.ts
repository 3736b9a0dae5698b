// The environment of this process, for commands that are to behave as when the user types them.

/** A copy without the names that have no value. */
export function inheritedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}
