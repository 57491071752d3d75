// What somebody did, in the words that people have for it, where the rows and their fields alone do not say it.

import type { ChangedRow, HistoryLine } from '../../electron/contract/history.ts'
import { DispatchKind } from '../../electron/domain/dispatch/dispatch.ts'
import type { MeetingState } from '../../electron/domain/meetings/meeting.ts'
import { meetingNumbered } from '../../electron/domain/meetings/meeting-name.ts'
import type { MinutesState } from '../../electron/domain/minutes/minutes.ts'
import { Circle, type ObservationState } from '../../electron/domain/minutes/observation.ts'
import { enumerated, quotedShort } from '../../electron/domain/text/french.ts'
import { plural } from '../../electron/domain/text/plural.ts'
import { codedWords } from './coded-words.ts'
import { observationsText } from './observations.ts'

/** After who did it comes `did`, or the label of the act, then the name of the thing where there is one, then `tail`. */
type Deed = { readonly did: string; readonly isNamed: boolean; readonly tail: string }

/** « observation M-2 », « observations M-2, M-4 et 3 autres » */
const MOST = 6
function labels(rows: readonly ChangedRow[], rowCount: number): string {
  const said = rows.slice(0, MOST).flatMap(({ known }) => {
    const circle = Circle.safeParse(known.circle)
    return circle.success ? observationsText.label(circle.data, Number(known.number)) : []
  })
  const more = rowCount - said.length
  return enumerated(more > 0 ? [...said, plural(more, 'autre', 'autres')] : said)
}

const theRemark = (label: string) => `l’observation ${label}`
const theRemarks = (count: number, of: string) =>
  `${plural(count, 'observation', 'observations')}\u00a0: ${of}`

const decided: Readonly<Record<ObservationState, string>> = {
  accepted: 'a retenu',
  reworded: 'a retenu dans une autre rédaction',
  refused: 'n’a pas retenu',
  open: 'a remis en attente',
}

const minutesNow: Readonly<Record<MinutesState, string>> = {
  drafting: 'a remis en rédaction le compte rendu',
  internalReview: 'a mis en relecture interne le compte rendu',
  review: 'a mis en relecture le compte rendu',
  validated: 'a validé le compte rendu',
  approved: 'a approuvé et scellé le compte rendu',
}

const meetingNow: Readonly<Record<MeetingState, string>> = {
  planned: 'a remis parmi les séances prévues',
  convened: 'a noté convoquée',
  inSession: 'a ouvert la séance',
  held: 'a levé la séance',
  cancelled: 'a annulé la séance',
}

const messages: Readonly<Record<string, string>> = {
  'dispatch.markSent': 'a noté l’envoi de',
  'sending.settle': 'a confirmé l’envoi de',
}

const now = (row: ChangedRow, field: string) => row.fields.find((one) => one.field === field)?.after
const isOf = <T extends string>(words: Readonly<Record<T, string>>, code: string | undefined): code is T =>
  code !== undefined && Object.hasOwn(words, code)

/** Why, said after what was done; nothing where no reason was given. */
export const motive = (reason: string | undefined): string =>
  reason === undefined || reason.trim() === '' ? '' : `, motif\u00a0: ${quotedShort(reason.trim(), 160)}`

/** Null where the sentence of the rows says it. */
export function deedOf(line: HistoryLine): Deed | null {
  const [row] = line.rows
  if (row === undefined || line.rows.some(({ table }) => table !== row.table)) return null
  switch (row.table) {
    case 'observation':
      return ofRemarks(line, row)
    case 'dispatch':
      return sent(line, row)
    case 'minutes': {
      const state = now(row, 'state')
      const isAnew = state === undefined && line.method === 'minutes.setState'
      if (!isAnew && !isOf(minutesNow, state)) return null
      const did = isAnew ? 'a validé de nouveau le compte rendu' : minutesNow[state as MinutesState]
      return { did: `${did}${ofMeeting(line)}`, isNamed: false, tail: '' }
    }
    case 'meeting': {
      const state = now(row, 'state')
      if (line.rows.length > 1 || !isOf(meetingNow, state)) return null
      return { did: meetingNow[state], isNamed: true, tail: motive(now(row, 'cancel_reason')) }
    }
    case 'approval_reply':
    case 'reply': {
      const answer = row.known.answer ?? ''
      if (line.rows.length > 1 || row.change === 'removed' || answer === '') return null
      const tail = `\u00a0: ${codedWords(row.table, 'answer', answer)}`
      return { did: line.label, isNamed: true, tail }
    }
    default:
      return null
  }
}

const ofMeeting = ({ meeting }: HistoryLine): string =>
  meeting === null || meeting.number === null ? '' : ` de la ${meetingNumbered(meeting.number)}`

/** The message whose leaving an entry noted, and whether the meeting was convened by it; null of any other entry. */
export function sentMessage({ rows, parts }: HistoryLine): { kind: DispatchKind; convenes: boolean } | null {
  const [row, other] = rows
  if (row === undefined || other !== undefined || row.table !== 'dispatch' || now(row, 'state') !== 'sent')
    return null
  const kind = DispatchKind.safeParse(row.known.kind)
  if (!kind.success) return null
  const convenes = kind.data === 'convocation' && parts.some(({ table }) => table === 'meeting')
  return { kind: kind.data, convenes }
}

function sent(line: HistoryLine, row: ChangedRow): Deed | null {
  const message = sentMessage(line)
  if (message === null) return null
  const [reached, unreached] = [Number(row.known.reached), Number(row.known.unreached)]
  const missing =
    unreached === 0 ? '' : ` (${plural(unreached, 'autre sans adresse', 'autres sans adresse')})`
  const follows = message.convenes
    ? `\u00a0: la ${meetingNumbered(line.meeting?.number ?? null)} est convoquée`
    : ''
  const tail = ` à ${plural(reached, 'personne', 'personnes')}${missing}${follows}`
  return { did: messages[line.method] ?? 'a envoyé', isNamed: true, tail }
}

function ofRemarks({ rows, rowCount }: HistoryLine, row: ChangedRow): Deed | null {
  const did = whatWasDone(row)
  if (did === null) return null
  const of = labels(rows, rowCount)
  if (rows.length > 1) return { did: `${did} ${theRemarks(rowCount, of)}`, isNamed: false, tail: '' }
  const why = now(row, 'state') === 'refused' ? motive(now(row, 'answer')) : ''
  return { did: `${did} ${theRemark(of)}${row.name === '' ? '' : '\u00a0:'}`, isNamed: true, tail: why }
}

function whatWasDone(row: ChangedRow): string | null {
  if (row.change === 'added') return 'a pris en compte'
  if (row.change === 'removed') return 'a supprimé'
  const state = now(row, 'state')
  if (isOf(decided, state)) return decided[state]
  if ((now(row, 'settled_at') ?? '') !== '') return 'a noté comme reportée dans le texte'
  return null
}
