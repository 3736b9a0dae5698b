// Wraps a text as what runs containers and services does: something before every line.

import { timeOf } from './healthy-lines.ts'
import { eachLine } from './wrap-text.ts'

/** `2026-03-14T08:00:11.123456789Z` */
const nanoTime = (index: number): string => timeOf(index).replace('Z', '456789Z')

/** The json-file driver of docker, which cuts lines of more than 16 KiB. */
export function dockerJson(text: string): string {
  return eachLine(text, (line, i) => {
    const parts = `${line}\n`.match(/[\s\S]{1,16384}/g) ?? ['\n']
    return parts.map(part => `{"log":${goString(part)},"stream":"stderr","time":"${nanoTime(i)}"}`).join('\n')
  })
}

/** Go's encoding/json escapes for HTML too. */
export function goString(text: string): string {
  return JSON.stringify(text).replace(
    /[<>&\u2028\u2029]/g,
    c => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** The log of a container runtime; every fifth line comes in two parts. */
export function cri(text: string): string {
  return eachLine(text, (line, i) => {
    const half = line.length >> 1
    if (i % 5 !== 4) return `${nanoTime(i)} stderr F ${line}`
    return `${nanoTime(i)} stderr P ${line.slice(0, half)}\n${nanoTime(i)} stderr F ${line.slice(half)}`
  })
}

export function journald(text: string): string {
  return eachLine(text, line => `Mar 14 08:00:11 node-3 orders[4711]: ${line}`)
}

export function journaldIso(text: string): string {
  return eachLine(text, line => `2026-03-14T08:00:11+0000 node-3 python3[4711]: ${line}`)
}

/** One message of many lines, the further ones hung below the first. */
export function journaldHanging(text: string): string {
  const prefix = 'Mar 14 08:00:11 node-3 orders[4711]: '
  return eachLine(text, (line, i) => (i === 0 ? prefix : ' '.repeat(prefix.length)) + line)
}

/** The traditional file of rsyslog, control characters in octal. */
export function rsyslog(text: string): string {
  return eachLine(text, line => `<27>Mar 14 08:00:11 node-3 orders[4711]: ${line.replaceAll('\t', '#011')}`)
}

export function syslog5424(text: string): string {
  return eachLine(text, (line, i) => `<27>1 ${timeOf(i)} node-3 orders 4711 - - ${line}`)
}

export function compose(text: string): string {
  return eachLine(text, line => `orders-1    | ${line}`)
}

export function kubectl(text: string): string {
  return eachLine(text, line => `[pod/orders-5d9c7b6f4-x2x7k/app] ${line}`)
}

export function kubectlTimestamps(text: string): string {
  return eachLine(text, (line, i) => `${nanoTime(i)} ${line}`)
}

export function githubActions(text: string): string {
  return eachLine(text, (line, i) => `${timeOf(i).replace('Z', '4567Z')} ${line}`)
}
