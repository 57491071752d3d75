import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { drawPage, photograph, scanned } from '../fixtures/scans/drawn.ts'
import { OldFilesWorld } from './old-files-world.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

let opened: OpenedCore
beforeEach(async () => {
  opened = await openTestCore()
})
afterEach(() => opened.dispose())

const agenda = drawPage([
  { y: 80, size: 16, text: 'Ordre du jour du comité des quais du 12 mai 2026' },
  { y: 150, text: '1. Budget de la crèche (15 min)' },
  { y: 180, text: '2. Fête des bateaux (20 min)' },
  { y: 210, text: '3. Questions diverses (5 min)' },
])
const annex = drawPage([{ y: 120, text: 'Annexe : plan des quais, sans échelle.' }])

async function file(pages: number) {
  const annexes = Array.from({ length: pages - 1 }, () => annex)
  return { fileName: 'odj.pdf', bytes: await scanned(await Promise.all([agenda, ...annexes])) }
}

const progress = () =>
  opened.events.flatMap((event) =>
    event.topic === 'progress' && event.method === 'imports.read' ? [[event.done, event.total]] : [],
  )

it('a scan is read page by page, and what is said of its lines without recognising it again', async () => {
  const scan = await file(2)
  const { blocks, draft } = await opened.ok('imports.read', scan)
  expect(draft.items.map(({ title }) => title)).toEqual([
    'Budget de la crèche',
    'Fête des bateaux',
    'Questions diverses',
  ])
  expect(draft.meeting.date).toBe('2026-05-12')
  expect(progress().at(-1)?.[1]).toBe(2)
  const told = progress().length
  const block = blocks.findIndex((one) => one.type !== 'row' && one.text.includes('Fête des bateaux'))
  const said = await opened.ok('imports.read', {
    ...scan,
    said: { agenda: 'best', sheet: null, lines: [{ block, line: 0, role: 'nothing' }] },
  })
  expect(said.draft.items.map(({ title }) => title)).toEqual(['Budget de la crèche', 'Questions diverses'])
  expect(progress()).toHaveLength(told)
})

it('a scan that is given up is not read to its end', async () => {
  const read = opened.refused('imports.read', await file(30))
  await vi.waitFor(() => expect(progress().length).toBeGreaterThan(0), 60_000)
  await opened.ok('imports.stop', {})
  expect(await read).toBe('cancelled')
  expect(progress().every(([done, total]) => done !== total)).toBe(true)
})

it('a scan that is let fall may be read as minutes, or attached', async () => {
  const { bytes, fileName } = await file(1)
  const meeting = await opened.ok('imports.recognise', {
    meetingId: null,
    files: [{ fileName, bytes, sizeBytes: bytes.length }],
  })
  expect(meeting[0]?.failure).toBeNull()
  expect(meeting[0]?.arrivals.map(({ kind }) => kind)).toEqual(['agenda'])
})

it('among old files a scan and a photograph are read page by page, and never sure', async () => {
  const world = await OldFilesWorld.open()
  try {
    const lines = [
      { y: 80, size: 16, text: 'Ordre du jour du comité des quais du 12 mai 2025' },
      { y: 150, text: '1. Budget de la crèche (15 min)' },
      { y: 180, text: '2. Fête des bateaux (20 min)' },
    ]
    const files = new Map([
      ['odj 2025-05-12.pdf', await scanned([await drawPage(lines)])],
      [
        'odj 2025-06-09.png',
        await photograph(lines.map((line) => ({ ...line, text: line.text.replace('12 mai', '9 juin') }))),
      ],
    ])
    expect(await world.read(world.folder(files))).toMatchObject({ read: 2, refused: 0 })
    const pages = world.opened.events.flatMap((event) =>
      event.topic === 'progress' && event.method === 'oldFiles.choose' && event.pages !== undefined
        ? [[event.done, event.pages]]
        : [],
    )
    expect(pages).toContainEqual([expect.any(Number), { done: 1, total: expect.any(Number) }])
    const told = (await world.groups()).map(({ state, date, counts, reasons }) => [
      state,
      date,
      counts.items,
      reasons,
    ])
    expect(told.sort()).toEqual([
      ['doubtful', '2025-05-12', 2, ['recognised']],
      ['doubtful', '2025-06-09', 2, ['recognised']],
    ])
  } finally {
    await world.dispose()
  }
})
