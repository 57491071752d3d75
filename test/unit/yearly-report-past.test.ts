import { describe, expect, it } from 'vitest'
import { printedOrganisations } from '../../electron/domain/people/printed-organisation.ts'
import { dueOn } from '../../electron/domain/time/due-on-day.ts'

describe('a printed organisation', () => {
  const find = printedOrganisations(
    [
      { id: 'union', name: 'Confédération', acronym: 'CD' },
      { id: 'other', name: 'Union', acronym: '' },
      { id: 'twin', name: 'Réseau', acronym: '' },
      { id: 'twin too', name: 'Réseau', acronym: 'CD' },
    ],
    [
      { organisationId: 'union', name: 'Fédération', acronym: '', until: '2026-06-30' },
      { organisationId: 'union', name: 'Union', acronym: 'UD', until: '2026-02-28' },
      { organisationId: 'other', name: 'Autre', acronym: '', until: '2026-03-31' },
    ],
  )
  it.each([
    ['federation ', '2026-07-01', 'union'],
    ['UD', '2030-01-01', 'union'],
    ['Confédération', '2020-01-01', 'union'],
    ['Union', '2026-02-28', 'union'],
    ['Union', '2026-03-15', null],
    ['Union', '2026-04-01', 'other'],
    ['Réseau', '2026-04-01', null],
    ['Union, bureau des usages', '2026-02-01', null],
    ['', '2026-02-01', null],
  ])('%j on %s is %j', (printed, day, id) => {
    expect(find(printed, day)).toBe(id)
  })
})

describe('the date in force', () => {
  const moves = [
    { fromValue: '', at: '2026-02-10T09:00:00.000Z' },
    { fromValue: '2026-03-01', at: '2026-05-10T09:00:00.000Z' },
    { fromValue: '2026-06-01', at: '2026-05-10T09:00:01.000Z' },
  ]
  it.each([
    ['2026-02-09', null],
    ['2026-02-10', '2026-03-01'],
    ['2026-05-09', '2026-03-01'],
    ['2026-05-10', '2026-09-01'],
    ['2026-12-31', '2026-09-01'],
  ])('on %s is %j', (day, due) => {
    expect(dueOn(day, '2026-09-01', moves)).toBe(due)
  })
})
