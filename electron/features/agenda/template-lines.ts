// Template lines: what the template of agendas says, for whoever lays it or recognises what it laid.
import type { Reader } from '../../db/driver.ts'
import type { AgendaTemplateLine } from '../../domain/agenda-version.ts'

/** In order. */
export function templateLines(tx: Reader): Promise<AgendaTemplateLine[]> {
  return tx.selectFrom('agendaTemplateLine').selectAll().orderBy('position').orderBy('id').execute()
}
