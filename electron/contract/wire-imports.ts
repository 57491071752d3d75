// What the core and jobs say to one another of files that somebody has read.

import type { ReadFile } from '../domain/agenda/draft.ts'
import type { LearntLayout } from '../domain/agenda/reading-habits.ts'
import type { SaidOfFile } from '../domain/agenda/said-lines.ts'
import type { ReadPages } from '../domain/documents/drawn-pages.ts'
import type { FileSigns } from '../domain/documents/file-signs.ts'
import type { ErrorCode } from './errors.ts'

export type ImportJobs = {
  readFile: {
    input: {
      fileName: string
      bytes: Uint8Array
      today: string
      said?: SaidOfFile | undefined
      learnt?: LearntLayout[]
      scan?: ReadPages
    }
    output: ReadFile
  }
  /** The words of a file that `readFile` finds to be `file-scanned`, page after page. */
  readScan: { input: { bytes: Uint8Array }; output: ReadPages }
  recogniseFile: {
    input: { fileName: string; bytes: Uint8Array; today: string }
    /** `failure`: why no text was read, where there should be some. */
    output: { signs: FileSigns; failure: ErrorCode | null }
  }
}
