// The value of `--go` and `--python`.

/** The versions of `1.22,1.23`; none when the option was not given. */
export function versionList(value: string | undefined): readonly string[] {
  return value?.split(/[, ]+/).filter(version => version !== '') ?? []
}
