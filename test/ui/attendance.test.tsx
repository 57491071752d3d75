import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { guestFrom } from '../../renderer/features/attendance/attendance-groups.ts'
import { twoVersionsText } from '../../renderer/text/two-versions.ts'
import { ownsUndo } from '../../renderer/ui/typing.ts'
import { type AttendanceWorld, attendanceWorld, showAttendance } from './attendance-world.tsx'
import { FrameKeys } from './frame-keys.tsx'
import { justBefore } from './just-before.ts'

let world: AttendanceWorld
const user = userEvent.setup()

beforeEach(async () => {
  world = await attendanceWorld(
    [
      ['Olivier', 'Delcambre', null],
      ['Solène', 'Kermadec', null],
    ],
    { others: [['Nadège', 'Coulomb', null]] },
  )
  showAttendance(world)
})
afterEach(() => world.core.dispose())

const list = () => world.core.ok('attendance.list', { meetingId: world.meetingId })
const field = () => screen.findByRole('textbox', { name: 'Noter une présence' })
const row = (name: string) => screen.findByRole('listitem', { name })

async function withMembers() {
  await user.click(await screen.findByRole('button', { name: 'Ajouter les membres de l’annuaire' }))
  await row('Olivier Delcambre, À noter')
  return document.querySelectorAll<HTMLElement>('[data-attendee]')
}
async function act(name: string) {
  await user.click(screen.getByRole('button', { name: 'Autres actes sur les présences' }))
  await user.click(await screen.findByRole('menuitem', { name }))
}

describe('the rows', () => {
  it('stand under their college, one stop for Tab, arrows between them', async () => {
    const [first] = await withMembers()
    const college = screen.getByRole('region', { name: 'Associations' })
    expect(
      within(college)
        .getAllByRole('listitem')
        .map((one) => one.getAttribute('aria-label')),
    ).toEqual(['Olivier Delcambre, À noter', 'Solène Kermadec, À noter'])
    first?.focus()
    await user.keyboard('{ArrowDown}')
    expect(document.activeElement).toBe(await row('Solène Kermadec, À noter'))
    expect(
      within(college)
        .getAllByRole('listitem')
        .map((one) => one.tabIndex),
    ).toEqual([-1, 0])
  })

  it('take letters, each going on to the next, and are counted', async () => {
    const [first] = await withMembers()
    first?.focus()
    await user.keyboard('sv')
    expect(await row('Olivier Delcambre, Sur place')).toBeDefined()
    expect(await row('Solène Kermadec, Visio')).toBeDefined()
    await waitFor(async () => expect((await list()).map((one) => one.status)).toEqual(['surPlace', 'visio']))
    expect(await screen.findByText('2 sièges pourvus sur 2')).toBeDefined()
  })

  it('take an announced presence at its word when it is noted as it was announced', async () => {
    const { persons } = await world.core.ok('directory.list', {})
    const { meetingId } = world
    for (const { id: personId } of persons.slice(0, 2))
      await world.core.ok('replies.set', { meetingId, personId, fields: { answer: 'onSite' } })
    await world.core.ok('attendance.fillFromReplies', { meetingId })
    const first = await row('Olivier Delcambre, Sur place, d’après sa réponse, à confirmer')
    first.focus()
    await user.keyboard('s')
    await row('Olivier Delcambre, Sur place')
    await waitFor(async () => expect((await list()).map(({ source }) => source)).toEqual([null, 'reply']))
    expect(await screen.findByText('1 siège pourvu sur 2')).toBeDefined()
  })

  describe('whose reply is taken over at the same moment', () => {
    const conflict = /^Cela a été modifié ailleurs/
    async function met(key: string) {
      const [first] = await withMembers()
      const { meetingId } = world
      const personId = (await list())[0]?.personId ?? ''
      await world.core.ok('replies.set', { meetingId, personId, fields: { answer: 'onSite' } })
      justBefore('attendance.update', () => world.core.ok('attendance.fillFromReplies', { meetingId }))
      first?.focus()
      await user.keyboard(key)
    }

    it('are noted as they are said here, and nobody is asked to choose', async () => {
      await met('s')
      await waitFor(async () =>
        expect(await list()).toMatchObject([{ status: 'surPlace', source: null }, { status: null }]),
      )
      expect(screen.queryByText(conflict)).toBeNull()
    })

    it('stay announced where that is what is kept', async () => {
      await met('a')
      await screen.findByText(conflict)
      await user.click(screen.getByRole('button', { name: twoVersionsText.takeTheirs.version }))
      await row('Olivier Delcambre, Sur place, d’après sa réponse, à confirmer')
      expect(await list()).toMatchObject([{ status: 'surPlace', source: 'reply' }, { status: null }])
    })
  })

  it('ask who represents somebody, letters being text there, and go on by Enter', async () => {
    const [first] = await withMembers()
    first?.focus()
    await user.keyboard('r')
    expect(document.activeElement).toBe(
      screen.getByRole('combobox', { name: 'Personne qui représente Olivier Delcambre' }),
    )
    await user.keyboard('Eva Sarte{Enter}')
    await user.dblClick(await screen.findByRole('button', { name: 'Ajouter à l’annuaire' }))
    const { persons } = await world.core.ok('directory.list', {})
    const named = persons.filter(({ familyName, givenName }) => `${givenName} ${familyName}` === 'Eva Sarte')
    expect(named).toHaveLength(1)
    await waitFor(async () =>
      expect((await list())[0]).toMatchObject({ status: 'represente', representedBy: 'Eva Sarte' }),
    )
    expect(document.activeElement).toBe(await row('Solène Kermadec, À noter'))
    expect(await screen.findByText(/par Eva Sarte/)).toBeDefined()
  })

  it('open and close by Enter: state and hours corrected; one key notes a departure now', async () => {
    const [first] = await withMembers()
    first?.focus()
    await user.keyboard('{Enter}')
    await user.selectOptions(
      screen.getByRole('combobox', { name: 'Présence\u00a0: Olivier Delcambre' }),
      'audio',
    )
    await user.type(screen.getByRole('textbox', { name: 'Arrivée' }), '14h40{Enter}')
    await user.type(screen.getByRole('textbox', { name: 'Départ' }), '16h{Enter}')
    await waitFor(async () =>
      expect((await list())[0]).toMatchObject({ status: 'audio', arrivedAt: '14:40', leftAt: '16:00' }),
    )
    expect(await screen.findByText(/^arrivée à 14 h 40, départ à 16 h/)).toBeDefined()
    first?.focus()
    await user.keyboard('{Enter}')
    expect(screen.queryByRole('textbox', { name: 'Arrivée' })).toBeNull()
    await user.keyboard('-')
    await waitFor(async () => expect((await list())[0]?.leftAt).not.toBe('16:00'))
  })

  it('take somebody off the list, and back', async () => {
    const [first] = await withMembers()
    first?.focus()
    await user.keyboard('{Delete}')
    await screen.findByText('Olivier Delcambre : retrait de la liste')
    expect(await list()).toHaveLength(1)
    await user.click(screen.getByRole('button', { name: 'Annuler' }))
    await waitFor(async () => expect(await list()).toHaveLength(2))
  })
})

describe('the field', () => {
  it('marks by two letters and Enter, says it before and after, and undoes', async () => {
    await withMembers()
    await user.type(await field(), 'ke')
    expect(await screen.findByText('Entrée : Solène Kermadec')).toBeDefined()
    expect(screen.queryByRole('listitem', { name: /Delcambre/ })).toBeNull()
    await user.keyboard('{Enter}')
    expect(await screen.findByText('Solène Kermadec : sur place')).toBeDefined()
    expect(await row('Solène Kermadec, Sur place')).toBeDefined()
    expect(await field()).toHaveProperty('value', '')
    await world.core.ok('history.undo', {})
    expect(await row('Solène Kermadec, À noter')).toBeDefined()
  })

  it('goes down to the one meant for a state, and comes back', async () => {
    await withMembers()
    await user.type(await field(), 'ke{ArrowDown}')
    expect(document.activeElement).toBe(await row('Solène Kermadec, À noter'))
    await user.keyboard('v')
    expect(await row('Solène Kermadec, Visio')).toBeDefined()
    expect(document.activeElement).toBe(await field())
    expect(await row('Olivier Delcambre, À noter')).toBeDefined()
  })

  it('adds somebody of the directory, and an unknown person in one line, as there', async () => {
    await withMembers()
    await user.type(await field(), 'coul')
    expect(await screen.findByText('Entrée : ajouter Nadège Coulomb, de l’annuaire')).toBeDefined()
    await user.keyboard('{Enter}Paul Invité, Société exemple{Enter}')
    expect(await row('Paul Invité, Sur place')).toBeDefined()
    expect((await list()).slice(2)).toMatchObject([
      {
        familyName: 'Coulomb',
        status: 'surPlace',
        college: 'État',
        organisation: 'Direction générale exemple',
      },
      {
        familyName: 'Invité',
        givenName: 'Paul',
        college: '',
        organisation: 'Société exemple',
        personId: null,
      },
    ])
    expect(screen.getByRole('region', { name: 'Autres participants' })).toBeDefined()
  })

  it('adds nobody for letters that mean nobody', async () => {
    await withMembers()
    await user.type(await field(), 'zz{Enter}')
    expect(await screen.findByText(/^Personne de ce nom/)).toBeDefined()
    expect(await list()).toHaveLength(2)
  })

  it('marks all but some in one act, and takes it back', async () => {
    await withMembers()
    await user.type(await field(), 'tous sauf zz{Enter}')
    expect(await screen.findByText('Personne d’attendu à ce nom : zz')).toBeDefined()
    await user.clear(await field())
    await user.type(await field(), 'tous sauf de')
    expect(await screen.findByText(/absence d’Olivier Delcambre$/)).toBeDefined()
    await user.keyboard('{Enter}')
    expect(await row('Olivier Delcambre, Absence')).toBeDefined()
    expect(await row('Solène Kermadec, Sur place')).toBeDefined()
    await user.click(await screen.findByRole('button', { name: 'Annuler' }))
    expect(await row('Olivier Delcambre, À noter')).toBeDefined()
  })

  it('notes a representation told in words, of somebody known, and takes it back', async () => {
    await withMembers()
    await user.type(await field(), 'delcambre représenté par kerm')
    await screen.findByText('Entrée : Olivier Delcambre, représentation par Solène Kermadec')
    await user.keyboard('{Enter}')
    await screen.findByText('Olivier Delcambre : représentation par Solène Kermadec')
    expect(await list()).toMatchObject([
      { status: 'represente', representedBy: 'Solène Kermadec' },
      { status: null },
    ])
    await world.core.ok('history.undo', {})
    await row('Olivier Delcambre, À noter')
    await user.type(await field(), 'kermadec (pouvoir à coulomb){Enter}')
    await waitFor(async () => expect((await list())[1]).toMatchObject({ representedBy: 'Nadège Coulomb' }))
    expect(await list()).toHaveLength(2)
  })

  it('keeps a representation by nobody whom it knows, says so, and adds nobody', async () => {
    await withMembers()
    await user.type(await field(), 'delcambre représenté par Orvault{Enter}')
    await screen.findByText(/^Ni la liste ni l’annuaire n’a ce nom pour représenter Olivier Delcambre/)
    expect(await field()).toHaveProperty('value', 'delcambre représenté par Orvault')
    expect(await list()).toMatchObject([{ status: null }, { status: null }])
  })

  it('gives Ctrl Z to the journal once its words were taken, wherever it was entered', async () => {
    world.core.show(<FrameKeys />)
    await withMembers()
    await user.type(await field(), 'Paul Invit')
    await user.click(screen.getByRole('button', { name: 'Autres actes sur les présences' }))
    await user.keyboard('{Escape}')
    // Entered again with words in it.
    await user.click(await field())
    await user.keyboard('é, Société exemple{Enter}')
    await row('Paul Invité, Sur place')
    await user.keyboard('{Control>}z{/Control}')
    await waitFor(async () => expect(await list()).toHaveLength(2))
    // What is typed next is the text's own again.
    await user.keyboard('ke')
    expect(ownsUndo(await field())).toBe(true)
  })

  it('notes an arrival and a departure', async () => {
    await withMembers()
    await user.type(await field(), 'ke arrivée 14 h 40{Enter}')
    await waitFor(async () => expect((await list())[1]).toMatchObject({ arrivedAt: '14:40' }))
    await user.type(await field(), 'ke dép 16h{Enter}')
    await waitFor(async () =>
      expect((await list())[1]).toMatchObject({ arrivedAt: '14:40', leftAt: '16:00' }),
    )
    expect(await screen.findByText(/^arrivée à 14 h 40, départ à 16 h/)).toBeDefined()
  })
})

describe('replies and rules', () => {
  it('takes the replies over, in one act, and says when they add nothing', async () => {
    const { asked } = await world.core.ok('replies.list', { meetingId: world.meetingId })
    for (const [index, answer] of (['onSite', 'excused'] as const).entries())
      await world.core.ok('replies.set', {
        meetingId: world.meetingId,
        personId: asked[index]?.personId ?? '',
        fields: { answer },
      })
    await withMembers()
    const announced = 'Olivier Delcambre, Sur place, d’après sa réponse, à confirmer'
    await act('Reprendre les réponses')
    expect(await row(announced)).toBeDefined()
    expect(await row('Solène Kermadec, Absence excusée')).toBeDefined()
    await user.click(await screen.findByRole('button', { name: 'Annuler' }))
    expect(await row('Olivier Delcambre, À noter')).toBeDefined()
    await act('Reprendre les réponses')
    const first = await row(announced)
    await act('Reprendre les réponses')
    expect(await screen.findByText('Les réponses n’ajoutent rien à ces présences')).toBeDefined()
    // Said again by a key, it is noted.
    first.focus()
    await user.keyboard('s')
    expect(await row('Olivier Delcambre, Sur place')).toBeDefined()
  })

  it('says nothing of a quorum without a rule, and warns with one', async () => {
    await withMembers()
    expect(screen.queryByText(/Quorum/)).toBeNull()
    const { version } = await world.core.ok('settings.body', {})
    await world.core.ok('settings.updateBody', { version, patch: { quorumPercent: 50, maxProxies: 0 } })
    expect(await screen.findByText(/^Quorum non atteint : 0 sur 2 membres/)).toBeDefined()
    await user.type(await field(), 'ke{Enter}')
    expect(await screen.findByText(/^Quorum atteint : 1 sur 2 membres/)).toBeDefined()
    const first = await row('Olivier Delcambre, À noter')
    first.focus()
    await user.keyboard('rEva Sarte{Enter}')
    expect(await screen.findByText(/^Eva Sarte représente 1 personne/)).toBeDefined()
  })
})

describe('a guest read from what was typed', () => {
  it.each([
    ['Paul Invité', 'Paul', 'Invité', ''],
    ['Paul de La Tour, DGX', 'Paul', 'de La Tour', 'DGX'],
    ['Anne-Marie LE GALL', 'Anne-Marie', 'LE GALL', ''],
    ['Invité', '', 'Invité', ''],
    ['A B, Société, filiale', 'A', 'B', 'Société, filiale'],
  ])('%s', (typed, givenName, familyName, organisation) => {
    expect(guestFrom(typed)).toEqual({ givenName, familyName, organisation })
  })

  it('is nobody when nothing was typed', () => {
    expect(guestFrom('  ')).toBeNull()
  })
})
