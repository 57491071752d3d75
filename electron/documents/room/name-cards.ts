import { z } from 'zod'
import type { AskedPerson } from '../../domain/attendance/reply.ts'
import type { MeetingFile } from '../../domain/meetings/meeting-file.ts'
import { DocumentHead, documentHead, typed } from '../head.ts'
import { nameCardText as text } from '../text/room.ts'

export const NameCardsModel = z.strictObject({
  kind: z.literal('nameCards'),
  head: DocumentHead,
  cards: z.array(z.strictObject({ given: z.string(), family: z.string(), organisation: z.string() })),
  /** The one page of a set without cards; empty otherwise. */
  emptyHeading: z.string(),
  empty: z.string(),
})
export type NameCardsModel = z.infer<typeof NameCardsModel>

/** In protocol order, the order in which the cards are laid on the table. */
export function nameCardsModel(file: MeetingFile, asked: readonly AskedPerson[]): NameCardsModel {
  const cards = asked
    .filter(({ reply }) => reply?.answer === 'onSite')
    .map(({ givenName, familyName, organisation }) => ({
      given: typed(givenName),
      family: typed(familyName),
      organisation: typed(organisation),
    }))
  return {
    kind: 'nameCards',
    head: documentHead(file, 'nameCards', '', ''),
    cards,
    emptyHeading: cards.length === 0 ? text.emptyHeading : '',
    empty: cards.length === 0 ? text.empty : '',
  }
}
