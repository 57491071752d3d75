import type { Output } from './index.ts'
import type { ParcelCalls, ParcelJobs } from './wire-parcels.ts'
import type { SealingCalls, SealingJobs, SealWords } from './wire-sealing.ts'

/** With those of parcels and of encrypted copies: whatever concerns whole files beside the data. */
export type FileCalls = (ParcelCalls & SealingCalls) & {
  /** A file that somebody chose for one that is missing or altered. */
  takeKeptFile: {
    input: { file: string; path: string }
    output: NonNullable<Output<'keptFiles.choose'>>
  }
}

export type FileJobs = (ParcelJobs & SealingJobs) & {
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
    input: { folders: readonly string[]; toFolder: string; files: readonly string[] } & SealWords
    output: { notFound: string[]; closed: boolean }
  }
}
