import { beforeAll, describe, expect, it } from 'vitest'
import type { Draft, DraftItem, DraftSource } from '../../electron/domain/agenda/draft.ts'
import { readFile } from '../../electron/imports/read-file.ts'
import { orientationOf } from '../../electron/imports/scan/orientation.ts'
import { readScan } from '../../electron/imports/scan/read-scan.ts'
import {
  type Drawn,
  type DrawnLine,
  drawPage,
  inLayers,
  inStrips,
  onItsSide,
  packed,
  photograph,
  scanned,
  slanted,
} from '../fixtures/scans/drawn.ts'

const agenda: DrawnLine[] = [
  { y: 80, size: 18, text: 'Instance nationale partenariale' },
  { y: 110, size: 14, text: 'Ordre du jour de la séance n° 12 du jeudi 17 décembre 2026' },
  { y: 140, text: 'De 14 h à 16 h 30, salle des Tilleuls, 3e étage' },
  { y: 180, text: '1. Approbation du compte rendu de la séance précédente (5 min)' },
  { y: 205, text: '2. Généralisation des envois dématérialisés (20 min) – Odile Vasseur' },
  { y: 230, text: '3. Projet de décret sur les quais d’amont (30 min) – Théo Sarrazin' },
  { y: 255, text: '4. Questions diverses (10 min)' },
]
const titles = [
  'Approbation du compte rendu de la séance précédente',
  'Généralisation des envois dématérialisés',
  'Projet de décret sur les quais d’amont',
  'Questions diverses',
]

async function read(bytes: Uint8Array, fileName = 'scan.pdf') {
  const input = { fileName, bytes, today: '2026-12-02' }
  await expect(readFile(input)).rejects.toMatchObject({ code: 'file-scanned' })
  const pages: [number, number][] = []
  const scan = await readScan({ bytes }, (done, total) => pages.push([done, total]))
  return { ...(await readFile({ ...input, scan })), pages }
}

const plain = (words: string) => words.replaceAll("'", '’').replaceAll('\u00a0', ' ')

function expectAgenda({ meeting, items }: Draft): void {
  expect(items.map(({ title }) => plain(title))).toEqual(titles)
  expect(items.map(({ durationMinutes }) => durationMinutes)).toEqual([5, 20, 30, 10])
  expect(items.map(({ presenter }) => presenter)).toEqual([null, 'Odile Vasseur', 'Théo Sarrazin', null])
  expect(meeting).toMatchObject({ number: 12, date: '2026-12-17', startTime: '14:00', endTime: '16:30' })
}

function sources(draft: Draft): DraftSource[] {
  const ofItems = (items: readonly DraftItem[]): DraftSource[] =>
    items.flatMap(({ source, children }) => [source, ...ofItems(children)])
  return [
    ...Object.values(draft.meetingSources),
    ...ofItems(draft.items),
    ...draft.participants.map(({ source }) => source),
  ]
}

describe('a page that is a picture', () => {
  let page: Drawn
  beforeAll(async () => {
    page = await drawPage(agenda)
  })

  it('is read by recognition: nothing of it is sure, and it is said', async () => {
    const { draft } = await read(await scanned([page]))
    expectAgenda(draft)
    expect(draft.warnings[0]).toMatchObject({ code: 'recognised' })
    expect(sources(draft).length).toBeGreaterThan(6)
    expect(Math.max(...sources(draft).map(({ confidence }) => confidence))).toBeLessThan(0.75)
  })

  it('is read as a copier packs it, by fax', async () => {
    expectAgenda((await read(packed(page, 'fax'))).draft)
  })

  it('is read from JPEG 2000, less well', async () => {
    const { draft } = await read(packed(page, 'jpeg2000'))
    expect(draft.items.map(({ title }) => plain(title))).toEqual(expect.arrayContaining(titles.slice(0, 3)))
  })

  it.each([
    ['in strips', (drawn: Drawn) => inStrips(drawn, 300)],
    ['as a stencil over a ground', inLayers],
    ['on its side', onItsSide],
    ['put in by a corner', (drawn: Drawn) => slanted(drawn, 1.5)],
  ])('is read as well when it was scanned %s', async (_, make) => {
    expectAgenda((await read(await make(page))).draft)
  })

  it('is read from a photograph', async () => {
    const { draft, format } = await read(await photograph(agenda), 'page.png')
    expect(format).toBe('png')
    expectAgenda(draft)
  })

  it('keeps a margin of stamps apart from the text beside it', async () => {
    const margin = ['Reçu le', '3 janvier 2027', 'Direction des', 'affaires', 'maritimes', 'bureau 12']
    const main = agenda.map((line) => ({ ...line, x: 210, size: Math.min(line.size ?? 10, 10) }))
    const stamps = margin.map((text, at) => ({ x: 40, y: 95 + at * 31, size: 9, text }))
    const { draft } = await read(await scanned([await drawPage([...main, ...stamps])]))
    expect(draft.items.map(({ title }) => plain(title))).toEqual(titles)
    expect(draft.meeting.date).toBe('2026-12-17')
  })

  it.each(['e', 'o', '*', '©', '»'])('takes "%s" before each name of a list for its bullet', async (sign) => {
    const names = ['Odile VASSEUR', 'Théo SARRAZIN', 'Jean-noël COLAS', 'Paul MARCHAND']
    const lines = [
      { y: 80, size: 16, text: 'Compte rendu de la séance du 12 mai 2026' },
      { y: 130, text: 'Étaient présents :' },
      ...names.map((name, at) => ({ x: 90, y: 160 + at * 22, text: `${sign} ${name}` })),
      { y: 270, text: '1. Budget de la crèche' },
      { y: 295, text: 'Le budget est présenté par la direction.' },
    ]
    const { draft } = await read(await scanned([await drawPage(lines)]))
    expect(draft.participants.map(({ familyName, givenName }) => `${givenName} ${familyName}`)).toEqual(names)
  })

  it('takes the bullets of a list for such where others stand within', async () => {
    const lines = [
      { y: 80, size: 16, text: 'Compte rendu de la séance du 12 mai 2026' },
      ...['e Odile VASSEUR', 'e Théo SARRAZIN'].flatMap((text, at) => [
        { x: 90, y: 160 + at * 66, text },
        { x: 130, y: 182 + at * 66, text: 'o Budget de la crèche' },
        { x: 130, y: 204 + at * 66, text: 'o Voirie' },
      ]),
    ]
    const { blocks } = await read(await scanned([await drawPage(lines)]))
    const words = blocks.map((block) => ('text' in block ? block.text : ''))
    expect(words).toEqual(expect.arrayContaining(['Odile VASSEUR', 'Théo SARRAZIN', 'Voirie']))
  })

  it('keeps a lone letter before a word, which is no bullet', async () => {
    const lines = [
      { y: 80, size: 16, text: 'Ordre du jour du 12 mai 2026' },
      { y: 150, text: '1. Budget de la crèche' },
      { y: 180, text: 'e Odile VASSEUR' },
      { x: 140, y: 210, text: 'e Théo SARRAZIN' },
    ]
    const { blocks } = await read(await scanned([await drawPage(lines)]))
    const words = blocks.map((block) => ('text' in block ? block.text : ''))
    expect(words).toEqual(expect.arrayContaining(['e Odile VASSEUR', 'e Théo SARRAZIN']))
  })

  it.each([
    [
      'a quotation',
      [
        '« Nous demandons un report », dit le maire.',
        'La séance est suspendue dix minutes.',
        '« Le report est refusé », répond la préfète.',
      ],
    ],
    [
      'quotations under one another',
      ['« Un report est demandé », dit le maire.', '« Le report est refusé », répond Odile Vasseur.'],
    ],
    ['a vote', ['12 Pour', '0 Contre', '0 Abstention']],
    ['a vote in other words', ['0 Voix CONTRE', '0 Voix NULLES']],
  ])('keeps what begins the lines of %s', async (_, said) => {
    const lines = said.map((text, at) => ({ y: 180 + at * 26, size: 12, text }))
    const { blocks } = await read(
      await scanned([await drawPage([{ y: 80, size: 16, text: 'Compte rendu du 12 mai 2026' }, ...lines])]),
    )
    const words = plain(blocks.map((block) => ('text' in block ? block.text : '')).join(' '))
    for (const line of said) expect(words).toContain(line)
  })

  it('keeps the rows of a table whole', async () => {
    const rows = [
      ['Odile VASSEUR', 'DGX', 'présente'],
      ['Théo SARRAZIN', 'Mairie d’Amont', 'excusé'],
      ['Inès COLAS', 'Département du Bosc', 'présente'],
      ['Paul MARCHAND', 'Région des Tilleuls', 'absent'],
    ]
    const cells = rows.flatMap((row, at) =>
      row.map((text, column) => ({ x: 70 + column * 160, y: 160 + at * 26, text })),
    )
    const head = [
      { y: 80, size: 16, text: 'Compte rendu de la séance du 12 mai 2026' },
      { y: 130, text: 'Nom' },
      { x: 230, y: 130, text: 'Organisme' },
      { x: 390, y: 130, text: 'Présence' },
    ]
    const { draft } = await read(await scanned([await drawPage([...head, ...cells])]))
    expect(
      draft.participants.map(({ familyName, organisation, attendance }) => [
        familyName,
        plain(organisation ?? ''),
        attendance,
      ]),
    ).toEqual([
      ['VASSEUR', 'DGX', 'present'],
      ['SARRAZIN', 'Mairie d’Amont', 'excuse'],
      ['COLAS', 'Département du Bosc', 'present'],
      ['MARCHAND', 'Région des Tilleuls', 'absent'],
    ])
  })

  it('tells of each page that was read', async () => {
    const { pages } = await read(await scanned([page, page]))
    expect(pages).toEqual([
      [1, 2],
      [2, 2],
    ])
  })

  it('has nothing to read where nothing is written', async () => {
    await expect(
      readScan({ bytes: await scanned([await drawPage([])]) }, () => undefined),
    ).rejects.toMatchObject({
      code: 'file-scanned',
    })
  })
})

describe('how a camera was held', () => {
  const exif = (order: 'II' | 'MM', said: number) => {
    const short = (value: number) => (order === 'II' ? [value & 255, value >> 8] : [value >> 8, value & 255])
    const long = (value: number) => (order === 'II' ? [...short(value), 0, 0] : [0, 0, ...short(value)])
    const entry = [...short(0x0112), ...short(3), ...long(1), ...short(said), 0, 0]
    const tiff = [...Buffer.from(order), ...short(42), ...long(8), ...short(1), ...entry, ...long(0)]
    const length = 2 + 6 + tiff.length
    return Uint8Array.from([
      0xff,
      0xd8,
      0xff,
      0xe1,
      length >> 8,
      length & 255,
      ...Buffer.from('Exif\0\0'),
      ...tiff,
    ])
  }
  it.each(['II', 'MM'] as const)('is what the picture says (%s)', (order) => {
    expect([1, 3, 6, 8].map((said) => orientationOf(exif(order, said)))).toEqual([1, 3, 6, 8])
  })
  it('is upright where it says nothing, or nonsense', () => {
    expect(orientationOf(exif('II', 99))).toBe(1)
    expect(orientationOf(Uint8Array.of(0xff, 0xd8, 0xff, 0xe1, 0xff))).toBe(1)
    expect(orientationOf(exif('MM', 6).slice(0, 20))).toBe(1)
    expect(orientationOf(new Uint8Array())).toBe(1)
  })
})
