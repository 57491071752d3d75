import { z } from 'zod'
import { type AskedPerson, standingReply } from '../../domain/attendance/reply.ts'
import type { MeetingFile } from '../../domain/meetings/meeting-file.ts'
import { isCalled, type PersonTraits } from '../../domain/people/same-person.ts'
import { DocumentHead, documentHead, typed } from '../head.ts'
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

/**
 * The chair, unless they said that they do not come, then in protocol order, the order in which the cards are laid on the
 * table: whoever said that they come, and who comes for an item on site and never said otherwise, be it for a former day.
 */
export function nameCardsModel(file: MeetingFile, expected: readonly AskedPerson[]): NameCardsModel {
  const asked = expected.map((one) => ({ ...one, said: one.reply, reply: standingReply(one) }))
  const coming = asked.filter(({ reply }) => reply?.answer === 'onSite')
  const standing = new Map(standIns(asked, coming).map(({ name, of }) => [of.personId, name]))
  const placed = asked.flatMap((person) => {
    const organisation = typed(person.organisation)
    const standIn = standing.get(person.personId)
    if (standIn !== undefined) return [{ ...splitName(standIn), organisation }]
    const isFree = person.said === null || person.said.answer === 'onSite'
    const isSilent = person.reply === null && isFree && file.meeting.mode !== 'visio'
    const comesForItem = isSilent && person.role === 'guest' && person.items.length > 0
    if (person.reply?.answer !== 'onSite' && !comesForItem) return []
    return [{ given: typed(person.givenName), family: typed(person.familyName), organisation }]
  })
  const [name = ''] = typed(file.meeting.chair).split(',')
  const chair = splitName(name)
  const isChair = (one: PersonTraits) => isCalled(name, one)
  const isPlaced = placed.some(({ given, family }) => isChair({ givenName: given, familyName: family }))
  const isAway = asked.some((one) => one.reply !== null && one.reply.answer !== 'onSite' && isChair(one))
  const isChaired = asked.length > 0 && chair.family !== '' && !isPlaced && !isAway
  const cards = isChaired ? [{ ...chair, organisation: meetingText.chair }, ...placed] : placed
  return {
    kind: 'nameCards',
    head: documentHead(file, 'nameCards', '', ''),
    cards,
    emptyHeading: cards.length === 0 ? text.emptyHeading : '',
    empty: cards.length === 0 ? text.empty : '',
  }
}
