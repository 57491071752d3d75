import type { Stance } from './session.ts'

export type SaidStance = {
  /** Null where the words say none, or several. */
  stance: Stance | null
  /** What goes on from it ("sur les délais"); all of the words where it does not stand first. */
  words: string
}

/** As they are said of an organisation, the narrower before the wider. */
const said: readonly (readonly [Stance, string])[] = [
  ['reserves', '(?:un )?(?:avis )?favorables? (?:avec|mais) (?:des |quelques )?réserves?'],
  ['reserves', 'avec réserves?'],
  ['sansAvis', 'sans avis|ne se prononce(?:nt)? pas|s’abstien(?:t|nent)|abstention'],
  ['defavorable', '(?:un )?(?:avis )?défavorables?|opposée?s?|contre|s’oppose(?:nt)?|refuse(?:nt)?'],
  ['favorable', '(?:un )?(?:avis )?favorables?|d’accord|accord'],
  ['favorable', String.raw`pour(?=\s*(?:[,.;]|$))`],
  ['reservee', '(?:(?:une|des|sa|ses|leurs?) )?réserves?|(?:position )?réservée?s?'],
]
/** What may lead to them. */
const LEAD =
  '(?:(?:est|sont|reste|restent|se dit|se disent|donne|donnent|émet|émettent|rend|rendent|fait|font|plutôt|très) )?'
const NEGATED = String.raw`(?<!(?:pas|peu|ni|plus|moins)\s+)`

const patterns = said.map(([stance, words]) => {
  const whole = `${LEAD}(?:${words})`.replaceAll(' ', String.raw`[ \u00a0\u202f]+`).replaceAll('’', "[’']")
  const end = String.raw`(?![\p{L}\p{N}])`
  return {
    stance,
    first: new RegExp(`^${whole}${end}`, 'iu'),
    within: new RegExp(String.raw`${NEGATED}(?<![\p{L}\p{N}])${whole}${end}`, 'iu'),
  }
})

/** The stance that words say: "réserve sur les délais", "est favorable", "souhaite un report, donc défavorable". */
export function stanceSaid(text: string): SaidStance {
  for (const { stance, first } of patterns) {
    const [found] = first.exec(text) ?? []
    if (found !== undefined)
      return {
        stance,
        words: text
          .slice(found.length)
          .replace(/^[\s,.:;–-]+/u, '')
          .trim(),
      }
  }
  const stances = new Set<Stance>()
  let left = text
  for (const { stance, within } of patterns) {
    const without = left.replace(within, '')
    if (without !== left) stances.add(stance)
    left = without
  }
  const [only = null] = stances
  return { stance: stances.size === 1 ? only : null, words: text }
}
