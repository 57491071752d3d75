import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../electron/domain/minutes/minutes.ts'
import { reportTables } from '../../electron/domain/report/tables.ts'
import { FigureId } from '../../electron/domain/report/words.ts'
import { type ReportRows, yearlyReport } from '../../electron/domain/report/yearly-report.ts'
import { yearOf } from '../../electron/domain/time/report-period.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { noRows } from '../report-rows.ts'

const report = (given: ReportRows) => yearlyReport(yearOf('2026-06-01'), '2027-01-20', given)

describe('what was not dealt with, or not at all', () => {
  const meetings = [{ id: newId(), date: '2026-02-12', number: 1, state: 'held' as const, isMoved: 0 }]
  const of = (outcome: Outcome | null) => ({
    meetingId: meetings[0]?.id ?? '',
    outcome,
    isOpposed: 0,
    count: 1,
  })

  it('a decision of an item put off, taken off or not reached is no consensus', () => {
    const decisions = (['approuve', 'reporte', 'retire', 'nonTraite', null] as const).map(of)
    const told = report({ ...noRows, meetings, decisions })
    expect(told.decisions).toMatchObject({ total: 5, consensus: 1, opposed: 0, unsaid: 4 })
  })

  it('a period without a meeting leaves its figures void, but those of texts', () => {
    const figures = (given: ReportRows, id: FigureId) =>
      reportTables(report({ ...noRows, meetings }), report(given))[0]?.rows[FigureId.options.indexOf(id)]?.[2]
    const texts = [
      {
        id: 't',
        nature: 'loi' as const,
        publishedOn: '2026-03-01',
        appliesOn: null,
        inForceOn: null,
        repealedOn: null,
      },
    ]
    for (const id of ['held', 'decisions', 'participation', 'published'] as const)
      expect(figures(noRows, id)).toBeNull()
    expect(figures({ ...noRows, texts }, 'published')).toBe(1)
    expect(figures({ ...noRows, texts }, 'actions')).toBeNull()
    expect(figures({ ...noRows, meetings }, 'actions')).toBe(0)
  })
})
