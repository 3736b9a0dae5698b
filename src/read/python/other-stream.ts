// Recognizes lines that belong to another stream than the traceback they stand in or after.

const openings: readonly RegExp[] = [
  // 2024-03-12 06:25:24,000 INFO [worker] started; 2024-03-12T06:25:24Z; 12:04:05.1 …; [2024-03-12 06:28:09,473] ERROR
  /^\[?\d{4}[-/]\d\d[-/]\d\d[T\s,]/,
  /^\[?\d\d:\d\d:\d\d[.,\]\s]/,
  // Nov 23 06:54:55 host app[7]: …
  /^[A-Z][a-z]{2}\s{1,2}\d{1,2} \d\d:\d\d:\d\d\s/,
  // INFO:     127.0.0.1:51 - "GET / HTTP/1.1" 200; [INFO] …; ERROR:root:failed; WARNING django.security.csrf …
  /^\[?(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|CRITICAL|FATAL)(?:\]|:|\s)/,
  // 127.0.0.1 - - [12/Mar/2024 06:28:09] "GET / HTTP/1.1" 200 -
  /^\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3} - /,
  // {"level":"info","msg":"request"}
  /^\{"/,
  // I1123 06:54:55.665 7 main.go:3] …
  /^[IWEF]\d{4} \d\d:\d\d:\d\d/,
  // level=info msg=… ts=…
  /^(?:ts|time|level)=\S/,
]

/** A line of a log: time stamp, level, access log or JSON first. */
export function isLogLine(text: string): boolean {
  const head = text.slice(0, 64)
  return openings.some(opening => opening.test(head))
}

const beginnings: readonly RegExp[] = [
  // ======== FAILURES ========, -------- Captured log --------, ____ test_x ____
  /^(?:={5,}|-{5,}|_{5,}|\*{5,})/,
  // Exception in thread worker-1:, Exception ignored in: <function …>, Task exception was never retrieved
  /^Exception (?:in thread|ignored) |^Exception ignored|^Task exception was never retrieved|^--- Logging error ---/,
  // sys:1: RuntimeWarning: …, /srv/app/main.py:2: SyntaxWarning: …
  /^\S[^:]*:\d+: \w*Warning: /,
  // run.sh: line 1:     5 Segmentation fault, make: *** [all] Error 1, exit status 1, Process finished with exit code 1
  /^\S+: line \d+: |^make(?:\[\d+\])?: |^exit status \d|^Process finished with exit code|^Command exited|^npm ERR!/,
  // Fatal Python error: Segmentation fault
  /^Fatal Python error:|^Current thread 0x|^Thread 0x/,
  // ERROR: test_parse (…), FAILED tests/x.py::test, Call stack:, panic: …, goroutine 1 [running]:, # package
  /^(?:ERROR|FAIL|FAILED|Ran \d+ tests?)\b|^Call stack:$|^panic: |^goroutine \d|^# \S+$|^\$ |^>>> |^```/,
  // sku='TEA-1' is output of a program, [worker] done is a log
  /^\[[\w. -]+\] /,
  // [end of output]
  /^\[end of output\]/,
]

/** A line at which whatever stood before has certainly ended. */
export function beginsSomethingElse(text: string): boolean {
  if (text.includes('Traceback (most recent call last)')) return true
  const head = text.slice(0, 300)
  return isLogLine(head) || beginnings.some(beginning => beginning.test(head))
}
