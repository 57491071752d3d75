import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Output } from '../../electron/contract/index.ts'
import { commonText } from '../../renderer/text/common.ts'
import { oldFilesReasonText, oldFilesText as text } from '../../renderer/text/old-files.ts'
import { understoodText } from '../../renderer/text/old-files-understood.ts'
import type { Answers } from './fake-core.ts'
import { contested, groups, read } from './old-files-sample.ts'
import { plain } from './plain.ts'
import { id } from './sample.ts'
import { show } from './show.tsx'

const address = '#/seances/reprise'
/** As the queries read a text: each space a plain one. */
const list = (of = groups): Answers => ({
  'oldFiles.list': () => ({ groups: [...of], source: { name: 'archives', isRead: true } }),
  'oldFiles.file': () => read,
  'oldFiles.take': ({ choices }) => ({
    taken: choices.map((choice) => ({ id: choice.id, meetingId: id(90) })),
    left: [],
  }),
  'oldFiles.drop': () => ({}),
  'oldFiles.people': () => ({ persons: [], organisations: [] }),
  'series.list': () => [],
})
const rows = async () => {
  const table = await screen.findByRole('grid', { name: text.list })
  return within(table).getAllByRole('row').slice(1)
}
const filter = (words: string) => screen.getByRole('button', { name: new RegExp(`^${words}`, 'u') })

describe('the list of old files', () => {
  it('says what to do while it is empty, and asks for a folder or a zip', async () => {
    const { core, user } = show(address, { ...list([]), 'oldFiles.choose': () => null })
    await screen.findByText(text.empty)
    await user.click(screen.getByRole('button', { name: text.chooseFolder }))
    await user.click(screen.getByRole('button', { name: text.chooseZip }))
    expect(core.inputsOf('oldFiles.choose')).toEqual([{ form: 'folder' }, { form: 'zip' }])
  })

  it('says that a reading is under way, also to who comes back to the screen, and offers to go on when it was ended', async () => {
    let end = () => undefined as unknown
    let source: Output<'oldFiles.list'>['source'] = null
    const { core, user } = show(address, {
      ...list([]),
      'oldFiles.list': () => ({ groups: [], source }),
      'oldFiles.choose': () =>
        new Promise((settle) => {
          end = () => settle({ failure: 'cancelled' })
        }),
      'oldFiles.stop': () => ({}),
    })
    await user.click(await screen.findByRole('button', { name: text.chooseFolder }))
    expect(await screen.findByText(text.readingTitle)).toBeTruthy()
    expect(screen.queryByText(text.empty)).toBeNull()
    core.emit({ topic: 'progress', method: 'oldFiles.choose', done: 0, total: 5 })
    expect(await screen.findByText(/0.sur.5$/u)).toBeTruthy()
    const pages = { done: 2, total: 3 }
    core.emit({ topic: 'progress', method: 'oldFiles.choose', done: 0, total: 5, pages })
    expect(await screen.findByText(/0.sur.5, images.: page.2.sur.3$/u)).toBeTruthy()
    window.location.hash = '#/accueil'
    await waitFor(() => expect(screen.queryByText(text.readingTitle)).toBeNull())
    window.location.hash = address
    await screen.findByText(text.readingTitle)
    await user.click(screen.getByRole('button', { name: text.stop }))
    expect(core.inputsOf('oldFiles.stop')).toEqual([{}])
    source = { name: 'archives', isRead: false }
    end()
    core.emit({ topic: 'changed', reads: 'all', later: [] })
    expect(await screen.findByRole('button', { name: text.resume })).toBeTruthy()
    expect(screen.getByText(text.empty)).toBeTruthy()
  })

  it('shows every meeting, and by filter only those of one state', async () => {
    const { user } = show(address, list(groups.filter(({ state }) => state !== 'refused')))
    expect(await rows()).toHaveLength(4)
    await user.click(filter(text.filters.doubtful))
    expect((await rows()).map((row) => row.textContent)).toEqual([
      expect.stringContaining('Séance ancienne 3'),
      expect.stringContaining('Séance ancienne 4'),
    ])
    await user.click(filter(text.filters.refused))
    expect(screen.getByText(text.noneHere)).toBeTruthy()
  })

  it('of hundreds is one list, drawn where one looks, so that a choice is answered at once', async () => {
    const [one] = groups
    if (one === undefined) throw new Error('no group')
    const many = Array.from({ length: 130 }, (_, at) => ({
      ...one,
      ...({ id: id(200 + at), title: `Séance ${at + 1}`, state: at === 129 ? 'taken' : one.state } as const),
    }))
    const { user } = show(address, list(many))
    const first = await rows()
    expect(first).toHaveLength(20)
    expect(screen.getByRole('grid', { name: text.list }).getAttribute('aria-rowcount')).toBe('131')
    await user.click(first[0] ?? document.body)
    await user.keyboard('{End}')
    const last = await screen.findByRole('row', { name: /Séance 130/ })
    expect(document.activeElement).toBe(last)
    for (let rank = 121; rank <= 130; rank += 1)
      expect(screen.getByRole('row', { name: new RegExp(`Séance ${rank}\\b`, 'u') })).toBeTruthy()
    await user.click(filter(text.filters.taken))
    expect(await rows()).toHaveLength(1)
  })

  it('is moved through with the arrows; the pane says why a file was refused', async () => {
    const { user } = show(address, list())
    const [first] = await rows()
    if (first === undefined) throw new Error('no row')
    await user.click(first)
    await user.keyboard('{ArrowDown}{ArrowDown}')
    await screen.findByText(/30 février 2025.*n’existe pas.*nom du fichier/u)
    await user.keyboard('{End}')
    const pane = await screen.findByRole('complementary', { name: 'protégé.docx' })
    expect(within(pane).getByText(/mot de passe/u)).toBeTruthy()
    expect(within(pane).queryByRole('button', { name: text.take })).toBeNull()
  })

  it('finds the chosen line again after another screen', async () => {
    const { user } = show(address, list())
    const [, , third] = await rows()
    if (third === undefined) throw new Error('no row')
    await user.click(third)
    await screen.findByText(oldFilesReasonText['name-disagrees'])
    window.location.hash = '#/accueil'
    await waitFor(() => expect(screen.queryByText(oldFilesReasonText['name-disagrees'])).toBeNull())
    window.location.hash = address
    expect(await screen.findByText(oldFilesReasonText['name-disagrees'])).toBeTruthy()
  })

  it('forgets what was read only after asking', async () => {
    const { core, user } = show(address, list())
    await user.click(await screen.findByRole('button', { name: text.dropAll }))
    const asked = async () => within(await screen.findByRole('alertdialog', { name: text.emptyTitle }))
    await user.click((await asked()).getByRole('button', { name: commonText.cancel }))
    expect(core.inputsOf('oldFiles.drop')).toEqual([])
    await user.click(screen.getByRole('button', { name: text.dropAll }))
    await user.click((await asked()).getByRole('button', { name: text.dropAll }))
    expect(core.inputsOf('oldFiles.drop')).toEqual([{ ids: null }])
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull())
  })

  it('takes the sure ones in together, and no other', async () => {
    const { core, user } = show(address, list())
    await user.click(await screen.findByRole('button', { name: text.takeSure(2) }))
    expect(core.inputsOf('oldFiles.take')).toEqual([
      { choices: [{ id: id(1) }, { id: id(2) }], openActions: false },
    ])
    expect(await screen.findAllByText(plain(text.taken(2)))).not.toEqual([])
  })
})

describe('a doubtful one', () => {
  it('is judged by what was understood beside its text, and taken in as corrected', async () => {
    const { core, user } = show(address, list())
    const [, , third] = await rows()
    if (third === undefined) throw new Error('no row')
    await user.click(third)
    await user.click(await screen.findByRole('button', { name: 'CR 3.docx' }))
    const page = await screen.findByRole('region', { name: text.source })
    const pane = within(await screen.findByRole('region', { name: understoodText.title }))
    expect(pane.getByText('13 mars 2025')).toBeTruthy()
    expect(pane.getByText(plain(understoodText.doubtful(1)))).toBeTruthy()
    const line = (part: string, words: RegExp) => {
      const lines = within(pane.getByRole('grid', { name: part })).getAllByRole('row')
      const found = lines.find(({ textContent }) => words.test(textContent))
      if (found === undefined) throw new Error(lines.map(({ textContent }) => textContent).join('\n'))
      return found
    }
    expect(line(understoodText.items, /Annuaire partagé.*20.*Sûre/u)).toBeTruthy()
    await user.click(line(understoodText.items, /Reprise des fiches.*À vérifier/u))
    expect(page.querySelector('.source-line.on')?.textContent).toContain('Reprise des fiches')
    for (const [part, words] of [
      [understoodText.participants, /Dubreuil.*Association de démonstration · Sur place/u],
      [understoodText.decisions, /Le calendrier est retenu\..*sous le point 1/u],
      [understoodText.actions, /Envoyer la note.*M\. Lartigue · pour le 15\/04, sans année/u],
    ] as const) {
      await user.click(pane.getByRole('button', { name: new RegExp(`^${part}`, 'u') }))
      expect(line(part, words)).toBeTruthy()
    }
    const title = screen.getByRole('textbox', { name: text.title })
    await user.clear(title)
    await user.type(title, 'Séance retrouvée')
    const number = screen.getByRole('textbox', { name: text.number })
    await user.clear(number)
    await user.type(number, '12')
    await user.click(screen.getByRole('button', { name: text.take }))
    expect(core.inputsOf('oldFiles.take')).toEqual([
      {
        choices: [{ id: id(3), date: '2025-03-13', number: 12, title: 'Séance retrouvée', seriesId: null }],
        openActions: false,
      },
    ])
    // Back to the list, on the next one to be judged.
    expect(await rows()).toHaveLength(groups.length)
    expect(await screen.findByText(plain(oldFilesReasonText['no-date']))).toBeTruthy()
  })

  it('whose files contradict each other shows what each decides, and waits for the one that stands', async () => {
    const { core, user } = show(address, {
      ...list([contested]),
      'oldFiles.file': ({ id: file }) => ({
        ...read,
        draft: {
          ...read.draft,
          decisions: read.draft.decisions.map((decision) => ({
            ...decision,
            text: file === id(6) ? 'Avis défavorable.' : 'Avis favorable.',
          })),
        },
      }),
    })
    const [row] = await rows()
    if (row === undefined) throw new Error('no row')
    await user.click(row)
    const choice = within(await screen.findByRole('group', { name: text.stands('minutes') }))
    expect(await choice.findByText('Avis défavorable.')).toBeTruthy()
    expect(choice.getByText('Avis favorable.')).toBeTruthy()
    const take = screen.getByRole('button', { name: text.take })
    await user.click(take)
    expect(core.inputsOf('oldFiles.take')).toEqual([])
    await user.click(choice.getByRole('radio', { name: 'CR 6.docx' }))
    await user.click(take)
    expect(core.inputsOf('oldFiles.take')).toMatchObject([{ choices: [{ id: id(6), stands: [id(7)] }] }])
  })

  it('is followed by the one that stands below it, however the list is ordered', async () => {
    const [one] = groups.filter(({ state }) => state === 'doubtful')
    if (one === undefined) throw new Error('no group')
    const titles = ['Bornes', 'Annuaire', 'Cadastre']
    const { user } = show(
      address,
      list(titles.map((title, at) => ({ ...one, id: id(300 + at), title, date: '2025-03-13' }))),
    )
    await rows()
    const grid = within(screen.getByRole('grid', { name: text.list }))
    await user.click(grid.getByRole('button', { name: text.columns.title }))
    await waitFor(async () => expect((await rows())[0]?.textContent).toContain('Annuaire'))
    const [, second] = await rows()
    await user.click(second ?? document.body)
    await user.click(await screen.findByRole('button', { name: text.take }))
    await waitFor(() =>
      expect(screen.getByRole<HTMLInputElement>('textbox', { name: text.title }).value).toBe('Cadastre'),
    )
  })

  it('without a date waits for one', async () => {
    const { core, user } = show(address, list())
    const fourth = (await rows())[3]
    if (fourth === undefined) throw new Error('no row')
    await user.click(fourth)
    const take = await screen.findByRole('button', { name: text.take })
    expect(take.getAttribute('aria-disabled')).toBe('true')
    expect(take.title).toBe(text.dateNeeded)
    await user.click(take)
    expect(core.inputsOf('oldFiles.take')).toEqual([])
  })
})
