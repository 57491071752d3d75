import { join } from 'node:path'
import { AppError } from '../../../contract/errors.ts'
import { keptPath } from '../../../db/files/store.ts'
import { agendaModel } from '../../../documents/agenda/model.ts'
import { numberedName, safeFileName } from '../../../documents/file-name.ts'
import { typed } from '../../../documents/head.ts'
import type { MemberFolder } from '../../../documents/member-folder/page.ts'
import { minutesModel } from '../../../documents/minutes/model.ts'
import { memberFolderText as text } from '../../../documents/text/member-folder.ts'
import { meetingName } from '../../../domain/meetings/meeting-name.ts'
import type { MinutesState } from '../../../domain/minutes/minutes.ts'
import { shortName } from '../../../domain/people/short-name.ts'
import { fold } from '../../../domain/text/fold.ts'
import { formatDate, formatDateWithoutWeekday, withCapital } from '../../../domain/text/french.ts'
import type { InternalHandlers, ReadContext } from '../../context.ts'
import { draftNow, keepLeft, withoutPapers } from '../../keep-version.ts'
import { leavingAttachments } from '../../reads/attachments.ts'
import { mandatesOn } from '../../reads/directory.ts'
import { fileToPrint } from '../../reads/file-to-print.ts'
import { imageBytes } from '../image-bytes.ts'
import { mayLeaveAmong } from '../leaving-file.ts'
import { ifWriting } from '../produced.ts'
import { saidBefore } from './said-before.ts'

/** From here on the members read the minutes: before, they are the secretariat's own. */
const readByMembers: readonly MinutesState[] = ['review', 'validated', 'approved']

/** What is the same in each folder, and what each member said. */
async function gathered({ tx }: ReadContext, meetingId: string) {
  const file = await fileToPrint(tx, meetingId)
  const { meeting, minutes } = file
  const organisations = new Map<string, string>()
  for (const { organisationId, organisation, acronym } of await mandatesOn(tx, meeting))
    if (organisationId !== null) organisations.set(organisationId, shortName({ name: organisation, acronym }))
  const attachments = await leavingAttachments(tx, meetingId)
  return {
    file,
    organisations,
    attachments,
    said: await saidBefore(tx, file),
    known: await tx.selectFrom('organisation').select(['id', 'name', 'acronym']).execute(),
    agenda: agendaModel(file),
    minutes: minutes !== null && readByMembers.includes(minutes.state) ? minutesModel(file) : null,
    draft: await draftNow(tx, meetingId),
  }
}

export const memberFolderCalls: InternalHandlers<'writeMemberFolders'> = {
  async writeMemberFolders(context, { meetingId, folder }) {
    const found = await context.read((reading) => gathered(reading, meetingId))
    const { organisations, agenda, minutes, attachments } = found
    if (organisations.size === 0) throw new AppError('nobody-convened')
    const images = minutes === null ? [] : await imageBytes(context, minutes)
    const leaving = await mayLeaveAmong(context.dataFolder, attachments)
    const files = leaving.map(({ title, fileName, sha256, sizeBytes }) => ({
      title: typed(title),
      fileName,
      sizeBytes,
      path: keptPath(context.dataFolder, sha256),
    }))
    const { body, meeting: held } = found.file
    const meeting = withCapital(meetingName(held.number, formatDate(held.date), body.meetingWord))
    const fileNames: string[] = []
    for (const [id, member] of organisations) {
      const date = found.file.meeting.date
      const own = found.known.find((one) => one.id === id)
      const names = new Set([member, own?.name ?? member, own?.acronym || member].map(fold))
      const said = found.said
        .filter(({ organisationId, organisation }) =>
          organisationId === null ? names.has(fold(organisation)) : organisationId === id,
        )
        .map(({ date: day, title, words }) => ({
          meeting: formatDateWithoutWeekday(day),
          item: typed(title),
          words,
        }))
      const page: Omit<MemberFolder, 'documents'> = {
        meetingId,
        member: typed(member),
        meeting,
        secretariat: typed(found.file.body.email),
        agenda,
        minutes,
        isApproved: found.file.minutes?.state === 'approved',
        said,
        fileName: safeFileName(text.fileName(member, date), 'json').replace(/\.json$/, ''),
      }
      const usual = safeFileName(`${text.title(member)} ${date}`, 'html')
      let name = usual
      for (let copy = 2; fileNames.includes(name); copy += 1) name = numberedName(usual, copy)
      await context.runJob('writeMemberFolder', { folder: page, images, files, path: join(folder, name) })
      fileNames.push(name)
    }
    const { draft } = found
    if (minutes !== null && draft !== null)
      await ifWriting(() =>
        context.write('documents.save', (writing) => keepLeft(writing, meetingId, withoutPapers, draft)),
      )
    return { fileNames }
  },
}
