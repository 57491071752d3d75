import type { ListedLetterhead, StandardSentence } from '../../../contract/document-style.ts'
import { AppError } from '../../../contract/errors.ts'
import type { Parsed } from '../../../contract/index.ts'
import type { Reader } from '../../../db/driver.ts'
import { keptBytes } from '../../../db/files/store.ts'
import { defined, deleteRow, getRow, type Target, updateRow } from '../../../db/rows.ts'
import { isLegible } from '../../../domain/documents/document-style.ts'
import { letterheadOn } from '../../../domain/documents/letterhead.ts'
import { SentenceKey, shippedSentence, unknownInSentence } from '../../../domain/text/standard-sentences.ts'
import type { Handlers, WriteContext } from '../../context.ts'
import { newId } from '../../new-id.ts'
import { getStyle, letterheads, listedLetterheads, logosOf } from '../../reads/document-style.ts'
import { addLogo, moveLogo, removeLogo, updateLogo } from './logos.ts'
import { removeTemplate, setTemplate } from './templates.ts'

export const handlers: Handlers<'documentStyle'> = {
  'documentStyle.get': ({ tx }) => getStyle(tx),
  'documentStyle.letterheads': ({ tx }) => listedLetterheads(tx),
  'documentStyle.sentences': ({ tx }) => sentencesOf(tx),
  async 'documentStyle.logoImage'({ tx, dataFolder }, { id }) {
    const { sha256, mediaType } = await getRow(tx, 'logo', id)
    return { bytes: await keptBytes(dataFolder, sha256), mediaType }
  },
  async 'documentStyle.update'({ tx, mergeAs }, { version, patch }) {
    for (const field of colours) {
      const colour = patch[field]
      if (colour !== undefined && !isLegible(colour)) throw new AppError('colour-illegible', { field })
    }
    mergeAs(`document style ${Object.keys(patch).join()}`)
    const { hiddenSections, embedsData, ...rest } = patch
    const { numUpdatedRows } = await tx
      .updateTable('documentStyle')
      .set({
        ...defined(rest),
        ...(hiddenSections === undefined ? {} : { hiddenSections: JSON.stringify(hiddenSections) }),
        ...(embedsData === undefined ? {} : { embedsData: embedsData ? 1 : 0 }),
        version: version + 1,
      })
      .where('version', '=', version)
      .executeTakeFirstOrThrow()
    if (numUpdatedRows === 0n) throw new AppError('conflict')
    return getStyle(tx)
  },
  'documentStyle.addLetterhead': addLetterhead,
  'documentStyle.updateLetterhead': updateLetterhead,
  'documentStyle.removeLetterhead': removeLetterhead,
  'documentStyle.updateLogo': updateLogo,
  'documentStyle.moveLogo': moveLogo,
  'documentStyle.removeLogo': removeLogo,
  'documentStyle.updateSentence': updateSentence,
  'documentStyle.resetSentence': (context, { key }) => resetSentence(context, key),
  'documentStyle.addLogo': addLogo,
  'documentStyle.setTemplate': setTemplate,
  'documentStyle.removeTemplate': removeTemplate,
}

const colours = ['accent', 'decisionColour', 'actionColour'] as const

async function addLetterhead(
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

async function updateLetterhead(
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

async function removeLetterhead({ tx }: WriteContext, target: Target): Promise<ListedLetterhead[]> {
  const { validFrom } = await getRow(tx, 'letterhead', target.id)
  if (validFrom === null) throw new AppError('invalid-input', { field: 'id' })
  await tx.deleteFrom('logo').where('letterheadId', '=', target.id).execute()
  await deleteRow(tx, 'letterhead', target)
  return listedLetterheads(tx)
}

async function sentencesOf(tx: Reader): Promise<StandardSentence[]> {
  const rows = await tx.selectFrom('standardSentence').selectAll().execute()
  return SentenceKey.options.map((key) => {
    const { shipped, fields } = shippedSentence(key)
    const own = rows.find((row) => row.sentenceKey === key)
    return { key, version: own?.version ?? 0, text: own?.text ?? shipped, shipped, fields: [...fields] }
  })
}

async function updateSentence(
  { tx, now, mergeAs }: WriteContext,
  { key, version, patch }: Parsed<'documentStyle.updateSentence'>,
): Promise<StandardSentence[]> {
  const text = patch.text.trim()
  const [unknown] = unknownInSentence(key, text)
  if (unknown !== undefined) throw new AppError('invalid-input', { field: unknown })
  mergeAs(`sentence ${key}`)
  const row = await tx
    .selectFrom('standardSentence')
    .selectAll()
    .where('sentenceKey', '=', key)
    .executeTakeFirst()
  if ((row?.version ?? 0) !== version) throw new AppError('conflict')
  if (text === '') throw new AppError('invalid-input', { field: 'text' })
  const isShipped = text === shippedSentence(key).shipped
  if (row === undefined && !isShipped)
    await tx
      .insertInto('standardSentence')
      .values({ id: newId(now), version: 1, sentenceKey: key, text })
      .execute()
  else if (row !== undefined && isShipped) await deleteRow(tx, 'standardSentence', row)
  else if (row !== undefined) await updateRow(tx, 'standardSentence', row, { text })
  return sentencesOf(tx)
}

async function resetSentence({ tx }: WriteContext, key: SentenceKey): Promise<StandardSentence[]> {
  await tx.deleteFrom('standardSentence').where('sentenceKey', '=', key).execute()
  return sentencesOf(tx)
}
