import type { AgendaItem, Slot } from '../../domain/agenda/agenda.ts'
import { toClockTime } from '../../domain/agenda/agenda.ts'
import type { AskedPerson } from '../../domain/attendance/reply.ts'
import type { FileToPrint } from '../../domain/meetings/meeting-file.ts'
import { wordsBesideStance } from '../../domain/minutes/position-sentence.ts'
import type { SettledApproval } from '../../domain/minutes/version.ts'
import type { ItemPosition } from '../../domain/session/session.ts'
import { formatDateWithoutWeekday, formatTime } from '../../domain/text/french.ts'
import { plainLines } from '../blocks.ts'
import { joined, typed } from '../head.ts'
import { calledName } from '../room/names.ts'
import { decisionRecordText } from '../text/decision-record.ts'
import { runningOrderText as text } from '../text/running-order.ts'

/** The request to the body in a project that an item speaks of. */
export type ProjectAsk = { itemId: string; title: string; askedOfBody: string }

export type Prepared = {
  asked: readonly AskedPerson[]
  asks: readonly ProjectAsk[]
  positions: readonly ItemPosition[]
}

/** The person of the directory who presents an item, with what they answered; undefined when nobody is linked. */
export function presenterOf(item: AgendaItem, asked: readonly AskedPerson[]): AskedPerson | undefined {
  return item.presenterId === null ? undefined : asked.find(({ personId }) => personId === item.presenterId)
}

/** Persons invited for this item, its presenter left out. */
export function guestsOf(item: AgendaItem, asked: readonly AskedPerson[]): AskedPerson[] {
  return asked.filter(
    ({ items, personId }) => personId !== item.presenterId && items.some(({ itemId }) => itemId === item.id),
  )
}

/** In the order in which they are needed. @param file how its sentences name organisations, and what its items need not ask any more. */
export function cuesOf(
  item: AgendaItem,
  slot: Slot | undefined,
  { asked, asks, positions }: Prepared,
  { articles, settled = [] }: Pick<FileToPrint, 'articles' | 'settled'>,
): string[] {
  const cues: string[] = []
  if (item.kind === 'welcome') cues.push(text.openMeeting)
  if (item.kind === 'break' && slot !== undefined && slot.end > slot.start)
    cues.push(text.breakUntil(formatTime(toClockTime(slot.end))))
  if (item.fixedStart !== null && (slot?.gapBefore ?? 0) > 0)
    cues.push(text.notBefore(formatTime(item.fixedStart)))
  for (const guest of guestsOf(item, asked))
    if (guest.reply?.answer !== 'excused') cues.push(text.welcomeGuest(namedPerson(guest)))
  cues.push(...presenterCues(presenterOf(item, asked)))
  for (const ask of asks)
    if (ask.itemId === item.id && ask.askedOfBody.trim() !== '')
      cues.push(text.asked(typed(ask.title), plainLines(ask.askedOfBody).join(' ')))
  for (const { itemId, organisation, stance, words } of positions)
    if (itemId === item.id)
      cues.push(
        joined(
          [
            text.position(typed(organisation), decisionRecordText.stances[stance], articles),
            ...plainLines(wordsBesideStance({ stance, words })),
          ],
          ' ',
        ),
      )
  cues.push(...natureCues(item, settled))
  return cues
}

/** What the nature of an item asks of whoever presides; of an approval that was given, nothing more. */
export function natureCues(
  { id, nature }: Pick<AgendaItem, 'id' | 'nature'>,
  settled: readonly SettledApproval[],
): string[] {
  const given = settled.find(({ itemId }) => itemId === id)
  if (given !== undefined)
    return [text.approvedAlready(given.mode, formatDateWithoutWeekday(given.approvedOn))]
  return nature === null ? [] : [text.cues[nature]]
}

function presenterCues(presenter: AskedPerson | undefined): string[] {
  if (presenter === undefined || presenter.reply === null) return []
  const who = calledName(presenter)
  switch (presenter.reply.answer) {
    case 'onSite':
      return []
    case 'remote':
      return [text.remote(who)]
    case 'excused':
      return [text.absent(who)]
    case 'represented': {
      const by = typed(presenter.reply.representedBy)
      return [by === '' ? text.absent(who) : text.replaced(who, by)]
    }
  }
}

/** "Camille Exemple, DGX". */
export function namedPerson(person: AskedPerson): string {
  return joined([calledName(person), typed(person.acronym) || typed(person.organisation)])
}
