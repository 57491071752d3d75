import type { ReadList } from '../domain/watch/list.ts'
import type { WatchListPreview } from './watch-list.ts'

export type WatchListCalls = {
  /** Reads a table and says what it would do to the watch; stores nothing. */
  previewWatchList: { input: { path: string }; output: WatchListPreview }
}

export type WatchListJobs = {
  readWatchList: { input: { fileName: string; bytes: Uint8Array }; output: ReadList }
}
