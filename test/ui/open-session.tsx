// The live screen of a meeting of two items, with an organisation and two namesakes in the directory.
import { screen, waitFor } from '@testing-library/react'
import { expect } from 'vitest'
import { newId } from '../../renderer/api/new-id.ts'
import { SessionPage } from '../../renderer/features/session/SessionPage.tsx'
import { putInSession } from '../put-in-session.ts'
import { openRealCore, type RealCore } from './minutes-real-core.tsx'

/** Opened, with the focus in its line. */
export async function openSession(): Promise<{ core: RealCore; meetingId: string }> {
  const core = await openRealCore({ shell: { 'presenter.window': () => ({ isOpen: false }) } })
  await core.ok('directory.addOrganisation', {
    id: newId(),
    fields: { name: 'Association des départements exemple', acronym: 'ADX' },
  })
  for (const givenName of ['Jeanne', 'Hélène'])
    await core.ok('directory.addPerson', { id: newId(), fields: { givenName, familyName: 'Marchetti' } })
  const { id: meetingId } = await core.ok('meetings.create', {
    fields: { date: '2026-12-10', startTime: '14:00' },
    fromTemplate: false,
  })
  let afterId: string | null = null
  for (const title of ['Annuaire partagé', 'Questions diverses']) {
    const id = newId()
    await core.ok('agenda.add', {
      ...{ id, meetingId, parentId: null, afterId },
      fields: { title, durationMinutes: 30 },
    })
    afterId = id
  }
  await putInSession(core.ok, meetingId)
  await showSession(core, meetingId)
  return { core, meetingId }
}

/** With the focus in its line. */
export async function showSession(core: RealCore, meetingId: string): Promise<void> {
  core.show(<SessionPage meetingId={meetingId} focusId={null} />)
  await waitFor(() => expect(document.activeElement).toBe(field()))
}

export const field = () => screen.getByRole('textbox', { name: 'Noter' })
export const log = () => screen.getByRole('log', { name: 'Notes du point' })
export const echo = () => document.getElementById('session-echo')?.textContent ?? ''
