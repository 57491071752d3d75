import type { DocumentKind } from '../../../contract/documents.ts'
import { AppError } from '../../../contract/errors.ts'
import type { Output, Parsed } from '../../../contract/index.ts'
import type { Transaction } from '../../../db/driver.ts'
import { keepBytes, keptBytes } from '../../../db/files/store.ts'
import type { DocumentStyle } from '../../../domain/documents/document-style.ts'
import { isFillable, type TemplateKind } from '../../../domain/documents/word-template.ts'
import { MOST_READ_BYTES } from '../../../domain/limits.ts'
import type { LongContext, WriteContext } from '../../context.ts'
import { getStyle } from '../../reads/document-style.ts'

export async function setTemplate(
  context: LongContext,
  { kind, file }: Parsed<'documentStyle.setTemplate'>,
): Promise<Output<'documentStyle.setTemplate'>> {
  const { fileName, bytes } = file
  if (bytes.length === 0) throw new AppError('file-empty')
  if (bytes.length > MOST_READ_BYTES)
    throw new AppError('file-too-large', { limit: { of: 'fileBytes', most: MOST_READ_BYTES } })
  const fields = await context.runJob('readTemplate', { bytes, kind })
  if (!isFillable(fields)) return { fields, style: await context.read(({ tx }) => getStyle(tx)) }
  const sha256 = await keepBytes(context, bytes)
  const style = await context.write('documentStyle.setTemplate', async ({ tx }) => {
    const { version } = await getStyle(tx)
    return put(tx, { kind, version, fileName, sha256 })
  })
  return { fields, style }
}

export function removeTemplate(
  { tx }: WriteContext,
  { kind, version }: Parsed<'documentStyle.removeTemplate'>,
): Promise<DocumentStyle> {
  return put(tx, { kind, version, fileName: '', sha256: null })
}

async function put(
  tx: Transaction,
  {
    kind,
    version,
    fileName,
    sha256,
  }: { kind: TemplateKind; version: number; fileName: string; sha256: string | null },
): Promise<DocumentStyle> {
  const { numUpdatedRows } = await tx
    .updateTable('documentStyle')
    .set({
      version: version + 1,
      ...(kind === 'minutes'
        ? { minutesTemplate: fileName, minutesTemplateSha256: sha256 }
        : { agendaTemplate: fileName, agendaTemplateSha256: sha256 }),
    })
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) throw new AppError('conflict')
  return getStyle(tx)
}

/** What a Word export of that kind fills; null where it has the application's own look. */
export async function templateOf(context: LongContext, kind: DocumentKind): Promise<Uint8Array | null> {
  const style = await context.read(({ tx }) => getStyle(tx))
  const own = templateKinds[kind]
  const hash =
    own === undefined ? null : own === 'minutes' ? style.minutesTemplateSha256 : style.agendaTemplateSha256
  return hash === null ? null : keptBytes(context.dataFolder, hash)
}
const templateKinds: Partial<Record<DocumentKind, TemplateKind>> = {
  minutes: 'minutes',
  publicMinutes: 'minutes',
  agenda: 'agenda',
  timedAgenda: 'agenda',
}
