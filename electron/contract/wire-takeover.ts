import type { ErrorCode } from './errors.ts'
import type { TakeoverRead } from './takeover.ts'

export type TakeoverCalls = {
  readTakeover: { input: { path: string }; output: TakeoverRead }
}

/** One file as it lies there: kept under its hash, or why its bytes were not. */
export type GatheredFile = { path: string; sizeBytes: number } & (
  | { sha256: string; code: null }
  | { sha256: ''; code: ErrorCode }
)

export type TakeoverJobs = {
  /** Finds the files of a folder or a zip and keeps the bytes of those that can be read in the store of the data. */
  gatherTakeover: {
    input: { source: string; dataFolder: string }
    output: { files: GatheredFile[] }
  }
}
