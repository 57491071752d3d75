import type { ParcelFault, ParcelManifest } from '../domain/data/parcel.ts'
import type { ArchiveForm, TransferDescription } from '../domain/minutes/retention.ts'
import type { ExportedArchive, VerifiedArchive } from './archive.ts'
import type { Output } from './index.ts'
import type { ExportedProfile, ImportedProfile } from './profile.ts'
import type { EncryptionCalls, EncryptionJobs, EncryptionWords } from './wire-encryption.ts'

/** With those of parcels and of encrypted copies: whatever concerns whole files beside the data. */
export type FileCalls = (ParcelCalls & EncryptionCalls) & {
  /** A file that somebody chose for one that is missing or altered. */
  takeKeptFile: {
    input: { file: string; path: string }
    output: NonNullable<Output<'keptFiles.choose'>>
  }
}

export type FileJobs = (ParcelJobs & EncryptionJobs) & {
  /** The files of a folder's store against their names, see db/kept-files. */
  checkStore: {
    input: { folder: string; files: readonly string[] }
    output: { missing: string[]; altered: string[] }
  }
  /**
   * Looks for files in the stores of folders, and puts them back; among encrypted ones when there is a passphrase.
   * `closed`: encrypted ones were there, and no passphrase.
   */
  bringBackFiles: {
    input: {
      folders: readonly string[]
      toFolder: string
      files: readonly string[]
      now: Date
    } & EncryptionWords
    output: { notFound: string[]; closed: boolean }
  }
}

type ParcelCalls = {
  profileName: { input: { form: 'folder' | 'zip' }; output: { fileName: string } }
  /** The whole profile, in a new folder or file at `path`; a file that is there is replaced. */
  exportProfile: {
    input: { path: string; form: 'folder' | 'zip' }
    output: Omit<ExportedProfile, 'token'> & { path: string }
  }
  /** Not encrypted: refused before anybody is asked where. */
  archiveName: { input: { meetingId: string; form: ArchiveForm }; output: { fileName: string } }
  exportArchive: {
    input: {
      meetingId: string
      path: string
      form: ArchiveForm
      /** Of a transfer; null = as proposed. */
      description: TransferDescription | null
    }
    output: Omit<ExportedArchive, 'token'> & { path: string }
  }
  verifyArchive: { input: { path: string }; output: VerifiedArchive }
  importProfile: { input: { path: string }; output: ImportedProfile }
}

type ParcelJobs = {
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
    input: { model: unknown; out: string; form: ArchiveForm }
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
