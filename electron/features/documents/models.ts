// Models: which document model answers each kind of document, and its file's name; each reads what the meeting's file lacks.
import type { DocumentSubject, MeetingDocumentKind } from '../../contract/documents.ts'
import { agendaChangesModel } from '../../documents/agenda/changes-model.ts'
import { agendaModel } from '../../documents/agenda/model.ts'
import { documentFileName } from '../../documents/file-name.ts'
import { minutesModel } from '../../documents/minutes/model.ts'
import type { DocumentModel } from '../../documents/model.ts'
import { nameCardsModel } from '../../documents/room/name-cards.ts'
import { signInSheetModel } from '../../documents/room/sign-in-sheet.ts'
import { welcomeListModel } from '../../documents/room/welcome-list.ts'
import type { MeetingFile } from '../../domain/meeting-file.ts'
import { comparedVersions } from '../agenda/status.ts'
import type { ReadContext } from '../context.ts'
import { meetingFile } from '../meetings/queries.ts'
import { askedTo } from '../replies/queries.ts'
import { convocationOf } from './convocation.ts'

/** From a meeting's file to the paper as plain data; the same data give the same model. */
type MakeModel = (
  context: Pick<ReadContext, 'tx' | 'today'>,
  file: MeetingFile,
) => DocumentModel | Promise<DocumentModel>

/**
 * Two papers tell the same agenda: `agenda` is the list (items without hours), `timedAgenda` adds hours and durations as
 * soon as something on it is timed. The timed one is what is previewed, published and exported.
 */
export const modelOf: Readonly<Record<MeetingDocumentKind, MakeModel>> = {
  minutes: (_, file) => minutesModel(file),
  agenda: (_, file) => agendaModel(file, { hours: false }),
  timedAgenda: (_, file) => agendaModel(file),
  agendaChanges: async ({ tx }, file) =>
    agendaChangesModel(file, await comparedVersions(tx, file.meeting.id)),
  convocation: convocationOf,
  signInSheet: async ({ tx }, file) => signInSheetModel(file, await askedTo(tx, file.meeting.id)),
  nameCards: async ({ tx }, file) => nameCardsModel(file, await askedTo(tx, file.meeting.id)),
  welcomeList: async ({ tx }, file) => welcomeListModel(file, await askedTo(tx, file.meeting.id)),
}

/** The model of any document, and the name proposed for its PDF. */
export async function documentOf(
  context: Pick<ReadContext, 'tx' | 'today'>,
  subject: DocumentSubject,
): Promise<{ model: DocumentModel; fileName: string }> {
  const file = await meetingFile(context.tx, subject.meetingId)
  return { model: await modelOf[subject.kind](context, file), fileName: documentFileName(subject.kind, file) }
}
