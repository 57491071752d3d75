// Papers that stand beside minutes: what a corrigendum is signed with, what a report says of a year that is not over.
import { describe, expect, it } from 'vitest'
import { corrigendumModel } from '../../electron/documents/corrigendum/model.ts'
import { renderPdf } from '../../electron/documents/pdf/render.ts'
import { projectSheetModel } from '../../electron/documents/project-sheet/model.ts'
import { yearlyReportModel } from '../../electron/documents/yearly-report/model.ts'
import { yearlyReport } from '../../electron/domain/report/yearly-report.ts'
import { yearOf } from '../../electron/domain/time/report-period.ts'
import { drawnPages } from '../documents-check/drawn-pages.ts'
import { pdfFaults } from '../documents-check/pdf-faults.ts'
import { noRows } from '../report-rows.ts'
import { emptyFile, id } from './documents-builders.ts'
import { fullProject } from './documents-outside-meetings.ts'

describe('a corrigendum', () => {
  const file = { ...emptyFile(), meeting: { ...emptyFile().meeting, chair: 'Claire Vasseur' } }
  const model = corrigendumModel(file, {
    number: 1,
    approval: {
      ...{ id: file.meeting.id, mode: 'meeting', approvingMeetingId: null, approvedOn: '2026-12-10' },
      ...{ corrections: '', asked: '', replies: '', versionId: id(7), sha256: 'ab'.repeat(32) },
      ...{ sealedAt: '2026-12-10T10:00:00.000Z', sealedBy: '' },
    },
    fields: {
      ...{ itemId: null, place: 'Point 1', beforeText: 'mars', afterText: 'avril' },
      ...{ reason: 'omission matérielle', decidedOn: '2027-01-14' },
    },
  })

  it('gives its reason in a sentence, and is signed by who chairs', async () => {
    expect(model.parts.at(-1)?.lines).toEqual(['Omission matérielle.'])
    expect(model.signature).toEqual(['La présidence de la séance', 'Claire Vasseur'])
    expect(model.facts.map(({ label }) => label)).toEqual(['Décidé le', 'Compte rendu', 'Empreinte'])
    expect(await pdfFaults((await renderPdf(model)).bytes)).toEqual([])
  })
})

describe('a report', () => {
  const { body, look } = emptyFile()
  const rows = {
    ...noRows,
    meetings: [{ id: 'm', date: '2026-03-12', number: 1, state: 'held' as const, isMoved: 0 }],
    organisations: [{ id: 'z' }, { id: 'a' }],
    attendance: ['a', 'z'].map((organisationId) => ({
      ...{ meetingId: 'm', college: '', collegeId: null, organisation: `Organisme ${organisationId}` },
      ...{ organisationId, members: 1, present: 1, noted: 1 },
    })),
  }
  const of = (today: string) => yearlyReport(yearOf('2026-06-01'), today, rows)
  const made = (today: string) => yearlyReportModel({ body, look, report: of(today), previous: of(today) })

  it('of a year that is not over says so, and on which day it was made', () => {
    expect(made('2026-11-30').head).toMatchObject({
      mention: 'Provisoire',
      notice: 'La période n’est pas finie\u00a0: chiffres au 30\u00a0novembre 2026.',
    })
    expect(made('2027-01-20').head).toMatchObject({ mention: '', notice: '' })
  })

  it('names a table on each page on which it goes on, also where its chart stays on the page before', async () => {
    const [names, axes] = [60, 14].map((count) =>
      Array.from({ length: count }, (_, rank) => `Nom ${rank + 1}`),
    )
    const one = {
      ...rows,
      organisations: [],
      attendance: (names ?? []).map((organisation) => ({
        ...{ meetingId: 'm', college: '', collegeId: null, organisation, organisationId: null },
        ...{ members: 1, present: 1, noted: 1 },
      })),
      axes: (axes ?? []).map((title, rank) => ({
        id: id(rank),
        number: '',
        title: `Axe ${title}`,
        isArchived: 0 as const,
      })),
      hearings: (axes ?? []).map((owner, rank) => ({
        ...{
          meetingId: 'm',
          projectId: id(100 + rank),
          outcome: null,
          owner: `Porteur ${owner}`,
          ownerId: null,
        },
        ...{ axisId: id(rank), isRegulatory: 0 as const },
      })),
    }
    const report = yearlyReport(yearOf('2026-06-01'), '2027-01-20', one)
    const { bytes } = await renderPdf(yearlyReportModel({ body, look, report, previous: report }))
    const pages = (await drawnPages(bytes)).map(({ text }) => text.replace(/\s+/gu, ''))
    for (const [head, name] of [
      ['OrganismeCollège', 'Participationparorganisme'],
      ['AxePrésentations', 'Présentationsparaxe'],
      ['PorteurPrésentations', 'Présentationsparporteur'],
    ] as const) {
      const own = pages.filter((words) => words.includes(head))
      expect(own.length).toBeGreaterThan(0)
      const first = pages.findIndex((words) => words.includes(name))
      for (const words of own)
        expect(words.slice(0, words.indexOf(head))).toContain(
          words === pages[first] ? name : `${name}(suite)`,
        )
    }
    expect(await pdfFaults(bytes)).toEqual([])
  })

  it('has the organisations in protocol order, and the decisions without an outcome among its figures', () => {
    expect(of('2027-01-20').participation.organisations.map(({ name }) => name)).toEqual([
      'Organisme z',
      'Organisme a',
    ])
    const [figures] = made('2027-01-20').parts[0]?.tables ?? []
    expect(figures?.rows.map(([name]) => name)).toContain('Décisions sans issue notée')
  })
})

describe('fiches of one day', () => {
  it('have a reference of their own each', () => {
    const file = fullProject()
    const other = { ...file, project: { ...file.project, id: id(77) } }
    const [one, two] = [file, other].map((each) => projectSheetModel(each).head.reference)
    expect(one).toMatch(/-FICHE-PROJET-[\dA-F]{4}$/)
    expect(two).not.toBe(one)
  })
})
