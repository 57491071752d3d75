import type { ParcelFault, ParcelManifest } from '../domain/data/parcel.ts'
import type { ExportedArchive, VerifiedArchive } from './archive.ts'
import type { ExportedProfile, ImportedProfile } from './profile.ts'

export type ParcelCalls = {
  profileName: { input: { form: 'folder' | 'zip' }; output: { fileName: string } }
  /** The whole profile, in a new folder or file at `path`; a file that is there is replaced. */
  exportProfile: {
    input: { path: string; form: 'folder' | 'zip' }
    output: Omit<ExportedProfile, 'token'> & { path: string }
  }
  /** Not sealed: refused before anybody is asked where. */
  archiveName: { input: { meetingId: string; form: 'folder' | 'zip' }; output: { fileName: string } }
  exportArchive: {
    input: { meetingId: string; path: string; form: 'folder' | 'zip' }
    output: Omit<ExportedArchive, 'token'> & { path: string }
  }
  verifyArchive: { input: { path: string }; output: VerifiedArchive }
  importProfile: { input: { path: string }; output: ImportedProfile }
}

export type ParcelJobs = {
  /** A finished backup and its store as an open profile at `out`, which must not exist; nothing stays of a failure. */
  writeProfile: {
    input: {
      backup: string
      store: string
      out: string
      form: 'folder' | 'zip'
      madeAt: string
      madeBy: string
    }
    output: Pick<ExportedProfile, 'meetings' | 'pieces' | 'damagedPieces'>
  }
  /** `model` is the model of documents/meeting-archive; at `out`, which must not exist; nothing stays of a failure. */
  writeArchive: {
    input: { model: unknown; out: string; form: 'folder' | 'zip' }
    output: Pick<ExportedArchive, 'files'>
  }
  /** Every byte of a parcel read and compared; `format` of one that is sound. */
  verifyParcel: {
    input: { source: string }
    output: { format: ParcelManifest['format'] | null; files: number; faults: ParcelFault[] }
  }
  /** An open profile made into a backup with its store in `staging`, which must not exist; with faults, nothing is made. */
  readProfile: {
    input: { source: string; staging: string }
    output: { backup: string; faults: [] } | { backup: null; faults: ParcelFault[] }
  }
}
