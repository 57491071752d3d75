// List items: the lines of an outline to items; what is said under an item goes to its fields or its note.
import { spanMinutes } from './clock-times.ts'
import { wholeDuration } from './durations.ts'
import { fold } from './fold.ts'
import { type FoundItem, newItem } from './found-item.ts'
import { readItemLine } from './item-line.ts'
import type { Line } from './lines.ts'
import { wholeNature } from './natures.ts'
import { isProperty, type Outline } from './outline.ts'
import { namePeople } from './people.ts'

type ListReading = {
  items: FoundItem[]
  /** Blocks that belong to the agenda. */
  used: Set<number>
}

/** Items of an outline, with the lines that were used. */
export function readList(outline: Outline): ListReading {
  const items: FoundItem[] = []
  const used = new Set<number>()
  for (const { line, depth } of outline.lines) {
    used.add(line.block)
    const above = items.at(-1)
    if (depth === null) {
      if (above !== undefined) addBelow(above, line)
      continue
    }
    const item = readLine(line, depth, outline.confidence)
    if (item.title !== '') items.push(item)
  }
  return { items, used }
}

function readLine(line: Line, depth: number, confidence: number): FoundItem {
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
  return item
}

/** "Rapporteur : …", "Durée : …", "Pour avis" fill the item; other words are its note. */
function addBelow(item: FoundItem, line: Line): void {
  const pieces = line.words.split(
    /[.;]\s+(?=(?:durée|rapporteure?|nature|présent(?:é|ation|ateur)|intervenante?)\s?:)/iu,
  )
  if (pieces.length > 1) {
    for (const words of pieces) addBelow(item, { ...line, words, text: words })
    return
  }
  if (isProperty(line)) {
    const duration = wholeDuration(line.words.replace(/\.$/, ''))
    const nature = wholeNature(line.words.replace(/\.$/, ''))
    if (duration !== null) item.setDuration(duration, null)
    else if (nature !== null) item.nature ??= nature
    else if (!/^(?:duree|nature)\b/.test(fold(line.words))) {
      const people = namePeople(line.words)
      item.presenter ??= people.presenter
      item.organisation ??= people.organisation
    }
    return
  }
  item.note = item.note === null ? line.text : `${item.note}\n${line.text}`
}
