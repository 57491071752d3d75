import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../renderer/api/new-id.ts'
import { ParticipantsPage } from '../../renderer/features/attendance/replies/ParticipantsPage.tsx'
import { openRealCore, type RealCore } from './minutes-real-core.tsx'

let core: RealCore
let meetingId: string

beforeEach(async () => {
  core = await openRealCore()
  meetingId = (await core.ok('meetings.create', { fields: { date: '2026-11-12' }, fromTemplate: false })).id
})
afterEach(() => core.dispose())

const row = (name: RegExp) => screen.findByRole('row', { name })

describe('a meeting that was held', () => {
  it('shows who came, from its minutes, and asks for no answer any more', async () => {
    const id = newId()
    const organisation = 'Association des communes de démonstration'
    const fields = { familyName: 'Kermadec', givenName: 'Solène', organisation, status: 'surPlace' as const }
    await core.ok('attendance.add', { id, meetingId, fields })
    const away = {
      familyName: 'Delcambre',
      givenName: 'Olivier',
      organisation: 'Autre',
      status: 'excuse' as const,
    }
    await core.ok('attendance.add', { id: newId(), meetingId, fields: away })
    const { version } = (await core.ok('meetings.get', { id: meetingId })).meeting
    await core.ok('meetings.setState', { id: meetingId, version, state: 'held' })
    core.show(<ParticipantsPage meetingId={meetingId} focusId={null} />)
    expect((await row(/Kermadec/)).textContent).toContain('Sur place')
    expect((await row(/Delcambre/)).textContent).toContain('Absence excusée')
    expect(screen.getAllByText(/^1.siège pourvu sur 2/).length).toBeGreaterThan(0)
    expect(screen.queryByRole('button', { name: /^Relancer|Chevalets|Feuille/ })).toBeNull()
    expect(screen.getByRole('link', { name: 'Ouvrir le compte rendu' })).toBeTruthy()
  })

  it('says why who came cannot be read, and reads it again', async () => {
    const fields = { familyName: 'Kermadec', givenName: 'Solène', status: 'surPlace' as const }
    await core.ok('attendance.add', { id: newId(), meetingId, fields })
    const { version } = (await core.ok('meetings.get', { id: meetingId })).meeting
    await core.ok('meetings.setState', { id: meetingId, version, state: 'held' })
    const { seances } = window
    let isBroken = true
    const call: typeof seances.call = async (method, input, seen) =>
      isBroken && method === 'attendance.list'
        ? { ok: false, error: { code: 'unexpected' } }
        : seances.call(method, input, seen)
    Object.defineProperty(window, 'seances', { value: { ...seances, call }, configurable: true })
    core.show(<ParticipantsPage meetingId={meetingId} focusId={null} />)
    await screen.findByRole('alert')
    isBroken = false
    await userEvent.setup().click(screen.getByRole('button', { name: 'Réessayer' }))
    expect(await row(/Kermadec/)).toBeTruthy()
  })
})
