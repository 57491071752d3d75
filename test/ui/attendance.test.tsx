// Attendance on a real core: members in one act, letters on a row, a guest by typing a name, the counts.
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../renderer/api/new-id.ts'
import { AttendanceList } from '../../renderer/features/attendance/AttendanceList.tsx'
import { guestFrom } from '../../renderer/features/attendance/attendance-groups.ts'
import { openRealCore, type RealCore } from './minutes-real-core.tsx'

let core: RealCore
let meetingId: string
const user = userEvent.setup()

beforeEach(async () => {
  core = await openRealCore()
  const meeting = await core.ok('meetings.create', { fields: { date: '2026-11-12' }, fromTemplate: false })
  meetingId = meeting.id
  const [collegeId, organisationId] = [newId(), newId()]
  await core.ok('directory.addCollege', { id: collegeId, fields: { name: 'Associations' } })
  await core.ok('directory.addOrganisation', {
    id: organisationId,
    fields: { name: 'Association des communes de démonstration', acronym: 'ACD', collegeId },
  })
  for (const [givenName, familyName, isMember] of [
    ['Olivier', 'Delcambre', true],
    ['Solène', 'Kermadec', true],
    ['Nadège', 'Coulomb', false],
  ] as const) {
    const personId = newId()
    await core.ok('directory.addPerson', { id: personId, fields: { givenName, familyName, organisationId } })
    if (!isMember) continue
    const fields = { role: 'titulaire' as const, organisationId }
    await core.ok('directory.addMandate', { id: newId(), personId, fields })
  }
  core.show(<AttendanceList meetingId={meetingId} />)
})

afterEach(() => core.dispose())

const list = () => core.ok('attendance.list', { meetingId })

async function withMembers() {
  await user.click(await screen.findByRole('button', { name: 'Ajouter les membres de l’annuaire' }))
  return screen.findAllByRole('listitem')
}

describe('attendance', () => {
  it('adds the members of the directory under their college', async () => {
    const rows = await withMembers()
    expect(rows).toHaveLength(2)
    const college = screen.getByRole('region', { name: 'Associations' })
    expect(
      within(college)
        .getAllByRole('listitem')
        .map((row) => row.getAttribute('aria-label')),
    ).toEqual(['Olivier Delcambre, Non renseigné', 'Solène Kermadec, Non renseigné'])
  })

  it('marks people by letters, each going on to the next row, and counts them', async () => {
    const [first] = await withMembers()
    first?.focus()
    await user.keyboard('sv')
    expect(screen.getByRole('listitem', { name: 'Olivier Delcambre, Sur place' })).toBeDefined()
    expect(screen.getByRole('listitem', { name: 'Solène Kermadec, Visio' })).toBeDefined()
    await waitFor(async () => expect((await list()).map((one) => one.status)).toEqual(['surPlace', 'visio']))
    expect(await screen.findByText(/2 personnes présentes sur 2/)).toBeDefined()
  })

  it('asks who represents somebody, and letters are text there', async () => {
    const [first] = await withMembers()
    first?.focus()
    await user.keyboard('r')
    await user.type(
      screen.getByRole('textbox', { name: 'Personne qui représente Olivier Delcambre' }),
      'Eva Sarte',
    )
    await waitFor(async () =>
      expect((await list())[0]).toMatchObject({ status: 'represente', representedBy: 'Eva Sarte' }),
    )
  })

  it('adds somebody of the directory and a guest by typing', async () => {
    await withMembers()
    const field = screen.getByRole('combobox', { name: 'Nom de la personne' })
    await user.type(field, 'Nadège Coulomb, ACD{Enter}')
    await user.type(field, 'Paul Invité, Société exemple{Enter}')
    await waitFor(async () => expect(await list()).toHaveLength(4))
    expect((await list()).slice(2)).toMatchObject([
      {
        familyName: 'Coulomb',
        college: 'Associations',
        organisation: 'Association des communes de démonstration',
      },
      {
        familyName: 'Invité',
        givenName: 'Paul',
        college: '',
        organisation: 'Société exemple',
        personId: null,
      },
    ])
    expect(await screen.findByRole('region', { name: 'Autres participants' })).toBeDefined()
  })

  it('takes the replies over, in one act, and says when they add nothing', async () => {
    const { asked } = await core.ok('replies.list', { meetingId })
    const [first, second] = asked
    for (const [person, answer] of [
      [first, 'onSite'],
      [second, 'excused'],
    ] as const)
      await core.ok('replies.set', { meetingId, personId: person?.personId ?? '', fields: { answer } })
    await withMembers()
    await user.click(screen.getByRole('button', { name: 'Reprendre les réponses' }))
    expect(await screen.findByRole('listitem', { name: 'Olivier Delcambre, Sur place' })).toBeDefined()
    expect(screen.getByRole('listitem', { name: 'Solène Kermadec, Absence excusée' })).toBeDefined()
    await user.click(await screen.findByRole('button', { name: 'Annuler' }))
    expect(await screen.findByRole('listitem', { name: 'Olivier Delcambre, Non renseigné' })).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'Reprendre les réponses' }))
    await screen.findByText('Présences remplies d’après les réponses')
    await user.click(screen.getByRole('button', { name: 'Reprendre les réponses' }))
    expect(await screen.findByText('Les réponses n’ajoutent rien à ces présences')).toBeDefined()
  })

  it('is one stop for Tab and moves by arrows', async () => {
    const [first] = await withMembers()
    first?.focus()
    await user.keyboard('{ArrowDown}')
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Solène Kermadec, Non renseigné')
    expect(screen.getAllByRole('listitem').map((row) => row.tabIndex)).toEqual([-1, 0])
  })

  it('takes somebody off the list, and back', async () => {
    const [first] = await withMembers()
    first?.focus()
    await user.keyboard('{Delete}')
    await screen.findByText('Olivier Delcambre : retrait de la liste')
    expect(await list()).toHaveLength(1)
    await user.click(screen.getByRole('button', { name: 'Annuler' }))
    await waitFor(async () => expect(await list()).toHaveLength(2))
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
