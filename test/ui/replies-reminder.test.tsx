import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { ParticipantsPage } from '../../renderer/features/attendance/replies/ParticipantsPage.tsx'
import { attendanceWorld } from './attendance-world.tsx'

it('says who is to be convened; once that is done, who is awaited, and prepares their reminder', async () => {
  const user = userEvent.setup()
  const { core, meetingId } = await attendanceWorld([
    ['Olivier', 'Delcambre', 'onSite'],
    ['Solène', 'Kermadec', null],
    ['Nadège', 'Coulomb', null],
  ])
  core.show(<ParticipantsPage meetingId={meetingId} focusId={null} />)
  // Nobody is reminded of a convocation that has not left.
  expect(await screen.findByText(/^3.personnes à convoquer, /)).toBeDefined()
  expect(screen.queryByRole('button', { name: /^Relancer/ })).toBeNull()
  const { meeting } = await core.ok('meetings.get', { id: meetingId })
  await act(() =>
    core.ok('meetings.setState', { id: meetingId, version: meeting.version, state: 'convened' }),
  )
  expect(await screen.findByText(/^3.personnes convoquées, /)).toBeDefined()
  await user.click(await screen.findByRole('button', { name: /^Relancer 2.personnes…$/ }))
  await waitFor(() => expect(window.location.hash).toContain('/envois?id=replyReminder'))
  const convened = (await core.ok('meetings.get', { id: meetingId })).meeting
  await act(() =>
    core.ok('meetings.setState', { id: meetingId, version: convened.version, state: 'inSession' }),
  )
  // Opened, it may have been without a convocation.
  expect(await screen.findByText(/^3.personnes attendues$/)).toBeDefined()
  window.location.hash = ''
  await core.dispose()
})
