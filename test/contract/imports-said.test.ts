import { afterEach, beforeEach, expect, it } from 'vitest'
import type { SaidLine } from '../../electron/domain/agenda/said-lines.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

let opened: OpenedCore
beforeEach(async () => {
  opened = await openTestCore()
})
afterEach(() => opened.dispose())

const minutes = `# Comité du 12 mai 2026

Présents :

- Odile Vasseur (DGX)
- le bosco

Au tableau :

Le budget de la crèche
Les quais d’Amont
La fête des bateaux

→ DGX : chiffrer les quais
Prévenir la capitainerie avant le 3 juin 2026

Le prix du mouillage reste le même.
`

function read(said?: { lines: SaidLine[]; agenda?: 'best' | 'other' | 'only' }) {
  return opened.ok('imports.read', {
    fileName: 'notes.md',
    bytes: new TextEncoder().encode(minutes),
    ...(said === undefined ? {} : { said: { agenda: 'best', sheet: null, ...said } }),
  })
}

const placeOf = async (words: string) => {
  const { blocks } = await read()
  const block = blocks.findIndex((one) => one.type !== 'row' && one.text.includes(words))
  const found = blocks[block]
  const text = found === undefined || found.type === 'row' ? '' : found.text
  return { block, line: text.split('\n').findIndex((line) => line.includes(words)) }
}

const said = async (words: string, role: SaidLine['role']): Promise<SaidLine> => ({
  ...(await placeOf(words)),
  role,
})

it('says which lines look like something and became nothing', async () => {
  const bytes = new TextEncoder().encode(`${minutes}\n→ rien de plus\n`)
  const { blocks, unread = [] } = await opened.ok('imports.read', { fileName: 'notes.md', bytes })
  const block = blocks.findIndex((one) => one.type !== 'row' && one.text.includes('rien de plus'))
  expect(unread).toContainEqual({ block, line: 0, like: 'action' })
})

it('reads a line as what somebody says it is', async () => {
  const { draft, unread } = await read({
    lines: [
      await said('budget de la', 'item'),
      await said('quais d’Amont', 'item'),
      await said('chiffrer', 'action'),
      await said('capitainerie', 'action'),
      await said('mouillage', 'decision'),
      await said('le bosco', 'person'),
    ],
  })
  expect(draft.items.map(({ title }) => title)).toEqual(['Le budget de la crèche', 'Les quais d’Amont'])
  expect(draft.actions.map(({ owner, text, dueDate }) => ({ owner, text, dueDate }))).toEqual([
    { owner: 'DGX', text: 'chiffrer les quais', dueDate: null },
    { owner: null, text: 'Prévenir la capitainerie', dueDate: '2026-06-03' },
  ])
  expect(draft.decisions.map(({ text }) => text)).toEqual(['Le prix du mouillage reste le même.'])
  expect(draft.participants.map(({ familyName }) => familyName)).toContain('le bosco')
  expect(draft.participants.every(({ attendance }) => attendance === 'present')).toBe(true)
  expect(unread).toEqual([])
})

it('names everybody of a line that is said to be people, however it is written', async () => {
  const bytes = new TextEncoder().encode(
    '# Comité du 12 mai 2026\n\nAnne ROY – DGX (cheffe de projet) Paul PETIT – ANX Luc BON\n\nMaryline : absente\n\nla vigie et le bosco\n',
  )
  const lines = [1, 2, 3].map((block): SaidLine => ({ block, line: 0, role: 'person' }))
  const { draft } = await opened.ok('imports.read', {
    fileName: 'a.md',
    bytes,
    said: { lines, agenda: 'best', sheet: null },
  })
  expect(draft.participants.map(({ familyName, attendance }) => [familyName, attendance])).toEqual([
    ['ROY', null],
    ['PETIT', null],
    ['BON', null],
    ['Maryline', 'absent'],
    ['la vigie', null],
    ['le bosco', null],
  ])
})

it('begins the agenda where somebody says, and leaves out what is said to be nothing', async () => {
  const begun = await read({ lines: [await said('Au tableau', 'agenda')] })
  const titles = begun.draft.items.map(({ title }) => title)
  expect(titles.slice(0, 3)).toEqual(['Le budget de la crèche', 'Les quais d’Amont', 'La fête des bateaux'])
  const without = await read({
    lines: [await said('Au tableau', 'agenda'), await said('quais d’Amont', 'nothing')],
  })
  expect(without.draft.items.map(({ title }) => title)).not.toContain('Les quais d’Amont')
})

it('offers the next best reading, and takes it when asked', async () => {
  const bytes = new TextEncoder().encode(
    '# Réunion du 4 mai 2026\n\n## Ordre du jour\n\n- La barge\n- Le quai\n- La grue\n\n## Programme\n\n1. Accueil\n2. Visite\n3. Repas\n',
  )
  const first = await opened.ok('imports.read', { fileName: 'a.md', bytes })
  const other = first.draft.otherItems?.map(({ title }) => title) ?? []
  const titles = first.draft.items.map(({ title }) => title)
  expect(other.length).toBeGreaterThan(0)
  expect(other).not.toEqual(titles)
  const again = await opened.ok('imports.read', {
    fileName: 'a.md',
    bytes,
    said: { lines: [], agenda: 'other', sheet: null },
  })
  expect(again.draft.items.map(({ title }) => title)).toEqual(other)
  expect(again.draft.otherItems?.map(({ title }) => title)).toEqual(titles)
})

it('takes no more lines for items than an agenda may have', async () => {
  const bytes = new TextEncoder().encode(
    `# Séance\n\n${Array.from({ length: 600 }, (_, at) => `- Quai ${String.fromCharCode(97 + (at % 26))}${at}`).join('\n')}\n`,
  )
  const { blocks } = await opened.ok('imports.read', { fileName: 'notes.md', bytes })
  const lines = blocks.flatMap((block, at): SaidLine[] =>
    block.type === 'listItem' ? [{ block: at, line: 0, role: 'item' }] : [],
  )
  expect(lines).toHaveLength(600)
  const { draft } = await opened.ok('imports.read', {
    fileName: 'notes.md',
    bytes,
    said: { agenda: 'best', sheet: null, lines },
  })
  expect(draft.items).toHaveLength(500)
  await opened.ok('imports.compare', { meetingId: null, items: draft.items })
})
