// How a renderer sees the reader's own source.

export interface SourceFile {
  /** Relative to the source folder, with `/`. */
  readonly path: string
  readonly lines: readonly string[]
}

/** The file that an output names, where it lies in the reader's source folder; null where it does not. */
export type SourceLookup = (file: string) => SourceFile | null

/** A lookup without any source, as in a browser. */
export const noSource: SourceLookup = () => null
