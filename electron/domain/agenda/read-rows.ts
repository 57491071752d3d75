import type { Passage } from '../minutes/passages.ts'

export const agendaCells = ['time', 'duration', 'title', 'nature', 'presenter'] as const
export type AgendaCell = (typeof agendaCells)[number]

type Row = { cells: Map<number, Passage[]> }

/** The one table whose head says what an agenda's does. */
export function tableIn(
  passages: readonly Passage[],
  columnsOf: (head: readonly string[]) => readonly AgendaCell[] | null,
): { rows: Row[]; columns: readonly AgendaCell[] } | null {
  const tables = new Map<number, Row[]>()
  for (const paragraph of passages) {
    const { cell } = paragraph
    if (cell === null) continue
    const rows = tables.get(cell.table) ?? []
    tables.set(cell.table, rows)
    rows[cell.row] ??= { cells: new Map() }
    const { cells } = rows[cell.row] ?? { cells: new Map<number, Passage[]>() }
    cells.set(cell.column, [...(cells.get(cell.column) ?? []), paragraph])
  }
  for (const sparse of tables.values()) {
    const [head, ...rows] = sparse.filter((row) => row !== undefined)
    const width = Math.max(0, ...(head?.cells.keys() ?? [])) + 1
    const words = Array.from({ length: width }, (_, x) =>
      (head?.cells.get(x) ?? []).map(({ after, before }) => before ?? after ?? '').join(' '),
    )
    const columns = columnsOf(words)
    if (columns !== null) return { rows, columns }
  }
  return null
}

export class ReadRow {
  readonly #cells: ReadonlyMap<number, readonly Passage[]>
  readonly #columns: readonly AgendaCell[]

  constructor({ cells }: Row, columns: readonly AgendaCell[]) {
    this.#cells = cells
    this.#columns = columns
  }

  get all(): readonly Passage[] {
    return [...this.#cells.values()].flat()
  }
  get anchors(): string[] {
    return this.all.flatMap(({ anchors }) => [...anchors])
  }
  get isNew(): boolean {
    return this.all.every(({ before }) => before === null)
  }
  get isGone(): boolean {
    return this.all.every(({ after }) => after === null)
  }
  cell(which: AgendaCell): readonly Passage[] {
    return this.#cells.get(this.#columns.indexOf(which)) ?? []
  }
  words(which: AgendaCell, side: 'before' | 'after'): string {
    return said(this.cell(which).map((paragraph) => paragraph[side]))
  }
  /** Whether the number of its title is none of its words. */
  get isCounted(): boolean {
    return this.cell('title').some(({ isCounted }) => isCounted)
  }
  get author(): { author: string; authoredAt: string | null } {
    const [change] = this.all.flatMap(({ changes }) => changes)
    return { author: change?.author ?? '', authoredAt: change?.at ?? null }
  }
  others(side: 'before' | 'after'): string[] {
    return this.#columns
      .filter((which) => which !== 'title' && which !== 'time')
      .map((which) => this.words(which, side))
      .filter((words) => words !== '')
  }
}

export const said = (words: readonly (string | null)[]) =>
  words.filter((one) => one !== null && one !== '').join('\n')
