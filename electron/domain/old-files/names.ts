// The path of an old file is evidence of its meeting, kind and version, never proof.

import { CivilDate } from '../ids.ts'
import { fold } from '../text/fold.ts'

export type NamedFacts = {
  /** Whole dates in the order of the name: where there are two, the first is often that of the writing. */
  dates: CivilDate[]
  /** A day that does not exist, as the name writes it, where it has no other. */
  unrealDate: string | null
  /** The year that the name or one of its folders says, when they say one only. */
  year: number | null
  number: number | null
  kind: 'agenda' | 'convocation' | 'minutes' | null
  /** 1 without a word of it; "v2" is 2; what replaces another ("corrigé", "rectificatif", "définitif") counts after it. */
  version: number
  /** The name without its extension, folded: a docx and its PDF have the same. */
  stem: string
}

const months = 'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre'.split(
  ' ',
)
const monthWord = `(?:${months.join('|')}|janv|fev|fevr|avr|juil|sept|oct|nov|dec)`
const CORRECTED =
  /\b(?:corrige|corrigee|rectifie|rectifiee|rectificatif|rectificative|modifie|modifiee|maj|mise a jour)\b/
const FINAL = /\b(?:definitif|definitive|def|final|finale|valide|validee|approuve|approuvee|signe|signee)\b/

/** @param path with `/` between folders */
export function namedFacts(path: string): NamedFacts {
  const parts = path.split('/')
  const written = (parts.at(-1) ?? '').replace(/\.[^.]{1,5}$/u, '').normalize('NFC')
  const name = fold(written)
  const words = name
    .replace(/[_.\-()[\]]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
  const { dates: found, unreal } = datesIn(name)
  const years = new Set(found.map((date) => Number(date.slice(0, 4))))
  if (years.size === 0) for (const year of yearsIn(words)) years.add(year)
  if (years.size === 0)
    for (const folder of parts.slice(0, -1)) for (const year of yearsIn(fold(folder))) years.add(year)
  const [year] = years
  const number = /\b(?:n ?[°o]?|no|num(?:ero)?|seance|reunion) ?(\d{1,3})\b/u.exec(
    words.replaceAll('°', ' '),
  )?.[1]
  const version = /\bv(?:ersion)? ?(\d{1,2})\b/u.exec(words)?.[1]
  return {
    dates: found,
    unrealDate: found.length === 0 && unreal !== null ? asWritten(written, unreal) : null,
    year: years.size === 1 && year !== undefined ? year : null,
    number: number === undefined || Number(number) === 0 ? null : Number(number),
    kind: kindIn(words),
    version: Number(version ?? 1) + (CORRECTED.test(words) ? 0.5 : 0) + (FINAL.test(words) ? 0.6 : 0),
    stem: words,
  }
}

function kindIn(words: string): NamedFacts['kind'] {
  if (
    /\b(?:cr|compte rendu|compte rendus|pv|proces verbal|releve de (?:decisions|conclusions)|rd)\b/.test(
      words,
    )
  )
    return 'minutes'
  if (/\b(?:convocation|invitation)\b/.test(words)) return 'convocation'
  return /\b(?:odj|oj|ordre du jour|agenda)\b/.test(words) ? 'agenda' : null
}

type Place = { at: number; end: number }

/** Each date once, in the order of the name; and where a day is written like one and does not exist. */
function datesIn(name: string): { dates: CivilDate[]; unreal: Place | null } {
  const found: (Place & { date: CivilDate })[] = []
  let unreal: Place | null = null
  const add = (match: RegExpExecArray, year: string, month: string | number, day: string) => {
    const date = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
    const [at, end] = [match.index, match.index + match[0].length]
    if (found.some((one) => at < one.end && one.at < end)) return
    if (CivilDate.safeParse(date).success) found.push({ at, end, date })
    else if (MAY_BE_DAY.test(date) && SURELY_DAY.test(match[0])) unreal ??= { at, end }
  }
  // From the surest writing to the least: what one took, another does not read otherwise.
  each(/(?<!\d)((?:19|20)\d\d)[-_. ]?(\d\d)[-_. ]?(\d\d)(?!\d)/gu, name, (m) =>
    add(m, m[1] ?? '', m[2] ?? '', m[3] ?? ''),
  )
  each(/(?<!\d)(\d{1,2})[-_. ](\d{1,2})[-_. ]((?:19|20)\d\d)(?!\d)/gu, name, (m) =>
    add(m, m[3] ?? '', m[2] ?? '', m[1] ?? ''),
  )
  each(/(?<!\d)(\d\d)(\d\d)((?:19|20)\d\d)(?!\d)/gu, name, (m) => add(m, m[3] ?? '', m[2] ?? '', m[1] ?? ''))
  each(
    new RegExp(`(?<!\\d)(\\d{1,2})(?:er)?[-_. ]+(${monthWord})[-_. ]+((?:19|20)\\d\\d)(?!\\d)`, 'gu'),
    name,
    (m) =>
      add(
        m,
        m[3] ?? '',
        months.findIndex((month) => month.startsWith((m[2] ?? '').slice(0, 4))) + 1,
        m[1] ?? '',
      ),
  )
  each(/(?<!\d)(\d\d)(\d\d)(\d\d)(?!\d)/gu, name, (m) => add(m, `20${m[1]}`, m[2] ?? '', m[3] ?? ''))
  const dates = found.sort((a, b) => a.at - b.at).map(({ date }) => date)
  return { dates: [...new Set(dates)], unreal }
}

const MAY_BE_DAY = /^(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u

/** Eight digits, or parted alike: other digits are a number of something else. */
const SURELY_DAY = /^(?:\d{8}|\d+([-_. ])\d+\1\d+|\d.*\p{L}.*)$/u

/** What stands there in the name before it was folded, which makes two letters of some. */
function asWritten(name: string, { at, end }: Place): string {
  const places = Array.from(name).flatMap((letter) => Array.from(fold(letter), () => letter))
  return places.length === fold(name).length ? places.slice(at, end).join('') : fold(name).slice(at, end)
}

function each(pattern: RegExp, text: string, work: (match: RegExpExecArray) => void): void {
  for (const match of text.matchAll(pattern)) work(match)
}

function yearsIn(words: string): number[] {
  return [...words.matchAll(/(?<!\d)((?:19|20)\d\d)(?!\d)/gu)].map(([year]) => Number(year))
}
