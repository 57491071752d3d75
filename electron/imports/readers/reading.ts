import type { SourceBlock } from '../../domain/agenda/source-block.ts'

export type Reading = {
  blocks: SourceBlock[]
  /**
   * Cells that only repeat the one above because they are merged with it: block index → columns.
   * The words show; hours and durations are not counted twice.
   */
  repeated: Map<number, ReadonlySet<number>>
  /** Rows of a sheet: block index → its number on the sheet, where rows that are empty or hidden are not blocks. */
  rowNumbers: Map<number, number>
  /** Insertions or deletions by reviewers were found: read as if accepted. */
  trackedChanges: boolean
  /** The file went past `MAX_BLOCKS`; the rest was not read. */
  truncated: boolean
  /** Rows or sheets of a workbook have words and are hidden: they were not meant to be read. */
  hidden: boolean
  /** A calendar of so many events: a list of dates, not one meeting. */
  eventCount: number | null
  /** The day on which it was sent, `YYYY-MM-DD`, where it came in a mail. */
  sentOn: string | null
}

/** A visible sheet of a workbook that has content; what is beyond the bounds of a file is only named. */
export type SheetReading = { name: string; reading: Reading | null }

/** Most sheets read of one workbook. */
export const MAX_SHEETS = 12

/** Some 400 pages: past this a file is no agenda, and the review screen would not show it. */
export const MAX_BLOCKS = 20_000
/** Longest text kept of one block or cell. */
export const MAX_BLOCK_CHARACTERS = 20_000

/** Most columns kept of one row. */
export const MAX_COLUMNS = 64

export function emptyReading(): Reading {
  return {
    blocks: [],
    repeated: new Map(),
    rowNumbers: new Map(),
    trackedChanges: false,
    truncated: false,
    hidden: false,
    eventCount: null,
    sentOn: null,
  }
}

/** A cell, read as blocks of its own, as the lines of its text; list items keep their printed number. */
export function linesOfBlocks(blocks: readonly SourceBlock[]): string {
  return blocks
    .map((block) => {
      if (block.type === 'row') return block.cells.join('\t')
      return block.type === 'listItem' ? [block.marker ?? '', block.text].join(' ').trim() : block.text
    })
    .join('\n')
}
