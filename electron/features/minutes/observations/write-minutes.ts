import type { Transaction } from '../../../db/driver.ts'
import { deleteRow, getRow, updateRow } from '../../../db/rows.ts'
import { LINE_LENGTH } from '../../../domain/limits.ts'
import { outcomeTold } from '../../../domain/minutes/outcome-sentences.ts'
import {
  type Put,
  parted,
  withBlocksAfter,
  withParagraph,
  withWordsAfter,
} from '../../../domain/text/rich-paragraphs.ts'
import { type RichBlock, type RichText, storedRichText } from '../../../domain/text/rich-text.ts'
import { outcomeSentence } from '../../../domain/text/standard-sentences.ts'
import { lookOn } from '../../reads/document-style.ts'
import { liveMeeting } from '../../reads/meetings.ts'
import { forgetTies } from '../forget-ties.ts'
import { footWords } from './live-printed.ts'
import { type Found, isSameText, without } from './places.ts'
import type { SentPlace, Target } from './sent-minutes.ts'

type Writing = {
  place: SentPlace
  count: number
  /** How new words stand to the place; null for those that take its own. */
  put: Put | null
  words: string
  /** How many paragraphs were put in there before. */
  after: number
}

/** Writes words where an observation stands; false where they cannot stand there so. */
export async function writeWords(
  tx: Transaction,
  meetingId: string,
  { place, count, put, words, after }: Writing,
): Promise<boolean> {
  const { target } = place
  if (target === null) return false
  const said = without(words, target).trim()
  switch (target.field) {
    case 'presentation':
    case 'exchanges':
    case 'opening':
    case 'closing': {
      const at = target.rank - 1
      return changeText(tx, meetingId, target, (text) =>
        put === null ? withParagraph(text, at, words, count) : withWordsAfter(text, at + after, words, put),
      )
    }
    case 'outcome': {
      const section = await sectionOf(tx, target.itemId)
      const { sentences } = await lookOn(tx, (await liveMeeting(tx, meetingId)).date)
      const told = (words: string) => outcomeTold(words, (outcome) => outcomeSentence(sentences, outcome))
      const now = told(said)
      // A sentence that is only put otherwise leaves the outcome that somebody chose beside it.
      const isOther = now !== null && now !== told(section.outcomeSentence)
      const outcome = said === '' ? null : isOther ? now : section.outcome
      await updateRow(tx, 'minutesSection', section, { outcomeSentence: said, outcome })
      return true
    }
    case 'decision':
    case 'action': {
      const row = await getRow(tx, target.field, target.id)
      if (said !== '') await updateRow(tx, target.field, row, { text: said })
      else {
        await forgetTies(tx, target.field === 'decision' ? { decisionId: row.id } : { actionId: row.id })
        await deleteRow(tx, target.field, row)
      }
      return true
    }
    case 'foot': {
      const foot = footWords(words)
      if (foot === null) return false
      await updateRow(tx, 'action', await getRow(tx, 'action', target.id), { dueDate: foot.due })
      return true
    }
    case 'title': {
      if (said !== '')
        await updateRow(tx, 'agendaItem', await getRow(tx, 'agendaItem', target.itemId), {
          title: said.slice(0, LINE_LENGTH),
        })
      return true
    }
  }
}

/** Paragraphs leave their text and stand after another place, with their marks. */
export async function moveWords(
  tx: Transaction,
  meetingId: string,
  { place, count, goal }: Pick<Found, 'place' | 'count' | 'goal'>,
): Promise<void> {
  const [from, to] = [place?.target, goal?.target]
  if (from == null || to == null || !('rank' in from) || !('rank' in to)) return
  let taken: readonly RichBlock[] = []
  await changeText(tx, meetingId, from, (text) => {
    const { rest, taken: own } = parted(text, from.rank - 1, count)
    taken = own
    return rest
  })
  const isBelow = isSameText(from, to) && to.rank > from.rank
  await changeText(tx, meetingId, to, (text) =>
    withBlocksAfter(text, to.rank - 1 - (isBelow ? count : 0), taken),
  )
}

async function changeText(
  tx: Transaction,
  meetingId: string,
  target: Extract<Target, { rank: number }>,
  change: (text: RichText) => RichText | null,
): Promise<boolean> {
  const changed = (json: string) => change(storedRichText(json))
  if (target.field === 'presentation' || target.field === 'exchanges') {
    const row = await sectionOf(tx, target.itemId)
    const text = changed(row[target.field])
    if (text !== null) await updateRow(tx, 'minutesSection', row, { [target.field]: JSON.stringify(text) })
    return text !== null
  }
  const row = await tx
    .selectFrom('minutes')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .executeTakeFirstOrThrow()
  const text = changed(row[target.field])
  if (text !== null) await updateRow(tx, 'minutes', row, { [target.field]: JSON.stringify(text) })
  return text !== null
}

function sectionOf(tx: Transaction, itemId: string) {
  return tx.selectFrom('minutesSection').selectAll().where('itemId', '=', itemId).executeTakeFirstOrThrow()
}
