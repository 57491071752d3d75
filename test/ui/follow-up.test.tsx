import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { printedNow } from '../../renderer/parts/printed.ts'
import { actionRow, keepingRegister, today } from './follow-up-sample.ts'
import { home, id, meetingRow } from './sample.ts'
import { show } from './show.tsx'

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(`${today}T09:00:00Z`), shouldAdvanceTime: true, toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const late = actionRow(4, 'Fournir le guide de raccordement', { now: { due: '2026-10-30', moveCount: 2 } })
const soon = actionRow(5, 'Recenser les collectivités pilotes')
const later = actionRow(6, 'Présenter le bilan', { now: { due: '2027-01-14' } })
const done = actionRow(7, 'Diffuser le calendrier', {
  action: { state: 'done' },
  now: { closedOn: '2026-11-02' },
})

const grid = () => screen.findByRole('grid')
const rowsShown = () =>
  within(screen.getByRole('grid'))
    .getAllByRole('row')
    .filter((row) => row.hasAttribute('data-row'))
const inspector = () => screen.findByRole('complementary')

describe('the open actions', () => {
  it('are grouped by date, and say in words how late they are and how often they were put off', async () => {
    show('#/decisions-actions', keepingRegister([late, soon, later, done]))
    await grid()
    const words = rowsShown().map((row) => row.textContent ?? '')
    expect(words).toEqual([
      expect.stringMatching(/A-2026-10-04Fournir le guide.*n°.10, point 3\.1.*2.reports.*25.j de retard/),
      expect.stringMatching(/Recenser.*dans 10.j/),
      expect.stringMatching(/Présenter le bilan.*14.janv\..2027/),
    ])
    const [printed] = printedNow()
    const lines = printed?.kind === 'list' ? (await printed.list()).rows : []
    expect(lines.map((cells) => cells.at(-1))).toEqual([
      expect.stringMatching(/30.oct\..2026, 25.j de retard$/),
      expect.stringMatching(/4.déc\..2026, dans 10.j$/),
      expect.stringMatching(/14.janv\..2027$/),
    ])
    expect(lines[0]?.[1]).toMatch(/^Fournir le guide.*\(.*n°.10, point 3\.1\)$/)
    const groups = within(screen.getByRole('grid'))
      .getAllByRole('rowheader')
      .concat(screen.getAllByRole('row'))
      .map((one) => one.textContent ?? '')
    for (const group of [/^En retard1$/, /^Avant la séance n°.11 du 10.décembre 20261$/, /^Plus tard1$/])
      expect(groups.some((one) => group.test(one))).toBe(true)
    const tabs = within(screen.getByRole('navigation', { name: 'Vues du registre' }))
    expect(tabs.getByRole('link', { name: /^Ouvertes/ }).textContent).toBe('Ouvertes3')
    expect(screen.getByText('1 en retard')).toBeTruthy()
  })

  it('are worked off with Space: done, undoable, and the next one is chosen', async () => {
    const { core, user } = show('#/decisions-actions', keepingRegister([late, soon, later]))
    await user.click(within(await grid()).getByText('Fournir le guide de raccordement'))
    await user.keyboard(' ')
    await waitFor(() => expect(rowsShown()).toHaveLength(2))
    expect(core.inputsOf('followUp.setActionState')).toEqual([
      { targets: [{ id: id(4), version: 1 }], state: 'done', reason: '', on: null },
    ])
    expect(await screen.findByText(/^A-2026-10-\d\d réalisée$/)).toBeTruthy()
    expect(screen.getByRole('row', { selected: true }).textContent).toContain('Recenser')
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('row', { selected: true })))
  })

  it('are chosen together with Shift, and postponed together with R for one reason', async () => {
    const { core, user } = show('#/decisions-actions', keepingRegister([late, soon, later]))
    await user.click(within(await grid()).getByText('Fournir le guide de raccordement'))
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}')
    expect(screen.getAllByRole('row', { selected: true })).toHaveLength(2)
    expect(within(await inspector()).getByRole('heading', { name: '2\u00a0actions choisies' })).toBeTruthy()
    await user.keyboard('r')
    const form = within(await inspector())
    const day = await form.findByRole('spinbutton', { name: /jour/ })
    await waitFor(() => expect(document.activeElement).toBe(day))
    await user.keyboard('15012027')
    await user.type(form.getByRole('textbox', { name: 'Motif' }), 'Le prestataire a du retard.')
    await user.click(form.getByRole('button', { name: 'Reporter' }))
    await waitFor(() =>
      expect(core.inputsOf('followUp.postpone')).toEqual([
        {
          targets: [
            { id: id(4), version: 1 },
            { id: id(5), version: 1 },
          ],
          to: '2027-01-15',
          reason: 'Le prestataire a du retard.',
        },
      ]),
    )
    expect(await screen.findByText(/2 actions reportées au 15.janvier 2027/)).toBeTruthy()
  })

  it('have the focus again once the question about one of them is given up', async () => {
    const { user } = show('#/decisions-actions', keepingRegister([actionRow(1, 'Fournir le guide')]))
    await user.click(within(await grid()).getByText('Fournir le guide'))
    await user.keyboard('r')
    await waitFor(() => expect(document.activeElement?.getAttribute('role')).toBe('spinbutton'))
    await user.keyboard('{Escape}')
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('row', { selected: true })))
  })

  it('cannot be postponed without a date and a reason, and the button says why', async () => {
    const { core, user } = show('#/decisions-actions', keepingRegister([soon]))
    await user.click(within(await grid()).getByText('Recenser les collectivités pilotes'))
    await user.click(within(await inspector()).getByRole('button', { name: 'Reporter…' }))
    const send = within(await inspector()).getByRole('button', { name: 'Reporter' })
    expect(send.getAttribute('aria-disabled')).toBe('true')
    expect(send.getAttribute('title')).toBe('Choisir une date')
    await user.click(send)
    expect(core.inputsOf('followUp.postpone')).toEqual([])
  })

  it('are done by their box too, and letters typed in the filter act on nothing', async () => {
    const { core, user } = show('#/decisions-actions', keepingRegister([late, soon]))
    await grid()
    await user.type(screen.getByRole('searchbox'), 'recenser r')
    expect(core.inputsOf('followUp.postpone')).toEqual([])
    await user.clear(screen.getByRole('searchbox'))
    await waitFor(() => expect(rowsShown()).toHaveLength(2))
    await user.click(screen.getByRole('checkbox', { name: /Réalisée.: A-2026-10-05/ }))
    await waitFor(() => expect(rowsShown()).toHaveLength(1))
  })

  it('are narrowed to what is late by the link of the home page', async () => {
    const tasks = [{ kind: 'late-actions' as const, meetingId: id(11), due: null, count: 1 }]
    const { user } = show('#/accueil', {
      ...keepingRegister([late, soon]),
      'home.get': () => home({ next: meetingRow(12), tasks }),
    })
    const line = (await screen.findByText(/Relancer 1.action en retard/)).closest('li')
    await user.click(within(line ?? document.body).getByRole('link', { name: /^Décisions et actions/ }))
    await grid()
    expect(rowsShown()).toHaveLength(1)
    expect(screen.getByRole('button', { name: 'En retard' }).getAttribute('aria-pressed')).toBe('true')
    await user.click(screen.getByRole('button', { name: 'Tout afficher' }))
    await waitFor(() => expect(rowsShown()).toHaveLength(2))
  })

  it('are acted on from the menu of a row, which chooses the row first', async () => {
    const { core, user } = show('#/decisions-actions', keepingRegister([late, soon]))
    await grid()
    await user.pointer({
      keys: '[MouseRight]',
      target: within(await grid()).getByText('Recenser les collectivités pilotes'),
    })
    const menu = within(await screen.findByRole('menu', { name: 'Actions sur la ligne' }))
    expect(menu.getAllByRole('menuitem').map(({ textContent }) => textContent)).toEqual([
      'Réalisée',
      'Reporter…R',
      'Écrire au responsable',
      'En cours',
      'Abandonner…',
      'Confier à…',
      'Modifier…E',
      'OuvrirEntrée',
      'Copier en tableauCtrlC',
      'Tout choisirCtrlA',
      'Imprimer…CtrlP',
    ])
    await user.click(menu.getByRole('menuitem', { name: 'Réalisée' }))
    await waitFor(() =>
      expect(core.inputsOf('followUp.setActionState')[0]?.targets).toEqual([{ id: id(5), version: 1 }]),
    )
  })

  it('say what will appear when there is none, and what to do when nothing matches', async () => {
    const { user } = show('#/decisions-actions', keepingRegister([]))
    expect(await screen.findByText('Aucune action ouverte', { selector: 'b' })).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Aller aux séances' })).toBeTruthy()
    await user.type(screen.getByRole('searchbox'), 'x')
    expect(await screen.findByText('Rien ne correspond à ces filtres.')).toBeTruthy()
  })
})

describe('the inspector', () => {
  it('tells first date, moves with their reason, reminder and origin; approved words are not offered for change', async () => {
    const approved = actionRow(4, 'Fournir le guide', {
      action: { dueDate: '2026-10-15' },
      now: { due: '2026-10-30', moveCount: 1 },
      origin: { isApproved: true },
    })
    const step = {
      id: id(800),
      actionId: id(4),
      decisionId: null,
      kind: 'date' as const,
      fromValue: '2026-10-15',
      toValue: '2026-10-30',
      reason: 'Relecture par l’ACD en cours.',
      at: '2026-10-15T08:00:00.000Z',
      who: 'maud',
    }
    const { user } = show('#/decisions-actions', {
      ...keepingRegister([approved]),
      'followUp.action': () => ({
        row: approved,
        events: [
          { kind: 'reminded', on: '2026-11-02', name: 'Thibault Sarrazin' },
          { kind: 'duePassed', on: '2026-10-30' },
          { kind: 'step', on: '2026-10-15', step },
          { kind: 'created', on: '2026-10-08' },
        ],
        moves: [step],
        decisions: [{ id: id(502), date: '2026-10-08', number: 10, rank: 2, text: 'Publier.' }],
        seriesId: null,
      }),
    })
    await user.click(within(await grid()).getByText('Fournir le guide'))
    const pane = within(await inspector())
    expect(pane.getByText(/25.jours de retard/)).toBeTruthy()
    expect(pane.getByText(/\(d’abord 15.oct\..2026\)/)).toBeTruthy()
    const moves = within(await pane.findByRole('table', { name: 'Reports de l’échéance' }))
    expect(moves.getByText('Relecture par l’ACD en cours. (maud)')).toBeTruthy()
    const stops = within(pane.getByRole('list', { name: 'Historique' })).getAllByRole('listitem')
    expect(stops.map((stop) => stop.textContent)).toEqual([
      expect.stringMatching(/Rappel envoyéÀ Thibault Sarrazin/),
      expect.stringMatching(/Échéance passée/),
      expect.stringMatching(/Reportée au 30.octobre 2026Relecture par l’ACD/),
      expect.stringMatching(/Notée à la séance n°.10Point 3\.1/),
    ])
    const link = pane.getByRole('link', { name: 'D-2026-10-02' })
    expect(link.getAttribute('href')).toBe(`#/decisions-actions/decisions?id=${id(502)}`)
    screen.getByRole('row', { selected: true }).focus()
    await user.keyboard('e')
    expect(await pane.findByText(/ce qui est imprimé ne change plus/)).toBeTruthy()
    expect(pane.queryByRole('textbox', { name: 'Action' })).toBeNull()
  })

  it('gives an action up for a reason only', async () => {
    const { core, user } = show('#/decisions-actions', keepingRegister([soon]))
    await user.click(within(await grid()).getByText('Recenser les collectivités pilotes'))
    const pane = within(await inspector())
    await user.click(pane.getByRole('button', { name: 'Autres actions' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Abandonner…' }))
    const send = pane.getByRole('button', { name: 'Abandonner' })
    expect(send.getAttribute('aria-disabled')).toBe('true')
    await user.type(pane.getByRole('textbox', { name: 'Motif de l’abandon' }), 'Sans suite.')
    await user.click(send)
    await waitFor(() =>
      expect(core.inputsOf('followUp.setActionState')).toEqual([
        { targets: [{ id: id(5), version: 1 }], state: 'dropped', reason: 'Sans suite.', on: null },
      ]),
    )
  })

  it('says that another window changed the action, and writes nothing over it', async () => {
    const { user } = show('#/decisions-actions', {
      ...keepingRegister([soon]),
      'followUp.setActionState': () => ({ failure: 'conflict' }),
    })
    await user.click(within(await grid()).getByText('Recenser les collectivités pilotes'))
    await user.click(within(await inspector()).getByRole('button', { name: 'Réalisée' }))
    expect((await screen.findByRole('alert')).textContent).toContain('Rien n’a été écrasé')
  })
})

describe('the checks', () => {
  it('name what is to be looked at, on each action', async () => {
    const odd = actionRow(8, 'Publier le guide', { checks: ['noDate', 'ownerLeft'], now: { due: null } })
    show('#/decisions-actions/a-controler', keepingRegister([soon, odd]))
    await grid()
    expect(rowsShown()).toHaveLength(1)
    expect(rowsShown()[0]?.textContent).toMatch(/Sans échéance.*Responsable sans mandat/)
  })
})

describe('the head', () => {
  it('stands in the order it was left in on this desk, which is that of what is exported', async () => {
    localStorage.clear()
    const { core, user } = show('#/decisions-actions', {
      ...keepingRegister([late, soon]),
      'documents.save': () => null,
    })
    await grid()
    const by = () => core.inputsOf('followUp.actions').at(-1)?.sort
    await user.click(within(screen.getByRole('columnheader', { name: 'Responsable' })).getByRole('button'))
    await waitFor(() => expect(by()).toEqual({ by: 'owner', descending: false }))
    window.location.hash = '#/accueil'
    await waitFor(() => expect(screen.queryByRole('grid')).toBeNull())
    window.location.hash = '#/decisions-actions'
    await grid()
    expect(screen.getByRole('columnheader', { name: 'Responsable' }).getAttribute('aria-sort')).toBe(
      'ascending',
    )
    await user.click(screen.getByRole('button', { name: 'Exporter…' }))
    expect(core.inputsOf('documents.save')).toMatchObject([
      { register: { of: 'actions', sort: { by: 'owner', descending: false } } },
    ])
    localStorage.clear()
  })

  it('exports the list as it is narrowed', async () => {
    const { core, user } = show('#/decisions-actions', {
      ...keepingRegister([late, soon]),
      'documents.save': () => ({
        token: 'jeton',
        fileName: 'Actions au 2026-11-24.xlsx',
        producedId: null,
        besideName: null,
      }),
    })
    await grid()
    await user.click(screen.getByRole('button', { name: 'En retard' }))
    await user.click(screen.getByRole('button', { name: 'Exporter…' }))
    expect(await screen.findByText(/Actions au 2026-11-24\.xlsx/)).toBeTruthy()
    expect(core.inputsOf('documents.save')).toMatchObject([
      { kind: 'followUp', register: { of: 'actions', filter: { lateOnly: true } } },
    ])
  })
})
