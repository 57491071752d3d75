import Database from 'better-sqlite3'
import type { StoredSurvey } from '../../contract/recovery.ts'
import { nativeOptions } from '../native.ts'

/** Each fact on its own: a damaged file may still give some of them. */
export function surveyDatabase(path: string): StoredSurvey {
  let db: Database.Database | undefined
  const ask = (sql: string): unknown => {
    try {
      return db?.prepare(sql).pluck().get() ?? null
    } catch {
      return null
    }
  }
  const count = (table: string): number | null => {
    const rows = ask(`SELECT count(*) FROM ${table}`)
    return typeof rows === 'number' ? rows : null
  }
  try {
    db = new Database(path, { ...nativeOptions(), readonly: true, fileMustExist: true })
    const upTo = ask('SELECT at FROM journal_entry ORDER BY seq DESC LIMIT 1')
    return {
      upTo: typeof upTo === 'string' ? upTo : null,
      lastChange: lastChange(db),
      meetings: count('meeting WHERE deleted_at IS NULL'),
      minutes: count('minutes'),
      actions: count('action'),
      lastMeetings: lastMeetings(db),
    }
  } catch {
    return { upTo: null, lastChange: null, meetings: null, minutes: null, actions: null, lastMeetings: [] }
  } finally {
    db?.close()
  }
}

function lastChange(db: Database.Database): StoredSurvey['lastChange'] {
  try {
    const found = db.prepare('SELECT who, method FROM journal_entry ORDER BY seq DESC LIMIT 1').get()
    return (found as StoredSurvey['lastChange'] | undefined) ?? null
  } catch {
    return null
  }
}

function lastMeetings(db: Database.Database): StoredSurvey['lastMeetings'] {
  try {
    return db
      .prepare('SELECT date, title FROM meeting WHERE deleted_at IS NULL ORDER BY date DESC, id DESC LIMIT 5')
      .all() as StoredSurvey['lastMeetings']
  } catch {
    return []
  }
}
