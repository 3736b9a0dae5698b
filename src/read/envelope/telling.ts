// Whether a text is evidently what a tool printed when something failed.

// Traceback (most recent call last):      goroutine 1 [running]:      # example.com/a      ./main.go:3:5: undefined: x
// \t/app/main.go:31      --- FAIL: TestA (0.00s)      E       assert 1 == 2      SyntaxError: invalid syntax
const telling =
  /Traceback \(most recent call last\)|goroutine \d{1,10} \[|^panic: |^fatal error: |^# \S+$|\.go:\d{1,7}:\d{1,7}: |^\t\S{1,400}\.go:\d|^ {2}File "|WARNING: DATA RACE|^--- FAIL: |^E {3}|^[A-Z]\w{0,100}(?:Error|Exception)\b/m

/** Looks at the beginning of `text` only. */
export function isTelling(text: string): boolean {
  return telling.test(text.slice(0, 4000))
}
