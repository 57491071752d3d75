import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { agendaModel } from '../../electron/documents/agenda/model.ts'
import { decisionRecordModel } from '../../electron/documents/decision-record/model.ts'
import { minutesModel } from '../../electron/documents/minutes/model.ts'
import type { ItemFacts, MeetingFacts, PersonFacts } from '../../electron/domain/documents/meeting-facts.ts'
import { item } from './documents-builders.ts'
import { longMeeting, shortMeeting } from './documents-samples.ts'
import { codes, DATA, edited, printed, readAs, rowsOf } from './own-file-edits.ts'

describe('data that lie', () => {
  const bytes = () => printed(agendaModel(shortMeeting()), 'docx')

  it('are refused with a sentence when they do not say what they print, and the pages are read', async () => {
    const visible = await readAs(
      edited(await bytes(), DATA, (xml) => xml.replace('seances-inp:data', 'other:data')),
      'docx',
    )
    for (const change of [
      (xml: string) => xml.replace(/(durationMinutes(?:&quot;|"):)40/, '$190'),
      (xml: string) =>
        xml.replace(/(presenter(?:&quot;|"):(?:&quot;|"))Hélène Marchetti((?:&quot;|"),)/, '$1Quelqu’un$2'),
    ]) {
      const draft = await readAs(edited(await bytes(), DATA, change), 'docx')
      expect(codes(draft)[0]).toBe('own-data-refused')
      expect(draft.warnings[0]?.message).toMatch(/^Les données jointes/)
      expect(draft.items).toEqual(visible.items)
    }
  })

  it('are refused about people, items and hours of minutes, or left where minutes print none', async () => {
    const file = {
      ...longMeeting(),
      attendees: longMeeting().attendees.map((one) => ({ ...one, arrivedAt: null, leftAt: null })),
    }
    const minutes = minutesModel(file)
    const facts = minutes.carries
    if (facts === null) throw new Error('no facts')
    const lying = async (change: (carried: MeetingFacts) => Partial<MeetingFacts>) =>
      readAs(await printed({ ...minutes, carries: { ...facts, ...change(facts) } }, 'html'), 'html')
    const people = (from: string, to: Partial<PersonFacts>) => {
      const at = facts.people.findIndex(({ status }) => status === from)
      return { people: facts.people.map((one, rank) => (rank === at ? { ...one, ...to } : one)) }
    }
    expect(new Set(facts.people.map(({ status }) => status))).toContain('visio')
    for (const change of [
      () => people('excuse', { status: 'represente', representedBy: 'Anne Autre' }),
      () => people('surPlace', { status: 'visio' }),
      () => people('visio', { status: 'surPlace' }),
      () => people('surPlace', { role: 'Ministre' }),
      () => people('surPlace', { organisation: 'Autre organisme' }),
      () => ({ decisions: facts.decisions.map((one) => ({ ...one, item: 0 })) }),
      () => ({ items: facts.items.map((one, at) => (at === 0 ? { ...one, kind: 'break' as const } : one)) }),
      () => ({ items: facts.items.map((one, at) => (at === 1 ? { ...one, depth: 2 } : one)) }),
      () => ({ endTime: null }),
      () => ({ number: 1 }),
      () => ({ place: '' }),
    ])
      expect(codes(await lying(change))).toContain('own-data-refused')
    const next = await lying(({ next: told }) => ({
      next: { date: told?.date ?? '2026-12-10', place: told?.place ?? '', startTime: '23:59' },
    }))
    expect(next.nextMeeting?.startTime).not.toBe('23:59')
    const listed = {
      ...minutes,
      agenda: { heading: 'Ordre du jour', items: [{ number: '9', title: 'Autre', depth: 1 }] },
    }
    expect(await readAs(await printed(listed, 'html'), 'html')).toMatchObject({ isPartial: true })
  })

  it('are left of what a record of decisions does not print', async () => {
    const record = decisionRecordModel(longMeeting())
    const facts = record.carries
    if (facts === null) throw new Error('no facts')
    const lying = (items: Partial<ItemFacts>) => ({
      ...record,
      carries: { ...facts, items: facts.items.map((one) => ({ ...one, ...items })) },
    })
    const bytes = await printed(
      lying({
        presenter: 'Anne Autre',
        requester: 'Un tiers',
        nature: 'avis',
        durationMinutes: 90,
        fixedStart: '23:00',
      }),
      'pdf',
    )
    const draft = await readAs(bytes, 'pdf')
    expect(draft.items.length).toBeGreaterThan(0)
    const said = rowsOf(draft.items).map((row) => row.slice(3))
    expect(said).toEqual(said.map(() => [null, null, null, null, null]))
    for (const lie of [{ kind: 'break' as const }, { depth: 3 }])
      expect(codes(await readAs(await printed(lying(lie), 'pdf'), 'pdf'))).toContain('own-data-refused')
  })

  it('are not those of somebody whose name has words in brackets', async () => {
    const file = longMeeting()
    const attendees = file.attendees.map((one, rank) => ({
      ...one,
      arrivedAt: null,
      leftAt: null,
      familyName: rank === 0 ? 'Martin (suppléante)' : one.familyName,
    }))
    const draft = await readAs(await printed(minutesModel({ ...file, attendees }), 'docx'), 'docx')
    expect(draft.warnings).toEqual([])
    expect(draft.participants.map(({ familyName }) => familyName).sort()).toEqual(
      attendees.map(({ familyName }) => familyName).sort(),
    )
  })

  it('of a tree deeper than any are no data of ours, and the pages are read', async () => {
    for (const depth of ['5000000000', '51']) {
      const draft = await readAs(
        edited(await bytes(), DATA, (xml) => xml.replace(/(depth(?:&quot;|"):)1\b/, `$1${depth}`)),
        'docx',
      )
      expect(draft.items.map(({ title }) => title)).toContain('Questions diverses')
    }
  })

  it('of another meeting are refused too', async () => {
    const stranger = agendaModel({
      ...shortMeeting(),
      items: ['Budget', 'Calendrier', 'Locaux', 'Effectifs'].map((title, rank) =>
        item(rank, { title, durationMinutes: 10 }),
      ),
      meeting: { ...shortMeeting().meeting, number: 3, date: '2025-02-13', place: 'Ailleurs' },
    })
    const foreign = strFromU8(unzipSync(await printed(stranger, 'docx'))[DATA] ?? new Uint8Array())
    const draft = await readAs(
      edited(await bytes(), DATA, () => foreign),
      'docx',
    )
    expect(codes(draft)).toContain('own-data-refused')
    expect(draft.items.map(({ title }) => title)).toContain('Questions diverses')
  })
})
