import { AppError } from '../../../contract/errors.ts'
import type { SheetDraft, SubjectView } from '../../../contract/subjects.ts'
import type { Reader } from '../../../db/driver.ts'
import { updateRow } from '../../../db/rows.ts'
import type { Row } from '../../../db/tables.ts'
import { safeFileName } from '../../../documents/file-name.ts'
import { sheetText } from '../../../documents/text/sheet.ts'
import { itemNatureWords } from '../../../domain/agenda/agenda-words.ts'
import type { Subject } from '../../../domain/agenda/subject.ts'
import { noAnswers, type SheetAnswers } from '../../../domain/attendance/sheet.ts'
import { MOST_SHEET_BYTES } from '../../../domain/limits.ts'
import { blankProject, type ProjectFields } from '../../../domain/projects/project.ts'
import { projectStageWords } from '../../../domain/projects/project-words.ts'
import { fold } from '../../../domain/text/fold.ts'
import { formatDuration } from '../../../domain/text/french.ts'
import type { LongContext, WriteContext } from '../../context.ts'
import { newId } from '../../new-id.ts'
import { getBody } from '../../reads/settings.ts'
import { insertFiles, keepFile } from './files.ts'
import { blankSubject } from './message.ts'
import { subjectView } from './queries.ts'
import { requesterFinder } from './requester.ts'

/** The docx of a subject's sheet, blank without a subject. */
export async function renderSheet(context: LongContext, subjectId: string | null): Promise<Uint8Array> {
  const input = await context.read(async ({ tx }) => {
    const { name, email } = await getBody(tx)
    return {
      answers: subjectId === null ? noAnswers : await knownAnswers(tx, subjectId),
      body: { name, email },
    }
  })
  return (await context.runJob('writeSheet', input)).bytes
}

/** "Fiche de présentation.docx", with the subject's title when it has one. */
export async function sheetFileName(context: LongContext, subjectId: string | null): Promise<string> {
  if (subjectId === null) return sheetName('')
  return sheetName((await context.read(({ tx }) => subjectView(tx, subjectId))).subject.title)
}

const sheetName = (title: string) =>
  safeFileName(title === '' ? sheetText.fileName : `${sheetText.fileName} - ${title}`, 'docx')

async function knownAnswers(tx: Reader, subjectId: string): Promise<SheetAnswers> {
  const { subject } = await subjectView(tx, subjectId)
  const project = await projectOf(tx, subject)
  return {
    title: subject.title,
    requester: subject.requester,
    organisation: subject.organisation,
    nature: subject.nature === null ? '' : itemNatureWords[subject.nature],
    duration: subject.durationMinutes === null ? '' : formatDuration(subject.durationMinutes),
    projectTitle: project?.title ?? '',
    projectOwner: project?.projectOwner ?? '',
    projectOrganisation: project?.organisation ?? '',
    stage: project === undefined ? '' : projectStageWords[project.stage],
    purpose: project?.purpose ?? '',
    localImpact: project?.localImpact ?? '',
    regulatorySide: project?.regulatorySide ?? '',
    askedOfBody: project?.askedOfBody ?? '',
  }
}

function projectOf(tx: Reader, { projectId }: Subject): Promise<Row<'project'> | undefined> {
  return tx
    .selectFrom('project')
    .selectAll()
    .where('id', '=', projectId ?? '')
    .executeTakeFirst()
}

/** A filled sheet as read; the sheet itself is kept, to become a file of the subject. */
export async function readSheet(
  context: LongContext,
  { file }: { file: { fileName: string; bytes: Uint8Array } },
): Promise<SheetDraft> {
  if (file.bytes.length === 0) throw new AppError('file-empty')
  if (file.bytes.length > MOST_SHEET_BYTES)
    throw new AppError('file-too-large', { limit: { of: 'fileBytes', most: MOST_SHEET_BYTES } })
  const draft = await context.runJob('readSheet', file)
  return { ...draft, ...(await keepFile(context, file)) }
}

/** Takes a sheet in: what it leaves empty stays as it was. */
export async function takeSheet(
  context: WriteContext,
  { id, draft }: { id: string; draft: SheetDraft },
): Promise<SubjectView> {
  const { tx, now, today, about } = context
  const known = await tx.selectFrom('subject').selectAll().where('id', '=', id).executeTakeFirst()
  const { requester, organisation, durationMinutes, nature } = draft.subject
  const title = titleOf(draft, known)
  const find = await requesterFinder(tx)
  const fields = {
    title,
    ...(requester === '' && organisation === ''
      ? {}
      : await find({ name: requester, email: '', organisation }, today)),
    ...(durationMinutes === null ? {} : { durationMinutes }),
    ...(nature === null ? {} : { nature }),
  }
  const before = known ?? blankSubject(id, today)
  const projectId = await takeProject(context, { ...before, title }, draft)
  if (known === undefined)
    await tx
      .insertInto('subject')
      .values({ ...before, ...fields, text: draft.project.purpose, projectId })
      .execute()
  else await updateRow(tx, 'subject', known, { ...fields, projectId })
  if (known?.meetingId) about(known.meetingId)
  if (known?.itemId && projectId !== null) await linkItem(context, known.itemId, projectId)
  await insertFiles(tx, id, [draft], now)
  return subjectView(tx, id)
}

/** A sheet without a title is known by its project, else by the name of the file. */
function titleOf({ subject, project, fileName }: SheetDraft, known: Subject | undefined): string {
  return subject.title || known?.title || project.title || fileName.replace(/\.[^.]+$/, '') || fileName
}

/** The subject's project, one of the same title, or a new one; none when the sheet says nothing of a project. */
async function takeProject(
  { tx, now }: WriteContext,
  subject: Subject,
  { project }: SheetDraft,
): Promise<string | null> {
  const { title: named, stage, ...words } = project
  const title = named || subject.title
  if (Object.values(words).every((word) => word === '')) return subject.projectId
  const known =
    (await projectOf(tx, subject)) ??
    (await tx.selectFrom('project').selectAll().execute()).find((one) => fold(one.title) === fold(title))
  if (known === undefined) {
    const id = newId(now)
    await tx
      .insertInto('project')
      .values({ ...blankProject, ...words, title, stage: stage ?? 'idea', id, version: 1 })
      .execute()
    return id
  }
  const said: Partial<ProjectFields> = Object.fromEntries(
    Object.entries(words).filter(([, word]) => word !== ''),
  )
  await updateRow(tx, 'project', known, stage === null ? said : { ...said, stage })
  return known.id
}

async function linkItem({ tx, now }: WriteContext, itemId: string, projectId: string): Promise<void> {
  const there = await tx
    .selectFrom('itemProject')
    .select('id')
    .where('itemId', '=', itemId)
    .where('projectId', '=', projectId)
    .executeTakeFirst()
  if (there === undefined)
    await tx
      .insertInto('itemProject')
      .values({ id: newId(now), itemId, projectId })
      .execute()
}
