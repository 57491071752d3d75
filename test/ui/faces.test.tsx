import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { newId } from '../../renderer/api/new-id.ts'
import { Frame } from '../../renderer/app/Frame.tsx'
import { href } from '../../renderer/app/paths.ts'
import { CARRY_OVER } from '../../renderer/parts/carry-over-place.ts'
import { agendaText } from '../../renderer/text/agenda.ts'
import { carryOverText } from '../../renderer/text/carry-over.ts'
import { gridText } from '../../renderer/text/grid.ts'
import { settingsText } from '../../renderer/text/settings.ts'
import { openRealCore, type RealCore } from './minutes-real-core.tsx'
import { inOneColumn } from './one-column-window.ts'

let core: RealCore
beforeAll(async () => {
  core = await openRealCore()
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1400)
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(900)
})
afterEach(cleanup)
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

it('a screen begins at its top, however far down the last one was, and goes on where it is at its other addresses', async () => {
  const fields = { date: '2027-03-11' }
  const { id: meetingId } = await core.ok('meetings.create', { fields, fromTemplate: true })
  window.history.replaceState(null, '', href('agenda', { meetingId }))
  core.show(<Frame />)
  await screen.findByRole('treegrid', { name: agendaText.rows })
  const main = screen.getByRole('main')
  main.scrollTop = 84
  fireEvent.scroll(main)
  await act(async () => window.location.replace(href('preparation', { meetingId })))
  await screen.findByRole('complementary', { name: agendaText.faces.names.preparation })
  expect(main.scrollTop).toBe(84)
  await act(async () => window.location.replace(href('participants', { meetingId })))
  await waitFor(() => expect(screen.queryByRole('treegrid', { name: agendaText.rows })).toBeNull())
  expect(main.scrollTop).toBe(0)
  // A section of the settings is shown in place of their list.
  await act(async () => window.location.replace(href('settings')))
  await screen.findByRole('heading', { level: 1, name: settingsText.title })
  main.scrollTop = 742
  fireEvent.scroll(main)
  await act(async () => window.location.replace(href('settings', {}, 'a-propos')))
  await screen.findByRole('heading', { name: settingsText.about })
  expect(main.scrollTop).toBe(0)
})

it('in one column the face that an address asks for comes in place of the agenda, with the way back to it', async () => {
  inOneColumn()
  const fields = { date: '2027-02-11' }
  const { id: meetingId } = await core.ok('meetings.create', { fields, fromTemplate: true })
  window.history.replaceState(null, '', href('preparation', { meetingId }))
  core.show(<Frame />)
  await screen.findByRole('complementary', { name: agendaText.faces.names.preparation })
  const back = await screen.findByRole('button', { name: gridText.backToList })
  await userEvent.click(back)
  expect(screen.queryByRole('button', { name: gridText.backToList })).toBeNull()
  const rows = within(await screen.findByRole('treegrid', { name: agendaText.rows })).getAllByRole('row')
  await userEvent.click(rows[0] ?? document.body)
  expect(await screen.findByRole('button', { name: gridText.backToList })).toBeTruthy()
  // What was left by the way back comes again as soon as it is asked for.
  for (let again = 0; again < 2; again += 1) {
    await userEvent.click(await screen.findByRole('button', { name: gridText.backToList }))
    await userEvent.click(screen.getByRole('button', { name: /^Reports et sujets/u }))
    await screen.findByRole('complementary', { name: carryOverText.pane })
  }
  await userEvent.click(await screen.findByRole('button', { name: gridText.backToList }))
  await act(async () => window.location.replace(href('preparation', { meetingId })))
  expect(await screen.findByRole('button', { name: gridText.backToList })).toBeTruthy()
  // What covers a face goes back at the first press too.
  await userEvent.click(screen.getByRole('button', { name: /^Reports et sujets/u }))
  await screen.findByRole('complementary', { name: carryOverText.pane })
  await userEvent.click(screen.getByRole('button', { name: gridText.backToList }))
  await waitFor(() => expect(screen.queryByRole('complementary', { name: carryOverText.pane })).toBeNull())
  expect(screen.queryByRole('button', { name: gridText.backToList })).toBeNull()
  vi.unstubAllGlobals()
})

it('an address that is asked for shows its face, whatever covered the one before', async () => {
  const { id: meetingId } = await core.ok('meetings.create', {
    fields: { date: '2027-03-11' },
    fromTemplate: true,
  })
  window.history.replaceState(null, '', href('agenda', { meetingId }))
  core.show(<Frame />)
  await screen.findByRole('treegrid', { name: agendaText.rows })
  const pane = (name: string) => screen.findByRole('complementary', { name })
  const gone = (name: string) =>
    waitFor(() => expect(screen.queryByRole('complementary', { name })).toBeNull())
  const goTo = (address: string) => act(async () => window.location.replace(address))
  const cover = async () => {
    await userEvent.click(screen.getByRole('button', { name: /^Reports et sujets/u }))
    await pane(carryOverText.pane)
  }
  await cover()
  await goTo(href('attachments', { meetingId }))
  await pane(agendaText.faces.names.attachments)
  await gone(carryOverText.pane)
  await cover()
  // Of the same face another thing is asked for.
  await goTo(href('attachments', { meetingId }, newId()))
  await gone(carryOverText.pane)
  await pane(agendaText.faces.names.attachments)
  await goTo(href('agenda', { meetingId }, CARRY_OVER))
  await pane(carryOverText.pane)
  await goTo(href('preparation', { meetingId }))
  await gone(carryOverText.pane)
})
