import { randomUUID } from 'node:crypto'
import { rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { AppError } from '../../../contract/errors.ts'
import type { InternalCalls } from '../../../contract/wire.ts'
import type { Reader } from '../../../db/driver.ts'
import { keptPath } from '../../../db/files/store.ts'
import { defined, updateRow } from '../../../db/rows.ts'
import { archiveName } from '../../../documents/file-name.ts'
import { headLook } from '../../../documents/head.ts'
import { meetingTitle } from '../../../documents/meeting-archive/description.ts'
import type { MeetingArchiveModel } from '../../../documents/meeting-archive/model.ts'
import { meetingArchiveText as text } from '../../../documents/text/meeting-archive.ts'
import { syncFolder, writeFailure } from '../../../documents/write-atomically.ts'
import { inAgendaOrder, itemNumbers } from '../../../domain/agenda/agenda.ts'
import { LINE_LENGTH, TEXT_LENGTH } from '../../../domain/limits.ts'
import type { Body } from '../../../domain/meetings/body.ts'
import {
  ArchivedKind,
  type RetentionRule,
  type TransferDescription,
} from '../../../domain/minutes/retention.ts'
import { type Approval, type Corrigendum, MinutesContent } from '../../../domain/minutes/version.ts'
import { civilDate } from '../../../domain/time/civil-date.ts'
import type { Handlers, InternalHandlers, LongContext, ReadContext } from '../../context.ts'
import { imageBytes, mayLeaveAmong, modelOf } from '../../documents/index.ts'
import { agendaItems } from '../../reads/agenda.ts'
import { approvalOf, signedCopies } from '../../reads/approval.ts'
import { leavingAttachments } from '../../reads/attachments.ts'
import { fileToPrint } from '../../reads/file-to-print.ts'
import { meetingFile } from '../../reads/meetings.ts'

/** Faults told to the window: more than that say nothing new. */
const MAX_FAULTS = 200

export const handlers: Handlers<'archive'> = {
  'archive.rules': ({ tx }) => retentionRules(tx),
  'archive.describe': (reading, { meetingId }) => proposedDescription(reading, meetingId),
  'archive.updateRule'({ tx, mergeAs }, { id, version, patch }) {
    mergeAs(`retention ${id} ${Object.keys(patch).join()}`)
    return updateRow(tx, 'retentionRule', { id, version }, defined(patch))
  },
}

export const archiveCalls: InternalHandlers<'archiveName' | 'exportArchive' | 'verifyArchive'> = {
  verifyArchive,
  archiveName: (context, { meetingId, form }) =>
    context.read(async ({ tx }) => {
      await approvedPapers(tx, meetingId)
      const file = await meetingFile(tx, meetingId)
      if (form === 'seda') transferBetween(file.body)
      return { fileName: archiveName(file, form) }
    }),
  async exportArchive(context, { meetingId, path, form, description }) {
    const model = await gather(context, meetingId, form === 'seda' ? { description } : null)
    const out = join(dirname(path), `.${randomUUID()}.tmp`)
    try {
      const { files } = await context.runJob('writeArchive', { model, out, form })
      await rename(out, path).catch((thrown: unknown) => {
        throw writeFailure(thrown, 'replace')
      })
      await syncFolder(dirname(path))
      return { path, fileName: basename(path), files }
    } finally {
      await rm(out, { recursive: true, force: true })
    }
  },
}

async function verifyArchive(
  { runJob }: LongContext,
  { path }: InternalCalls['verifyArchive']['input'],
): Promise<InternalCalls['verifyArchive']['output']> {
  const { format, files, faults } = await runJob('verifyParcel', { source: path })
  if (format === 'seances-inp/profil') throw new AppError('not-an-archive')
  return {
    fileName: basename(path),
    files: format === null ? null : files,
    faults: faults.slice(0, MAX_FAULTS),
    faultCount: faults.length,
  }
}

/** @param transfer null = no transfer; its description null = as proposed */
async function gather(
  context: LongContext,
  meetingId: string,
  transfer: { description: TransferDescription | null } | null,
): Promise<MeetingArchiveModel> {
  const { known, record, proposed } = await context.read((reading) => readAll(reading, meetingId))
  const images = await imageBytes(context, record)
  const { bytes } = await context.runJob('renderPdf', { model: record, images })
  const { file, papers, rules } = known
  const { approval, content } = papers
  const { body, meeting, look } = file
  // What the minutes leave out of their pages does not leave in their data either.
  const printed = look.style.positions === 'none' ? { ...content, positions: [] } : content
  const made = (folder: string, fileName: string, title: string, piece: Uint8Array) =>
    ({ folder, fileName, kind: 'minutes', title, date: approval.approvedOn, bytes: piece }) as const
  return {
    look: headLook(look),
    madeAt: context.now.toISOString(),
    madeBy: context.who,
    body: body.name,
    meetingWord: body.meetingWord,
    meeting: { number: meeting.number, date: meeting.date, title: meeting.title, chair: meeting.chair },
    meetingId,
    producer: look.letterhead?.issuer.trim() || body.name,
    approval: {
      mode: approval.mode,
      approvedOn: approval.approvedOn,
      sealedAt: approval.sealedAt,
      sha256: approval.sha256,
    },
    attendees: content.attendees.map(({ id: _, position: __, ...attendee }) => attendee),
    rules,
    kept: await mayLeaveAmong(context.dataFolder, keptPieces(context.dataFolder, papers, meeting.date)),
    made: [
      made(
        'compte-rendu',
        'compte-rendu.json',
        text.data,
        Buffer.from(`${JSON.stringify(printed, null, 1)}\n`),
      ),
      made('releve-de-decisions', 'releve-de-decisions.pdf', text.record, bytes),
    ],
    transfer: transfer === null ? null : { ...transferBetween(body), ...(transfer.description ?? proposed) },
  }
}

/** @throws AppError `no-archives-agency` when one of the two services is not named */
function transferBetween(body: Body) {
  const { archivesAgency, transferringAgency, originatingAgency, archivalAgreement } = body
  const [archives, transferring, originating, agreement] = [
    archivesAgency,
    transferringAgency,
    originatingAgency,
    archivalAgreement,
  ].map((words) => words.trim())
  if (!archives || !transferring) throw new AppError('no-archives-agency')
  return { archives, transferring, originating: originating || transferring, agreement: agreement ?? '' }
}

async function proposedDescription({ tx }: ReadContext, meetingId: string): Promise<TransferDescription> {
  const { body, meeting } = await meetingFile(tx, meetingId)
  const items = inAgendaOrder(await agendaItems(tx, meetingId))
  const numbers = itemNumbers(items)
  const title = [body.name, meetingTitle({ meetingWord: body.meetingWord, meeting }), meeting.title]
  const lines = items.map((item) => `${numbers.get(item.id) ?? ''} ${item.title}`.trim())
  return {
    title: title
      .filter((part) => part !== '')
      .join(', ')
      .slice(0, LINE_LENGTH),
    description: [text.lead, ...lines].join('\n').slice(0, TEXT_LENGTH),
    keywords: [],
  }
}

async function readAll(reading: ReadContext, meetingId: string) {
  const { tx } = reading
  const papers = await approvedPapers(tx, meetingId)
  const file = await fileToPrint(tx, meetingId)
  return {
    known: { file, papers, rules: await retentionRules(tx) },
    record: await modelOf.decisionRecord(reading, file),
    proposed: await proposedDescription(reading, meetingId),
  }
}

/** The approved minutes first. */
function keptPieces(
  dataFolder: string,
  { approval, corrigenda, signed, agendas, annexes }: ApprovedPapers,
  meetingDay: string,
): MeetingArchiveModel['kept'] {
  const kept = (sha256: string) => ({ sha256, storePath: keptPath(dataFolder, sha256) })
  return [
    {
      folder: 'compte-rendu',
      fileName: 'compte-rendu_scelle.pdf',
      kind: 'minutes',
      title: text.kinds.minutes,
      date: approval.approvedOn,
      ...kept(approval.sha256),
    },
    ...corrigenda.map(({ number, decidedOn, sha256 }) => ({
      folder: 'compte-rendu',
      fileName: `rectificatif_${number}.pdf`,
      kind: 'minutes' as const,
      title: text.corrigendum(number),
      date: decidedOn,
      ...kept(sha256),
    })),
    ...signed.map(({ fileName, sha256, addedAt }) => ({
      folder: 'compte-rendu',
      fileName,
      kind: 'minutes' as const,
      title: text.signedCopy,
      date: civilDate(new Date(addedAt)),
      ...kept(sha256),
    })),
    ...agendas.map(({ number, publishedAt, sha256 }) => ({
      folder: 'ordre-du-jour',
      fileName: `ordre-du-jour_v${number}.pdf`,
      kind: 'agenda' as const,
      title: text.agendaVersion(number),
      date: civilDate(new Date(publishedAt)),
      ...kept(sha256),
    })),
    ...annexes.map(({ fileName, title, sha256 }) => ({
      folder: 'annexes',
      fileName,
      kind: 'annex' as const,
      title: title === '' ? fileName : title,
      date: meetingDay,
      ...kept(sha256),
    })),
  ]
}

/** In the order of the parts. */
async function retentionRules(tx: Reader): Promise<RetentionRule[]> {
  const rules = await tx.selectFrom('retentionRule').selectAll().execute()
  return ArchivedKind.options.flatMap((kind) => rules.filter((rule) => rule.kind === kind))
}

/** @throws AppError `not-approved` */
async function approvedPapers(tx: Reader, meetingId: string) {
  const approval: Approval | null = await approvalOf(tx, meetingId)
  if (approval === null) throw new AppError('not-approved')
  const version = await tx
    .selectFrom('minutesVersion')
    .select('content')
    .where('id', '=', approval.versionId)
    .executeTakeFirstOrThrow()
  const corrigenda: Corrigendum[] = await tx
    .selectFrom('corrigendum')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .orderBy('number')
    .execute()
  const agendas = await tx
    .selectFrom('agendaVersion')
    .select(['number', 'publishedAt', 'sha256'])
    .where('meetingId', '=', meetingId)
    .orderBy('number')
    .execute()
  const annexes = await leavingAttachments(tx, meetingId)
  return {
    approval,
    content: MinutesContent.parse(JSON.parse(version.content)),
    corrigenda,
    signed: await signedCopies(tx, meetingId),
    agendas,
    annexes,
  }
}
type ApprovedPapers = Awaited<ReturnType<typeof approvedPapers>>
