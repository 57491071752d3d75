import { AppError } from '../../contract/errors.ts'
import type { TextLife } from '../../contract/watch-life.ts'
import { defined, deleteRow, getRow, updateRow } from '../../db/rows.ts'
import { isSentinelDate, MAX_OF_A_TEXT } from '../../domain/watch/text-life.ts'
import type { Handlers, WriteContext } from '../context.ts'
import { due } from './due.ts'
import { fillAgenda } from './fill-agenda.ts'
import { textLife } from './life.ts'
import { addLink } from './links.ts'
import { matchTexts } from './matches.ts'

type Table = 'textDeadline' | 'textConsultation'

export const handlers: Handlers<'watchLife'> = {
  'watch.life': ({ tx }, { id }) => textLife({ tx }, id),
  'watch.due': due,
  async 'watch.addLink'(context, link) {
    await addLink(context, link)
    return textLife(context, link.watchItemId)
  },
  async 'watch.removeLink'(context, target) {
    const { watchItemId } = await deleteRow(context.tx, 'textLink', target)
    return textLife(context, watchItemId)
  },
  async 'watch.match'(context, rows) {
    await matchTexts(context, rows)
    return textLife(context, rows.kept.id)
  },
  'watch.fillAgenda': fillAgenda,
  async 'watch.addDeadline'(context, { id, watchItemId, fields }) {
    refuseSentinels(fields)
    if (await mayAdd(context, 'textDeadline', { id, watchItemId }))
      await context.tx
        .insertInto('textDeadline')
        .values({ ...fields, id, watchItemId, version: 1 })
        .execute()
    return textLife(context, watchItemId)
  },
  'watch.updateDeadline': (context, { id, version, patch }) =>
    change(context, 'textDeadline', { id, version }, patch),
  'watch.removeDeadline': (context, target) => remove(context, 'textDeadline', target),
  async 'watch.addConsultation'(context, { id, watchItemId, fields }) {
    refuseSentinels(fields)
    if (await mayAdd(context, 'textConsultation', { id, watchItemId }))
      await context.tx
        .insertInto('textConsultation')
        .values({ ...fields, id, watchItemId, version: 1 })
        .execute()
    return textLife(context, watchItemId)
  },
  'watch.updateConsultation': (context, { id, version, patch }) =>
    change(context, 'textConsultation', { id, version }, patch),
  'watch.removeConsultation': (context, target) => remove(context, 'textConsultation', target),
}

/**
 * A date that means "none" in official files is no date of a sheet.
 * @throws AppError `invalid-input` with the field that holds one.
 */
export function refuseSentinels(fields: Readonly<Record<string, unknown>>): void {
  for (const [field, value] of Object.entries(fields))
    if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && isSentinelDate(value))
      throw new AppError('invalid-input', { field })
}

/** False for one that is there already: the call was sent again. */
async function mayAdd(
  { tx }: WriteContext,
  table: Table,
  { id, watchItemId }: { id: string; watchItemId: string },
): Promise<boolean> {
  await getRow(tx, 'watchItem', watchItemId)
  const there = await tx.selectFrom(table).select('id').where('watchItemId', '=', watchItemId).execute()
  if (there.some((row) => row.id === id)) return false
  if (there.length >= MAX_OF_A_TEXT) throw new AppError('limit-reached')
  return true
}

async function change<T extends Table>(
  context: WriteContext,
  table: T,
  target: { id: string; version: number },
  patch: object,
): Promise<TextLife> {
  refuseSentinels({ ...patch })
  const { watchItemId } = await updateRow(context.tx, table, target, defined(patch))
  context.mergeAs(`${target.id} ${Object.keys(patch).join()}`)
  return textLife(context, watchItemId)
}

async function remove(
  context: WriteContext,
  table: Table,
  target: { id: string; version: number },
): Promise<TextLife> {
  const { watchItemId } = await deleteRow(context.tx, table, target)
  return textLife(context, watchItemId)
}
