import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { modelInPdf } from '../../electron/documents/read-back.ts'
import { ChartId } from '../../electron/domain/report/charts.ts'
import { reportWords } from '../../electron/domain/report/words.ts'
import { newId } from '../../renderer/api/new-id.ts'
import type { OpenedCore } from './open-core.ts'
import { smallYear } from './yearly-report-world.ts'

const year = { from: '2026-01-01', to: '2026-12-31' }
/** A name that a spreadsheet program would work out, and that markup would break on. */
const planted = '=HYPERLINK("http://exemple.invalid") <b>&'

let opened: OpenedCore
beforeAll(async () => {
  opened = await smallYear()
  const meetings = await opened.ok('meetings.list', { year: 2026 })
  const october = meetings.find(({ date }) => date === '2026-10-08')
  await opened.ok('attendance.add', {
    id: newId(),
    meetingId: october?.id ?? '',
    fields: { familyName: 'Six', college: planted, organisation: planted, status: 'surPlace' },
  })
})
afterAll(() => opened.dispose())

async function written(name: string): Promise<Uint8Array> {
  const path = join(opened.folder, name)
  const subject = { kind: 'reportFigures', period: year } as const
  const saved = await opened.core.internal('writeDocument', { subject, format: 'xlsx', path })
  expect(saved).toMatchObject({ ok: true, value: { path } })
  return new Uint8Array(readFileSync(path))
}

describe('the workbook', () => {
  it('names each sheet by its whole title, which has the 31 letters of a sheet at most', async () => {
    const book = strFromU8(unzipSync(await written('bilan.xlsx'))['xl/workbook.xml'] ?? new Uint8Array())
    const names = [...book.matchAll(/<sheet name="([^"]+)"/gu)].map(([, name]) => name)
    expect(names).toEqual(Object.values(reportWords.tables))
    expect(names).toContain('Délai de réalisation (actions)')
  })

  it('holds every table, shares as numbers, definitions, and no formula', async () => {
    const proposed = await opened.core.internal('proposedFileName', {
      subject: { kind: 'reportFigures', period: year },
    })
    expect(proposed).toMatchObject({ value: { fileName: '2026_BILAN_INP.xlsx' } })
    const parts = Object.entries(unzipSync(await written('bilan.xlsx')))
    const all = parts.map(([name, part]) => [name, strFromU8(part)] as const)
    for (const [name, part] of all) expect(part, name).not.toMatch(/<f[ >]/)
    const sheets = all.filter(([name]) => name.includes('worksheets'))
    expect(sheets).toHaveLength(10)
    const [, figures = ''] = sheets[0] ?? []
    // Five of nine; with the planted member October counts too, one of three there.
    expect(figures).toContain(`<v>${6 / 12}</v>`)
    const [, last = ''] = sheets.at(-1) ?? []
    expect(last).toContain('Rapporté à')
    expect(all.some(([, part]) => part.includes('&#39;=HYPERLINK') || part.includes("'=HYPERLINK"))).toBe(
      true,
    )
  })
})

describe('a chart', () => {
  for (const chart of ChartId.options)
    it(`is a drawing told by its words, and a picture: ${chart}`, async () => {
      const path = join(opened.folder, `${chart}.svg`)
      const subject = { kind: 'reportChart', period: year, chart } as const
      expect(await opened.core.internal('writeDocument', { subject, format: 'svg', path })).toMatchObject({
        ok: true,
      })
      const svg = readFileSync(path, 'utf8')
      expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" [^>]*role="img"/)
      expect(svg).toMatch(/<title>[^<]+<\/title><desc>[^<]+<\/desc>/)
      expect(svg).not.toContain('<b>')
      const png = await opened.core.internal('chartBytes', { ...year, chart, format: 'png' })
      if (!png.ok) throw new Error(png.error.code)
      expect([...png.value.bytes.slice(1, 4)]).toEqual([0x50, 0x4e, 0x47])
    })

  it('of a year without anything is not found', async () => {
    const empty = { from: '2031-01-01', to: '2031-12-31' }
    for (const chart of ChartId.options)
      expect(await opened.core.internal('chartBytes', { ...empty, chart, format: 'svg' })).toMatchObject({
        error: { code: 'not-found' },
      })
  })
})

describe('the PDF', () => {
  it('is made again as the same bytes, is found sound by the checker, and carries its figures', async () => {
    const subject = { kind: 'yearlyReport', ...year } as const
    const { bytes, fileName, sha256 } = await opened.ok('documents.render', subject)
    expect(fileName).toBe('2026_BILAN_INP.pdf')
    expect((await opened.ok('documents.render', subject)).sha256).toBe(sha256)
    const model = await modelInPdf(bytes)
    if (model?.kind !== 'yearlyReport') throw new Error('the model is not inside')
    expect(model.parts.flatMap(({ charts }) => charts)).toHaveLength(ChartId.options.length)
    const path = join(opened.folder, 'bilan.pdf')
    const saved = await opened.core.internal('writeDocument', { subject, format: 'pdf', path })
    if (!saved.ok) throw new Error(saved.error.code)
    const { producedId } = saved.value
    if (producedId === null) throw new Error('not recorded')
    expect((await opened.ok('documents.verdict', { producedId })).faults).toEqual([])
  })

  it('of a year without anything says so on one page or two', async () => {
    const subject = { kind: 'yearlyReport', from: '2031-01-01', to: '2031-12-31' } as const
    expect((await opened.ok('documents.render', subject)).pageCount).toBeLessThanOrEqual(3)
  })
})
