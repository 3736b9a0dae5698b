// Markers that a merge left in the file.

import type { Change } from '../../inspection.ts'

import type { FindRepairs } from './repair.ts'
import { keepOurs, keepTheirs } from './words.ts'

/** More conflicts than these in one file are not resolved in one edit. */
const mostConflicts = 200

export const mergeConflict: FindRepairs = ({ text }) => {
  if (!/^<{7} /m.test(text) && !/^>{7} /m.test(text)) return []
  const ours: Change[] = []
  const theirs: Change[] = []
  let start = -1
  let base = -1
  let middle = -1
  let offset = 0
  for (const line of text.split('\n')) {
    const next = offset + line.length + 1
    // <<<<<<< HEAD
    if (line.startsWith('<<<<<<< ')) start = offset
    // ||||||| merged common ancestors
    else if (line.startsWith('||||||| ') && start >= 0) base = offset
    // =======
    else if (/^={7}\r?$/.test(line) && start >= 0) middle = offset
    // >>>>>>> feature/discount
    else if (line.startsWith('>>>>>>> ') && start >= 0 && middle >= 0 && ours.length < mostConflicts) {
      const end = Math.min(next, text.length)
      const first = text.indexOf('\n', start) + 1
      const second = text.indexOf('\n', middle) + 1
      ours.push(cut(start, first), cut(base < 0 ? middle : base, end))
      theirs.push(cut(start, second), cut(offset, end))
      start = -1
      base = -1
      middle = -1
    }
    offset = next
  }
  return ours.length === 0
    ? []
    : [
        { title: keepOurs, changes: ours, certain: false },
        { title: keepTheirs, changes: theirs, certain: false },
      ]
}

function cut(start: number, end: number): Change {
  return { start, end, text: '' }
}
