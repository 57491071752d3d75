// Without zod, for the first screen.

import { PASTED_LENGTH } from '../limits.ts'
import { months, weekdays } from '../text/french.ts'

/** Nobody copies more words of one mail. */
const MOST_COPIED = 1_000_000

type Field = 'from' | 'sent' | 'date' | 'to' | 'cc' | 'subject' | 'other'
const LABELS: readonly (readonly [RegExp, Field])[] = [
  [/^(?:de|from|exp[ée]diteur|von)$/i, 'from'],
  [/^(?:envoy[ée](?:\s+le)?|re[çc]u(?:\s+le)?|sent|gesendet)$/i, 'sent'],
  [/^date$/i, 'date'],
  [/^(?:[àa]|to|pour|destinataires?|an)$/i, 'to'],
  [/^(?:cc|cci|bcc|copie(?:\s+[àa])?)$/i, 'cc'],
  [/^(?:objet|sujet|subject|betreff)$/i, 'subject'],
  [
    /^(?:importance|pi[èe]ces?\s+jointes?|attachments?|r[ée]pondre\s+[àa]|reply-to|cat[ée]gories|priorit[ée])$/i,
    'other',
  ],
]
/** An address, or a name as it is written, which hours and rooms are not. */
const PERSON =
  /\S@\S|^[^\d\p{L}]*(?:d[’']|(?:d[eu]s?|l[ae]s?|v[ao]n|der)\s)*(?:\d+(?![Hh]))?\p{Lu}(?:\D|\d+(?![Hh])\p{L})*$/u
/** With its year, as programs write it. */
const DAY =
  /(?:^|\D)(?:\d{4}[-/]\d{1,2}[-/]\d{1,2}|\d{1,2}(?:er|\.)?[\s/.-]+(?:\p{L}{3,}\.?|\d{1,2})[\s/.,-]+(?:\d{4}|\d{2})|\p{L}{3,}\.?\s\d{1,2},\s\d{4})(?!\d)/u
/** "De : 9 h à 10 h", "De : lundi à vendredi": from when, not from whom. */
const FROM_WHEN = new RegExp(
  String.raw`^(?:\d{1,2}\s*[h:]|(?:(?:${weekdays.join('|')})\s*)?(?:\d{1,2}(?:er)?\s+)?(?:${[...weekdays, ...months].join('|')})(?!\p{L}))`,
  'iu',
)
/** Lines that mail programs put above what they forward. */
const RULE =
  /^[-_*=\s>]*(?:(?:(?:d[ée]but du )?message (?:d[’']origine|transf[ée]r[ée]|original)|(?:begin )?forwarded message|original message|:)[-_*=\s:]*)?$/i

/** Lines looked at for headers: further down they are those of a quoted mail. */
const MAX_HEADER_LINES = 40

type CopiedMail = {
  readonly headers: ReadonlyMap<Field, string>
  readonly body: string
}

/**
 * The words of a mail as programs show it, copied with the headers at its top. Null when there are none, or none that names
 * somebody or says from whom it came on which day: a note, whatever it says further down.
 */
export function copiedMail(words: string): CopiedMail | null {
  if (words.length > MOST_COPIED) return null
  const lines = plainMailText(words).split('\n')
  let at = 0
  while (at < lines.length && at < 6 && RULE.test(lines[at] ?? '')) at += 1
  const headers = new Map<Field, string>()
  let last: Field | null = null
  for (; at < Math.min(lines.length, MAX_HEADER_LINES); at += 1) {
    const line = (lines[at] ?? '').replace(/^[>*\s]+/, '').trim()
    const header = mailHeader(line)
    if (header !== null) {
      if (!headers.has(header.field)) headers.set(header.field, header.value)
      last = header.field
    } else if (line === '' || last === null || !goesOn(headers.get(last) ?? '', last)) break
    else headers.set(last, `${headers.get(last) ?? ''} ${line}`)
  }
  const from = headers.get('from')
  const isDated = DAY.test(headers.get('sent') ?? headers.get('date') ?? '')
  const isOfPeople =
    (isDated && from !== undefined && !FROM_WHEN.test(from)) ||
    (['from', 'to', 'cc'] as const).some((field) => isPerson(headers.get(field) ?? ''))
  if (headers.size < 2 || !isOfPeople || !(headers.has('subject') || from !== undefined)) return null
  return { headers, body: plainMailText(lines.slice(at).join('\n')) }
}

/** Whether it names somebody, as the header of a mail does. */
export function isPerson(value: string): boolean {
  return PERSON.test(value)
}

/** One kind of line end, no trailing spaces, at most one empty line in a row, cut at the limit. */
export function plainMailText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u00ad\u200b\u2060\ufeff\0]/g, '')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .slice(0, PASTED_LENGTH)
}

/** What a line says of a mail, where it is one of its headers: "*De :* Zoé". */
export function mailHeader(text: string): { field: Field; value: string } | null {
  const line = text.replace(/^[>*\s]+/, '')
  const colon = line.search(/[:：]/)
  if (colon < 1 || colon > 24) return null
  const label = line
    .slice(0, colon)
    .replace(/(?<![\s\u00a0\u202f*])[\s\u00a0\u202f*]+$/u, '')
    .replace(/[\s\u00a0\u202f]+/gu, ' ')
  const field = LABELS.find(([pattern]) => pattern.test(label))?.[1]
  return field === undefined
    ? null
    : {
        field,
        value: line
          .slice(colon + 1)
          .replace(/^[\s\u00a0\u202f*]+/u, '')
          .trim(),
      }
}

/** A list of people that ends with a separator, or has not begun, goes on in the next line. */
function goesOn(value: string, field: Field): boolean {
  return value === '' || ((field === 'to' || field === 'cc') && /[;,]$/.test(value))
}
