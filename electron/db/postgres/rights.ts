// Who may do what in the base of a team, by roles of the engine: it refuses even where our code would not.
import { createHash } from 'node:crypto'
import type Database from 'better-sqlite3'
import { type TeamRole, teamRoles } from '../../domain/data/team.ts'
import { columnsOf, literal, quoted } from '../columns.ts'
import { READERS, SCHEMA, writersLock } from './address.ts'
import { erasingSchema, isErasing } from './erasing.ts'
import { filesSchema } from './files.ts'
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

/**
 * Of which tables readers see some rows, or none: not the notes taken in session, nor the history of each word, nor what the
 * secretariat receives, sends, learns and keeps to itself.
 */
const readable: Readonly<Record<string, string>> = {
  session_line: 'false',
  session_draft: 'false',
  notebook: 'false',
  generated_section: 'false',
  subject: 'false',
  subject_message: 'false',
  subject_file: 'false',
  sending: 'false',
  takeover_file: 'false',
  learnt_layout: 'false',
  erasure: 'false',
  journal_entry: 'false',
  journal_change: 'false',
  attachment: `circulation <> 'secretariat'`,
  taken_file: 'EXISTS (SELECT 1 FROM attachment WHERE attachment.id = taken_file.id)',
  observation: `circle <> 'internal'`,
}

/** Words for the secretariat alone in rows that readers see otherwise: to them there are none. */
const blank: Readonly<Record<string, readonly string[]>> = {
  agenda_item: ['note', 'disagreement', 'disagreement_by'],
  reply: ['comment'],
  approval_reply: ['words'],
  carry_over: ['why'],
}
/** The index holds the internal note of an item under its title. */
const seenTexts = `SELECT rowid, kind, entity_id, meeting_id, item_id, date, title, folded_title, title_words,
    CASE kind WHEN 'item' THEN '' ELSE body END AS body,
    CASE kind WHEN 'item' THEN '' ELSE folded_body END AS folded_body,
    CASE kind WHEN 'item' THEN title_words ELSE all_words END AS all_words
  FROM ${SCHEMA}.search_text WHERE kind NOT IN ('line', 'attachment', 'document', 'subject')`

/** Views of the owner's, whose tables readers do not reach. */
function readersSchema(desk: Database.Database, lecture: string): string[] {
  const seen = new Map(
    Object.entries(blank).map(([table, columns]) => {
      const list = columnsOf(desk, table).map((column) =>
        columns.includes(column) ? `''::text COLLATE "C" AS ${quoted(column)}` : quoted(column),
      )
      return [table, `SELECT ${list.join(', ')} FROM ${SCHEMA}.${quoted(table)}`]
    }),
  ).set('search_text', seenTexts)
  return [
    `CREATE SCHEMA ${READERS}`,
    `GRANT USAGE ON SCHEMA ${READERS} TO ${lecture}`,
    ...[...seen].flatMap(([table, query]) => [
      // Nothing that a reader asks is tried on the rows that are left out.
      `CREATE VIEW ${READERS}.${quoted(table)} WITH (security_barrier) AS ${query}`,
      `GRANT SELECT ON ${READERS}.${quoted(table)} TO ${lecture}`,
      `REVOKE SELECT ON ${quoted(table)} FROM ${lecture}`,
    ]),
  ]
}

/**
 * Whether an entry was made by the transaction that is under way: numbers of transactions are those of one server. In a body
 * that declares `madeNow`.
 */
const isOfNow = (entry: string) =>
  `(${entry}.made_in, ${entry}.made_on) IS NOT DISTINCT FROM (now_in, now_on)`
const madeNow = 'now_in bigint := txid_current(); now_on text := here();'
/** Whether somebody has written in the base before, on this server or on the one of which it was restored. */
const hasEarlier = 'has_earlier()'
const earlierAt = (end: 'ASC' | 'DESC') =>
  `EXISTS (SELECT 1 FROM (SELECT made_in, made_on FROM journal_entry ORDER BY made_in ${end}, made_on ${end} LIMIT 1) AS entry
    WHERE NOT (${isOfNow('entry')}))`

const PAST = `RAISE EXCEPTION 'the past of the journal stays' USING ERRCODE = '42501'`
/** In a trigger of the journal. */
const erasingPasses = `IF ${isErasing} THEN RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END; END IF;`
const guard = (name: string, table: string, events: string, body: string) => [
  `CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql SET search_path = ${SCHEMA}, pg_temp AS $$ ${body} $$`,
  `CREATE TRIGGER ${name} BEFORE ${events} ON ${table} FOR EACH ROW EXECUTE FUNCTION ${name}()`,
]

/** Whether a name is that of an account, as `teamAuthor` has it. */
export const bearsName = (name: string, account: string) =>
  `(${name} = ${account} OR starts_with(${name}, ${account} || ' ('))`

/** Whether an entry bears the name of who is on the line. */
const isOwnName = (name: string) => bearsName(name, 'session_user')

/**
 * The past of the journal: by hand nobody writes more of it than undo, a burst of typing and a transaction of their own do.
 * The engine notes which transaction and which account made an entry; under the name of others it takes only what a desk
 * brings with it, into a base where nobody has written yet, and which nobody takes back from then on.
 */
const journalKept: readonly string[] = [
  // This base on this server: restored elsewhere, or beside, it is another one.
  `CREATE FUNCTION here() RETURNS text LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
     SELECT system_identifier || '.' || (SELECT oid FROM pg_database WHERE datname = current_database()) FROM pg_control_system() $$`,
  'ALTER TABLE journal_entry ADD COLUMN made_in bigint, ADD COLUMN made_on text COLLATE "C", ADD COLUMN made_by text COLLATE "C"',
  'CREATE INDEX journal_entry_by_account ON journal_entry (made_by, state, seq)',
  'CREATE INDEX journal_entry_by_transaction ON journal_entry (made_in, made_on)',
  // Asked for each row of a desk that is taken over: the first and the last of the index answer, however many are there.
  `CREATE FUNCTION has_earlier() RETURNS boolean LANGUAGE plpgsql SET search_path = ${SCHEMA}, pg_temp AS $$
     DECLARE ${madeNow}
     BEGIN RETURN ${earlierAt('ASC')} OR ${earlierAt('DESC')}; END $$`,
  ...guard(
    'journal_entry_made',
    'journal_entry',
    'INSERT',
    `BEGIN
       IF NOT ${isOwnName('NEW.who')} AND ${hasEarlier} THEN
         RAISE EXCEPTION 'an entry bears the name of who made it' USING ERRCODE = '42501';
       END IF;
       NEW.made_in := txid_current();
       NEW.made_on := here();
       NEW.made_by := CASE WHEN ${isOwnName('NEW.who')} THEN session_user ELSE '' END;
       RETURN NEW;
     END`,
  ),
  ...guard(
    'journal_entry_kept',
    'journal_entry',
    'UPDATE OR DELETE',
    `DECLARE
       ${madeNow}
       is_own boolean := ${isOfNow('OLD')};
       is_newest boolean := OLD.made_by = session_user
         AND NOT EXISTS (SELECT 1 FROM journal_entry AS newer WHERE newer.made_by = OLD.made_by AND newer.seq > OLD.seq);
       is_merged boolean := OLD.made_by = session_user AND EXISTS (SELECT 1 FROM journal_entry AS one
         WHERE one.made_in = now_in AND one.made_on = now_on AND one.who = OLD.who AND one.method = OLD.method AND one.merge_key = OLD.merge_key);
     BEGIN
       ${erasingPasses}
       IF TG_OP = 'DELETE' THEN
         IF NOT (is_own OR is_merged) OR EXISTS (SELECT 1 FROM journal_change WHERE entry_seq = OLD.seq) THEN ${PAST}; END IF;
         RETURN OLD;
       END IF;
       IF (NEW.seq, NEW.who, NEW.method, NEW.made_in, NEW.made_on, NEW.made_by)
         IS DISTINCT FROM (OLD.seq, OLD.who, OLD.method, OLD.made_in, OLD.made_on, OLD.made_by)
         OR NOT is_own AND NEW.at <> OLD.at
         OR NOT (is_own OR is_newest) AND (NEW.meeting_id, NEW.merge_key) IS DISTINCT FROM (OLD.meeting_id, OLD.merge_key)
         OR OLD.state = 'discarded' AND NEW.state <> 'discarded'
         OR NEW.state <> OLD.state AND OLD.made_by IS DISTINCT FROM session_user
       THEN ${PAST}; END IF;
       RETURN NEW;
     END`,
  ),
  ...guard(
    'journal_change_kept',
    'journal_change',
    'INSERT OR UPDATE OR DELETE',
    `DECLARE
       ${madeNow}
       own journal_entry;
       former journal_entry;
     BEGIN
       ${erasingPasses}
       IF TG_OP = 'INSERT' THEN
         SELECT * INTO own FROM journal_entry WHERE seq = NEW.entry_seq;
         IF NOT (${isOfNow('own')}) AND (own.made_by <> session_user
           OR EXISTS (SELECT 1 FROM journal_entry AS newer WHERE newer.made_by = own.made_by AND newer.seq > own.seq))
         THEN ${PAST}; END IF;
         RETURN NEW;
       END IF;
       SELECT * INTO former FROM journal_entry WHERE seq = OLD.entry_seq;
       IF TG_OP = 'DELETE' THEN
         IF NOT (${isOfNow('former')}) THEN ${PAST}; END IF;
         RETURN OLD;
       END IF;
       SELECT * INTO own FROM journal_entry WHERE seq = NEW.entry_seq;
       IF (NEW.ord, NEW.table_name, NEW.row_id, NEW.before) IS DISTINCT FROM (OLD.ord, OLD.table_name, OLD.row_id, OLD.before)
         OR NEW.after IS DISTINCT FROM OLD.after AND NOT (${isOfNow('former')})
         OR NEW.entry_seq <> OLD.entry_seq AND (NOT (${isOfNow('own')}) OR former.made_by <> session_user
           OR (own.who, own.method, own.merge_key) IS DISTINCT FROM (former.who, former.method, former.merge_key)
           OR EXISTS (SELECT 1 FROM journal_entry AS one WHERE one.seq > former.seq AND one.seq < own.seq))
       THEN ${PAST}; END IF;
       RETURN NEW;
     END`,
  ),
]

/** What is newer has a higher number: one taken by hand would hide from everybody what is written after it. */
const counted = (table: string, column: string): string[] => [
  `CREATE FUNCTION ${table}_counted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${SCHEMA}, pg_temp AS $$
   BEGIN
     IF ${hasEarlier} THEN
       IF NEW.${column} <> currval(pg_get_serial_sequence('${table}', '${column}')) THEN
         RAISE EXCEPTION 'the engine counts' USING ERRCODE = '42501';
       END IF;
     END IF;
     RETURN NEW;
   END $$`,
  `CREATE TRIGGER ${table}_counted BEFORE INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION ${table}_counted()`,
]

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
       CASE WHEN pg_has_role(current_user, ${literal(names.secretariat)}, 'member') OR pg_has_role(current_user, ${literal(names.administration)}, 'member')
         THEN written END AS written FROM team_change`,
    `GRANT SELECT ON team_news TO ${everybody}`,
    ...Object.entries(readable).flatMap(([table, seen]) => [
      `ALTER TABLE ${quoted(table)} ENABLE ROW LEVEL SECURITY`,
      `CREATE POLICY everything ON ${quoted(table)} TO ${secretariat}, ${administration} USING (true) WITH CHECK (true)`,
      `CREATE POLICY readers ON ${quoted(table)} FOR SELECT TO ${lecture} USING (${seen})`,
    ]),
    ...readersSchema(desk, lecture),
    ...filesSchema([secretariat, administration], lecture),
    ...journalKept,
    ...counted('journal_entry', 'seq'),
    ...counted('journal_change', 'ord'),
    ...counted('team_change', 'n'),
    countingOn,
    'REVOKE EXECUTE ON FUNCTION count_on() FROM PUBLIC',
    `GRANT EXECUTE ON FUNCTION count_on() TO ${secretariat}, ${administration}`,
    ...erasingSchema(desk, {
      tables,
      role: names.administration,
      writers: [names.secretariat, names.administration],
      isOwnName,
      hasEarlier,
    }),
  ]
}

/** Gives a role to an account that is there. */
export function grant(name: string, user: string): string {
  return `GRANT ${quoted(name)} TO ${quoted(user)}`
}

/** The highest role that the account of a line has; null when it has none. */
export async function roleOf(line: Line): Promise<TeamRole | null> {
  const { rows } = await line.query<{ role: TeamRole }>(
    `SELECT role FROM team_role WHERE pg_has_role(current_user, name, 'member')`,
  )
  return teamRoles.find((role) => rows.some((row) => row.role === role)) ?? null
}
