import type { PastedText } from '../domain/watch/pasted-text.ts'
import type { WatchItem } from '../domain/watch/watch.ts'
import { joined, shortened, typed } from './head.ts'
import { minutesText } from './text/minutes.ts'

/** Longest title in a narrow place, and longest address that is printed whole. */
const SHORT = 90

/** "Décret n° 2026-1234 relatif à …"; the nature is not said twice when the title begins with it. */
export function watchName(item: Pick<WatchItem, 'nature' | 'title' | 'number'>): string {
  const nature = minutesText.watchNatures[item.nature]
  const title = typed(item.title)
  const named = saysNature(title, nature)
  const ownNumber = typed(item.number)
  const number = ownNumber === '' || title.includes(ownNumber) ? '' : minutesText.textNumber(ownNumber)
  if (named) return joined([title, number])
  // A title that goes on with the sentence is not parted from it, as in the Journal officiel.
  return joined([joined([nature, number], ' '), title], /^\p{Ll}/u.test(title) ? ' ' : ', ')
}

/**
 * A text as it is cited: "Décret n° 2026-1234 du 3 mai 2026 relatif à …", "Projet de décret relatif à …"; by its identifier
 * where nothing else is known of it.
 */
export function citedName(text: PastedText): string {
  const kind = text.nature === null ? '' : minutesText.watchNatures[text.nature]
  const nature = joined([kind, text.qualifier ?? ''], ' ')
  const named = text.isDraft ? draftOf(nature) : nature
  const number = text.number === null ? '' : minutesText.textNumber(text.number)
  const date = text.signedOn === null ? '' : minutesText.textDate(text.signedOn)
  const bare = number === '' && date === '' && text.title === null
  const identifier = text.nor ?? text.jorfText ?? text.celex ?? text.eli ?? ''
  return joined([named, number, date, text.title ?? '', bare ? identifier : ''], ' ')
}

/** "Projet de décret", "Projet d’ordonnance". */
function draftOf(nature: string): string {
  return nature === '' ? minutesText.draftText : minutesText.draftOf(nature.toLowerCase())
}

/** "Décret relatif à …", "Projet de décret relatif à …". */
function saysNature(title: string, nature: string): boolean {
  const beginning = title.toLowerCase().replace(/^(?:avant-projet|projet|proposition) (?:de |d[’'])/u, '')
  return beginning.startsWith(nature.toLowerCase())
}

/** "Décret n° 2026-1234", or the beginning of its title. */
export function shortWatchName(item: Pick<WatchItem, 'nature' | 'title' | 'number'>): string {
  const nature = minutesText.watchNatures[item.nature]
  const number = typed(item.number)
  return nature === '' || number === ''
    ? shortened(watchName(item), SHORT)
    : `${nature} ${minutesText.textNumber(number)}`
}

/** Who a deadline is for: "Communes, plus de 3 500 habitants". */
export function publicOf({ audience, threshold }: { audience: string; threshold: string }): string {
  return joined([typed(audience), typed(threshold)])
}

/** Where the text is read: a link only over https, so that a page never leads to a file or a program. */
export function sourceOf(address: string): { words: string; href: string | null } {
  const trimmed = address.trim()
  const url = /^https:\/\//i.test(trimmed) && URL.canParse(trimmed) ? new URL(trimmed) : null
  if (url === null) return { words: trimmed, href: null }
  const whole = trimmed.replace(/^https:\/\//i, '')
  return { words: whole.length <= SHORT ? whole : url.host, href: url.href }
}
