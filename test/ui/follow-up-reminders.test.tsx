import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { actionRow, keepingRegister, today } from './follow-up-sample.ts'
import { id } from './sample.ts'
import { show } from './show.tsx'

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(`${today}T09:00:00Z`), shouldAdvanceTime: true, toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const late = actionRow(4, 'Fournir le guide de raccordement', { now: { due: '2026-10-30', moveCount: 2 } })
const soon = actionRow(5, 'Recenser les collectivités pilotes')

it('asks before it writes: to whoever is late, each with what is late, and leads to the drafts', async () => {
  const reminder = (rank: number, name: string, lateDays: number) => ({
    name,
    email: '',
    actions: [{ id: id(rank), number: `A-2026-10-0${rank}`, text: `Action ${rank}.`, lateDays }],
  })
  const { core, user } = show('#/decisions-actions', {
    ...keepingRegister([late, soon]),
    'followUp.reminders': () => [reminder(4, 'Ada Tilleul', 25), reminder(5, 'Paul Okonjo', 0)],
    'followUp.prepareReminders': () => ({ meetingId: id(910), dispatchIds: [id(920), id(921)] }),
  })
  await screen.findByRole('grid')
  await user.click(await screen.findByRole('button', { name: /^Rappels, 1.destinataire…$/ }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Rappels' }))
  expect(core.inputsOf('followUp.prepareReminders')).toEqual([])
  expect(dialog.getByText('Ada Tilleul')).toBeTruthy()
  expect(dialog.getByText(/25.j de retard/)).toBeTruthy()
  expect(dialog.queryByText('Paul Okonjo')).toBeNull()
  await user.click(dialog.getByRole('button', { name: /^Tous les responsables/ }))
  expect(dialog.getByText('Paul Okonjo')).toBeTruthy()
  await user.click(dialog.getByRole('button', { name: /^Responsables en retard/ }))
  await user.click(dialog.getByRole('button', { name: /^Préparer 1.message$/ }))
  await user.click(await screen.findByRole('button', { name: 'Ouvrir les envois' }))
  expect(core.inputsOf('followUp.prepareReminders')).toEqual([{ actionIds: [id(4)] }])
  expect(window.location.hash).toBe(`#/seances/${id(910)}/envois?id=actionsReminder`)
})
