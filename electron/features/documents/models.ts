import type { DocumentSubject, MeetingDocumentKind } from '../../contract/documents.ts'
import { agendaChangesModel } from '../../documents/agenda/changes-model.ts'
import { agendaModel } from '../../documents/agenda/model.ts'
import { decisionRecordModel } from '../../documents/decision-record/model.ts'
import {
  documentFileName,
  projectSheetFileName,
  reportFileName,
  watchBulletinFileName,
} from '../../documents/file-name.ts'
import { minutesModel } from '../../documents/minutes/model.ts'
import type { DocumentModel } from '../../documents/model.ts'
import { observationsTableModel } from '../../documents/observations-table/model.ts'
import { projectDay, projectSheetModel } from '../../documents/project-sheet/model.ts'
import { nameCardsModel } from '../../documents/room/name-cards.ts'
import { signInSheetModel } from '../../documents/room/sign-in-sheet.ts'
import { welcomeListModel } from '../../documents/room/welcome-list.ts'
import { watchBulletinModel } from '../../documents/watch-bulletin/model.ts'
import { yearlyReportModel } from '../../documents/yearly-report/model.ts'
import type { MeetingFile } from '../../domain/meetings/meeting-file.ts'
import type { ReadContext } from '../context.ts'
import { comparedVersions } from '../reads/agenda-status.ts'
import { fileToPrint } from '../reads/file-to-print.ts'
import { observationsOf } from '../reads/observations.ts'
import { askedTo } from '../reads/replies.ts'
import { reportFile } from '../yearly-report/index.ts'
import { bulletinFile } from './bulletin-file.ts'
import { convocationOf } from './convocation.ts'
import { corrigendumOf } from './corrigendum.ts'
import { projectFile } from './project-file.ts'
import { positionsOf, runningOrderOf } from './running-order.ts'

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
  decisionRecord: async ({ tx }, file) => decisionRecordModel(file, await positionsOf(tx, file.meeting.id)),
  observationsTable: async ({ tx }, file) =>
    observationsTableModel(file, await observationsOf(tx, file.meeting.id)),
  runningOrder: runningOrderOf,
}

/** The model of any document but the dossier de séance, which examines files first; and the name proposed for its PDF. */
export async function documentOf(
  context: Pick<ReadContext, 'tx' | 'today' | 'pause'>,
  subject: Exclude<DocumentSubject, { kind: 'meetingBook' }>,
): Promise<{ model: DocumentModel; fileName: string }> {
  if (subject.kind === 'projectSheet') {
    const file = await projectFile(context.tx, subject.projectId)
    const day = projectDay(file.project, file.heard)
    return {
      model: projectSheetModel(file),
      fileName: projectSheetFileName(file.body, file.project, day),
    }
  }
  if (subject.kind === 'corrigendum') return corrigendumOf(context.tx, subject.corrigendumId)
  if (subject.kind === 'watchBulletin') {
    const file = await bulletinFile(context.tx, subject)
    return { model: watchBulletinModel(file), fileName: watchBulletinFileName(file.body, file.period) }
  }
  if (subject.kind === 'yearlyReport') {
    const file = await reportFile(context, subject)
    return { model: yearlyReportModel(file), fileName: reportFileName(file.body, subject) }
  }
  const file = await fileToPrint(context.tx, subject.meetingId)
  return { model: await modelOf[subject.kind](context, file), fileName: documentFileName(subject.kind, file) }
}
