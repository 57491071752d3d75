import { AppError } from '../../contract/errors.ts'
import type { Transaction } from '../../db/driver.ts'
import { defined, deleteRow, updateRow } from '../../db/rows.ts'
import { MAX_ITEMS } from '../../domain/agenda/agenda.ts'
import type { Handlers } from '../context.ts'
import { agendaView } from '../reads/agenda.ts'
import { templateLines } from '../reads/template-lines.ts'
import { layTemplate } from './template.ts'

export const templateHandlers: Pick<
  Handlers<'agenda'>,
  | 'agenda.template'
  | 'agenda.applyTemplate'
  | 'agenda.addTemplateLine'
  | 'agenda.updateTemplateLine'
  | 'agenda.moveTemplateLine'
  | 'agenda.removeTemplateLine'
> = {
  'agenda.template': ({ tx }) => templateLines(tx),
  async 'agenda.applyTemplate'(context, { meetingId }) {
    context.about(meetingId)
    await layTemplate(context, meetingId)
    return agendaView(context.tx, meetingId)
  },
  async 'agenda.addTemplateLine'({ tx }, { id, fields }) {
    const lines = await templateLines(tx)
    if (lines.some((line) => line.id === id)) return lines
    if (lines.length >= MAX_ITEMS)
      throw new AppError('limit-reached', { limit: { of: 'templateLines', most: MAX_ITEMS } })
    // Any other business stays last.
    const closing = lines.findIndex(({ role }) => role === 'otherBusiness')
    const index = closing === -1 || fields.role === 'otherBusiness' ? lines.length : closing
    await tx
      .insertInto('agendaTemplateLine')
      .values({ ...fields, id, version: 1, position: index })
      .execute()
    return inOrder(tx, id, index)
  },
  async 'agenda.updateTemplateLine'({ tx, mergeAs }, { id, version, patch }) {
    await updateRow(tx, 'agendaTemplateLine', { id, version }, defined(patch))
    mergeAs(`${id} ${Object.keys(patch).join()}`)
    return templateLines(tx)
  },
  async 'agenda.moveTemplateLine'({ tx }, { index, ...target }) {
    await updateRow(tx, 'agendaTemplateLine', target, {})
    return inOrder(tx, target.id, index)
  },
  async 'agenda.removeTemplateLine'({ tx }, target) {
    await deleteRow(tx, 'agendaTemplateLine', target)
    return inOrder(tx)
  },
}

/** Dense positions 0…n−1, with one line at a wished rank; only rows that change are written. */
async function inOrder(tx: Transaction, id?: string, index = 0) {
  const lines = await templateLines(tx)
  const wished = lines.find((line) => line.id === id)
  const order = lines.filter((line) => line.id !== id)
  if (wished) order.splice(Math.min(index, order.length), 0, wished)
  for (const [position, line] of order.entries())
    if (line.position !== position)
      await tx.updateTable('agendaTemplateLine').set({ position }).where('id', '=', line.id).execute()
  return templateLines(tx)
}
