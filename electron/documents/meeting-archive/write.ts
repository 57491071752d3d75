import { rmSync } from 'node:fs'
import { AppError } from '../../contract/errors.ts'
import type { ArchiveManifest } from '../../domain/data/parcel.ts'
import { HOME } from '../open-profile/page.ts'
import { chunksOf } from '../parcel/chunks.ts'
import { ParcelNames } from '../parcel/names.ts'
import { Parcel } from '../parcel/parcel.ts'
import { folderSink, sinkFailure, zipSink } from '../parcel/sink.ts'
import { meetingArchiveText as text } from '../text/meeting-archive.ts'
import { dublinCore, retentionJson } from './description.ts'
import { type ArchivedPiece, MeetingArchiveModel } from './model.ts'
import { attendancePage, sheetPage } from './pages.ts'

const ATTENDANCE_PATH = 'presences/presences.html'

/**
 * Nothing stays of what could not be finished.
 * @throws AppError `kept-file-altered`, `kept-file-missing` with the piece's name as its field when kept bytes are gone or no longer what they were
 */
export function writeMeetingArchive(input: unknown, out: string, form: 'folder' | 'zip'): { files: number } {
  const model = MeetingArchiveModel.parse(input)
  try {
    const parcel = new Parcel(form === 'zip' ? zipSink(out, new Date(model.madeAt)) : folderSink(out))
    return { files: writeAll(parcel, model) }
  } catch (thrown) {
    rmSync(out, { recursive: true, force: true })
    throw sinkFailure(thrown)
  }
}

function writeAll(parcel: Parcel, model: MeetingArchiveModel): number {
  const names = new ParcelNames()
  const pieces: ArchivedPiece[] = []
  for (const { folder, fileName, kind, title, date, storePath, sha256 } of model.kept) {
    const written = parcel.add(names.place(folder, fileName), soundChunks(storePath, fileName))
    if (written.sha256 !== sha256) throw new AppError('kept-file-altered', { field: fileName })
    pieces.push({ ...written, kind, title, date })
  }
  for (const { folder, fileName, kind, title, date, bytes } of model.made)
    pieces.push({ ...parcel.add(names.place(folder, fileName), [bytes]), kind, title, date })
  pieces.push({
    ...parcel.add(ATTENDANCE_PATH, [attendancePage(ATTENDANCE_PATH, model)]),
    kind: 'attendance',
    title: text.attendance,
    date: model.meeting.date,
  })
  parcel.add('description.xml', [dublinCore(model, pieces)])
  parcel.add('conservation.json', [retentionJson(model)])
  parcel.add(HOME, [sheetPage(model, pieces)])
  const [approved] = pieces
  if (approved === undefined) throw new AppError('not-approved')
  const { number, date, title } = model.meeting
  parcel.finish<ArchiveManifest>({
    format: 'seances-inp/archive-de-seance',
    formatVersion: 1,
    madeAt: model.madeAt,
    madeBy: model.madeBy,
    body: model.body,
    meeting: { number, date, title },
    sealed: {
      path: approved.path,
      sha256: approved.sha256,
      approvedOn: model.approval.approvedOn,
      sealedAt: model.approval.sealedAt,
    },
  })
  return pieces.length
}

function* soundChunks(path: string, fileName: string): Generator<Uint8Array> {
  try {
    yield* chunksOf(path)
  } catch (cause) {
    throw new AppError('kept-file-missing', { field: fileName, cause })
  }
}
