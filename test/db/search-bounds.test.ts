import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openData } from '../../electron/db/open.ts'
import { findTexts, type Rows, trackedRows } from '../../electron/db/search/find-texts.ts'
import { firstRow, type SearchedKind } from '../../electron/db/search/kinds.ts'

const folder = mkdtempSync(join(tmpdir(), 'seances-search-'))
let data: Awaited<ReturnType<typeof openData>>

beforeAll(async () => {
  data = await openData(folder, {
    beforeMigration: async () => undefined,
    slow: () => undefined,
    clock: () => new Date(),
  })
})
afterAll(() => {
  data.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Texts number `from` to `to` of a kind, each with `title` and its number. */
function add(kind: SearchedKind, from: number, to: number, title: string): void {
  data.sqlite
    .prepare(
      `WITH RECURSIVE number (n) AS (SELECT @from UNION ALL SELECT n + 1 FROM number WHERE n < @to)
       INSERT INTO search_text (rowid, kind, entity_id, date, title, body, folded_title, folded_body)
       SELECT @first + n, @kind, @kind || n, '2026-01-01', @title || ' ' || n, 'notice', @title || ' ' || n, 'notice'
       FROM number`,
    )
    .run({ from, to, kind, title, first: firstRow(kind) })
}

function read(word: string): { rows: number; found: ReturnType<typeof findTexts> } {
  let rows = 0
  const tracked = trackedRows(data.sqlite, data.tracker)
  const counting: Rows = (...asked) => {
    const answered = tracked(...asked)
    rows += answered.length
    return answered
  }
  return { found: findTexts(counting, [[{ word, isStart: true }]]), rows }
}

describe('a search as typed', () => {
  it('reads no more rows of many texts than of few, and finds the newest and what lies around them', () => {
    add('meeting', 1, 3, 'decret')
    add('person', 1, 3, 'decret')
    add('watch', 1, 2_000, 'decret')
    const words = ['d', 'decret', 'notice']
    const few = words.map((word) => read(word).rows)
    add('watch', 2_001, 20_000, 'decret')
    expect(words.map((word) => read(word).rows)).toEqual(few)
    const { found } = read('decret')
    const ofKind = (kind: SearchedKind) => found.filter((text) => text.kind === kind)
    const newest = ofKind('watch').filter(({ byTitle }) => byTitle)
    expect(newest).toHaveLength(400)
    expect(Math.min(...newest.map(({ title }) => Number(title.split(' ')[1])))).toBe(19_601)
    for (const kind of ['meeting', 'person'] as const) expect(ofKind(kind)).toHaveLength(3)
    expect(read('notice').found.filter(({ kind }) => kind === 'watch')).toHaveLength(40)
  })
})
