// Each table as a JSON array with one row a line, so that it can be written and read a row at a time.
import { AppError } from '../../../contract/errors.ts'
import type { DumpedRow } from '../../../db/copies/table-dump.ts'

export const TABLE_FOLDER = 'donnees'

/** The longest row: a watched text with its words, its history twice; more is no row of ours. */
const MAX_ROW = 256 * 1024 * 1024

export function* rowsAsJson(rows: Iterable<DumpedRow>): Generator<string> {
  let isFirst = true
  for (const row of rows) {
    // A number beyond what every reader of JSON keeps exactly would come back as another one.
    for (const [name, value] of Object.entries(row))
      if (typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER)
        throw new Error(`${name} is too large a number`)
    yield `${isFirst ? '[\n' : ',\n'}${JSON.stringify(row)}`
    isFirst = false
  }
  yield isFirst ? '[]\n' : '\n]\n'
}

/** @throws AppError `parcel-altered` with the path as its field */
export async function* rowsOfJson(
  path: string,
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<DumpedRow> {
  for await (const line of linesOf(chunks)) {
    if (line === '[' || line === ']' || line === '[]') continue
    yield rowOf(path, line.endsWith(',') ? line.slice(0, -1) : line)
  }
}

function rowOf(path: string, line: string): DumpedRow {
  try {
    const row: unknown = JSON.parse(line)
    if (isRow(row)) return row
  } catch {
    // Said below.
  }
  throw new AppError('parcel-altered', { field: path })
}

function isRow(value: unknown): value is DumpedRow {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every(
      (cell) => cell === null || typeof cell === 'string' || typeof cell === 'number',
    )
  )
}

async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let open = ''
  for await (const chunk of chunks) {
    const lines = (open + decoder.decode(chunk, { stream: true })).split('\n')
    open = lines.pop() ?? ''
    if (open.length > MAX_ROW) throw new AppError('file-inflates')
    for (const line of lines) if (line !== '') yield line
  }
  open += decoder.decode()
  if (open !== '') yield open
}
