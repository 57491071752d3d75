import { cleanup, createEvent, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import type { AgendaItem } from '../../electron/domain/agenda/agenda.ts'
import { inAgendaOrder } from '../../electron/domain/agenda/agenda.ts'
import { useQuery } from '../../renderer/api/use-query.ts'
import { AgendaScreen } from '../../renderer/features/agenda/AgendaScreen.tsx'
import { agendaText } from '../../renderer/text/agenda.ts'
import { EditingOff } from '../../renderer/ui/editing.ts'
import { agendaItem, FakeCore, itemId, MEETING_ID, meeting, show } from './agenda-fake-core.tsx'

function Page() {
  const view = useQuery('agenda.list', { meetingId: MEETING_ID })
  return view.data === undefined ? null : (
    <AgendaScreen face="agenda" view={view.data} meeting={meeting} focusId={null} />
  )
}

const three = () => [
  agendaItem(0, 'Approbation'),
  agendaItem(1, 'Passerelle'),
  agendaItem(2, 'Calendrier'),
  agendaItem(3, 'Premier volet', { parentId: itemId(1), position: 0 }),
]

async function open(items: AgendaItem[] = three(), off: string | null = null) {
  const core = new FakeCore(items)
  show(
    core,
    <EditingOff value={off}>
      <Page />
    </EditingOff>,
  )
  await screen.findByRole('textbox', { name: /nouveau point/ })
  return core
}

const row = (name: string) => screen.getByRole('row', { name: new RegExp(`^\\S+ ${name}`, 'u') })
const stored = (core: FakeCore) =>
  inAgendaOrder(core.view.items).map(({ title, parentId }) => (parentId === null ? title : `> ${title}`))

afterEach(cleanup)

/** Where the mouse is, by the height of the row. */
function drag(from: HTMLElement, to: HTMLElement, share: number, kind: 'dragOver' | 'drop') {
  to.getBoundingClientRect = () => new DOMRect(0, 100, 500, 40)
  const dataTransfer = { setData: () => undefined, setDragImage: () => undefined, types: ['text/plain'] }
  fireEvent.dragStart(from, { dataTransfer })
  const over = createEvent.dragOver(to, { dataTransfer })
  Object.defineProperty(over, 'clientY', { value: 100 + share * 40 })
  Object.defineProperty(over, 'clientX', { value: 0 })
  fireEvent(to, over)
  if (kind === 'drop') fireEvent.drop(to, { dataTransfer })
  return over.defaultPrevented
}

it('a row is dropped between others, and into one', async () => {
  const core = await open()
  drag(row('Calendrier'), row('Approbation'), 0.1, 'drop')
  await waitFor(() =>
    expect(stored(core)).toEqual(['Calendrier', 'Approbation', 'Passerelle', '> Premier volet']),
  )
  expect(screen.getByText('Point 1, niveau 1')).toBeTruthy()
  drag(row('Calendrier'), row('Passerelle'), 0.5, 'drop')
  await waitFor(() =>
    expect(stored(core)).toEqual(['Approbation', 'Passerelle', '> Premier volet', '> Calendrier']),
  )
})

it('a row that would come into itself is refused, and nothing is stored', async () => {
  const core = await open()
  expect(drag(row('Passerelle'), row('Premier volet'), 0.5, 'drop')).toBe(false)
  expect(core.asked('agenda.move')).toEqual([])
})

it('a drag that is given up leaves no mark', async () => {
  const core = await open()
  expect(drag(row('Calendrier'), row('Approbation'), 0.1, 'dragOver')).toBe(true)
  expect(row('Approbation').dataset.landing).toBe('before')
  fireEvent.dragEnd(row('Calendrier'))
  expect(row('Approbation').dataset.landing).toBeUndefined()
  fireEvent.drop(row('Approbation'), { dataTransfer: {} })
  expect(core.asked('agenda.move')).toEqual([])
})

/** As a screen reader presses it, or the keys. */
async function carry(name: string) {
  const user = userEvent.setup()
  const grip = within(row(name)).getByRole('button', { name: agendaText.drag(name) })
  grip.focus()
  await user.keyboard('{Enter}')
  await waitFor(() => expect(document.activeElement).toBe(row(name)))
  return user
}

it('a row whose handle is pressed goes by the arrows to where Enter puts it, and each place is said', async () => {
  const core = await open()
  const user = await carry('Calendrier')
  expect(screen.getByText(/^Déplacement de «.Calendrier.» commencé/u)).toBeTruthy()
  await user.keyboard('{ArrowUp}')
  expect(screen.getByText(/^Après «.Passerelle.»$/u)).toBeTruthy()
  await user.keyboard('{ArrowUp}')
  expect(screen.getByText(/^Après «.Premier volet.»$/u)).toBeTruthy()
  expect(row('Premier volet').dataset.landing).toBe('after')
  await user.keyboard('{Enter}')
  await waitFor(() =>
    expect(stored(core)).toEqual(['Approbation', 'Passerelle', '> Premier volet', '> Calendrier']),
  )
  expect(screen.getByText('Point 2.2, niveau 2')).toBeTruthy()
  await waitFor(() => expect(document.activeElement).toBe(row('Calendrier')))
})

it('a row that is carried is left where it was by Escape, and stays chosen', async () => {
  const core = await open()
  const user = await carry('Calendrier')
  await user.keyboard('{ArrowUp}{Delete}{Escape}')
  expect(screen.getByText(agendaText.carry.left)).toBeTruthy()
  expect(document.querySelector('[data-landing]')).toBeNull()
  expect(row('Calendrier').getAttribute('aria-selected')).toBe('true')
  await user.keyboard('{ArrowUp}')
  expect(row('Premier volet').getAttribute('aria-selected')).toBe('true')
  expect(core.asked('agenda.move')).toEqual([])
  expect(core.asked('agenda.remove')).toEqual([])
})

it('a row of an agenda that is only read is not carried, and why is said', async () => {
  await open(three(), 'Ce poste ne fait que lire.')
  const user = await carry('Calendrier')
  const said = screen.getAllByText('Ce poste ne fait que lire.')
  expect(said.some((one) => one.role === 'status')).toBe(true)
  await user.keyboard('{ArrowUp}')
  expect(document.querySelector('[data-landing]')).toBeNull()
  expect(row('Premier volet').getAttribute('aria-selected')).toBe('true')
})

it('arrows to the sides go from level to level, letters to the row that begins with them', async () => {
  await open()
  const user = userEvent.setup()
  await user.click(row('Premier volet'))
  await user.keyboard('{ArrowLeft}')
  expect(document.activeElement).toBe(row('Passerelle'))
  await user.keyboard('{ArrowRight}')
  expect(document.activeElement).toBe(row('Premier volet'))
  await user.keyboard('{Home}cal')
  expect(document.activeElement).toBe(row('Calendrier'))
  expect(row('Calendrier').tabIndex).toBe(0)
})

it('long agendas have all their rows, each with its place among those beside it', async () => {
  await open(Array.from({ length: 100 }, (_, n) => agendaItem(n, `Point ${n}`)))
  await waitFor(() => expect(within(screen.getByRole('treegrid')).getAllByRole('row')).toHaveLength(100))
  const last = within(screen.getByRole('treegrid')).getAllByRole('row').at(-1)
  expect([last?.ariaPosInSet, last?.ariaSetSize]).toEqual(['100', '100'])
})
