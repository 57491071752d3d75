import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type ReportRows, yearlyReport } from '../../electron/domain/report/yearly-report.ts'
import { previousPeriod } from '../../electron/domain/time/report-period.ts'
import type { Period } from '../../electron/domain/watch/period.ts'
import { noRows } from '../report-rows.ts'
import type { Answers } from './fake-core.ts'
import { id } from './sample.ts'
import { show } from './show.tsx'

beforeAll(() => import('../../renderer/features/yearly-report/YearlyReportPage.tsx'))
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-26T09:00:00') })
  return () => void vi.useRealTimers()
})

const rows: ReportRows = {
  ...noRows,
  meetings: [{ id: id(1), date: '2026-02-12', number: 1, state: 'held', isMoved: 0 }],
  attendance: [
    {
      meetingId: id(1),
      college: 'État',
      collegeId: null,
      organisation: 'Direction A',
      organisationId: null,
      members: 4,
      present: 3,
      noted: 4,
    },
  ],
  decisions: [{ meetingId: id(1), outcome: 'avisFavorable', isOpposed: 0, count: 2 }],
  actions: [{ meetingId: id(1), state: 'todo', due: '2026-03-01', closedOn: null }],
}
const told = (period: Period) => ({
  report: yearlyReport(period, '2026-11-26', period.from.startsWith('2026') ? rows : noRows),
  previous: yearlyReport(previousPeriod(period), '2026-11-26', noRows),
})
const saved = (fileName: string) => ({ fileName, producedId: null, besideName: null, token: id(90) })

async function open(more: Answers = {}) {
  const shown = show('#/bilan', {
    'yearlyReport.get': told,
    'documents.save': ({ kind }) =>
      saved(kind === 'reportFigures' ? 'bilan.xlsx' : kind === 'reportChart' ? 'seances.svg' : 'bilan.pdf'),
    'yearlyReport.copyChart': () => ({}),
    ...more,
  })
  await screen.findByRole('heading', { level: 1, name: 'Bilan 2026' })
  await screen.findByRole('list', { name: 'Chiffres clés' })
  return shown
}
const year = { from: '2026-01-01', to: '2026-12-31' }

it('says of what the number is that it is compared with', async () => {
  const before = { ...noRows, meetings: [{ ...rows.meetings[0], date: '2025-02-13' }] } as ReportRows
  await open({
    'yearlyReport.get': (period: Period) => ({
      report: yearlyReport(period, '2026-11-26', rows),
      previous: yearlyReport(previousPeriod(period), '2026-11-26', before),
    }),
  })
  const numbers = within(screen.getByRole('list', { name: 'Chiffres clés' }))
  expect(numbers.getByText(/^contre/, { selector: 'li:first-child small' }).textContent).toBe(
    'contre 1\u00a0séance tenue en 2025',
  )
})

it('says once that there was no meeting to compare with', async () => {
  await open()
  const numbers = within(screen.getByRole('list', { name: 'Chiffres clés' }))
  expect(numbers.getAllByText('aucune séance en 2025')).toHaveLength(1)
})

describe('the period', () => {
  it('goes by years with Shift and an arrow, and by buttons; a year without anything says so', async () => {
    const { user, core } = await open()
    expect(screen.getByText('Comparé à 2025')).toBeTruthy()
    await user.keyboard('{Shift>}{ArrowLeft}{/Shift}')
    await screen.findByRole('heading', { level: 1, name: 'Bilan 2025' })
    expect(await screen.findByText(/^Rien à compter/)).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Voir les séances' })).toBeTruthy()
    expect(screen.queryByRole('list', { name: 'Chiffres clés' })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Année suivante' }))
    await screen.findByRole('heading', { level: 1, name: 'Bilan 2026' })
    expect(core.inputsOf('yearlyReport.get')).toContainEqual({ from: '2025-01-01', to: '2025-12-31' })
  })

  it('is free: its end typed, compared with the days before, and taken back to the year', async () => {
    const { user, core } = await open()
    const to = within(screen.getByRole('group', { name: 'Au' }))
    await user.click(to.getByRole('spinbutton', { name: /mois/ }))
    await user.keyboard('06')
    await user.click(to.getByRole('spinbutton', { name: /jour/ }))
    await user.keyboard('30')
    fireEvent.blur(document.activeElement ?? document.body)
    await screen.findByRole('heading', { level: 1, name: 'Bilan' })
    expect(core.inputsOf('yearlyReport.get').at(-1)).toEqual({ from: '2026-01-01', to: '2026-06-30' })
    expect(await screen.findByText(/^Comparé à la période du /)).toBeTruthy()
    await user.click(to.getByRole('spinbutton', { name: /année/ }))
    await user.keyboard('2020')
    expect(await screen.findByText(/La fin précède le début/, { selector: '.toolbar *' })).toBeTruthy()
    expect(screen.queryByText(/^Comparé à/)).toBeNull()
    expect(screen.queryByText(/séance tenue/, { selector: '.subtitle *' })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Année en cours' }))
    await screen.findByRole('heading', { level: 1, name: 'Bilan 2026' })
  })

  it('keeps its arrows to itself while a date is typed', async () => {
    const { user } = await open()
    await user.click(
      within(screen.getByRole('group', { name: 'Du' })).getAllByRole('spinbutton')[0] as Element,
    )
    await user.keyboard('{Shift>}{ArrowLeft}{/Shift}')
    expect(screen.getByRole('heading', { level: 1, name: 'Bilan 2026' })).toBeTruthy()
  })
})

describe('charts and tables', () => {
  it('stand for each other; a chart is told in words', async () => {
    const { user } = await open()
    expect(screen.getByRole('img', { name: /^Décisions et actions par séance\. 2\s/ })).toBeTruthy()
    expect(screen.queryByRole('img', { name: /^Textes suivis/ })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Voir les tableaux' }))
    const figures = within(await screen.findByRole('table', { name: 'Chiffres clés' }))
    const row = figures.getByRole('rowheader', { name: /^Participation/ }).closest('tr')
    expect(row?.textContent).toContain('75\u00a0% (3 sur 4)')
    expect(
      within(screen.getByRole('table', { name: 'Participation par organisme' })).getByText('Direction A'),
    ).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Voir les graphiques' }))
    expect(await screen.findByRole('img', { name: /^Participation par collège/ })).toBeTruthy()
  })

  it('have each figure defined beside them, closed by the same button', async () => {
    const { user } = await open()
    const button = screen.getByRole('button', { name: 'Définition\u00a0: Participation' })
    await user.click(button)
    const pane = within(await screen.findByRole('complementary', { name: 'Définition\u00a0: Participation' }))
    for (const part of ['Ce qui est compté', 'Rapporté à', 'Date retenue', 'Exclu'])
      expect(pane.getByText(part)).toBeTruthy()
    expect(pane.getByText(/sous son nom du dernier jour de la période/)).toBeTruthy()
    expect(button.getAttribute('aria-expanded')).toBe('true')
    await user.click(button)
    await waitFor(() => expect(screen.queryByRole('complementary')).toBeNull())
  })
})

describe('what leaves of it', () => {
  it('is a PDF by one key and a workbook by one button, of the period on screen', async () => {
    const { user, core } = await open()
    await user.keyboard('{Control>}e{/Control}')
    expect(await screen.findByText(/bilan\.pdf/)).toBeTruthy()
    expect(core.inputsOf('documents.save')).toEqual([{ kind: 'yearlyReport', ...year }])
    await user.click(screen.getByRole('button', { name: 'Exporter le classeur' }))
    expect(await screen.findByText(/bilan\.xlsx/)).toBeTruthy()
    expect(core.inputsOf('documents.save')[1]).toEqual({ kind: 'reportFigures', period: year })
  })

  it('is a chart, to the clipboard as a picture or a drawing, or to a file', async () => {
    const { user, core } = await open()
    const act = async (name: string) => {
      await user.click(
        screen.getByRole('button', { name: 'Copier ou exporter\u00a0: Décisions et actions par séance' }),
      )
      await user.click(await screen.findByRole('menuitem', { name }))
      await waitFor(() => expect(screen.queryByRole('menu')).toBeNull())
    }
    await act('Copier l’image')
    expect(await screen.findByText(/^Image copiée/)).toBeTruthy()
    await act('Copier le dessin (SVG)')
    await act('Exporter en SVG ou PNG…')
    expect(await screen.findByText(/seances\.svg/)).toBeTruthy()
    expect(core.inputsOf('yearlyReport.copyChart').map(({ format }) => format)).toEqual(['png', 'svg'])
    expect(core.inputsOf('documents.save')).toEqual([
      { kind: 'reportChart', period: year, chart: 'decisions' },
    ])
  })

  it('says why when it does not leave, and is not asked for twice at once', async () => {
    const { user, core } = await open({ 'documents.save': () => ({ failure: 'disk-full' }) })
    await user.keyboard('{Control>}e{/Control}')
    expect(await screen.findByText(/disque/i)).toBeTruthy()
    expect(core.inputsOf('documents.save')).toHaveLength(1)
  })
})
