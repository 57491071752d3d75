import type { Reader } from '../../db/driver.ts'
import type { AgendaTemplateLine } from '../../domain/agenda/version.ts'

/** The lines of the template of agendas, in order; of one role, if given. */
export function templateLines(tx: Reader, role?: AgendaTemplateLine['role']): Promise<AgendaTemplateLine[]> {
  const lines = tx.selectFrom('agendaTemplateLine').selectAll().orderBy('position').orderBy('id')
  return (role === undefined ? lines : lines.where('role', '=', role)).execute()
}
