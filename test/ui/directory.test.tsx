import { createEvent, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../renderer/api/new-id.ts'
import { DirectoryPage } from '../../renderer/features/directory/DirectoryPage.tsx'
import { openRealCore, type RealCore } from './minutes-real-core.tsx'
import { longTitle } from './sample.ts'

Element.prototype.scrollIntoView = () => undefined

let core: RealCore
const user = userEvent.setup()
const ids = {
  elected: newId(),
  state: newId(),
  acd: newId(),
  dgx: newId(),
  zelie: newId(),
  adam: newId(),
  eve: newId(),
}

beforeEach(async () => {
  core = await openRealCore()
  await core.ok('directory.addCollege', { id: ids.elected, fields: { name: 'Collège des élus' } })
  await core.ok('directory.addCollege', { id: ids.state, fields: { name: 'Collège de l’État' } })
  const organisation = (id: string, name: string, acronym: string, collegeId: string) =>
    core.ok('directory.addOrganisation', { id, fields: { name, acronym, collegeId } })
  await organisation(ids.dgx, 'Direction générale exemple', 'DGX', ids.state)
  await organisation(ids.acd, 'Association des communes de démonstration', 'ACD', ids.elected)
  const person = (id: string, givenName: string, familyName: string, organisationId: string) =>
    core.ok('directory.addPerson', { id, fields: { givenName, familyName, organisationId } })
  await person(ids.adam, 'Paul', 'Adam', ids.dgx)
  await person(ids.zelie, 'Zélie', 'Garnerin', ids.acd)
  await person(ids.eve, 'Ève', 'Bernard', ids.acd)
  await core.ok('directory.addMandate', {
    id: newId(),
    personId: ids.zelie,
    fields: { role: 'titulaire', organisationId: ids.acd },
  })
  await core.ok('directory.addMandate', {
    id: newId(),
    personId: ids.adam,
    fields: { role: 'titulaire', endsOn: '2020-12-31' },
  })
})
afterEach(() => core.dispose())

const open = async (focusId: string | null = null) => {
  core.show(<DirectoryPage focusId={focusId} />)
  await screen.findByRole('grid', { name: 'Personnes' })
}
const names = () => screen.getAllByRole('rowheader').map((one) => one.textContent)
const row = (name: string) => screen.getByRole('row', { name: new RegExp(name) })
const inspector = async (name: string) => within(await screen.findByRole('complementary', { name }))
const view = () => core.ok('directory.list', {})

it('narrowed, shows beside it only whom it lists', async () => {
  await open(ids.adam)
  await inspector('Paul Adam')
  await user.type(screen.getByRole('searchbox'), 'bernard')
  await inspector('Ève Bernard')
  await user.type(screen.getByRole('searchbox'), ' xyz')
  await screen.findByText(/Aucune entrée|correspond/)
  await waitFor(() => expect(screen.queryByRole('complementary')).toBeNull())
})

it('opens in the list that holds what a search leads to', async () => {
  core.show(<DirectoryPage focusId={ids.acd} />)
  await screen.findByRole('grid', { name: 'Organismes' })
  await screen.findByRole('complementary', { name: 'Association des communes de démonstration' })
})

describe('the list', () => {
  it('stands in protocol order, by college and organisation, with what each is today', async () => {
    await open()
    expect(names()).toEqual(['Zélie Garnerin', 'Ève Bernard', 'Paul Adam'])
    const headings = screen.getAllByRole('row').map((one) => one.textContent ?? '')
    expect(headings.findIndex((one) => one.startsWith('Collège des élus'))).toBeLessThan(
      headings.findIndex((one) => one.startsWith('Collège de l’État')),
    )
    expect(within(row('Garnerin')).getByText('Membre')).toBeTruthy()
    // A mandate that has ended makes no member.
    expect(within(row('Adam')).getByText('Invité')).toBeTruthy()
    // Said once, and nothing of what there is none of.
    expect(screen.getAllByText('1 membre aujourd’hui')).toHaveLength(1)
  })

  it('is sorted by family name, and letters go to the one or the other name', async () => {
    await open()
    await user.click(screen.getByRole('button', { name: 'Nom' }))
    await waitFor(() => expect(names()).toEqual(['Paul Adam', 'Ève Bernard', 'Zélie Garnerin']))
    screen.getAllByRole('row').at(1)?.focus()
    await user.keyboard('be')
    expect(screen.getByRole('row', { selected: true }).textContent).toContain('Ève Bernard')
    // As it was, on this desk.
    localStorage.clear()
  })

  it('is filtered by names, organisations, other names, accents or not', async () => {
    await open()
    const filter = screen.getByRole('searchbox')
    await user.type(filter, 'zelie')
    expect(names()).toEqual(['Zélie Garnerin'])
    await user.clear(filter)
    await user.type(filter, 'communes membre')
    expect(names()).toEqual(['Zélie Garnerin'])
    await user.clear(filter)
    await user.type(filter, 'zzz')
    expect(screen.getByText('Aucun nom ne correspond à ce filtre.')).toBeTruthy()
  })

  it('is put in order by the keys, held down too, and undone', async () => {
    await open()
    await user.click(row('Bernard'))
    await user.keyboard('{Alt>}{Shift>}{ArrowUp}{ArrowUp}{/Shift}{/Alt}')
    expect(names()).toEqual(['Ève Bernard', 'Zélie Garnerin', 'Paul Adam'])
    expect(document.activeElement).toBe(row('Bernard'))
    await waitFor(async () => expect((await view()).persons[0]?.id).toBe(ids.eve))
    await core.ok('history.undo', {})
    await waitFor(() => expect(names()).toEqual(['Zélie Garnerin', 'Ève Bernard', 'Paul Adam']))
  })

  it('is put in order by the menu, and by dragging within an organisation only', async () => {
    await open(ids.zelie)
    const pane = await inspector('Zélie Garnerin')
    await user.click(pane.getByRole('button', { name: 'Autres actions' }))
    await user.click(await screen.findByRole('menuitem', { name: /Descendre d’un rang/ }))
    await waitFor(() => expect(names()).toEqual(['Ève Bernard', 'Zélie Garnerin', 'Paul Adam']))
    const dataTransfer = { setDragImage: () => undefined, effectAllowed: '', types: [] }
    const drag = (from: string, to: string) => {
      const grip = row(from).querySelector('[data-grip]') ?? row(from)
      fireEvent.dragStart(grip, { dataTransfer })
      // jsdom has no drag events with a place.
      const over = createEvent.dragOver(row(to), { dataTransfer })
      Object.defineProperty(over, 'clientY', { value: -1 })
      fireEvent(row(to), over)
      fireEvent.drop(row(to), { dataTransfer })
    }
    drag('Garnerin', 'Bernard')
    await waitFor(() => expect(names()).toEqual(['Zélie Garnerin', 'Ève Bernard', 'Paul Adam']))
    drag('Garnerin', 'Adam')
    expect(names()).toEqual(['Zélie Garnerin', 'Ève Bernard', 'Paul Adam'])
  })

  it('is moved through by the arrows, and Enter goes to the fields', async () => {
    await open()
    row('Garnerin').focus()
    await user.keyboard('{End}')
    const pane = await inspector('Paul Adam')
    await user.keyboard('{Enter}')
    expect(document.activeElement).toBe(pane.getByRole('textbox', { name: 'Nom' }))
  })

  it('has the keys again on the row whose pane closes, by its button and by Escape on the row itself', async () => {
    await open()
    await user.click(row('Bernard'))
    await user.click((await inspector('Ève Bernard')).getByRole('button', { name: 'Fermer' }))
    await waitFor(() => expect(document.activeElement).toBe(row('Bernard')))
    expect(screen.queryByRole('complementary')).toBeNull()
    await user.keyboard('{ArrowDown}')
    ;(await screen.findByRole('complementary', { name: 'Paul Adam' })).focus()
    await user.keyboard('{Escape}')
    await waitFor(() => expect(document.activeElement).toBe(row('Adam')))
    await user.keyboard('{ArrowUp}')
    await inspector('Ève Bernard')
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('complementary')).toBeNull())
    expect(document.activeElement).toBe(row('Bernard'))
  })

  it('removes with the Delete key, and says what keeps an organisation', async () => {
    await open()
    row('Bernard').focus()
    await user.keyboard('{Delete}')
    await waitFor(() => expect(names()).toEqual(['Zélie Garnerin', 'Paul Adam']))
    expect(await screen.findByText(/^Personne supprimée.: Ève Bernard$/)).toBeTruthy()
    // The next one has taken its place, under the keys and beside the list.
    expect(document.activeElement).toBe(row('Adam'))
    await inspector('Paul Adam')
    await user.keyboard('{ArrowUp}')
    await user.click((await inspector('Zélie Garnerin')).getByRole('button', { name: 'Supprimer' }))
    await waitFor(() => expect(names()).toEqual(['Paul Adam']))
    await waitFor(() => expect(document.activeElement).toBe(row('Adam')))
    await user.click(screen.getByRole('button', { name: /Organismes/ }))
    await user.click(await screen.findByRole('row', { name: /Direction générale exemple/ }))
    const pane = await inspector('Direction générale exemple')
    await user.click(pane.getByRole('button', { name: 'Supprimer' }))
    expect(await pane.findByRole('alert')).toHaveProperty(
      'textContent',
      'Des personnes, des mandats ou des points nomment cet organisme. Les rattacher à un autre, puis réessayer.',
    )
  })

  it('holds organisations and colleges too, whatever the length of their names', async () => {
    await core.ok('directory.updateCollege', { id: ids.state, version: 1, patch: { name: longTitle } })
    await open()
    await user.click(screen.getByRole('button', { name: /Collèges/ }))
    expect(await screen.findByRole('rowheader', { name: longTitle })).toBeTruthy()
  })

  it('empty says what will be there', async () => {
    for (const { id, version } of (await view()).persons)
      await core.ok('directory.removePerson', { id, version })
    core.show(<DirectoryPage focusId={null} />)
    expect(await screen.findByText('Aucune personne')).toBeTruthy()
  })
})

describe('a person', () => {
  it('gets a mandate in one act, for their organisation, and is a member', async () => {
    await open(ids.eve)
    const pane = await inspector('Ève Bernard')
    await user.click(pane.getByRole('button', { name: 'Ajouter un mandat' }))
    const mandate = within(await pane.findByRole('group', { name: 'Mandat 1' }))
    await waitFor(() => expect(within(row('Bernard')).getByText('Membre')).toBeTruthy())
    expect(mandate.getByRole('combobox', { name: 'Au nom de' })).toHaveProperty('value', ids.acd)
    await user.selectOptions(mandate.getByRole('combobox', { name: 'Qualité' }), 'Membre suppléant')
    await waitFor(() => expect(within(row('Bernard')).getByText('Suppléant')).toBeTruthy())
  })

  it('is told that a mandate cannot end before it starts, and the dates typed stay', async () => {
    await open(ids.zelie)
    const mandate = within(await screen.findByRole('group', { name: 'Mandat 1' }))
    const type = async (label: string, digits: string) => {
      const [first] = within(mandate.getByRole('group', { name: label })).getAllByRole('spinbutton')
      await user.click(first as HTMLElement)
      await user.keyboard(digits)
    }
    await type('Premier jour', '10062026')
    await waitFor(async () =>
      expect((await view()).mandates.some((one) => one.startsOn === '2026-06-10')).toBe(true),
    )
    await type('Dernier jour', '09062026')
    expect(
      await mandate.findByText('Le dernier jour précède le premier. Choisir un jour qui le suit.'),
    ).toBeTruthy()
    await type('Dernier jour', '31122026')
    await waitFor(async () =>
      expect((await view()).mandates.find(({ personId }) => personId === ids.zelie)).toMatchObject({
        startsOn: '2026-06-10',
        endsOn: '2026-12-31',
      }),
    )
    expect(mandate.queryByText(/précède le premier/)).toBeNull()
  })

  it('keeps what is typed of an address, and says that it is not whole yet', async () => {
    await open(ids.eve)
    const pane = await inspector('Ève Bernard')
    await user.type(pane.getByRole('textbox', { name: 'Adresse électronique' }), 'eve@exemple')
    expect(await pane.findByText(/^Adresse incomplète/)).toBeTruthy()
    await user.type(pane.getByRole('textbox', { name: 'Adresse électronique' }), '.invalid')
    await waitFor(() => expect(pane.queryByText(/^Adresse incomplète/)).toBeNull())
    expect((await view()).persons.find(({ id }) => id === ids.eve)?.email).toBe('eve@exemple.invalid')
  })
})

describe('an organisation', () => {
  it('changes its name from a day on, and keeps the former one', async () => {
    await open()
    await user.click(screen.getByRole('button', { name: /Organismes/ }))
    await user.click(await screen.findByRole('row', { name: /Direction générale exemple/ }))
    const pane = await inspector('Direction générale exemple')
    await user.click(pane.getByRole('button', { name: 'Changer de nom…' }))
    await user.type(pane.getByRole('textbox', { name: 'Nouveau nom' }), 'Direction nouvelle')
    const day = within(pane.getByRole('group', { name: 'Dernier jour de l’ancien nom' }))
    await user.click(day.getAllByRole('spinbutton')[0] as HTMLElement)
    await user.keyboard('30062026')
    await user.click(pane.getByRole('button', { name: 'Changer de nom' }))
    const renamed = await inspector('Direction nouvelle')
    expect(renamed.getByRole('textbox', { name: 'Ancien nom' })).toHaveProperty(
      'value',
      'Direction générale exemple',
    )
    expect((await view()).formerNames).toMatchObject([
      { name: 'Direction générale exemple', until: '2026-06-30' },
    ])
  })
})

it('offers to correct a name where it is still written as it was', async () => {
  const { id: meetingId } = await core.ok('meetings.create', {
    fields: { date: '2031-03-13' },
    fromTemplate: false,
  })
  await core.ok('attendance.addMembers', { meetingId })
  await open(ids.zelie)
  const name = (await inspector('Zélie Garnerin')).getByRole('textbox', { name: 'Nom' })
  await user.clear(name)
  await user.type(name, 'Garnérin{Enter}')
  const pane = await inspector('Zélie Garnérin')
  expect((await pane.findByRole('status')).textContent).toContain('Zélie Garnerin')
  await user.click(pane.getByRole('button', { name: 'Corriger aussi (1)' }))
  await waitFor(async () => {
    const [attendee] = await core.ok('attendance.list', { meetingId })
    expect(attendee?.familyName).toBe('Garnérin')
  })
  await waitFor(() => expect(pane.queryByRole('button', { name: /Corriger aussi/ })).toBeNull())
})
