// Text that a narrow terminal cut into lines of one width.

import type { Envelope } from './stream.ts'

export const terminalWrap: Envelope = { name: 'terminal-wrap', open: () => null }
