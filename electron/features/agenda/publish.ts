import type { AgendaStatus } from '../../contract/agenda.ts'
import type { RenderedDocument } from '../../contract/documents.ts'
import { AppError } from '../../contract/errors.ts'
import type { Reader } from '../../db/driver.ts'
import { keepBytes, keptBytes, sha256 } from '../../db/files/store.ts'
import { agendaModel } from '../../documents/agenda/model.ts'
import { documentFileName } from '../../documents/file-name.ts'
import { sameContent } from '../../domain/agenda/changes.ts'
import type { AgendaVersion } from '../../domain/agenda/version.ts'
import type { LongContext } from '../context.ts'
import { checkProduced, recordProduced, renderModel } from '../documents/index.ts'
import { newId } from '../new-id.ts'
import { agendaStatus, type Standing, standingOf } from '../reads/agenda-status.ts'
import { fileToPrint } from '../reads/file-to-print.ts'

/** The next version: only what is validated as it stands and says something new. */
export async function publishAgenda(context: LongContext, meetingId: string): Promise<AgendaStatus> {
  const { standing, number, model, fileName } = await context.read(async ({ tx }) => {
    const ready = await readyToPublish(tx, meetingId)
    const file = await fileToPrint(tx, meetingId)
    const next = (ready.versions[0]?.number ?? 0) + 1
    return {
      standing: ready,
      number: next,
      model: agendaModel(file, { version: next }),
      fileName: documentFileName('agenda', file, { version: next }),
    }
  })
  const made = await renderModel(context, model)
  const { bytes, pageCount } = made
  await keepBytes(context, bytes)
  const subject = { kind: 'timedAgenda' as const, meetingId }
  const { status, producedId } = await context.write('agenda.publish', async ({ tx, now, who }) => {
    const { present, row, versions } = await readyToPublish(tx, meetingId)
    // The paper was made outside the transaction: it must still say what the agenda says.
    if (versions.length !== standing.versions.length || !sameContent(present, standing.present))
      throw new AppError('conflict')
    await tx
      .insertInto('agendaVersion')
      .values({
        id: newId(now),
        meetingId,
        number,
        publishedAt: now.toISOString(),
        publishedBy: who,
        validatedBy: row.validatedBy,
        content: JSON.stringify(present),
        fileName,
        sizeBytes: bytes.length,
        pageCount,
        sha256: sha256(bytes),
      })
      .execute()
    const leaving = { subject, format: 'pdf' as const, path: fileName }
    return {
      producedId: await recordProduced({ tx, now, who }, leaving, made),
      status: await agendaStatus(tx, meetingId),
    }
  })
  checkProduced(context, producedId, made)
  return status
}

async function readyToPublish(tx: Reader, meetingId: string): Promise<Standing> {
  const standing = await standingOf(tx, meetingId)
  const { present, row, isPublished } = standing
  const validated = row.state === 'validated' ? row.validatedContent : null
  if (isPublished || validated === null || present.items.length === 0 || !sameContent(validated, present))
    throw new AppError('state-refuses')
  return standing
}

/** A published version as it went out. @throws KeptFileError when the kept bytes are no longer those. */
export async function versionFile(context: LongContext, id: string): Promise<RenderedDocument> {
  const version = await context.read(({ tx }) => versionRow(tx, id))
  const bytes = await keptBytes(context.dataFolder, version.sha256)
  const { fileName, pageCount } = version
  return { bytes: new Uint8Array(bytes), sha256: version.sha256, pageCount, fileName }
}

/** The file of a published version. */
export async function versionRow(
  tx: Reader,
  id: string,
): Promise<Pick<AgendaVersion, 'fileName' | 'pageCount' | 'sha256'>> {
  const row = await tx
    .selectFrom('agendaVersion')
    .select(['fileName', 'pageCount', 'sha256'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw new AppError('not-found')
  return row
}
