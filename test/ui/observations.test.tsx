import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FileToSave } from '../../electron/contract/saved-files.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { outbox } from '../../renderer/api/outbox/window.ts'
import { MinutesPage } from '../../renderer/features/minutes/MinutesPage.tsx'
import { openRealCore, type RealCore } from './minutes-real-core.tsx'

let core: RealCore
let meetingId: string
let itemId: string
let rendered: string[]
const user = userEvent.setup()

beforeEach(async () => {
  rendered = []
  core = await openRealCore({
    runJob: (_, input) => {
      rendered.push((input as { model: { kind: string } }).model.kind)
      throw new Error('no PDF in this test')
    },
    shell: {
      'documents.save': (subject: FileToSave) => {
        rendered.push(`saved ${subject.kind}`)
        return null
      },
    },
  })
  meetingId = (
    await core.ok('meetings.create', {
      fields: { date: '2026-11-12', startTime: '14:00' },
      fromTemplate: false,
    })
  ).id
  itemId = newId()
  await core.ok('agenda.add', {
    id: itemId,
    meetingId,
    parentId: null,
    afterId: null,
    fields: { title: 'Passerelle d’échange' },
  })
  await core.ok('minutes.start', { meetingId })
})
afterEach(() => core.dispose())

const stored = () => core.ok('observations.list', { meetingId })
const add = (fields = {}) =>
  core.ok('observations.add', { id: newId(), meetingId, paper: 'minutes', circle: 'internal', fields })

async function openObservations() {
  core.show(<MinutesPage meetingId={meetingId} focusId={null} />)
  await user.click(await screen.findByRole('button', { name: /^Observations/ }))
  await screen.findByRole('heading', { name: 'Observations', level: 2 })
}

describe('the observations', () => {
  it('say what will be here, then take one typed for the item that was read', async () => {
    core.show(<MinutesPage meetingId={meetingId} focusId={itemId} />)
    await user.click(await screen.findByRole('button', { name: /^Observations/ }))
    expect(await screen.findByText('Aucune correction interne sur ce projet')).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'Ajouter une observation' }))
    const item = await screen.findByRole('combobox', { name: 'Point' })
    expect((item as HTMLSelectElement).value).toBe(itemId)
    await waitFor(() => expect(document.activeElement).toBe(item))
    await user.type(screen.getByRole('textbox', { name: 'Texte du projet' }), 'trois mois')
    await user.type(screen.getByRole('textbox', { name: 'Rédaction proposée' }), 'six mois')
    await act(() => outbox.flush())
    expect(await stored()).toMatchObject([
      { itemId, beforeText: 'trois mois', afterText: 'six mois', kind: 'change', state: 'open' },
    ])
    expect(await screen.findByText('1 observation, 1 en attente')).toBeDefined()
    const plan = screen.getByRole('navigation', { name: 'Plan' })
    expect(within(plan).getByRole('button', { name: /1 en attente$/ })).toBeDefined()
  })

  it('keep a pasted message that was not made one yet, whatever closes its field', async () => {
    await openObservations()
    const opener = () => screen.findByRole('button', { name: 'Coller un message' })
    const field = () => screen.queryByRole<HTMLTextAreaElement>('textbox', { name: 'Message reçu' })
    await user.click(await opener())
    await user.type(await screen.findByRole('textbox', { name: 'Message reçu' }), 'Le montant est faux.')
    await user.click(await opener())
    expect(field()).toBeNull()
    await user.click(await opener())
    expect(field()?.value).toBe('Le montant est faux.')
    await user.click(screen.getByRole('button', { name: 'En faire une observation' }))
    await waitFor(async () => expect(await stored()).toMatchObject([{ comment: 'Le montant est faux.' }]))
    await user.click(await opener())
    expect(field()?.value).toBe('')
  })

  it('are answered by one letter each, the answer asked for where it is owed', async () => {
    await add({ itemId, organisation: 'Un', beforeText: 'trois', afterText: 'six' })
    await add({ itemId, organisation: 'Deux', beforeText: 'annuel', afterText: '' })
    await openObservations()
    const first = await screen.findByRole('button', { name: /Observation I-1.*Un/ })
    first.focus()
    // An accepted one leads to the next one that waits.
    await user.keyboard('a')
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Observation I-2'))
    // The reason follows at once: its letters are no answers.
    await user.keyboard('x')
    await user.keyboard('are')
    await waitFor(async () =>
      expect((await stored()).map(({ state }) => state)).toEqual(['accepted', 'refused']),
    )
    const motive = await screen.findByRole('textbox', { name: 'Motif' })
    expect(document.activeElement).toBe(motive)
    await user.clear(motive)
    await user.type(motive, 'Dit en séance')
    await act(() => outbox.flush())
    expect((await stored())[1]?.answer).toBe('Dit en séance')
    expect(await screen.findByText('2 observations, toutes avec leur réponse')).toBeDefined()
    await act(() => core.ok('history.undo', {}))
    await waitFor(() => expect((motive as HTMLTextAreaElement).value).toBe(''))
  })

  it('of bureau and members stand apart, each with its own numbers, and one can change sides', async () => {
    await add({ itemId, organisation: 'Bureau', comment: 'Une faute.' })
    const members = { id: newId(), meetingId, paper: 'minutes', circle: 'members' } as const
    await core.ok('observations.add', { ...members, fields: { itemId, organisation: 'Un' } })
    await openObservations()
    const circles = within(await screen.findByRole('group', { name: 'Relecture' }))
    expect(circles.getByRole('button', { name: /^Interne\s*1/ }).getAttribute('aria-pressed')).toBe('true')
    await screen.findByRole('button', { name: /Observation I-1.*Bureau/ })
    expect(screen.queryByRole('button', { name: /Observation M-1/ })).toBeNull()
    await user.click(circles.getByRole('button', { name: /^Membres/ }))
    await screen.findByRole('button', { name: /Observation M-1.*Un/ })
    expect(screen.queryByRole('button', { name: /Observation I-1/ })).toBeNull()
    await user.click(circles.getByRole('button', { name: /^Interne/ }))
    await user.click(await screen.findByRole('button', { name: /Observation I-1/ }))
    await user.click(await screen.findByRole('button', { name: 'Passer aux membres' }))
    await screen.findByRole('button', { name: /Observation M-2.*Bureau/ })
    expect((await stored()).map(({ circle, number }) => [circle, number])).toEqual([
      ['members', 2],
      ['members', 1],
    ])
  })

  it('say the difference without colour', async () => {
    await add({ itemId, organisation: 'Un', beforeText: 'trois mois', afterText: 'six mois' })
    await openObservations()
    const row = await screen.findByRole('button', { name: /Observation I-1/ })
    expect(row.querySelector('del')?.textContent).toBe('retiré\u00a0: trois')
    expect(row.querySelector('ins')?.textContent).toBe('ajouté\u00a0: six')
  })

  it('show those that wait, and let one go with a way back', async () => {
    await add({ organisation: 'Un', comment: 'Merci.' })
    const { id } = await add({ organisation: 'Deux' })
    await core.ok('observations.update', { id, version: 1, patch: { state: 'accepted' } })
    await openObservations()
    await user.click(await screen.findByRole('button', { name: /^En attente ?1$/ }))
    expect(screen.queryByRole('button', { name: /Deux/ })).toBeNull()
    screen.getByRole('button', { name: /Observation I-1/ }).focus()
    await user.keyboard('{Delete}')
    expect(await screen.findByText('Observation I-1 supprimée')).toBeDefined()
    expect(await stored()).toHaveLength(1)
    expect(document.activeElement?.closest('.observation-list, .pane')).not.toBeNull()
  })

  it('stay readable with four hundred rows', async () => {
    for (let rank = 0; rank < 400; rank += 1) await add({ itemId, organisation: `Organisme ${rank}` })
    await openObservations()
    expect(await screen.findByText('400 observations, 400 en attente')).toBeDefined()
    // Fields are there for the opened one only.
    expect(screen.queryByRole('textbox', { name: 'Réponse' })).toBeNull()
    await user.click(screen.getByRole('button', { name: /Observation I-300/ }))
    expect(await screen.findByRole('textbox', { name: 'Réponse' })).toBeDefined()
  }, 60_000)
})

describe('the papers of the minutes', () => {
  it('are chosen beside the text, and what is shown is what is saved', async () => {
    core.show(<MinutesPage meetingId={meetingId} focusId={null} />)
    await screen.findByRole('navigation', { name: 'Plan' })
    await user.click(screen.getByRole('button', { name: 'Page' }))
    const paper = await screen.findByRole('combobox', { name: 'Document affiché' })
    await user.selectOptions(paper, 'Relevé')
    await waitFor(() => expect(rendered).toContain('decisionRecord'))
    await user.click(screen.getByRole('button', { name: 'Exporter…' }))
    await waitFor(() => expect(rendered).toContain('saved decisionRecord'))
    await user.selectOptions(paper, 'Observations')
    await waitFor(() => expect(rendered).toContain('observationsTable'))
  })
})
