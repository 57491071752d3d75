import type { Reader } from '../../db/driver.ts'
import type { AgendaItem } from '../../domain/agenda/agenda.ts'
import type { DispatchKind } from '../../domain/dispatch/dispatch.ts'
import type { AwaitedDocument } from '../../domain/documents/attachment.ts'
import type { Meeting } from '../../domain/meetings/meeting.ts'
import type { Action } from '../../domain/minutes/action.ts'
import type { MemberOfDay } from '../reads/directory.ts'
import { type NewRecipient, type People, rowsOf, type Somebody, withoutDoubles } from './people.ts'

/** An open action as printed and as it stands now, with the meeting that decided it. */
export type OpenAction = {
  action: Action
  now: { due: string | null; owner: string; ownerId: string | null; organisation: string }
  meeting: Pick<Meeting, 'date' | 'number' | 'seriesId'>
}

export type Letter = {
  itemId: string | null
  /** The one person it is written to; null when it is written to everybody. */
  addressee: Somebody | null
  recipients: NewRecipient[]
  /** For this person only. */
  item: AgendaItem | null
  awaited: AwaitedDocument[]
  actions: OpenAction[]
}

export type Ask = {
  tx: Reader
  today: string
  meeting: Meeting
  kind: DispatchKind
  itemId: string | null
  /** A reminder to the owners of these actions only. */
  actionIds?: readonly string[]
}
export type Asked = Ask & { people: People; members: MemberOfDay[] }

/** One letter to everybody. */
export function general(rows: readonly NewRecipient[]): Letter {
  return {
    itemId: null,
    addressee: null,
    recipients: withoutDoubles(rows),
    item: null,
    awaited: [],
    actions: [],
  }
}

/** One letter to one person. */
export function personal(
  somebody: Somebody,
  reason: NewRecipient['reason'],
  told: { item?: AgendaItem; awaited?: AwaitedDocument[]; actions?: OpenAction[] },
): Letter {
  return {
    itemId: told.item?.id ?? null,
    addressee: somebody,
    recipients: withoutDoubles(rowsOf(somebody, 'to', reason)),
    item: told.item ?? null,
    awaited: told.awaited ?? [],
    actions: told.actions ?? [],
  }
}
