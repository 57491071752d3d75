// The one inside the package, unless the launcher names another built for an older runtime.
import type { Options } from 'better-sqlite3'

/** Options for `new Database`: SEANCES_SQLITE_BINDING names a binding file for runtimes below Node-API 10. */
export function nativeOptions(): Pick<Options, 'nativeBinding'> {
  const binding = process.env.SEANCES_SQLITE_BINDING
  return binding === undefined || binding === '' ? {} : { nativeBinding: binding }
}
