import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Draft, DraftItem, ReadFile } from '../../electron/domain/agenda/draft.ts'
import type { SaidLine, SaidOfFile } from '../../electron/domain/agenda/said-lines.ts'
import { Refusal } from './agenda-fake-core.tsx'
import { draftItem, openReview, readFile } from './review-screen.tsx'

type Title = readonly [block: number, title: string]

/** A file of so many lines; those that are read, and those that are said to be items, are items of their number. */
function fileOf(titles: readonly string[], read: readonly number[], said?: SaidOfFile): ReadFile {
  const other = said?.agenda === 'other'
  const isItem = ([block]: Title) =>
    (other ? block === titles.length : read.includes(block)) ||
    said?.lines.some((one) => one.block === block && one.role === 'item') === true
  const lines = titles.map((title, at): Title => [at + 1, title])
  const items = lines
    .filter(isItem)
    .map(([block, title]) => draftItem(block, title, { number: String(block) }))
  const file = readFile(items, '2027-02-06')
  return {
    ...file,
    blocks: [
      { type: 'heading', level: 1, text: 'Séance' },
      ...titles.map((text) => ({ type: 'listItem' as const, level: 0, marker: '•', text })),
      { type: 'paragraph', text: 'Décidé' },
      { type: 'paragraph', text: 'Zoé Bon' },
    ],
    draft: { ...file.draft, otherItems: [draftItem(titles.length, titles.at(-1) ?? '')] },
  }
}

/** Its word and its text: the spaces between parts of a name are not those of the screen here. */
const option = (words: string) =>
  screen.findByRole('option', { name: (name: string) => name === words.replace(' : ', ':') })
const grid = () => within(screen.getByRole('grid'))
const rowNames = () =>
  grid()
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.querySelector('.agenda-title')?.textContent)
const itemsSent = (core: Awaited<ReturnType<typeof openReview>>['core']) =>
  (core.asked('imports.apply')[0]?.items ?? []) as DraftItem[]

beforeEach(() => {
  window.location.hash = '#/import'
})
afterEach(cleanup)

const four = ['La barge', 'Le quai', 'La grue', 'Le phare']
const openFour = (read: readonly number[] = [1, 2, 3]) =>
  openReview(fileOf(four, read), { 'imports.read': ({ said }) => fileOf(four, read, said) })

describe('what somebody did to the items stays when the file is read again', () => {
  it('an indent and a move', async () => {
    const { core, user } = await openFour()
    await user.click(grid().getByText('Le quai'))
    await user.keyboard('{Alt>}{Shift>}{ArrowRight}{/Shift}{/Alt}')
    await user.click(grid().getByText('La grue'))
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}')
    expect(rowNames()).toEqual(['La grue', 'La barge', 'Le quai'])
    await user.click(await option('pas repris : Le phare'))
    await user.keyboard('n')
    await grid().findByText('Le phare')
    expect(rowNames()).toEqual(['La grue', 'La barge', 'Le quai', 'Le phare'])
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(core.asked('imports.apply')).toHaveLength(1))
    expect(itemsSent(core).map(({ title, children }) => [title, children.length])).toEqual([
      ['La grue', 0],
      ['La barge', 1],
      ['Le phare', 0],
    ])
  })

  it('a title, a merge and what was left, although the other reading lacked their lines', async () => {
    const { user } = await openFour()
    await user.dblClick(grid().getByText('La barge'))
    const title = await screen.findByRole('textbox', { name: 'Intitulé' })
    await user.clear(title)
    await user.type(title, 'La barge neuve{Enter}')
    await user.click(grid().getByText('La grue'))
    await user.click(screen.getByRole('button', { name: 'Fusionner avec le précédent' }))
    await user.click(grid().getByText('La barge neuve'))
    await user.keyboard(' ')
    await user.click(screen.getByRole('button', { name: 'L’autre lecture' }))
    await grid().findByText('Le phare')
    expect(rowNames()).toEqual(['Le phare'])
    await user.click(await screen.findByRole('button', { name: 'La première lecture' }))
    await grid().findByText('La barge neuve')
    expect(rowNames()).toEqual(['La barge neuve', 'Le quai La grue'])
    expect(grid().getAllByRole<HTMLInputElement>('checkbox')[0]?.checked).toBe(false)
  })

  it('an open editor is that of the same line, and keeps what was typed', async () => {
    let answer: (file: ReadFile) => void = () => undefined
    let asked: SaidOfFile | undefined
    const { user } = await openReview(fileOf(four, [2, 3]), {
      'imports.read': ({ said }) => {
        if (said === undefined) return fileOf(four, [2, 3])
        asked = said
        return new Promise<ReadFile>((resolve) => {
          answer = resolve
        })
      },
    })
    await user.click(await option('pas repris : La barge'))
    await user.keyboard('n')
    await user.dblClick(grid().getByText('La grue'))
    const title = await screen.findByRole('textbox', { name: 'Intitulé' })
    await user.clear(title)
    await user.type(title, 'La grue louée')
    answer(fileOf(four, [2, 3], asked))
    await grid().findByText('La barge')
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Intitulé' }))
    await user.keyboard('{Enter}')
    expect(rowNames()).toEqual(['La barge', 'Le quai', 'La grue louée'])
  })
})

it('takes in nothing that was read before the last word, nor when that could not be read', async () => {
  let answer: (file: ReadFile) => void = () => undefined
  let fails = false
  const { core, user } = await openReview(fileOf(four, [1]), {
    'imports.read': ({ said }) => {
      if (said === undefined) return fileOf(four, [1])
      if (fails) throw new Refusal('file-damaged')
      return new Promise<ReadFile>((resolve) => {
        answer = resolve
      })
    },
  })
  await user.click(await option('pas repris : Le quai'))
  await user.keyboard('n{Control>}{Enter}{/Control}')
  const button = screen.getByRole('button', { name: /^Reprendre 1.point/ })
  expect(button.getAttribute('aria-disabled')).toBe('true')
  expect(core.asked('imports.apply')).toEqual([])
  answer(fileOf(four, [1, 2]))
  await screen.findByRole('button', { name: /^Reprendre 2.points/ })
  fails = true
  await user.click(await option('pas repris : La grue'))
  await user.keyboard('n')
  expect(await screen.findByText(/Ce qui a été dit des lignes n’a pas pu être relu/)).toBeTruthy()
  await user.keyboard('{Control>}{Enter}{/Control}')
  expect(core.asked('imports.apply')).toEqual([])
})

it('creates the meeting on the day that the last reading has, with what was written by hand', async () => {
  const { core, user } = await openReview(fileOf(four, [1]), {
    'imports.read': ({ said }) => {
      const file = fileOf(four, [1], said)
      const date = said === undefined ? '2027-02-06' : '2027-04-12'
      return { ...file, draft: { ...file.draft, meeting: { ...file.draft.meeting, date } } }
    },
  })
  const place = screen.getByRole('textbox', { name: 'Lieu' })
  await user.clear(place)
  await user.type(place, 'salle 2{Enter}')
  await user.click(await option('pas repris : Le quai'))
  await user.keyboard('n')
  await grid().findByText('Le quai')
  await user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(core.asked('imports.apply')).toHaveLength(1))
  expect(core.asked('imports.apply')[0]?.target).toMatchObject({
    type: 'new',
    fields: { date: '2027-04-12', place: 'salle 2' },
  })
})

it('gives the keyboard to the next line not read when the one that had it leaves', async () => {
  const withUnread = (said: readonly SaidLine[] = []): ReadFile => ({
    ...fileOf(four, [1], { agenda: 'best', lines: [...said], sheet: null }),
    unread: [2, 3]
      .filter((block) => !said.some((one) => one.block === block))
      .map((block) => ({ block, line: 0, like: 'item' })),
  })
  const { core, user } = await openReview(withUnread(), {
    'imports.read': ({ said }) => withUnread(said?.lines),
  })
  await user.click(screen.getByRole('button', { name: /^Non lues/ }))
  await user.click(await option('non lue : Le quai'))
  await user.keyboard('n')
  await waitFor(() => expect(screen.queryByRole('option', { name: /Le quai/ })).toBeNull())
  const next = await option('non lue : La grue')
  await waitFor(() => {
    expect(document.activeElement).toBe(next)
    expect(next.getAttribute('aria-selected')).toBe('true')
  })
  await user.keyboard('n')
  await waitFor(() =>
    expect(
      core
        .asked('imports.read')
        .at(-1)
        ?.said?.lines.map(({ block }) => block),
    ).toEqual([2, 3]),
  )
})

it('reads without what is remembered at one press, whatever was chosen since', async () => {
  const remembered: SaidLine[] = [{ block: 2, line: 0, role: 'item' }]
  const first: SaidOfFile = { agenda: 'best', lines: remembered, sheet: null }
  const { core, user } = await openReview(
    { ...fileOf(four, [1], first), remembered },
    { 'imports.read': ({ said }) => ({ ...fileOf(four, [1], said ?? first), remembered }) },
  )
  await user.click(screen.getByRole('button', { name: 'L’autre lecture' }))
  await waitFor(() => expect(core.asked('imports.read').at(-1)?.said?.agenda).toBe('other'))
  await user.click(await screen.findByRole('button', { name: 'Lire sans cela' }))
  await waitFor(() => expect(core.asked('imports.read').at(-1)?.said?.lines).toEqual([]))
})

describe('the rows of minutes when the file is read again', () => {
  const three = ['Accueil', 'Budget', 'Travaux']
  const source = (block: number, excerpt: string) => ({ block, excerpt, confidence: 0.95 })
  const minutes = (said?: SaidOfFile, itemNumber = '3'): ReadFile => {
    const file = fileOf(three, [3], said)
    const draft: Draft = {
      ...file.draft,
      kind: 'minutes',
      decisions: [{ number: null, itemNumber, text: 'Décidé', outcome: null, source: source(4, 'Décidé') }],
      participants: [
        {
          familyName: 'Bon',
          givenName: 'Zoé',
          organisation: null,
          role: null,
          attendance: 'present',
          source: source(5, 'Zoé Bon'),
        },
      ],
    }
    return { ...file, draft }
  }
  const open = (again: (said: SaidOfFile) => ReadFile) =>
    openReview(minutes(), {
      'imports.read': ({ said }) => (said === undefined ? minutes() : again(said)),
      'imports.match': ({ draft }) => ({
        participants: draft.participants.map(() => ({
          match: { standing: 'new' as const, personId: null, isSure: false, candidates: [] },
          organisation: null,
          listed: null,
        })),
        owners: [],
        knownDecisions: draft.decisions.map(() => false),
        knownActions: [],
      }),
    })
  const placeSent = async ({ core, user }: Awaited<ReturnType<typeof open>>) => {
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(core.asked('imports.apply')).toHaveLength(1))
    const input = core.asked('imports.apply')[0]
    return [itemsSent(core).map(({ title }) => title), input?.minutes?.decisions[0]?.place]
  }

  it('are under the line they were placed at, wherever it stands now', async () => {
    const opened = await open((said) => minutes(said))
    const { user } = opened
    await user.click(await screen.findByRole('button', { name: /^Décisions/ }))
    await user.click(await screen.findByRole('button', { name: 'Corriger' }))
    await user.type(screen.getByRole('textbox', { name: 'Numéro imprimé' }), 'D1{Enter}')
    await user.click(await option('pas repris : Accueil'))
    await user.keyboard('n')
    await user.click(await option('pas repris : Budget'))
    await user.keyboard('n')
    await option('point 2 : Budget')
    expect(await placeSent(opened)).toEqual([three, { type: 'taken', index: 2 }])
  })

  it('that nobody touched are as read, whoever is added to the directory', async () => {
    const opened = await open((said) => minutes(said, '2'))
    const { user } = opened
    await user.click(await screen.findByRole('button', { name: /^Participants/ }))
    await user.click(await screen.findByRole('checkbox', { name: 'Ajouter Zoé Bon à l’annuaire' }))
    await user.click(await option('pas repris : Accueil'))
    await user.keyboard('n')
    await user.click(await option('pas repris : Budget'))
    await user.keyboard('n')
    await option('point 2 : Budget')
    expect(await placeSent(opened)).toEqual([three, { type: 'taken', index: 1 }])
  })
})
