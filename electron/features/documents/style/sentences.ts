import type { StandardSentence } from '../../../contract/document-style.ts'
import { AppError } from '../../../contract/errors.ts'
import type { Parsed } from '../../../contract/index.ts'
import type { Reader } from '../../../db/driver.ts'
import { deleteRow, updateRow } from '../../../db/rows.ts'
import { SentenceKey, shippedSentence, unknownInSentence } from '../../../domain/text/standard-sentences.ts'
import type { WriteContext } from '../../context.ts'
import { newId } from '../../new-id.ts'

export async function sentencesOf(tx: Reader): Promise<StandardSentence[]> {
  const rows = await tx.selectFrom('standardSentence').selectAll().execute()
  return SentenceKey.options.map((key) => {
    const { shipped, fields } = shippedSentence(key)
    const own = rows.find((row) => row.sentenceKey === key)
    return { key, version: own?.version ?? 0, text: own?.text ?? shipped, shipped, fields: [...fields] }
  })
}

export async function updateSentence(
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

export async function resetSentence({ tx }: WriteContext, key: SentenceKey): Promise<StandardSentence[]> {
  await tx.deleteFrom('standardSentence').where('sentenceKey', '=', key).execute()
  return sentencesOf(tx)
}
