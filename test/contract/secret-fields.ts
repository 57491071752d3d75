// Columns people write in are for the secretariat alone, or may be read on a document; a word is planted in each of the
// former. A text column that stands in neither list makes the test fail: say which it is.
import type Database from 'better-sqlite3'
import { emptyDesk } from '../../electron/db/postgres/schema.ts'
import type { OpenedCore } from './open-core.ts'

/** Written by people, never on a document that members get. Columns of addresses get a word that is one. */
const internal: Readonly<Record<string, readonly string[]>> = {
  person: ['email', 'phone', 'copy_emails', 'other_names'],
  agenda_item: ['note', 'disagreement', 'disagreement_by'],
  subject: ['title', 'text', 'requester', 'organisation', 'note', 'reason'],
  subject_message: ['thread_topic', 'from_name', 'from_email', 'subject_line', 'text'],
  subject_file: ['file_name'],
  attachment: ['file_name', 'title'],
  reply: ['comment'],
  approval_reply: ['words'],
  agenda_status: ['submitted_to', 'validated_by'],
  agenda_version: ['published_by', 'validated_by'],
  dispatch: ['sent_by'],
  produced_document: ['file_name', 'produced_by'],
  observation: ['source_file_name'],
  logo: ['file_name'],
  document_style: ['minutes_template', 'agenda_template'],
  sending: ['host', 'message_id', 'recipient', 'answer', 'way', 'composition'],
  shared_file: ['relative_path'],
  back_plan_line: ['title'],
  meeting_task: ['title'],
  session_line: ['raw', 'text', 'speaker', 'organisation', 'due_words', 'author'],
  session_draft: ['author', 'text'],
  learnt_layout: ['file_name', 'labels', 'habits'],
  notebook: ['author', 'file_name', 'gone'],
  erasure: ['done_by'],
  carry_over: ['why'],
  follow_up_step: ['who'],
  watch_delivery: ['who', 'name'],
  taken_file: ['text'],
  takeover_file: ['path', 'code', 'facts', 'reading'],
}

/** Only rows that are internal of a table where others are not. */
const only: Readonly<Record<string, string>> = { attachment: `circulation = 'secretariat'` }

/** Columns of ids, days, hashes, choices and machine-made texts: nobody writes a sentence or a name there. */
export const structural =
  /^(id|at|date|.*_ids?|.*_at|.*_on|.*_date|.*_time|.*_deadline|until|.*_until|valid_from|.*sha256|kind|nature|state|status|mode|.*_mode|role|outcome|media_type|format|counting|convocation_counting|act|field|placement|circulation|circle|source|meeting_word|record_word|record_place|attendance_list|positions|empty_items|public_names|hidden_sections|accent|.*_colour|rule|follow_up|sentence_key|anchor|paper|participants|content|.*_contents?|fixed_start|replaced_by|faults|stage|refers_to|opening|closing|stance)$/

/** May be read on a document, in a message, or is of a feature whose own tests say where it goes. */
const shown: Readonly<Record<string, readonly string[] | 'all'>> = {
  body: 'all',
  college: 'all',
  organisation: 'all',
  organisation_name: 'all',
  college_name: 'all',
  row_sum: ['table_name'],
  person: ['civility', 'given_name', 'family_name', 'job_title'],
  meeting: 'all',
  meeting_move: 'all',
  agenda_item: ['title', 'presenter', 'organisation', 'requester'],
  agenda_template_line: 'all',
  project: 'all',
  project_reference: 'all',
  project_step: 'all',
  project_audience: 'all',
  project_contact: 'all',
  watch_item: 'all',
  // Counts, and what the watch looks for, as JSON.
  watch_delivery: ['reading', 'acts'],
  watch_profile: 'all',
  watch_source: 'all',
  text_deadline: 'all',
  text_consultation: 'all',
  text_link: 'all',
  attendee: 'all',
  minutes: 'all',
  minutes_section: 'all',
  minutes_version: 'all',
  decision: 'all',
  action: 'all',
  // Owner and date are in reminders; why goes into the secretariat's own export only.
  action_follow_up: 'all',
  decision_follow_up: 'all',
  follow_up_step: ['from_value', 'to_value', 'reason'],
  series: 'all',
  series_skip: 'all',
  awaited_document: 'all',
  agenda_version: ['file_name'],
  dispatch: ['subject', 'body'],
  dispatch_template: 'all',
  dispatch_recipient: 'all',
  dispatch_document: 'all',
  reply: ['answer', 'represented_by'],
  approval_reply: ['answer'],
  letterhead: 'all',
  logo: ['alt'],
  standard_sentence: 'all',
  document_style: 'all',
  observation: ['place', 'organisation', 'author', 'before_text', 'after_text', 'comment', 'answer'],
  item_position: 'all',
  generated_section: 'all',
  approval: 'all',
  corrigendum: 'all',
  signed_copy: 'all',
  dictionary_word: 'all',
  personal_data: 'all',
  carry_over: ['reason'],
  retention_rule: 'all',
}

type Column = { table: string; column: string }

/** The word planted in a column: letters alone, so that no hyphenation, fold or markup can hide it. */
export function secretOf({ table, column }: Column): string {
  return `zqx${table}${column}`.replace(/[^a-z]/g, '')
}

/** Every secret word, and those among them that are addresses of persons. */
export const secrets: readonly Column[] = Object.entries(internal).flatMap(([table, columns]) =>
  columns.map((column) => ({ table, column })),
)
export const addresses: readonly Column[] = secrets.filter(({ column }) => /email/.test(column))

/** Writes its word in each internal column of every row; returns the columns of the schema that nobody classified. */
export async function plantSecrets(
  opened: Pick<OpenedCore, 'byHand' | 'rows'>,
): Promise<{ unknown: string[]; planted: Column[] }> {
  const wordIn = ({ table, column }: Column) =>
    `${secretOf({ table, column })}${addresses.some((one) => one.table === table && one.column === column) ? '@exemple.example' : ''}`
  const statements = secrets.map((secret) => {
    const where = only[secret.table] === undefined ? '' : ` WHERE ${only[secret.table]}`
    return `UPDATE "${secret.table}" SET "${secret.column}" = '${wordIn(secret)}'${where}`
  })
  await opened.byHand(statements.join(';'))
  const planted: Column[] = []
  for (const secret of secrets) {
    const found = `SELECT 1 AS there FROM "${secret.table}" WHERE "${secret.column}" = '${wordIn(secret)}' LIMIT 1`
    if ((await opened.rows(found)).length > 0) planted.push(secret)
  }
  const desk = emptyDesk()
  try {
    return { unknown: unknownColumns(desk), planted }
  } finally {
    desk.close()
  }
}

function unknownColumns(db: Database.Database): string[] {
  const tables = db
    .prepare(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'search%' AND name NOT LIKE 'journal%'`,
    )
    .pluck()
    .all() as string[]
  return tables.flatMap((table) => {
    const columns = db.pragma(`table_info("${table}")`) as { name: string; type: string }[]
    const known = shown[table] ?? []
    return columns
      .filter(({ name, type }) => {
        if (type !== 'TEXT' || structural.test(name) || known === 'all') return false
        return !known.includes(name) && internal[table]?.includes(name) !== true
      })
      .map(({ name }) => `${table}.${name}`)
  })
}
