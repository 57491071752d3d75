import { sql } from 'kysely'
import type { ChangedRow, HistoryLine, JournalEntry } from '../../../contract/history.ts'
import type { Method } from '../../../contract/index.ts'
import type { RowChange, RowImage } from '../../../db/columns.ts'
import type { Reader } from '../../../db/driver.ts'
import { ownTitle, plainWords } from '../../../db/row-titles.ts'
import { addressFault } from '../../../domain/people/addresses.ts'
import { type Names, namesOf } from './names.ts'

/** Rows of one entry that are looked at: an import leaves thousands. */
const MOST_ROWS = 8

type Known = ChangedRow['known']
/** A change, and what its sentence says besides. */
type Told = RowChange & { readonly beside?: Known }
type Entry = Omit<HistoryLine, 'rows' | 'rowCount' | 'parts' | 'meeting'>

/**
 * The entries with what each of them changed, in words.
 * @param rowId of what they changed, only this row is said, however many others were written with it
 */
export async function historyLines(
  tx: Reader,
  entries: readonly Entry[],
  rowId: string | undefined,
): Promise<HistoryLine[]> {
  const written = await writtenBy(tx, entries)
  const changes = rowId === undefined ? await changesOf(tx, written) : await changesOfRow(tx, written, rowId)
  const told = entries.map((entry) => {
    const of = written.get(entry.seq) ?? { counts: new Map<string, number>(), lead: null }
    const rows = telling(changes.get(entry.seq) ?? [], rowId === undefined ? of.lead : null)
    return {
      entry,
      rows,
      ...(rowId === undefined ? counted(rows, of) : { rowCount: rows.length, parts: [] }),
    }
  })
  const all = told.flatMap(({ rows }) => rows)
  const meetings = await meetingsOf(tx, entries)
  const names = await namesOf(tx, all)
  const reach = await reachOf(tx, all)
  return told.map(({ entry, rows, rowCount, parts }) => ({
    ...entry,
    meeting: entry.meetingId === null ? null : (meetings.get(entry.meetingId) ?? null),
    rows: rows.map((change) => changedRow(change, names, reach)),
    rowCount,
    parts,
  }))
}

/** How many rows of each table an entry wrote, and the table of what it was done to. */
type Written = { readonly counts: ReadonlyMap<string, number>; readonly lead: string | null }

/**
 * The tables of what a method is about, best first, under its name or that of its feature: what else it writes follows from it.
 * Where none is said all that was written is looked at.
 */
const leads: Readonly<Partial<Record<Method | (string & {}), readonly string[]>>> = {
  'agenda.publish': ['agenda_status'],
  'agenda.submit': ['agenda_status'],
  'agenda.validate': ['agenda_status'],
  'directory.mergePersons': ['person'],
  'directory.renameOrganisation': ['organisation'],
  'directory.updateOrganisation': ['organisation'],
  'minutes.addAction': ['action'],
  'minutes.addDecision': ['decision'],
  'minutes.setState': ['minutes'],
  'minutes.start': ['minutes'],
  'minutes.updateAction': ['action'],
  'minutes.updateDecision': ['decision'],
  'notebooks.read': ['notebook'],
  'projects.inscribe': ['project', 'agenda_item'],
  'session.close': ['meeting'],
  agenda: ['agenda_item', 'agenda_template_line'],
  approval: ['signed_copy', 'approval_reply', 'minutes'],
  attachments: ['attachment', 'awaited_document'],
  attendance: ['attendee'],
  backPlanning: ['meeting_task', 'back_plan_line'],
  carryOver: ['agenda_item', 'carry_over'],
  deliveries: ['watch_item'],
  dispatch: ['dispatch', 'dispatch_template'],
  followUp: ['follow_up_step', 'dispatch'],
  meetings: ['meeting'],
  observations: ['observation'],
  oldFiles: ['meeting'],
  replies: ['reply'],
  sending: ['dispatch'],
  series: ['series'],
  subjects: ['subject'],
  watchList: ['watch_item'],
}

function leadOf(method: string, counts: ReadonlyMap<string, number>): string | null {
  const of = leads[method] ?? leads[method.slice(0, method.indexOf('.'))] ?? []
  return of.find((table) => counts.has(table)) ?? null
}

async function writtenBy(tx: Reader, entries: readonly Pick<JournalEntry, 'seq' | 'method'>[]) {
  const rows = await tx
    .selectFrom('journalChange')
    .select(['entrySeq', 'tableName', sql<number>`count(DISTINCT row_id)`.as('rows')])
    .where(
      'entrySeq',
      'in',
      entries.map(({ seq }) => seq),
    )
    .groupBy(['entrySeq', 'tableName'])
    .execute()
  return new Map(
    entries.map(({ seq, method }): [number, Written] => {
      const of = rows.filter(({ entrySeq }) => entrySeq === seq)
      const counts = new Map(of.map(({ tableName, rows }) => [tableName, rows]))
      return [seq, { counts, lead: leadOf(method, counts) }]
    }),
  )
}

/** How many there are of the kind that is said; of one thing what came with it, of many kinds how many of each. */
function counted(
  rows: readonly RowChange[],
  { counts, lead }: Written,
): Pick<HistoryLine, 'rowCount' | 'parts'> {
  const tables = new Set(rows.map(({ table }) => table))
  const isCut = rows.length >= MOST_ROWS
  const [table] = tables.size === 1 && !(isCut && lead === null && counts.size > 1) ? tables : []
  const parts = [...counts].flatMap(([of, rows]) =>
    of === table || of === lead || following.has(of) ? [] : [{ table: of, rows }],
  )
  if (table === undefined) return { rowCount: rows.length, parts }
  // Of an entry with many rows few are read, and of these the ones that say it are fewer still.
  const rowCount = isCut || lead === table ? (counts.get(lead ?? table) ?? rows.length) : rows.length
  return { rowCount, parts: rowCount === 1 ? parts : [] }
}

type StoredChange = { entrySeq: number; tableName: string; before: string | null; after: string | null }

const changesIn = (tx: Reader) =>
  tx.selectFrom('journalChange').select(['entrySeq', 'tableName', 'before', 'after']).orderBy('ord')

async function changesOf(tx: Reader, written: ReadonlyMap<number, Written>) {
  const isSmall = ({ counts }: Written) => [...counts.values()].reduce((sum, of) => sum + of, 0) <= MOST_ROWS
  const small = [...written].filter(([, of]) => isSmall(of)).map(([seq]) => seq)
  const found = await changesIn(tx).where('entrySeq', 'in', small).execute()
  for (const [seq, of] of written) {
    if (isSmall(of)) continue
    const { lead } = of
    const all = changesIn(tx).where('entrySeq', '=', seq).limit(MOST_ROWS)
    found.push(...(await (lead === null ? all : all.where('tableName', '=', lead)).execute()))
  }
  return byEntry(found)
}

/** The steps of its follow-up are rows of their own. */
async function changesOfRow(tx: Reader, written: ReadonlyMap<number, Written>, rowId: string) {
  const found = await changesIn(tx)
    .where('entrySeq', 'in', [...written.keys()])
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
function telling(changes: readonly RowChange[], lead: string | null): Told[] {
  const of = lead === null ? changes : changes.filter(({ table }) => table === lead)
  const steps = of.filter(({ table }) => table === 'follow_up_step')
  if (steps.length > 0) return steps.map(asChange)
  const said = of.filter(
    (change) => change.before === null || change.after === null || fieldsOf(change).length > 0,
  )
  const whole = new Set(
    said.flatMap(({ table, before, after }) => (before === null || after === null ? [table] : [])),
  )
  const rows = said.filter(({ table }) => !following.has(table) && !whole.has(partOf[table] ?? ''))
  return rows.length > 0 ? rows : [...of]
}

const stepFields: Readonly<Record<string, string>> = { date: 'due_date', owner: 'owner', state: 'state' }

const stepOf = (step: RowImage) => step.action_id ?? step.decision_id

/** A step says what it changed of its action or decision. */
function asChange({ before, after }: RowChange): Told {
  const step = after ?? before ?? {}
  const table = step.action_id === null ? 'decision' : 'action'
  const field = stepFields[String(step.kind)] ?? 'state'
  const id = stepOf(step) ?? ''
  return {
    table,
    before: { id, [field]: step.from_value ?? '' },
    after: { id, [field]: step.to_value ?? '' },
    beside: { reason: String(step.reason ?? '') },
  }
}

/** Columns that a sentence says though they stay. */
const saidBeside: Readonly<Record<string, readonly string[]>> = {
  dispatch: ['kind'],
  observation: ['circle', 'number'],
  reply: ['answer'],
  approval_reply: ['answer'],
}

/** To how many a message went, and how many of its list have no address. */
async function reachOf(tx: Reader, changes: readonly Told[]): Promise<ReadonlyMap<string, Known>> {
  const sent = changes.flatMap(({ table, after }) =>
    table === 'dispatch' && after?.state === 'sent' ? [String(after.id)] : [],
  )
  const rows = await tx
    .selectFrom('dispatchRecipient')
    .select(['dispatchId', 'email'])
    .where('dispatchId', 'in', sent)
    .execute()
  return new Map(
    sent.map((id) => {
      const list = rows.filter(({ dispatchId }) => dispatchId === id)
      const reached = list.filter(({ email }) => addressFault(email) === null).length
      return [id, { reached: String(reached), unreached: String(list.length - reached) }]
    }),
  )
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

function changedRow(change: Told, names: Names, reach: ReadonlyMap<string, Known>): ChangedRow {
  const { table, before, after } = change
  const row = after ?? before ?? {}
  const within = saysWho.has(table) ? belonging.filter((column) => !whoseColumns.has(column)) : belonging
  const above = within.flatMap((column) => names.get(column)?.get(String(row[column])) ?? [])
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
    known: {
      ...Object.fromEntries((saidBeside[table] ?? []).map((column) => [column, String(row[column] ?? '')])),
      ...change.beside,
      ...(table === 'dispatch' ? reach.get(String(row.id)) : {}),
    },
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

/** Nearest first. */
const belonging = [
  ...['item_id', 'person_id', 'organisation_id', 'watch_item_id', 'project_id', 'subject_id', 'dispatch_id'],
  ...['action_id', 'decision_id', 'series_id'],
]

const whoseColumns: ReadonlySet<string> = new Set(['person_id', 'organisation_id'])
/** Of these they are who speaks, asks or does it, and no place where it stands. */
const saysWho: ReadonlySet<string> = new Set([
  ...['agenda_item', 'action', 'item_position', 'observation', 'session_line', 'subject'],
])
