import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { blankItem } from '../../electron/domain/agenda/agenda.ts'
import { keepingRegister } from './follow-up-sample.ts'
import { id, meetingRow } from './sample.ts'
import { show } from './show.tsx'

const item = (n: number, title: string, position: number) => ({
  ...blankItem,
  id: id(n),
  version: 1,
  meetingId: id(11),
  parentId: null,
  position,
  title,
})
const agenda = (meetingId: string) => ({
  meetingId,
  items: [item(301, 'Suivi des décisions et actions', 0), item(302, 'Annuaire partagé', 1)],
  links: [],
  guests: [],
  provenance: [],
  followUpId: id(301),
  settled: [],
})
const held = (n: number, date: string, minutesState: 'drafting' | 'validated' | 'approved') =>
  meetingRow(n, { number: n, date, state: 'held', minutesState })

describe('a new action', () => {
  it('belongs to the last minutes that are open, under the item that follows actions up, and can go elsewhere', async () => {
    const { core, user } = show('#/decisions-actions', {
      ...keepingRegister([]),
      'meetings.list': () => [
        meetingRow(13, { date: '2026-12-10' }),
        held(12, '2026-11-12', 'approved'),
        held(11, '2026-10-08', 'validated'),
        held(10, '2026-09-10', 'drafting'),
      ],
      'agenda.list': ({ meetingId }) => agenda(meetingId),
      'directory.list': () => ({
        colleges: [],
        organisations: [],
        persons: [],
        mandates: [],
        formerNames: [],
      }),
      'minutes.addAction': ({ id: actionId, itemId, fields: { text } }) => ({
        ...{ owner: '', ownerId: null, organisation: '', dueDate: null, state: 'todo' },
        ...{ id: actionId, version: 1, meetingId: id(11), itemId, rank: 4, text },
      }),
    })
    await user.click(await screen.findByRole('button', { name: 'Nouvelle action' }))
    const dialog = within(await screen.findByRole('dialog'))
    const meetings = dialog.getByLabelText('Séance')
    expect(
      within(meetings)
        .getAllByRole('option')
        .map((one) => one.textContent),
    ).toEqual([
      expect.stringMatching(/^n°.11, .*8.oct\..2026$/),
      expect.stringMatching(/^n°.10, .*10.sept\..2026$/),
    ])
    const items = await dialog.findByDisplayValue('1 Suivi des décisions et actions')
    expect(dialog.getByRole('button', { name: 'Ajouter l’action' }).getAttribute('aria-disabled')).toBe(
      'true',
    )
    await user.type(dialog.getByLabelText('Action'), 'Réunir les éditeurs')
    await user.selectOptions(items, '2 Annuaire partagé')
    const due = within(dialog.getByRole('group', { name: 'Échéance' })).getAllByRole('spinbutton')
    await user.click(due[0] as HTMLElement)
    await user.keyboard('31022027')
    await user.click(dialog.getByRole('button', { name: 'Ajouter l’action' }))
    expect(due.map(({ textContent }) => textContent)).toEqual(['31', '02', '2027'])
    expect(core.inputsOf('minutes.addAction')).toEqual([])
    await user.click(due[0] as HTMLElement)
    await user.keyboard('28')
    await user.click(dialog.getByRole('button', { name: 'Ajouter l’action' }))
    expect(await screen.findByText('Action A-2026-11-04 ajoutée')).toBeTruthy()
    expect(core.inputsOf('minutes.addAction')).toMatchObject([
      { itemId: id(302), fields: { text: 'Réunir les éditeurs', owner: '', dueDate: '2027-02-28' } },
    ])
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(window.location.hash).toBe(`#/decisions-actions?id=${core.inputsOf('minutes.addAction')[0]?.id}`)
  })

  it('has no place while no minutes are open, and says where it would have one', async () => {
    const { core, user } = show('#/decisions-actions', {
      ...keepingRegister([]),
      'meetings.list': () => [meetingRow(13, { date: '2026-12-10' }), held(12, '2026-11-12', 'approved')],
    })
    const act = await screen.findByRole('button', { name: 'Nouvelle action' })
    await waitFor(() => expect(act.getAttribute('aria-disabled')).toBe('true'))
    expect(act.getAttribute('title')).toMatch(
      /^Aucun compte rendu n’est ouvert.: commencer celui de la prochaine/,
    )
    await user.click(act)
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(core.inputsOf('minutes.addAction')).toEqual([])
  })
})
