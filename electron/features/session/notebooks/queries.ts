import type { Output } from '../../../contract/index.ts'
import type { NotebooksView } from '../../../contract/notebooks.ts'
import type { Reader } from '../../../db/driver.ts'
import type { Row } from '../../../db/tables.ts'
import { type AgendaItem, itemNumbers } from '../../../domain/agenda/agenda.ts'
import type { NotebookItem } from '../../../domain/session/notebook.ts'
import type { Notebook } from '../../../domain/session/session.ts'
import { refuseApproved } from '../../reads/minutes.ts'

export async function notebooksView(tx: Reader, meetingId: string): Promise<NotebooksView> {
  const notebooks = await tx
    .selectFrom('notebook')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .orderBy('readAt')
    .orderBy('id')
    .execute()
  return {
    meetingId,
    notebooks: notebooks.map(toNotebook),
    lines: await tx
      .selectFrom('sessionLine')
      .selectAll()
      .where('meetingId', '=', meetingId)
      .orderBy('at')
      .orderBy('position')
      .execute(),
  }
}

export async function notebooksProgress(
  tx: Reader,
  meetingId: string,
): Promise<Output<'notebooks.progress'>> {
  const states = await tx
    .selectFrom('sessionLine')
    .select(['state', (eb) => eb.fn.countAll<number>().as('count')])
    .where('meetingId', '=', meetingId)
    .where('notebookId', 'is not', null)
    .groupBy('state')
    .execute()
  const { count: notebooks } = await tx
    .selectFrom('notebook')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('meetingId', '=', meetingId)
    .executeTakeFirstOrThrow()
  return {
    notebooks,
    lines: states.reduce((sum, { count }) => sum + count, 0),
    open: states.find(({ state }) => state === 'proposed')?.count ?? 0,
  }
}

/** Written by the application only: it comes back as what it is. */
export function toNotebook(row: Row<'notebook'>): Notebook {
  return { ...row, gone: JSON.parse(row.gone) as Notebook['gone'] }
}

/** Items as a notebook tells them. */
export function notebookItems(items: readonly AgendaItem[]): NotebookItem[] {
  const numbers = itemNumbers(items)
  return items
    .filter(({ kind }) => kind !== 'break')
    .map(({ id, title }) => ({ id, number: numbers.get(id) ?? '', title }))
}

export async function refuseApprovedMinutes(tx: Reader, meetingId: string): Promise<void> {
  const minutes = await tx
    .selectFrom('minutes')
    .select('state')
    .where('meetingId', '=', meetingId)
    .executeTakeFirst()
  if (minutes !== undefined) refuseApproved(minutes)
}
