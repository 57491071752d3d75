// What was done last when the window closes. The clock stands: no pause sends it.
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { useQuery } from '../../renderer/api/use-query.ts'
import { AgendaScreen } from '../../renderer/features/agenda/AgendaScreen.tsx'
import { agendaItem, FakeCore, itemId, MEETING_ID, meeting, show } from './agenda-fake-core.tsx'
import { ownPace, slowHand } from './slow-hand.ts'

function Page() {
  const view = useQuery('agenda.list', { meetingId: MEETING_ID })
  return view.data === undefined ? null : (
    <AgendaScreen face="agenda" view={view.data} meeting={meeting} focusId={itemId(1)} />
  )
}

afterEach(() => {
  cleanup()
  ownPace()
})

it('is sent before any pause once the window is about to close', async () => {
  const core = new FakeCore([agendaItem(0, 'Approbation'), agendaItem(1, 'Passerelle')])
  const { passes } = slowHand()
  show(core, <Page />)
  await passes(1_000)
  fireEvent.click(screen.getByRole('button', { name: 'Actions du point' }))
  await passes(0)
  fireEvent.click(screen.getByRole('menuitem', { name: /Allonger de 5 minutes/ }))
  await passes(0)
  const duration = () => core.view.items.find(({ id }) => id === itemId(1))?.durationMinutes
  expect(duration()).toBe(10)
  core.emit({ topic: 'save-now' })
  await passes(0)
  expect(duration()).toBe(15)
})
