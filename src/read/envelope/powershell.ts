// Windows PowerShell takes what a program prints to its standard error for an error of its own.

import { addLine, type Envelope, emptyDraft, finishDrafts, isBlank } from './stream.ts'

// python : Traceback (most recent call last):
// At line:1 char:1
// + python main.py 2> err.txt
// + ~~~~~~~~~~~~~~~~~~~~~~~~~
//     + CategoryInfo          : NotSpecified: (Traceback (most recent call last)::String) [], RemoteException
//     + FullyQualifiedErrorId : NativeCommandError
//
//   File "main.py", line 3, in <module>
const name = /^[\w.\\/:-]{1,260} : (?=\S)/

/** The most lines that a record of PowerShell takes. */
const longest = 12

export const powershell: Envelope = {
  name: 'powershell',
  open: stream => {
    const { lines } = stream
    if (!lines.some(line => line.includes('FullyQualifiedErrorId : NativeCommandError'))) return null
    const draft = emptyDraft()
    let opened = false
    for (let index = 0; index < lines.length; index++) {
      const line = lines[index] ?? ''
      const end = name.test(line) ? endOfRecord(lines, index) : -1
      addLine(draft, end < 0 ? line : line.replace(name, ''), index)
      if (end < 0) continue
      opened = true
      index = end - 1
    }
    return opened ? finishDrafts(stream, [draft]) : null
  },
}

/** The line behind the record that starts on line `at`; -1 where none does. */
function endOfRecord(lines: readonly string[], at: number): number {
  if (!/^(?:At |In )/.test(lines[at + 1] ?? '')) return -1
  for (let index = at + 2; index < at + longest; index++) {
    if (!(lines[index] ?? '').includes('FullyQualifiedErrorId : NativeCommandError')) continue
    return isBlank(lines[index + 1] ?? 'x') ? index + 2 : index + 1
  }
  return -1
}
