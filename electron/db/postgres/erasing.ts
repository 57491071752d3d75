// Erasing on the base of a team: by one function of the engine, which alone may change the past of the journal, asks for the
// role, and leaves a trace.
import type Database from 'better-sqlite3'
import type { ErasedKind } from '../../domain/people/personal-data.ts'
import { literal, quoted } from '../columns.ts'
import { tablesOf } from '../stored-tables.ts'
import { SCHEMA, use, writersLock } from './address.ts'
import { sweepFiles } from './files.ts'
import { asOfNow, hasEarlier, isErasing, isOwnName } from './guards.ts'

/** What is changed, each as it was when that was decided: what somebody has written since stays. */
export type Erasing = {
  readonly rows: readonly {
    readonly table: string
    readonly column: string
    readonly key: string
    readonly expected: Readonly<Record<string, string | null>>
    /** Null: the row goes. */
    readonly values: Readonly<Record<string, string | null>> | null
    readonly isVersioned: boolean
  }[]
  readonly images: readonly {
    readonly ord: number
    readonly before: string | null
    readonly after: string | null
    /** Null: the change goes, and its entry where it was nothing else. */
    readonly by: { readonly before: string | null; readonly after: string | null } | null
  }[]
  readonly texts: readonly {
    readonly rowid: number
    readonly title: string
    readonly body: string
    readonly by: { readonly title: string; readonly body: string }
  }[]
  /** Whether bytes of files that nothing names go too. */
  readonly isSwept: boolean
}

/** Who erased what, as `erasure` has it; of all the steps of one act it is the same, and there is one row, with their sum. */
export type ErasureTrace = {
  readonly id: string
  readonly kind: ErasedKind
  readonly at: string
  readonly by: string
}

/**
 * @param tables all that hold rows of a desk
 * @param role the name of the one that may
 */
export function erasingSchema(
  desk: Database.Database,
  { tables, role, writers }: { tables: readonly string[]; role: string; writers: readonly string[] },
): string[] {
  const ofTexts = tablesOf(desk, 'texts').map(literal).join(', ')
  return [
    `CREATE FUNCTION erase(trace json, work json) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
     SET search_path = ${SCHEMA}, pg_temp AS $$
     DECLARE
       one json;
       same text;
       sets text;
       touched bigint;
       removed bigint := 0;
       rewritten bigint := 0;
     BEGIN
       IF pg_has_role(session_user, ${literal(role)}, ${use}) IS NOT TRUE THEN
         RAISE EXCEPTION 'erasing is for the administration' USING ERRCODE = '42501';
       END IF;
       PERFORM ${writersLock};
       PERFORM set_config('inp.entry', '', true), set_config('inp.erasing', txid_current()::text, true);
       SET CONSTRAINTS ALL DEFERRED;
       FOR one IN SELECT json_array_elements(work -> 'rows') LOOP
         IF (one ->> 'table') NOT IN (${ofTexts}) THEN
           RAISE EXCEPTION 'no table of texts' USING ERRCODE = '42501';
         END IF;
         SELECT coalesce(string_agg(format('t.%I::text IS NOT DISTINCT FROM ($2 ->> %L)', k, k), ' AND '), 'true')
           INTO same FROM json_object_keys(one -> 'expected') AS k;
         IF json_typeof(one -> 'values') = 'null' THEN
           EXECUTE format('DELETE FROM %I AS t WHERE t.%I::text = $1 AND %s', one ->> 'table', one ->> 'column', same)
             USING one ->> 'key', one -> 'expected';
           GET DIAGNOSTICS touched = ROW_COUNT;
           removed := removed + touched;
         ELSE
           SELECT string_agg(format('%I = ($3 ->> %L)', k, k), ', ')
             || CASE WHEN (one ->> 'isVersioned')::boolean THEN ', version = version + 1' ELSE '' END
             INTO sets FROM json_object_keys(one -> 'values') AS k;
           EXECUTE format('UPDATE %I AS t SET %s WHERE t.%I::text = $1 AND %s', one ->> 'table', sets, one ->> 'column', same)
             USING one ->> 'key', one -> 'expected', one -> 'values';
           GET DIAGNOSTICS touched = ROW_COUNT;
           rewritten := rewritten + touched;
         END IF;
       END LOOP;
       UPDATE journal_change AS c SET before = i.by ->> 'before', after = i.by ->> 'after'
         FROM json_to_recordset(work -> 'images') AS i(ord bigint, before text, after text, by json)
         WHERE c.ord = i.ord AND i.by IS NOT NULL
           AND c.before IS NOT DISTINCT FROM i.before AND c.after IS NOT DISTINCT FROM i.after;
       WITH gone AS (
         DELETE FROM journal_change AS c
         USING json_to_recordset(work -> 'images') AS i(ord bigint, before text, after text, by json)
         WHERE c.ord = i.ord AND i.by IS NULL
           AND c.before IS NOT DISTINCT FROM i.before AND c.after IS NOT DISTINCT FROM i.after
         RETURNING c.entry_seq, c.ord
       )
       DELETE FROM journal_entry AS e WHERE e.seq IN (SELECT entry_seq FROM gone)
         AND NOT EXISTS (SELECT 1 FROM journal_change AS c WHERE c.entry_seq = e.seq AND c.ord NOT IN (SELECT ord FROM gone));
       -- Either may have followed its row by now.
       UPDATE search_text AS t SET title = i.by ->> 'title', folded_title = fold(i.by ->> 'title')
         FROM json_to_recordset(work -> 'texts') AS i(rowid bigint, title text, by json)
         WHERE t.rowid = i.rowid AND t.title = i.title;
       UPDATE search_text AS t SET body = i.by ->> 'body', folded_body = fold(i.by ->> 'body')
         FROM json_to_recordset(work -> 'texts') AS i(rowid bigint, body text, by json)
         WHERE t.rowid = i.rowid AND t.body = i.body;
       -- Where the other desks were told rows, they read all of it anew.
       UPDATE team_change SET written =
         (SELECT json_agg(json_build_array(w -> 0, NULL)) FROM json_array_elements(written::json) AS w)::text
         WHERE strpos(written, '{') > 0;
       IF (work ->> 'isSwept')::boolean THEN ${sweepFiles(tables)}; END IF;
       INSERT INTO erasure AS former (id, kind, at, done_by, removed, rewritten)
         VALUES (trace ->> 'id', trace ->> 'kind', trace ->> 'at',
           CASE WHEN ${isOwnName(`(trace ->> 'by')`)} THEN trace ->> 'by' ELSE session_user END, removed, rewritten)
         ON CONFLICT (id) DO UPDATE SET removed = former.removed + EXCLUDED.removed, rewritten = former.rewritten + EXCLUDED.rewritten
         WHERE (former.kind, former.at, former.done_by) = (EXCLUDED.kind, EXCLUDED.at, EXCLUDED.done_by);
       IF NOT FOUND THEN RAISE EXCEPTION 'the trace of another act' USING ERRCODE = '42501'; END IF;
       PERFORM set_config('inp.erasing', '', true);
     END $$`,
    // The seal of a desk, which gives way to the next step of one act alone.
    `CREATE OR REPLACE FUNCTION erasure_kept_update() RETURNS trigger LANGUAGE plpgsql SET search_path = ${SCHEMA}, pg_temp AS $$
     BEGIN
       ${asOfNow}
       IF NOT coalesce(${isErasing}, false) OR (NEW.id, NEW.kind, NEW.at) IS DISTINCT FROM (OLD.id, OLD.kind, OLD.at)
         OR NEW.removed < OLD.removed OR NEW.rewritten < OLD.rewritten
       THEN RAISE EXCEPTION 'sealed'; END IF;
       RETURN NEW;
     END $$`,
    'REVOKE EXECUTE ON FUNCTION erase(json, json) FROM PUBLIC',
    `GRANT EXECUTE ON FUNCTION erase(json, json) TO ${writers.map(quoted).join(', ')}`,
    // By hand nobody says that something was erased; what a desk brings with it is taken while nobody has written yet.
    `CREATE FUNCTION erasure_made() RETURNS trigger LANGUAGE plpgsql SET search_path = ${SCHEMA}, pg_temp AS $$
     BEGIN
       ${asOfNow}
       IF NOT coalesce(${isErasing}, false)
         AND (TG_OP = 'UPDATE' OR ${hasEarlier})
       THEN RAISE EXCEPTION 'what was erased is said by the engine' USING ERRCODE = '42501'; END IF;
       RETURN NEW;
     END $$`,
    'CREATE TRIGGER erasure_made BEFORE INSERT OR UPDATE ON erasure FOR EACH ROW EXECUTE FUNCTION erasure_made()',
  ]
}
