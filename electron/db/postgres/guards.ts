// What the engine of a team's base refuses by itself, whoever asks: the past of the journal, numbers, the names of others.
import { quoted } from '../columns.ts'
import { SCHEMA, writersLock } from './address.ts'

/** Within a function of the engine: only these run as the owner, whom the administration of the server is beside. */
const isOwner = `(current_user = (SELECT pg_get_userbyid(nspowner) FROM pg_namespace WHERE nspname = '${SCHEMA}'))`

/** Where a row of the journal is written by that function: nobody else is the owner, whom the seals do not bind. */
export const isErasing = `(current_setting('inp.erasing', true) = txid_current()::text AND ${isOwner})`

/**
 * At the head of each body that asks what is there: whoever writes has the base for themselves, and from then on sees all that
 * was committed. A transaction that began with a picture of before would go on seeing that.
 */
export const asOfNow = `IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'what is written is held against what is there now' USING ERRCODE = '42501';
  END IF;
  PERFORM ${writersLock};`

/**
 * Whether an entry was made by the transaction that is under way: numbers of transactions are those of one server. In a body
 * that declares `madeNow`.
 */
const isOfNow = (entry: string) =>
  `(${entry}.made_in, ${entry}.made_on) IS NOT DISTINCT FROM (now_in, now_on)`
const madeNow = 'now_in bigint := txid_current(); now_on text := here();'
/** Whether somebody has written in the base before, on this server or on the one of which it was restored. */
export const hasEarlier = 'has_earlier()'

const PAST = `RAISE EXCEPTION 'the past of the journal stays' USING ERRCODE = '42501'`

/** Functions that triggers of the tables call. */
export const guardFunctions: readonly string[] = [
  // This base on this server: restored elsewhere, or beside, it is another one.
  `CREATE FUNCTION here() RETURNS text LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
     SELECT system_identifier || '.' || (SELECT oid FROM pg_database WHERE datname = current_database()) FROM pg_control_system() $$`,
  // Who first writes in a base leaves a mark; while there is none, it takes what a desk brings with it.
  'CREATE TABLE team_begun (made_in bigint NOT NULL, made_on text COLLATE "C" NOT NULL)',
  `CREATE FUNCTION has_earlier() RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${SCHEMA}, pg_temp AS $$
     DECLARE ${madeNow}
     BEGIN RETURN EXISTS (SELECT 1 FROM team_begun AS begun WHERE NOT (${isOfNow('begun')})); END $$`,
  // What a row of one image becomes by the other, its version apart: of one that stays, what differs.
  `CREATE FUNCTION put_by(source jsonb, target jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS $$
     SELECT coalesce(jsonb_object_agg(key, value), '{}') FROM jsonb_each(target)
     WHERE key <> 'version' AND (source IS NULL OR value IS DISTINCT FROM source -> key) $$`,
  /*
   * Rows are written down under the entry that the transaction names, and by this alone: the tables it stands on are those of the
   * schema, as nobody else may call it.
   */
  `CREATE FUNCTION journal() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${SCHEMA}, pg_temp AS $$
     DECLARE
       ${madeNow}
       entry bigint := nullif(current_setting('inp.entry', true), '')::bigint;
       own record;
     BEGIN
       IF entry IS NULL THEN RETURN NULL; END IF;
       SELECT * INTO own FROM journal_entry WHERE seq = entry;
       IF NOT (${isOfNow('own')}) AND (own.made_by IS DISTINCT FROM session_user
         OR EXISTS (SELECT 1 FROM journal_entry AS newer WHERE newer.made_by = own.made_by AND newer.seq > own.seq))
       THEN ${PAST}; END IF;
       INSERT INTO journal_change (entry_seq, table_name, row_id, before, after)
       VALUES (entry, TG_TABLE_NAME, CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,
         CASE WHEN TG_OP <> 'INSERT' THEN row_to_json(OLD)::text END, CASE WHEN TG_OP <> 'DELETE' THEN row_to_json(NEW)::text END);
       RETURN NULL;
     END $$`,
  'REVOKE EXECUTE ON FUNCTION journal() FROM PUBLIC',
  /*
   * Without an entry they are what a desk brings with it, what is erased, or what an entry of their own, taken back or done again
   * in this transaction, puts from one of its images to the other.
   */
  `CREATE FUNCTION journal_aside() RETURNS trigger LANGUAGE plpgsql SET search_path = ${SCHEMA}, pg_temp AS $$
     DECLARE
       ${madeNow}
       replayed text := nullif(current_setting('inp.replays', true), '');
       row_now text := CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END;
     BEGIN
       IF nullif(current_setting('inp.entry', true), '') IS NOT NULL THEN RETURN NULL; END IF;
       ${asOfNow}
       IF has_earlier() AND NOT coalesce(${isErasing}, false) AND NOT EXISTS (
         SELECT 1 FROM journal_change AS c JOIN journal_entry AS e ON e.seq = c.entry_seq,
           LATERAL (SELECT CASE e.state WHEN 'undone' THEN c.after ELSE c.before END::jsonb AS "from",
             CASE e.state WHEN 'undone' THEN c.before ELSE c.after END::jsonb AS "to") AS image
         WHERE e.seq = replayed::bigint AND e.made_by = session_user AND e.state <> 'discarded'
           AND (e.restated_in, e.restated_on) IS NOT DISTINCT FROM (now_in, now_on)
           AND c.table_name = TG_TABLE_NAME AND c.row_id = row_now
           AND CASE TG_OP
             WHEN 'INSERT' THEN image."from" IS NULL AND to_jsonb(NEW) @> (image."to" - 'version')
             WHEN 'DELETE' THEN image."to" IS NULL AND to_jsonb(OLD) @> (image."from" - 'version')
             ELSE image."from" IS NOT NULL AND image."to" IS NOT NULL AND to_jsonb(OLD) @> put_by(image."to", image."from")
               AND to_jsonb(NEW) @> put_by(image."from", image."to")
               AND put_by(image."from", image."to") @> put_by(to_jsonb(OLD), to_jsonb(NEW)) END)
       THEN RAISE EXCEPTION 'what is written is written down' USING ERRCODE = '42501'; END IF;
       RETURN NULL;
     END $$`,
]

/** In a trigger of the journal. */
const erasingPasses = `IF ${isErasing} THEN RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END; END IF;`
const guard = (name: string, table: string, events: string, body: string) => [
  `CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql SET search_path = ${SCHEMA}, pg_temp AS $$
     BEGIN ${asOfNow} ${body}; END $$`,
  `CREATE TRIGGER ${name} BEFORE ${events} ON ${table} FOR EACH ROW EXECUTE FUNCTION ${name}()`,
]

/** Whether a name is that of an account, as `teamAuthor` has it. */
export const bearsName = (name: string, account: string) =>
  `(${name} = ${account} OR starts_with(${name}, ${account} || ' ('))`

/** Whether an entry bears the name of who is on the line. */
export const isOwnName = (name: string) => bearsName(name, 'session_user')

/**
 * The past of the journal: by hand nobody writes more of it than undo, a burst of typing and a transaction of their own do.
 * The engine notes which transaction and which account made an entry; under the name of others it takes only what a desk
 * brings with it, into a base where nobody has written yet, and which nobody takes back from then on.
 */
export const journalKept: readonly string[] = [
  `ALTER TABLE journal_entry ADD COLUMN made_in bigint, ADD COLUMN made_on text COLLATE "C", ADD COLUMN made_by text COLLATE "C",
     ADD COLUMN made_at timestamptz, ADD COLUMN restated_in bigint, ADD COLUMN restated_on text COLLATE "C"`,
  'CREATE INDEX journal_entry_by_account ON journal_entry (made_by, state, seq)',
  'CREATE INDEX journal_entry_by_transaction ON journal_entry (made_in, made_on)',
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
       NEW.made_at := now();
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
       IF (NEW.seq, NEW.who, NEW.method, NEW.made_in, NEW.made_on, NEW.made_by, NEW.made_at)
         IS DISTINCT FROM (OLD.seq, OLD.who, OLD.method, OLD.made_in, OLD.made_on, OLD.made_by, OLD.made_at)
         OR NOT is_own AND NEW.at <> OLD.at
         OR NOT (is_own OR is_newest) AND (NEW.meeting_id, NEW.merge_key) IS DISTINCT FROM (OLD.meeting_id, OLD.merge_key)
         OR NEW.state <> OLD.state AND (OLD.made_by IS DISTINCT FROM session_user
           OR (OLD.state, NEW.state) NOT IN (('done', 'undone'), ('undone', 'done'), ('undone', 'discarded')))
       THEN ${PAST}; END IF;
       NEW.restated_in := CASE WHEN NEW.state <> OLD.state THEN now_in ELSE OLD.restated_in END;
       NEW.restated_on := CASE WHEN NEW.state <> OLD.state THEN now_on ELSE OLD.restated_on END;
       RETURN NEW;
     END`,
  ),
  // What is said to be taken back, or done again, is, once the transaction ends.
  `CREATE FUNCTION journal_entry_restated() RETURNS trigger LANGUAGE plpgsql SET search_path = ${SCHEMA}, pg_temp AS $$
     DECLARE
       name text;
       is_other boolean;
     BEGIN
       FOR name IN SELECT DISTINCT table_name FROM journal_change WHERE entry_seq = NEW.seq LOOP
         EXECUTE format(
           'SELECT EXISTS (SELECT 1 FROM (SELECT row_id, (array_agg(before ORDER BY ord))[1]::jsonb AS undone,
                (array_agg(after ORDER BY ord DESC))[1]::jsonb AS done
              FROM journal_change WHERE entry_seq = $1 AND table_name = $2 GROUP BY row_id) AS c LEFT JOIN %1$I AS r ON r.id::text = c.row_id
            WHERE CASE WHEN c.%2$I IS NULL THEN r.id IS NOT NULL ELSE r.id IS NULL OR NOT to_jsonb(r) @> put_by(c.%3$I, c.%2$I) END)',
           name, NEW.state, CASE NEW.state WHEN 'undone' THEN 'done' ELSE 'undone' END)
           INTO is_other USING NEW.seq, name;
         IF is_other THEN ${PAST}; END IF;
       END LOOP;
       RETURN NULL;
     END $$`,
  `CREATE CONSTRAINT TRIGGER journal_entry_restated AFTER UPDATE OF state ON journal_entry DEFERRABLE INITIALLY DEFERRED
     FOR EACH ROW WHEN (OLD.state <> NEW.state AND NEW.state <> 'discarded') EXECUTE FUNCTION journal_entry_restated()`,
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
         IF has_earlier() AND NOT ${isOwner} THEN ${PAST}; END IF;
         RETURN NEW;
       END IF;
       SELECT * INTO former FROM journal_entry WHERE seq = OLD.entry_seq;
       -- Of two changes of a row one is left, which leads as far.
       IF TG_OP = 'DELETE' THEN
         IF NOT (${isOfNow('former')}) OR NOT EXISTS (SELECT 1 FROM journal_change AS one
           WHERE one.entry_seq = OLD.entry_seq AND (one.table_name, one.row_id) = (OLD.table_name, OLD.row_id)
             AND one.ord < OLD.ord AND one.after IS NOT DISTINCT FROM OLD.after)
         THEN ${PAST}; END IF;
         RETURN OLD;
       END IF;
       SELECT * INTO own FROM journal_entry WHERE seq = NEW.entry_seq;
       IF (NEW.ord, NEW.table_name, NEW.row_id, NEW.before) IS DISTINCT FROM (OLD.ord, OLD.table_name, OLD.row_id, OLD.before)
         OR NEW.after IS DISTINCT FROM OLD.after AND (NOT (${isOfNow('former')}) OR NOT EXISTS (SELECT 1 FROM journal_change AS one
           WHERE one.entry_seq = OLD.entry_seq AND (one.table_name, one.row_id) = (OLD.table_name, OLD.row_id)
             AND one.ord > OLD.ord AND one.after IS NOT DISTINCT FROM NEW.after))
         OR NEW.entry_seq <> OLD.entry_seq AND (NOT (${isOfNow('own')}) OR former.made_by <> session_user
           OR (own.who, own.method, own.merge_key) IS DISTINCT FROM (former.who, former.method, former.merge_key)
           OR EXISTS (SELECT 1 FROM journal_entry AS one WHERE one.seq > former.seq AND one.seq < own.seq
             AND (one.made_by = former.made_by OR EXISTS (SELECT 1 FROM journal_change AS theirs WHERE theirs.entry_seq = one.seq
               AND (theirs.table_name, theirs.row_id) = (OLD.table_name, OLD.row_id)))))
       THEN ${PAST}; END IF;
       RETURN NEW;
     END`,
  ),
]

/** What is newer has a higher number: one taken by hand would hide from everybody what is written after it. */
export const counted = (table: string, column: string): string[] => [
  `CREATE FUNCTION ${table}_counted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${SCHEMA}, pg_temp AS $$
   BEGIN
     ${asOfNow}
     INSERT INTO team_begun SELECT txid_current(), here() WHERE NOT EXISTS (SELECT 1 FROM team_begun);
     IF ${hasEarlier} THEN
       IF NEW.${column} <> currval(pg_get_serial_sequence('${table}', '${column}')) THEN
         RAISE EXCEPTION 'the engine counts' USING ERRCODE = '42501';
       END IF;
     END IF;
     RETURN NEW;
   END $$`,
  `CREATE TRIGGER ${table}_counted BEFORE INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION ${table}_counted()`,
]

/** So long the feed keeps what was written, for desks that were away, which read all of it anew later, and for acts that were cut. */
export const FEED_KEPT = `interval '1 hour'`

/** Nobody takes an act out of the feed before its time, nor says that it was earlier. */
export const feedKept: readonly string[] = guard(
  'team_change_kept',
  'team_change',
  'INSERT OR DELETE',
  `BEGIN
     IF TG_OP = 'INSERT' THEN NEW.at := now(); RETURN NEW; END IF;
     IF OLD.at >= now() - ${FEED_KEPT} THEN ${PAST}; END IF;
     RETURN OLD;
   END`,
)

/** In what nobody changes any more, who made it. */
const signed: Readonly<Record<string, string>> = {
  agenda_version: 'published_by',
  minutes_version: 'made_by',
  approval: 'sealed_by',
  corrigendum: 'made_by',
  produced_document: 'produced_by',
}

/** Under the name of others it comes only with a desk, into a base where nobody has written yet. */
export const signedByMaker: readonly string[] = Object.entries(signed).flatMap(([table, column]) =>
  guard(
    `${table}_signed`,
    quoted(table),
    'INSERT',
    `BEGIN
       IF NOT ${isOwnName(`NEW.${column}`)} AND ${hasEarlier} THEN
         RAISE EXCEPTION 'it bears the name of who made it' USING ERRCODE = '42501';
       END IF;
       RETURN NEW;
     END`,
  ),
)
