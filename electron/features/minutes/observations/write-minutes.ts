import type { Transaction } from '../../../db/driver.ts'
import { deleteRow, getRow, updateRow } from '../../../db/rows.ts'
import {
  parted,
  withBlocksAfter,
  withParagraph,
  withParagraphAfter,
} from '../../../domain/text/rich-paragraphs.ts'
import type { RichBlock, RichText } from '../../../domain/text/rich-text.ts'
import { forgetTies } from '../forget-ties.ts'
import { type Found, isSameText, without } from './places.ts'
import type { SentPlace, Target } from './sent-minutes.ts'

type Writing = {
  place: SentPlace
  count: number
  isNew: boolean
  words: string
  /** How many paragraphs were put in there before. */
  after: number
}

/** Writes words where an observation stands. */
export async function writeWords(
  tx: Transaction,
  meetingId: string,
  { place, count, isNew, words, after }: Writing,
): Promise<void> {
  const { target } = place
  if (target === null) return
  const said = without(words, target).trim()
  switch (target.field) {
    case 'presentation':
    case 'exchanges':
    case 'opening':
    case 'closing': {
      const at = target.rank - 1
      await changeText(tx, meetingId, target, (text) =>
        isNew ? withParagraphAfter(text, at + after, words) : withParagraph(text, at, words, count),
      )
      return
    }
    case 'outcome': {
      const gone = said === '' ? { outcome: null } : {}
      await updateRow(tx, 'minutesSection', await sectionOf(tx, target.itemId), {
        outcomeSentence: said,
        ...gone,
      })
      return
    }
    case 'decision':
    case 'action': {
      const row = await getRow(tx, target.field, target.id)
      if (said !== '') await updateRow(tx, target.field, row, { text: said })
      else {
        await forgetTies(tx, target.field === 'decision' ? { decisionId: row.id } : { actionId: row.id })
        await deleteRow(tx, target.field, row)
      }
      return
    }
    case 'title': {
      if (said !== '')
        await updateRow(tx, 'agendaItem', await getRow(tx, 'agendaItem', target.itemId), {
          title: said.slice(0, 500),
        })
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
  change: (text: RichText) => RichText,
): Promise<void> {
  const changed = (json: string) => JSON.stringify(change(JSON.parse(json) as RichText))
  if (target.field === 'presentation' || target.field === 'exchanges') {
    const row = await sectionOf(tx, target.itemId)
    await updateRow(tx, 'minutesSection', row, { [target.field]: changed(row[target.field]) })
    return
  }
  const row = await tx
    .selectFrom('minutes')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .executeTakeFirstOrThrow()
  await updateRow(tx, 'minutes', row, { [target.field]: changed(row[target.field]) })
}

function sectionOf(tx: Transaction, itemId: string) {
  return tx.selectFrom('minutesSection').selectAll().where('itemId', '=', itemId).executeTakeFirstOrThrow()
}
