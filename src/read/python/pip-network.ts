// Finds above pip's "nothing found" the line that tells that nothing was reached, and concludes why.

import type { Lines } from '../reader.ts'

// WARNING: Retrying (Retry(total=0, …)) after connection broken by 'NewConnectionError(…)': /simple/x/
// Could not fetch URL https://…: There was a problem confirming the ssl certificate: … - skipping
// WARNING: 401 Error, Credentials not correct for https://pypi.example.com/simple/x/
const trouble = /^WARNING: Retrying \(|^(?:WARNING: )?Could not fetch URL |^WARNING: 40[13] Error, /

/** Reasons, in sentences that signatures are matched against: `~ the proxy failed: 407 Proxy Authentication Required`. */
const reasons: readonly (readonly [pattern: RegExp, tell: string])[] = [
  // OSError('Tunnel connection failed: 407 Proxy Authentication Required')
  [/Tunnel connection failed: (\d{3}[^'"]{0,80})/, '~ the proxy failed: '],
  // ProxyError('Cannot connect to proxy.', NewConnectionError('<…>: Failed to establish a new connection: [Errno 111] Connection refused'))
  [/ProxyError\(.{0,400}?(?:\[(?:Errno|WinError) -?\d+\] )([^'"]{1,80})/, '~ the proxy failed: '],
  // ProxyError('Cannot connect to proxy.', RemoteDisconnected('Remote end closed connection without response'))
  [/ProxyError\('([^']{1,120})'/, '~ the proxy failed: '],
  // SSLError("Can't connect to HTTPS URL because the SSL module is not available.")
  [/(SSL module is not available)/, '~ no ssl: '],
  // [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self-signed certificate (_ssl.c:1000)
  [/certificate verify failed: ([^'"()]{1,120}?)(?: \(|['")])/, '~ a certificate is not trusted: '],
  // ReadTimeoutError("HTTPSConnectionPool(host='pypi.org', port=443): Read timed out. (read timeout=15)")
  [/host='([^']{1,200})', port=\d+\): Read timed out/, '~ too slow: '],
  // ConnectTimeoutError(<…>, 'Connection to pypi.org timed out. (connect timeout=15)')
  [/Connection to (\S{1,200}) timed out/, '~ too slow: '],
]

/** How far above the line stands. */
const farthest = 30

/** The last retry, refused certificate or refused password above line `at`; none: nothing was the matter. */
export function findTrouble(lines: Lines, at: number, message: string): readonly string[] {
  if (!/Could not find a version|No matching distribution/.test(message)) return []
  for (let index = at - 1; index >= 0 && index >= at - farthest; index--) {
    const line = (lines[index] ?? '').trim()
    if (trouble.test(line)) return [line]
  }
  return []
}

/** What that line tells. */
export function concludeTrouble(trouble: readonly string[]): readonly string[] {
  for (const line of trouble) {
    const text = line.slice(0, 4000)
    for (const [pattern, tell] of reasons) {
      const reason = pattern.exec(text)?.[1]
      if (reason !== undefined) return [tell + reason.trim()]
    }
  }
  return []
}
