import type { Database } from 'better-sqlite3'

/**
 * The works that go through every table: recording and taking back, merging two desks, finding and erasing what texts say,
 * summing each row.
 */
export type Way = 'journal' | 'merge' | 'texts' | 'sums'

/** The tables that are left out of something, and why. A table that is not named is in everything. */
export const exceptions: Readonly<Record<string, Partial<Record<Way, string>>>> = {
  journal_entry: { journal: 'is the journal', merge: 'is the history of one desk', sums: 'is the journal' },
  journal_change: {
    journal: 'is the journal',
    merge: 'is the history of one desk',
    texts: 'has rows of images, which have a way of their own',
    sums: 'has images that are compared with their rows before they are used',
  },
  row_sum: {
    journal: 'is made from the other rows',
    merge: 'is made from the other rows',
    texts: 'has no text',
    sums: 'is the sums',
  },
  search_text: {
    journal: 'is made from the other rows',
    merge: 'is made from the other rows',
    texts: 'has a way of its own, as its words have an index',
    sums: 'is made from the other rows',
  },
  profile: { journal: 'says which desk wrote last', merge: 'says which data these are' },
  session_draft: { journal: 'is the line being typed', merge: 'is the line being typed on one desk' },
  learnt_layout: {
    journal: 'is learnt by one desk, and forgotten in the settings',
    merge: 'is learnt by one desk',
  },
  agenda_version: { journal: 'was published: nothing calls the paper back' },
  minutes_version: { journal: 'was sent, or came back: nothing calls the paper back' },
  produced_document: { journal: 'left the application: nothing calls the paper back' },
  sending: { journal: 'says what was handed to a mail server: nothing calls it back' },
  shared_file: { journal: 'says what lies in the shared folder' },
  approval: { journal: 'cannot be taken back' },
  corrigendum: { journal: 'cannot be taken back' },
  erasure: { journal: 'proves what was erased' },
  takeover_file: { journal: 'is made by reading old files, and again by reading them again' },
}

/** The tables of the schema that something goes through. */
export function tablesOf(db: Database, way: Way): string[] {
  return storedTables(db).filter((name) => exceptions[name]?.[way] === undefined)
}

/** Without those of SQLite and the parts of the word index. */
export function storedTables(db: Database): string[] {
  return db
    .prepare(
      `SELECT name FROM pragma_table_list
       WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`,
    )
    .pluck()
    .all() as string[]
}
