// What a call says of one meeting hangs on no row of another, and what is put back makes no two of what there is one of.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../renderer/api/new-id.ts'
import { putInSession } from '../put-in-session.ts'
import { notedLine } from '../session-line.ts'
import { minutesOf } from './minutes-world.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

const at = '2026-12-10T14:00:00.000Z'
let opened: OpenedCore
let desk: { now: string; who: string }
let [meetingId, itemId, elsewhere] = ['', '', '']
beforeEach(async () => {
  desk = { now: at, who: 'lea' }
  opened = await openTestCore(desk)
  const meetings: { id: string }[] = []
  for (const date of ['2026-12-10', '2027-01-14'])
    meetings.push(await opened.ok('meetings.create', { fields: { date }, fromTemplate: true }))
  const itemsOf = async (at: number) =>
    (await opened.ok('agenda.list', { meetingId: meetings[at]?.id ?? '' })).items.map(({ id }) => id)
  meetingId = meetings[0]?.id ?? ''
  itemId = (await itemsOf(0))[0] ?? ''
  elsewhere = (await itemsOf(1))[0] ?? ''
})
afterEach(() => opened.dispose())

const work = (who: string) =>
  opened.restart(() => {
    desk.who = who
  })
const position = (of: string, organisation = 'ADX') => ({
  ...{ id: newId(), meetingId, itemId: of },
  fields: { organisation, organisationId: null, stance: 'favorable' as const, words: '' },
})

describe('in session', () => {
  beforeEach(() => putInSession(opened.ok, meetingId))
  const decision = (of: string) => ({
    ...{ id: newId(), meetingId, at },
    fields: notedLine({ itemId: of, kind: 'decision', text: 'Le guide est adopté.' }),
  })

  it('nothing is noted under an item of another meeting, nor moved there', async () => {
    expect(await opened.refused('session.addLine', decision(elsewhere))).toBe('invalid-input')
    expect(await opened.refused('session.addPosition', position(elsewhere))).toBe('invalid-input')
    const { lines } = await opened.ok('session.addLine', decision(itemId))
    const { id = '', version = 0 } = lines[0] ?? {}
    const moved = { id, version, patch: { itemId: elsewhere } }
    expect(await opened.refused('session.updateLine', moved)).toBe('invalid-input')
    expect(await opened.ok('session.get', { meetingId })).toMatchObject({ lines, positions: [] })
    expect((await minutesOf(opened, meetingId)).decisions).toMatchObject([{ itemId }])
  })

  it('a line that said something goes on saying something', async () => {
    const { lines } = await opened.ok('session.addLine', decision(itemId))
    const { id = '', version = 0 } = lines[0] ?? {}
    expect(await opened.refused('session.updateLine', { id, version, patch: { text: ' ' } })).toBe(
      'invalid-input',
    )
    expect((await minutesOf(opened, meetingId)).decisions).toMatchObject([{ text: 'Le guide est adopté.' }])
  })

  it('an organisation has one position on an item, whoever puts what back', async () => {
    const { positions } = await opened.ok('session.addPosition', position(itemId))
    const { id = '', version = 0 } = positions[0] ?? {}
    await opened.ok('session.removePosition', { id, version })
    await work('noe')
    await opened.ok('session.addPosition', position(itemId, 'adx'))
    await work('lea')
    expect(await opened.refused('history.undo', {})).toBe('undo-conflict')
    expect((await opened.ok('session.get', { meetingId })).positions).toMatchObject([{ organisation: 'adx' }])
  })
})

it('somebody is listed once, whoever puts what back', async () => {
  const personId = newId()
  await opened.ok('directory.addPerson', { id: personId, fields: { familyName: 'Marchetti' } })
  const fields = { familyName: 'Marchetti', personId }
  const [listed] = await opened.ok('attendance.add', { id: newId(), meetingId, fields })
  await opened.ok('attendance.remove', { id: listed?.id ?? '', version: listed?.version ?? 0 })
  await work('noe')
  const again = await opened.ok('attendance.add', { id: newId(), meetingId, fields })
  await work('lea')
  expect(await opened.refused('history.undo', {})).toBe('undo-conflict')
  expect(await opened.ok('attendance.list', { meetingId })).toEqual(again)
  // Nor is a row of somebody else made theirs.
  const [, other] = await opened.ok('attendance.add', {
    ...{ id: newId(), meetingId },
    fields: { familyName: 'Okonjo' },
  })
  const { id = '', version = 0 } = other ?? {}
  expect(await opened.refused('attendance.update', { id, version, patch: { personId } })).toBe(
    'invalid-input',
  )
})

it('a former wording that is written back has the bounds of one that is typed', async () => {
  await opened.ok('minutes.start', { meetingId })
  const decision = { id: newId(), itemId, fields: { text: 'Le guide est adopté.' } }
  const { id, version } = await opened.ok('minutes.addDecision', decision)
  const of = { kind: 'decision' as const, id, field: 'text' as const }
  const long = { of, version, value: 'a'.repeat(20_001) }
  expect(await opened.refused('minutes.putBack', long)).toBe('invalid-input')
})

it.each(['0026-12-10', '3000-01-01', '2027-02-29'])('no meeting is on %s', async (date) => {
  expect(await opened.refused('meetings.create', { fields: { date }, fromTemplate: false })).toBe(
    'invalid-input',
  )
  const { id, version, startTime } = (await opened.ok('meetings.get', { id: meetingId })).meeting
  const moved = { id, version, date, startTime, endTime: null, reason: '' }
  expect(await opened.refused('meetings.move', moved)).toBe('invalid-input')
})

it.each([' ', '\n\t', '\u200b', '\u00a0\u202e'])('%j is nobody’s name', async (name) => {
  const id = newId()
  for (const [method, fields] of [
    ['directory.addCollege', { name }],
    ['directory.addOrganisation', { name }],
    ['directory.addPerson', { familyName: name }],
    ['projects.add', { title: name }],
    ['subjects.add', { title: name }],
    ['watch.add', { title: name }],
  ] as const)
    expect(await opened.refused(method, { id, fields })).toBe('invalid-input')
  await opened.ok('directory.addOrganisation', { id, fields: { name: 'ADX' } })
  const renamed = { id, version: 1, name, acronym: '', lastDay: '2026-12-01' }
  expect(await opened.refused('directory.renameOrganisation', renamed)).toBe('invalid-input')
  expect(await opened.refused('agenda.validate', { meetingId, by: name })).toBe('invalid-input')
})

it('an act is taken back beside what somebody else wrote in the same row, which stays', async () => {
  const item = async () => {
    const { items } = await opened.ok('agenda.list', { meetingId })
    const found = items.find(({ id }) => id === itemId)
    if (found === undefined) throw new Error('no item')
    return found
  }
  const { title } = await item()
  const write = async (patch: { title?: string; note?: string }) =>
    opened.ok('agenda.update', { id: itemId, version: (await item()).version, patch })
  await write({ title: 'Annuaire de Léa' })
  await work('noe')
  await write({ note: 'Vu avec la présidence' })
  const { version } = await item()
  await work('lea')
  const said = { note: 'Vu avec la présidence' }
  await opened.ok('history.undo', {})
  expect(await item()).toMatchObject({ ...said, title, version: version + 1 })
  await opened.ok('history.redo', {})
  expect(await item()).toMatchObject({ ...said, title: 'Annuaire de Léa', version: version + 2 })
  // Of one value both have changed.
  await work('noe')
  await write({ title: 'Annuaire commun' })
  await work('lea')
  expect(await opened.refused('history.undo', {})).toBe('undo-conflict')
  expect((await item()).title).toBe('Annuaire commun')
})
