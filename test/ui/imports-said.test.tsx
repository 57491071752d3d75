import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ReadFile } from '../../electron/domain/agenda/draft.ts'
import type { SaidLine } from '../../electron/domain/agenda/said-lines.ts'
import { MEETING_ID } from './agenda-fake-core.tsx'
import { draftItem, openReview, readFile } from './review-screen.tsx'

const titles = ['La barge', 'Le quai', 'La grue', 'Le phare']

/** Of four lines the reading took one; each that is said to be an item becomes one. */
function readWith(said: readonly SaidLine[] = [], agenda = 'best'): ReadFile {
  const isItem = (block: number) =>
    (block === 1 && agenda !== 'only') || said.some((one) => one.block === block && one.role === 'item')
  const file = readFile(
    titles.flatMap((title, at) => (isItem(at + 1) ? [draftItem(at + 1, title)] : [])),
    '2027-02-06',
  )
  const told = new Set(said.map(({ block }) => block))
  return {
    ...file,
    blocks: [
      { type: 'heading', level: 1, text: 'Séance' },
      ...titles.map((text) => ({ type: 'listItem' as const, level: 0, marker: '•', text })),
      { type: 'paragraph', text: '→ DGX : chiffrer' },
    ],
    draft: { ...file.draft, otherItems: [draftItem(2, 'Le quai'), draftItem(3, 'La grue')] },
    unread: told.has(5) ? [] : [{ block: 5, line: 0, like: 'action' }],
  }
}

const open = () =>
  openReview(readWith(), {
    'imports.read': ({ said }) => readWith(said?.lines, said?.agenda),
  })

/** Its four titles are under one heading. */
const openLearning = () =>
  openReview(
    { ...readWith(), blocks: [...readWith().blocks, { type: 'heading', level: 2, text: 'Présents' }] },
    {
      'imports.read': ({ said }) => ({
        ...readWith(said?.lines, said?.agenda),
        blocks: [...readWith().blocks, { type: 'heading', level: 2, text: 'Présents' }],
      }),
      'imports.learn': () => ({}),
    },
  )

/** Its word and its text: the spaces between parts of a name are not those of the screen here. */
const named = (words: string) => (name: string) => name === words.replace(' : ', ':')
const option = (name: string) => screen.getByRole('option', { name: named(name) })
const grid = () => within(screen.getByRole('grid'))

beforeEach(() => {
  window.location.hash = '#/import'
})
afterEach(cleanup)

describe('the lines of the file', () => {
  it('show what each became, by a word, and are counted once', async () => {
    await open()
    expect(option('point 1 : La barge')).toBeTruthy()
    expect(option('pas repris : Le quai')).toBeTruthy()
    expect(option('non lue : → DGX : chiffrer')).toBeTruthy()
    expect(screen.getByText('6 lignes = 1 lue sûrement + 1 non lue + 4 sans reprise')).toBeTruthy()
  })

  it('are narrowed to those that were not read', async () => {
    const { user } = await open()
    await user.click(screen.getByRole('button', { name: /^Non lues/ }))
    const lines = within(screen.getByRole('listbox', { name: 'Lignes du fichier reçu' }))
    expect(lines.getAllByRole('option').map((one) => one.textContent)).toEqual(['non lue : → DGX : chiffrer'])
  })

  it('become points by one key, and those alike follow when asked', async () => {
    const { core, user } = await open()
    await user.click(option('pas repris : Le quai'))
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}')
    await user.keyboard('n')
    await screen.findByRole('option', { name: named('point 3 : La grue') })
    expect(core.asked('imports.read').at(-1)?.said).toEqual({
      agenda: 'best',
      sheet: null,
      lines: [
        { block: 2, line: 0, role: 'item' },
        { block: 3, line: 0, role: 'item' },
      ],
    })
    expect(grid().queryByText('Le phare')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Ce sont aussi des points' }))
    expect(await grid().findByText('Le phare')).toBeTruthy()
  })

  it('keep what was corrected by hand when the file is read again, and take back what was said', async () => {
    const { user } = await open()
    await user.dblClick(grid().getByText('La barge'))
    const title = await screen.findByRole('textbox', { name: 'Intitulé' })
    await user.clear(title)
    await user.type(title, 'La barge neuve{Enter}')
    await user.click(option('pas repris : Le quai'))
    await user.keyboard('n')
    await screen.findByRole('option', { name: named('point 2 : Le quai') })
    expect(grid().getByText('La barge neuve')).toBeTruthy()
    await user.keyboard('{Control>}z{/Control}')
    await screen.findByRole('option', { name: named('pas repris : Le quai') })
    expect(grid().getByText('La barge neuve')).toBeTruthy()
    expect(grid().queryByText('Le quai')).toBeNull()
  })

  it('that look like something and became nothing are read so, or left aside, in one act', async () => {
    const { core, user } = await open()
    const unread = within(screen.getByRole('region', { name: /^1.ligne non lue ressemble à quelque chose$/ }))
    await user.click(unread.getByRole('button', { name: 'C’est une action' }))
    await waitFor(() =>
      expect(screen.queryByRole('region', { name: /ressemble à quelque chose/ })).toBeNull(),
    )
    expect(core.asked('imports.read').at(-1)?.said?.lines).toEqual([{ block: 5, line: 0, role: 'action' }])
  })

  it('have another reading, and can be the only points', async () => {
    const { core, user } = await open()
    await user.click(screen.getByRole('button', { name: 'L’autre lecture' }))
    await waitFor(() => expect(core.asked('imports.read').at(-1)?.said?.agenda).toBe('other'))
    await user.click(option('pas repris : Le phare'))
    await user.keyboard('n')
    await screen.findByRole('option', { name: named('point 2 : Le phare') })
    await user.click(screen.getByRole('button', { name: 'Rien d’autre n’est un point' }))
    expect(await screen.findByRole('option', { name: named('point 1 : Le phare') })).toBeTruthy()
    expect(grid().queryByText('La barge')).toBeNull()
  })
})

it('learns the look of lines that all became the same, once the file is taken in', async () => {
  const { core, user } = await openLearning()
  await user.click(option('pas repris : Le quai'))
  await user.keyboard('n')
  await user.click(await screen.findByRole('button', { name: 'Ce sont aussi des points' }))
  await screen.findByRole('option', { name: named('point 4 : Le phare') })
  await user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(core.asked('imports.learn')).toHaveLength(1))
  expect(core.asked('imports.learn')[0]).toEqual({
    fileName: 'odj.docx',
    labels: ['seance', 'presents'],
    habits: [{ role: 'item', look: 'list 0 bullet', under: 'seance' }],
  })
})

it('learns of no look that it is nothing while a line of it says where or when the meeting is', async () => {
  const file = (): ReadFile => {
    const { blocks, draft, ...rest } = readWith()
    return {
      ...rest,
      blocks: [
        ...blocks.map((block, at) =>
          at === 1 && block.type === 'listItem' ? { ...block, level: 1 } : block,
        ),
        { type: 'heading', level: 2, text: 'Présents' },
      ],
      draft: {
        ...draft,
        meetingSources: { place: { block: 4, excerpt: 'Le phare', confidence: 1 } },
      },
    }
  }
  const { core, user } = await openReview(file(), { 'imports.read': file, 'imports.learn': () => ({}) })
  expect(option('séance : Le phare')).toBeTruthy()
  await user.click(option('pas repris : Le quai'))
  await user.keyboard('{Shift>}{ArrowDown}{/Shift}l')
  await screen.findByRole('option', { name: named('laissée : La grue') })
  await waitFor(() => expect(screen.queryByText('Nouvelle lecture…')).toBeNull())
  await user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(window.location.hash).toContain(MEETING_ID))
  expect(core.asked('imports.learn')).toEqual([])
})

it('says that it reads as a file of the same layout was mended, and takes that back', async () => {
  const remembered: SaidLine[] = [{ block: 2, line: 0, role: 'item' }]
  const { core, user } = await openReview(
    { ...readWith(remembered), remembered },
    {
      'imports.read': ({ said }) =>
        said === undefined ? { ...readWith(remembered), remembered } : readWith(said.lines),
    },
  )
  expect(option('point 2 : Le quai')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Lire sans cela' }))
  expect(await screen.findByRole('option', { name: named('pas repris : Le quai') })).toBeTruthy()
  expect(core.asked('imports.read').at(-1)?.said?.lines).toEqual([])
})

it('adds a point by hand under the chosen one, and moves it', async () => {
  const { core, user } = await open()
  const rows = () => grid().getAllByRole('row').slice(1)
  rows()[0]?.focus()
  await user.keyboard('{Insert}')
  await waitFor(() => expect(rows()).toHaveLength(2))
  await user.dblClick(grid().getByText('Sans intitulé'))
  await user.type(await screen.findByRole('textbox', { name: 'Intitulé' }), 'Le ponton{Enter}')
  await user.keyboard('{Alt>}{ArrowUp}{/Alt}')
  await user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(core.asked('imports.apply')).toHaveLength(1))
  expect(core.asked('imports.apply')[0]?.items.map((one) => (one as { title: string }).title)).toEqual([
    'Le ponton',
    'La barge',
  ])
})
