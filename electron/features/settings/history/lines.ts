import { type ExpressionBuilder, sql } from 'kysely'
import type { ChangedRow, HistoryLine, HistoryTopic, JournalEntry } from '../../../contract/history.ts'
import type { Method } from '../../../contract/index.ts'
import type { RowChange, RowImage } from '../../../db/columns.ts'
import type { Reader } from '../../../db/driver.ts'
import { ownTitle, plainWords } from '../../../db/row-titles.ts'
import type { Tables } from '../../../db/tables.ts'
import { fullName } from '../../../domain/people/full-name.ts'

export const topicTables: Readonly<Record<HistoryTopic, readonly string[]>> = {
  meetings: ['meeting', 'meeting_move', 'meeting_task', 'series', 'series_skip'],
  agenda: [
    'agenda_item',
    'agenda_status',
    'item_guest',
    'item_project',
    'item_watch',
    'carry_over',
    'agenda_template_line',
  ],
  minutes: [
    'minutes',
    'minutes_section',
    'generated_section',
    'observation',
    'approval_reply',
    'signed_copy',
    'session_line',
    'session_span',
    'notebook',
    'item_position',
    'taken_file',
  ],
  followUp: ['decision', 'action', 'action_follow_up', 'decision_follow_up', 'follow_up_step'],
  attendance: ['attendee', 'reply'],
  dispatch: ['dispatch', 'dispatch_recipient', 'dispatch_document', 'dispatch_template'],
  documents: ['attachment', 'awaited_document', 'left_file'],
  subjects: ['subject', 'subject_message', 'subject_file'],
  projects: [
    'project',
    'project_step',
    'project_audience',
    'project_contact',
    'project_watch',
    'project_reference',
  ],
  watch: [
    'watch_item',
    'text_deadline',
    'text_consultation',
    'text_link',
    'watch_delivery',
    'watch_source',
    'watch_profile',
  ],
  directory: [
    'person',
    'organisation',
    'college',
    'mandate',
    'organisation_name',
    'college_name',
    'distinct_person',
  ],
  settings: [
    'body',
    'letterhead',
    'logo',
    'document_style',
    'standard_sentence',
    'dictionary_word',
    'retention_rule',
    'personal_data',
    'back_plan_line',
  ],
}

/** Rows of one entry that are looked at: an import leaves thousands. */
const MOST_ROWS = 8

/**
 * The entries with what each of them changed, in words.
 * @param rowId of what they changed, only this row is said, however many others were written with it
 */
export async function historyLines(
  tx: Reader,
  entries: readonly Omit<HistoryLine, 'rows' | 'rowCount' | 'meeting'>[],
  rowId: string | undefined,
): Promise<HistoryLine[]> {
  const over = await meetingsAlone(tx, entries)
  const counts = await countsOf(tx, entries, over)
  const changes =
    rowId === undefined ? await changesOf(tx, counts, over) : await changesOfRow(tx, counts, rowId)
  const methods = new Map(entries.map(({ seq, method }) => [seq, method]))
  const said = new Map([...changes].map(([seq, all]) => [seq, telling(all, methods.get(seq))]))
  const meetings = await meetingsOf(tx, entries)
  const names = await namesOf(tx, [...said.values()].flat())
  return entries.map((entry) => ({
    ...entry,
    meeting: entry.meetingId === null ? null : (meetings.get(entry.meetingId) ?? null),
    rows: (said.get(entry.seq) ?? []).map((change) => changedRow(change, names)),
    rowCount: counts.get(entry.seq) ?? 0,
  }))
}

/** Meetings are taken over with all that is in them: they alone are said and counted, where there is one. */
const takesOver: ReadonlySet<string> = new Set<Method>(['oldFiles.take'])

async function meetingsAlone(tx: Reader, entries: readonly Pick<JournalEntry, 'seq' | 'method'>[]) {
  const over = entries.flatMap(({ seq, method }) => (takesOver.has(method) ? [seq] : []))
  if (over.length === 0) return over
  const rows = await tx
    .selectFrom('journalChange')
    .select('entrySeq')
    .where('entrySeq', 'in', over)
    .where('tableName', '=', 'meeting')
    .distinct()
    .execute()
  return rows.map(({ entrySeq }) => entrySeq)
}

const isTelling = (over: readonly number[]) => (eb: ExpressionBuilder<Tables, 'journalChange'>) =>
  over.length === 0 ? eb.lit(true) : eb.or([eb('entrySeq', 'not in', over), eb('tableName', '=', 'meeting')])

async function countsOf(tx: Reader, entries: readonly Pick<JournalEntry, 'seq'>[], over: readonly number[]) {
  const rows = await tx
    .selectFrom('journalChange')
    .select(['entrySeq', sql<number>`count(DISTINCT table_name || ' ' || row_id)`.as('rows')])
    .where(
      'entrySeq',
      'in',
      entries.map(({ seq }) => seq),
    )
    .where(isTelling(over))
    .groupBy('entrySeq')
    .execute()
  return new Map(rows.map(({ entrySeq, rows }) => [entrySeq, rows]))
}

type StoredChange = { entrySeq: number; tableName: string; before: string | null; after: string | null }

const changesIn = (tx: Reader) =>
  tx.selectFrom('journalChange').select(['entrySeq', 'tableName', 'before', 'after']).orderBy('ord')

async function changesOf(tx: Reader, counts: ReadonlyMap<number, number>, over: readonly number[]) {
  const small = [...counts].filter(([, rows]) => rows <= MOST_ROWS).map(([seq]) => seq)
  const found = await changesIn(tx).where('entrySeq', 'in', small).where(isTelling(over)).execute()
  for (const [seq, rows] of counts)
    if (rows > MOST_ROWS)
      found.push(
        ...(await changesIn(tx)
          .where('entrySeq', '=', seq)
          .where(isTelling(over))
          .limit(MOST_ROWS)
          .execute()),
      )
  return byEntry(found)
}

/** The steps of its follow-up are rows of their own. */
async function changesOfRow(tx: Reader, counts: ReadonlyMap<number, number>, rowId: string) {
  const found = await changesIn(tx)
    .where('entrySeq', 'in', [...counts.keys()])
    .where((eb) => eb.or([eb('rowId', '=', rowId), eb('tableName', '=', 'follow_up_step')]))
    .execute()
  const changes = byEntry(found)
  for (const [seq, all] of changes)
    changes.set(
      seq,
      all.filter(({ table, before, after }) => {
        const row = after ?? before ?? {}
        return (table === 'follow_up_step' ? stepOf(row) : row.id) === rowId
      }),
    )
  return changes
}

/** Steps of one row within an entry, as of words that were written again at once, are one change of it. */
function byEntry(found: readonly StoredChange[]) {
  const entries = new Map<number, Map<string, RowChange>>()
  for (const { entrySeq, tableName, before, after } of found) {
    const rows = entries.get(entrySeq) ?? new Map<string, RowChange>()
    entries.set(entrySeq, rows)
    const change = { table: tableName, before: image(before), after: image(after) }
    const row = `${tableName} ${(change.after ?? change.before)?.id}`
    rows.set(row, { ...change, before: (rows.get(row) ?? change).before })
  }
  return new Map([...entries].map(([seq, rows]) => [seq, [...rows.values()]]))
}

function image(json: string | null): RowImage | null {
  return json === null ? null : (JSON.parse(json) as RowImage)
}

async function meetingsOf(tx: Reader, entries: readonly Pick<JournalEntry, 'meetingId'>[]) {
  const ids = entries.flatMap(({ meetingId }) => (meetingId === null ? [] : [meetingId]))
  const rows = await tx
    .selectFrom('meeting')
    .select(['id', 'number', 'date'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(({ id, ...meeting }) => [id, meeting]))
}

/** Minutes that begin, members that are listed: all of it follows from the meeting's new state. */
const setsState: ReadonlySet<string | undefined> = new Set<Method>([
  'meetings.setState',
  'meetings.cancel',
  'session.close',
])

/** A text that the program writes, and the words of a file that was taken over. */
const following: ReadonlySet<string> = new Set(['generated_section', 'taken_file'])

/** What is written about a thing, and comes and goes with it. */
const partOf: Readonly<Record<string, string>> = {
  subject_message: 'subject',
  subject_file: 'subject',
  project_step: 'project',
  project_audience: 'project',
  project_contact: 'project',
  project_watch: 'project',
}

/** What only follows from another change of the same entry is left out where there is that other. */
function telling(changes: readonly RowChange[], method: string | undefined): RowChange[] {
  const meeting = setsState.has(method) ? changes.filter(({ table }) => table === 'meeting') : []
  if (meeting.length > 0) return meeting
  const steps = changes.filter(({ table }) => table === 'follow_up_step')
  if (steps.length > 0) return steps.map(asChange)
  const said = changes.filter(
    (change) => change.before === null || change.after === null || fieldsOf(change).length > 0,
  )
  const whole = new Set(
    said.flatMap(({ table, before, after }) => (before === null || after === null ? [table] : [])),
  )
  const rows = said.filter(({ table }) => !following.has(table) && !whole.has(partOf[table] ?? ''))
  return rows.length > 0 ? rows : [...changes]
}

const stepFields: Readonly<Record<string, string>> = { date: 'due_date', owner: 'owner', state: 'state' }

const stepOf = (step: RowImage) => step.action_id ?? step.decision_id

/** A step says what it changed of its action or decision. */
function asChange({ before, after }: RowChange): RowChange {
  const step = after ?? before ?? {}
  const table = step.action_id === null ? 'decision' : 'action'
  const field = stepFields[String(step.kind)] ?? 'state'
  const id = stepOf(step) ?? ''
  return {
    table,
    before: { id, [field]: step.from_value ?? '' },
    after: { id, [field]: step.to_value ?? '' },
  }
}

/** Columns that say nothing to people. */
const silent = new Set([
  ...['id', 'version', 'position', 'rank', 'sha256', 'size_bytes', 'calendar_sequence', 'occurrence_date'],
  ...[
    'protocol_order',
    'created_at',
    'updated_at',
    'is_sample',
    'validated_content',
    'submitted_contents',
    'number_frozen',
  ],
])

function fieldsOf({ before, after }: RowChange): string[] {
  if (before === null || after === null) return []
  return Object.keys(after).filter(
    (column) => !silent.has(column) && (before[column] ?? '') !== (after[column] ?? ''),
  )
}

function changedRow(change: RowChange, names: Names): ChangedRow {
  const { table, before, after } = change
  const row = after ?? before ?? {}
  const above = belonging.flatMap((column) => names.get(column)?.get(String(row[column])) ?? [])
  const own = names.get(`${table}.id`)?.get(String(row.id)) ?? ownTitle(table, row)
  const [first = '', second = ''] = own === '' ? above : [own, ...above]
  return {
    table,
    id: String(row.id),
    name: first,
    isNamed: own !== '',
    within: second,
    change: before === null ? 'added' : after === null ? 'removed' : 'changed',
    fields: fieldsOf(change).map((field) => {
      const words = (of: RowImage | null) => wordsOf(field, of?.[field] ?? null, names)
      return { field, ...differing(words(before), words(after)) }
    }),
  }
}

function wordsOf(field: string, value: string | number | null, names: Names): string {
  if (value === null) return ''
  return names.get(field)?.get(String(value)) ?? plainWords(String(value))
}

/** Longer texts are cut around what differs. */
const SHORT = 120
const AROUND = 40

function differing(before: string, after: string): { before: string; after: string } {
  if (before.length <= SHORT && after.length <= SHORT) return { before, after }
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start += 1
  let end = 0
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end += 1
  const cut = (words: string) => {
    const from = start <= AROUND ? 0 : words.lastIndexOf(' ', start - AROUND) + 1
    const at = words.indexOf(' ', words.length - end + AROUND)
    const to = at < 0 ? words.length : at
    const middle = words.slice(from, Math.min(to, from + 4 * SHORT))
    return `${from > 0 ? '…' : ''}${middle}${from + middle.length < words.length ? '…' : ''}`
  }
  return { before: cut(before), after: cut(after) }
}

/** By column, then by identifier: what is referred to. */
type Names = ReadonlyMap<string, ReadonlyMap<string, string>>
type Named = { id: string; name: string }
type Ask = (tx: Reader, ids: string[]) => Promise<Named[]>

const item: Ask = (tx, ids) =>
  tx.selectFrom('agendaItem').select(['id', 'title as name']).where('id', 'in', ids).execute()
const person: Ask = async (tx, ids) => {
  const rows = await tx
    .selectFrom('person')
    .select(['id', 'givenName', 'familyName'])
    .where('id', 'in', ids)
    .execute()
  return rows.map(({ id, givenName, familyName }) => ({ id, name: fullName({ givenName, familyName }) }))
}
const organisation: Ask = (tx, ids) =>
  tx.selectFrom('organisation').select(['id', 'name']).where('id', 'in', ids).execute()
const decision: Ask = (tx, ids) =>
  tx.selectFrom('decision').select(['id', 'text as name']).where('id', 'in', ids).execute()
const action: Ask = (tx, ids) =>
  tx.selectFrom('action').select(['id', 'text as name']).where('id', 'in', ids).execute()

/** Who knows what an identifier in this column stands for. */
const asked: Readonly<Record<string, Ask>> = {
  item_id: item,
  parent_id: item,
  person_id: person,
  owner_id: person,
  presenter_id: person,
  requester_id: person,
  organisation_id: organisation,
  college_id: (tx, ids) => tx.selectFrom('college').select(['id', 'name']).where('id', 'in', ids).execute(),
  project_id: (tx, ids) =>
    tx.selectFrom('project').select(['id', 'title as name']).where('id', 'in', ids).execute(),
  watch_item_id: (tx, ids) =>
    tx.selectFrom('watchItem').select(['id', 'title as name']).where('id', 'in', ids).execute(),
  subject_id: (tx, ids) =>
    tx.selectFrom('subject').select(['id', 'title as name']).where('id', 'in', ids).execute(),
  series_id: (tx, ids) => tx.selectFrom('series').select(['id', 'name']).where('id', 'in', ids).execute(),
  dispatch_id: (tx, ids) =>
    tx.selectFrom('dispatch').select(['id', 'subject as name']).where('id', 'in', ids).execute(),
  decision_id: decision,
  action_id: action,
  'decision.id': decision,
  'decision_follow_up.id': decision,
  'action_follow_up.id': action,
  'action.id': action,
}

/** Nearest first. */
const belonging = [
  ...['item_id', 'person_id', 'organisation_id', 'watch_item_id', 'project_id', 'subject_id', 'dispatch_id'],
  ...['action_id', 'decision_id', 'series_id'],
]

async function namesOf(tx: Reader, changes: readonly RowChange[]): Promise<Names> {
  const ids = new Map<string, Set<string>>()
  for (const change of changes)
    for (const row of [change.before, change.after])
      for (const [column, value] of Object.entries(row ?? {})) {
        const of = column === 'id' ? `${change.table}.id` : column
        if (typeof value !== 'string' || value === '' || asked[of] === undefined) continue
        ids.set(of, (ids.get(of) ?? new Set()).add(value))
      }
  const names = new Map<string, ReadonlyMap<string, string>>()
  for (const [column, of] of ids) {
    const found = (await asked[column]?.(tx, [...of])) ?? []
    names.set(column, new Map(found.map(({ id, name }) => [id, name])))
  }
  return names
}
