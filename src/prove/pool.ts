// Does the same to every item, a few at a time.

/** The results of `work` in the order of `items`, at most `width` running at once. */
export async function eachOf<T, R>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results = new Map<number, R>()
  const queue = [...items.entries()].values()
  const worker = async () => {
    for (const [index, item] of queue) results.set(index, await work(item))
  }
  await Promise.all(Array.from({ length: width }, worker))
  return [...results].sort(([a], [b]) => a - b).map(([, result]) => result)
}
