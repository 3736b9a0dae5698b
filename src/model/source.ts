// The reader's own source, as the parts that look at it see it.

export interface SourceFile {
  /** Relative to the source folder, with `/`. */
  readonly path: string
  /** As it lies on the disk, line endings included. */
  readonly text: string
  readonly lines: readonly string[]
}

/** The file that an output names, where it lies in the reader's source folder; null where it does not. */
export type SourceLookup = (file: string) => SourceFile | null

/** A lookup without any source, as in a browser. */
export const noSource: SourceLookup = () => null

export interface SourceFolder {
  readonly open: SourceLookup
  /** What a folder below the root holds, by name, folders with a `/` at the end; `''` is the root. Empty when there is none. */
  readonly list: (folder: string) => readonly string[]
}

/** A source file from its text. */
export function sourceFileOf(path: string, text: string): SourceFile {
  return { path, text, lines: text.split(/\r\n|\n|\r/) }
}

/** A folder that holds nothing but `files`; an output may name them by any path that ends in theirs. */
export function folderOfFiles(files: readonly SourceFile[]): SourceFolder {
  return {
    open: named => {
      const path = named.replaceAll('\\', '/').replace(/^\.\//, '')
      return files.find(file => path === file.path || path.endsWith(`/${file.path}`)) ?? null
    },
    list: folder => {
      const prefix = folder === '' ? '' : `${folder}/`
      const below = files
        .filter(({ path }) => path.startsWith(prefix))
        .map(({ path }) => path.slice(prefix.length))
      return [
        ...new Set(below.map(rest => (rest.includes('/') ? rest.slice(0, rest.indexOf('/') + 1) : rest))),
      ].sort()
    },
  }
}

/** What is at hand of packages outside the reader's folder. */
export interface Dependencies {
  /** The source of a module at a version, e.g. in the module cache or in `vendor`; null where it is not at hand. */
  readonly module: (path: string, version: string) => SourceFolder | null
  /** What a package of Go's standard library exports, as declarations that look like Go; null where there is no such package. */
  readonly standard: (path: string) => string | null
  /** The import paths of Go's standard library. */
  readonly standardPaths: () => readonly string[]
}

/** Without any package but the reader's own, as in a browser. */
export const noDependencies: Dependencies = {
  module: () => null,
  standard: () => null,
  standardPaths: () => [],
}
