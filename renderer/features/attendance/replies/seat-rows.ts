// What the list of participants shows: a row for each seat of the members, filled as the answers say, then whoever sits in none.
import { type AskedPerson, awaited, repliedSeats } from '../../../../electron/domain/attendance/reply.ts'
import { fullName } from '../../../../electron/domain/people/full-name.ts'
import { fold } from '../../../../electron/domain/text/fold.ts'
import { repliesText as text } from '../../../text/replies.ts'
import { replyGroups } from './reply-groups.ts'

export type SeatRow = {
  /** Of whoever the seat is. */
  readonly id: string
  /** A deputy has a row only while looked for, or after an answer that takes no seat. */
  readonly kind: 'seat' | 'deputy' | 'guest' | 'outside'
  readonly group: { readonly id: string; readonly label: string }
  readonly of: AskedPerson
  /** Whoever sits there or is represented, as the answers say; null = nobody so far. */
  readonly by: AskedPerson | null
  /** Those of the organisation who can take the seat. */
  readonly deputies: readonly AskedPerson[]
}

export type Shown = 'all' | 'awaited' | 'guests' | 'toConfirm'

/** Whose answer the row shows, and is given by its keys. */
export const answering = ({ of, by }: SeatRow): AskedPerson => by ?? of

const OUTSIDE = { id: 'outside', label: text.outside }

/** Seats by college in the order of protocol, members without one, then guests. */
export function seatRows(asked: readonly AskedPerson[]): SeatRow[] {
  const seats = new Map(
    repliedSeats(asked).map(({ of, by }) => [of.person.personId, { of: of.person, by: by?.person ?? null }]),
  )
  const sitting = new Set([...seats.values()].flatMap(({ by }) => (by === null ? [] : [by.personId])))
  const mayTake =
    ({ of, by }: { of: AskedPerson; by: AskedPerson | null }) =>
    (one: AskedPerson) =>
      one.role === 'suppleant' &&
      one.personId !== of.personId &&
      of.organisation.trim() !== '' &&
      fold(one.organisation) === fold(of.organisation) &&
      (!sitting.has(one.personId) || one.personId === by?.personId)
  return replyGroups(asked, text).flatMap(({ key, label, people }) => {
    const group = { id: key, label }
    return people.flatMap((of): SeatRow[] => {
      const seat = seats.get(of.personId)
      if (seat !== undefined)
        return [{ ...seat, id: of.personId, kind: 'seat', group, deputies: asked.filter(mayTake(seat)) }]
      if (of.role === 'guest') return [{ ...alone(of), kind: 'guest', group }]
      return sitting.has(of.personId) ? [] : [{ ...alone(of), kind: 'deputy', group }]
    })
  })
}

/** Somebody of the directory who was not asked. */
export const outsideRow = (of: AskedPerson): SeatRow => ({ ...alone(of), kind: 'outside', group: OUTSIDE })

const alone = (of: AskedPerson) => ({ id: of.personId, of, by: null, deputies: [] })

/** Those that are shown; `found` are the persons whom typed words mean, null when nothing is typed. */
export function shownRows(
  rows: readonly SeatRow[],
  asked: readonly AskedPerson[],
  shown: Shown,
  found: ReadonlySet<string> | null,
): readonly SeatRow[] {
  const waiting = new Set(awaited(asked).map(({ personId }) => personId))
  const of = {
    all: () => true,
    guests: ({ kind }: SeatRow) => kind === 'guest',
    awaited: (row: SeatRow) => waiting.has(row.id),
    toConfirm: (row: SeatRow) => row.of.beforeMove || row.by?.beforeMove === true,
  }[shown]
  return rows.filter((row) => {
    if (found !== null && !found.has(row.id) && (row.by === null || !found.has(row.by.personId))) return false
    const isQuietDeputy = row.kind === 'deputy' && row.of.reply === null
    return of(row) && (!isQuietDeputy || found !== null || shown === 'awaited')
  })
}

/** The row by which somebody is answered for. */
export const rowOfPerson = (rows: readonly SeatRow[], personId: string): SeatRow | undefined =>
  rows.find((row) => row.by?.personId === personId) ?? rows.find((row) => row.id === personId)

/** Who sits there, in words, and as what. */
export function sitterWords({ kind, of, by }: SeatRow): { readonly who: string; readonly as: string } {
  const name = fullName(of)
  if (of.reply?.answer === 'represented' && (by === null || by === of)) {
    const who = of.reply.representedBy.trim()
    return { who: who || text.toName, as: text.represents(name) }
  }
  if (by !== null && by !== of) return { who: fullName(by), as: text.standsIn(name) }
  if (kind === 'guest' || kind === 'outside') return { who: name, as: '' }
  return { who: name, as: of.role === 'titulaire' ? text.holder : text.deputy }
}
