import type { ListedLetterhead } from '../../../contract/document-style.ts'
import { AppError } from '../../../contract/errors.ts'
import type { Parsed } from '../../../contract/index.ts'
import type { Transaction } from '../../../db/driver.ts'
import { keepBytes } from '../../../db/files/store.ts'
import { defined, deleteRow, getRow, type Target, updateRow } from '../../../db/rows.ts'
import { type Logo, MAX_LOGO_BYTES, MAX_PARTNER_LOGOS } from '../../../domain/documents/letterhead.ts'
import { LINE_LENGTH } from '../../../domain/limits.ts'
import type { LongContext, WriteContext } from '../../context.ts'
import { newId } from '../../new-id.ts'
import { listedLetterheads, logosOf } from '../../reads/document-style.ts'

export async function addLogo(
  context: LongContext,
  { letterheadId, role, file }: Parsed<'documentStyle.addLogo'>,
): Promise<ListedLetterhead[]> {
  if (file.bytes.length === 0) throw new AppError('file-empty')
  if (file.bytes.length > MAX_LOGO_BYTES) throw new AppError('logo-too-large')
  const { bytes, ...picture } = await context.runJob('readLogo', { bytes: file.bytes })
  const sha256 = await keepBytes(context, bytes)
  const logo = { ...picture, sha256, letterheadId, role, fileName: file.fileName }
  return context.write('documentStyle.addLogo', (write) => place(write, logo))
}

async function place(
  { tx, now }: WriteContext,
  logo: Omit<Logo, 'id' | 'version' | 'position' | 'alt'>,
): Promise<ListedLetterhead[]> {
  const { issuer } = await getRow(tx, 'letterhead', logo.letterheadId)
  const all = await logosOf(tx, logo.letterheadId)
  const same = all.filter(({ role }) => role === logo.role)
  if (same.some(({ sha256 }) => sha256 === logo.sha256)) throw new AppError('file-already-there')
  if (logo.role === 'issuer') for (const former of same) await deleteRow(tx, 'logo', former)
  else if (same.length >= MAX_PARTNER_LOGOS)
    throw new AppError('limit-reached', { limit: { of: 'logos', most: MAX_PARTNER_LOGOS } })
  const position = logo.role === 'issuer' ? 0 : same.length
  const alt = logo.role === 'issuer' && issuer.trim() !== '' ? issuer.trim() : wordsOf(logo.fileName)
  await tx
    .insertInto('logo')
    .values({ ...logo, id: newId(now), version: 1, position, alt })
    .execute()
  return listedLetterheads(tx)
}

/** "logo_association-demo_v2.svg" says "association demo"; nothing when the name says nothing. */
function wordsOf(fileName: string): string {
  return fileName
    .replace(/\.[^.]*$/, '')
    .split(/[\s_\-.]+/)
    .filter(
      (word) => /\p{L}{2}/u.test(word) && !/^(logo|logotype|image|img|capture|copie|final|v\d+)$/i.test(word),
    )
    .join(' ')
    .slice(0, LINE_LENGTH)
}

export async function updateLogo(
  { tx, mergeAs }: WriteContext,
  { id, version, patch }: Parsed<'documentStyle.updateLogo'>,
): Promise<ListedLetterhead[]> {
  await updateRow(tx, 'logo', { id, version }, defined(patch))
  mergeAs(`${id} ${Object.keys(patch).join()}`)
  return listedLetterheads(tx)
}

export async function moveLogo(
  { tx }: WriteContext,
  { index, ...target }: Parsed<'documentStyle.moveLogo'>,
): Promise<ListedLetterhead[]> {
  const { letterheadId } = await updateRow(tx, 'logo', target, {})
  await inOrder(tx, letterheadId, target.id, index)
  return listedLetterheads(tx)
}

export async function removeLogo({ tx }: WriteContext, target: Target): Promise<ListedLetterhead[]> {
  const { letterheadId } = await deleteRow(tx, 'logo', target)
  await inOrder(tx, letterheadId)
  return listedLetterheads(tx)
}

/** Dense positions of the partners' logos, with one at a wished rank; only rows that change are written. */
async function inOrder(tx: Transaction, letterheadId: string, id?: string, index = 0): Promise<void> {
  const partners = (await logosOf(tx, letterheadId)).filter(({ role }) => role === 'partner')
  const wished = partners.find((logo) => logo.id === id)
  const order = partners.filter((logo) => logo.id !== id)
  if (wished !== undefined) order.splice(Math.min(index, order.length), 0, wished)
  for (const [position, logo] of order.entries())
    if (logo.position !== position)
      await tx.updateTable('logo').set({ position }).where('id', '=', logo.id).execute()
}
