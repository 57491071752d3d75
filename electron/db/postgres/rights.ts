// Who may do what in the base of a team, by roles of the engine: it refuses even where our code would not.
import { quoted } from '../columns.ts'
import { SCHEMA } from './address.ts'
import { filesSchema } from './files.ts'

export const teamRoles = ['administration', 'secretariat', 'lecture'] as const
export type TeamRole = (typeof teamRoles)[number]

/** Its name in the cluster, where the roles of every base stand together. */
export const roleName = (role: TeamRole): string => `inp_${role}`

/** What nobody who only reads may see: notes taken in session, the history of each word, what the secretariat keeps to itself. */
const secretariatAlone = [
  'session_line',
  'session_draft',
  'notebook',
  'journal_entry',
  'journal_change',
  'team_change',
]
/** Rows that readers see of other tables. */
const readable: Readonly<Record<string, string>> = {
  attachment: `circulation <> 'secretariat'`,
  observation: `circle <> 'internal'`,
  search_text: `kind NOT IN ('line', 'attachment')`,
}

/** Statements that make the roles where they are not there yet, and say what each may; within the schema. */
export function rights(tables: readonly string[]): string[] {
  const [administration, secretariat, lecture] = [
    roleName('administration'),
    roleName('secretariat'),
    roleName('lecture'),
  ]
  const own = [...tables, 'search_text']
  return [
    ...teamRoles.map(
      (role) => `DO $$ BEGIN
        IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '${roleName(role)}') THEN CREATE ROLE ${roleName(role)} NOLOGIN; END IF;
      END $$`,
    ),
    `REVOKE ALL ON SCHEMA ${SCHEMA} FROM PUBLIC`,
    `GRANT USAGE ON SCHEMA ${SCHEMA} TO ${administration}, ${secretariat}, ${lecture}`,
    `GRANT SELECT ON team_schema TO ${administration}, ${secretariat}, ${lecture}`,
    ...own
      .filter((table) => !secretariatAlone.includes(table))
      .map((table) => `GRANT SELECT ON ${quoted(table)} TO ${lecture}`),
    ...own.map(
      (table) =>
        `GRANT SELECT, INSERT, UPDATE, DELETE ON ${quoted(table)} TO ${secretariat}, ${administration}`,
    ),
    `GRANT SELECT, INSERT, DELETE ON team_change TO ${secretariat}, ${administration}`,
    // Readers hear that something was written, and not what.
    `CREATE VIEW team_news AS SELECT n, desk,
       CASE WHEN pg_has_role(current_user, '${secretariat}', 'member') OR pg_has_role(current_user, '${administration}', 'member')
         THEN written END AS written FROM team_change`,
    `GRANT SELECT ON team_news TO ${administration}, ${secretariat}, ${lecture}`,
    ...Object.entries(readable).flatMap(([table, seen]) => [
      `ALTER TABLE ${quoted(table)} ENABLE ROW LEVEL SECURITY`,
      `CREATE POLICY everything ON ${quoted(table)} TO ${secretariat}, ${administration} USING (true) WITH CHECK (true)`,
      `CREATE POLICY readers ON ${quoted(table)} FOR SELECT TO ${lecture} USING (${seen})`,
    ]),
    ...filesSchema([secretariat, administration], lecture),
    // The past of the journal: of an entry only what undo, a burst of typing and its own transaction write.
    `CREATE FUNCTION journal_entry_kept() RETURNS trigger LANGUAGE plpgsql SET search_path = ${SCHEMA} AS $$
      DECLARE is_own boolean := OLD.xmin::text = (txid_current() % 4294967296)::text;
      BEGIN
        IF TG_OP = 'DELETE' THEN
          IF NOT is_own AND EXISTS (SELECT 1 FROM journal_entry AS newer WHERE newer.seq > OLD.seq AND newer.who <> OLD.who)
            OR EXISTS (SELECT 1 FROM journal_change WHERE entry_seq = OLD.seq)
          THEN RAISE EXCEPTION 'the past of the journal stays' USING ERRCODE = '42501'; END IF;
          RETURN OLD;
        END IF;
        IF (NEW.seq, NEW.who, NEW.method) IS DISTINCT FROM (OLD.seq, OLD.who, OLD.method)
          OR NOT is_own AND (NEW.at, NEW.meeting_id, NEW.merge_key) IS DISTINCT FROM (OLD.at, OLD.meeting_id, OLD.merge_key)
        THEN RAISE EXCEPTION 'the past of the journal stays' USING ERRCODE = '42501'; END IF;
        RETURN NEW;
      END $$`,
    `CREATE TRIGGER journal_entry_kept BEFORE UPDATE OR DELETE ON journal_entry FOR EACH ROW EXECUTE FUNCTION journal_entry_kept()`,
    `CREATE FUNCTION journal_change_kept() RETURNS trigger LANGUAGE plpgsql SET search_path = ${SCHEMA} AS $$
      DECLARE is_current boolean := EXISTS (SELECT 1 FROM journal_entry AS e
        WHERE e.seq = OLD.entry_seq AND e.xmin::text = (txid_current() % 4294967296)::text);
      BEGIN
        IF TG_OP = 'DELETE' THEN
          IF NOT is_current THEN RAISE EXCEPTION 'the past of the journal stays' USING ERRCODE = '42501'; END IF;
          RETURN OLD;
        END IF;
        IF (NEW.ord, NEW.table_name, NEW.row_id, NEW.before) IS DISTINCT FROM (OLD.ord, OLD.table_name, OLD.row_id, OLD.before)
          OR NEW.after IS DISTINCT FROM OLD.after AND NOT is_current
          OR NEW.entry_seq <> OLD.entry_seq AND NOT EXISTS (SELECT 1 FROM journal_entry AS to_one, journal_entry AS from_one
            WHERE to_one.seq = NEW.entry_seq AND from_one.seq = OLD.entry_seq AND to_one.who = from_one.who
              AND to_one.method = from_one.method AND to_one.merge_key = from_one.merge_key
              AND to_one.xmin::text = (txid_current() % 4294967296)::text)
        THEN RAISE EXCEPTION 'the past of the journal stays' USING ERRCODE = '42501'; END IF;
        RETURN NEW;
      END $$`,
    `CREATE TRIGGER journal_change_kept BEFORE UPDATE OR DELETE ON journal_change FOR EACH ROW EXECUTE FUNCTION journal_change_kept()`,
  ]
}

/** Gives a role to an account that is there. */
export function grant(role: TeamRole, user: string): string {
  return `GRANT ${roleName(role)} TO ${quoted(user)}`
}
