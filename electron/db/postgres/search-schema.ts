// The search of a team's base: the same texts as on a desk, kept by triggers, found by PostgreSQL's own index of words.
import { quoted } from '../columns.ts'
import { firstRow, lastRow } from '../search/kinds.ts'
import { assigned, columnsIn, followed, type Source, sources, valuesOf } from '../search/sources.ts'
import { SCHEMA } from './address.ts'

/** What one text may give to the index, which takes no more than a million signs of one. */
const MOST_SIGNS = 400_000

/** Letters and figures alone make words, as they do on a desk. */
const words = (text: string) =>
  `to_tsvector('simple'::regconfig, regexp_replace(left(${text}, ${MOST_SIGNS}), '[^[:alnum:]]+', ' ', 'g'))`

export function searchSchema(): string[] {
  return [
    `CREATE TABLE search_text (
      rowid bigint PRIMARY KEY,
      kind text COLLATE "C" NOT NULL, entity_id text COLLATE "C" NOT NULL,
      meeting_id text COLLATE "C", item_id text COLLATE "C", date text COLLATE "C",
      title text COLLATE "C" NOT NULL, body text COLLATE "C" NOT NULL,
      folded_title text COLLATE "C" NOT NULL, folded_body text COLLATE "C" NOT NULL,
      title_words tsvector GENERATED ALWAYS AS (${words('folded_title')}) STORED,
      all_words tsvector GENERATED ALWAYS AS (${words(`folded_title || ' ' || folded_body`)}) STORED,
      UNIQUE (kind, entity_id)
    )`,
    'CREATE INDEX search_text_by_meeting ON search_text (meeting_id)',
    'CREATE INDEX search_text_title_words ON search_text USING gin (title_words)',
    'CREATE INDEX search_text_all_words ON search_text USING gin (all_words)',
    ...sources.flatMap(keptTexts),
    ...followed.flatMap(({ table, columns, comesAndGoes, kinds, where, values }) => {
      const after = (event: string, condition: string, row: string) =>
        trigger(`search_${table}_followed_${event.slice(0, 6)}`.toLowerCase(), table, event, condition, [
          `UPDATE search_text SET ${assigned(values)}
           WHERE ${where.replaceAll('NEW.', `${row}.`)} AND kind IN (${kinds.map((kind) => `'${kind}'`).join(', ')});`,
        ])
      return [
        ...after(`UPDATE OF ${columns.join(', ')}`, `WHEN (${changed(columns)})`, 'NEW'),
        ...(comesAndGoes === true ? [...after('INSERT', '', 'NEW'), ...after('DELETE', '', 'OLD')] : []),
      ]
    }),
  ]
}

function keptTexts(source: Source): string[] {
  const { kind, table } = source
  const values = Object.entries(valuesOf(source))
  const columns = columnsIn(Object.values(valuesOf(source)).join())
  const name = (event: string) => `search_${table}_${event}`
  return [
    ...trigger(name('insert'), table, 'INSERT', '', [
      `INSERT INTO search_text (rowid, kind, entity_id, ${values.map(([column]) => column).join(', ')})
       SELECT (SELECT coalesce(max(rowid), ${firstRow(kind)}) + 1 FROM search_text
           WHERE rowid BETWEEN ${firstRow(kind)} AND ${lastRow(kind)}),
         '${kind}', NEW.id, ${values.map(([, value]) => value).join(', ')};`,
    ]),
    ...trigger(name('update'), table, 'UPDATE', `WHEN (${changed(columns)})`, [
      `UPDATE search_text SET ${assigned(valuesOf(source))} WHERE kind = '${kind}' AND entity_id = NEW.id;`,
    ]),
    ...trigger(name('delete'), table, 'DELETE', '', [
      `DELETE FROM search_text WHERE kind = '${kind}' AND entity_id = OLD.id;`,
    ]),
  ]
}

function changed(columns: readonly string[]): string {
  return columns.map((column) => `OLD.${column} IS DISTINCT FROM NEW.${column}`).join(' OR ')
}

function trigger(
  name: string,
  table: string,
  event: string,
  condition: string,
  body: readonly string[],
): string[] {
  return [
    `CREATE FUNCTION ${quoted(name)}() RETURNS trigger LANGUAGE plpgsql SET search_path = ${SCHEMA}, pg_temp AS $$
      BEGIN ${body.join('\n')} RETURN NULL; END $$`,
    `CREATE TRIGGER ${quoted(name)} AFTER ${event} ON ${quoted(table)} FOR EACH ROW ${condition}
      EXECUTE FUNCTION ${quoted(name)}()`,
  ]
}
