// Texts are folded (accents, œ, æ, elisions, case) and kept in an FTS5 index that triggers hold up to date with
// every write, undo included. Texts of one kind have row ids of one range, so that the index is read for that kind alone.
import type { Database } from 'better-sqlite3'
import { fold, foldedBeginning } from '../../domain/text/fold.ts'
import { AnyRichText, plainText } from '../../domain/text/rich-text.ts'
import type { RowChange, RowImage } from '../columns.ts'
import type { TempTrigger } from '../temp-triggers.ts'
import { firstRow, lastRow } from './kinds.ts'
import { assigned, columnsIn, type Followed, followed, type Source, sources, valuesOf } from './sources.ts'
import { vocabularyOf } from './vocabulary.ts'

/** Gives the connection our functions; with these triggers it keeps the index. */
export function searchTriggers(db: Database): TempTrigger[] {
  giveFunctions(db)
  return [...sources.flatMap(triggersOf), ...followed.flatMap(triggersOfFollowed)]
}

/** As a change of its tables leaves it. */
export function isSearchEmpty(db: Database): boolean {
  return db.prepare('SELECT 1 FROM search_text LIMIT 1').get() === undefined
}

/** Makes all that is kept for the search again from the rows themselves: after a damage there, or on a recovered database. */
export function rebuildSearch(db: Database): void {
  giveFunctions(db)
  db.exec('BEGIN IMMEDIATE')
  try {
    // The index is made new rather than emptied: emptying reads it, and it may be what is damaged.
    const own = db
      .prepare(
        `SELECT name, sql FROM sqlite_schema WHERE name = 'search_index' OR (type = 'trigger' AND tbl_name = 'search_text')`,
      )
      .all() as { name: string; sql: string }[]
    for (const { name } of own)
      db.exec(name === 'search_index' ? 'DROP TABLE search_index' : `DROP TRIGGER ${name}`)
    db.exec('DELETE FROM search_text')
    for (const source of sources) {
      const values = valuesOf(source)
      db.exec(`INSERT INTO search_text (rowid, kind, entity_id, ${Object.keys(values).join(', ')})
        SELECT ${firstRow(source.kind)} + row_number() OVER (ORDER BY ${source.date}, NEW.rowid),
          '${source.kind}', NEW.id, ${Object.values(values).join(', ')} FROM main.${source.table} AS NEW`)
    }
    for (const { sql } of own) db.exec(sql)
    db.exec(`INSERT INTO search_index (search_index) VALUES ('rebuild')`)
    db.exec('COMMIT')
  } catch (thrown) {
    if (db.inTransaction) db.exec('ROLLBACK')
    throw thrown
  }
}

/** Letters that put texts in order: two that begin alike so far are equal. */
const ORDERED_LETTERS = 40

function giveFunctions(db: Database): void {
  const vocabulary = vocabularyOf(db)
  db.function('fold', { deterministic: true }, (text) => {
    const folded = fold(String(text ?? ''))
    vocabulary.learn(folded)
    return folded
  })
  db.function('letters', { deterministic: true }, (text) =>
    foldedBeginning(String(text ?? ''), ORDERED_LETTERS),
  )
  db.function('rich_words', { deterministic: true }, (json) => richWords(String(json ?? '')))
}

/** A rich text kept as JSON, as words; what is not valid is not found rather than an error in the middle of a write. */
function richWords(json: string): string {
  const parsed = AnyRichText.safeParse(JSON.parse(json))
  return parsed.success ? plainText(parsed.data) : ''
}

function changed(columns: readonly string[]): string {
  return columns.map((column) => `OLD.${column} IS NOT NEW.${column}`).join(' OR ')
}

function triggersOf(source: Source): TempTrigger[] {
  const { kind, table } = source
  const values = Object.entries(valuesOf(source))
  const columns = columnsIn(Object.values(valuesOf(source)).join())
  return [
    {
      name: `search_${table}_insert`,
      table,
      event: 'INSERT',
      work: `INSERT INTO search_text (rowid, kind, entity_id, ${values.map(([column]) => column).join(', ')})
        SELECT (SELECT coalesce(max(rowid), ${firstRow(kind)}) + 1 FROM search_text
            WHERE rowid BETWEEN ${firstRow(kind)} AND ${lastRow(kind)}),
          '${kind}', NEW.id, ${values.map(([, value]) => value).join(', ')}`,
    },
    {
      name: `search_${table}_update`,
      table,
      event: 'UPDATE',
      when: changed(columns),
      work: `UPDATE search_text SET ${assigned(valuesOf(source))} WHERE kind = '${kind}' AND entity_id = NEW.id`,
    },
    {
      name: `search_${table}_delete`,
      table,
      event: 'DELETE',
      work: `DELETE FROM search_text WHERE kind = '${kind}' AND entity_id = OLD.id`,
    },
  ]
}

function triggersOfFollowed({ table, columns, comesAndGoes, kinds, where, values }: Followed): TempTrigger[] {
  const on = (event: 'INSERT' | 'UPDATE' | 'DELETE', row: 'NEW' | 'OLD') => ({
    name: `search_${table}_followed_${event.toLowerCase()}`,
    table,
    event,
    work: `UPDATE search_text SET ${assigned(values)}
      WHERE ${where.replaceAll('NEW.', `${row}.`)} AND kind IN (${kinds.map((kind) => `'${kind}'`).join(', ')})`,
  })
  const updated = {
    ...on('UPDATE', 'NEW'),
    event: `UPDATE OF ${columns.join()}`,
    when: changed(columns),
  }
  return comesAndGoes === true ? [updated, on('INSERT', 'NEW'), on('DELETE', 'OLD')] : [updated]
}

/** The tables that the triggers keep. */
export const searchTables: readonly string[] = ['search_text', 'search_index']

/** The columns that each value is made from, told once: every row that is written asks for them. */
const madeOf = (values: Readonly<Record<string, string>>) =>
  Object.entries(values).map(([column, value]) => [column, columnsIn(value)] as const)

const ownTexts = sources.map((source) => {
  const { kind, table, title, body, also = '' } = source
  const told = `${title} ${body} ${also}`
  // The words of a row are known where its text is made of nothing else.
  return {
    kind,
    table,
    made: madeOf(valuesOf(source)),
    words: told.includes('SELECT') ? null : columnsIn(told),
  }
})
const followedTexts = followed.map((one) => ({ ...one, made: madeOf(one.values) }))

/**
 * How changes of other rows changed a table of the search. A value is told by what it is made from: it is another
 * one exactly when that is.
 */
export function searchChanges(table: string, rows: readonly RowChange[]): RowChange[] {
  return rows.flatMap((row) => {
    const changed = (imageOf: (image: RowImage) => RowImage): RowChange => ({
      table,
      before: row.before === null ? null : imageOf(row.before),
      after: row.after === null ? null : imageOf(row.after),
    })
    const own = ownTexts.filter((text) => text.table === row.table)
    const isUpdate = row.before !== null && row.after !== null
    const others = followedTexts.filter(
      (one) => one.table === row.table && (isUpdate || one.comesAndGoes === true),
    )
    return [
      ...own.map(({ kind, made, words }) =>
        changed((image) => ({
          ...madeFrom(made, image),
          ...(words === null ? {} : { words: wordsOf(words, image) }),
          kind,
          entity_id: image.id ?? null,
        })),
      ),
      ...others.flatMap(({ kinds, made }) =>
        kinds.map((kind) => changed((image) => ({ ...madeFrom(made, image), kind }))),
      ),
    ]
  })
}

function madeFrom(made: ReturnType<typeof madeOf>, row: RowImage): RowImage {
  return Object.fromEntries(
    made.map(([column, from]) => [column, JSON.stringify(from.map((one) => row[one]))]),
  )
}

const wordsOf = (columns: readonly string[], row: RowImage) =>
  fold(columns.map((column) => row[column] ?? '').join(' '))

/** Whether a row may hold one spelling of each word; one that does not tell its words may hold any. */
export function mayHold(row: RowImage, words: readonly (readonly string[])[]): boolean {
  const own = row.words ?? null
  return own === null || words.every((forms) => forms.some((form) => String(own).includes(form)))
}
