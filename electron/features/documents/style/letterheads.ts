import type { ListedLetterhead } from '../../../contract/document-style.ts'
import { AppError } from '../../../contract/errors.ts'
import type { Parsed } from '../../../contract/index.ts'
import { defined, deleteRow, getRow, type Target, updateRow } from '../../../db/rows.ts'
import { letterheadOn } from '../../../domain/documents/letterhead.ts'
import type { WriteContext } from '../../context.ts'
import { newId } from '../../new-id.ts'
import { letterheads, listedLetterheads, logosOf } from '../../reads/document-style.ts'

export async function addLetterhead(
  { tx, now }: WriteContext,
  { id, validFrom }: Parsed<'documentStyle.addLetterhead'>,
): Promise<ListedLetterhead[]> {
  const all = await letterheads(tx)
  if (all.some((one) => one.id === id)) return listedLetterheads(tx)
  if (all.some((one) => one.validFrom === validFrom))
    throw new AppError('invalid-input', { field: 'validFrom' })
  const model = letterheadOn(all, validFrom)
  if (model === null) throw new AppError('not-found')
  await tx
    .insertInto('letterhead')
    .values({ ...model, id, version: 1, validFrom })
    .execute()
  for (const logo of await logosOf(tx, model.id))
    await tx
      .insertInto('logo')
      .values({ ...logo, id: newId(now), version: 1, letterheadId: id })
      .execute()
  return listedLetterheads(tx)
}

export async function updateLetterhead(
  { tx, mergeAs }: WriteContext,
  { id, version, patch }: Parsed<'documentStyle.updateLetterhead'>,
): Promise<ListedLetterhead[]> {
  const { validFrom } = patch
  if (validFrom !== undefined) {
    const before = await getRow(tx, 'letterhead', id)
    const isFirst = before.validFrom === null
    const others = (await letterheads(tx)).filter((one) => one.id !== id)
    if (isFirst !== (validFrom === null) || others.some((one) => one.validFrom === validFrom))
      throw new AppError('invalid-input', { field: 'validFrom' })
  }
  await updateRow(tx, 'letterhead', { id, version }, defined(patch))
  mergeAs(`${id} ${Object.keys(patch).join()}`)
  return listedLetterheads(tx)
}

export async function removeLetterhead({ tx }: WriteContext, target: Target): Promise<ListedLetterhead[]> {
  const { validFrom } = await getRow(tx, 'letterhead', target.id)
  if (validFrom === null) throw new AppError('invalid-input', { field: 'id' })
  await tx.deleteFrom('logo').where('letterheadId', '=', target.id).execute()
  await deleteRow(tx, 'letterhead', target)
  return listedLetterheads(tx)
}
