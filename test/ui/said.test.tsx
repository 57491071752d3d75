import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { rangeOf } from '../../renderer/app/shown-passage.ts'
import type { Said } from '../../renderer/features/home/search/said-words.ts'
import { id } from './sample.ts'
import { show } from './show.tsx'

const sentence = (n: number, fields: Partial<Said> = {}): Said => ({
  kind: 'minutes',
  id: `${id(n)}-0`,
  entityId: id(n),
  meetingId: id(50),
  itemId: id(60 + n),
  date: `${2026 - n}-11-12`,
  meetingNumber: 10,
  itemTitle: 'Passerelle d’échange',
  who: 'ACD',
  stance: null,
  minutesState: 'review',
  sentence: `L’ACD demande un délai pour les communes, fois ${n}.`,
  ranges: [[32, 40]],
  before: 'La DGX rappelle l’objet.',
  after: '',
  ...fields,
})
const sentences = [sentence(0), sentence(1), sentence(2, { kind: 'decision', who: '' })]
const answers = {
  'meetings.list': () => [],
  'meetings.years': () => [2026, 2025],
  'search.said': () => ({ sentences, total: 14, meetings: 9, readSince: null }),
}

describe('who said what, in the palette', () => {
  it('shows sentences after a quotation mark, and leads to all of them', async () => {
    const { core, user } = show('#/accueil', answers)
    await screen.findByRole('heading', { level: 1 })
    await user.keyboard('{Control>}k{/Control}')
    await user.type(await screen.findByRole('combobox'), '"communes')
    const option = await screen.findByRole('option', { name: /fois 0/ })
    expect(within(option).getByText('communes').tagName).toBe('MARK')
    expect(option.textContent).toMatch(
      /ACD, séance n°\s10, «\sPasserelle d’échange\s», compte rendu en relecture/,
    )
    expect(core.inputsOf('search.query')).toHaveLength(0)
    await user.click(screen.getByRole('option', { name: /Voir toutes ces phrases/ }))
    await waitFor(() => expect(window.location.hash).toBe('#/qui-a-dit-quoi?id=communes'))
  })
})

describe('the screen of who said what', () => {
  it('opens with the words, goes through the sentences by keyboard, and opens one at its place', async () => {
    const { core, user } = show('#/qui-a-dit-quoi?id=communes', answers)
    const list = await screen.findByRole('grid', { name: 'Phrases' })
    const rows = () =>
      within(list)
        .getAllByRole('row')
        .filter((row) => row.hasAttribute('data-row'))
    expect(core.inputsOf('search.said').at(-1)).toMatchObject({ words: 'communes' })
    expect(rows().map((one) => one.getAttribute('aria-selected'))).toEqual(['true', 'false', 'false'])
    expect(within(list).getByText('2025')).toBeTruthy()
    rows()[0]?.focus()
    await user.keyboard('{ArrowDown}')
    expect(within(list).getByRole('row', { selected: true }).textContent).toMatch(/fois 1/)
    const place = screen.getByRole('complementary', { name: 'À sa place' })
    expect(within(place).getByText('La DGX rappelle l’objet.')).toBeTruthy()
    await user.keyboard('{Enter}')
    await waitFor(() => expect(window.location.hash).toBe(`#/seances/${id(50)}/compte-rendu?id=${id(61)}`))
  })

  it('keeps to a year and a kind', async () => {
    const { core, user } = show('#/qui-a-dit-quoi?id=communes', answers)
    await screen.findByRole('grid', { name: 'Phrases' })
    await user.selectOptions(screen.getByRole('combobox', { name: 'Depuis' }), '2025')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Sorte' }), 'position')
    await waitFor(() =>
      expect(core.inputsOf('search.said').at(-1)).toMatchObject({
        words: 'communes',
        from: 2025,
        kinds: ['position'],
      }),
    )
  })

  it('asks for words first, and says when nothing corresponds', async () => {
    const { core, user } = show('#/qui-a-dit-quoi', {
      ...answers,
      'search.said': () => ({ sentences: [], total: 0, meetings: 0, readSince: null }),
    })
    expect(await screen.findByText('Chercher ce qui a été dit')).toBeTruthy()
    expect(core.inputsOf('search.said')).toHaveLength(0)
    await user.type(screen.getByRole('searchbox', { name: 'Mots dits ou écrits' }), 'zzz')
    expect(await screen.findByText(/Rien ne correspond/)).toBeTruthy()
  })
})

describe('a passage that a screen is opened at', () => {
  const page = (html: readonly string[]) => {
    const root = document.createElement('div')
    for (const words of html) {
      const part = document.createElement('p')
      part.append(words)
      root.append(part)
    }
    return root
  }

  it('is found whatever elements and spaces it runs through', () => {
    const root = page(['La DGX rappelle.', 'L’ACD demande\n un  délai.'])
    expect(rangeOf(root, 'L’ACD demande un délai.')?.toString()).toBe('L’ACD demande\n un  délai.')
    expect(rangeOf(root, 'ne dit pas')).toBeNull()
  })
})
