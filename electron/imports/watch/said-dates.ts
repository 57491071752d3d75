// What a text says of its entry into force, in the words of its notice: its own day, and those of a part of it or of some of
// its public. Proposed to whoever reads the words, never filled in.
import { LINE_LENGTH } from '../../domain/limits.ts'
import { addDays } from '../../domain/time/civil-date.ts'
import type { DeadlineFields } from '../../domain/watch/text-life.ts'
import { datesIn } from '../understanding/dates.ts'
import { plainLine } from '../understanding/plain-line.ts'

export type SaidDates = {
  /** `dayAfter`: counted from the publication. */
  readonly inForce: { readonly date: string; readonly rule: 'dayAfter' | 'dated' } | null
  readonly deadlines: readonly DeadlineFields[]
}

/** Words after which a date is that of a part of the text, or counted from another. */
export const ONLY_PARTLY =
  /(?<![\p{L}])(?:articles?|sauf|exception|toutefois|lendemain|chapitres?|titres?|dispositions)(?![\p{L}])/iu
/** A part of the text, to what is said of it. */
const PART =
  /(?<![\p{L}])(?:(?:les|la)\s+dispositions\s+(?:du|de la|de l’|de l'|des)\s*)?(?<part>(?:articles?|chapitres?|titres?)\s+[^,;.]*?)(?=\s*(?:[,;.]|$|(?:qui|est|sont|entr\p{L}+|s’appliqu\p{L}+|s'appliqu\p{L}+|applicables?|à compter|le|au)(?![\p{L}])))/giu
const FOR_WHOM = /^\s*,?\s*(?:pour|par|aux?|à)\s+(?:(?:les?|la)\s+|l[’'])?(?<whom>[^;.\n]+)/u
/** Where the words on the next date begin. */
const NEXT_DATE =
  /\s{0,3}(?:,|(?<![\p{L}])(?:et|puis|ainsi que))\s{0,3}(?:(?:à compter|à partir)\s{1,3})?(?:du|le|au|au plus tard le|avant le)?\s{0,3}$/u
const SIZE = /^(?<whom>.+?)\s(?:de|comptant|ayant)\s+(?<size>(?:plus|moins|au moins)\s+(?:de\s+)?\d.*)$/u

/** @param words as the notice has them; @param publishedOn of the text, from which "the day after" is counted */
export function saidDates(words: string, publishedOn: string | null): SaidDates {
  const text = words.replace(/[\u00a0\u202f]/g, ' ')
  const dates = datesIn(text).flatMap(({ date, index, length }) =>
    date === null || date.startsWith('-') ? [] : [{ date, index, end: index + length }],
  )
  const [first] = dates
  const isOfAll = first !== undefined && !ONLY_PARTLY.test(text.slice(0, first.index))
  const isNextDay = /\blendemain\b.*\bpublication\b/.test(plainLine(text.slice(0, first?.index)))
  const inForce = isOfAll
    ? { date: first.date, rule: 'dated' as const }
    : isNextDay && publishedOn !== null
      ? { date: addDays(publishedOn, 1), rule: 'dayAfter' as const }
      : null
  let last = ''
  const deadlines = dates.flatMap(({ date, end, index }, rank): DeadlineFields[] => {
    const said = text.slice(end, dates[rank + 1]?.index).replace(NEXT_DATE, '')
    const whom = (FOR_WHOM.exec(said)?.groups?.whom ?? '').trim()
    const { audience, threshold } =
      whom === 'autres' && last !== '' ? { audience: `autres ${last}`, threshold: '' } : publicOf(whom)
    if (whom !== 'autres') last = audience
    if (isOfAll && rank === 0 && whom === '') return []
    const part = [...text.slice(0, index).matchAll(PART)].at(-1)?.groups?.part ?? ''
    const label = `${part.slice(0, 1).toUpperCase()}${part.slice(1)}`.trim()
    return [
      {
        date,
        audience: audience.slice(0, LINE_LENGTH),
        threshold: threshold.slice(0, LINE_LENGTH),
        label: label.slice(0, LINE_LENGTH),
      },
    ]
  })
  return { inForce, deadlines }
}

function publicOf(whom: string): { audience: string; threshold: string } {
  const { whom: audience, size } = SIZE.exec(whom)?.groups ?? {}
  return audience === undefined || size === undefined
    ? { audience: whom, threshold: '' }
    : { audience: audience.trim(), threshold: size }
}
