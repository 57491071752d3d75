import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nativeOptions } from '../../electron/db/native.ts'
import { DATABASE_NAME } from '../../electron/db/open.ts'
import { EveryText } from '../../electron/db/search/every-text.ts'
import { personWords } from '../../electron/domain/people/person-words.ts'
import { findPerson } from '../../electron/features/directory/personal-data/find.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { askedOf } from '../asked.ts'
import { oneApproves } from './minutes-world.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'
import { bytesHold, type Place, placesOf, plantName } from './planted-name.ts'

const given = 'Zqxhélène'
const family = 'Zqxmarchenoir'
const email = 'zqxhelene.zqxmarchenoir@exemple.example'
/** As they stand in the bytes, accents left out. */
const words = ['zqxmarchenoir', 'zqxh']

/** Kept whatever happens: its own test says what stays there. */
const alwaysKept = [
  'approval',
  'corrigendum',
  'signed_copy',
  'minutes_version',
  'agenda_version',
  'shared_file',
]

async function withPerson(opened: OpenedCore): Promise<{ id: string; version: number }> {
  await opened.ok('sample.load', {})
  const id = newId()
  const { persons } = await opened.ok('directory.addPerson', {
    id,
    fields: { familyName: family, givenName: given, email, phone: '01 99 00 12 34' },
  })
  const person = persons.find((one) => one.id === id)
  if (person === undefined) throw new Error('not added')
  return person
}

describe('a name half in bold', () => {
  it('is known, and gone once it is erased, out of the journal too', async () => {
    const opened = await openTestCore()
    try {
      const id = newId()
      const fields = { familyName: family, givenName: given }
      const { persons } = await opened.ok('directory.addPerson', { id, fields })
      const { id: meetingId } = await opened.ok('meetings.create', {
        fields: { date: '2026-12-10' },
        fromTemplate: true,
      })
      const [section] = (await opened.ok('minutes.start', { meetingId })).sections
      const text = (words: string, ...marks: 'bold'[]) => ({
        ...{ type: 'text' as const, text: words },
        ...(marks.length === 0 ? {} : { marks: marks.map((type) => ({ type })) }),
      })
      const halves = [text(`${given} Zqxmarc`), text('henoir a la parole.', 'bold')]
      await opened.ok('minutes.updateSection', {
        ...{ id: section?.id ?? '', version: section?.version ?? 0 },
        patch: { exchanges: { type: 'doc', content: [{ type: 'paragraph', content: halves }] } },
      })
      const known = await opened.ok('personalData.known', { personId: id })
      expect(known.traces.map(({ table, columns }) => [table, columns])).toContainEqual([
        'minutes_section',
        ['exchanges'],
      ])
      const version = persons.find((one) => one.id === id)?.version ?? 0
      await opened.ok('personalData.anonymise', { personId: id, version, alsoFamilyName: false })
      for (const half of ['Zqxmarc', 'henoir']) expect(bytesHold(opened.folder, half)).toBe(false)
    } finally {
      await opened.dispose()
    }
  })
})

describe('a name in every text column', () => {
  let opened: OpenedCore
  let person: { id: string; version: number }
  let planted: Place[] = []
  beforeAll(async () => {
    opened = await openTestCore()
    person = await withPerson(opened)
    // Written and taken back, written and changed: the journal holds it in images of every kind.
    const subject = { title: `Sujet de ${given} ${family}`, text: 'À relire.' }
    await opened.ok('subjects.add', { id: newId(), fields: subject })
    await opened.ok('history.undo', {})
    await opened.restart(() => {
      planted = plantName(opened.folder, `${given} ${family}`, alwaysKept)
    })
    opened.isTampered = true
  }, 60_000)
  afterAll(() => opened.dispose())

  it('is planted in as many columns as people can write in', () => {
    expect(planted.length).toBeGreaterThan(100)
    for (const place of [
      'subject.note',
      'observation.comment',
      'session_line.raw',
      'minutes_section.exchanges',
      'journal',
    ])
      if (place !== 'journal') expect(planted.map(named)).toContain(place)
  })

  it('is known wherever it is', async () => {
    const known = await opened.ok('personalData.known', { personId: person.id })
    const found = new Set(
      known.traces.flatMap(({ table, columns }) => columns.map((column) => `${table}.${column}`)),
    )
    expect(planted.map(named).filter((place) => !found.has(place))).toEqual([])
    expect(known.journalEntries).toBeGreaterThan(0)
    expect(known.traces.filter(({ place, table }) => place === table).map(({ table }) => table)).toEqual([])
  })

  it('would be missed in a column that is left out (control)', async () => {
    const db = new Database(join(opened.folder, DATABASE_NAME), { ...nativeOptions(), readonly: true })
    try {
      const whole = new EveryText(db)
      const without = Object.create(whole, {
        tables: {
          value: whole.tables.map((table) =>
            table.name === 'subject'
              ? { ...table, columns: table.columns.filter((column) => column !== 'note') }
              : table,
          ),
        },
        step: { value: whole.step.bind(whole) },
        stepImages: { value: whole.stepImages.bind(whole) },
        stepSearch: { value: whole.stepSearch.bind(whole) },
      }) as EveryText
      const sought = {
        ids: new Set([person.id]),
        words: personWords({
          givenNames: [given],
          familyNames: [family],
          otherNames: [],
          emails: [],
          phones: [],
          hasNamesake: false,
        }),
      }
      const { rows } = await findPerson({ readTexts: async (work) => work(without) }, sought, true)
      const found = new Set(
        rows.flatMap(({ table, plan }) => plan.columns.map((column) => `${table.name}.${column}`)),
      )
      expect(planted.map(named).filter((place) => !found.has(place))).toEqual(['subject.note'])
    } finally {
      db.close()
    }
  })

  it('is in the bytes until it is erased, and then in none', async () => {
    for (const word of words) expect(bytesHold(opened.folder, word)).toBe(true)
    const [before] = readdirSync(join(opened.folder, 'sauvegardes')).filter((name) =>
      name.endsWith('.seances'),
    )
    const done = await opened.ok('personalData.anonymise', {
      personId: person.id,
      version: person.version,
      alsoFamilyName: false,
    })
    expect(done.rewritten).toBeGreaterThan(40)
    for (const word of words) {
      expect(placesOf(opened.folder, word)).toEqual([])
      expect(bytesHold(opened.folder, word)).toBe(false)
    }
    expect(before).toBeDefined()
    expect((await opened.ok('search.query', { words: family, only: null })).hits).toEqual([])
    expect(await opened.refused('personalData.known', { personId: person.id })).toBe('not-found')
  }, 60_000)

  it('leaves deleted words in the bytes as long as the file is not rewritten (control)', async () => {
    const id = newId()
    await opened.ok('subjects.add', { id, fields: { title: `Sujet de ${family}`, text: '' } })
    await opened.restart(() => {
      const db = new Database(join(opened.folder, DATABASE_NAME), nativeOptions())
      db.exec(`DELETE FROM subject WHERE title LIKE '%${family}%'; DELETE FROM journal_change;
        DELETE FROM journal_entry; DELETE FROM search_text WHERE title LIKE '%${family}%'`)
      db.close()
    })
    expect(placesOf(opened.folder, 'zqxmarchenoir')).toEqual([])
    expect(bytesHold(opened.folder, 'zqxmarchenoir')).toBe(true)
  })
})

const named = ({ table, column }: Place) => `${table}.${column}`

describe('a former member of an approved meeting', () => {
  let opened: OpenedCore
  let person: { id: string; version: number }
  let meetingId: string
  let encryptedBytes: Uint8Array
  beforeAll(async () => {
    opened = await openTestCore({ now: '2026-11-24T10:00:00.000Z', isRunning: true })
    person = await withPerson(opened)
    const mandate = {
      organisationId: null,
      seriesId: null,
      role: 'titulaire',
      startsOn: '2024-01-01',
    } as const
    await opened.ok('directory.addMandate', {
      id: newId(),
      personId: person.id,
      fields: { ...mandate, endsOn: '2025-06-30' },
    })
    meetingId = await approvedMeeting(opened, person.id)
    encryptedBytes = (await opened.ok('documents.render', { kind: 'minutes', meetingId })).bytes
  }, 60_000)
  afterAll(() => opened.dispose())

  it('is proposed once the time is over, and not before', async () => {
    const ids = async () => (await opened.ok('personalData.due', {})).persons.map(({ id }) => id)
    // The last meeting attended counts too: it was this autumn.
    expect(await ids()).not.toContain(person.id)
    const { version } = await opened.ok('personalData.get', {})
    await opened.ok('personalData.update', { version, patch: { contactMonths: 1 } })
    expect(await ids()).toContain(person.id)
    await opened.ok('history.undo', {})
    expect(await ids()).not.toContain(person.id)
  })

  it('says beforehand what will stay and why', async () => {
    const known = await opened.ok('personalData.known', { personId: person.id })
    const fateOf = (table: string) =>
      known.traces.filter((trace) => trace.table === table).map(({ fate }) => fate)
    expect(fateOf('person')).toEqual(['removed'])
    expect(fateOf('mandate')).toEqual(['removed'])
    expect(fateOf('attendee')).toEqual(['kept'])
    expect(new Set(fateOf('minutes_version'))).toEqual(new Set(['kept']))
    expect(known.traces.filter(({ fate }) => fate === 'kept').map(({ because }) => because)).not.toContain(
      null,
    )
    expect(known.copies.map(({ kind }) => kind)).toContain('approvedPaper')
    // Leftovers of recoveries, restores and abrupt ends beside the data hold the name too.
    const at = '2026-11-24T08-05-12-003Z'
    const made = [
      `remplace-${at}`,
      `donnees-endommagees-${at}`,
      join('trouve-a-l-ouverture', at),
      join('pieces-alterees', `${at}_${'a'.repeat(64)}`),
    ].map((name) => join(opened.folder, name))
    for (const path of made) mkdirSync(path, { recursive: true })
    const { copies } = await opened.ok('personalData.known', { personId: person.id })
    expect(copies.filter((copy) => copy.at === '2026-11-24T08:05:12.003Z').map(({ kind }) => kind)).toEqual([
      'setAside',
      'damaged',
      'found',
      'altered',
    ])
    for (const path of made) rmSync(path, { recursive: true })
  })

  it('leaves the approved minutes untouched, byte for byte, and nothing else', async () => {
    await opened.ok('personalData.anonymise', {
      personId: person.id,
      version: person.version,
      alsoFamilyName: true,
    })
    const { bytes } = await opened.ok('documents.render', { kind: 'minutes', meetingId })
    expect(Buffer.from(bytes).equals(Buffer.from(encryptedBytes))).toBe(true)
    const left = new Set(placesOf(opened.folder, 'zqxmarchenoir').map((place) => place.split('.')[0]))
    expect([...left].sort()).toEqual(['attendee', 'minutes_version'])
    expect(placesOf(opened.folder, 'zqxmarchenoir@')).toEqual([])
    // A link without anything at its end.
    expect(placesOf(opened.folder, person.id)).toEqual(['minutes_version.content'])
    const attendees = await opened.ok('attendance.list', { meetingId })
    expect(attendees.map(({ familyName }) => familyName)).toContain(family)
  }, 60_000)

  it('is noted with when, by whom and how much, without the name', async () => {
    const { erasures } = await opened.ok('personalData.get', {})
    expect(erasures).toMatchObject([
      { kind: 'person', doneBy: expect.stringMatching(/./), removed: expect.any(Number) },
    ])
    expect(erasures[0]?.removed).toBeGreaterThan(0)
  })

  it('is in the backups made before and in none made after', async () => {
    const [newest, ...older] = (await opened.ok('backups.list', {})).files
    const holds = (token: string) => {
      const db = new Database(join(opened.folder, 'sauvegardes', token), {
        ...nativeOptions(),
        readonly: true,
      })
      const found = db.prepare('SELECT 1 FROM person WHERE family_name = ?').get(family)
      db.close()
      return found !== undefined
    }
    expect(holds(newest?.token ?? '')).toBe(false)
    expect(older.some(({ token }) => holds(token))).toBe(true)
  })

  it('cannot be brought back by undo, which stays before the seal', async () => {
    expect(await opened.refused('history.undo', {})).toBe('undo-past-seal')
    // Nor by its number: none is left that does not lead to the seal.
    expect((await opened.ok('history.state', {})).undo).toBeNull()
    expect(placesOf(opened.folder, 'zqxmarchenoir').every((place) => !place.startsWith('person'))).toBe(true)
  })

  it('refuses a card that changed since it was looked at', async () => {
    const id = newId()
    await opened.ok('directory.addPerson', { id, fields: { familyName: 'Zqxautre' } })
    expect(
      await opened.refused('personalData.anonymise', { personId: id, version: 7, alsoFamilyName: false }),
    ).toBe('conflict')
  })
})

/** Minutes of a meeting that the person attended, approved. */
async function approvedMeeting(opened: OpenedCore, personId: string): Promise<string> {
  const fields = { date: '2026-10-01', title: 'Séance scellée' }
  const { id: meetingId } = await opened.ok('meetings.create', { fields, fromTemplate: true })
  await opened.ok('attendance.add', {
    id: newId(),
    meetingId,
    fields: { familyName: family, givenName: given, personId, status: 'surPlace' },
  })
  for (const state of ['convened', 'held'] as const) {
    const { version } = (await opened.ok('meetings.get', { id: meetingId })).meeting
    await opened.ok('meetings.setState', { id: meetingId, version, state })
  }
  let minutes: { id: string; version: number } = (await opened.ok('minutes.start', { meetingId })).minutes
  for (const state of ['internalReview', 'review', 'validated'] as const)
    minutes = await opened.ok('minutes.setState', { id: minutes.id, version: minutes.version, state })
  await oneApproves(opened, meetingId)
  const choice = { mode: 'written', approvingMeetingId: null, itemId: null } as const
  await opened.ok('approval.approve', {
    meetingId,
    ...choice,
    approvedOn: '2026-11-20',
    corrections: '',
    asked: await askedOf(opened.ok, meetingId),
  })
  return meetingId
}
