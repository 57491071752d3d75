import { rmSync } from 'node:fs'
import { AppError } from '../../contract/errors.ts'
import type { ArchiveManifest, ParcelFile } from '../../domain/data/parcel.ts'
import type { ArchiveForm } from '../../domain/minutes/retention.ts'
import { civilDate } from '../../domain/time/civil-date.ts'
import { HOME } from '../open-profile/page.ts'
import { chunksOf } from '../parcel/chunks.ts'
import { ParcelNames } from '../parcel/names.ts'
import { Parcel } from '../parcel/parcel.ts'
import { folderSink, sinkFailure, zipSink } from '../parcel/sink.ts'
import { meetingArchiveText as text } from '../text/meeting-archive.ts'
import { dublinCore, mediaTypeOf, retentionJson } from './description.ts'
import { type ArchivedPiece, MeetingArchiveModel, type Transfer } from './model.ts'
import { attendancePage, sheetPage } from './pages.ts'
import { TRANSFER_MANIFEST, transferManifest } from './transfer.ts'

/** Where the files of a transfer lie, as the services that take one in look for them. */
const CONTENT = 'content'
const SHEET_PATH = `${CONTENT}/fiche.html`

/**
 * Nothing stays of what could not be finished.
 * @throws AppError `kept-file-altered`, `kept-file-missing` with the piece's name as its field when kept bytes are gone or no longer what they were
 */
export function writeMeetingArchive(input: unknown, out: string, form: ArchiveForm): { files: number } {
  const model = MeetingArchiveModel.parse(input)
  try {
    const parcel = new Parcel(form === 'folder' ? folderSink(out) : zipSink(out, new Date(model.madeAt)))
    const { transfer } = model
    return {
      files: transfer === null ? writeArchive(parcel, model) : writeTransfer(parcel, { ...model, transfer }),
    }
  } catch (thrown) {
    rmSync(out, { recursive: true, force: true })
    throw sinkFailure(thrown)
  }
}

function writeArchive(parcel: Parcel, model: MeetingArchiveModel): number {
  const pieces = writePieces(parcel, model, (folder) => folder)
  parcel.add('description.xml', [dublinCore(model, pieces)])
  parcel.add('conservation.json', [retentionJson(model)])
  parcel.add(HOME, [sheetPage(HOME, model, pieces)])
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

/** Every file of a transfer is described in its manifest, the sheet too. */
function writeTransfer(parcel: Parcel, model: MeetingArchiveModel & { transfer: Transfer }): number {
  const pieces = writePieces(parcel, model, () => CONTENT)
  const sheet = parcel.add(SHEET_PATH, [sheetPage(SHEET_PATH, model, pieces)])
  const all = [...pieces, described(sheet, 'minutes', text.sheet, civilDate(new Date(model.madeAt)))]
  parcel.close(TRANSFER_MANIFEST, transferManifest(model, all))
  return all.length
}

/** The approved minutes first. */
function writePieces(
  parcel: Parcel,
  model: MeetingArchiveModel,
  folderOf: (folder: string) => string,
): ArchivedPiece[] {
  const names = new ParcelNames()
  const pieces: ArchivedPiece[] = []
  for (const { folder, fileName, kind, title, date, storePath, sha256 } of model.kept) {
    const written = parcel.add(names.place(folderOf(folder), fileName), soundChunks(storePath, fileName))
    if (written.sha256 !== sha256) throw new AppError('kept-file-altered', { field: fileName })
    pieces.push(described(written, kind, title, date))
  }
  for (const { folder, fileName, kind, title, date, bytes } of model.made)
    pieces.push(described(parcel.add(names.place(folderOf(folder), fileName), [bytes]), kind, title, date))
  const attendance = names.place(folderOf('presences'), 'presences.html')
  const page = parcel.add(attendance, [
    attendancePage(attendance, model.transfer === null ? HOME : SHEET_PATH, model),
  ])
  pieces.push(described(page, 'attendance', text.attendance, model.meeting.date))
  return pieces
}

const described = (
  file: ParcelFile,
  kind: ArchivedPiece['kind'],
  title: string,
  date: string,
): ArchivedPiece => ({ ...file, kind, title, date, mediaType: mediaTypeOf(file.path) })

function* soundChunks(path: string, fileName: string): Generator<Uint8Array> {
  try {
    yield* chunksOf(path)
  } catch (cause) {
    throw new AppError('kept-file-missing', { field: fileName, cause })
  }
}
