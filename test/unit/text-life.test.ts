import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergedText } from '../../electron/domain/text/merge.ts'
import { contradict, identityKeys } from '../../electron/domain/watch/text-identifiers.ts'
import { isSentinelDate } from '../../electron/domain/watch/text-life.ts'
import {
  answerDue,
  contradictions,
  stagesOf,
  usualEntryIntoForce,
} from '../../electron/domain/watch/text-stages.ts'
import {
  blankText,
  unpublished,
  type WatchFields,
  WatchFollowUp,
  WatchNature,
  WatchStatus,
} from '../../electron/domain/watch/watch.ts'
import { dueLanes, monthTicks } from '../../renderer/features/watch/due-picture.ts'

const id = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`
const date = fc
  .integer({ min: 0, max: 2000 })
  .map((days) => new Date(Date.UTC(2025, 0, 1) + days * 86_400_000).toISOString().slice(0, 10))
const maybe = fc.option(date, { nil: null })
const dates = fc.record({
  announcedOn: maybe,
  draftedOn: maybe,
  signedOn: maybe,
  publishedOn: maybe,
  inForceOn: maybe,
  appliesOn: maybe,
  repealedOn: maybe,
})
const words = fc.constantFrom('', 'Un mot', 'Deux mots')
const fields: fc.Arbitrary<WatchFields> = fc
  .record({
    dates,
    status: fc.constantFrom(...WatchStatus.options),
    followUp: fc.constantFrom(...WatchFollowUp.options),
    nature: fc.constantFrom(...WatchNature.options),
    title: fc.constantFrom('Projet de décret', 'Décret', 'Arrêté'),
    nor: fc.constantFrom('', 'ZZZJ9907246D', 'ZZZJ9907247D'),
    consequences: words,
    audience: words,
  })
  .map(({ dates: all, ...rest }) => ({ ...blankText, ...all, ...rest }))

describe('stages', () => {
  it('are every date once, in order', () => {
    fc.assert(
      fc.property(dates, fc.array(maybe), fc.array(date), (own, due, heard) => {
        const deadlines = due.map((day, n) => ({
          id: id(n),
          version: 1,
          watchItemId: id(0),
          date: day,
          audience: '',
          threshold: '',
          label: '',
        }))
        const hearings = heard.map((meetingDate, n) => ({ meetingDate, meetingId: id(n) }))
        const life = { item: { ...own, audience: '' }, deadlines, consultations: [], hearings, changedBy: [] }
        const found = stagesOf(life).map((stage) => stage.date)
        const expected = [...Object.values(own), ...due, ...heard].filter((day) => day !== null)
        expect(found).toEqual(expected.sort())
      }),
    )
  })
})

describe('the entry into force', () => {
  const title = 'Décret relatif aux échanges d’essai'
  const decree = {
    title,
    nature: 'decret',
    publishedOn: '2019-01-20',
    inForceOn: null,
    inForceRule: '',
  } as const

  it('is proposed for the day after the publication, where a text says nothing', () => {
    // Decree 2019-31: published on 20 January, in force on the 21st.
    expect(usualEntryIntoForce(decree)).toBe('2019-01-21')
    expect(usualEntryIntoForce({ ...decree, publishedOn: '2027-12-31' })).toBe('2028-01-01')
  })

  it('is not proposed for what is not out, is known, depends on another text, or follows other rules', () => {
    expect(usualEntryIntoForce({ ...decree, publishedOn: null })).toBeNull()
    expect(usualEntryIntoForce({ ...decree, inForceOn: '2019-02-01' })).toBeNull()
    expect(usualEntryIntoForce({ ...decree, inForceRule: 'dependent' })).toBeNull()
    for (const nature of ['reglementUE', 'directiveUE', 'circulaire', 'avis'] as const)
      expect(usualEntryIntoForce({ ...decree, nature })).toBeNull()
    for (const named of [
      'Décret du 3 mai 2099 portant nomination d’essai',
      'Arrêté portant délégation de signature',
    ])
      expect(usualEntryIntoForce({ ...decree, title: named })).toBeNull()
  })

  it('may be the day of publication, and application may come later, but never before', () => {
    const known = {
      signedOn: '2016-04-27',
      publishedOn: '2016-05-04',
      inForceOn: '2016-05-24',
      repealedOn: null,
    }
    expect(contradictions({ ...known, appliesOn: '2018-05-25' })).toEqual([])
    expect(contradictions({ ...known, inForceOn: '2016-05-04', appliesOn: null })).toEqual([])
    expect(contradictions({ ...known, appliesOn: '2016-05-23' })).toEqual(['appliesBeforeInForce'])
    expect(contradictions({ ...known, signedOn: '2016-05-05', appliesOn: null })).toEqual([
      'publishedBeforeSigned',
    ])
  })
})

it('the CNEN has six weeks, other authorities no date of ours, and none once it answered', () => {
  const asked = {
    authority: 'cnen',
    name: '',
    askedOn: '2027-01-01',
    answeredOn: null,
    opinion: '',
    reference: '',
  } as const
  expect(answerDue(asked)).toBe('2027-02-12')
  expect(answerDue({ ...asked, authority: 'cnil' })).toBeNull()
  expect(answerDue({ ...asked, answeredOn: '2027-01-20' })).toBeNull()
})

it('dates by which official files say that there is none are told from dates', () => {
  for (const none of ['2222-02-22', '2999-01-01', '2999-12-31']) expect(isSentinelDate(none)).toBe(true)
  for (const day of ['1986-12-08', '2026-11-26', '2222-02-21', null]) expect(isSentinelDate(day)).toBe(false)
})

describe('two rows that are one text', () => {
  it('lose nothing that only one of them knew, and the one that is out says what it is', () => {
    fc.assert(
      fc.property(fields, fields, (kept, joined) => {
        const one = { ...kept, ...mergedText(kept, joined) }
        const isDraft = ({ status }: WatchFields) => unpublished.includes(status)
        const strong = isDraft(kept) && !isDraft(joined) ? joined : kept
        const weak = strong === kept ? joined : kept
        expect(one.status).toBe(strong.status)
        expect(one.title).toBe(strong.title)
        expect(one.draftTitle).toBe(isDraft(kept) === isDraft(joined) ? '' : weak.title)
        for (const name of ['nor', 'publishedOn', 'inForceOn', 'announcedOn', 'audience'] as const)
          expect(one[name]).toBe(strong[name] || weak[name])
        for (const { consequences } of [kept, joined]) expect(one.consequences).toContain(consequences)
      }),
    )
  })
})

describe('identifiers', () => {
  const text = { nature: 'decret', number: null, nor: null, jorfText: null, eli: null, celex: null } as const

  it('that differ tell texts apart whatever else they share; unknown ones never do', () => {
    const first = { ...text, nor: 'ZZZJ9907246D', number: '2099-812' }
    expect(contradict(first, { ...first, number: 'n°\u00a02099-812' })).toBe(false)
    expect(contradict(first, { ...first, number: '2099-813' })).toBe(true)
    expect(contradict(first, { ...first, nature: 'arrete', number: '2099-813' })).toBe(false)
    expect(contradict(first, { ...text, nor: 'ZZZJ9907246D' })).toBe(false)
    const jorf = (jorfText: string) => ({ ...text, jorfText })
    expect(contradict(jorf('JORFTEXT000099000001'), jorf('JORFTEXT000099000002'))).toBe(true)
    fc.assert(
      fc.property(fields, (one) => {
        expect(contradict(one, one)).toBe(false)
        expect(identityKeys(one).length > 0).toBe(one.nor !== '')
      }),
    )
  })
})

describe('the picture of deadlines', () => {
  it('places each of them once, within its period, in the lane of its public', () => {
    const audiences = fc.constantFrom('Communes', 'communes ', '', 'Régions', ...'ABCDEFGHIJ'.split(''))
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 365 }), audiences)), (all) => {
        const day = (days: number) =>
          new Date(Date.UTC(2026, 10, 26) + days * 86_400_000).toISOString().slice(0, 10)
        const rows = [...all]
          .sort(([a], [b]) => a - b)
          .map(([days, audience], n) => ({
            watchItemId: id(n),
            deadlineId: null,
            title: 'Texte',
            shortTitle: '',
            date: day(days),
            what: 'applies' as const,
            audience,
            threshold: '',
            label: '',
          }))
        const named = { everybody: 'Public non précisé', others: 'Autres publics' }
        const lanes = dueLanes({ rows, from: day(0), to: day(365) }, named)
        expect(lanes.length).toBeLessThanOrEqual(8)
        expect(lanes.reduce((sum, { count }) => sum + count, 0)).toBe(rows.length)
        expect(new Set(lanes.map(({ audience }) => audience)).size).toBe(lanes.length)
        for (const { marks, count, first } of lanes) {
          expect(marks.reduce((sum, mark) => sum + mark.count, 0)).toBe(count)
          expect(marks.map((mark) => mark.date).sort()[0]).toBe(first)
          for (const { at } of marks) expect(at >= 0 && at <= 1).toBe(true)
        }
      }),
    )
  })

  it('has the first day of each month on its axis', () => {
    expect(monthTicks('2026-11-26', '2027-02-24').map((tick) => tick.date)).toEqual([
      '2026-12-01',
      '2027-01-01',
      '2027-02-01',
    ])
    expect(monthTicks('2026-12-01', '2026-12-31')).toEqual([])
  })
})
