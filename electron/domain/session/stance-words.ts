import type { Stance } from './session.ts'

export type SaidStance = {
  /** Null where the words do not begin with one. */
  stance: Stance | null
  /** What goes on from it ("sur les délais"); all of the words where there is none. */
  words: string
}

const SOME = '(?:une?|des|deux|trois|quelques|certaines|plusieurs)'
/** As they are said of an organisation, right behind its name; the narrower before the wider. */
const said: readonly (readonly [Stance, string])[] = [
  ['reserves', `(?:un )?(?:avis )?favorables?,? (?:(?:mais )?avec|mais) (?:${SOME} )?réserves?`],
  ['reserves', '(?:un )?(?:avis )?favorables?,?(?= sous réserve)'],
  ['reserves', 'avec réserves?'],
  [
    'sansAvis',
    'sans avis|(?:ne|refuse(?:nt)? de) se prononce(?:r|nt)?(?: pas)?|s’abstien(?:t|nent)|abstention',
  ],
  [
    'defavorable',
    '(?:un )?(?:avis )?défavorables?|opposée?s?|contre(?! toute)|s’oppose(?:nt)?|refuse(?:nt)?(?! de )',
  ],
  ['favorable', '(?:un )?(?:avis )?favorables?|d’accord(?! sur (?:rien|aucune?))'],
  ['favorable', String.raw`pour(?=\s*(?:[,.;]|$))`],
  // Not of a room that is reserved.
  [
    'reservee',
    String.raw`(?:(?:une|des) )?réserves?(?=\s*(?:[,.;:]|$)| (?:sur|quant|concernant|à|au|aux|en|pour) )|(?:position )?réservée?s?`,
  ],
]
/** What may lead to them; a denial does not. */
const LEAD =
  '(?:(?:est|sont|reste|restent|se dit|se disent|donne|donnent|émet|émettent|rend|rendent|fait|font|plutôt|très) )?'

const patterns = said.map(([stance, words]) => {
  const whole = `${LEAD}(?:${words})`.replaceAll(' ', String.raw`[ \u00a0\u202f]+`).replaceAll('’', "[’']")
  return { stance, first: new RegExp(String.raw`^${whole}(?![\p{L}\p{N}-])`, 'iu') }
})

/**
 * The stance that words begin with: "réserve sur les délais", "est favorable". Nothing is guessed from the rest of a
 * sentence, which may deny it: whoever types is asked.
 */
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
  return { stance: null, words: text }
}
