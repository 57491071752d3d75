import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Output } from '../../electron/contract/index.ts'
import { occurrenceDates } from '../../electron/domain/meetings/series.ts'
import { formatShortDate } from '../../electron/domain/text/french.ts'
import { civilDate } from '../../electron/domain/time/civil-date.ts'
import { holidayOn } from '../../electron/domain/time/holidays.ts'
import type { Answers } from './fake-core.ts'
import { id, meeting, meetingFile, meetingRow } from './sample.ts'
import { show } from './show.tsx'

type Series = Output<'series.list'>[number]
type Occurrence = Output<'series.occurrences'>[number]

const plenary: Series = {
  id: id(1),
  version: 1,
  name: 'Séance plénière',
  rule: { ordinal: 2, weekday: 4, months: [1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12] },
  startTime: '14:00',
  endTime: '16:30',
  mode: 'hybride',
  place: '',
  videoLink: '',
  chair: '',
  secretary: '',
}
/** The year that the page shows from October on, else this year; the far one has no date in the past. */
const farYear = Number(civilDate(new Date()).slice(0, 4)) + 1

function year(of: number, change: (date: string) => Partial<Occurrence> = () => ({})): Occurrence[] {
  return occurrenceDates(plenary.rule, of).map((date) => ({
    ...{ date, byRule: true, holiday: holidayOn(date), state: 'free' as const },
    ...{ meetingId: null, meetingDate: null, reason: '' },
    ...change(date),
  }))
}

function calendar(answers: Answers = {}): Answers {
  return {
    'series.list': () => [plenary],
    'series.occurrences': ({ year: wanted }) => year(wanted),
    'meetings.list': () => [],
    'series.update': ({ patch }) => [{ ...plenary, ...(patch as Partial<Series>), version: 2 }],
    ...answers,
  }
}

/** Goes to the far year, whatever the month. */
async function showFarYear(answers: Answers = {}) {
  const shown = show('#/seances/calendrier', calendar(answers))
  await screen.findByRole('table')
  if (screen.queryByRole('heading', { level: 1, name: `Calendrier ${farYear}` }) === null)
    await shown.user.click(screen.getByRole('button', { name: 'Année suivante' }))
  await screen.findByRole('heading', { level: 1, name: `Calendrier ${farYear}` })
  return { ...shown, table: within(await screen.findByRole('table', { name: `Calendrier ${farYear}` })) }
}

describe('a year', () => {
  it('ticks the dates that suit and creates them in one act', async () => {
    const { core, user, table } = await showFarYear({ 'series.createMeetings': () => year(farYear) })
    const free = year(farYear).filter(({ holiday }) => holiday === null)
    expect(table.getAllByRole('checkbox').filter((box) => (box as HTMLInputElement).checked)).toHaveLength(
      free.length,
    )
    const [first] = free
    await user.click(
      table.getByRole('checkbox', { name: `Créer la séance du ${formatShortDate(first?.date ?? '')}` }),
    )
    await user.click(screen.getByRole('button', { name: `Créer les ${free.length - 1} séances` }))
    await waitFor(() => expect(core.inputsOf('series.createMeetings')).toHaveLength(1))
    expect(core.inputsOf('series.createMeetings')[0]).toEqual({
      id: plenary.id,
      year: farYear,
      occurrences: free.slice(1).map(({ date }) => ({ date, on: null })),
    })
    expect(await screen.findByText(new RegExp(`${free.length - 1}.séances créées`))).toBeTruthy()
  })

  it('says what became of each date', async () => {
    const dates = occurrenceDates(plenary.rule, farYear)
    const states: Partial<Record<string, Partial<Occurrence>>> = {
      [dates[0] ?? '']: { state: 'created', meetingId: id(21), meetingDate: dates[0] ?? '' },
      [dates[1] ?? '']: {
        state: 'moved',
        meetingId: id(22),
        meetingDate: `${farYear}-02-27`,
        reason: 'Salle',
      },
      [dates[2] ?? '']: {
        state: 'cancelled',
        meetingId: id(23),
        meetingDate: dates[2] ?? '',
        reason: 'Grève',
      },
      [dates[3] ?? '']: { state: 'skipped', reason: 'Congés' },
    }
    const { table } = await showFarYear({
      'series.occurrences': ({ year: wanted }) => year(wanted, (date) => states[date] ?? {}),
    })
    const rows = table.getAllByRole('row').map(({ textContent }) => textContent ?? '')
    expect(rows[1]).toContain('Créée')
    expect(rows[2]).toMatch(/Déplacée.*27.févr\..*Salle/)
    expect(rows[3]).toMatch(/Annulée.*Grève/)
    expect(rows[4]).toMatch(/Sans séance.*Congés/)
    expect(table.getAllByRole('checkbox')).toHaveLength(dates.length - 4)
  })
})

describe('one date', () => {
  it('is held on another day, or noted without a meeting, from the keyboard', async () => {
    const { core, user, table } = await showFarYear({
      'series.skip': () => year(farYear),
      'series.createMeetings': () => year(farYear),
    })
    const date = year(farYear)[0]?.date ?? ''
    table.getByRole('button', { name: formatShortDate(date) }).focus()
    await user.keyboard('{Enter}')
    await user.click(await screen.findByRole('button', { name: /^Tenir plutôt le/ }))
    await user.click(screen.getByRole('button', { name: /^Créer les/ }))
    await waitFor(() => expect(core.inputsOf('series.createMeetings')).toHaveLength(1))
    const [first] = core.inputsOf('series.createMeetings')[0]?.occurrences ?? []
    expect(first?.date).toBe(date)
    expect(first?.on).not.toBeNull()
    await user.type(screen.getByRole('textbox', { name: 'Motif' }), 'Congés{Enter}')
    await user.click(screen.getByRole('button', { name: 'Noter sans séance' }))
    await waitFor(() =>
      expect(core.inputsOf('series.skip')).toEqual([{ id: plenary.id, date, reason: 'Congés' }]),
    )
  })

  it('with a meeting leads to it, and moves or cancels it', async () => {
    const date = occurrenceDates(plenary.rule, farYear)[0] ?? ''
    const { user, table } = await showFarYear({
      'series.occurrences': ({ year: wanted }) =>
        year(wanted, (one) =>
          one === date ? { state: 'created', meetingId: id(21), meetingDate: date } : {},
        ),
      'meetings.get': () => meetingFile(meeting(12, { id: id(21), date, state: 'convened' })),
    })
    await user.click(table.getByRole('button', { name: formatShortDate(date) }))
    const link = await screen.findByRole('link', { name: 'Ouvrir la préparation' })
    expect(link.getAttribute('href')).toBe(`#/seances/${id(21)}/preparation`)
    await user.click(screen.getByRole('button', { name: 'Déplacer…' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Déplacer la séance' }))
    expect(dialog.getByText(/les réponses reçues sont à confirmer/)).toBeTruthy()
  })
})

describe('a series', () => {
  it('is begun by one button on an empty calendar', async () => {
    const { core, user } = show('#/seances/calendrier', {
      'series.list': () => [],
      'meetings.list': () => [],
      'series.occurrences': ({ year: wanted }) => year(wanted),
      'series.add': ({ id: added, fields }) => {
        const list = [{ ...fields, id: added, version: 1 }]
        core.answers['series.list'] = () => list
        return list
      },
    })
    await user.click(await screen.findByRole('button', { name: 'Nouvelle série' }))
    expect(await screen.findByRole('textbox', { name: 'Règle, en une phrase' })).toBeTruthy()
    expect(core.inputsOf('series.add')[0]?.fields.name).toBe('Séance plénière')
  })

  it('takes its rule from a sentence, understood while it is typed, and never guesses', async () => {
    const { core, user } = await showFarYear()
    await user.click(screen.getByRole('button', { name: 'Modifier la série' }))
    const field = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Règle, en une phrase' })
    await user.clear(field)
    await user.type(field, 'dernier mardi tous les deux mois')
    expect(await screen.findByText(/«.deux.» n’est pas compris/)).toBeTruthy()
    await user.keyboard('{Enter}')
    expect(core.inputsOf('series.update')).toEqual([])
    await user.clear(field)
    await user.type(field, 'dernier mardi de mars et juin, 9h30 à midi')
    expect(
      await screen.findByText(/Compris.: dernier mardi de mars et juin, de 9.h.30 à 12.h\./),
    ).toBeTruthy()
    await user.keyboard('{Enter}')
    await waitFor(() =>
      expect(core.inputsOf('series.update')).toEqual([
        {
          ...{ id: plenary.id, version: 1 },
          patch: { rule: { ordinal: -1, weekday: 2, months: [3, 6] }, startTime: '09:30', endTime: '12:00' },
        },
      ]),
    )
  })

  it('offers to take in the meetings that belong to none', async () => {
    const { core, user } = await showFarYear({
      'meetings.list': () => [meetingRow(11), meetingRow(12, { seriesId: plenary.id })],
      'series.adoptMeetings': () => year(farYear),
    })
    await user.click(await screen.findByRole('button', { name: /^Rattacher à/ }))
    await waitFor(() =>
      expect(core.inputsOf('series.adoptMeetings')).toEqual([{ id: plenary.id, year: farYear }]),
    )
  })
})
