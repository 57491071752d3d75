import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { errorSentences } from '../../electron/contract/error-sentences.ts'
import type { AgendaItem } from '../../electron/domain/agenda/agenda.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { invite } from '../contract/invite.ts'
import { type AgendaCore, openAgendaCore } from './agenda-real-core.tsx'
import { chooseMore } from './under-bar.tsx'

const saved = {
  token: newId(),
  fileName: '2026-12-10_ODJ_INP_v1.pdf',
  producedId: null,
  besideName: null,
}
let core: AgendaCore
let meetingId: string
let user: ReturnType<typeof userEvent.setup>
beforeEach(async () => {
  core = await openAgendaCore({ 'documents.save': () => saved })
  const fields = { date: '2026-12-10', chair: 'Anne Modèle' }
  meetingId = (await core.ok('meetings.create', { fields, fromTemplate: false })).id
  await add('Calendrier', { presenter: 'Paul Exemple', durationMinutes: 30 })
  await add('Annuaire', { presenter: 'Hélène Marchetti', durationMinutes: 20 })
  user = userEvent.setup()
})
afterEach(() => core.dispose())

const add = (title: string, fields: Partial<AgendaItem> = {}) =>
  core.ok('agenda.add', {
    id: newId(),
    meetingId,
    parentId: null,
    afterId: null,
    fields: { title, ...fields },
  })
const button = (name: string | RegExp) => screen.findByRole('button', { name })
/** Once no dialog hides it. */
const inHead = async (words: string) => within(await screen.findByRole('banner')).findByText(words)
const versions = async () => within(await screen.findByRole('complementary', { name: 'État et versions' }))
const publishFirst = async () => {
  await core.ok('agenda.validate', { meetingId, by: 'Anne Modèle' })
  await core.ok('agenda.publish', { meetingId })
}

describe('the next act', () => {
  it('leads from draft to published, each name being there already', async () => {
    core.showAgenda(meetingId)
    await button('Envoyer à la présidence…')
    await chooseMore(user, 'Envoyé par un autre moyen…')
    expect(await screen.findByRole('textbox', { name: 'Envoyé à' })).toHaveProperty('value', 'Anne Modèle')
    await user.keyboard('{Enter}')
    await inHead('Envoyé à la présidence')
    expect(await screen.findByText('Ordre du jour envoyé à Anne Modèle')).toBeTruthy()
    await user.click(await button('Valider…'))
    const validator = await screen.findByRole('textbox', { name: 'Validé par' })
    await user.clear(validator)
    await user.keyboard('{Enter}')
    expect((await button('Valider')).getAttribute('aria-disabled')).toBe('true')
    await user.type(validator, 'Jean Essai{Enter}')
    await inHead('Validé')
    await user.click(await button('Publier la v1'))
    await inHead('Publié, v1')
    expect(await button('Préparer l’envoi')).toBeTruthy()
    const pane = await versions()
    expect(pane.getByText(/^Validé par Jean Essai le /)).toBeTruthy()
    expect(pane.getByText('Version 1')).toBeTruthy()
    expect(pane.getByText(/^Publiée le .* par Secrétariat$/)).toBeTruthy()
  })

  it('asks first where the hours cannot be kept, and publishes all the same', async () => {
    await add('Pause', { kind: 'break', durationMinutes: 10, fixedStart: '09:10' })
    await core.ok('agenda.validate', { meetingId, by: 'Anne Modèle' })
    core.showAgenda(meetingId)
    await user.click(await button('Publier la v1'))
    const dialog = within(await screen.findByRole('dialog', { name: 'Avant de publier l’ordre du jour' }))
    expect(await dialog.findByText(/^« Pause », à 9 h 10, commence avant la fin/)).toBeTruthy()
    await user.click(await dialog.findByRole('button', { name: /^Publier, 1.ligne à regarder$/ }))
    await inHead('Publié, v1')
  })

  it('publishes once, however often it is pressed', async () => {
    await core.ok('agenda.validate', { meetingId, by: 'Anne Modèle' })
    core.showAgenda(meetingId)
    const publish = await button('Publier la v1')
    fireEvent.click(publish)
    fireEvent.click(publish)
    await inHead('Publié, v1')
    expect(await screen.findByText(/^Version.1 publiée, son PDF/)).toBeTruthy()
    expect(screen.queryByText(errorSentences['state-refuses'])).toBeNull()
    expect((await core.ok('agenda.status', { meetingId })).versions).toHaveLength(1)
  })

  it('prepares one draft for the chair, however often it is pressed', async () => {
    core.showAgenda(meetingId)
    const send = await button('Envoyer à la présidence…')
    const passed = window.seances.call.bind(window.seances)
    const call = vi.spyOn(window.seances, 'call')
    const prepared = () => call.mock.calls.filter(([method]) => method === 'dispatch.prepare')
    call.mockImplementation((...asked) => {
      // Before the button is told that the draft is being prepared.
      if (asked[0] === 'dispatch.prepare' && prepared().length === 1) fireEvent.click(send)
      return passed(...asked)
    })
    fireEvent.click(send)
    await waitFor(() => expect(window.location.hash).toMatch(/envois\?id=agendaDraft$/))
    expect(prepared()).toHaveLength(1)
  })

  it('takes the draft to the chair in a message of here, to be corrected in Word', async () => {
    core.showAgenda(meetingId)
    await user.click(await button('Envoyer à la présidence…'))
    await waitFor(() => expect(window.location.hash).toMatch(/envois\?id=agendaDraft$/))
    const [row] = await core.ok('dispatch.list', { meetingId })
    const { recipients, documents } = await core.ok('dispatch.get', { id: row?.id ?? '' })
    expect(recipients.map(({ name }) => name)).toEqual(['Anne Modèle'])
    expect(documents.map(({ kind }) => kind)).toEqual(['agendaWord', 'agenda'])
  })

  it('is to publish, for members who were convened on a draft', async () => {
    core.showAgenda(meetingId)
    await button('Envoyer à la présidence…')
    await invite(core, meetingId)
    const { version } = (await core.ok('meetings.get', { id: meetingId })).meeting
    await core.ok('meetings.setState', { id: meetingId, version, state: 'convened' })
    expect(await button('Publier la v1…')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Envoyer à la présidence…' })).toBeNull()
  })

  it('says that the agenda was edited since its validation, and goes back to a draft with a way back', async () => {
    await core.ok('agenda.validate', { meetingId, by: 'Anne Modèle' })
    core.showAgenda(meetingId)
    await inHead('Validé')
    await add('Ajouté depuis')
    await inHead('Validé, modifié depuis')
    await chooseMore(user, 'Remettre en projet')
    await inHead('Projet')
    await user.click(await button('Annuler'))
    await inHead('Validé, modifié depuis')
  })

  it('waits for an item', async () => {
    const empty = await core.ok('meetings.create', { fields: { date: '2027-01-14' }, fromTemplate: false })
    core.showAgenda(empty.id)
    const submit = await button('Envoyer à la présidence…')
    expect(submit.getAttribute('aria-disabled')).toBe('true')
    await user.click(await button('Partir de l’ordre du jour type'))
    await screen.findByRole('row', { name: /Questions diverses/ })
    await waitFor(() => expect(submit.getAttribute('aria-disabled')).toBeNull())
  })
})

describe('the evening before', () => {
  it('publishes the second version with one key after the changes, and lists whom to tell', async () => {
    await publishFirst()
    core.showAgenda(meetingId)
    await inHead('Publié, v1')
    // One press, then keys: the item goes up, another is written below it.
    await user.click(await screen.findByRole('row', { name: /Calendrier/ }))
    await user.keyboard('{Alt>}{Shift>}{ArrowUp}{/Shift}{/Alt}{Enter}')
    await user.keyboard('Urgence{Enter}')
    await inHead('v1 modifiée')
    await user.click(await button('Publier la v2…'))
    expect(await screen.findByRole('textbox', { name: 'Validé par' })).toHaveProperty('value', 'Anne Modèle')
    await user.keyboard('{Enter}')
    await inHead('Publié, v2')
    const pane = await versions()
    const changes = within(pane.getByRole('region', { name: 'De la v1 à la v2' }))
    const said = changes.getAllByRole('listitem').map((one) => one.textContent)
    expect(said).toHaveLength(2)
    expect(said.join(' ')).toMatch(/DéplacéCalendrierpoint.2, 14.h.20 → point.1, 14.h/)
    expect(said.join(' ')).toMatch(/AjoutéUrgencepoint.2, 14.h.30/)
    expect(pane.getByRole('link', { name: 'Préparer l’envoi des modifications' }).getAttribute('href')).toBe(
      `#/seances/${meetingId}/envois?id=agendaChanged`,
    )
    const hours = within(pane.getByRole('region', { name: 'Porteurs dont l’heure change' }))
    expect(hours.getByText('14 h → 14 h 30')).toBeTruthy()
    expect(hours.getByRole('link', { name: 'Prévenir Hélène Marchetti' }).getAttribute('href')).toBe(
      `#/seances/${meetingId}/envois?id=guestInvitation`,
    )
  })

  it('shows before publishing what will change, in words', async () => {
    await publishFirst()
    const { items } = await core.ok('agenda.list', { meetingId })
    const first = items[0]
    await core.ok('agenda.update', {
      ...{ id: first?.id ?? '', version: first?.version ?? 0 },
      patch: { presenter: 'Camille Exemple', nature: 'avis' },
    })
    core.showAgenda(meetingId)
    await chooseMore(user, 'Versions')
    const pane = await versions()
    const changes = within(await pane.findByRole('region', { name: 'Ce qui change depuis la v1' }))
    expect(changes.getByText('Nature : – → Avis')).toBeTruthy()
    expect(changes.getByText('Présenté par : Hélène Marchetti → Camille Exemple')).toBeTruthy()
    expect(pane.getByText('Aucun porteur ne change d’heure.')).toBeTruthy()
    await user.click(changes.getByRole('button', { name: 'Annuaire' }))
    expect(await screen.findByRole('complementary', { name: /Point.1/ })).toBeTruthy()
  })

  it('gives back a version as it went out', async () => {
    await publishFirst()
    core.showAgenda(meetingId)
    await chooseMore(user, 'Versions')
    await user.click(await button(/Exporter la version.1…/))
    expect(await screen.findByText(/^Version enregistrée.: 2026-12-10_ODJ_INP_v1.pdf$/)).toBeTruthy()
  })
})

describe('minutes that await approval', () => {
  it('are offered to an agenda that lacks them', async () => {
    const earlier = await core.ok('meetings.create', { fields: { date: '2026-11-12' }, fromTemplate: false })
    await core.ok('minutes.start', { meetingId: earlier.id })
    core.showAgenda(meetingId)
    await user.click(await button('Reports et sujets (1)'))
    await screen.findByText('Un compte rendu attend son approbation et n’est pas à l’ordre du jour.')
    await user.click(await button('Ajouter le point'))
    const row = await screen.findByRole('row', { name: /Approbation du compte rendu/ })
    expect(screen.getAllByRole('row')[0]).toBe(row)
    await waitFor(() => expect(screen.queryByText(/attend son approbation/)).toBeNull())
  })
})
