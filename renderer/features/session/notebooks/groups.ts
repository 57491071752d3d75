import type { NotebooksView } from '../../../../electron/contract/notebooks.ts'
import type { NotebookItem } from '../../../../electron/domain/session/notebook.ts'
import { LEAST_LIKENESS, likeness } from '../../../../electron/domain/session/notebook.ts'
import { type SessionLine, UNTIMED } from '../../../../electron/domain/session/session.ts'
import { standIns } from '../../../../electron/domain/session/transcript.ts'

export type Row = {
  own: SessionLine | null
  /** Of a notebook. */
  line: SessionLine | null
  /** One's own line that says nearly the same. */
  twin: SessionLine | null
}

export type Group = {
  key: string
  item: NotebookItem | null
  /** Heading of an item that is gone; empty otherwise. */
  gone: string
  rows: Row[]
  /** Lines still to be decided. */
  open: SessionLine[]
}

/** One group per item that has lines, general notes first, then what stood under items that are gone. */
export function groupsOf({ lines, notebooks }: NotebooksView, items: readonly NotebookItem[]): Group[] {
  const goneOf = new Map(
    notebooks.flatMap(({ gone }) =>
      gone.flatMap(({ heading, lineIds }) => lineIds.map((id) => [id, heading] as const)),
    ),
  )
  const byKey = new Map<string, SessionLine[]>()
  for (const line of lines) {
    const key = line.itemId ?? `gone ${goneOf.get(line.id) ?? ''}`
    byKey.set(key, [...(byKey.get(key) ?? []), line])
  }
  const group = (key: string, item: NotebookItem | null, gone: string): Group[] => {
    const own = byKey.get(key) ?? []
    return own.length === 0 ? [] : [{ key, item, gone, ...paired(own) }]
  }
  return [
    ...group('gone ', null, ''),
    ...[...new Set(goneOf.values())].flatMap((heading) => group(`gone ${heading}`, null, heading)),
    ...items.flatMap((item) => group(item.id, item, '')),
  ]
}

/**
 * Rows in the order of one's own notes. A note was typed when its words had been said: it stands beside the passage of a
 * transcript that began last before it.
 */
function paired(lines: readonly SessionLine[]): Pick<Group, 'rows' | 'open'> {
  const own = lines.filter(({ notebookId }) => notebookId === null)
  const theirs = lines.filter(({ notebookId }) => notebookId !== null)
  const others = standIns(lines)
  const isPassage = ({ id, at }: SessionLine) => at !== UNTIMED && !others.has(id)
  const passages = theirs.filter(isPassage)
  const rows: Row[] = []
  let next = 0
  const passagesUntil = (at: string) => {
    for (let line = passages[next]; line !== undefined && line.at <= at; line = passages[next]) {
      rows.push({ own: null, line, twin: null })
      next += 1
    }
  }
  const untimed = theirs.filter((line) => !isPassage(line))
  for (const row of byWords(own, untimed)) {
    if (row.own !== null) passagesUntil(row.own.at)
    const last = rows.at(-1)
    const isBeside = last !== undefined && last.own === null && last.line === passages[next - 1]
    if (row.line === null && isBeside) last.own = row.own
    else rows.push(row)
  }
  passagesUntil(UNTIMED)
  return { rows, open: theirs.filter(({ state }) => state === 'proposed') }
}

/** A line of a notebook stands beside the one it is like, else right after the place of the line before it. */
function byWords(own: readonly SessionLine[], theirs: readonly SessionLine[]): Row[] {
  const places = new Map<string, number>()
  const placed = theirs.map((line) => {
    const twinAt = closest(line, own)
    const place = twinAt ?? places.get(line.notebookId ?? '') ?? -1
    places.set(line.notebookId ?? '', place)
    return { line, place, twin: twinAt === null ? null : (own[twinAt] ?? null) }
  })
  const rows: Row[] = placed
    .filter(({ place }) => place < 0)
    .map(({ line }) => ({ own: null, line, twin: null }))
  for (const [index, mine] of own.entries()) {
    const here = placed.filter(({ place }) => place === index)
    const [first, ...rest] = [...here].sort((a, b) => Number(b.twin !== null) - Number(a.twin !== null))
    if (first === undefined || first.twin === null) rows.push({ own: mine, line: null, twin: null })
    else rows.push({ own: mine, line: first.line, twin: first.twin })
    const after = first === undefined || first.twin === null ? here : rest
    for (const { line, twin } of after) rows.push({ own: null, line, twin })
  }
  return rows
}

function closest(line: SessionLine, own: readonly SessionLine[]): number | null {
  let best: { index: number; score: number } | null = null
  for (const [index, mine] of own.entries()) {
    const score = likeness(mine.text, line.text)
    if (score >= LEAST_LIKENESS && score > (best?.score ?? 0)) best = { index, score }
  }
  return best?.index ?? null
}
