import type { ItemKind, ItemNature } from '../../domain/agenda/agenda.ts'
import { plainLine } from './plain-line.ts'

/** From the lightest to the one that asks most: of several, the last one is what the item is for. */
const WORDS: readonly (readonly [RegExp, ItemNature])[] = [
  [/^infos?$|^informations?$/, 'information'],
  [/^echanges?$|^discussions?$|^debats?$/, 'echange'],
  [/^avis$/, 'avis'],
  [/^concertations?$/, 'concertation'],
  [/^decisions?$|^validations?$|^deliberations?$|^arbitrages?$/, 'decision'],
  [/^approbations?$|^adoptions?$/, 'approbation'],
]

/**
 * Nature a whole text is ("pour avis", "Information", "pour information et avis"), or null.
 * Ordinary prose that only contains such a word is none.
 */
export function wholeNature(text: string): ItemNature | null {
  const words = plainLine(text)
    .replace(/^(?:nature|objectif|attendu)\s?:\s?/, '')
    .replace(/^(?:point\s)?pour\s|^a titre d'/, '')
    .split(/\s?[/,+]\s?|\s(?:et|puis|ou)\s(?:pour\s)?/)
  let strongest = -1
  for (const word of words) {
    const rank = WORDS.findIndex(([pattern]) => pattern.test(word))
    if (rank < 0) return null
    strongest = Math.max(strongest, rank)
  }
  return WORDS[strongest]?.[1] ?? null
}

/** Nature a title says by itself: the approval of earlier minutes. */
export function natureOfTitle(title: string): ItemNature | null {
  return /^(?:accueil(?:,| et|,? puis) (?:l')?)?approbation\b/.test(plainLine(title)) ? 'approbation' : null
}

/** "Pause déjeuner" is a break, "Accueil café" a welcome. */
export function kindOfTitle(title: string): ItemKind {
  const folded = plainLine(title)
  if (/^(?:pauses?|dejeuner|buffet|repas|interruption de seance|suspension de seance)\b/.test(folded))
    return 'break'
  // "Accueil et approbation du compte rendu" is a point, and has its number.
  const isMore = /\b(?:approbation|adoption|validation)\b/.test(folded)
  return /^accueil\b|^cafe d'accueil\b/.test(folded) && !isMore ? 'welcome' : 'item'
}
