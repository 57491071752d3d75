import type { Reader } from '../../../db/driver.ts'

export type PieceName = { sha256: string; fileName: string; meetingId: string | null }

/** The kinds of files in the order in which they give their name: a paper that was kept says more than a copy of it. */
export async function pieceNames(tx: Reader): Promise<Map<string, PieceName>> {
  const names = new Map<string, PieceName>()
  const add = (rows: readonly { sha256: string | null; fileName: string; meetingId: string | null }[]) => {
    for (const { sha256, fileName, meetingId } of rows)
      if (sha256 !== null && !names.has(sha256)) names.set(sha256, { sha256, fileName, meetingId })
  }
  const versions = await tx
    .selectFrom('minutesVersion')
    .select(['meetingId', 'number', 'reason', 'pdfSha256', 'docxSha256'])
    .execute()
  const versionName = (number: number, reason: string) =>
    `compte-rendu${reason === 'approved' ? '_scelle' : ''}_v${number}`
  add(
    versions.map(({ meetingId, number, reason, pdfSha256 }) => ({
      sha256: pdfSha256,
      fileName: `${versionName(number, reason)}.pdf`,
      meetingId,
    })),
  )
  add(
    versions.map(({ meetingId, number, reason, docxSha256 }) => ({
      sha256: docxSha256,
      fileName: `${versionName(number, reason)}.docx`,
      meetingId,
    })),
  )
  add(
    (await tx.selectFrom('approval').select(['sha256', 'id']).execute()).map(({ sha256, id }) => ({
      sha256,
      fileName: 'compte-rendu_scelle.pdf',
      meetingId: id,
    })),
  )
  add(
    (await tx.selectFrom('corrigendum').select(['sha256', 'number', 'meetingId']).execute()).map((row) => ({
      ...row,
      fileName: `rectificatif_${row.number}.pdf`,
    })),
  )
  add(await tx.selectFrom('signedCopy').select(['sha256', 'fileName', 'meetingId']).execute())
  add(await tx.selectFrom('agendaVersion').select(['sha256', 'fileName', 'meetingId']).execute())
  add(await tx.selectFrom('attachment').select(['sha256', 'fileName', 'meetingId']).execute())
  const messages = await tx
    .selectFrom('dispatch')
    .select(['messageSha256', 'subject', 'meetingId'])
    .where('messageSha256', 'is not', null)
    .execute()
  add(
    messages.map(({ messageSha256, subject, meetingId }) => ({
      sha256: messageSha256,
      fileName: `${subject}.eml`,
      meetingId,
    })),
  )
  add(
    await tx
      .selectFrom('dispatchDocument')
      .innerJoin('dispatch', 'dispatch.id', 'dispatchDocument.dispatchId')
      .select(['dispatchDocument.sha256', 'dispatchDocument.fileName', 'dispatch.meetingId'])
      .execute(),
  )
  add(
    await tx
      .selectFrom('subjectFile')
      .innerJoin('subject', 'subject.id', 'subjectFile.subjectId')
      .select(['subjectFile.sha256', 'subjectFile.fileName', 'subject.meetingId'])
      .execute(),
  )
  add(await tx.selectFrom('notebook').select(['sha256', 'fileName', 'meetingId']).execute())
  add(
    (
      await tx.selectFrom('observation').select(['sourceSha256', 'sourceFileName', 'meetingId']).execute()
    ).map(({ sourceSha256, sourceFileName, meetingId }) => ({
      sha256: sourceSha256,
      fileName: sourceFileName,
      meetingId,
    })),
  )
  add(
    (await tx.selectFrom('logo').select(['sha256', 'fileName']).execute()).map((row) => ({
      ...row,
      meetingId: null,
    })),
  )
  add(await tx.selectFrom('producedDocument').select(['sha256', 'fileName', 'meetingId']).execute())
  return names
}
