import type { Database } from 'better-sqlite3'

export type IndexedText = {
  rowid: number
  kind: string
  entityId: string
  meetingId: string | null
  itemId: string | null
  date: string | null
  title: string
}

/** The texts that can be found, in the order in which the search shows them; those of deleted meetings are left out. */
export function indexedTexts(db: Database): IterableIterator<IndexedText> {
  return db
    .prepare(
      `SELECT t.rowid, t.kind, t.entity_id AS entityId, t.meeting_id AS meetingId, t.item_id AS itemId, t.date, t.title
       FROM search_text AS t LEFT JOIN meeting AS m ON m.id = t.meeting_id
       WHERE m.deleted_at IS NULL ORDER BY t.date IS NULL, t.date DESC, t.rowid DESC`,
    )
    .iterate() as IterableIterator<IndexedText>
}

/** Words in the order of their bytes, each once for every time that a text holds it. */
export function indexedWords(db: Database): IterableIterator<{ term: string; doc: number }> {
  db.exec(`CREATE VIRTUAL TABLE temp.indexed_word USING fts5vocab ('main', 'search_index', 'instance')`)
  return db.prepare('SELECT term, doc FROM temp.indexed_word').iterate() as IterableIterator<{
    term: string
    doc: number
  }>
}
