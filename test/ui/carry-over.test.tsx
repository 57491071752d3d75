import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../renderer/api/new-id.ts'
import { type AgendaCore, openAgendaCore } from './agenda-real-core.tsx'

let core: AgendaCore
let next: string
let user: ReturnType<typeof userEvent.setup>
beforeEach(async () => {
  core = await openAgendaCore({})
  const create = async (date: string) =>
    (await core.ok('meetings.create', { fields: { date }, fromTemplate: true })).id
  const cancelled = await create('2098-11-13')
  next = await create('2098-12-11')
  for (const title of ['Passerelle', 'Annuaire']) {
    const place = { id: newId(), meetingId: cancelled, parentId: null, afterId: null }
    await core.ok('agenda.add', { ...place, fields: { title, presenter: 'Paul Exemple' } })
  }
  const { version } = (await core.ok('meetings.get', { id: cancelled })).meeting
  await core.ok('meetings.cancel', { id: cancelled, version, reason: 'Grève' })
  user = userEvent.setup()
})
afterEach(() => core.dispose())

const pane = async () => within(await screen.findByRole('complementary', { name: 'Reports et sujets' }))
const button = (name: string | RegExp) => screen.findByRole('button', { name })

describe('the reports', () => {
  it('are counted over the agenda, taken as ticked, and say where they come from', async () => {
    core.showAgenda(next)
    await user.click(await button('Reports et sujets (2)'))
    const lines = await pane()
    await user.click(await lines.findByRole('checkbox', { name: 'Annuaire' }))
    await user.click(await lines.findByRole('button', { name: 'Inscrire 1\u00a0point' }))
    await waitFor(async () => {
      const { items, provenance } = await core.ok('agenda.list', { meetingId: next })
      expect(items.map(({ title }) => title)).toContain('Passerelle')
      expect(provenance).toMatchObject([{ times: 1, reason: 'meetingCancelled' }])
    })
    await screen.findAllByText(/^Reporté de la séance annulée du 13.novembre/)
    // The one that was unticked is still there.
    expect(await lines.findByRole('checkbox', { name: 'Annuaire' })).toHaveProperty('checked', false)
  })

  it('have what is typed of why with their own meeting', async () => {
    const why = 'Pourquoi ne pas reporter'
    core.showAgenda(next)
    await user.click(await button('Reports et sujets (2)'))
    const lines = await pane()
    await user.click(await lines.findByRole('button', { name: 'Ne pas reporter…' }))
    await user.type(await lines.findByRole('textbox', { name: why }), 'sans objet')
    cleanup()
    const fields = { date: '2098-11-27' }
    core.showAgenda((await core.ok('meetings.create', { fields, fromTemplate: true })).id)
    await user.click(await button('Reports et sujets (2)'))
    const others = await pane()
    await user.click(await others.findByRole('button', { name: 'Ne pas reporter…' }))
    expect(await others.findByRole('textbox', { name: why })).toHaveProperty('value', '')
  })

  it('that are set aside say why, and can be proposed again', async () => {
    core.showAgenda(next)
    await user.click(await button('Reports et sujets (2)'))
    const lines = await pane()
    await user.click(await lines.findByRole('button', { name: 'Ne pas reporter…' }))
    await user.type(await lines.findByRole('textbox', { name: 'Pourquoi ne pas reporter' }), 'sans objet')
    await user.click(await lines.findByRole('button', { name: 'Écarter 2\u00a0lignes' }))
    await lines.findByText('Rien n’est resté ouvert')
    await user.click(await lines.findByText('Écartés (2)'))
    expect((await lines.findAllByText(/sans objet$/)).length).toBe(2)
    await user.click(
      await lines.findByRole('button', {
        name: 'Proposer de nouveau « Passerelle »'.replace(/« | »/g, (mark) => mark.replace(' ', '\u00a0')),
      }),
    )
    await lines.findByRole('checkbox', { name: 'Passerelle' })
  })
})
