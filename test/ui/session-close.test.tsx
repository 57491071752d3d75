// What is said before a meeting is closed, and mended there.
import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../renderer/api/new-id.ts'
import { href } from '../../renderer/app/paths.ts'
import { DetailsPage } from '../../renderer/features/meetings/DetailsPage.tsx'
import { CHAIR } from '../../renderer/parts/mend-place.ts'
import type { RealCore } from './minutes-real-core.tsx'
import { field, openSession } from './open-session.tsx'

let core: RealCore
let meetingId: string
const user = userEvent.setup()

beforeEach(async () => {
  ;({ core, meetingId } = await openSession())
})
afterEach(() => core.dispose())

const asked = async () => {
  await user.click(screen.getByRole('button', { name: 'Lever la séance…' }))
  return within(await screen.findByRole('dialog'))
}

describe('a point that nobody came to', () => {
  const outcomes = async () => (await core.ok('session.get', { meetingId })).outcomes

  it('is noted as not treated where it is said', async () => {
    const dialog = await asked()
    expect(dialog.getByText(/^1.point n’est pas traité/).textContent).toContain('2 Questions diverses')
    await user.click(dialog.getByRole('button', { name: 'Noter non traités' }))
    await waitFor(() => expect(dialog.queryByText(/pas traité/)).toBeNull())
    expect(await outcomes()).toMatchObject([{ outcome: 'nonTraite' }])
    await act(() => core.ok('history.undo', {}))
    expect(await outcomes()).toEqual([])
  })

  it('is treated once something is noted about it from elsewhere', async () => {
    await user.keyboard('#2 rien de particulier{Enter}')
    await waitFor(async () => expect((await core.ok('session.get', { meetingId })).lines).toHaveLength(1))
    expect((await asked()).queryByText(/pas traité/)).toBeNull()
    cleanup()
  })
})

describe('who chairs', () => {
  it('is asked about where the list says that they came later, and mended in its field', async () => {
    const { meeting, minutes } = await core.ok('meetings.get', { id: meetingId })
    const { id = '', version = 0 } = minutes ?? {}
    await core.ok('minutes.update', { id, version, patch: { openedAt: '13:52' } })
    const fields = {
      givenName: 'Anne',
      familyName: 'Ostermann',
      status: 'surPlace',
      arrivedAt: '14:40',
    } as const
    await core.ok('attendance.add', { id: newId(), meetingId, fields, isPresent: true })
    await core.ok('meetings.update', {
      id: meetingId,
      version: meeting.version,
      patch: { chair: 'Anne Ostermann' },
    })
    const dialog = await asked()
    const line = (await dialog.findByText(/^Anne Ostermann préside/)).closest('li')
    expect(line?.textContent).toMatch(/son arrivée est notée à 14.h.40/)
    await user.click(within(line ?? document.body).getByRole('button', { name: 'Corriger' }))
    expect(location.hash).toContain(href('meetingDetails', { meetingId }, CHAIR).replace(/^#/, ''))
    cleanup()
    core.show(<DetailsPage meetingId={meetingId} focusId={CHAIR} />)
    const field = await screen.findByRole('textbox', { name: 'Présidence' })
    await waitFor(() => expect(document.activeElement).toBe(field))
  })
})

describe('what waits in a line', () => {
  it('is led to: an action of nobody, and a question that nobody answered', async () => {
    await user.keyboard('? : qui paie ensuite{Enter}A : relire la charte{Enter}')
    await waitFor(async () => expect((await core.ok('session.get', { meetingId })).lines).toHaveLength(2))
    const row = async (words: RegExp) => {
      const line = (await (await asked()).findByText(words)).closest('li')
      return within(line ?? document.body).getByRole('button', { name: 'Compléter la ligne' })
    }
    await user.click(await row(/^1.action n’a pas de responsable/))
    await waitFor(() => expect(field()).toHaveProperty('value', 'A : relire la charte'))
    expect(document.activeElement).toBe(field())
    await user.keyboard('{Escape}')
    await user.click(await row(/^1.question reste ouverte/))
    await waitFor(() => expect(field()).toHaveProperty('value', '? : qui paie ensuite'))
  })
})
