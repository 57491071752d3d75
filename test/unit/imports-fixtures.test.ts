import { describe, expect, it } from 'vitest'
import { AppError } from '../../electron/contract/errors.ts'
import { ReadFile } from '../../electron/domain/agenda/draft.ts'
import { draftJson } from '../../electron/imports/draft-json.ts'
import { readFile } from '../../electron/imports/read-file.ts'
import { badFiles, hugeDocx, inflatingDocx } from '../fixtures/imports/bad-files.ts'
import { badFile, comparable, fixtures } from '../fixtures/imports/expected.ts'

const today = '2026-01-10'

describe('the reader of agenda files', () => {
  const files = fixtures()

  it('has its fixtures', () => {
    expect(files.length).toBeGreaterThan(20)
  })

  it.each(files)('understands $name', async ({ name, bytes, expected }) => {
    const read = await readFile({ fileName: name, bytes, today })
    expect(comparable(draftJson(read), expected)).toEqual(comparable(expected, expected))
  })

  it.each(files)('says where it read $name, in the declared shape', async ({ name, bytes }) => {
    const read = await readFile({ fileName: name, bytes, today })
    expect(ReadFile.parse(read)).toEqual(read)
    for (const item of read.draft.items) {
      expect(item.source.excerpt).not.toBe('')
      expect(read.blocks[item.source.block]).toBeDefined()
    }
    for (const [field, value] of Object.entries(read.draft.meeting)) {
      expect(field in read.draft.meetingSources).toBe(value !== null)
    }
  })
})

/** The code a file is refused with, or null when it is read. */
async function refusal(fileName: string, bytes: Uint8Array): Promise<string | null> {
  try {
    await readFile({ fileName, bytes, today })
    return null
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
}

describe('the reader of bad files', () => {
  it.each(Object.entries(badFiles))('refuses %s', async (name, { code }) => {
    expect(await refusal(name, badFile(name))).toBe(code)
  })

  it.each(['honest', 'lying'] as const)(
    'refuses 2 MB that inflate to 2 GB, with a directory that is %s',
    async (declared) => {
      const bytes = inflatingDocx(declared)
      const before = process.memoryUsage().rss
      expect(await refusal('ordre-du-jour.docx', bytes)).toBe('file-inflates')
      // Memory that this process took before is not its own.
      expect(process.memoryUsage().rss - before).toBeLessThan(700 * 1024 * 1024)
    },
  )

  it('refuses 60 MB before looking inside', async () => {
    expect(await refusal('ordre-du-jour.docx', hugeDocx())).toBe('file-too-large')
  })
})

it('items whose hours the file itself contradicts are uncertain, and no other', async () => {
  const [file] = fixtures().filter(({ name }) => name === 'tableau-horaires-contradictoires.docx')
  if (file === undefined) throw new Error('no such fixture')
  const { draft } = await readFile({ fileName: file.name, bytes: file.bytes, today })
  expect(draft.items.map(({ title, source }) => [title, source.confidence < 0.75])).toEqual([
    ['Lettre de mission', false],
    ['Programme de travail', true],
    ['Budget', false],
  ])
})

describe('the JSON of a read file', () => {
  it('says where each thing was read, and how surely', async () => {
    const text =
      'Compte rendu du 3 mai 2026\n\nPrésents : Anne Roy, Paul Lac\n\n1. Le jardin\nDécision : planter en avril.\n2. Le local\nVide.\n'
    const read = await readFile({ fileName: 'essai.txt', bytes: new TextEncoder().encode(text), today })
    const { meetingSources, items, participants, decisions } = draftJson(read)
    expect(meetingSources.date).toMatchObject({ block: 0, confidence: expect.any(Number) })
    for (const { source } of [...items, ...participants, ...decisions]) {
      expect(source.confidence).toBeGreaterThan(0)
      expect(text).toContain(source.excerpt)
    }
    expect([items, participants, decisions].map(({ length }) => length)).toEqual([2, 2, 1])
  })
})
