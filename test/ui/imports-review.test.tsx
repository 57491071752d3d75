import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DraftItem, ReadFile } from '../../electron/domain/agenda/draft.ts'
import { setImportStart } from '../../renderer/api/import-start.ts'
import { ImportReviewPage } from '../../renderer/features/imports/ImportReviewPage.tsx'
import { FakeCore, MEETING_ID, meeting, Refusal, show } from './agenda-fake-core.tsx'
import { draftItem, openReview as open, readFile, threeItems as three } from './review-screen.tsx'

/** The contract types a recursive input as unknown: what was sent are the items of the draft. */
const itemsOf = (input: { items: unknown[] } | undefined) => (input?.items ?? []) as DraftItem[]

const rows = () => within(screen.getByRole('grid')).getAllByRole('row').slice(1)
const chosen = () => rows().find((row) => row.tabIndex === 0)
const yearMissing = /^Le fichier ne donne pas l’année.: choisir la date\.$/

beforeEach(() => {
  window.location.hash = '#/import'
})
afterEach(cleanup)

describe('import review', () => {
  it('asks for the missing year, then imports everything as a new meeting in two actions', async () => {
    const { core, user } = await open(readFile(three()))
    const button = screen.getByRole('button', { name: /Reprendre 4.points/ })
    expect(button.getAttribute('aria-disabled')).toBe('true')
    expect(screen.getByText('Choisir la date de la séance avant de reprendre.')).toBeTruthy()
    const proposals = within(screen.getByRole('group', { name: 'Dates possibles' })).getAllByRole('button')
    await user.click(proposals.at(-1) as HTMLElement)
    await user.click(button)
    await waitFor(() => expect(window.location.hash).toContain(MEETING_ID))
    const [input] = core.asked('imports.apply')
    expect(input?.target).toMatchObject({
      type: 'new',
      fields: { startTime: '09:30', endTime: '12:30', place: 'salle 1', title: 'Groupe de travail' },
    })
    expect(input?.target.type === 'new' ? input.target.fields.date : '').toMatch(/^\d{4}-02-06$/)
    expect(itemsOf(input).map((item) => [item.title, item.children.length])).toEqual([
      ['Accueil des participants', 0],
      ['Retour sur les', 0],
      ['travaux', 1],
    ])
    expect(await screen.findByText(/4.points repris/)).toBeTruthy()
  })

  it('moves with arrows, takes or leaves with Space, goes to the next doubt with F8, corrects with Enter', async () => {
    const { core, user } = await open(readFile(three(), '2027-02-06'))
    rows()[0]?.focus()
    await user.keyboard(' ')
    expect(within(rows()[0] as HTMLElement).getByRole<HTMLInputElement>('checkbox').checked).toBe(false)
    await user.keyboard('{F8}')
    await waitFor(() => expect(document.activeElement).toBe(rows()[1]))
    expect(within(rows()[1] as HTMLElement).getByText('À vérifier')).toBeTruthy()
    await user.keyboard('{Enter}')
    const title = await screen.findByRole('textbox', { name: 'Intitulé' })
    expect(document.activeElement).toBe(title)
    await user.clear(title)
    await user.type(title, 'Retour sur les travaux{Enter}')
    await waitFor(() => expect(document.activeElement).toBe(rows()[1]))
    expect(within(rows()[1] as HTMLElement).getByText('Relue')).toBeTruthy()
    await user.keyboard('{ArrowDown} {ArrowDown} ')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(core.asked('imports.apply')).toHaveLength(1))
    expect(itemsOf(core.asked('imports.apply')[0]).map((item) => item.title)).toEqual([
      'Retour sur les travaux',
    ])
  })

  it('takes or leaves many at once, is sorted by a column, and copied as a table', async () => {
    const { core, user } = await open(readFile(three(), '2027-02-06'), { 'app.copy': () => ({}) })
    const boxes = () => rows().map((row) => within(row).getByRole<HTMLInputElement>('checkbox').checked)
    rows()[0]?.focus()
    await user.keyboard('{Shift>}{ArrowDown}{/Shift} ')
    expect(boxes()).toEqual([false, false, true, true])
    await user.keyboard('{Control>}c{/Control}')
    await waitFor(() => expect(core.asked('app.copy')).toHaveLength(1))
    const lines = core.asked('app.copy')[0]?.text.split('\r\n') ?? []
    expect(lines).toHaveLength(3)
    expect(lines[0]).toBe('N°\tIntitulé\tDurée\tNature\tLecture')
    expect(lines[1]).toContain('Laissé de côté')
    await user.click(screen.getByRole('button', { name: 'Intitulé' }))
    const order = () => screen.getByRole('columnheader', { name: 'Intitulé' }).getAttribute('aria-sort')
    expect(order()).toBe('ascending')
    await user.pointer({ keys: '[MouseRight]', target: rows()[0] as HTMLElement })
    expect(await screen.findByRole('menuitem', { name: /^Prendre ou laisser/ })).toBeTruthy()
    // What Enter does is said once, in the words of this list.
    expect(screen.getByRole('menuitem', { name: /^Corriger/ })).toBeTruthy()
    expect(screen.queryByRole('menuitem', { name: /^Ouvrir/ })).toBeNull()
    // The next file opens in its own order.
    cleanup()
    await open(readFile(three(), '2027-02-06'))
    expect(order()).not.toBe('ascending')
  })

  it('shows who asked for an item beside who presents it, and sends another when it is corrected', async () => {
    const item = draftItem(1, 'Annuaire partagé', { presenter: 'A. Gallet', requester: 'Régions de France' })
    const { core, user } = await open(readFile([item], '2027-02-06'))
    expect(
      within(rows()[0] as HTMLElement).getByText('A. Gallet, demandé par Régions de France'),
    ).toBeTruthy()
    rows()[0]?.focus()
    await user.keyboard('{Enter}')
    const field = await screen.findByRole('textbox', { name: 'Demandé par' })
    await user.clear(field)
    await user.type(field, 'Départements de France{Enter}')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(core.asked('imports.apply')).toHaveLength(1))
    expect(itemsOf(core.asked('imports.apply')[0])[0]?.requester).toBe('Départements de France')
  })

  it('filters what is to check, confirms it, and merges a line cut in two', async () => {
    const { user } = await open(readFile(three()))
    await user.click(screen.getByRole('button', { name: 'À vérifier, 1' }))
    await user.keyboard('{F8}')
    await waitFor(() => expect(chosen()?.textContent).toContain('Retour sur les'))
    await user.click(screen.getByRole('button', { name: 'Tout, 4' }))
    await user.click(screen.getByText('travaux', { selector: '.agenda-title' }))
    await user.click(screen.getByRole('button', { name: 'Fusionner avec le précédent' }))
    expect(screen.getByText('Retour sur les travaux')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'À vérifier, 0' })).toBeTruthy()
    expect(rows()).toHaveLength(3)
  })

  it('marks the source of the chosen line, and a click in the source chooses its line', async () => {
    const { user } = await open(readFile(three()))
    const source = within(screen.getByRole('region', { name: 'Fichier reçu' }))
    await user.click(source.getByRole('option', { name: /^point \d:10 mn \| travaux$/ }))
    expect(chosen()?.textContent).toContain('travaux')
    expect(source.getByRole('option', { name: /^point \d:10 mn \| travaux$/ }).className).toContain('on')
    expect(source.getByRole('option', { name: 'pas repris:Ordre du jour' })).toBeTruthy()
    expect(screen.getByText(yearMissing)).toBeTruthy()
  })

  it('joins the meeting the import was asked for, and keeps the review when the core refuses', async () => {
    const { core, user } = await open(
      readFile(three()),
      {
        'meetings.list': () => [
          {
            ...meeting,
            minutesState: null,
            itemCount: 0,
            decisionCount: 0,
            actionCount: 0,
            attendeeCount: 0,
            seats: null,
          },
        ],
        'imports.apply': () => {
          throw new Refusal('limit-reached')
        },
      },
      MEETING_ID,
    )
    await user.click(await screen.findByRole('button', { name: /Reprendre 4.points/ }))
    expect((await screen.findByRole('alert')).textContent).toContain('La limite est atteinte')
    expect(core.asked('imports.apply')[0]?.target).toMatchObject({ type: 'existing', meetingId: MEETING_ID })
    expect(rows()).toHaveLength(4)
  })

  it('says why a file cannot be read and lets another be chosen', async () => {
    const core = new FakeCore([], {
      'imports.read': ({ fileName }) => {
        if (fileName === 'x.docx') throw new Refusal('file-protected')
        return readFile(three())
      },
      'imports.choose': () => ({ fileName: 'y.docx', bytes: new Uint8Array([1]) }),
      'imports.recognise': () => [],
    })
    setImportStart({ type: 'file', file: { fileName: 'x.docx', bytes: new Uint8Array([1]) } })
    show(core, <ImportReviewPage focusId={null} />)
    expect((await screen.findByRole('alert')).textContent).toContain('mot de passe')
    await userEvent.setup().click(screen.getByRole('button', { name: 'Choisir un autre fichier…' }))
    await screen.findByRole('heading', { name: 'Relire avant de reprendre' })
  })

  it('reviews another sheet of the workbook when it is chosen, and takes that one in', async () => {
    const first = readFile(three(), '2027-02-06')
    const other = readFile([draftItem(1, 'Bilan de l’automne')], '2027-10-07')
    const { core, user } = await open({
      ...first,
      format: 'xlsx',
      sheet: { at: 1, name: 'Printemps' },
      otherSheets: [{ at: 0, name: 'Automne', blocks: other.blocks, draft: other.draft }],
    })
    expect(rows()).toHaveLength(4)
    const choice = screen.getByRole('combobox', { name: 'Feuille' })
    expect(
      within(choice)
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual(['Automne', 'Printemps'])
    await user.selectOptions(choice, 'Automne')
    await waitFor(() => expect(rows()).toHaveLength(1))
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(core.asked('imports.apply')).toHaveLength(1))
    const [sent] = core.asked('imports.apply')
    expect(itemsOf(sent).map(({ title }) => title)).toEqual(['Bilan de l’automne'])
    expect(sent?.target).toMatchObject({ fields: { date: '2027-10-07' } })
  })

  it('does not ask an existing meeting for a date that it has', async () => {
    const warnings = () => screen.getByRole('list', { name: 'Remarques sur le fichier' }).textContent
    // Said once, where the date is asked for.
    const isAsked = () => screen.queryByText(yearMissing) !== null
    const file = readFile(three())
    file.draft.warnings.push({ code: 'rows-left-aside', message: 'Une ligne n’a pas été reprise.' })
    await open(file)
    expect(warnings()).toBe('Une ligne n’a pas été reprise.')
    expect(isAsked()).toBe(true)
    cleanup()
    await open(file, {}, MEETING_ID)
    await waitFor(() => expect(isAsked()).toBe(false))
    expect(warnings()).toBe('Une ligne n’a pas été reprise.')
  })

  it('asks for no sheet where there is one', async () => {
    await open(readFile(three()))
    expect(screen.queryByRole('combobox', { name: 'Feuille' })).toBeNull()
  })

  it('shows that it reads after a second, and forgets the file when given up', async () => {
    let answer: (file: ReadFile) => void = () => undefined
    const core = new FakeCore([], {
      'imports.read': () =>
        new Promise((resolve) => {
          answer = resolve
        }),
      'imports.stop': () => ({}),
    })
    setImportStart({ type: 'file', file: { fileName: 'long.docx', bytes: new Uint8Array([1]) } })
    show(core, <ImportReviewPage focusId={null} />)
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: 'Annuler' }))
    await screen.findByRole('button', { name: 'Choisir un fichier…' })
    answer(readFile(three()))
    await Promise.resolve()
    expect(screen.queryByRole('heading', { name: 'Relire avant de reprendre' })).toBeNull()
    expect(core.calls.filter(({ method }) => method === 'imports.stop')).toHaveLength(1)
  })
})
