import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../renderer/api/new-id.ts'
import { AgendaTemplateSection } from '../../renderer/features/agenda/AgendaTemplateSection.tsx'
import { type AgendaCore, openAgendaCore } from './agenda-real-core.tsx'

let core: AgendaCore
let meetingId: string
const itemId = newId()
const user = userEvent.setup()
beforeEach(async () => {
  core = await openAgendaCore()
  meetingId = (await core.ok('meetings.create', { fields: { date: '2026-12-10' }, fromTemplate: false })).id
  const fields = { title: 'Annuaire' }
  await core.ok('agenda.add', { id: itemId, meetingId, parentId: null, afterId: null, fields })
  for (const [givenName, familyName, email] of [
    ['Hélène', 'Marchetti', 'helene@exemple.test'],
    ['Paul', 'Exemple', ''],
  ] as const)
    await core.ok('directory.addPerson', { id: newId(), fields: { givenName, familyName, email } })
})
afterEach(() => core.dispose())

const view = () => core.ok('agenda.list', { meetingId })
const inspect = async () => {
  core.showAgenda(meetingId)
  await user.click(await screen.findByRole('row', { name: /Annuaire/ }))
  return within(await screen.findByRole('complementary', { name: /Point.1/ }))
}

describe('an item', () => {
  it('has guests of its own, found by a few letters without accents, and lets them go', async () => {
    const pane = await inspect()
    const guests = within(pane.getByRole('region', { name: 'Invités pour ce point' }))
    const field = guests.getByRole('combobox', { name: 'Inviter une personne de l’annuaire' })
    await user.type(field, 'helen')
    await user.click(await screen.findByRole('option', { name: 'Hélène Marchetti' }))
    await waitFor(async () => expect((await view()).guests).toMatchObject([{ name: 'Hélène Marchetti' }]))
    await user.keyboard('{Escape}')
    expect(guests.getByText('helene@exemple.test')).toBeTruthy()
    expect(within(screen.getByRole('row', { name: /Annuaire/ })).getByText(/1.invité/)).toBeTruthy()
    expect(pane.getByText(/1.invité/)).toBeTruthy()
    await user.type(field, 'paul')
    await user.click(await screen.findByRole('option', { name: 'Paul Exemple' }))
    await user.keyboard('{Escape}')
    expect(await guests.findByText('sans adresse')).toBeTruthy()
    await user.click(guests.getByRole('button', { name: 'Ne plus inviter Hélène Marchetti' }))
    await waitFor(async () => expect((await view()).guests).toMatchObject([{ name: 'Paul Exemple' }]))
  })

  it('bears a mark when somebody wants it otherwise', async () => {
    const pane = await inspect()
    const row = within(screen.getByRole('row', { name: /Annuaire/ }))
    const words = pane.getByRole('textbox', { name: 'Ce qui est demandé à la place' })
    expect(
      pane.getAllByText(/^Imprimée? seulement dans le déroulé et la fiche de la présidence/),
    ).toHaveLength(2)
    await user.type(words, 'Report en janvier{Enter}')
    // Nobody is said to disagree so far.
    expect(await row.findByText('Demandé autrement')).toBeTruthy()
    expect(row.queryByText('Désaccord')).toBeNull()
    await user.type(
      pane.getByRole('textbox', { name: 'Demandé autrement par' }),
      'Association des communes de démonstration{Enter}',
    )
    expect(await row.findByText('Désaccord')).toBeTruthy()
    await waitFor(async () =>
      expect((await view()).items[0]).toMatchObject({
        disagreementBy: 'Association des communes de démonstration',
        disagreement: 'Report en janvier',
      }),
    )
    expect(row.getByTitle(/^Association des communes de démonstration.: Report en janvier$/)).toBeTruthy()
  })
})

describe('the template in the settings', () => {
  const lines = async () => (await core.ok('agenda.template', {})).map(({ title }) => title)
  const line = (title: string) =>
    screen.findByRole('group', { name: (name) => name.endsWith(`: ${title}`) }).then((box) => within(box))

  it('is edited in place, and explains its placeholder', async () => {
    core.show(<AgendaTemplateSection />)
    expect(await screen.findByText(/Répété pour chaque compte rendu à approuver/)).toBeTruthy()
    const box = await line('Suivi des décisions et actions')
    const title = box.getByRole('textbox', { name: 'Intitulé' })
    await user.clear(title)
    await user.type(title, 'Suites données{Enter}')
    await user.selectOptions(box.getByRole('combobox', { name: 'Nature' }), 'Échange')
    const duration = box.getByRole('textbox', { name: 'Durée' })
    await user.clear(duration)
    await user.type(duration, '15{Enter}')
    await waitFor(async () =>
      expect((await core.ok('agenda.template', {}))[1]).toMatchObject({
        ...{ title: 'Suites données', nature: 'echange', durationMinutes: 15 },
      }),
    )
  })

  it('gains, moves and loses lines, with a way back', async () => {
    core.show(<AgendaTemplateSection />)
    await user.click(await screen.findByRole('button', { name: 'Ajouter un point type' }))
    const added = await line('Nouveau point')
    await user.click(added.getByRole('button', { name: /^Monter/ }))
    await waitFor(async () => expect((await lines())[1]).toBe('Nouveau point'))
    await user.click((await line('Questions diverses')).getByRole('button', { name: /^Supprimer/ }))
    await waitFor(async () => expect(await lines()).toHaveLength(3))
    await user.click(await screen.findByRole('button', { name: 'Annuler' }))
    await waitFor(async () => expect((await lines()).at(-1)).toBe('Questions diverses'))
  })
})
