// A text that somebody else changes while it is typed: both are shown, and neither goes before one is chosen.
import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { outbox } from '../../renderer/api/outbox/window.ts'
import { TextField } from '../../renderer/ui/TextField.tsx'
import { installFakeCore } from './fake-core.ts'

function Titled({ stored, onStore }: { stored: string; onStore: (text: string) => unknown }) {
  return <TextField label="Intitulé" value={stored} onCommit={onStore} />
}

describe('a field that somebody else changes while it is typed in', () => {
  beforeEach(() => installFakeCore({}))
  afterEach(cleanup)

  async function typedBeside() {
    const stored: string[] = []
    const store = (text: string) => stored.push(text)
    const { rerender } = render(<Titled stored="Annuaire" onStore={store} />)
    const user = userEvent.setup()
    const field: HTMLInputElement = screen.getByLabelText('Intitulé')
    await user.type(field, ' commun')
    rerender(<Titled stored="Annuaire national" onStore={store} />)
    const both = await screen.findByRole('region', { name: 'Deux textes' })
    return { user, field, both, stored, rerender, store }
  }

  it('keeps both, also once it is left, and stores neither before one is chosen', async () => {
    const { user, field, both, stored } = await typedBeside()
    await user.tab()
    await outbox.flush()
    expect(field.value).toBe('Annuaire commun')
    expect(both.textContent).toContain('Annuaire national')
    expect(stored).toEqual([])
    await user.click(within(both).getByRole('button', { name: 'Garder le texte saisi ici' }))
    await waitFor(() => expect(stored).toEqual(['Annuaire commun']))
    expect(screen.queryByRole('region', { name: 'Deux textes' })).toBeNull()
  })

  it('shows the other text once that is chosen', async () => {
    const { user, field, both, stored } = await typedBeside()
    await user.click(within(both).getByRole('button', { name: 'Prendre l’autre texte' }))
    expect(field.value).toBe('Annuaire national')
    expect(stored).toEqual([])
  })

  it('keeps both where what was typed first was not taken: a title is never empty', async () => {
    const stored: string[] = []
    const store = (text: string) => (text === '' ? undefined : stored.push(text))
    const { rerender } = render(<Titled stored="Annuaire" onStore={store} />)
    const user = userEvent.setup()
    const field: HTMLInputElement = screen.getByLabelText('Intitulé')
    await user.clear(field)
    await outbox.flush()
    rerender(<Titled stored="Annuaire national" onStore={store} />)
    await user.type(field, 'Guide')
    await user.tab()
    await outbox.flush()
    expect(screen.getByRole('region', { name: 'Deux textes' }).textContent).toContain('Annuaire national')
    expect([field.value, stored]).toEqual(['Guide', []])
  })

  it('keeps both where only a mark or a capital differs', async () => {
    const stored: string[] = []
    const store = (text: string) => stored.push(text)
    const { rerender } = render(<Titled stored="Annuaire" onStore={store} />)
    const user = userEvent.setup()
    await user.type(screen.getByLabelText('Intitulé'), ' commun')
    rerender(<Titled stored="Annuaire ?" onStore={store} />)
    await outbox.flush()
    expect(screen.getByRole('region', { name: 'Deux textes' }).textContent).toContain('Annuaire ?')
    expect(stored).toEqual([])
  })

  it('takes the echo of what was typed there for its own', async () => {
    const stored: string[] = []
    const { rerender } = render(<Titled stored="Annuaire" onStore={(text) => stored.push(text)} />)
    const user = userEvent.setup()
    const field: HTMLInputElement = screen.getByLabelText('Intitulé')
    await user.type(field, ' commun')
    await waitFor(() => expect(stored).toEqual(['Annuaire commun']))
    await user.type(field, ' des')
    rerender(<Titled stored="Annuaire commun" onStore={(text) => stored.push(text)} />)
    await waitFor(() => expect(stored).toContain('Annuaire commun des'))
    expect(screen.queryByRole('region', { name: 'Deux textes' })).toBeNull()
  })
})
