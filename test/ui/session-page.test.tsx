import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../renderer/api/new-id.ts'
import { toastStore } from '../../renderer/api/toasts.ts'
import { MinutesPage } from '../../renderer/features/minutes/MinutesPage.tsx'
import { SessionPage } from '../../renderer/features/session/SessionPage.tsx'
import { beforeText } from '../../renderer/text/before.ts'
import { meetingActText } from '../../renderer/text/meeting.ts'
import { openRealCore, type RealCore } from './minutes-real-core.tsx'

let core: RealCore
let meetingId: string
const user = userEvent.setup()

beforeEach(async () => {
  core = await openRealCore()
  await core.ok('directory.addOrganisation', {
    id: newId(),
    fields: { name: 'Association des départements exemple', acronym: 'ADX' },
  })
  const meeting = await core.ok('meetings.create', {
    fields: { date: '2026-12-10', startTime: '14:00' },
    fromTemplate: false,
  })
  meetingId = meeting.id
  let afterId: string | null = null
  for (const title of ['Annuaire partagé', 'Questions diverses']) {
    const id = newId()
    await core.ok('agenda.add', {
      id,
      meetingId,
      parentId: null,
      afterId,
      fields: { title, durationMinutes: 30, presenter: 'Hélène Marchetti', organisation: 'DGX' },
    })
    afterId = id
  }
  core.show(<SessionPage meetingId={meetingId} focusId={null} />)
})
afterEach(() => core.dispose())

async function opened() {
  await user.click(await screen.findByRole('button', { name: 'Ouvrir la séance' }))
  await user.click(await screen.findByRole('button', { name: beforeText.open.act }))
  return screen.findByRole('textbox', { name: 'Noter' })
}
const minutes = async () => {
  const stored = await core.ok('minutes.get', { meetingId })
  if (stored === null) throw new Error('no minutes')
  return stored
}
const log = () => screen.getByRole('log', { name: 'Notes du point' })
const echo = () => document.getElementById('session-echo')

describe('a meeting whose day is past', () => {
  it('is noted as held first, with the hours that its minutes have', async () => {
    const { id } = await core.ok('meetings.create', { fields: { date: '2026-11-12' }, fromTemplate: true })
    const { minutes: begun } = await core.ok('minutes.start', { meetingId: id })
    const hours = { openedAt: '09:10', closedAt: '11:45' }
    await core.ok('minutes.update', { id: begun.id, version: begun.version, patch: hours })
    cleanup()
    core.show(<SessionPage meetingId={id} focusId={null} />)
    await user.click(await screen.findByRole('button', { name: meetingActText.held }))
    await user.click(await screen.findByRole('button', { name: beforeText.hold.act }))
    await waitFor(async () => expect((await core.ok('meetings.get', { id })).meeting.state).toBe('held'))
    expect((await core.ok('minutes.get', { meetingId: id }))?.minutes).toMatchObject(hours)
  })
})

describe('the live screen', () => {
  it('opens with the first item on and the focus in the line', async () => {
    const line = await opened()
    await waitFor(() => expect(line).toBe(document.activeElement))
    expect(screen.getByRole('heading', { name: '1 Annuaire partagé' })).toBeTruthy()
    expect(screen.getByRole('timer', { name: 'Temps du point' }).textContent).toMatch(/^\d\d:\d\d$/)
  })

  it('says before it opens that the meeting gets its number', async () => {
    const before = { date: '2026-11-12', startTime: '14:00', number: 4 }
    await core.ok('meetings.create', { fields: before, fromTemplate: false })
    await user.click(await screen.findByRole('button', { name: 'Ouvrir la séance' }))
    expect(await screen.findByText(beforeText.convene.number)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: beforeText.open.act }))
    await screen.findByRole('textbox', { name: 'Noter' })
    const { meeting } = await core.ok('meetings.get', { id: meetingId })
    expect(meeting.number).toBe(5)
  })

  it('calls an item whose title was emptied by words, as the plan of its minutes does', async () => {
    await opened()
    const [item] = (await core.ok('agenda.list', { meetingId })).items
    const target = { id: item?.id ?? '', version: item?.version ?? 0 }
    await act(() => core.ok('agenda.update', { ...target, patch: { title: '' } }))
    await screen.findByRole('heading', { name: '1 Sans intitulé' })
    expect(screen.getByRole('button', { name: 'Actes sur le point Sans intitulé' })).toBeTruthy()
    cleanup()
    core.show(<MinutesPage meetingId={meetingId} focusId={null} />)
    const plan = await screen.findByRole('navigation', { name: 'Plan' })
    expect(within(plan).getByRole('button', { name: /Sans intitulé/ })).toBeTruthy()
  })

  it('says what a line is before it is kept, and keeps it by Enter', async () => {
    await opened()
    await user.keyboard('A : @ADX transmettre la liste avant le 15/01')
    await waitFor(() => expect(echo()?.textContent).toContain('Action'))
    expect(echo()?.textContent).toContain('ADX')
    expect(echo()?.textContent).toContain('15\u00a0janvier 2027')
    await user.keyboard('{Enter}')
    expect(await within(log()).findByText(/Action A-2026-01-01/)).toBeTruthy()
    expect((await minutes()).actions).toMatchObject([
      { text: 'Transmettre la liste', organisation: 'ADX', dueDate: '2027-01-15' },
    ])
    expect(screen.getByRole('textbox', { name: 'Noter' })).toHaveProperty('value', '')
  })

  it('takes a line as a mere note by one key', async () => {
    await opened()
    await user.keyboard('D : ce n’est pas une décision')
    await waitFor(() => expect(echo()?.textContent).toContain('Décision'))
    await user.keyboard('{Escape}')
    await waitFor(() => expect(echo()?.textContent).toContain('Note'))
    await user.keyboard('{Enter}')
    expect(await within(log()).findByText('D : ce n’est pas une décision')).toBeTruthy()
    expect((await minutes()).decisions).toEqual([])
  })

  it('completes a name, recalls the last line and corrects it', async () => {
    await opened()
    await user.keyboard('@ad')
    expect(await screen.findByRole('option', { name: /ADX/ })).toBeTruthy()
    await user.keyboard('{Tab}demande un délai{Enter}')
    expect(await within(log()).findByText('ADX')).toBeTruthy()
    await user.keyboard('{ArrowUp}')
    const line = screen.getByRole('textbox', { name: 'Noter' })
    await waitFor(() => expect(line).toHaveProperty('value', '@ADX demande un délai'))
    await user.keyboard(' raisonnable{Enter}')
    expect(await within(log()).findByText(/demande un délai raisonnable/)).toBeTruthy()
    expect((await core.ok('session.get', { meetingId })).lines).toHaveLength(1)
  })

  it('goes from item to item by keys, and sends a line to another item', async () => {
    await opened()
    await user.keyboard('{Control>}{ArrowDown}{/Control}')
    expect(await screen.findByRole('heading', { name: '2 Questions diverses' })).toBeTruthy()
    await user.keyboard('#1 une note en retard{Enter}')
    await waitFor(async () => {
      const { lines } = await core.ok('session.get', { meetingId })
      const { items } = await core.ok('agenda.list', { meetingId })
      expect(lines).toMatchObject([{ itemId: items[0]?.id, text: 'une note en retard' }])
    })
    await user.keyboard('#9 nulle part{Enter}')
    await waitFor(async () => {
      const { lines } = await core.ok('session.get', { meetingId })
      const { items } = await core.ok('agenda.list', { meetingId })
      expect(lines.at(-1)).toMatchObject({ itemId: items[1]?.id, kind: 'note', text: '#9 nulle part' })
    })
    expect(toastStore.get().current?.message).toBe(
      'Gardé comme note. Ce qui manque\u00a0: le point 9 n’existe pas',
    )
  })

  it('gives the keyboard back to the line after a press, and for any letter', async () => {
    await opened()
    const line = screen.getByRole('textbox', { name: 'Noter' })
    await user.click(screen.getByRole('button', { name: /^Point suivant/ }))
    expect(document.activeElement).toBe(line)
    await user.keyboard('écrit aussitôt{Escape}')
    expect(document.activeElement).not.toBe(line)
    await user.keyboard(', et la suite{Enter}')
    await waitFor(async () => {
      const { lines } = await core.ok('session.get', { meetingId })
      expect(lines).toMatchObject([{ text: 'écrit aussitôt, et la suite' }])
    })
  })

  it('leads from the filter of presences back to the line', async () => {
    await opened()
    await user.keyboard('{F4}')
    const beside = await screen.findByRole('complementary', { name: 'Présences' })
    await waitFor(() => expect(beside.contains(document.activeElement)).toBe(true))
    await user.keyboard('zz{Escape}')
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Noter' }))
  })

  it('says that an item already passed is on again, with the way back', async () => {
    await opened()
    await user.keyboard('{Control>}{ArrowDown}{/Control}')
    await screen.findByRole('heading', { name: '2 Questions diverses' })
    await user.click(screen.getByRole('button', { name: /^1/ }))
    await waitFor(() => expect(toastStore.get().current?.message).toBe('De nouveau au point\u00a01'))
    toastStore.get().current?.act?.run()
    expect(await screen.findByRole('heading', { name: '2 Questions diverses' })).toBeTruthy()
  })

  it('suspends and goes on by one key', async () => {
    await opened()
    await user.keyboard('{Control>}m{/Control}')
    expect(await screen.findByText(/Séance suspendue depuis/)).toBeTruthy()
    await user.keyboard('{Control>}m{/Control}')
    await waitFor(() => expect(screen.queryByText(/Séance suspendue depuis/)).toBeNull())
    const { spans } = await core.ok('session.get', { meetingId })
    expect(spans.map(({ itemId }) => itemId === null)).toEqual([false, true, false])
  })

  it('says before it closes that presences are only announced, and takes a word for it', async () => {
    const personId = newId()
    await core.ok('directory.addPerson', { id: personId, fields: { familyName: 'Marchetti' } })
    await core.ok('directory.addMandate', { id: newId(), personId, fields: { role: 'titulaire' } })
    await core.ok('replies.set', { meetingId, personId, fields: { answer: 'onSite' } })
    await opened()
    await user.click(screen.getByRole('button', { name: 'Lever la séance…' }))
    const dialog = within(await screen.findByRole('dialog'))
    expect(await dialog.findByText(/^1.présence reprise des réponses, à confirmer/)).toBeTruthy()
    await user.click(dialog.getByRole('button', { name: 'Confirmer' }))
    await waitFor(() => expect(dialog.queryByText(/à confirmer/)).toBeNull())
    expect(screen.getByRole('dialog')).toBeTruthy()
    expect(await core.ok('attendance.list', { meetingId })).toMatchObject([
      { status: 'surPlace', source: null },
    ])
  })

  it('says before it closes who spoke and is not noted, and notes them in one act', async () => {
    for (const familyName of ['Kerbrat', 'Marchetti', 'Fauvel']) {
      const personId = newId()
      await core.ok('directory.addPerson', { id: personId, fields: { familyName } })
      await core.ok('directory.addMandate', { id: newId(), personId, fields: { role: 'titulaire' } })
    }
    await opened()
    await user.keyboard('@kerbrat rappelle le calendrier{Enter}')
    await user.keyboard('@marchetti le confirme{Enter}')
    await waitFor(() => expect(log().textContent).toContain('le confirme'))
    await user.click(screen.getByRole('button', { name: 'Lever la séance…' }))
    const dialog = within(await screen.findByRole('dialog'))
    expect(await dialog.findByText(/^2.personnes ont parlé sans être notées présentes/)).toBeTruthy()
    expect(dialog.getByText(/^1.présence n’est pas notée/)).toBeTruthy()
    await user.click(dialog.getByRole('button', { name: 'Noter présentes' }))
    await waitFor(() => expect(dialog.queryByText(/ont parlé/)).toBeNull())
    const noted = async () =>
      (await core.ok('attendance.list', { meetingId }))
        .filter(({ status }) => status !== null)
        .map(({ familyName }) => familyName)
    expect(await noted()).toEqual(['Kerbrat', 'Marchetti'])
    await act(() => core.ok('history.undo', {}))
    expect(await noted()).toEqual([])
  })

  it('counts points as the agenda does, and names those under a heading before it closes', async () => {
    const { items } = await core.ok('agenda.list', { meetingId })
    const parentId = items[1]?.id ?? ''
    let afterId: string | null = null
    for (const title of ['Premier sous-point', 'Second sous-point']) {
      const id = newId()
      await core.ok('agenda.add', { id, meetingId, parentId, afterId, fields: { title } })
      afterId = id
    }
    await opened()
    expect(await screen.findByText(/^0 sur 4$/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Lever la séance…' }))
    const dialog = within(await screen.findByRole('dialog'))
    expect(dialog.getByText(/^2.points ne sont pas traités/)).toBeTruthy()
    expect(dialog.getByText(/2\.1 Premier sous-point, 2\.2 Second sous-point/)).toBeTruthy()
  })

  it('closes with the line that was not entered, and says so first', async () => {
    await opened()
    await user.keyboard('les services attendent le')
    await user.click(screen.getByRole('button', { name: 'Lever la séance…' }))
    const dialog = within(await screen.findByRole('dialog'))
    expect(dialog.getByText(beforeText.close.typed).parentElement?.textContent).toContain('attendent le')
    await user.click(dialog.getByRole('button', { name: /^Lever à/ }))
    await waitFor(async () =>
      expect((await core.ok('session.get', { meetingId })).lines).toMatchObject([
        { kind: 'note', text: 'les services attendent le' },
      ]),
    )
  })

  it('adds an item, puts one off, and closes into minutes worded from the notes', async () => {
    await opened()
    await user.keyboard('présentation du calendrier{Enter}')
    await within(log()).findByText('présentation du calendrier')
    await user.click(screen.getByRole('button', { name: 'Ajouter un point' }))
    await user.keyboard('Point urgent{Enter}')
    expect(await screen.findByText('Point urgent')).toBeTruthy()
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Noter' })))
    await user.click(screen.getByRole('button', { name: 'Actes sur le point Questions diverses' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Reporter à une autre séance' }))
    expect(await screen.findByText(/Reporté/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Lever la séance…' }))
    const dialog = within(await screen.findByRole('dialog'))
    expect(dialog.getByText(/0.décision, 0.action/)).toBeTruthy()
    await user.click(dialog.getByRole('button', { name: /^Lever à/ }))
    await waitFor(async () => {
      const { meeting } = await core.ok('meetings.get', { id: meetingId })
      expect(meeting.state).toBe('held')
    })
    expect(JSON.stringify((await minutes()).sections)).toContain('Présentation du calendrier.')
    // Once it is over, the notes of every item are read.
    await user.click(await screen.findByRole('button', { name: /Point urgent/ }))
    await waitFor(() => expect(within(log()).queryByText('présentation du calendrier')).toBe(null))
    await user.click(screen.getByRole('button', { name: /Annuaire partagé/ }))
    await within(log()).findByText('présentation du calendrier')
    expect(
      (await core.ok('session.get', { meetingId })).spans.filter(({ endedAt }) => endedAt === null),
    ).toEqual([])
  })
})
