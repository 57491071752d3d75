import type { ErrorCode } from './errors.ts'
import type { OldFilesRead } from './old-files.ts'

export type OldFilesCalls = {
  readOldFiles: { input: { path: string }; output: OldFilesRead }
}

/** One file as it lies there: kept under its hash, or why its bytes were not. */
export type GatheredFile = { path: string; sizeBytes: number } & (
  | { sha256: string; code: null }
  | { sha256: ''; code: ErrorCode }
)

export type OldFilesJobs = {
  /** Finds the files of a folder or a zip and keeps the bytes of those that can be read in the store of the data. */
  gatherOldFiles: {
    input: { source: string; dataFolder: string; now: Date }
    output: { files: GatheredFile[] }
  }
}
