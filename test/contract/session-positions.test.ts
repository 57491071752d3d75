import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { modelInPdf } from '../../electron/documents/read-back.ts'
import { completions, readLine } from '../../electron/domain/session/notation.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { putInSession } from '../put-in-session.ts'
import { minutesOf } from './minutes-world.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

let opened: OpenedCore
let meetingId: string
let itemId: string
beforeEach(async () => {
  opened = await openTestCore()
  const meeting = await opened.ok('meetings.create', { fields: { date: '2026-12-10' }, fromTemplate: true })
  meetingId = meeting.id
  itemId = (await opened.ok('agenda.list', { meetingId })).items[0]?.id ?? ''
})
afterEach(() => opened.dispose())

const blank = {
  ...{ speaker: '', organisation: '', personId: null, organisationId: null },
  ...{ dueDate: null, dueWords: '', watchItemId: null },
}
const minutes = () => minutesOf(opened, meetingId)

describe('a line that is corrected into a position', () => {
  const fields = { organisation: 'ADX', organisationId: null, stance: 'favorable' as const, words: '' }
  const noted = async () => {
    await putInSession(opened.ok, meetingId)
    const [line] = (
      await opened.ok('session.addLine', {
        ...{ id: newId(), meetingId, at: new Date().toISOString() },
        fields: { itemId, kind: 'decision', raw: 'D : ADX favorable', text: 'ADX favorable', ...blank },
      })
    ).lines
    if (line === undefined) throw new Error('no line')
    return { meetingId, itemId, id: newId(), fields, line }
  }

  it('goes for it as one thing: one undo brings the line back with its decision, and takes the position', async () => {
    const { line, ...position } = await noted()
    const insteadOf = { id: line.id, version: line.version }
    const after = await opened.ok('session.addPosition', { ...position, insteadOf })
    expect(after).toMatchObject({ lines: [], positions: [{ organisation: 'ADX' }] })
    expect((await minutes()).decisions).toEqual([])
    expect(await opened.ok('session.addPosition', { ...position, insteadOf })).toEqual(after)
    await opened.ok('history.undo', {})
    const before = await opened.ok('session.get', { meetingId })
    expect(before).toMatchObject({ lines: [{ id: line.id, text: 'ADX favorable' }], positions: [] })
    expect((await minutes()).decisions).toHaveLength(1)
  })

  it('stays whole where it was changed meanwhile, or is of another meeting', async () => {
    const { line, ...position } = await noted()
    const insteadOf = { id: line.id, version: line.version }
    await opened.ok('session.updateLine', { ...insteadOf, patch: { text: 'ADX plutôt favorable' } })
    expect(await opened.refused('session.addPosition', { ...position, insteadOf })).toBe('conflict')
    const kept = await opened.ok('session.get', { meetingId })
    expect(kept).toMatchObject({ lines: [{ text: 'ADX plutôt favorable' }], positions: [] })
    await opened.ok('session.close', { meetingId })
    const other = await opened.ok('meetings.create', { fields: { date: '2027-01-14' }, fromTemplate: true })
    await putInSession(opened.ok, other.id)
    const [elsewhere] = (await opened.ok('agenda.list', { meetingId: other.id })).items
    expect(
      await opened.refused('session.addPosition', {
        ...position,
        meetingId: other.id,
        itemId: elsewhere?.id ?? '',
        insteadOf: { id: line.id, version: line.version + 1 },
      }),
    ).toBe('not-found')
    expect(await opened.ok('session.get', { meetingId })).toMatchObject({ lines: [{ id: line.id }] })
  })
})

describe('a position of an organisation that had one on the item', () => {
  const favorable = { organisation: 'ADX', organisationId: null, stance: 'favorable' as const, words: '' }
  const add = (fields: object, id = newId(), item = itemId) =>
    opened.ok('session.addPosition', { id, meetingId, itemId: item, fields: { ...favorable, ...fields } })
  beforeEach(async () => {
    await putInSession(opened.ok, meetingId)
  })

  it('takes its place, whatever letters name it; others and other items keep theirs', async () => {
    const [, second] = (await opened.ok('agenda.list', { meetingId })).items
    await add({})
    await add({ organisation: 'Région Lys' })
    await add({}, newId(), second?.id)
    const { positions } = await add({ organisation: 'Adx', stance: 'defavorable' })
    expect(positions.map(({ organisation, stance, itemId: item }) => [organisation, stance, item])).toEqual(
      expect.arrayContaining([
        ['Adx', 'defavorable', itemId],
        ['Région Lys', 'favorable', itemId],
        ['ADX', 'favorable', second?.id],
      ]),
    )
    expect(positions).toHaveLength(3)
    await opened.ok('history.undo', {})
    expect((await opened.ok('session.get', { meetingId })).positions).toMatchObject([{}, {}, {}])
  })

  it('takes its place too where another one is corrected into it; words alone take no place', async () => {
    await add({})
    const id = newId()
    const { positions } = await add({ organisation: 'Région Lys' }, id)
    const { version = 0 } = positions.find((one) => one.id === id) ?? {}
    const worded = await opened.ok('session.updatePosition', {
      id,
      version,
      patch: { words: 'sous réserve' },
    })
    expect(worded.positions).toHaveLength(2)
    const corrected = { id, version: version + 1, patch: { organisation: 'ADX' } }
    expect((await opened.ok('session.updatePosition', corrected)).positions).toMatchObject([
      { id, organisation: 'ADX' },
    ])
  })
})

it('a position of somebody whom only the directory knows is published without the name, of a body with it', async () => {
  await opened.ok('directory.addPerson', {
    id: newId(),
    fields: { givenName: 'Ève', familyName: 'Tournon', civility: 'Mme' },
  })
  await opened.ok('directory.addOrganisation', { id: newId(), fields: { name: 'Union Tournon' } })
  const { version } = await opened.ok('documentStyle.get', {})
  const patch = { publicNames: 'functions', positions: 'text' } as const
  await opened.ok('documentStyle.update', { version, patch })
  await putInSession(opened.ok, meetingId)
  for (const organisation of ['Mme Tournon', 'Union Tournon', 'Ligue exemple']) {
    const fields = { organisation, organisationId: null, stance: 'favorable' as const, words: '' }
    await opened.ok('session.addPosition', { meetingId, itemId, id: newId(), fields })
  }
  await opened.ok('session.close', { meetingId })
  const said = async (kind: 'minutes' | 'publicMinutes' | 'decisionRecord' | 'publicRecord') =>
    JSON.stringify(
      await modelInPdf((await opened.ok('documents.render', { kind, meetingId })).bytes),
    ).replaceAll('\u00a0', ' ')
  // Known neither as a body nor as somebody, it is asked about before it is published.
  const checks = await opened.ok('meetings.leavingChecks', { id: meetingId, departure: 'public' })
  const asked = checks.filter(({ kind }) => kind === 'publicName')
  expect(asked.map(({ names, section }) => [names, section])).toEqual([[['Ligue exemple'], itemId]])
  expect(await said('minutes')).toContain('Mme Tournon est favorable')
  const words = await said('publicMinutes')
  expect(words).not.toContain('Mme Tournon')
  for (const who of ['Une personne', 'L’Union Tournon', 'La Ligue exemple'])
    expect(words).toContain(`${who} est favorable`)
  expect(await said('decisionRecord')).toContain('Mme Tournon : favorable')
  const record = await said('publicRecord')
  expect(record).not.toContain('Mme Tournon')
  for (const who of ['Une personne', 'Union Tournon', 'Ligue exemple'])
    expect(record).toContain(`${who} : favorable`)
})

describe('who can be named in a line', () => {
  it('are those who present or hold the meeting, and bodies of its list, that the directory does not know', async () => {
    const person = newId()
    await opened.ok('directory.addPerson', {
      ...{ id: person },
      fields: { givenName: 'Paul', familyName: 'Exemple' },
    })
    const { items } = await opened.ok('agenda.list', { meetingId })
    for (const [at, presenter] of ['Mme Flore Modèle, cheffe de projet', 'Paul Exemple'].entries()) {
      const { id = '', version = 0 } = items[at] ?? {}
      await opened.ok('agenda.update', { id, version, patch: { presenter, organisation: 'Régie d’essai' } })
    }
    const { version } = (await opened.ok('meetings.get', { id: meetingId })).meeting
    await opened.ok('meetings.update', { id: meetingId, version, patch: { chair: 'Odile Tilleul' } })
    const attendee = { familyName: 'Durand', givenName: 'Noé', organisation: 'Communes de Test' }
    await opened.ok('attendance.add', { id: newId(), meetingId, fields: attendee })
    const { speakers } = await opened.ok('session.vocabulary', { meetingId })
    expect(speakers.map(({ label, organisation }) => [label, organisation])).toEqual([
      ['Communes de Test', 'Communes de Test'],
      ['Noé Durand', 'Communes de Test'],
      ['Flore Modèle', 'Régie d’essai'],
      ['Odile Tilleul', ''],
      ['Paul Exemple', ''],
    ])
    const read = (raw: string) => {
      const { named, text } = readLine(raw, { speakers, saidOn: '2026-12-10', nextMeeting: null })
      return [named?.speaker?.label, text]
    }
    expect(read('@Flore Modèle : présente le projet')).toEqual(['Flore Modèle', 'présente le projet'])
    expect(read('@Communes de Test : d’accord')).toEqual(['Communes de Test', 'd’accord'])
    expect(completions('@fl', speakers).map(({ label }) => label)).toEqual(['Flore Modèle'])
  })
})
