import type { Dice } from '../dice.ts'
import type { Mutation } from './bytes.ts'

type LineMutation = (lines: string[], dice: Dice) => void

const asLines =
  (mutate: LineMutation): Mutation =>
  (bytes, dice) => {
    const lines = Buffer.from(bytes).toString('latin1').split('\n')
    mutate(lines, dice)
    return new Uint8Array(Buffer.from(lines.join('\n'), 'latin1'))
  }

const lineAgain: LineMutation = (lines, dice) => {
  const at = dice.below(lines.length)
  const line = lines[at] ?? ''
  const times = Math.min(2 ** dice.below(14), Math.ceil(2_000_000 / (line.length + 1)))
  lines.splice(at, 0, ...Array.from({ length: times }, () => line))
}

const lineGone: LineMutation = (lines, dice) => {
  lines.splice(dice.below(lines.length), 1 + dice.below(3))
}

const lineElsewhere: LineMutation = (lines, dice) => {
  const [line = ''] = lines.splice(dice.below(lines.length), 1)
  lines.splice(dice.below(lines.length + 1), 0, line)
}

const longLine: LineMutation = (lines, dice) => {
  const at = dice.below(lines.length)
  const line = lines[at] ?? ''
  lines[at] = line.repeat(Math.min(2 ** dice.below(16), Math.ceil(2_000_000 / (line.length + 1))))
}

const NUMBERS = ['0', '-1', '31', '99', '00000000', '99999999', '2147483648', '1e9', '٣', '½']
const number: LineMutation = (lines, dice) => {
  const at = dice.below(lines.length)
  lines[at] = (lines[at] ?? '').replace(/\d+/g, (digits) =>
    dice.below(2) === 0 ? (dice.pick(NUMBERS) ?? '') : digits,
  )
}

const SIGNS = [
  ';',
  ',',
  '\t',
  '"',
  '""',
  '|',
  ':',
  '=',
  '(',
  ')',
  '> ',
  '# ',
  '```',
  '- [ ] ',
  '\r',
  '\u0000',
]
const sign: LineMutation = (lines, dice) => {
  const at = dice.below(lines.length)
  const line = lines[at] ?? ''
  const place = dice.below(line.length + 1)
  lines[at] = line.slice(0, place) + (dice.pick(SIGNS) ?? '').repeat(2 ** dice.below(12)) + line.slice(place)
}

/** One separator for another over the whole file. */
const separator: LineMutation = (lines, dice) => {
  const [from, to] = [
    dice.pick([';', ',', '\t', '|', '"']) ?? ';',
    dice.pick([';', ',', '\t', '"', '\n']) ?? ',',
  ]
  for (const [at, line] of lines.entries()) lines[at] = line.replaceAll(from, to)
}

const HEADS = [
  'Content-Type: multipart/mixed; boundary="----=_Corps_01"',
  'Content-Type: multipart/mixed; boundary=""',
  'Content-Type: message/rfc822',
  'Content-Type: text/html; charset=utf-7',
  'Content-Type: text/plain; charset=nothing-like-it',
  'Content-Transfer-Encoding: base64',
  'Content-Transfer-Encoding: x-uuencode',
  'Content-Disposition: attachment; filename="../../../x.docx"',
  `Subject: ${'=?UTF-8?B?w6k=?= '.repeat(2000)}`,
  `References: ${'<a@exemple.invalid> '.repeat(5000)}`,
  'BEGIN:VEVENT',
  'END:VEVENT',
  'BEGIN:VCALENDAR',
  'RRULE:FREQ=SECONDLY;INTERVAL=0',
  'RRULE:FREQ=YEARLY;BYMONTHDAY=31;BYMONTH=2',
  'DTSTART;TZID=Nowhere/Else:20260101T250000',
  'DURATION:-PT99999999H',
  '|---|---|',
  '<table><tr><td rowspan=99999 colspan=99999>',
  '~~~',
]
const headAdded: LineMutation = (lines, dice) => {
  const place = dice.below(Math.min(lines.length, dice.below(2) === 0 ? 12 : lines.length) + 1)
  lines.splice(place, 0, ...Array.from({ length: 1 + dice.below(3) }, () => `${dice.pick(HEADS) ?? ''}\r`))
}

/** The whole file inside itself, several times, as mails forwarded in mails. */
const inItself: LineMutation = (lines, dice) => {
  const whole = lines.join('\n').slice(0, 20_000)
  const boundary = (depth: number) => `b${depth}`
  let inner = whole
  for (let depth = 1 + dice.below(60); depth > 0; depth -= 1)
    inner = `MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="${boundary(depth)}"\r\n\r\n--${boundary(depth)}\r\nContent-Type: message/rfc822\r\n\r\n${inner}\r\n--${boundary(depth)}--\r\n`
  lines.splice(0, lines.length, ...inner.split('\n'))
}

export const lineMutations: Readonly<Record<string, Mutation>> = {
  'line again': asLines(lineAgain),
  'line gone': asLines(lineGone),
  'line elsewhere': asLines(lineElsewhere),
  'long line': asLines(longLine),
  'number of a line': asLines(number),
  'sign of a line': asLines(sign),
  separator: asLines(separator),
  'head added': asLines(headAdded),
  'in itself': asLines(inItself),
}
