import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { agendaText } from '../../renderer/text/agenda.ts'
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
