// What is said before a meeting is closed, and mended there.
import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RealCore } from './minutes-real-core.tsx'
import { openSession } from './open-session.tsx'

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
