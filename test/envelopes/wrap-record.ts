// Wraps a text as loggers and Go's -json flag do: in the fields of a record.

import { timeOf } from './healthy-lines.ts'
import { goString } from './wrap-prefix.ts'
import { linesOf } from './wrap-text.ts'

const bare = (text: string): string => text.replace(/\n$/, '')

/** Python's json.dumps leaves a space behind colons and commas. */
function pythonJson(fields: Readonly<Record<string, unknown>>): string {
  return `{${Object.entries(fields)
    .map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`)
    .join(', ')}}\n`
}

export function zap(text: string): string {
  return `{"level":"error","ts":1795780531.7435882,"caller":"supervisor/run.go:41","msg":"worker stopped","worker":"orders","stacktrace":${JSON.stringify(bare(text))}}\n`
}

export function zerolog(text: string): string {
  return `{"level":"error","worker":"orders","stack":${JSON.stringify(text)},"time":"${timeOf(9)}","message":"worker stopped"}\n`
}

export function slogJson(text: string): string {
  return `{"time":"${timeOf(9)}","level":"ERROR","msg":"worker stopped","worker":{"name":"orders","output":${goString(text)}}}\n`
}

/** slog's text handler: logfmt, where strings that need it are quoted as Go does. */
export function slogText(text: string): string {
  return `time=${timeOf(9)} level=ERROR msg="worker stopped" worker=orders output=${JSON.stringify(text)}\n`
}

export function structlog(text: string): string {
  const fields = {
    order: 7,
    event: 'order_failed',
    level: 'error',
    timestamp: timeOf(9),
    exception: bare(text),
  }
  return pythonJson(fields)
}

/** `serialize=True`: the line as printed, and the record; the frame that caught has an arrow. */
export function loguru(text: string): string {
  const arrow = text.replace(/^ {2}File "/m, '> File "')
  const printed = `2026-03-14 08:00:11.747 | ERROR    | app.orders:place:23 - order failed\n${arrow}`
  const record = {
    elapsed: { repr: '0:00:00.012014', seconds: 0.012014 },
    exception: { type: 'ValueError', value: 'bad order', traceback: true },
    extra: {},
    level: { icon: '❌', name: 'ERROR', no: 40 },
    line: 23,
    message: 'order failed',
    name: 'app.orders',
  }
  return pythonJson({ text: printed, record })
}

export function pythonJsonLogger(text: string): string {
  return pythonJson({
    asctime: '2026-03-14 08:00:11,743',
    levelname: 'ERROR',
    name: 'app',
    message: 'order failed',
    exc_info: bare(text),
  })
}

/** A line of output at a time, and the events around them. */
export function goTestJson(text: string): string {
  const head = `"Time":"${timeOf(9)}"`
  const where = '"Package":"example.com/shop/orders","Test":"TestOrders"'
  const events = linesOf(text).map(
    line => `{${head},"Action":"output",${where},"Output":${goString(`${line}\n`)}}`,
  )
  return [
    `{${head},"Action":"start","Package":"example.com/shop/orders"}`,
    `{${head},"Action":"run",${where}}`,
    ...events,
    `{${head},"Action":"fail",${where},"Elapsed":0.01}`,
    `{${head},"Action":"fail","Package":"example.com/shop/orders","Elapsed":0.012}`,
    '',
  ].join('\n')
}

/** Every line a message of its own, as where a process's output goes through a logger. */
export function jsonPerLine(text: string): string {
  return `${linesOf(text)
    .map((line, i) => `{"severity":"ERROR","time":"${timeOf(i)}","message":${JSON.stringify(line)}}`)
    .join('\n')}\n`
}
