import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { HistoryLine } from '../../electron/contract/history.ts'
import type { Answers } from './fake-core.ts'
import { id, journalEntry } from './sample.ts'
import { show } from './show.tsx'

const postponed: HistoryLine = {
  ...journalEntry(9, 'followUp.postpone'),
  who: 'Léa',
  at: new Date().toISOString(),
  meetingId: id(11),
  meeting: { number: 11, date: '2026-11-12' },
  rows: [
    {
      table: 'action',
      id: id(3),
      name: 'Fournir le guide',
      isNamed: true,
      within: 'Portail',
      change: 'changed',
      fields: [{ field: 'due_date', before: '2026-12-12', after: '2026-12-18' }],
      known: { reason: 'Vacances' },
    },
  ],
  rowCount: 1,
  parts: [],
}
const takenBack: HistoryLine = {
  ...postponed,
  seq: 10,
  state: 'undone',
  rows: [
    {
      ...{
        table: 'minutes_section',
        id: id(4),
        name: 'Portail',
        isNamed: true,
        within: '',
        change: 'changed',
      },
      fields: [
        {
          field: 'exchanges',
          before: `${'Le groupe rappelle son calendrier. '.repeat(2)}Rien avant l’été.`,
          after: `${'Le groupe rappelle son calendrier. '.repeat(2)}Rien avant le 30 avril.`,
        },
      ],
      known: {},
    },
  ],
}
const answers: Answers = {
  'history.list': ({ topic }) => (topic === 'watch' ? [] : [takenBack, postponed]),
  // Noé has written nothing for long.
  'history.authors': () => ['Léa', 'Noé'],
  'history.state': () => ({ undo: journalEntry(9, 'followUp.postpone'), redo: null }),
}
const lines = async () => {
  const [list] = await screen.findAllByRole('list')
  if (list === undefined) throw new Error('no list')
  return within(list).getAllByRole('listitem')
}
const words = (element: HTMLElement | undefined) => element?.textContent?.replace(/[\u00a0\u202f]/gu, ' ')

describe('the history', () => {
  it('says who did what to which thing, by day, and leads there', async () => {
    show('#/historique', answers)
    const [undone, done] = await lines()
    expect(words(done)).toMatch(
      /Léa a changé l’échéance de « Fournir le guide » : sam. 12 déc. 2026 → ven. 18 déc. 2026, motif : « Vacances »/u,
    )
    expect(words(done)).toMatch(/Action · « Portail » · Séance n° 11 du 12 novembre 2026/u)
    expect(
      within(done as HTMLElement)
        .getByRole('link')
        .getAttribute('href'),
    ).toBe(`#/decisions-actions?id=${id(3)}`)
    expect(screen.getByRole('region', { name: /^Aujourd’hui, / })).toBeTruthy()
    expect(words(undone)).toMatch(/l’été.*le 30 avril.*annulé$/u)
    expect((undone as HTMLElement).querySelector('del')?.textContent).toMatch(/été/u)
  })

  it('takes the newest back from its own line, and no other', async () => {
    const { core, user } = show('#/historique', {
      ...answers,
      'history.undo': () => ({ undo: null, redo: journalEntry(9, 'followUp.postpone', 'undone') }),
    })
    const [undone, done] = await lines()
    expect(within(undone as HTMLElement).queryByRole('button')).toBeNull()
    await user.click(within(done as HTMLElement).getByRole('button', { name: 'Annuler' }))
    await waitFor(() => expect(core.inputsOf('history.undo')).toHaveLength(1))
  })

  it('is narrowed to a subject, a person and some days', async () => {
    const { core, user } = show('#/historique', answers)
    await lines()
    await user.selectOptions(screen.getByRole('combobox', { name: 'Personne' }), 'Léa')
    await waitFor(() => expect(core.inputsOf('history.list').at(-1)?.who).toBe('Léa'))
    await user.selectOptions(screen.getByRole('combobox', { name: 'Personne' }), 'Noé')
    await waitFor(() => expect(core.inputsOf('history.list').at(-1)?.who).toBe('Noé'))
    await user.selectOptions(screen.getByRole('combobox', { name: 'Jour' }), 'hier')
    await waitFor(() => {
      const { from, to } = core.inputsOf('history.list').at(-1)?.within ?? { from: '', to: '' }
      expect(Date.parse(to) - Date.parse(from)).toBeLessThanOrEqual(25 * 3_600_000)
      expect(Date.parse(to)).toBeLessThanOrEqual(Date.now())
    })
    await user.selectOptions(screen.getByRole('combobox', { name: 'Objet' }), 'textes suivis')
    expect(await screen.findByText('Aucune modification')).toBeTruthy()
  })

  it('goes on page by page, and the keyboard stays where it is', async () => {
    const past = Array.from({ length: 130 }, (_, rank) => ({ ...postponed, seq: 500 - rank }))
    const waiting: (() => void)[] = []
    const { core, user } = show('#/historique', {
      ...answers,
      'history.list': async ({ between, limit }) => {
        if (between !== undefined) await new Promise<void>((resolve) => waiting.push(resolve))
        const { from, before } = between ?? { from: null, before: null }
        return past
          .filter(({ seq }) => seq >= (from ?? 0) && seq < (before ?? Number.POSITIVE_INFINITY))
          .slice(0, limit)
      },
    })
    expect(await lines()).toHaveLength(60)
    const older = screen.getByRole('button', { name: 'Voir plus ancien' })
    for (const shown of [120, 130]) {
      await user.click(older)
      expect(older.textContent).toBe('Lecture…')
      expect(document.activeElement).toBe(older)
      await waitFor(async () => {
        for (const answer of waiting) answer()
        expect(await lines()).toHaveLength(shown)
      })
      expect(document.activeElement).toBe(older)
    }
    expect(older.getAttribute('aria-disabled')).toBe('true')
    // None twice, none left out.
    const last = core.inputsOf('history.list').map(({ between }) => between)
    expect(last).toContainEqual({ from: 441, before: null })
    expect(last).toContainEqual({ from: 381, before: 441 })
    expect(last).toContainEqual({ from: null, before: 381 })
  })

  it('is that of one thing beside the thing', async () => {
    const { core } = show(`#/historique?id=${id(3)}`, answers)
    expect(await screen.findByRole('heading', { name: /^Historique de «.Fournir le guide.»$/u })).toBeTruthy()
    expect(core.inputsOf('history.list').every(({ rowId }) => rowId === id(3))).toBe(true)
    expect(screen.getByRole('link', { name: 'Tout l’historique' })).toBeTruthy()
  })
})

it('taking back a convocation that left says first that the meeting would no longer be convened', async () => {
  const done = { ...journalEntry(7, 'dispatch.markSent'), meetingId: id(12) }
  const row = {
    id: id(5),
    name: 'INP – Convocation',
    isNamed: true,
    within: '',
    change: 'changed' as const,
  }
  const fields = [{ field: 'state', before: 'draft', after: 'sent' }]
  const sent = { ...row, table: 'dispatch', fields, known: { kind: 'convocation' } }
  const follows = { meeting: { number: 12, date: '2026-12-10' }, parts: [{ table: 'meeting', rows: 1 }] }
  const { user } = show('#/accueil', {
    'history.state': () => ({ undo: done, redo: null }),
    'history.list': () => [{ ...done, ...follows, rows: [sent], rowCount: 1 }],
  })
  await screen.findByRole('heading', { level: 1 })
  await user.keyboard('{Control>}z{/Control}')
  const said = /^La séance n°\s12 du 10\sdécembre 2026 ne serait plus convoquée, et le message reste parti/
  expect(await screen.findByText(said)).toBeTruthy()
})
