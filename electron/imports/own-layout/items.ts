import type { ItemNature } from '../../domain/agenda/agenda.ts'
import { type DraftItem, readAt } from '../../domain/agenda/draft.ts'
import { LINE_LENGTH } from '../../domain/limits.ts'
import { kindOfTitle, wholeNature } from '../understanding/natures.ts'
import { isOrganisationName, namePeople, takeRequester } from '../understanding/people.ts'

/** A block as one line; `cells` of a row, without the empty ones. */
export type LayoutLine = {
  block: number
  text: string
  isHeading: boolean
  isRow: boolean
  level: number
  cells: string[]
}

/** Read by its place in a layout that is known. */
const CONFIDENCE = 0.9

export type LaidItem = { depth: number; item: DraftItem }

export function laidItem(line: LayoutLine, number: string | null, title: string): LaidItem {
  return {
    depth: number === null ? 1 : number.split('.').length,
    item: {
      number,
      title: title.slice(0, LINE_LENGTH),
      kind: number === null ? kindOfTitle(title) : 'item',
      nature: null,
      fixedStart: null,
      durationMinutes: null,
      presenter: null,
      organisation: null,
      requester: null,
      note: null,
      children: [],
      source: readAt(line, line.text, CONFIDENCE),
    },
  }
}

/** "Anaïs Gallet, cheffe de bureau, DGX, à la demande de Régions de France". */
export function takePeople(item: DraftItem, words: string): void {
  const { rest, requester } = takeRequester(words)
  const people = rest === '' ? null : namePeople(rest)
  const said = people?.organisation == null ? (people?.presenter ?? '') : ''
  const isBody = isOrganisationName(said)
  // Whoever bears a name of no known form stands before where they come from all the same.
  const cut = isBody ? -1 : said.lastIndexOf(', ')
  const isParted = cut > 0 && isOrganisationName(said.slice(cut + 2))
  item.presenter = isBody ? null : isParted ? said.slice(0, cut) : (people?.presenter ?? null)
  item.organisation = isBody ? said : isParted ? said.slice(cut + 2) : (people?.organisation ?? null)
  item.requester = requester
}

const NATURES = 'Approbation|Information|Échange|Avis|Concertation|Décision'

/** "Échange · Anaïs Gallet, DGX" alone on a line, or after a title: what comes before it, and what it says. */
export function natureAndPeople(
  text: string,
): { before: string; nature: ItemNature | null; people: string } | null {
  const found = new RegExp(`(?:^|\\s)(${NATURES})(?: · (.+))?$`, 'u').exec(text)
  if (found?.[1] === undefined) return null
  return { before: text.slice(0, found.index), nature: wholeNature(found[1]), people: found[2] ?? '' }
}

/** An item belongs to the nearest one above it that is less deep. */
export function treeOf(lines: readonly LaidItem[]): DraftItem[] {
  const roots: DraftItem[] = []
  const open: LaidItem[] = []
  for (const line of lines) {
    while ((open.at(-1)?.depth ?? 0) >= line.depth) open.pop()
    const siblings = open.at(-1)?.item.children ?? roots
    siblings.push(line.item)
    open.push(line)
  }
  return roots
}
