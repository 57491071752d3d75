// Drafts of a kind from its template, the people concerned and the papers that go with it; a draft that was not sent
// yet is brought up to date, and what was added to it by hand stays.

import { z } from 'zod'
import type { DispatchView } from '../../contract/dispatch.ts'
import { AppError } from '../../contract/errors.ts'
import type { Method, Parsed } from '../../contract/index.ts'
import type { Reader, Transaction } from '../../db/driver.ts'
import { updateRow } from '../../db/rows.ts'
import { documentFileName } from '../../documents/file-name.ts'
import {
  type Dispatch,
  type DispatchDocument,
  type DispatchDocumentKind,
  type DispatchFields,
  type DispatchKind,
  isPersonal,
  type Recipient,
} from '../../domain/dispatch/dispatch.ts'
import { LINE_LENGTH, TEXT_LENGTH } from '../../domain/limits.ts'
import type { MeetingFile } from '../../domain/meetings/meeting-file.ts'
import { addressedTogether } from '../../domain/people/names-together.ts'
import { isCalled } from '../../domain/people/same-person.ts'
import { fillSubject, fillTemplate } from '../../domain/text/template-fields.ts'
import type { WriteContext } from '../context.ts'
import { renumber, settleDeadline } from '../minutes/index.ts'
import { newId } from '../new-id.ts'
import { documentsOf, recipientsOf } from '../reads/dispatches.ts'
import { fileToPrint } from '../reads/file-to-print.ts'
import { expectItemOf } from '../reads/item-ids.ts'
import { numbered } from '../reads/meeting-numbers.ts'
import { calendarName } from './calendar.ts'
import { valuesFor } from './fill.ts'
import { papersOfKind, refuseUntimely } from './kinds.ts'
import type { Letter } from './letter.ts'
import { lettersOf } from './letters.ts'
import { sheetName } from './papers.ts'
import { type NewRecipient, withoutDoubles } from './people.ts'
import { dispatchView, draftOf } from './queries.ts'
import { templateOf } from './templates.ts'

/** @param actionIds of a reminder: only the owners of these actions are written to. */
export async function prepare(
  context: WriteContext,
  { meetingId, kind, itemId, draftId }: Parsed<'dispatch.prepare'>,
  actionIds?: readonly string[],
): Promise<DispatchView[]> {
  const { tx, about } = context
  if (kind === 'draftMinutes' || kind === 'internalMinutes') await renumberDraft(tx, meetingId)
  const found = await fileToPrint(tx, meetingId)
  await expectItemOf(tx, meetingId, itemId)
  await refuseUntimely(context, found.meeting, kind)
  about(meetingId)
  await settleDeadline(context, meetingId, kind)
  const file = { ...found, meeting: await numbered(tx, found.meeting, kind) }
  const drafts = await draftsOf(tx, meetingId, kind)
  const again = drafts.find(({ dispatch }) => dispatch.id === draftId)
  if (draftId !== undefined && again === undefined) throw new AppError('conflict')
  const ask = { tx, today: context.today, meeting: file.meeting, kind, itemId }
  const all = await lettersOf(actionIds === undefined ? ask : { ...ask, actionIds })
  const letters = again === undefined ? all : all.filter((letter) => concerns(again, letter))
  if (again !== undefined && letters.length === 0) throw new AppError('state-refuses')
  const template = await templateOf(tx, kind)
  const valuesOf = await valuesFor({ tx, today: context.today, body: file.body, meeting: file.meeting, kind })
  const views: DispatchView[] = []
  const taken = new Set(drafts.filter((draft) => letters.some((letter) => concerns(draft, letter))))
  for (const letter of letters) {
    const draft = draftFor(letter, drafts, taken)
    if (draft !== undefined) taken.add(draft)
    const added = (draft?.recipients ?? []).filter(({ reason }) => reason === 'added')
    // Asked for by name, a draft is made anew; come upon on the way to it, it keeps what was done in it by hand.
    const byHand =
      draft === undefined || again !== undefined ? nothingByHand : await doneByHand(tx, draft.dispatch)
    const placed = new Map(
      byHand.isPlaced ? draft?.recipients.map((one) => [recipientKey(one), one] as const) : [],
    )
    const recipients = withoutDoubles([
      ...letter.recipients
        .filter((one) => !byHand.left.has(recipientKey(one)))
        .map((one) => placed.get(recipientKey(one)) ?? addressedIn(one, draft)),
      ...added,
    ])
    const values = await valuesOf(letter, recipients)
    const words = {
      subject: fillSubject(template.subject, values).slice(0, LINE_LENGTH),
      body: fillTemplate(template.body, values).slice(0, TEXT_LENGTH),
    }
    const isAnew = again !== undefined
    const id = await writeLetter(context, { file, kind, letter, recipients, draft, isAnew, words, byHand })
    views.push(await dispatchView(context, id))
  }
  return views
}

/** While the draft has not left, its decisions and actions are numbered in the order of the agenda. */
async function renumberDraft(tx: Transaction, meetingId: string): Promise<void> {
  const minutes = await tx
    .selectFrom('minutes')
    .select('state')
    .where('meetingId', '=', meetingId)
    .executeTakeFirst()
  if (minutes !== undefined && minutes.state !== 'approved') await renumber(tx, meetingId)
}

type Draft = { dispatch: Dispatch; recipients: Recipient[] }

async function draftsOf(tx: Reader, meetingId: string, kind: DispatchKind): Promise<Draft[]> {
  const rows = await tx
    .selectFrom('dispatch')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .where('kind', '=', kind)
    .where('state', '=', 'draft')
    .execute()
  const drafts: Draft[] = []
  for (const dispatch of rows) await draftOf(tx, dispatch.id)
  for (const dispatch of rows) drafts.push({ dispatch, recipients: await recipientsOf(tx, dispatch.id) })
  return drafts
}

/** Whether a draft is this letter: the same item and, for what is written to one person, the same person. */
function concerns({ dispatch, recipients }: Draft, letter: Letter): boolean {
  if (dispatch.itemId !== letter.itemId) return false
  const main = letter.recipients[0]
  if (letter.addressee === null || main === undefined) return !isPersonal(dispatch.kind, recipients[0])
  const own = recipients.find(({ reason }) => reason === main.reason)
  if (own === undefined) return false
  return main.personId === null && own.personId === null
    ? main.name === own.name
    : main.personId === own.personId
}

/** The draft of a letter; where none is to that name, one to somebody under words that name them, and that no letter has yet. */
function draftFor(letter: Letter, drafts: readonly Draft[], taken: ReadonlySet<Draft>): Draft | undefined {
  const found = drafts.find((draft) => concerns(draft, letter))
  const [main] = letter.recipients
  if (found !== undefined || letter.addressee === null || main?.personId !== null) return found
  return drafts.find((draft) => {
    const own = draft.recipients.find(({ reason }) => reason === main.reason)
    if (own === undefined || own.personId !== null || draft.dispatch.itemId !== letter.itemId) return false
    const names = addressedTogether(own.name.replace(/\([^()]*\)/gu, ' '))
    return !taken.has(draft) && names.some((name) => name === main.name || isCalled(main.name, { name }))
  })
}

/** The address that was typed for the same name under more words: the directory does not know it. */
function addressedIn(one: NewRecipient, draft: Draft | undefined): NewRecipient {
  if (one.personId !== null || one.email !== '' || one.reason !== 'presenter') return one
  const own = draft?.recipients.find(({ reason, personId }) => reason === one.reason && personId === null)
  return own === undefined || own.name === one.name ? one : { ...one, email: own.email }
}

type ByHand = {
  /** Its subject or its words are somebody's own. */
  readonly isWritten: boolean
  /** An address or a field of its recipients is. */
  readonly isPlaced: boolean
  /** A paper was taken out. */
  readonly isLess: boolean
  /** Who was taken out of its recipients. */
  readonly left: ReadonlySet<string>
}

const nothingByHand: ByHand = { isWritten: false, isPlaced: false, isLess: false, left: new Set() }

const recipientKey = ({ personId, name }: { personId: string | null; name: string }) => personId ?? name

const handMethods = [
  'dispatch.update',
  'dispatch.updateRecipient',
  'dispatch.setField',
  'dispatch.removeDocument',
  'dispatch.removeRecipient',
] as const satisfies readonly Method[]

/** What was done in a draft by hand since it was made from its template, as the journal tells. */
async function doneByHand(tx: Reader, { id, meetingId, createdAt }: Dispatch): Promise<ByHand> {
  const changes = await tx
    .selectFrom('journalEntry')
    .innerJoin('journalChange', 'journalChange.entrySeq', 'journalEntry.seq')
    .select(['method', 'tableName', 'rowId', 'before'])
    .where('meetingId', '=', meetingId)
    .where('state', '=', 'done')
    .where('at', '>=', createdAt)
    .where('method', 'in', [...handMethods])
    .execute()
  const mine = changes.flatMap(({ method, tableName, rowId, before }) => {
    if (tableName === 'dispatch') return rowId === id ? { method, row: null } : []
    const row = OfDispatch.safeParse(before === null ? null : JSON.parse(before))
    return row.success && row.data.dispatch_id === id ? { method, row: row.data } : []
  })
  const has = (method: (typeof handMethods)[number]) => mine.some((change) => change.method === method)
  const left = mine.flatMap(({ method, row }) =>
    method === 'dispatch.removeRecipient' && row !== null
      ? recipientKey({ personId: row.person_id ?? null, name: row.name ?? '' })
      : [],
  )
  return {
    isWritten: has('dispatch.update'),
    isPlaced: has('dispatch.updateRecipient') || has('dispatch.setField'),
    isLess: has('dispatch.removeDocument'),
    left: new Set(left),
  }
}

/** A recipient or a paper under the names of its columns. */
const OfDispatch = z.looseObject({
  dispatch_id: z.string(),
  person_id: z.string().nullish(),
  name: z.string().optional(),
})

type Work = {
  file: MeetingFile
  kind: DispatchKind
  letter: Letter
  recipients: readonly NewRecipient[]
  draft: Draft | undefined
  isAnew: boolean
  words: DispatchFields
  byHand: ByHand
}

/** Writes one draft, or of one what has become otherwise: the way back to a message is no change of it. Returns its id. */
async function writeLetter(
  context: WriteContext,
  { file, kind, letter, recipients, draft, isAnew, words, byHand }: Work,
): Promise<string> {
  const { tx, now } = context
  const { isWritten, isPlaced, isLess, left } = byHand
  const id = draft?.dispatch.id ?? newId(now)
  const before = await documentsOf(tx, id)
  const wanted = letter.addressee === null ? papersOfKind[kind] : []
  const papers = papersFrom(before, isLess ? wanted.filter((one) => isAmong(before, one)) : wanted, {
    id,
    file,
    now,
  })
  const hasOtherPeople = !isSameList(draft?.recipients ?? [], recipients, recipientFields)
  const hasOtherPapers = !isSameList(before, papers, paperFields)
  if (draft !== undefined) {
    const isReworded = !isWritten && !isSame(draft.dispatch, words, ['subject', 'body'])
    const isOwn = isWritten || isPlaced || isLess || left.size > 0
    // What was done by hand is what was done since then.
    const isMade = !isOwn && (isAnew || isReworded || hasOtherPeople || hasOtherPapers)
    const changed = {
      ...(isReworded ? words : {}),
      ...(isMade ? { createdAt: now.toISOString() } : {}),
    }
    if (isReworded || isMade) await updateRow(tx, 'dispatch', draft.dispatch, changed)
  } else
    await tx
      .insertInto('dispatch')
      .values({
        ...blank,
        ...words,
        createdAt: now.toISOString(),
        id,
        meetingId: file.meeting.id,
        kind,
        itemId: letter.itemId,
      })
      .execute()
  if (hasOtherPeople) {
    await tx.deleteFrom('dispatchRecipient').where('dispatchId', '=', id).execute()
    await insertRecipients(tx, now, id, recipients)
  }
  if (hasOtherPapers) {
    await tx.deleteFrom('dispatchDocument').where('dispatchId', '=', id).execute()
    for (const [position, document] of papers.entries())
      await tx
        .insertInto('dispatchDocument')
        .values({ ...document, position })
        .execute()
  }
  return id
}

const recipientFields = ['personId', 'name', 'organisation', 'email', 'field', 'reason'] as const
const paperFields = ['id', 'kind', 'fileName', 'placement'] as const

const isSame = <K extends string>(
  a: Readonly<Record<K, unknown>>,
  b: Readonly<Record<K, unknown>>,
  of: readonly K[],
) => of.every((field) => a[field] === b[field])
function isSameList<K extends string>(
  some: readonly Readonly<Record<K, unknown>>[],
  others: readonly Readonly<Record<K, unknown>>[],
  of: readonly K[],
): boolean {
  return (
    some.length === others.length &&
    some.every((one, rank) => {
      const other = others[rank]
      return other !== undefined && isSame(one, other, of)
    })
  )
}
const isAmong = (documents: readonly DispatchDocument[], kind: DispatchDocumentKind) =>
  documents.some((document) => document.kind === kind)

const blank: Pick<
  Dispatch,
  | 'version'
  | 'state'
  | 'sentAt'
  | 'sentBy'
  | 'agendaVersionNumber'
  | 'calendarSequence'
  | 'calendarContent'
  | 'messageSha256'
  | 'messageBytes'
> = {
  version: 1,
  state: 'draft',
  sentAt: null,
  sentBy: '',
  agendaVersionNumber: null,
  calendarSequence: null,
  calendarContent: null,
  messageSha256: null,
  messageBytes: null,
}

/** Rows in one statement: SQLite takes 32,766 values. */
const ROWS_AT_ONCE = 500

async function insertRecipients(
  tx: Transaction,
  now: Date,
  dispatchId: string,
  recipients: readonly NewRecipient[],
): Promise<void> {
  const rows = recipients.map(({ personId, name, organisation, email, field, reason }, position) => ({
    id: newId(now),
    version: 1,
    dispatchId,
    position,
    personId,
    name,
    organisation,
    email,
    field,
    reason,
  }))
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE)
    await tx
      .insertInto('dispatchRecipient')
      .values(rows.slice(at, at + ROWS_AT_ONCE))
      .execute()
}

/** The papers of these kinds, those that are there as they are, then the attachments that were added. */
function papersFrom(
  before: readonly DispatchDocument[],
  kinds: readonly DispatchDocumentKind[],
  { id: dispatchId, file, now }: { id: string; file: MeetingFile; now: Date },
): Omit<DispatchDocument, 'position'>[] {
  const papers = kinds.map((kind): Omit<DispatchDocument, 'position'> => {
    const known = before.find((document) => document.kind === kind)
    return {
      id: known?.id ?? newId(now),
      dispatchId,
      kind,
      attachmentId: null,
      fileName: paperName(kind, file),
      placement: known?.placement ?? 'message',
      sizeBytes: null,
      sha256: null,
    }
  })
  return [...papers, ...before.filter(({ kind }) => kind === 'attachment')]
}

function paperName(kind: DispatchDocumentKind, file: MeetingFile): string {
  switch (kind) {
    case 'calendar':
      return calendarName(file.body, file.meeting)
    case 'agenda':
      return documentFileName('timedAgenda', file)
    case 'agendaChanges':
    case 'convocation':
    case 'minutes':
      return documentFileName(kind, file)
    case 'agendaWord':
      return documentFileName('timedAgenda', file, { extension: 'docx' })
    case 'minutesWord':
      return documentFileName('minutes', file, { extension: 'docx' })
    case 'subjectSheet':
      return sheetName()
    case 'attachment':
      return ''
  }
}
