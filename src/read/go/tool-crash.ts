// A crash of the Go toolchain itself: nothing in the reader's program has panicked.

import type { Frame } from '../../model/failure.ts'

// cmd/compile/internal/ssa.Compile     cmd/link/internal/ld.Main     cmd/go/internal/work.(*Builder).Do
const ofTool = /^cmd\/([a-z]{1,20})\//
// cmd/internal/obj.Flushplist     go/types.(*Checker).collectObjects: of vet and gopls, but also of the reader's own tools
const shared = /^cmd\/(?:internal|vendor)\//

/** The sentence by which entries know that `compile`, `link`, `go` … crashed; none when own code is in the stack. */
export function factsOfTool(frames: readonly Frame[]): readonly string[] {
  if (frames.some(({ own }) => own)) return []
  const names = frames.map(({ function: name }) => name).filter(name => ofTool.test(name))
  const inner = names.find(name => !shared.test(name)) ?? names[0]
  if (inner === undefined) return []
  const tool = ofTool.exec(inner)?.[1] ?? ''
  return [
    `~ every frame of the crash is Go's own: what crashed is the tool cmd/${tool}, in ${inner}, and no code of the reader's`,
  ]
}
