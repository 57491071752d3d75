import { readFileSync } from 'node:fs'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RunJob } from '../../electron/contract/wire.ts'
import { readReport } from '../../electron/imports/attendance-report/read-report.ts'
import { type AttendanceWorld, attendanceWorld, showAttendance } from './attendance-world.tsx'

let world: AttendanceWorld
const user = userEvent.setup()
const runJob = (async (name: string, input: { bytes: Uint8Array }) => {
  if (name !== 'readReport') throw new Error(`no ${name} in this test`)
  return readReport(input)
}) as RunJob

beforeEach(async () => {
  world = await attendanceWorld(
    [
      ['Olivier', 'Delcambre', 'onSite'],
      ['Solène', 'Kermadec', 'remote'],
      ['Fanny', 'Ostermann', null],
      ['Hélène', 'Marchetti', null],
    ],
    { others: [['Nadège', 'Coulomb', null]], runJob: { runJob } },
  )
  await world.core.ok('attendance.fillFromReplies', { meetingId: world.meetingId })
  showAttendance(world)
  await user.click(await screen.findByRole('button', { name: 'Autres actes sur les présences' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Lire un rapport de visioconférence' }))
})
afterEach(() => world.core.dispose())

const choose = (name: string, bytes: Uint8Array<ArrayBuffer>) =>
  fireEvent.change(screen.getByLabelText('Choisir un fichier', { selector: 'input' }), {
    target: { files: [new File([bytes], name)] },
  })
const ticked = async (name: string) =>
  ((await screen.findByRole('checkbox', { name })) as HTMLInputElement).checked

describe('a report', () => {
  it('has its sure lines ticked, asks of those on site, leaves devices to the user, and is taken in one act', async () => {
    const file = readFileSync('test/fixtures/attendance-reports/teams-fr.csv')
    choose('rapport.csv', new Uint8Array(file))
    expect(await ticked('Reprendre Hélène Marchetti')).toBe(true)
    expect(await ticked('Reprendre Olivier Delcambre')).toBe(false)
    expect(screen.getByText(/^Noté sur place/)).toBeDefined()
    expect(await ticked('Reprendre iPhone de Nadège')).toBe(false)
    const who = screen.getByRole('combobox', { name: /iPhone de Nadège/ })
    await user.type(who, 'Nadège Coulomb')
    await user.click(await screen.findByRole('checkbox', { name: 'Reprendre Nadège Coulomb' }))
    await user.click(screen.getByRole('button', { name: /^Reprendre 3.présences$/ }))
    await waitFor(async () =>
      expect(await world.statuses()).toEqual({
        Marchetti: 'visio',
        Delcambre: 'surPlace',
        Kermadec: 'visio',
        Ostermann: null,
        Coulomb: 'visio',
      }),
    )
    const kept = await world.core.ok('attendance.list', { meetingId: world.meetingId })
    expect(kept.find(({ familyName }) => familyName === 'Kermadec')).toMatchObject({
      arrivedAt: '14:41',
      leftAt: '15:12',
    })
    expect(kept.find(({ familyName }) => familyName === 'Coulomb')).toMatchObject({ college: 'État' })
    await user.click(await screen.findByRole('button', { name: 'Annuler' }))
    await waitFor(async () => expect((await world.statuses()).Marchetti).toBeNull())
  })

  it('may be names pasted, an unknown one added or left', async () => {
    await user.click(screen.getByRole('textbox', { name: /^Ou coller les noms/ }))
    await user.paste('Hélène Marchetti (Invité)\nPaul Inconnu, Société exemple\nJuju')
    await user.click(screen.getByRole('button', { name: 'Lire ces noms' }))
    await user.click(await screen.findByRole('checkbox', { name: 'Reprendre Paul Inconnu, Société exemple' }))
    await user.click(screen.getByRole('button', { name: /^Reprendre 2.présences$/ }))
    await waitFor(async () =>
      expect(await world.statuses()).toMatchObject({ Marchetti: 'visio', Inconnu: 'visio' }),
    )
    expect(Object.keys(await world.statuses())).toHaveLength(5)
  })

  it('that is none is refused in French, and may be given up', async () => {
    choose('image.png', Uint8Array.of(0x89, 0x50, 0, 0, 1, 2))
    expect(await screen.findByText(/^Ce fichier n’est pas un rapport de présence connu/)).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'Fermer le rapport' }))
    expect(await screen.findByRole('listitem', { name: 'Hélène Marchetti, À noter' })).toBeDefined()
  })
})
