import { nearestWords } from '../../../../electron/domain/search/near.ts'
import {
  likeness,
  markedRanges,
  quality,
  type Wanted,
  wantedOf,
} from '../../../../electron/domain/search/quality.ts'
import { readAct, wordsOf } from '../../../../electron/domain/search/query.ts'
import { fold, foldedWords } from '../../../../electron/domain/text/fold.ts'
import { civilDate } from '../../../../electron/domain/time/civil-date.ts'
import { capsOf } from '../../../acts/keys.ts'
import { type ShownScope, scopesOnScreen } from '../../../acts/use-acts.ts'
import { placeText } from '../../../text/place.ts'
import { actFamilies } from '../../../text/search.ts'
import { type Deed, deedsFrom } from './deeds.ts'
import { markedParts, type PaletteEntry } from './palette-entry.ts'

/** What an act gains over a thing of the same words, one of the present screen and one done elsewhere. */
const ACT = 8
const ON_SCREEN = 20
/** Of an act found by other words than its own; the more of them, the surer. */
const BY_SYNONYM = 74
const BY_EACH_MORE = 10
const MOST_NEAREST = 3

export type ActLine = {
  readonly label: string
  readonly synonyms: string
  readonly isHere: boolean
  readonly entry: PaletteEntry
}

/** Acts and places that what is typed may mean, all of the present screen when nothing is typed. */
export function commandEntries(
  typed: string,
  deeds: readonly Deed[] = [],
  here: readonly ActLine[] = linesHere(scopesOnScreen()),
): PaletteEntry[] {
  const whole = wordsOf(fold(typed))
  if (whole.length === 0) return here.map(({ entry }) => entry)
  const lines = everyLine(deeds, here)
  const named = marked(lines, whole.map(withFamily))
  if (named.length > 0) return named
  // When, or of which meeting, is none of its words.
  const { words } = readAct(typed, civilDate(new Date()))
  if (words.length === 0) return []
  const asTyped = words.map(withFamily)
  const found = words.length === whole.length ? [] : marked(lines, asTyped)
  if (found.length > 0) return found
  const known = new Set(lines.flatMap(({ label, synonyms }) => foldedWords(`${label} ${synonyms}`)))
  return marked(
    lines,
    asTyped.map((one) => withSlips(one, known)),
  )
}

/** The few that hold the most of what is typed, where nothing holds all of it. */
export function nearestCommands(
  typed: string,
  deeds: readonly Deed[],
  here: readonly ActLine[] = linesHere(scopesOnScreen()),
): PaletteEntry[] {
  // Short words say little of what is meant.
  const wanted = wordsOf(fold(typed))
    .filter((word) => word.length > 2)
    .map(withFamily)
  return everyLine(deeds, here)
    .map(({ label, synonyms, entry }) => {
      const words = foldedWords(`${label} ${synonyms}`)
      return { entry, held: wanted.filter((one) => words.some((word) => likeness(one, word) > 0)).length }
    })
    .filter(({ held }) => held > 0)
    .sort((a, b) => b.held - a.held)
    .slice(0, MOST_NEAREST)
    .map(({ entry }) => entry)
}

function everyLine(deeds: readonly Deed[], here: readonly ActLine[]): ActLine[] {
  const elsewhere = new Map<string, ReturnType<typeof deedsFrom>>()
  for (const deed of deedsFrom(deeds))
    elsewhere.set(fold(deed.label), [...(elsewhere.get(fold(deed.label)) ?? []), deed])
  const labels = new Set(here.map(({ label }) => fold(label)))
  return [
    ...here.map((line) => {
      // What leads to the same place is found by the words of both.
      const same = line.isHere ? [] : (elsewhere.get(fold(line.label)) ?? [])
      return { ...line, synonyms: [line.synonyms, ...same.map(({ synonyms }) => synonyms)].join(' ') }
    }),
    ...[...elsewhere].flatMap(([label, same]) =>
      labels.has(label) ? [] : same.map((deed) => ({ ...deed, isHere: false })),
    ),
  ]
}

/** The acts of some scopes, as things stand. */
export function linesHere(scopes: readonly ShownScope[]): ActLine[] {
  return scopes.flatMap(({ scope, acts }) =>
    acts().flatMap((act): ActLine[] => {
      const { icon, keys, label, synonyms } = act
      if (icon === undefined || !act.isOffered) return []
      return [
        {
          label,
          // What an act is done to is often said with it.
          synonyms: [synonyms, scope.title, scope.place === null ? '' : placeText[scope.place]].join(' '),
          isHere: scope.reach !== 'window',
          entry: {
            id: act.id,
            group: scope.title,
            icon,
            parts: markedParts(label, []),
            // Choosing it says the reason too.
            detail: markedParts(act.whyNot ?? '', []),
            end: '',
            keys: keys[0] === undefined ? [] : capsOf(keys[0]),
            mark: 0,
            onOpen: act.run,
          },
        },
      ]
    }),
  )
}

function marked(lines: readonly ActLine[], wanted: readonly Wanted[]): PaletteEntry[] {
  return lines.flatMap(({ label, synonyms, isHere, entry }) => {
    const own = wordsOf(fold(label))
    const all = [...own, ...foldedWords(synonyms)]
    const holds = (words: readonly string[]) =>
      wanted.every((one) => words.some((word) => likeness(one, word) > 0))
    if (!holds(all)) return []
    const mark =
      (holds(own) ? quality(wanted, own) : BY_SYNONYM + BY_EACH_MORE * Math.min(2, wanted.length - 1)) +
      ACT +
      (isHere ? ON_SCREEN : 0)
    return [{ ...entry, mark, parts: markedParts(label, markedRanges(wanted, label)) }]
  })
}

const families = actFamilies.map(foldedWords)

/** With the words that stand for it, once enough of it is typed. */
function withFamily(typed: string): Wanted {
  const [asTyped = { typed, forms: [] }] = wantedOf([typed])
  if (typed.length < 2) return asTyped
  const stems = stemOf(typed)
  const isOf = (word: string) =>
    word === typed || [typed, ...stems].some((start) => start.length > 3 && word.startsWith(start))
  const others = [
    ...stems.map((word) => ({ word, isStart: true })),
    ...families
      .filter((family) => family.some(isOf))
      .flatMap((family) => family.map((word) => ({ word, isStart: word.length > 3 }))),
  ]
  return { typed, forms: [...asTyped.forms, ...others] }
}

/** What the forms of a word begin with: "valider" stands for "validé", "validation", "anciennes" for "anciens". */
function stemOf(typed: string): readonly string[] {
  if (typed.length <= 5) return []
  const stem = typed.replace(/er$|(?<=([lnt]))\1es?$|e{1,2}s?$/u, '')
  return stem !== typed && stem.length > 3 ? [stem] : []
}

function withSlips({ typed, forms }: Wanted, known: ReadonlySet<string>): Wanted {
  const near = nearestWords(typed, known, 4).map(({ word }) => ({ word, isStart: false }))
  return { typed, forms: [...forms, ...near] }
}
