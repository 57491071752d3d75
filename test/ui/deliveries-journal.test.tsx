import { screen, waitFor, within } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { outbox } from '../../renderer/api/outbox/window.ts'
import { answers, delivery } from './delivery-sample.ts'
import { show } from './show.tsx'

beforeAll(() => import('../../renderer/features/watch/deliveries/DeliveriesPage.tsx'))

describe('the journal', () => {
  it('shows the issues that nobody looked at and each delivery whole', async () => {
    const { user } = show('#/veille/livraisons', answers())
    expect(await screen.findByText(/n° 0193 à 0194, entre ceux du/)).toBeTruthy()
    await user.click(screen.getByRole('row', { name: /JORF_20990819/ }))
    const pane = within(await screen.findByRole('complementary', { name: delivery.name }))
    expect(await pane.findByText(/1 nouveau · 1 corrigé/)).toBeTruthy()
    expect(pane.getByText(/4 textes sur 5 au sommaire/)).toBeTruthy()
    expect(pane.getByText('1 par leurs mots, 1 mesure nominative')).toBeTruthy()
  })

  it('shows nothing of a delivery that was taken back', async () => {
    show(
      `#/veille/livraisons?id=${delivery.id}`,
      answers({ 'deliveries.get': () => ({ failure: 'not-found' }) }),
    )
    await screen.findByRole('row', { name: /JORF_20990819/ })
    await waitFor(() => expect(screen.queryByRole('complementary')).toBeNull())
    expect(screen.queryByRole('alert')).toBeNull()
  })
})

describe('the criteria', () => {
  it('is saved as it is changed, a line each', async () => {
    const { user, core } = show(
      '#/veille/livraisons',
      answers({
        'deliveries.updateCriteria': ({ version, patch }) => ({
          version: version + 1,
          natures: patch.natures ?? [],
          ministries: patch.ministries ?? [],
          words: patch.words ?? [],
          withNominative: patch.withNominative ?? false,
        }),
      }),
    )
    await user.click(await screen.findByRole('button', { name: 'Profil de veille' }))
    const pane = within(await screen.findByRole('complementary', { name: 'Profil de veille' }))
    await user.click(await pane.findByRole('checkbox', { name: 'Décret' }))
    await waitFor(() =>
      expect(core.inputsOf('deliveries.updateCriteria')[0]).toEqual({
        version: 3,
        patch: { natures: ['decret'] },
      }),
    )
    const words = pane.getByRole<HTMLTextAreaElement>('textbox', { name: 'Mots' })
    await user.type(words, ' collectivité{Enter}annuaire partagé ')
    await user.tab()
    await waitFor(() =>
      expect(core.inputsOf('deliveries.updateCriteria').at(-1)?.patch).toEqual({
        words: ['collectivité', 'annuaire partagé'],
      }),
    )
    // A line that stands there already is one, and nobody else's answer.
    await user.clear(words)
    await user.click(words)
    await user.paste('eau\neau\nair')
    await outbox.flush()
    expect(screen.queryByRole('region', { name: 'Deux textes' })).toBeNull()
    await user.tab()
    await waitFor(() => expect(words.value).toBe('eau\nair'))
    expect(screen.queryByRole('region', { name: 'Deux textes' })).toBeNull()
  })
})
