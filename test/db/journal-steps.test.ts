import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { Journal, journalTriggers } from '../../electron/db/journal/journal.ts'
import { migrate } from '../../electron/db/migrate.ts'
import { nativeOptions } from '../../electron/db/native.ts'
import { makeTriggers } from '../../electron/db/temp-triggers.ts'

let db: Database.Database
beforeEach(() => {
  db = new Database(':memory:', nativeOptions())
  migrate(db)
})
afterEach(() => void db.close())

it('a transaction of a long act reads what it changed itself, and nothing of those before', () => {
  const journal = new Journal(db)
  makeTriggers(db, journalTriggers(db))
  const add = (word: string) =>
    db.prepare('INSERT INTO dictionary_word (id, version, word) VALUES (?, 1, ?)').run(word, word)
  const wordsSince = (ord: number, tables: readonly string[]) =>
    journal.changesIn(ord, tables).map(({ after }) => after?.word)
  const entry = { at: '2026-11-30T09:00:00.000Z', who: 'ada', method: 'oldFiles.take' }
  const seq = journal.begin({ ...entry, meetingId: null, mergeKey: null })
  add('premier')
  add('deuxième')
  journal.end(seq, 0, { meetingId: null, mergeKey: null })
  const upTo = journal.lastChange
  expect(wordsSince(0, ['dictionary_word'])).toEqual(['premier', 'deuxième'])
  journal.resume(seq)
  add('troisième')
  expect(wordsSince(upTo, ['meeting', 'dictionary_word'])).toEqual(['troisième'])
  expect(wordsSince(upTo, ['meeting'])).toEqual([])
})
