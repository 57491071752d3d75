// A planted defect, never part of the product. Loaded into a core process it puts every COMMIT off by a moment, so that
// writes are acknowledged before they are kept. A campaign that finds nothing wrong with it is blind.
import Database from 'better-sqlite3'

/** Longer than the pause between two saves: the next BEGIN commits what is pending, as SQLite would insist. */
const LATER_MS = 200

type Exec = (this: Database.Database, sql: string) => Database.Database
const prototype = Database.prototype as { exec: Exec }
const really = prototype.exec
let pending: (() => void) | undefined

prototype.exec = function (sql) {
  pending?.()
  if (sql !== 'COMMIT') return really.call(this, sql)
  const commit = () => {
    clearTimeout(timer)
    pending = undefined
    if (this.open && this.inTransaction) really.call(this, 'COMMIT')
  }
  const timer = setTimeout(commit, LATER_MS)
  pending = commit
  return this
}
