import { spanMinutes } from './clock-times.ts'
import { wholeDuration } from './durations.ts'
import { type FoundItem, newItem } from './found-item.ts'
import { readItemLine } from './item-line.ts'
import type { Line } from './lines.ts'
import { wholeNature } from './natures.ts'
import { isNominal } from './nominal.ts'
import type { Outline } from './outline.ts'
import { isProperty } from './outline-lines.ts'
import { mayBePerson, namePeople, onlyPersons, saysWhoPresents } from './people.ts'
import { plainLine } from './plain-line.ts'

type ListReading = {
  items: FoundItem[]
  /** Blocks that belong to the agenda. */
  used: Set<number>
}

/**
 * Items of an outline, with the lines that were used.
 * @param present of minutes, who took part: only their names alone right under a title are those who present it
 */
export function readList(outline: Outline, present: ReadonlySet<string> | null): ListReading {
  const items: FoundItem[] = []
  const used = new Set<number>()
  const spoken = new Set<FoundItem>()
  const known = new Map<string, FoundItem[]>()
  let above: FoundItem | undefined
  for (const { line, depth } of outline.lines) {
    used.add(line.block)
    if (line.alsoBlock !== undefined) used.add(line.alsoBlock)
    if (depth === null) {
      if (above === undefined) continue
      if (line.type === 'paragraph' && saysWhoPresents(line.words)) above = ownerOfBullets(items, above)
      if (namesSpeakers(above, line, present, spoken.has(above))) {
        addSpeakers(above, line)
        spoken.add(above)
      } else addBelow(above, line)
      continue
    }
    // "Table ronde" over a list of those who sit at it.
    if (above !== undefined && line.bullet && depth > above.depth && onlyPersons(line.words)) {
      addSpeakers(above, line)
      continue
    }
    const item = readLine(line, depth, outline.confidence)
    if (item.title === '') continue
    // Minutes that list their agenda say it again over each part of their text.
    const alike = known.get(keyOf(item)) ?? []
    const again = present === null ? undefined : alike.find((one) => isSame(one, item))
    above = again ?? item
    if (again !== undefined) continue
    items.push(item)
    known.set(keyOf(item), [...alike, item])
  }
  const last = items.at(-1)
  // A name under the last item alone is a signature.
  if (last !== undefined && present === null && spoken.size === 1 && spoken.has(last)) {
    last.note = [last.presenter, last.organisation, last.note].filter((one) => one !== null).join('\n')
    last.presenter = null
    last.organisation = null
  }
  return { items, used }
}

/** "Présenté par : …" below the bullets of a numbered item says who presents the item, not its last bullet. */
function ownerOfBullets(items: readonly FoundItem[], above: FoundItem): FoundItem {
  if (above.number !== null || above.depth === 0) return above
  const owner = items.findLast((item) => item.depth < above.depth)
  const below = items.slice(items.indexOf(owner ?? above) + 1)
  const isPlain = below.every((item) => item.number === null && item.presenter === null)
  return owner !== undefined && owner.number !== null && owner.presenter === null && isPlain ? owner : above
}

/** Only items with the same number, or without one with the same words, may be the same. */
function keyOf({ number, title }: FoundItem): string {
  return number ?? `= ${plainLine(title)}`
}

function isSame(one: FoundItem, other: FoundItem): boolean {
  if (one.number !== other.number) return false
  // An act has its number alone.
  if (/^20\d{2}[-/]\d/.test(one.number ?? '')) return true
  if (one.number === null) return one.title.length >= 5 && plainLine(one.title) === plainLine(other.title)
  const [short = '', long = ''] = [plainLine(one.title), plainLine(other.title)].sort(
    (a, b) => a.length - b.length,
  )
  // "2. Approbation du compte rendu" over the text, "2. Approbation du compte rendu du 9 mai" in the list.
  return short === long || (short.length >= 12 && long.startsWith(short))
}

export function readLine(line: Line, depth: number, confidence: number): FoundItem {
  const read = readItemLine(line.words)
  const item = newItem(line.block, line.text, confidence)
  item.depth = depth
  item.number = line.number ?? read.number
  item.title = read.title
  item.nature = read.nature
  item.presenter = read.presenter
  item.organisation = read.organisation
  item.fixedStart = read.time?.start ?? null
  item.setDuration(read.duration, read.time === null ? null : spanMinutes(read.time))
  item.note = read.links.length === 0 ? null : read.links.join('\n')
  partTitle(item)
  return item
}

/** Longer than a title is. */
const LONG = 110

/** A subject that says more of itself behind a colon, without a verb. */
const LONGEST_SUBJECT = 260

/** "Mise à disposition : …" and a sentence: the subject, and what is said of it. */
function partTitle(item: FoundItem): void {
  if (item.title.length <= LONG) return
  if (item.presenter === null && partAtSpeaker(item)) return
  const [, subject, rest] = /^(.{8,110}?)\s?:\s+(.+)$/u.exec(item.title) ?? []
  if (subject === undefined || rest === undefined) return
  if (item.title.length <= LONGEST_SUBJECT && isNominal(rest)) return
  item.title = subject
  item.note = [rest, item.note].filter((words) => words !== null).join('\n')
}

/** "Les sols vivants (Anne Roy, DGX) On oublie …": who speaks parts the subject from what will be said. */
function partAtSpeaker(item: FoundItem): boolean {
  const [, subject, who, rest] =
    /^([^()]{8,200}?)\s\(([^()]{5,120})\)[.:]?\s+(\p{Lu}.{60,})$/u.exec(item.title) ?? []
  if (subject === undefined || who === undefined || rest === undefined) return false
  const [name = ''] = who.split(/,|\set\s|\s[–—-]\s/u)
  if (!mayBePerson(name.trim())) return false
  const people = namePeople(who)
  item.title = subject
  item.presenter = people.presenter
  item.organisation ??= people.organisation
  item.note = [rest, item.note].filter((words) => words !== null).join('\n')
  return true
}

/** "Nadège Malaval et Odon Quercy" right under a title, or under those named there already. */
function namesSpeakers(
  item: FoundItem,
  line: Line,
  present: ReadonlySet<string> | null,
  goesOn: boolean,
): boolean {
  if (item.note !== null || line.bullet || line.number !== null) return false
  if (item.presenter !== null && !goesOn) return false
  if (present === null) return onlyPersons(line.words)
  const [names = ''] = line.words.split(/(?:(?<!\s)\s+)?,\s*/)
  const isKnown = names.split(/(?<!\s)\s+et\s+/).every((name) => present.has(plainLine(name)))
  return isKnown && line.words.length <= 150 && !/[.!?]$/.test(line.words)
}

function addSpeakers(item: FoundItem, line: Line): void {
  const people = namePeople(line.words)
  const both = (one: string | null, other: string | null) =>
    [one, other].filter((said) => said !== null).join(', ') || null
  item.presenter = both(item.presenter, people.presenter)
  item.organisation = both(item.organisation, people.organisation)
}

/** "Rapporteur : …", "Durée : …", "Pour avis" fill the item; other words are its note. */
function addBelow(item: FoundItem, line: Line): void {
  const pieces = line.words.split(
    /[.;]\s+(?=(?:durée|rapporteu(?:re?|se)|nature|présent(?:é|ation|ateur)|intervenante?)\s?:)/iu,
  )
  if (pieces.length > 1) {
    for (const words of pieces) addBelow(item, { ...line, words, text: words })
    return
  }
  if (isProperty(line)) {
    const [words = '', ...others] = line.words.split(/(?<!\s)\s+[–—|-]+\s+/)
    // "Durée : 40 minutes – pour avis": every piece says something of the item, or the line is left whole.
    if (others.length > 0 && others.every((piece) => isFact(piece))) {
      for (const piece of [words, ...others]) addFact(item, piece)
      return
    }
    addFact(item, line.words)
    return
  }
  item.note = item.note === null ? line.text : `${item.note}\n${line.text}`
}

function isFact(words: string): boolean {
  return wholeDuration(words) !== null || (wholeNature(words) !== null && /^(?:pour|à titre)\s/iu.test(words))
}

function addFact(item: FoundItem, said: string): void {
  const words = said.replace(/\.$/, '').replace(/^\((.*)\)$/, '$1')
  const duration = wholeDuration(words)
  const nature = wholeNature(words)
  if (duration !== null) item.setDuration(duration, null)
  else if (nature !== null) item.nature ??= nature
  else if (!/^(?:duree|nature)\b/.test(plainLine(said))) {
    const people = namePeople(said)
    item.presenter ??= people.presenter
    item.organisation ??= people.organisation
  }
}
