import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { paths } from '../../renderer/app/paths.ts'
import { findInGuide, guidePlaceOf, pageOf, pages, pagesOf } from '../../renderer/features/help/guide.ts'
import { placeText } from '../../renderer/text/place.ts'
import type { Answers } from './fake-core.ts'
import { show } from './show.tsx'

const answers: Answers = {
  'projects.list': () => [],
  'meetings.years': () => [2026],
  'meetings.list': () => [],
}
async function help(address: string) {
  const { user } = show(address, answers)
  await screen.findByRole('heading', { level: 1 })
  await user.keyboard('{F1}')
  const dialog = within(await screen.findByRole('dialog', { name: 'Aide' }))
  return { user, dialog }
}

describe('help', () => {
  it('opens the guide at the page of the screen, and leaves the screen as it is', async () => {
    const { user, dialog } = await help('#/projets')
    expect(dialog.getByRole('heading', { level: 3, name: /sujets et suivre les projets/u })).toBeTruthy()
    expect(dialog.getByText('Demander', { exact: false, selector: 'span' })).toBeTruthy()
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(window.location.hash).toBe('#/projets')
  })

  it('shows the statement on accessibility, what was never tried included', async () => {
    const { user, dialog } = await help('#/accueil')
    await user.click(dialog.getByRole('button', { name: 'Accessibilité' }))
    expect(dialog.getByRole('heading', { name: 'État de conformité' })).toBeTruthy()
    expect(dialog.getByRole('heading', { name: /aucun essai/u })).toBeTruthy()
  })

  it('is searched without accents, and a passage opens its page', async () => {
    const { user, dialog } = await help('#/accueil')
    await user.type(dialog.getByRole('searchbox', { name: 'Chercher dans le guide' }), 'feuille emargement')
    const found = within(dialog.getByRole('list', { name: 'Passages trouvés' }))
    const [passage] = found.getAllByRole('button')
    if (passage === undefined) throw new Error('nothing found')
    expect(passage.textContent).toMatch(/Feuille d’émargement/u)
    await user.click(passage)
    expect(dialog.getByRole('heading', { level: 3, name: 'Documents, participants, envois' })).toBeTruthy()
    await user.type(dialog.getByRole('searchbox'), 'xylophone')
    expect(dialog.getByRole('status').textContent).toMatch(/^Rien ne correspond/u)
  })

  it('turns to any page, with its tables and its keys', async () => {
    const { user, dialog } = await help('#/accueil')
    await user.selectOptions(dialog.getByRole('combobox', { name: 'Page du guide' }), 'Tenir la séance')
    const table = within(dialog.getAllByRole('table')[0] as HTMLElement)
    expect(table.getByText('D : texte').tagName).toBe('KBD')
    expect(table.getAllByRole('columnheader')).toHaveLength(2)
  })

  it('says the keys of the screen, those of everywhere last', async () => {
    const { user, dialog } = await help('#/accueil')
    await user.click(dialog.getByRole('button', { name: 'Touches de cet écran' }))
    const titles = dialog.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)
    expect(titles.at(-1)).toBe('Partout')
  })
})

describe('the guide', () => {
  it('has a page for every screen', () => {
    expect(Object.keys(pageOf).sort()).toEqual(Object.keys(paths).sort())
    for (const place of Object.keys(pageOf) as (keyof typeof pageOf)[])
      expect([place, pages[pageOf[place]]?.title]).not.toContain(undefined)
    expect(pages[pageOf.session]?.title).toBe('Tenir la séance')
    expect(pages[pageOf.backups]?.title).toMatch(placeText.settings)
    expect(pages[pageOf.minutes]?.title).toMatch(/compte rendu/u)
  })

  it('begins where the screen is first named', () => {
    const begun = (place: keyof typeof pageOf) => {
      const { page, block } = guidePlaceOf(place)
      const found = pages[page]?.blocks[block]
      return found?.kind === 'paragraph' ? found.runs.map(({ text }) => text).join('') : found?.kind
    }
    expect(begun('dispatch')).toMatch(/^Onglet Envois/u)
    expect(begun('participants')).toMatch(/^Onglet Participants/u)
    expect(begun('backups')).toMatch(/^Sauvegardes/u)
    expect(begun('team')).toMatch(/^Équipe/u)
    expect(guidePlaceOf('session').block).toBe(0)
  })

  it('is found with a letter left out, two exchanged or one more, never where the word itself stands', () => {
    const titles = (typed: string) => findInGuide(typed).map(({ text }) => text)
    const meant = titles('rétroplanning')
    expect(meant.length).toBeGreaterThan(0)
    for (const typed of ['rétroplaning', 'retorplanning', 'rétroplannning'])
      expect(titles(typed)).toEqual(meant)
    expect(titles('page').every((text) => /page/iu.test(text))).toBe(true)
    expect(titles('xylophone')).toEqual([])
  })

  it('is read as it is written', () => {
    const [page] = pagesOf(
      '# T\n\n## P\n\nUn **mot** et `Ctrl K`.\n\n| A | B |\n|---|---|\n| a | b |\n\n- x\n- y\n\n1. z',
    )
    expect(page?.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'table', 'list', 'list'])
    expect(page?.blocks[0]).toEqual({
      kind: 'paragraph',
      runs: [
        { kind: 'text', text: 'Un ' },
        { kind: 'strong', text: 'mot' },
        { kind: 'text', text: ' et ' },
        { kind: 'key', text: 'Ctrl K' },
        { kind: 'text', text: '.' },
      ],
    })
    const pictures = pages.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'picture'))
    expect(pictures.length).toBeGreaterThan(2)
    expect(findInGuide('')).toEqual([])
  })
})
