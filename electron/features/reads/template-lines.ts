import type { Reader } from '../../db/driver.ts'
import type { AgendaTemplateLine } from '../../domain/agenda/version.ts'

/** The lines of the template of agendas, in order. */
export function templateLines(tx: Reader): Promise<AgendaTemplateLine[]> {
  return tx.selectFrom('agendaTemplateLine').selectAll().orderBy('position').orderBy('id').execute()
}
