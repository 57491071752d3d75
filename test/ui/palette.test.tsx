import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Output } from '../../electron/contract/index.ts'
import { id, longTitle, meetingRow } from './sample.ts'
import { show } from './show.tsx'

type Hit = Output<'search.query'>['hits'][number]
const hit = (fields: Partial<Hit> & Pick<Hit, 'kind' | 'id' | 'title'>): Hit => ({
  meetingId: null,
  itemId: null,
  date: null,
  titleRanges: [],
  extract: '',
  ranges: [],
  number: '',
  meetingNumber: null,
  note: '',
  mark: 90,
  ...fields,
})
const found = (hits: Hit[], more: Partial<Output<'search.query'>> = {}): Output<'search.query'> => ({
  hits,
  nearest: [],
  readAs: [],
  ...more,
})

const lists = {
  'meetings.years': () => [2026],
  'meetings.list': () => [meetingRow(1)],
  'projects.list': () => [],
}

describe('the palette', () => {
  it('finds as one types and opens the very place with Enter', async () => {
    const { user } = show('#/accueil', {
      ...lists,
      'search.query': () =>
        found([hit({ kind: 'project', id: id(5), title: longTitle, titleRanges: [[13, 25]] })]),
    })
    await screen.findByRole('heading', { level: 1 })
    await user.keyboard('{Control>}k{/Control}')
    const field = await screen.findByRole('combobox', { name: 'Aller à, chercher, agir' })
    await user.type(field, 'raccordement')
    const option = await screen.findByRole('option', { name: /Modalités de/ })
    expect(within(option).getByText('raccordement').tagName).toBe('MARK')
    await user.keyboard('{Enter}')
    await waitFor(() => expect(window.location.hash).toBe(`#/projets/fiche?id=${id(5)}`))
  })

  it('opens what the words find, however soon Enter follows them', async () => {
    const answer = Promise.withResolvers<Output<'search.query'>>()
    const { user } = show('#/accueil', {
      ...lists,
      'search.query': ({ words }) =>
        words === 'rac' ? found([hit({ kind: 'project', id: id(4), title: 'Racine' })]) : answer.promise,
    })
    await screen.findByRole('heading', { level: 1 })
    await user.keyboard('{Control>}k{/Control}')
    const field = await screen.findByRole('combobox', { name: 'Aller à, chercher, agir' })
    fireEvent.change(field, { target: { value: 'rac' } })
    await screen.findByRole('option', { name: /Racine/ })
    fireEvent.change(field, { target: { value: 'raccordement' } })
    await user.keyboard('{Enter}')
    expect(window.location.hash).toBe('#/accueil')
    answer.resolve(found([hit({ kind: 'project', id: id(5), title: longTitle })]))
    await waitFor(() => expect(window.location.hash).toBe(`#/projets/fiche?id=${id(5)}`))
  })

  it('says that it looks while what the words find is still to come', async () => {
    const answer = Promise.withResolvers<Output<'search.query'>>()
    const { user } = show('#/accueil', { ...lists, 'search.query': () => answer.promise })
    await screen.findByRole('heading', { level: 1 })
    await user.keyboard('{Control>}k{/Control}')
    const field = await screen.findByRole('combobox', { name: 'Aller à, chercher, agir' })
    fireEvent.change(field, { target: { value: 'raccordement' } })
    const palette = within(screen.getByRole('dialog'))
    await palette.findByRole('status', { name: 'Chargement…' })
    answer.resolve(found([hit({ kind: 'project', id: id(5), title: longTitle })]))
    await palette.findByRole('option', { name: /Modalités de/ })
    expect(palette.queryByRole('status', { name: 'Chargement…' })).toBeNull()
  })

  it('shows the best of several kinds first, and how a slip was read', async () => {
    const meetingHit = {
      kind: 'decision',
      id: id(6),
      title: 'Adopter le calendrier',
      number: 'D-2026-11-02',
    } as const
    const { user } = show('#/accueil', {
      ...lists,
      'search.query': () =>
        found(
          [
            hit({ ...meetingHit, mark: 130 }),
            hit({ kind: 'person', id: id(7), title: 'Hélène Marchetti', note: 'DGX', mark: 95 }),
            hit({ kind: 'person', id: id(8), title: 'Paul Marchetti', mark: 94 }),
            hit({ kind: 'action', id: id(9), title: 'Fournir le guide', number: 'A-2026-11-01', mark: 80 }),
          ],
          { readAs: [{ typed: 'marcheti', word: 'marchetti' }] },
        ),
    })
    await screen.findByRole('heading', { level: 1 })
    await user.keyboard('{Control>}k{/Control}')
    await user.type(await screen.findByRole('combobox'), 'marcheti D-2026-11-02')
    expect(await screen.findByText(/4 résultats, « marcheti » lu « marchetti »/)).toBeTruthy()
    const names = screen.getAllByRole('option').map(({ textContent }) => textContent)
    expect(names).toEqual([
      expect.stringMatching(/^D-2026-11-02 Adopter/),
      expect.stringMatching(/^Hélène Marchetti.*personne, DGX/),
      expect.stringMatching(/^Paul Marchetti/),
      expect.stringMatching(/^A-2026-11-01 Fournir/),
    ])
  })

  it('says what comes nearest when nothing holds the words', async () => {
    const { user } = show('#/accueil', {
      ...lists,
      'search.query': () => found([], { nearest: [hit({ kind: 'project', id: id(5), title: longTitle })] }),
    })
    await screen.findByRole('heading', { level: 1 })
    await user.keyboard('{Control>}k{/Control}')
    await user.type(await screen.findByRole('combobox'), 'raccordement zzzz')
    expect(await screen.findByText('Rien ne correspond.')).toBeTruthy()
    expect(screen.getByText('Le plus proche')).toBeTruthy()
    expect(screen.getByRole('option', { name: /Modalités de/ })).toBeTruthy()
  })

  it.each(['qui a dit quoi', '"'])('leads to what was said while %s says no words of it', async (typed) => {
    const { user } = show('#/accueil', { 'search.query': () => found([]) })
    await screen.findByRole('heading', { level: 1 })
    await user.keyboard('{Control>}k{/Control}')
    await user.type(await screen.findByRole('combobox'), typed)
    await user.click(await screen.findByRole('option', { name: /^Chercher ce qui a été dit/ }))
    expect(await screen.findByRole('heading', { level: 1, name: 'Qui a dit quoi' })).toBeTruthy()
    expect(window.location.hash).toBe('#/qui-a-dit-quoi')
  })

  it('keeps to commands after > and says when nothing is found', async () => {
    const { core, user } = show('#/accueil', { 'search.query': () => found([]) })
    await screen.findByRole('heading', { level: 1 })
    await user.keyboard('{Control>}k{/Control}')
    const field = await screen.findByRole('combobox')
    await user.type(field, '>ann')
    expect(screen.getByRole('option', { name: /^Annuaire/ })).toBeTruthy()
    expect(core.inputsOf('search.query')).toHaveLength(0)
    await user.clear(field)
    await user.type(field, 'zzz')
    expect(await screen.findByText(/Rien ne correspond/)).toBeTruthy()
  })
})
