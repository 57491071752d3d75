import { act, screen, waitFor } from '@testing-library/react'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { Frame } from '../../renderer/app/Frame.tsx'
import { href } from '../../renderer/app/paths.ts'
import { agendaText } from '../../renderer/text/agenda.ts'
import { openRealCore, type RealCore } from './minutes-real-core.tsx'

let core: RealCore
beforeAll(async () => {
  core = await openRealCore()
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1400)
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(900)
})
afterAll(() => core.dispose())

it('the agenda goes on while its pane shows another face, and begins anew for another meeting', async () => {
  const made = async () =>
    (await core.ok('meetings.create', { fields: { date: '2027-01-14' }, fromTemplate: true })).id
  const [meetingId, other] = [await made(), await made()]
  const agenda = () => screen.findByRole('treegrid', { name: agendaText.rows })
  window.history.replaceState(null, '', href('agenda', { meetingId }))
  core.show(<Frame />)
  const shown = await agenda()
  const goTo = (address: string) => act(async () => window.location.replace(address))
  await goTo(href('preparation', { meetingId }))
  await screen.findByRole('complementary', { name: agendaText.faces.names.preparation })
  expect(await agenda()).toBe(shown)
  await goTo(href('agenda', { meetingId: other }))
  await waitFor(async () => expect(await agenda()).not.toBe(shown))
})
