// Numbers as they lie in a section of the compiled knowledge base, without copying.

/** The 32-bit numbers of `bytes`, which must begin at a multiple of four, as sections do. */
export function uint32In(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4)
}

/** The same for floating-point numbers. */
export function float32In(bytes: Uint8Array): Float32Array {
  return new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4)
}
