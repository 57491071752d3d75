import type { ObservationStanding, Standing } from '../../../contract/observations.ts'
import type { Transaction } from '../../../db/driver.ts'
import { getRow, updateRow } from '../../../db/rows.ts'
import type { AgendaItem, AgendaItemFields } from '../../../domain/agenda/agenda.ts'
import { type AgendaCell, agendaCells } from '../../../domain/agenda/read-rows.ts'
import { LINE_LENGTH } from '../../../domain/limits.ts'
import type { Observation } from '../../../domain/minutes/observation.ts'
import { bareText } from '../../../domain/text/text-likeness.ts'
import { wholeTime } from '../../../imports/understanding/clock-times.ts'
import { wholeDuration } from '../../../imports/understanding/durations.ts'
import { wholeNature } from '../../../imports/understanding/natures.ts'
import { insertItem, isMinuted, placeItem, removeItem, subtreeOf } from '../../agenda/index.ts'
import { newId } from '../../new-id.ts'
import { agendaItems, siblings } from '../../reads/agenda.ts'
import type { SentItem } from './sent-agenda.ts'

type Asking = Pick<Observation, 'kind' | 'anchor' | 'itemId' | 'beforeText' | 'afterText'>

/** A cell of a row, a whole row (null), or its place. */
function partOf({ anchor }: Pick<Asking, 'anchor'>): AgendaCell | null {
  const [, name] = anchor.split('/')
  return agendaCells.find((cell) => cell === name) ?? null
}

/** Of a move: the item after which it goes; null: before all. */
function afterOf({ anchor }: Pick<Asking, 'anchor'>): string | null {
  const [, after = 'first'] = anchor.split('>')
  return after === 'first' ? null : after
}

export function findRow(asked: Asking, now: readonly SentItem[]): Omit<ObservationStanding, 'id'> {
  const { kind, itemId, beforeText, afterText } = asked
  if (kind === 'comment' || asked.anchor === '') return { standing: 'byHand', live: '' }
  const row = now.find((one) => one.itemId === itemId)
  if (kind === 'change' && beforeText === '') {
    const [title = ''] = afterText.split('\n')
    const there = now.find(
      (one) => bareText(withoutNumber(one.cells.title)) === bareText(withoutNumber(title)),
    )
    return there === undefined
      ? { standing: row === undefined && itemId !== null ? 'gone' : 'same', live: '' }
      : { standing: 'done', live: there.cells.title }
  }
  if (row === undefined) return { standing: afterText === '' ? 'done' : 'gone', live: '' }
  if (kind === 'move') return { standing: standsAfter(row, afterOf(asked), now), live: row.cells.title }
  const cell = partOf(asked)
  const live = row.cells[cell ?? 'title']
  if (isSameCell(cell, live, beforeText)) return { standing: 'same', live }
  const isDone =
    isSameCell(cell, live, afterText) || (cell === 'duration' && minutesIn(afterText) === row.minutes)
  return { standing: isDone ? 'done' : 'differs', live }
}

function standsAfter(row: SentItem, after: string | null, now: readonly SentItem[]): Standing {
  if (after !== null && !now.some(({ itemId }) => itemId === after)) return 'gone'
  const at = now.indexOf(row)
  // The items below the one after which it goes stand between them.
  const above = now.slice(0, at).findLast(({ depth }) => depth <= row.depth)
  return [now[at - 1], above].some((one) => (one?.itemId ?? null) === after) ? 'done' : 'same'
}

/** Written otherwise, hours, durations and natures are the same: they are printed in one way. */
function isSameCell(cell: AgendaCell | null, one: string, other: string): boolean {
  const said = (words: string) => bareText(cell === null ? withoutNumber(words) : words)
  if (said(one) === said(other)) return true
  if (cell === null) return false
  const value = valueIn(cell, one)
  return value !== null && value === valueIn(cell, other)
}

/** What the agenda keeps of the words of a cell; null when it keeps words, or does not understand them. */
function valueIn(cell: AgendaCell, words: string): number | string | null {
  switch (cell) {
    case 'duration':
      return minutesIn(words)
    case 'time':
      return wholeTime(words)?.start ?? null
    case 'nature':
      return wholeNature(words)
    case 'title':
    case 'presenter':
      return null
  }
}

function minutesIn(words: string): number | null {
  return words.trim() === '' ? 0 : (wholeDuration(words, true)?.minutes ?? null)
}

/**
 * False when it is for a person: the words cannot be understood as what the cell holds, or the item to take out has written
 * minutes.
 */
export async function writeRow(
  tx: Transaction,
  observation: Pick<Observation, 'meetingId'> & Asking,
  words: string,
  now: Date,
): Promise<boolean> {
  const { meetingId, kind, itemId, beforeText } = observation
  if (kind === 'change' && beforeText === '') {
    await addItem(tx, { meetingId, afterId: itemId, words, now })
    return true
  }
  if (itemId === null) return false
  const item = await getRow(tx, 'agendaItem', itemId)
  if (kind === 'move') {
    await moveAfter(tx, item, afterOf(observation))
    return true
  }
  const cell = partOf(observation)
  if (cell === null && words.trim() === '') {
    const ids = await subtreeOf(tx, item)
    if (await isMinuted(tx, ids)) return false
    // Remarks on the item outlive it, under its words.
    await tx
      .updateTable('observation')
      .set({ itemId: null })
      .where('itemId', 'in', ids)
      .where('paper', '=', 'agenda')
      .execute()
    await removeItem(tx, item)
    return true
  }
  const fields = fieldsOf(cell ?? 'title', words, item)
  if (fields === null) return false
  await updateRow(tx, 'agendaItem', item, fields)
  return true
}

async function addItem(
  tx: Transaction,
  { meetingId, afterId, words, now }: { meetingId: string; afterId: string | null; words: string; now: Date },
): Promise<void> {
  const [title = '', ...others] = words.split('\n')
  const after = afterId === null ? null : await getRow(tx, 'agendaItem', afterId)
  const parentId = after?.parentId ?? null
  const index =
    after === null ? 0 : (await siblings(tx, meetingId, parentId)).findIndex(({ id }) => id === after.id) + 1
  const fields: Partial<AgendaItemFields> = {}
  for (const other of others) {
    const [duration, nature] = [wholeDuration(other, true), wholeNature(other)]
    if (duration !== null && duration.minutes !== null) fields.durationMinutes = duration.minutes
    else if (nature !== null) fields.nature = nature
    else fields.presenter = other.trim().slice(0, LINE_LENGTH)
  }
  await insertItem(
    { tx, now },
    { id: newId(now), meetingId, parentId, index },
    { ...fields, title: withoutNumber(title).slice(0, LINE_LENGTH) },
  )
}

async function moveAfter(tx: Transaction, item: AgendaItem, afterId: string | null): Promise<void> {
  const all = await agendaItems(tx, item.meetingId)
  const after = all.find(({ id }) => id === afterId)
  const parentId = after?.parentId ?? null
  const others = (await siblings(tx, item.meetingId, parentId)).filter(({ id }) => id !== item.id)
  const index = after === undefined ? 0 : others.findIndex(({ id }) => id === after.id) + 1
  await placeItem(tx, item, parentId, index)
}

function fieldsOf(cell: AgendaCell, words: string, item: AgendaItem): Partial<AgendaItemFields> | null {
  const said = words.replace(/\s+/gu, ' ').trim()
  switch (cell) {
    case 'title': {
      const title = withoutNumber(said).slice(0, LINE_LENGTH)
      return title === '' ? null : { title }
    }
    case 'duration': {
      if (said === '') return { durationMinutes: null }
      const minutes = minutesIn(said)
      return minutes === null ? null : { durationMinutes: minutes }
    }
    case 'time': {
      const time = wholeTime(said)
      return time === null ? null : { fixedStart: time.start }
    }
    case 'nature': {
      if (said === '') return { nature: null }
      const nature = wholeNature(said)
      return nature === null ? null : { nature }
    }
    case 'presenter': {
      // Printed as "who, for whom": what is said of the organisation stays when it is still there.
      const organisation = item.organisation.trim()
      const tail = `, ${organisation}`
      const keeps = organisation !== '' && bareText(said).endsWith(bareText(tail))
      const presenter = keeps ? said.slice(0, said.length - tail.length) : said
      return {
        presenter: presenter.slice(0, LINE_LENGTH),
        ...(bareText(presenter) === bareText(item.presenter) ? {} : { presenterId: null }),
        ...(keeps ? {} : { organisation: '', organisationId: null }),
      }
    }
  }
}

const withoutNumber = (words: string) => words.replace(/^\s*\d+(?:\.\d+)*\.?[\s\u2002]+/u, '').trim()
