// The names of places in a paper, the same in Word (bookmarks), OpenDocument (bookmarks) and web page (ids).
//
// `point_2_1`                    an item, by its printed number; an item without number by its title (`point_accueil`)
// `point_2_1_presentation`       a part of an item, by its heading
// `point_2_1_presentation_p3`    the third paragraph of that part, those of lists, quotes and tables included
// `decision_D_2026_10_03`        a decision, by its number; `action_A_2026_10_01` an action
// `releve_de_decisions`          any other heading, by its words; `ouverture_de_la_seance_p2` a paragraph below it
//
// Decisions and actions bear numbers that never change. Items bear the numbers of the very agenda that the paper prints:
// a paper never says what only the database knows (identifiers), so an anchor is understood with the version it names.
// The same model gives the same names. Letters, digits and low lines: what Word takes for the name of a bookmark.
export type Anchor = string

/** Word's limit. */
export const LONGEST_ANCHOR = 40
/** Longest name of a heading: room is left for what stands below it. */
const LONGEST_HEADING = 28

/** The anchor of an item. */
export function itemAnchor({ number, title }: { number: string; title: string }): Anchor {
  return `point_${number === '' ? word(title, LONGEST_HEADING - 6) : word(number, LONGEST_HEADING - 6)}`
}

/** The anchor of a numbered note, whose label ends with its number ("Décision D-2026-10-03."). */
export function noteAnchor(kind: 'decision' | 'action', label: string): Anchor {
  const number = label.trim().split(/\s+/u).at(-1) ?? ''
  return `${kind}_${word(number, LONGEST_ANCHOR - kind.length - 1, false)}`
}

/** The anchor of a heading, alone or below another. */
export function headingAnchor(words: string, above: Anchor | null = null): Anchor {
  return above === null
    ? word(words, LONGEST_HEADING)
    : `${above}_${word(words, LONGEST_ANCHOR - above.length - 6)}`.slice(0, LONGEST_ANCHOR - 5)
}

/** The anchor of a paragraph, counted from 1 below its heading. */
export function paragraphAnchor(above: Anchor, rank: number): Anchor {
  const end = `_p${rank}`
  return above.slice(0, LONGEST_ANCHOR - end.length) + end
}

/** Words as a name: without accents, at most so long. */
function word(words: string, longest: number, small = true): string {
  const bare = words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('œ', 'oe')
    .replaceAll('Œ', 'OE')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .slice(0, Math.max(4, longest + 1))
    .replace(/^_+|_+$/g, '')
    .slice(0, Math.max(4, longest))
  const name = bare === '' ? 'x' : bare
  return small ? name.toLowerCase() : name
}
