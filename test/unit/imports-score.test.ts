import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { corpusFiles } from '../fixtures/corpus/files.ts'
import { type Mark, scoreFile } from '../fixtures/corpus/score.ts'
import { scorePage, scoreTables, withTables } from '../fixtures/corpus/score-tables.ts'

const today = '2026-01-10'
const files = corpusFiles()
const scored = await Promise.all(
  files.map(async (file) => ({ ...file, marks: await scoreFile(file, today) })),
)
const marks = scored.flatMap((file) => file.marks)

/** Of what the files say, how much was read right. */
function share(list: readonly Mark[]): number {
  const said = list.filter(({ verdict }) => verdict !== 'invented')
  return said.filter(({ verdict }) => verdict === 'right').length / said.length
}
const of = (field: string) => marks.filter((mark) => mark.field === field)

describe('the corpus', () => {
  it('is read right', () => {
    expect(files.length).toBeGreaterThanOrEqual(80)
    expect(share(marks)).toBeGreaterThan(0.975)
  })

  it.each(['item', 'item duration', 'item start', 'item number', 'date', 'start', 'participant presence'])(
    'is understood in at least 95 %% of: %s',
    (field) => {
      expect(share(of(field))).toBeGreaterThan(0.95)
    },
  )

  it('is never refused by mistake, and what must be refused is', () => {
    expect(of('refusal').filter(({ verdict }) => verdict !== 'right')).toEqual([])
    expect(of('refusal').length).toBe(files.filter(({ expected }) => expected.kind === 'refused').length)
  })

  it('says nothing that a file does not say', () => {
    expect(marks.filter(({ verdict }) => verdict === 'invented')).toEqual([])
  })

  it('is doubted where it is misread: from 0.9 on fewer than 2 in 100 are wrong', () => {
    const sure = marks.filter(({ confidence }) => confidence !== null && confidence >= 0.9)
    const wrong = sure.filter(({ verdict }) => verdict === 'wrong' || verdict === 'invented')
    expect(sure.length).toBeGreaterThan(500)
    expect(wrong.length / sure.length).toBeLessThan(0.02)
  })

  it(`is told as it is in ${scorePage}`, () => {
    const page = readFileSync(new URL(`../../${scorePage}`, import.meta.url), 'utf8')
    const tables = Object.values(scoreTables(scored))
    // Else: npm run score -- --write
    expect(withTables(page, tables)).toBe(page)
    // The control: without its last line a table is not the page's any more.
    const short = tables.map((table) => ({ ...table, lines: table.lines.slice(0, -1) }))
    expect(withTables(page, short)).not.toBe(page)
  })

  it('loses when each file is held against what another one says', async () => {
    const agendas = files.filter(({ expected }) => expected.kind === 'agenda' && expected.items.length > 2)
    const exchanged = agendas.map((file, at) => ({
      ...file,
      expected: agendas[(at + 7) % agendas.length]?.expected ?? file.expected,
    }))
    const lost = (await Promise.all(exchanged.map((file) => scoreFile(file, today)))).flat()
    expect(share(lost)).toBeLessThan(0.5)
    expect(lost.filter(({ verdict }) => verdict === 'invented').length).toBeGreaterThan(100)
  })
})
