import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import type { AgendaItem } from '../../electron/domain/agenda/agenda.ts'
import { inAgendaOrder } from '../../electron/domain/agenda/agenda.ts'
import { useQuery } from '../../renderer/api/use-query.ts'
import { AgendaScreen } from '../../renderer/features/agenda/AgendaScreen.tsx'
import { agendaItem, FakeCore, itemId, MEETING_ID, meeting, show } from './agenda-fake-core.tsx'

function Page() {
  const view = useQuery('agenda.list', { meetingId: MEETING_ID })
  return view.data === undefined ? null : (
    <AgendaScreen face="agenda" view={view.data} meeting={meeting} focusId={null} />
  )
}

async function open(items: AgendaItem[], handlers: ConstructorParameters<typeof FakeCore>[1] = {}) {
  const core = new FakeCore(items, handlers)
  show(core, <Page />)
  const user = userEvent.setup()
  await screen.findByRole('textbox', { name: /nouveau point/ })
  return { core, user }
}

const three = () => [
  agendaItem(0, 'Approbation', { durationMinutes: 5 }),
  agendaItem(1, 'Passerelle', { durationMinutes: 30 }),
  agendaItem(2, 'Calendrier', { durationMinutes: 10 }),
]

const rowNames = () =>
  within(screen.getByRole('treegrid'))
    .getAllByRole('row')
    .map((row) => row.getAttribute('aria-label')?.replaceAll('\u00a0', ' '))

const row = (name: RegExp) => screen.findByRole('row', { name })

const stored = (core: FakeCore) => inAgendaOrder(core.view.items).map((item) => item.title)

afterEach(cleanup)

describe('agenda screen', () => {
  it('shows numbers, clock times and durations', async () => {
    await open(three())
    expect(rowNames()).toEqual([
      '1 Approbation, 14 h 00, 5 min',
      '2 Passerelle, 14 h 05, 30 min',
      '3 Calendrier, 14 h 35, 10 min',
    ])
    expect(screen.getByText('15 min de marge')).toBeTruthy()
  })

  it('has on each row the acts of that item, whichever was chosen', async () => {
    const { core, user } = await open(three())
    await user.click(await row(/Approbation/))
    await user.pointer({ keys: '[MouseRight]', target: await row(/Calendrier/) })
    const menu = within(await screen.findByRole('menu', { name: 'Actions sur la ligne' }))
    await user.click(menu.getByRole('menuitem', { name: /^Supprimer/ }))
    await waitFor(() => expect(stored(core)).toEqual(['Approbation', 'Passerelle']))
  })

  it('is copied as a table, for a message and for a spreadsheet', async () => {
    const { core, user } = await open(three(), { 'app.copy': () => ({}) })
    await user.click(await row(/Passerelle/))
    await user.keyboard('{Control>}c{/Control}')
    await waitFor(() => expect(core.asked('app.copy')).toHaveLength(1))
    const lines = (core.asked('app.copy')[0]?.text ?? '').replaceAll('\u00a0', ' ').split('\r\n')
    expect(lines.map((line) => line.split('\t').slice(0, 3))).toEqual([
      ['N°', 'Heure', 'Point'],
      ['1', '14 h 00', 'Approbation'],
      ['2', '14 h 05', 'Passerelle'],
      ['3', '14 h 35', 'Calendrier'],
    ])
  })

  it('adds items by typing and Enter at the bottom', async () => {
    const { core, user } = await open(three())
    const field = screen.getByRole('textbox', { name: /nouveau point/ })
    await user.type(field, 'Divers{Enter}Clôture{Enter}')
    expect((field as HTMLInputElement).value).toBe('')
    await waitFor(() =>
      expect(stored(core)).toEqual(['Approbation', 'Passerelle', 'Calendrier', 'Divers', 'Clôture']),
    )
  })

  it('opens a row below with Enter, keeps it with Enter, drops it with Escape', async () => {
    const { core, user } = await open(three())
    await user.click(await row(/1 Approbation/))
    await user.keyboard('{Enter}')
    const field = await screen.findByRole('textbox', { name: 'Intitulé du point' })
    expect(document.activeElement).toBe(field)
    await user.keyboard('Suivi{Enter}')
    await waitFor(() => expect(stored(core)).toEqual(['Approbation', 'Suivi', 'Passerelle', 'Calendrier']))
    const added = await row(/2 Suivi/)
    await waitFor(() => expect(document.activeElement).toBe(added))
    await user.keyboard('{Enter}')
    await screen.findByRole('textbox', { name: 'Intitulé du point' })
    await user.keyboard('{Escape}')
    expect(rowNames()).toHaveLength(4)
    expect(core.asked('agenda.add')).toHaveLength(1)
  })

  it('keeps what was typed for a new item waiting when Escape leaves the line, until Enter', async () => {
    const { core, user } = await open(three())
    const field = screen.getByRole('textbox', { name: /nouveau point/ })
    await user.click(field)
    await user.keyboard('Annuaire partagé{Escape}')
    expect((field as HTMLInputElement).value).toBe('Annuaire partagé')
    expect(core.asked('agenda.add')).toHaveLength(0)
    await user.type(field, '{Enter}')
    await row(/Annuaire partagé/)
    await waitFor(() => expect(stored(core)).toContain('Annuaire partagé'))
  })

  it('renames in place with F2; Escape leaves the title and keeps what is typed', async () => {
    const { core, user } = await open(three())
    await user.click(await row(/2 Passerelle/))
    await user.keyboard('{F2}')
    await user.clear(await screen.findByRole('textbox', { name: 'Intitulé du point' }))
    await user.keyboard('Passerelle sécurisée{Enter}')
    await waitFor(() => expect(stored(core)[1]).toBe('Passerelle sécurisée'))
    await user.keyboard('{F2}Passerelle commune')
    await user.keyboard('{Escape}')
    await row(/2 Passerelle commune/)
    await waitFor(() => expect(stored(core)[1]).toBe('Passerelle commune'))
  })

  it('gives an emptied title back as it was seen when it was emptied, not as it was when the field opened', async () => {
    const { core, user } = await open(three())
    await user.click(await row(/2 Passerelle/))
    await user.keyboard('{F2}')
    const field: HTMLInputElement = await screen.findByRole('textbox', { name: 'Intitulé du point' })
    core.apply({ type: 'update', id: itemId(1), patch: { title: 'Passerelle d’ailleurs' } })
    core.emit({ topic: 'changed', reads: 'all', later: [] })
    await waitFor(() => expect(field.value).toBe('Passerelle d’ailleurs'))
    await user.clear(field)
    await user.keyboard('{Enter}')
    await row(/2 Passerelle d’ailleurs/)
    await waitFor(() => expect(stored(core)[1]).toBe('Passerelle d’ailleurs'))
  })

  it('copies with Ctrl D, sub-items too, and has the title of the copy written', async () => {
    const { core, user } = await open([
      ...three(),
      agendaItem(3, 'Premier volet', { parentId: itemId(1), position: 0 }),
    ])
    await user.click(await row(/2 Passerelle/))
    await user.keyboard('{Control>}d{/Control}')
    const field = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Intitulé du point' })
    expect(document.activeElement).toBe(field)
    expect(field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)).toBe('Passerelle')
    await user.keyboard('Guichet{Enter}')
    await waitFor(() =>
      expect(stored(core)).toEqual([
        ...['Approbation', 'Passerelle', 'Premier volet'],
        ...['Guichet', 'Premier volet', 'Calendrier'],
      ]),
    )
    expect(core.asked('agenda.duplicateItem')).toHaveLength(1)
  })

  it('moves with Alt Maj and the arrows, keeps the focus, and says where it went', async () => {
    const { core, user } = await open(three())
    await user.click(await row(/2 Passerelle/))
    await user.keyboard('{Alt>}{Shift>}{ArrowUp}{/Shift}{/Alt}')
    expect(rowNames()[0]).toBe('1 Passerelle, 14 h 00, 30 min')
    await user.keyboard('{Alt>}{Shift>}{ArrowDown}{ArrowRight}{/Shift}{/Alt}')
    expect(rowNames()).toEqual([
      '1 Approbation, 14 h 00, 30 min',
      '1.1 Passerelle, 14 h 00, 30 min',
      '2 Calendrier, 14 h 30, 10 min',
    ])
    const moved = await row(/1.1 Passerelle/)
    await waitFor(() => expect(document.activeElement).toBe(moved))
    expect(moved.getAttribute('aria-level')).toBe('2')
    expect(screen.getByText('Point 1.1, niveau 2')).toBeTruthy()
    await user.keyboard('{Alt>}{Shift>}{ArrowLeft}{/Shift}{/Alt}')
    await waitFor(() =>
      expect(core.view.items.find((item) => item.id === itemId(1))).toMatchObject({
        parentId: null,
        position: 1,
      }),
    )
    await user.keyboard('{Alt>}{Shift>}{ArrowLeft}{/Shift}{/Alt}')
    expect(screen.getByText('Ce point ne peut pas aller plus loin.')).toBeTruthy()
  })

  it('lengthens by five minutes and says the overrun, in one write for a run of presses', async () => {
    const { core, user } = await open(three())
    await user.click(await row(/2 Passerelle/))
    // At once: what is one write must not depend on how fast the machine types.
    for (let press = 0; press < 4; press += 1)
      fireEvent.keyDown(document.activeElement ?? document.body, { key: '+' })
    expect(rowNames()[1]).toBe('2 Passerelle, 14 h 05, 50 min')
    expect(screen.getByText('Dépasse de 5 min')).toBeTruthy()
    expect(screen.getByText(/Fin prévue à 15 h, pendant le point 3/)).toBeTruthy()
    await waitFor(() => expect(core.asked('agenda.update')).toHaveLength(1))
    await user.keyboard('-')
    expect(screen.getByText('Tient dans l’horaire')).toBeTruthy()
  })

  it('removes with Suppr and takes it back with the toast', async () => {
    const { core, user } = await open(three())
    await user.click(await row(/2 Passerelle/))
    await user.keyboard('{Delete}')
    await waitFor(() => expect(stored(core)).toEqual(['Approbation', 'Calendrier']))
    const next = await row(/2 Calendrier/)
    await waitFor(() => expect(document.activeElement).toBe(next))
    await user.click(await screen.findByRole('button', { name: 'Annuler' }))
    await row(/2 Passerelle/)
    expect(stored(core)).toHaveLength(3)
  })

  it('shows gaps before fixed hours and overlaps', async () => {
    await open([
      agendaItem(0, 'Ouverture', { durationMinutes: 10 }),
      agendaItem(1, 'Invité', { durationMinutes: 30, fixedStart: '14:20' }),
      agendaItem(2, 'Clôture', { durationMinutes: 5, fixedStart: '14:40' }),
    ])
    expect(screen.getByText('14 h 10 – 14 h 20 libre')).toBeTruthy()
    expect(screen.getByText('Chevauche de 10 min ce qui précède')).toBeTruthy()
  })

  it('does every move from the menu too', async () => {
    const { core, user } = await open(three())
    await user.click(await row(/2 Passerelle/))
    await user.click(await screen.findByRole('button', { name: 'Actions du point' }))
    await user.click(await screen.findByRole('menuitem', { name: /Décaler en sous-point/ }))
    await waitFor(() =>
      expect(core.view.items.find((item) => item.id === itemId(1))?.parentId).toBe(itemId(0)),
    )
  })

  it('leaves typing alone: + and Suppr in a title are text', async () => {
    const { core, user } = await open(three())
    await user.click(await row(/1 Approbation/))
    await user.keyboard('{F2}')
    await user.clear(await screen.findByRole('textbox', { name: 'Intitulé du point' }))
    await user.keyboard('A+B{Delete}{Enter}')
    await waitFor(() => expect(stored(core)).toEqual(['A+B', 'Passerelle', 'Calendrier']))
    expect(core.view.items[0]?.durationMinutes).toBe(5)
  })
})
