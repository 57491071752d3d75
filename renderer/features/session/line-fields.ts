import { type NotationContext, type ReadLine, readLine } from '../../../electron/domain/session/notation.ts'
import {
  type ItemPositionFields,
  isOfSame,
  type SessionLine,
  type SessionLineFields,
} from '../../../electron/domain/session/session.ts'
import { stanceWords } from '../../../electron/domain/session/stance-words.ts'
import { sessionText as text } from '../../text/session.ts'
import type { LiveItem, Session } from './use-session.ts'

/**
 * The item that a line goes to: the one it names by number, else the one it was begun under. Undefined when it names none
 * there is.
 * @param begunAt undefined where the line has no words yet
 */
export function targetOf(
  line: ReadLine,
  { items, current }: Session,
  begunAt: string | null | undefined,
): LiveItem | null | undefined {
  if (line.itemNumber !== null) return items.find(({ number }) => number === line.itemNumber)
  if (begunAt === null) return null
  return items.find(({ item }) => item.id === begunAt) ?? current
}

/** The line without the number of an item: it is kept with the item, and numbers may change. */
export function withoutItem(raw: string, line: ReadLine): string {
  const item = line.parts.find(({ type }) => type === 'item')
  return item === undefined ? raw : raw.slice(item.end).trimStart()
}

/** Lines pasted at once, as soon as one behind the first is marked: each is noted by itself. Null where they are one. */
export function linesApart(raw: string, context: NotationContext): string[] | null {
  const lines = raw.split('\n').filter((line) => line.trim() !== '')
  return lines.slice(1).some((line) => readLine(line, context).kind !== 'note') ? lines : null
}

/** A line taken as it is: no mark, no name, no date. */
export function asNote(raw: string): ReadLine {
  return {
    kind: 'note',
    itemNumber: null,
    text: raw.trim(),
    named: null,
    due: null,
    position: null,
    parts: [],
  }
}

/** Whether a line that was corrected is what it was. */
export function saysSame(line: SessionLine, fields: SessionLineFields): boolean {
  return (Object.keys(fields) as (keyof SessionLineFields)[]).every((key) => line[key] === fields[key])
}

/** The position that a line says; null when it says none. */
export function positionOf({ named, position }: ReadLine): ItemPositionFields | null {
  if (named === null || position === null || position.stance === null) return null
  const { speaker, words } = named
  return {
    organisation: speaker?.organisation || speaker?.label || words,
    organisationId: speaker?.organisationId ?? null,
    stance: position.stance,
    words: position.words,
  }
}

/** A position on an item, stored or on its way. */
export type StatedPosition = ItemPositionFields & { readonly itemId: string }

/** What is said of a position that was noted by a line: it stands above the lines, out of sight perhaps. */
export function notedWords(
  stated: readonly StatedPosition[],
  itemId: string | null,
  position: ItemPositionFields | null,
): string | null {
  if (position === null || itemId === null) return null
  const replaced = replacedWords(stated, itemId, position)
  return replaced ?? text.positionNoted(position.organisation, stanceWords[position.stance])
}

/**
 * What is said of the position that another one takes the place of; null where the organisation had none on the item, or
 * said the same.
 * @param stated the last ones said come last
 */
export function replacedWords(
  stated: readonly StatedPosition[],
  itemId: string | null,
  next: ItemPositionFields | null,
): string | null {
  if (next === null) return null
  const former = stated.findLast((one) => one.itemId === itemId && isOfSame(one, next))
  if (former === undefined) return null
  if (former.stance !== next.stance)
    return text.positionReplaced(next.organisation, stanceWords[former.stance], stanceWords[next.stance])
  return former.words === next.words
    ? null
    : text.positionReworded(next.organisation, stanceWords[next.stance])
}
