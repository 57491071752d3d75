import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readFile } from '../../electron/imports/read-file.ts'
import { xlsx } from '../fixtures/corpus/make/sheets.ts'

const today = '2026-01-10'
type Rows = (string | number)[][]
const heads = ['N°', 'Sujet', 'Durée']
const spring: Rows = [heads, [1, 'Budget du printemps', '20 min'], [2, 'Calendrier', '10 min']]
const autumn: Rows = [heads, [1, 'Bilan de l’automne', '30 min'], [2, 'Questions diverses', '15 min']]
const cover: Rows = [['Classeur des réunions de démonstration']]
const list: Rows = [['Natures'], ['Information'], ['Avis']]

/** As LibreOffice keeps it. */
function ods(sheets: readonly { name: string; rows: Rows; isHidden?: boolean }[]): Uint8Array {
  const cell = (value: string | number) =>
    `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`
  const tables = sheets.map(
    ({ name, rows, isHidden }) =>
      `<table:table table:name="${name}" table:style-name="${isHidden === true ? 'caché' : 'vu'}">${rows.map((row) => `<table:table-row>${row.map(cell).join('')}</table:table-row>`).join('')}</table:table>`,
  )
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
    'content.xml': strToU8(
      `<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:automatic-styles><style:style style:name="caché" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet>${tables.join('')}</office:spreadsheet></office:body></office:document-content>`,
    ),
  })
}

const writers = { xlsx: (sheets: { name: string; rows: Rows }[]) => xlsx(sheets), ods }
const titles = (draft: { items: { title: string }[] }) => draft.items.map(({ title }) => title)
const warned = (draft: { warnings: { code: string; message: string }[] }) =>
  draft.warnings.find(({ code }) => code === 'sheets-left-aside')?.message

describe('a list of who was there', () => {
  const persons = ['Hélène Marchetti', 'Paul Okonjo', 'Inès Sauveterre']
  const contacts: Rows = [['Nom', 'Fonction'], ...persons.map((name) => [name, 'Chargée de mission'])]
  const sheet: Rows = [
    ['Nom', 'Organisme', 'Statut'],
    ...persons.map((name, at) => [name, 'ACD', at === 2 ? 'Excusé' : 'Présent']),
  ]
  const kind = async (rows: Rows) =>
    (await readFile({ fileName: 'a.xlsx', bytes: xlsx([{ name: 'Liste', rows }]), today })).draft.kind

  it('is read below another list of persons, which alone is none', async () => {
    expect(await kind(contacts)).toBe('unknown')
    expect(await kind(sheet)).toBe('minutes')
    expect(await kind([...contacts, ...sheet])).toBe('minutes')
  })
})

describe.each(['xlsx', 'ods'] as const)('a workbook (%s)', (format) => {
  const read = (sheets: { name: string; rows: Rows; isHidden?: boolean }[]) =>
    readFile({ fileName: `a.${format}`, bytes: writers[format](sheets), today })

  it('with two agendas shows the first, and the other beside it, each naming what it leaves aside', async () => {
    const file = await read([
      { name: 'Printemps', rows: spring },
      { name: 'Automne', rows: autumn },
    ])
    expect(file.sheet).toEqual({ at: 0, name: 'Printemps' })
    expect(titles(file.draft)).toEqual(['Budget du printemps', 'Calendrier'])
    expect(warned(file.draft)).toContain('«\u00a0Automne\u00a0»')
    const [other] = file.otherSheets ?? []
    expect(other).toMatchObject({ at: 1, name: 'Automne' })
    expect(other === undefined ? [] : titles(other.draft)).toEqual([
      'Bilan de l’automne',
      'Questions diverses',
    ])
    expect(other === undefined ? '' : warned(other.draft)).toContain('«\u00a0Printemps\u00a0»')
    expect(other?.blocks).toHaveLength(3)
  })

  it('whose agenda stands behind a cover is read there; sheets without an agenda are named, not offered', async () => {
    const file = await read([
      { name: 'Couverture', rows: cover },
      { name: 'ODJ', rows: spring },
      { name: 'Listes', rows: list },
    ])
    expect(file.sheet).toEqual({ at: 1, name: 'ODJ' })
    expect(titles(file.draft)).toEqual(['Budget du printemps', 'Calendrier'])
    expect(file.otherSheets).toEqual([])
    expect(warned(file.draft)).toMatch(/Couverture.*Listes/)
  })

  it('with an agenda, its attendance and its decisions on three sheets is one, each sheet beside it', async () => {
    const file = await read([
      {
        name: 'Présences',
        rows: [
          ['Nom Prénom', 'Organisme', 'Présence'],
          ['ROY Anaïs', 'DGX', 'Présente'],
        ],
      },
      { name: 'ODJ', rows: spring },
      {
        name: 'Relevé',
        rows: [
          ['Décision', 'Action', 'Responsable'],
          ['Le calendrier est arrêté.', 'Diffuser le calendrier', 'DGX'],
        ],
      },
      { name: 'Listes', rows: list },
    ])
    expect(file.sheet).toEqual({ at: 4, name: 'ODJ + Présences + Relevé' })
    expect(titles(file.draft)).toEqual(['Budget du printemps', 'Calendrier'])
    expect(file.draft.participants.map(({ familyName }) => familyName)).toEqual(['ROY'])
    expect(file.draft.decisions.map(({ text }) => text)).toEqual(['Le calendrier est arrêté.'])
    expect(warned(file.draft)).toContain('«\u00a0Listes\u00a0»')
    expect(warned(file.draft)).not.toContain('feuille «\u00a0ODJ\u00a0»')
    const [person] = file.draft.participants
    expect(JSON.stringify(file.blocks[person?.source.block ?? 0])).toContain('ROY')
    expect(file.otherSheets?.map(({ name }) => name)).toEqual(['Présences', 'ODJ', 'Relevé'])
  })

  it('with two agendas joins nothing', async () => {
    const file = await read([
      { name: 'Printemps', rows: spring },
      { name: 'Automne', rows: autumn },
      {
        name: 'Présences',
        rows: [
          ['Nom Prénom', 'Organisme', 'Présence'],
          ['ROY Anaïs', 'DGX', 'Présente'],
        ],
      },
    ])
    expect(file.sheet).toEqual({ at: 0, name: 'Printemps' })
    expect(file.draft.participants).toEqual([])
  })

  it('of one sheet says nothing of sheets', async () => {
    const file = await read([{ name: 'ODJ', rows: spring }])
    expect(file.sheet).toBeUndefined()
    expect(warned(file.draft)).toBeUndefined()
  })

  it('names every sheet, also those past what is read and those too long to be offered', async () => {
    const long: Rows = Array.from({ length: 20_000 }, (_, at) => [at, 'Ligne'])
    const more = Array.from({ length: 14 }, (_, at) => ({ name: `Mois ${at}`, rows: autumn }))
    const file = await read([{ name: 'ODJ', rows: spring }, { name: 'Données', rows: long }, ...more])
    expect(titles(file.draft)).toEqual(['Budget du printemps', 'Calendrier'])
    for (const name of ['Données', ...more.map((one) => one.name)]) expect(warned(file.draft)).toContain(name)
    expect(file.otherSheets?.map(({ name }) => name)).toEqual(more.slice(0, 10).map(({ name }) => name))
  })
})

it('hidden sheets are left alone, and that is said', async () => {
  const bytes = ods([
    { name: 'Brouillon', rows: autumn, isHidden: true },
    { name: 'ODJ', rows: spring },
  ])
  const file = await readFile({ fileName: 'a.ods', bytes, today })
  expect(titles(file.draft)).toEqual(['Budget du printemps', 'Calendrier'])
  expect(warned(file.draft)).toBeUndefined()
  const isSaid = ({ warnings }: { warnings: { code: string }[] }) =>
    warnings.some(({ code }) => code === 'hidden-left-aside')
  expect(isSaid(file.draft)).toBe(true)
  const whole = await readFile({ fileName: 'a.ods', bytes: ods([{ name: 'ODJ', rows: spring }]), today })
  expect(isSaid(whole.draft)).toBe(false)
})
