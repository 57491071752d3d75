import { AppError } from '../../contract/errors.ts'
import type { ListedVersion } from '../../contract/minutes-versions.ts'
import type { Reader } from '../../db/driver.ts'
import { keepBytes, keptBytes, sha256 } from '../../db/files/store.ts'
import { documentFileName } from '../../documents/file-name.ts'
import type { MinutesContent, MinutesVersion } from '../../domain/minutes/version.ts'
import type { Handlers } from '../context.ts'
import { makeDocument, makeForReview } from '../documents/index.ts'
import { addVersion, same, withoutPapers } from '../keep-version.ts'
import { meetingFile } from '../reads/meetings.ts'
import { minutesView, openMinutes } from '../reads/minutes.ts'
import { differencesBetween, minutesContent } from '../reads/minutes-content.ts'
import { restoreContent } from './restore.ts'

export const handlers: Handlers<'minutesVersions'> = {
  'minutesVersions.list': ({ tx }, { meetingId }) => listedVersions(tx, meetingId),
  async 'minutesVersions.compare'({ tx }, { meetingId, before, after }) {
    const old = await contentOf(tx, meetingId, before)
    const now = after === null ? await minutesContent(tx, meetingId) : await contentOf(tx, meetingId, after)
    return differencesBetween(old, now)
  },
  async 'minutesVersions.restore'(writing, { id }) {
    const { tx, about } = writing
    const { meetingId, content, number } = await getVersion(tx, id)
    about(meetingId)
    const { state } = await openMinutes(tx, meetingId)
    const before = await minutesContent(tx, meetingId)
    await restoreContent(tx, meetingId, content)
    // The text until now can be compared and taken again, once the undo is far behind; where nothing came back there is none.
    if (!same(await minutesContent(tx, meetingId), before)) {
      const kept = { reason: 'restored', note: String(number), ...withoutPapers } as const
      await addVersion(writing, meetingId, kept, { state, content: before })
    }
    const view = await minutesView(tx, meetingId)
    if (view === null) throw new AppError('not-found')
    return view
  },
  async 'minutesVersions.keep'(context, { meetingId, note }) {
    const before = await context.read(({ tx }) => minutesContent(tx, meetingId))
    const subject = { kind: 'minutes' as const, meetingId }
    const pdf = await makeDocument(context, subject, 'pdf')
    const word = await makeForReview(context, subject)
    for (const { bytes } of [pdf, word]) await keepBytes(context, bytes)
    return context.write('minutesVersions.keep', async (writing) => {
      // The papers were made outside the transaction: they must still say what the minutes say.
      if (!same(await minutesContent(writing.tx, meetingId), before)) throw new AppError('conflict')
      await addVersion(writing, meetingId, {
        reason: 'kept',
        note: note.trim(),
        pdfSha256: sha256(pdf.bytes),
        pdfPages: pdf.pageCount,
        pdfSize: pdf.bytes.length,
        docxSha256: sha256(word.bytes),
      })
      return listedVersions(writing.tx, meetingId)
    })
  },
  async 'minutesVersions.file'(context, { id }) {
    const { pdfSha256, pdfPages, number, fileName } = await context.read(async ({ tx }) => {
      const version = await getVersion(tx, id)
      const file = await meetingFile(tx, version.meetingId)
      return { ...version, fileName: documentFileName('minutes', file, { version: version.number }) }
    })
    if (pdfSha256 === null || pdfPages === null)
      throw new AppError('not-found', { field: `version ${number}` })
    const bytes = await keptBytes(context.dataFolder, pdfSha256)
    return { bytes, sha256: pdfSha256, pageCount: pdfPages, fileName }
  },
}

async function listedVersions(tx: Reader, meetingId: string): Promise<ListedVersion[]> {
  return tx
    .selectFrom('minutesVersion')
    .select([
      'id',
      'meetingId',
      'number',
      'state',
      'reason',
      'madeAt',
      'madeBy',
      'note',
      'pdfSha256',
      'pdfPages',
      'pdfSize',
      'docxSha256',
    ])
    .where('meetingId', '=', meetingId)
    .orderBy('number', 'desc')
    .execute()
}

export async function getVersion(tx: Reader, id: string): Promise<MinutesVersion> {
  const row = await tx.selectFrom('minutesVersion').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new AppError('not-found')
  // Checked on its way in; a version of long ago is read as it was kept, whatever the shape has gained since.
  return { ...row, content: JSON.parse(row.content) as MinutesContent }
}

async function contentOf(tx: Reader, meetingId: string, id: string): Promise<MinutesContent> {
  const version = await getVersion(tx, id)
  if (version.meetingId !== meetingId) throw new AppError('not-found')
  return version.content
}
