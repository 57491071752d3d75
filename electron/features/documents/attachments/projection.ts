import { createHash } from 'node:crypto'
import { access } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import type { ProjectionState } from '../../../contract/attachments.ts'
import { AppError } from '../../../contract/errors.ts'
import { type ProjectionRecord, readDesk } from '../../../db/desk/desk.ts'
import { keptPath } from '../../../db/files/store.ts'
import {
  type ProjectedFile,
  pdfName,
  projectedFiles,
  projectionFolderName,
  sameFile,
} from '../../../domain/documents/projection.ts'
import type { InternalHandlers, ReadContext } from '../../context.ts'
import { agendaItems } from '../../reads/agenda.ts'
import { listedAttachments } from '../../reads/attachments.ts'
import { liveMeeting } from '../../reads/meetings.ts'
import { getBody } from '../../reads/settings.ts'
import { mayLeave } from '../leaving-file.ts'
import { buildFolder, convertedBefore, type FolderFile } from './projection-folder.ts'

/** So many folders are remembered: two years of meetings. */
const MAX_RECORDS = 24

async function filesOf({ tx }: Pick<ReadContext, 'tx'>, meetingId: string): Promise<ProjectedFile[]> {
  return projectedFiles(await agendaItems(tx, meetingId), await listedAttachments(tx, { meetingId }))
}

/** Those whose bytes are what their name says they may be. */
async function leaving(dataFolder: string, files: readonly ProjectedFile[]): Promise<ProjectedFile[]> {
  const may: ProjectedFile[] = []
  for (const file of files)
    if (await mayLeave(dataFolder, { sha256: file.sha256, fileName: file.name })) may.push(file)
  return may
}

/** Names and hashes as one hash; what was converted follows from them. */
function contentOf(files: readonly ProjectedFile[]): string {
  const list = files.map(({ name, sha256 }) => [name, sha256])
  return createHash('sha256').update(JSON.stringify(list)).digest('hex')
}

function recordOf(desk: ReadContext['desk'], meetingId: string): ProjectionRecord | undefined {
  return desk.projection.folders.find((one) => one.meetingId === meetingId)
}

/** Known without a look at the disk, which may be on a share that sleeps. */
export async function projectionState(
  context: ReadContext,
  meetingId: string,
): Promise<ProjectionState | null> {
  const record = recordOf(context.desk, meetingId)
  if (record === undefined) return null
  return {
    folderName: basename(record.path),
    builtAt: record.builtAt,
    fileCount: record.fileCount,
    withPdf: record.withPdf,
    isCurrent: record.content === contentOf(await filesOf(context, meetingId)),
  }
}

export const projectionCalls: InternalHandlers<'projectionPlan' | 'buildProjection' | 'projectionFolder'> = {
  async projectionPlan(context, { meetingId }) {
    const record = recordOf(context.desk, meetingId)
    const files = await leaving(context.dataFolder, await context.read((read) => filesOf(read, meetingId)))
    const made = record === undefined ? new Map<string, string>() : await convertedBefore(record.path)
    const names = new Set(files.map(({ name }) => sameFile(name)))
    return {
      place: record === undefined ? context.desk.projection.place : dirname(record.path),
      slides: files
        // Where a PDF of the same name came too, it is the one to show.
        .filter((file) => file.isSlides && !names.has(sameFile(pdfName(file.name))))
        .map(({ attachmentId, name, sha256 }) => ({
          attachmentId,
          name,
          path: keptPath(context.dataFolder, sha256),
          pdfPath: made.get(sha256) ?? null,
        })),
    }
  },
  async buildProjection(context, { meetingId, place, withPdf, pdfs }) {
    const { files, name } = await context.read(async ({ tx }) => ({
      files: await filesOf({ tx }, meetingId),
      name: projectionFolderName((await liveMeeting(tx, meetingId)).date, (await getBody(tx)).acronym),
    }))
    const converted = new Map(pdfs.map(({ attachmentId, path }) => [attachmentId, path]))
    const record = recordOf(context.desk, meetingId)
    const built = await buildFolder({
      place,
      name,
      meetingId,
      previous: record !== undefined && dirname(record.path) === place ? record.path : null,
      files: (await leaving(context.dataFolder, files)).flatMap((file) =>
        inFolder(context.dataFolder, file, converted.get(file.attachmentId)),
      ),
    })
    // Read again: the copies of the data write the same file, and building took a while.
    const { projection } = readDesk(context.dataFolder)
    const others = projection.folders.filter((one) => one.meetingId !== meetingId)
    const now: ProjectionRecord = {
      meetingId,
      path: built.path,
      builtAt: context.now.toISOString(),
      content: contentOf(files),
      fileCount: built.fileNames.length,
      withPdf,
    }
    const folders = [...others, now].slice(-MAX_RECORDS)
    await context.setDesk({ projection: { place, folders } })
    return { folderName: basename(built.path), fileNames: built.fileNames, leftAlone: built.leftAlone }
  },
  async projectionFolder(context, { meetingId }) {
    const record = recordOf(context.desk, meetingId)
    if (record === undefined) throw new AppError('not-found')
    await access(record.path).catch((cause) => {
      throw new AppError('folder-unreachable', { cause })
    })
    return { path: record.path }
  },
}

function inFolder(dataFolder: string, file: ProjectedFile, pdf: string | undefined): FolderFile[] {
  const { name, sha256 } = file
  const own = { name, from: keptPath(dataFolder, sha256), sha256, convertedFrom: null }
  return pdf === undefined
    ? [own]
    : [own, { name: pdfName(name), from: pdf, sha256: null, convertedFrom: sha256 }]
}
