// Dates and hours are plain numbers there; only the cell's format says which they are.
import { childrenOf, readXml } from '../xml.ts'

export type NumberKind = 'number' | 'date' | 'time' | 'dateTime'

/** Built-in formats that are dates or hours (ECMA-376 18.8.30); the others are numbers. */
const BUILT_IN: Readonly<Record<string, NumberKind>> = {
  14: 'date',
  15: 'date',
  16: 'date',
  17: 'date',
  18: 'time',
  19: 'time',
  20: 'time',
  21: 'time',
  22: 'dateTime',
  45: 'time',
  46: 'time',
  47: 'time',
}

/** The kind of number of a cell, by the index of its style. */
export function readNumberFormats(bytes: Uint8Array | null): (style: string | undefined) => NumberKind {
  const codes = new Map<string, string>()
  const kinds: NumberKind[] = []
  if (bytes !== null) {
    readXml(bytes, ['numFmt', 'cellXfs'], (element) => {
      if (element.name === 'numFmt') {
        codes.set(element.attributes.numFmtId ?? '', element.attributes.formatCode ?? '')
      } else {
        for (const format of childrenOf(element, 'xf')) {
          const id = format.attributes.numFmtId ?? '0'
          const code = codes.get(id)
          kinds.push(code === undefined ? (BUILT_IN[id] ?? 'number') : kindOfCode(code))
        }
      }
      return undefined
    })
  }
  return (style) => kinds[Number(style ?? 0)] ?? 'number'
}

/** Reads a format code without its quoted words, escapes, colours and conditions; French codes use j and a. */
function kindOfCode(code: string): NumberKind {
  const bare = code
    .replace(/"[^"]*"|\\./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .toLowerCase()
  const date = /[dyja]/.test(bare.replace(/am\/pm|a\/p/g, ''))
  const time = /[hs]|\[m+\]|am\/pm/.test(bare)
  if (date && time) return 'dateTime'
  if (date) return 'date'
  return time ? 'time' : 'number'
}

/** A serial number of days as "06/02/2025", "14:30" or both; hours past 24 stay hours ("26:15"). */
export function sayNumber(value: string, kind: NumberKind, since1904: boolean): string {
  const number = Number(value)
  if (!Number.isFinite(number)) return value
  if (kind === 'number' || number < 0 || number > 2_958_466) return plainNumber(number)
  if (kind === 'time') return clock(Math.round(number * 1440))
  const minutes = Math.round((number % 1) * 1440)
  const date = sayDate(Math.floor(number) + (minutes === 1440 ? 1 : 0), since1904)
  return kind === 'date' || minutes % 1440 === 0 ? date : `${date} ${clock(minutes)}`
}

/** Day 60 of the 1900 system is a 29 February that never was; nobody plans a meeting before it. */
function sayDate(serial: number, since1904: boolean): string {
  const epoch = since1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30)
  const day = new Date(epoch + serial * 86_400_000)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${two(day.getUTCDate())}/${two(day.getUTCMonth() + 1)}/${day.getUTCFullYear()}`
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** Without the noise of binary fractions: 0.1 + 0.2 shows 0,3. */
function plainNumber(number: number): string {
  return String(Number(number.toPrecision(12))).replace('.', ',')
}
