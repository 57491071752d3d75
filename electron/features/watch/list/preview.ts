import { randomUUID } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppError } from '../../../contract/errors.ts'
import type { WatchListPreview } from '../../../contract/watch-list.ts'
import { MOST_READ_BYTES } from '../../../domain/limits.ts'
import type { ListRow, RefusedLine } from '../../../domain/watch/list.ts'
import type { LongContext } from '../../context.ts'
import { compareLines, knownTitles, rowOf } from './compare.ts'
import { putPendingList } from './pending.ts'

/** Lines compared in one turn: a few milliseconds. */
const TURN = 40
export const PREVIEWED = 100
const MAX_REFUSED = 200

/** @throws AppError `file-too-large`, and what reading refuses */
export async function previewWatchListAt(context: LongContext, path: string): Promise<WatchListPreview> {
  if ((await stat(path)).size > MOST_READ_BYTES)
    throw new AppError('file-too-large', { limit: { of: 'fileBytes', most: MOST_READ_BYTES } })
  return previewWatchList(context, basename(path).slice(-300), new Uint8Array(await readFile(path)))
}

/** @throws AppError `file-too-large`, and what reading refuses */
export async function previewWatchList(
  { dataFolder, read, runJob }: LongContext,
  name: string,
  bytes: Uint8Array,
): Promise<WatchListPreview> {
  if (bytes.length > MOST_READ_BYTES)
    throw new AppError('file-too-large', { limit: { of: 'fileBytes', most: MOST_READ_BYTES } })
  const found = await runJob('readWatchList', { fileName: name, bytes })
  const beside = {
    titles: await knownTitles(read),
    own: new Set(found.texts.flatMap(({ id }) => id ?? [])),
  }
  const rows: ListRow[] = []
  const refused: RefusedLine[] = [...found.refused]
  let same = 0
  for (let at = 0; at < found.texts.length; at += TURN) {
    const turn = found.texts.slice(at, at + TURN)
    for (const compared of await read(({ tx }) => compareLines(tx, turn, beside))) {
      const row = rowOf(compared)
      const { fault } = compared
      if (fault !== null)
        refused.push({ line: row.line, title: row.title, why: fault, column: '', written: '', other: null })
      else if (row.act === 'same') same += 1
      else rows.push(row)
    }
  }
  refused.sort((a, b) => a.line - b.line)
  const token = randomUUID()
  putPendingList(dataFolder, { token, name, texts: found.texts, rows })
  return {
    token,
    name,
    lines: found.texts.length + found.refused.length,
    added: rows.filter(({ act }) => act === 'new').length,
    changes: rows.length,
    same,
    rows: rows.slice(0, PREVIEWED),
    refusedCount: refused.length,
    refused: refused.slice(0, MAX_REFUSED),
    unknownColumns: found.unknownColumns,
    truncated: found.truncated,
  }
}
