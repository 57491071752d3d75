// The pane at right of the live meeting: its faces, and what is half done in them.
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useRef } from 'react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RunJob } from '../../electron/contract/wire.ts'
import { itemNumbers } from '../../electron/domain/agenda/agenda.ts'
import { addDays, civilDate } from '../../electron/domain/time/civil-date.ts'
import { readReport } from '../../electron/imports/attendance-report/read-report.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { SessionPage } from '../../renderer/features/session/SessionPage.tsx'
import { FacesPane, useFaceFocus } from '../../renderer/parts/FacesPane.tsx'
import { putInSession } from '../put-in-session.ts'
import { openRealCore, type RealCore } from './minutes-real-core.tsx'

const runJob = (async (name: string, input: { bytes: Uint8Array }) => {
  if (name !== 'readReport') throw new Error(`no ${name} in this test`)
  return readReport(input)
}) as RunJob

const today = civilDate(new Date())
let core: RealCore
let meetingId: string
const user = userEvent.setup()

/** Actions of a meeting that is over, each due on its day. */
async function actionsDue(...days: string[]) {
  const { id } = await core.ok('meetings.create', { fields: { date: '2026-11-12' }, fromTemplate: true })
  await putInSession(core.ok, id)
  const itemId = (await core.ok('minutes.get', { meetingId: id }))?.sections[0]?.itemId ?? ''
  for (const dueDate of days)
    await core.ok('minutes.addAction', {
      ...{ id: newId(), itemId, fields: { text: `Action du ${dueDate}`, dueDate } },
    })
  await core.ok('session.close', { meetingId: id })
}

async function opened(date = '2026-12-10') {
  const meeting = await core.ok('meetings.create', { fields: { date }, fromTemplate: true })
  meetingId = meeting.id
  await core.ok('attendance.add', {
    ...{ id: newId(), meetingId, fields: { givenName: 'Anne', familyName: 'Ostermann' }, isPresent: false },
  })
  await putInSession(core.ok, meetingId)
  core.show(<SessionPage meetingId={meetingId} focusId={null} />)
  return screen.findByRole('textbox', { name: 'Noter' })
}
const face = (name: RegExp) => user.click(screen.getByRole('button', { name }))
const typed = (name: string) =>
  (screen.getByRole('textbox', { name }) as HTMLInputElement | HTMLTextAreaElement).value

beforeEach(async () => {
  core = await openRealCore({ runJob })
})
afterEach(() => {
  localStorage.clear()
  return core.dispose()
})

describe('a face', () => {
  it('is found as it was left: a line of the attendance, a list under review, a name', async () => {
    await opened()
    await face(/^Présences/u)
    const quick = await screen.findByRole('textbox', { name: 'Noter une présence' })
    await user.type(quick, 'oste')
    await face(/^Parole/u)
    await user.type(screen.getByRole('combobox', { name: 'Qui demande la parole' }), 'Anne O')
    await face(/^Point$/u)
    expect(screen.queryByRole('textbox', { name: 'Noter une présence' })).toBeNull()
    await face(/^Présences/u)
    expect(typed('Noter une présence')).toBe('oste')
    await face(/^Parole/u)
    const asks = screen.getByRole<HTMLInputElement>('combobox', { name: 'Qui demande la parole' })
    expect(asks.value).toBe('Anne O')
    // Kept as long as it is typed.
    await user.clear(asks)
    await face(/^Présences/u)
    await user.clear(quick)
    await user.click(quick)
    await user.paste('Bruno Tessier\nChloé Vasseur')
    const tick = { name: 'Reprendre Bruno Tessier' }
    const before = (await screen.findByRole('checkbox', tick)) as HTMLInputElement
    const was = before.checked
    await user.click(before)
    await user.keyboard('{Alt>}1{/Alt}')
    expect(screen.queryByRole('checkbox', tick)).toBeNull()
    await face(/^Présences/u)
    expect((screen.getByRole('checkbox', tick) as HTMLInputElement).checked).toBe(!was)
  })

  it.each([
    ['what cannot take it is passed over', false, 'button', 'Prendre'],
    ['where nothing takes it, the face itself', true, 'complementary', 'Face'],
  ])('is given the keyboard: %s', async (_, isOff, role, name) => {
    core.show(<Faces isOff={isOff} />)
    await user.click(screen.getByRole('button', { name: 'Montrer' }))
    expect(document.activeElement).toBe(screen.getByRole(role, { name }))
  })
})

/** One face hidden, one shown. */
function Faces({ isOff }: { isOff: boolean }) {
  const box = useRef<HTMLDivElement>(null)
  const focus = useFaceFocus(box)
  return (
    <FacesPane
      box={box}
      choice={
        <button type="button" onClick={focus}>
          Montrer
        </button>
      }
    >
      <aside aria-label="Autre" style={{ display: 'none' }}>
        <button type="button">Caché</button>
      </aside>
      <aside aria-label="Face">
        <button type="button" tabIndex={-1}>
          Passé
        </button>
        <button type="button" disabled={true}>
          Éteint
        </button>
        <button type="button" disabled={isOff}>
          Prendre
        </button>
      </aside>
    </FacesPane>
  )
}

it('the list of items is put away without the keyboard being lost', async () => {
  await opened()
  const list = () => screen.queryByRole('navigation', { name: /^Points/u })
  act(() =>
    within(list() ?? document.body)
      .getAllByRole('button')[0]
      ?.focus(),
  )
  await user.keyboard('{Control>}l{/Control}')
  await waitFor(() => expect(list()).toBeNull())
  expect(document.activeElement).not.toBe(document.body)
  expect(document.activeElement?.contains(screen.getByRole('textbox', { name: 'Noter' }))).toBe(true)
  await user.keyboard('{Control>}l{/Control}')
  await waitFor(() => expect(list()).not.toBeNull())
})

it('counts its points as the agenda does, one that heads others too', async () => {
  const { id } = await core.ok('meetings.create', { fields: { date: '2026-12-17' }, fromTemplate: true })
  const [head] = (await core.ok('agenda.list', { meetingId: id })).items
  const under = { id: newId(), meetingId: id, parentId: head?.id ?? null, afterId: null }
  await core.ok('agenda.add', { ...under, fields: { title: 'Sous-point' } })
  await putInSession(core.ok, id)
  const { items } = await core.ok('agenda.list', { meetingId: id })
  core.show(<SessionPage meetingId={id} focusId={null} />)
  const list = await screen.findByRole('navigation', { name: /^Points/u })
  expect(within(list).getByText(new RegExp(`^\\d+ sur ${itemNumbers(items).size}$`))).toBeTruthy()
})

describe('who is given the floor', () => {
  const give = (name: string) =>
    user.click(screen.getByRole('button', { name: `Donner la parole à ${name}` }))
  const asking = () =>
    within(screen.getByRole('list', { name: 'Demandes de parole' }))
      .queryAllByRole('listitem')
      .map(({ textContent }) => textContent)

  it('begins the line, or the one after that which is being typed, and asks until then', async () => {
    const line = await opened()
    await face(/^Parole/u)
    const ask = screen.getByRole('combobox', { name: 'Qui demande la parole' })
    await user.type(ask, 'Anne{Enter}Bruno{Enter}')
    await give('Anne')
    await waitFor(() => expect(typed('Noter')).toBe('@Anne '))
    expect(asking()).toEqual(['Bruno'])
    await user.type(line, 'un point')
    await give('Bruno')
    expect(typed('Noter')).toBe('@Anne un point')
    expect(asking()).toEqual(['Bruno'])
    expect(screen.getByText('Ensuite, la parole à Bruno')).toBeTruthy()
    await user.keyboard('{Enter}')
    await waitFor(() => expect(typed('Noter')).toBe('@Bruno '))
    expect(screen.queryByText('Ensuite, la parole à Bruno')).toBeNull()
    expect(screen.getByText('Personne n’a demandé la parole.', { selector: '.mute' })).toBeTruthy()
  })

  it('still waits for it in a window that is opened again, and in no other meeting', async () => {
    await opened()
    await face(/^Parole/u)
    await user.type(
      screen.getByRole('combobox', { name: 'Qui demande la parole' }),
      'Anne{Enter}Bruno{Enter}',
    )
    const again = async () => {
      cleanup()
      core.show(<SessionPage meetingId={meetingId} focusId={null} />)
      await screen.findByRole('textbox', { name: 'Noter' })
      await face(/^Parole/u)
    }
    await again()
    expect(asking()).toEqual(['Anne', 'Bruno'])
    localStorage.setItem('floor', localStorage.getItem('floor')?.replace(meetingId, newId()) ?? '')
    await again()
    expect(screen.queryByRole('list', { name: 'Demandes de parole' })).toBeNull()
  })

  it('can withdraw, by a button that says it', async () => {
    await opened()
    await face(/^Parole/u)
    await user.type(screen.getByRole('combobox', { name: 'Qui demande la parole' }), 'Anne{Enter}')
    await user.click(screen.getByRole('button', { name: 'Retirer la demande\u00a0: Anne' }))
    expect(screen.queryByRole('button', { name: /^Donner la parole/u })).toBeNull()
  })
})

describe('the open actions', () => {
  const toFollowUp = async (date?: string) => {
    await opened(date)
    const { items } = await core.ok('agenda.list', { meetingId })
    const title = items.find(({ title }) => /suivi/iu.test(title))?.title ?? ''
    const [item] = await screen.findAllByRole('button', { name: new RegExp(title, 'u') })
    if (item !== undefined) await user.click(item)
  }

  it('are counted whole, although only those are shown that one goes through', async () => {
    await actionsDue(...Array.from({ length: 62 }, () => addDays(today, -1)), addDays(today, 2))
    // Opened early: what is late is so today, here as everywhere.
    await toFollowUp(addDays(today, 20))
    expect((await core.ok('followUp.counts', {})).late).toBe(62)
    const late = within(await screen.findByRole('region', { name: 'En retard' }))
    expect(late.getByRole('heading').textContent).toBe('En retard 62')
    expect(late.getAllByRole('listitem')).toHaveLength(60)
    expect(screen.getByRole('link', { name: 'Voir les 63\u00a0actions ouvertes' })).toBeTruthy()
  })

  it('are closed, put off to the next meeting and commented by one key each, without leaving the list', async () => {
    await core.ok('meetings.create', { fields: { date: '2027-01-14' }, fromTemplate: false })
    await actionsDue('2026-11-30', '2026-12-01', '2026-12-02')
    await toFollowUp()
    const rows = () => screen.getAllByRole('listitem', { name: /^A-2026-/u })
    await waitFor(() => expect(rows()).toHaveLength(3))
    rows()[0]?.focus()
    await user.keyboard('c')
    await user.keyboard('le guide est à la signature{Enter}')
    const log = within(screen.getByRole('log', { name: 'Notes du point' }))
    expect(await log.findByText(/^A-2026-\d+-01.: le guide est à la signature$/u)).toBeTruthy()
    await waitFor(() => expect(document.activeElement).toBe(rows()[0]))
    await user.keyboard('{ArrowDown}')
    expect(document.activeElement).toBe(rows()[1])
    await user.keyboard('r')
    const later = within(await screen.findByRole('region', { name: 'Échues avant la prochaine séance' }))
    expect(later.getByText(/Action du 2026-12-01/u)).toBeTruthy()
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Action du 2026-12-02'))
    await user.keyboard(' ')
    await waitFor(() => expect(rows()).toHaveLength(2))
    const { rows: left } = await core.ok('followUp.actions', {
      filter: {
        ...{ words: '', states: ['done'], owner: null, organisation: null },
        ...{ meetingId: null, seriesId: null, lateOnly: false, check: null },
      },
      sort: { by: 'due', descending: false },
      offset: 0,
      limit: 10,
    })
    expect(left.map(({ action }) => action.text)).toEqual(['Action du 2026-12-02'])
    expect(document.activeElement?.textContent).toContain('Action du')
  })

  it('keep a comment that is left for the next field, and go there: what is typed acts on no row', async () => {
    await actionsDue('2026-11-30')
    await toFollowUp()
    const [row] = await screen.findAllByRole('listitem', { name: /^A-2026-/u })
    const log = within(screen.getByRole('log', { name: 'Notes du point' }))
    row?.focus()
    await user.keyboard('c')
    await user.keyboard('relu{Enter}')
    expect(document.activeElement).toBe(row)
    expect(await log.findByText(/relu$/u)).toBeTruthy()
    await user.keyboard('c')
    await user.keyboard('vu avec Mme Ozanne')
    // Another window for a moment: nothing is kept by halves.
    const field = document.activeElement
    if (field !== null) fireEvent.blur(field)
    expect(document.activeElement).toBe(field)
    const line = screen.getByRole('textbox', { name: 'Noter' })
    await user.click(line)
    expect(document.activeElement).toBe(line)
    await user.keyboard(' réalisée')
    expect(line).toHaveProperty('value', ' réalisée')
    expect(await log.findAllByText(/vu avec Mme Ozanne$/u)).toHaveLength(1)
  })

  it('keep a comment whose field went away under it', async () => {
    await actionsDue('2026-11-30')
    await toFollowUp()
    const row = async () => (await screen.findAllByRole('listitem', { name: /^A-2026-/u }))[0]
    ;(await row())?.focus()
    await user.keyboard('c')
    await user.keyboard('à revoir avec la direction')
    // Away from the item and back, by keys that leave no field.
    await user.keyboard('{Control>}{ArrowUp}{/Control}')
    await waitFor(() => expect(screen.queryAllByRole('listitem', { name: /^A-2026-/u })).toEqual([]))
    await user.keyboard('{Control>}{ArrowDown}{/Control}')
    ;(await row())?.focus()
    await user.keyboard('c')
    expect(document.activeElement).toHaveProperty('value', 'à revoir avec la direction')
  })

  it('are one, or none', async () => {
    await actionsDue('2026-11-30')
    await toFollowUp()
    expect(await screen.findByRole('link', { name: 'Voir l’action ouverte' })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: /^Noter .* réalisée$/u }))
    await waitFor(() => expect(screen.queryByRole('link', { name: /^Voir l/u })).toBeNull())
  })
})
