// The line that ends a traceback: the exception's class and its words.

/** An exception as its line prints it. */
export interface ExceptionLine {
  /** The line, without white space around it. */
  readonly message: string
  /** The class without its module: `JSONDecodeError`. */
  readonly code: string
  /** What stands after the colon; '' when nothing does. */
  readonly words: string
  /** The name alone shows that it is an exception: `KeyError`, `subprocess.TimeoutExpired`. */
  readonly typical: boolean
}

// `json.decoder.JSONDecodeError: Expecting value: line 1 column 1 (char 0)`, `KeyboardInterrupt`, `app.f.<locals>.Bad: x`
const line = /^([\p{L}_][\p{L}\p{N}_]*(?:\.(?:[\p{L}\p{N}_]+|<locals>))*)(?::(?:\s(.*))?)?$/u

const typicalName =
  /(?:Error|Exception|Warning|Interrupt|Exit|StopIteration|ExceptionGroup|Timeout|Expired|Refused|NotFound|DoesNotExist|Denied|Failed|Failure|Invalid|Missing|Fault|Abort|Cancelled|RemoteTraceback|BrokenProcessPool|InFailedSqlTransaction|UniqueViolation|Violation|UndefinedTable|UndefinedColumn|DeadlockDetected|Skipped|Empty|Full)$/

// `INFO: started`, `ERROR:root:failed`, `Message: 'a %s'`: the first word of a log line, not a class
const level =
  /^(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|CRITICAL|FATAL|Message|Arguments|Note|note|hint|error|warning|info)$/

/**
 * Reads an exception line; null for what cannot be one. A name without the look of an exception (`Declined: no`) is
 * accepted with `typical: false`: only right after frames is it one.
 */
export function parseExceptionLine(text: string): ExceptionLine | null {
  if (text.length > 1_000_000) return null
  const message = text.trim()
  const head = message.length > 400 ? message.slice(0, 400) : message
  const match = line.exec(head)
  if (!match) return null
  const name = match[1] ?? ''
  if (level.test(name)) return null
  const code = name.slice(name.lastIndexOf('.') + 1)
  // `done`, `note: x` are words; a lower-case class carries its module: `socket.gaierror`, `struct.error`.
  if (code === name && !/^_*\p{Lu}/u.test(name)) return null
  const words = message.slice(name.length + 1).trim()
  return { message, code, words, typical: typicalName.test(code) }
}

/** A well-known ending, at the start of the line: may stand alone, without a traceback. */
export function isBareException(text: string): boolean {
  if (!/^[A-Za-z_]/.test(text)) return false
  const parsed = parseExceptionLine(text)
  if (!parsed || !bareName.test(parsed.code)) return false
  // `Error: unknown flag: --prot`: how command-line programs of any language begin; a class is `binascii.Error`.
  if (parsed.message.startsWith('Error:')) return false
  // `BenchmarkError` alone is the name of a benchmark; CPython's own often stand without words.
  return parsed.words !== '' || wordless.has(parsed.message)
}

const wordless = new Set([
  'AssertionError',
  'EOFError',
  'GeneratorExit',
  'KeyboardInterrupt',
  'MemoryError',
  'NotImplementedError',
  'StopAsyncIteration',
  'StopIteration',
  'SystemExit',
  'TimeoutError',
  'RecursionError',
  'asyncio.exceptions.CancelledError',
  'asyncio.exceptions.TimeoutError',
])

// `KeyError: 'id'`, `SystemExit: 2`, `StopIteration`
const bareName =
  /^(?=[A-Z_])\w*(?:Error|Exception|Interrupt|SystemExit|StopIteration|StopAsyncIteration|ExceptionGroup)$/
