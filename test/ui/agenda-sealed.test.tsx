import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { agendaText } from '../../renderer/text/agenda.ts'
import { putInSession } from '../put-in-session.ts'
import { type AgendaCore, openAgendaCore } from './agenda-real-core.tsx'

let core: AgendaCore
beforeEach(async () => {
  core = await openAgendaCore()
  await core.ok('sample.load', {})
})
afterEach(() => core.dispose())

/** What F2 on its second item and the line of a new one offer. */
async function offered(what: 'approved' | 'review') {
  const meetings = await core.ok('meetings.list', { year: null })
  core.showAgenda(meetings.find(({ minutesState }) => minutesState === what)?.id ?? '')
  const user = userEvent.setup()
  await user.click(await screen.findByRole('row', { name: /^2 / }))
  await user.keyboard('{F2}')
  const line = screen.getByRole<HTMLInputElement>('textbox', { name: /nouveau point/ })
  const title = screen.queryByRole('textbox', { name: 'Intitulé du point' })
  return { adds: !line.readOnly, renames: title !== null, why: line.title }
}

it('the agenda whose titles are in sealed minutes is read, and says why', async () => {
  expect(await offered('approved')).toEqual({ adds: false, renames: false, why: agendaText.sealed })
})

it('the agenda of minutes that are still read again is mended', async () => {
  expect(await offered('review')).toMatchObject({ adds: true, renames: true })
})

it('an agenda is prepared until the meeting begins: then nothing is sent of it, taken up or held to an hour', async () => {
  const meetings = await core.ok('meetings.list', { year: null })
  const planned = meetings.find(({ state }) => state === 'planned')
  if (planned === undefined) throw new Error('no planned meeting')
  const names = [/présidence/, new RegExp(agendaText.import), /^Reports/]
  core.showAgenda(planned.id)
  for (const name of names) expect(await screen.findByRole('button', { name })).toBeTruthy()
  expect(screen.getByText(/^Dépasse/)).toBeTruthy()
  // What comes after the planned end has its number too.
  const over = [...screen.getByRole('img', { name: /^Bande/ }).querySelectorAll('.over')]
  expect(over.map(({ textContent }) => textContent).filter((number) => number !== '').length).toBeGreaterThan(
    1,
  )
  await putInSession(core.ok, planned.id)
  await waitFor(() => expect(screen.queryByText(/^Dépasse/)).toBeNull())
  for (const name of names) expect(screen.queryByRole('button', { name })).toBeNull()
})

it('an item that the minutes speak of is not taken out: one sentence says so, and nothing waits', async () => {
  const meetings = await core.ok('meetings.list', { year: null })
  core.showAgenda(meetings.find(({ minutesState }) => minutesState === 'review')?.id ?? '')
  const user = userEvent.setup()
  const row = await screen.findByRole('row', { name: /^2 / })
  await user.click(row)
  await user.keyboard('{Delete}')
  expect(await screen.findByText(/il reste à l’ordre du jour/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: agendaText.setAside.apply })).toBeNull()
  await waitFor(() =>
    expect(screen.getByRole('row', { name: /^2 / }).getAttribute('aria-selected')).toBe('true'),
  )
})
