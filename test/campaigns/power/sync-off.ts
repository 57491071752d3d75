// A planted defect, never part of the product. Loaded into a core process it makes SQLite write without ever waiting
// for the disk. A campaign of power cuts that finds nothing wrong with it is blind.
import Database from 'better-sqlite3'

type Pragma = (this: Database.Database, source: string, options?: Database.PragmaOptions) => unknown
const prototype = Database.prototype as { pragma: Pragma }
const really = prototype.pragma

prototype.pragma = function (source, options) {
  return really.call(this, source.startsWith('synchronous') ? 'synchronous = OFF' : source, options)
}
