// Every text of a team's base, as of one moment, in the words of a desk: read where it cannot be written, with what would be
// erased written down for the engine to do.
import type Database from 'better-sqlite3'
import { AppError } from '../../contract/errors.ts'
import { EveryText, type ImageRow, type TextTable } from '../search/every-text.ts'
import type { TeamAddress } from './address.ts'
import { takeRows } from './carry.ts'
import type { Erasing } from './erasing.ts'
import { Line } from './line.ts'
import { roleOf } from './rights.ts'
import { emptyDesk } from './schema.ts'

/**
 * Takes all rows of the base into memory, on a line of its own.
 * @throws AppError `team-not-allowed` to an account that is not shown everything
 */
export async function takeTexts(
  address: TeamAddress,
  password: string | undefined,
): Promise<Database.Database> {
  const line = new Line(address, password)
  const desk = emptyDesk()
  try {
    await line.ready()
    const role = await roleOf(line)
    if (role === null || role === 'lecture') throw new AppError('team-not-allowed')
    await line.begin('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    await takeRows(line, desk, () => undefined)
    await takeSearch(line, desk)
    return desk
  } catch (thrown) {
    desk.close()
    throw thrown
  } finally {
    await line.close()
  }
}

const PAGE = 2000

/** As it stands there, under the same numbers; nothing is looked up in its index. */
async function takeSearch(line: Line, desk: Database.Database): Promise<void> {
  desk.exec('DROP TRIGGER search_text_added')
  const insert = desk.prepare(
    `INSERT INTO search_text (rowid, kind, entity_id, meeting_id, title, body, folded_title, folded_body) VALUES (?, ?, ?, ?, ?, ?, '', '')`,
  )
  for (let after = Number.MIN_SAFE_INTEGER, isLast = false; !isLast; ) {
    const { rows } = await line.query<{
      rowid: number
      kind: string
      entity_id: string
      meeting_id: string | null
      title: string
      body: string
    }>(
      `SELECT rowid, kind, entity_id, meeting_id, title, body FROM search_text WHERE rowid > $1 ORDER BY rowid LIMIT ${PAGE}`,
      [after],
    )
    for (const row of rows)
      insert.run(row.rowid, row.kind, row.entity_id, row.meeting_id, row.title, row.body)
    after = rows.at(-1)?.rowid ?? after
    isLast = rows.length < PAGE
  }
}

/** Between two steps of a call much less goes by; whatever is taken is given up then, before somebody collects it. */
const IDLE_MS = 10_000

/** What one call reads: of one moment until it has erased something. */
export class TextsOfCall {
  readonly #take: () => Promise<Database.Database>
  #taken: Promise<Database.Database> | null = null
  #isOld = false
  #timer: NodeJS.Timeout | undefined

  constructor(take: () => Promise<Database.Database>) {
    this.#take = take
  }

  /** As they were when they were last read. */
  async shown(): Promise<Database.Database> {
    this.#taken ??= this.#take()
    const desk = await this.#taken
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#forget(desk), IDLE_MS)
    this.#timer.unref()
    return desk
  }

  /** As they are, where something was erased since. */
  async now(): Promise<Database.Database> {
    if (this.#isOld && this.#taken !== null) this.#forget(await this.#taken)
    this.#isOld = false
    return this.shown()
  }

  areOld(): void {
    this.#isOld = true
  }

  #forget(desk: Database.Database): void {
    clearTimeout(this.#timer)
    this.#taken = null
    desk.close()
  }
}

/** Writes nothing: it notes what is to be written. */
export class NotedTexts extends EveryText {
  readonly #rows: Erasing['rows'][number][] = []
  readonly #images: Erasing['images'][number][] = []
  readonly #texts: Erasing['texts'][number][] = []
  #isSwept = false

  get noted(): Erasing {
    return { rows: this.#rows, images: this.#images, texts: this.#texts, isSwept: this.#isSwept }
  }

  override write(table: TextTable, rowid: number, values: Readonly<Record<string, string | null>>): void {
    if (Object.keys(values).length > 0) this.#note(table, rowid, values)
  }

  override remove(table: TextTable, rowid: number): void {
    this.#note(table, rowid, null)
  }

  override removeById(name: string, id: string): number {
    const row = { table: name, column: 'id', key: id, expected: {}, values: null, isVersioned: false }
    this.#rows.push(row)
    return 1
  }

  override writeImage(ord: number, before: string | null, after: string | null): void {
    this.#noteImage(ord, { before, after })
  }

  override removeImages(images: readonly Pick<ImageRow, 'ord'>[]): void {
    for (const { ord } of images) this.#noteImage(ord, null)
  }

  override writeSearch(rowid: number, title: string, body: string): void {
    const text = this.searchText(rowid)
    if (text !== null) this.#texts.push({ rowid, title: text.title, body: text.body, by: { title, body } })
  }

  override rewriteFile(): void {
    this.#isSwept = true
  }

  override transaction<T>(work: () => T): T {
    return work()
  }

  #note(table: TextTable, rowid: number, values: Readonly<Record<string, string | null>> | null): void {
    const row = this.row(table, rowid)
    if (row === null) return
    const columns = values === null ? table.columns : Object.keys(values)
    this.#rows.push({
      ...{ table: table.name, column: table.key, key: row.key, values, isVersioned: table.isVersioned },
      expected: Object.fromEntries(columns.map((column) => [column, row.values[column] ?? null])),
    })
  }

  #noteImage(ord: number, by: Erasing['images'][number]['by']): void {
    const image = this.image(ord)
    if (image !== null) this.#images.push({ ord, before: image.before, after: image.after, by })
  }
}
