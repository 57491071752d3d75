import type { DocumentSubject, MeetingDocumentKind } from '../../contract/documents.ts'
import { AppError } from '../../contract/errors.ts'
import type { Reader } from '../../db/driver.ts'
import { agendaChangesModel } from '../../documents/agenda/changes-model.ts'
import { agendaModel } from '../../documents/agenda/model.ts'
import { chairBriefModel } from '../../documents/chair-brief/model.ts'
import { convocationModel } from '../../documents/convocation/model.ts'
import { convocationProofModel } from '../../documents/convocation-proof/model.ts'
import { type CorrigendumModel, corrigendumModel } from '../../documents/corrigendum/model.ts'
import { decisionRecordModel } from '../../documents/decision-record/model.ts'
import {
  corrigendumFileName,
  documentFileName,
  projectSheetFileName,
  reportFileName,
  watchBulletinFileName,
} from '../../documents/file-name.ts'
import { minutesModel } from '../../documents/minutes/model.ts'
import { publicFile } from '../../documents/minutes/public-file.ts'
import type { DocumentModel } from '../../documents/model.ts'
import { observationsTableModel } from '../../documents/observations-table/model.ts'
import { projectDay, projectSheetModel } from '../../documents/project-sheet/model.ts'
import { nameCardsModel } from '../../documents/room/name-cards.ts'
import { signInSheetModel } from '../../documents/room/sign-in-sheet.ts'
import { welcomeListModel } from '../../documents/room/welcome-list.ts'
import { runningOrderModel } from '../../documents/running-order/model.ts'
import { watchBulletinModel } from '../../documents/watch-bulletin/model.ts'
import { yearlyReportModel } from '../../documents/yearly-report/model.ts'
import { type AskedPerson, standingReply } from '../../domain/attendance/reply.ts'
import type { FileToPrint } from '../../domain/meetings/meeting-file.ts'
import { civilDate } from '../../domain/time/civil-date.ts'
import type { ReadContext } from '../context.ts'
import { putOffTo } from '../reads/actions.ts'
import { comparedVersions } from '../reads/agenda-status.ts'
import { approvalOf } from '../reads/approval.ts'
import { awaitedDocuments } from '../reads/attachments.ts'
import { deadlineOf } from '../reads/dispatch-deadline.ts'
import { sentConvocations } from '../reads/dispatches.ts'
import { fileToPrint } from '../reads/file-to-print.ts'
import { announced, numbered } from '../reads/meeting-numbers.ts'
import { meetingFile } from '../reads/meetings.ts'
import { observationsOf } from '../reads/observations.ts'
import { askedTo, expectedAt } from '../reads/replies.ts'
import { reportFile } from '../yearly-report/index.ts'
import { bulletinFile } from './bulletin-file.ts'
import { itemBriefs } from './chair-brief-file.ts'
import { projectFile } from './project-file.ts'

/** From a meeting's file to the paper as plain data; the same data give the same model. */
type MakeModel = (
  context: Pick<ReadContext, 'tx' | 'today'>,
  file: FileToPrint,
) => DocumentModel | Promise<DocumentModel>

/**
 * Two papers tell the same agenda: `agenda` is the list (items without hours), `timedAgenda` adds hours and durations as
 * soon as something on it is timed. The timed one is what is previewed, published and exported.
 */
export const modelOf: Readonly<Record<MeetingDocumentKind, MakeModel>> = {
  minutes: (_, file) => minutesModel(file),
  publicMinutes: (_, file) => minutesModel(publicFile(file), 'publicMinutes'),
  agenda: (_, file) => agendaModel(file, { hours: false }),
  timedAgenda: (_, file) => agendaModel(file),
  agendaChanges: async ({ tx }, file) =>
    agendaChangesModel(file, await comparedVersions(tx, file.meeting.id)),
  convocation: convocationOf,
  convocationProof: async ({ tx }, file) =>
    convocationProofModel(file, await sentConvocations(tx, file.meeting.id)),
  signInSheet: async ({ tx }, file) =>
    signInSheetModel(
      { ...file, meeting: await announced(tx, file.meeting) },
      standingAmong(await expectedAt(tx, file.meeting.id)),
    ),
  nameCards: async ({ tx }, file) => nameCardsModel(file, await expectedAt(tx, file.meeting.id)),
  welcomeList: async ({ tx }, file) =>
    welcomeListModel(
      { ...file, meeting: await announced(tx, file.meeting) },
      await expectedAt(tx, file.meeting.id),
    ),
  decisionRecord: async ({ tx }, file) =>
    decisionRecordModel(file, file.positions, 'decisionRecord', await putOffTo(tx)),
  publicRecord: async ({ tx }, file) => {
    const published = publicFile(file)
    const moved = await putOffTo(tx)
    return decisionRecordModel(published, published.positions, 'publicRecord', moved)
  },
  observationsTable: async ({ tx }, file) =>
    observationsTableModel(file, await observationsOf(tx, file.meeting.id)),
  runningOrder: runningOrderOf,
  chairBrief: async ({ tx, today }, file) =>
    chairBriefModel(file, { briefs: await itemBriefs(tx, file), today }),
}

/** The same people, with what each answered for the day that the meeting has now. */
const standingAmong = (asked: readonly AskedPerson[]): AskedPerson[] =>
  asked.map((one) => ({ ...one, reply: standingReply(one) }))

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
    return {
      model: watchBulletinModel(file),
      fileName: watchBulletinFileName(file.body, file.period, file.scope),
    }
  }
  if (subject.kind === 'yearlyReport') {
    const file = await reportFile(context, subject)
    return { model: yearlyReportModel(file), fileName: reportFileName(file.body, subject) }
  }
  const file = await fileToPrint(context.tx, subject.meetingId)
  return { model: await modelOf[subject.kind](context, file), fileName: documentFileName(subject.kind, file) }
}

/** Dated like the message it travels with; of today while there is none. */
async function convocationOf(
  { tx, today }: Pick<ReadContext, 'tx' | 'today'>,
  file: FileToPrint,
): Promise<DocumentModel> {
  const kind = 'convocation'
  const prepared = await tx
    .selectFrom('dispatch')
    .select('createdAt')
    .where('meetingId', '=', file.meeting.id)
    .where('kind', '=', kind)
    .orderBy('createdAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  const date = prepared === undefined ? today : civilDate(new Date(prepared.createdAt))
  const meeting = await numbered(tx, file.meeting, kind)
  const replyBy = await deadlineOf({ tx, meeting, kind }, { item: null, awaited: [] })
  return convocationModel({ ...file, meeting }, { date, replyBy })
}

/** The paper of a corrigendum, and the name of its file. */
async function corrigendumOf(tx: Reader, id: string): Promise<{ model: CorrigendumModel; fileName: string }> {
  const row = await tx.selectFrom('corrigendum').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new AppError('not-found')
  const approval = await approvalOf(tx, row.meetingId)
  if (approval === null) throw new AppError('not-found')
  const file = await meetingFile(tx, row.meetingId)
  return {
    model: corrigendumModel(file, { approval, number: row.number, fields: row }),
    fileName: corrigendumFileName(file, row.number),
  }
}

async function runningOrderOf({ tx }: Pick<ReadContext, 'tx'>, file: FileToPrint): Promise<DocumentModel> {
  const meetingId = file.meeting.id
  const asks = await tx
    .selectFrom('itemProject')
    .innerJoin('agendaItem', 'agendaItem.id', 'itemProject.itemId')
    .innerJoin('project', 'project.id', 'itemProject.projectId')
    .select(['itemProject.itemId', 'project.title', 'project.askedOfBody'])
    .where('agendaItem.meetingId', '=', meetingId)
    .orderBy('itemProject.id')
    .execute()
  return runningOrderModel(file, {
    asked: standingAmong(await askedTo(tx, meetingId)),
    awaited: await awaitedDocuments(tx, meetingId),
    asks,
    positions: await positionsOf(tx, meetingId),
  })
}

/** Positions of organisations, said or expected, on the items. */
function positionsOf(tx: ReadContext['tx'], meetingId: string) {
  return tx.selectFrom('itemPosition').selectAll().where('meetingId', '=', meetingId).orderBy('id').execute()
}
