// Who may do what in the base of a team, by roles of the engine: it refuses even where our code would not.
import { createHash } from 'node:crypto'
import type Database from 'better-sqlite3'
import { type TeamRole, teamRoles } from '../../domain/data/team.ts'
import { columnsOf, literal, quoted } from '../columns.ts'
import type { SearchedKind } from '../search/kinds.ts'
import { READERS, SCHEMA, use, writersLock } from './address.ts'
import { erasingSchema } from './erasing.ts'
import { filesSchema } from './files.ts'
import { counted, feedKept, journalKept, signedByMaker } from './guards.ts'
import type { Line } from './line.ts'

/** The roles of one base by their names in the cluster, where those of every base stand together. */
export type RoleNames = Readonly<Record<TeamRole, string>>

/** What PostgreSQL leaves of a name. */
const NAME_BYTES = 63

/** Those that a base of this name is made with; it notes them, and keeps them when it is renamed. */
export function roleNames(database: string): RoleNames {
  const name = (role: TeamRole) => {
    const whole = `inp_${database}_${role}`
    if (Buffer.byteLength(whole) <= NAME_BYTES) return whole
    return `inp_${createHash('sha256').update(database).digest('hex').slice(0, 16)}_${role}`
  }
  return {
    administration: name('administration'),
    secretariat: name('secretariat'),
    lecture: name('lecture'),
  }
}

/** What readers see of a table: each row or none, some rows, or each with nothing in the columns named. */
type Seen = 'whole' | 'nothing' | { readonly rows: string } | { readonly without: readonly string[] }

/**
 * Of a table that is not named they see nothing, as of the notes taken in session, the history of each word, and what the
 * secretariat receives, sends, learns and keeps to itself.
 */
export const seenByReaders: Readonly<Record<string, Seen>> = {
  session_line: 'nothing',
  session_draft: 'nothing',
  notebook: 'nothing',
  generated_section: 'nothing',
  subject: 'nothing',
  subject_message: 'nothing',
  subject_file: 'nothing',
  sending: 'nothing',
  takeover_file: 'nothing',
  learnt_layout: 'nothing',
  erasure: 'nothing',
  journal_entry: 'nothing',
  journal_change: 'nothing',
  attachment: { rows: `circulation <> 'secretariat'` },
  taken_file: { rows: 'EXISTS (SELECT 1 FROM attachment WHERE attachment.id = taken_file.id)' },
  observation: { rows: `circle <> 'internal'` },
  agenda_item: { without: ['note', 'disagreement', 'disagreement_by'] },
  reply: { without: ['comment'] },
  approval_reply: { without: ['words'] },
  carry_over: { without: ['why'] },
  action: 'whole',
  action_follow_up: 'whole',
  agenda_status: 'whole',
  agenda_template_line: 'whole',
  agenda_version: 'whole',
  approval: 'whole',
  attendee: 'whole',
  awaited_document: 'whole',
  back_plan_line: 'whole',
  body: 'whole',
  college: 'whole',
  college_name: 'whole',
  corrigendum: 'whole',
  decision: 'whole',
  decision_follow_up: 'whole',
  dictionary_word: 'whole',
  dispatch: 'whole',
  dispatch_document: 'whole',
  dispatch_recipient: 'whole',
  dispatch_template: 'whole',
  distinct_person: 'whole',
  document_style: 'whole',
  follow_up_step: 'whole',
  item_guest: 'whole',
  item_position: 'whole',
  item_project: 'whole',
  item_watch: 'whole',
  left_file: 'whole',
  letterhead: 'whole',
  logo: 'whole',
  mandate: 'whole',
  meeting: 'whole',
  meeting_move: 'whole',
  meeting_task: 'whole',
  minutes: 'whole',
  minutes_section: 'whole',
  minutes_version: 'whole',
  organisation: 'whole',
  organisation_name: 'whole',
  person: 'whole',
  personal_data: 'whole',
  produced_document: 'whole',
  profile: 'whole',
  project: 'whole',
  project_audience: 'whole',
  project_contact: 'whole',
  project_reference: 'whole',
  project_step: 'whole',
  project_watch: 'whole',
  retention_rule: 'whole',
  series: 'whole',
  series_skip: 'whole',
  session_span: 'whole',
  shared_file: 'whole',
  signed_copy: 'whole',
  standard_sentence: 'whole',
  text_consultation: 'whole',
  text_deadline: 'whole',
  text_link: 'whole',
  watch_delivery: 'whole',
  watch_item: 'whole',
  watch_profile: 'whole',
  watch_source: 'whole',
}

/** Whether readers find what is of a kind. */
const foundByReaders: Readonly<Record<SearchedKind, boolean>> = {
  meeting: true,
  item: true,
  section: true,
  decision: true,
  action: true,
  project: true,
  watch: true,
  person: true,
  organisation: true,
  position: true,
  line: false,
  attachment: false,
  document: false,
  subject: false,
}
const hiddenKinds = Object.entries(foundByReaders).flatMap(([kind, isFound]) =>
  isFound ? [] : [literal(kind)],
)
/** The index holds the internal note of an item under its title. */
const seenTexts = `SELECT rowid, kind, entity_id, meeting_id, item_id, date, title, folded_title, title_words,
    CASE kind WHEN 'item' THEN '' ELSE body END AS body,
    CASE kind WHEN 'item' THEN '' ELSE folded_body END AS folded_body,
    CASE kind WHEN 'item' THEN title_words ELSE all_words END AS all_words
  FROM ${SCHEMA}.search_text WHERE kind NOT IN (${hiddenKinds.join(', ')})`

/** What readers see of each table of a base. */
const seenOf = (tables: readonly string[]): [table: string, seen: Seen][] => [
  ...Object.entries(seenByReaders),
  ...tables
    .filter((table) => seenByReaders[table] === undefined)
    .map((table): [string, Seen] => [table, 'nothing']),
]

/** Views of the owner's, whose tables readers do not reach. */
function readersSchema(desk: Database.Database, lecture: string): string[] {
  const shown = new Map<string, string>(
    Object.entries(seenByReaders).flatMap(([table, seen]) => {
      if (typeof seen === 'string' || !('without' in seen)) return []
      const list = columnsOf(desk, table).map((column) =>
        seen.without.includes(column) ? `''::text COLLATE "C" AS ${quoted(column)}` : quoted(column),
      )
      return [[table, `SELECT ${list.join(', ')} FROM ${SCHEMA}.${quoted(table)}`]]
    }),
  ).set('search_text', seenTexts)
  return [
    `CREATE SCHEMA ${READERS}`,
    `GRANT USAGE ON SCHEMA ${READERS} TO ${lecture}`,
    ...[...shown].flatMap(([table, query]) => [
      // Nothing that a reader asks is tried on the rows that are left out.
      `CREATE VIEW ${READERS}.${quoted(table)} WITH (security_barrier) AS ${query}`,
      `GRANT SELECT ON ${READERS}.${quoted(table)} TO ${lecture}`,
      `REVOKE SELECT ON ${quoted(table)} FROM ${lecture}`,
    ]),
  ]
}

/** Never back, whoever asks: a number that a desk has taken and not committed yet is not among the rows. */
const numberOn = (table: string, column: string) =>
  `PERFORM setval(pg_get_serial_sequence('${table}', '${column}'),
     greatest((SELECT last_value FROM ${table}_${column}_seq), (SELECT max(${column}) FROM ${table})))`

/** After rows that came with their numbers: who brings them may not set a counter otherwise. */
const countingOn = `CREATE FUNCTION count_on() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${SCHEMA}, pg_temp
  AS $$ BEGIN
    PERFORM ${writersLock};
    ${numberOn('journal_entry', 'seq')};
    ${numberOn('journal_change', 'ord')};
  END $$`

/** Statements that make the roles where they are not there yet, and say what each may; within the schema. */
export function rights(desk: Database.Database, tables: readonly string[], names: RoleNames): string[] {
  const [administration, secretariat, lecture] = [
    quoted(names.administration),
    quoted(names.secretariat),
    quoted(names.lecture),
  ]
  const everybody = `${administration}, ${secretariat}, ${lecture}`
  const own = [...tables, 'search_text']
  return [
    ...teamRoles.map(
      (role) => `DO $$ BEGIN
        IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = ${literal(names[role])}) THEN CREATE ROLE ${quoted(names[role])} NOLOGIN; END IF;
      END $$`,
    ),
    'CREATE TABLE team_role (role text COLLATE "C" PRIMARY KEY, name text COLLATE "C" NOT NULL)',
    ...teamRoles.map((role) => `INSERT INTO team_role VALUES ('${role}', ${literal(names[role])})`),
    `REVOKE ALL ON SCHEMA ${SCHEMA} FROM PUBLIC`,
    `GRANT USAGE ON SCHEMA ${SCHEMA} TO ${everybody}`,
    `GRANT SELECT ON team_schema, team_role TO ${everybody}`,
    ...own.map((table) => `GRANT SELECT ON ${quoted(table)} TO ${lecture}`),
    ...own.map(
      (table) =>
        `GRANT SELECT, INSERT, UPDATE, DELETE ON ${quoted(table)} TO ${secretariat}, ${administration}`,
    ),
    `GRANT SELECT, INSERT, DELETE ON team_change TO ${secretariat}, ${administration}`,
    // Readers hear that something was written, and not what.
    `CREATE VIEW team_news AS SELECT n, act,
       CASE WHEN pg_has_role(current_user, ${literal(names.secretariat)}, ${use}) OR pg_has_role(current_user, ${literal(names.administration)}, ${use})
         THEN written END AS written FROM team_change`,
    `GRANT SELECT ON team_news TO ${everybody}`,
    ...seenOf(tables).flatMap(([table, seen]) => {
      if (seen === 'whole' || (typeof seen !== 'string' && 'without' in seen)) return []
      return [
        `ALTER TABLE ${quoted(table)} ENABLE ROW LEVEL SECURITY`,
        `CREATE POLICY everything ON ${quoted(table)} TO ${secretariat}, ${administration} USING (true) WITH CHECK (true)`,
        `CREATE POLICY readers ON ${quoted(table)} FOR SELECT TO ${lecture} USING (${seen === 'nothing' ? 'false' : seen.rows})`,
      ]
    }),
    ...readersSchema(desk, lecture),
    ...filesSchema([secretariat, administration], lecture),
    ...journalKept,
    ...counted('journal_entry', 'seq'),
    ...counted('journal_change', 'ord'),
    ...counted('team_change', 'n'),
    ...feedKept,
    ...signedByMaker,
    countingOn,
    'REVOKE EXECUTE ON FUNCTION count_on() FROM PUBLIC',
    `GRANT EXECUTE ON FUNCTION count_on() TO ${secretariat}, ${administration}`,
    ...erasingSchema(desk, {
      tables,
      role: names.administration,
      writers: [names.secretariat, names.administration],
    }),
  ]
}

/** Leaves an account that is there with one role of the team, or with none. */
export function grants(names: RoleNames, role: TeamRole | null, user: string): string[] {
  return [
    ...teamRoles
      .filter((one) => one !== role)
      .map((one) => `REVOKE ${quoted(names[one])} FROM ${quoted(user)}`),
    ...(role === null ? [] : [`GRANT ${quoted(names[role])} TO ${quoted(user)}`]),
  ]
}

/** The highest role that an account can use, that of the line where none is named; null when it has none. */
export async function roleOf(
  line: Pick<Line, 'query'>,
  account: string | null = null,
): Promise<TeamRole | null> {
  const { rows } = await line.query<{ role: TeamRole }>(
    `SELECT role FROM ${SCHEMA}.team_role, pg_roles AS m
     WHERE m.rolname = coalesce($1, current_user) AND pg_has_role(m.oid, name, ${use})`,
    [account],
  )
  return teamRoles.find((role) => rows.some((row) => row.role === role)) ?? null
}
