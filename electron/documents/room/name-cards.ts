import { z } from 'zod'
import type { AskedPerson } from '../../domain/attendance/reply.ts'
import type { MeetingFile } from '../../domain/meetings/meeting-file.ts'
import { fold } from '../../domain/text/fold.ts'
import { DocumentHead, documentHead, joined, typed } from '../head.ts'
import { meetingText } from '../text/meeting.ts'
import { nameCardText as text } from '../text/room.ts'
import { splitName } from './names.ts'
import { standIns } from './stand-ins.ts'

export const NameCardsModel = z.strictObject({
  kind: z.literal('nameCards'),
  head: DocumentHead,
  cards: z.array(z.strictObject({ given: z.string(), family: z.string(), organisation: z.string() })),
  /** The one page of a set without cards; empty otherwise. */
  emptyHeading: z.string(),
  empty: z.string(),
})
export type NameCardsModel = z.infer<typeof NameCardsModel>

/** The chair, then in protocol order, the order in which the cards are laid on the table: whoever said that they come. */
export function nameCardsModel(file: MeetingFile, asked: readonly AskedPerson[]): NameCardsModel {
  const coming = asked.filter(({ reply }) => reply?.answer === 'onSite')
  const standing = new Map(standIns(asked, coming).map(({ name, of }) => [of.personId, name]))
  const placed = asked.flatMap((person) => {
    const organisation = typed(person.organisation)
    const standIn = standing.get(person.personId)
    if (standIn !== undefined) return [{ ...splitName(standIn), organisation }]
    if (person.reply?.answer !== 'onSite') return []
    return [{ given: typed(person.givenName), family: typed(person.familyName), organisation }]
  })
  const chair = splitName(typed(file.meeting.chair))
  const called = ({ given, family }: { given: string; family: string }) => fold(joined([given, family], ' '))
  const isPlaced = placed.some((card) => called(card) === called(chair))
  const isChaired = placed.length > 0 && chair.family !== '' && !isPlaced
  const cards = isChaired ? [{ ...chair, organisation: meetingText.chair }, ...placed] : placed
  return {
    kind: 'nameCards',
    head: documentHead(file, 'nameCards', '', ''),
    cards,
    emptyHeading: cards.length === 0 ? text.emptyHeading : '',
    empty: cards.length === 0 ? text.empty : '',
  }
}
