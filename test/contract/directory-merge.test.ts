import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nativeOptions } from '../../electron/db/native.ts'
import { DATABASE_NAME } from '../../electron/db/open.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { askedOf } from '../asked.ts'
import { isOfTeam } from '../team/engine.ts'
import { hold, validate } from './minutes-world.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

let opened: OpenedCore
beforeEach(async () => {
  opened = await openTestCore()
})
afterEach(() => opened.dispose())

const person = async (fields: { familyName: string } & Record<string, string | null>) => {
  const id = newId()
  await opened.ok('directory.addPerson', { id, fields })
  return id
}
const pair = async () => ({
  kept: await person({ familyName: 'Marchetti', givenName: 'H.', email: 'h.marchetti@exemple.invalid' }),
  other: await person({
    familyName: 'Durand',
    givenName: 'Hélène',
    civility: 'Mme',
    email: 'helene.durand@exemple.invalid',
    phone: '01 00 00 00 00',
    copyEmails: 'assistante@exemple.invalid',
  }),
})
const meeting = async (date = '2026-12-10') =>
  (await opened.ok('meetings.create', { fields: { date }, fromTemplate: false })).id
const item = async (meetingId: string) => {
  const id = newId()
  await opened.ok('agenda.add', {
    id,
    meetingId,
    parentId: null,
    afterId: null,
    fields: { title: 'Un point' },
  })
  return id
}

/** Every row that points to a person, as "table.column", read from the file itself. */
function links(personId: string): string[] {
  const db = new Database(join(opened.folder, DATABASE_NAME), { ...nativeOptions(), readonly: true })
  try {
    return referencing(db).flatMap(([table, column]) =>
      db
        .prepare(`SELECT id FROM ${table} WHERE ${column} = ?`)
        .all(personId)
        .map(() => `${table}.${column}`),
    )
  } finally {
    db.close()
  }
}

function referencing(db: Database.Database): [string, string][] {
  const tables = db.prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`).pluck().all() as string[]
  return tables.flatMap((table) =>
    (db.pragma(`foreign_key_list(${table})`) as { table: string; from: string }[])
      .filter((key) => key.table === 'person')
      .map(({ from }): [string, string] => [table, from]),
  )
}

/** An action of approved minutes given to somebody since: the link lies beside what was printed. */
async function reassignAfterApproval(ownerId: string): Promise<void> {
  const meetingId = await meeting('2026-10-08')
  const itemId = await item(meetingId)
  await hold(opened, meetingId)
  const action = await opened.ok('minutes.addAction', { id: newId(), itemId, fields: { text: 'Publier' } })
  await validate(opened, meetingId)
  await opened.ok('approval.approve', {
    meetingId,
    mode: 'written',
    approvingMeetingId: null,
    approvedOn: '2026-10-20',
    corrections: '',
    asked: await askedOf(opened.ok, meetingId),
    itemId: null,
  })
  await opened.ok('followUp.reassign', {
    targets: [{ id: action.id, version: action.version }],
    owner: 'Mme Durand',
    ownerId,
    organisation: '',
    reason: '',
  })
}

/** One row in every table that can point to a person. */
async function linkEverywhere(id: string, third: string) {
  await reassignAfterApproval(id)
  const meetingId = await meeting()
  const itemId = await item(meetingId)
  const { items } = await opened.ok('agenda.list', { meetingId })
  const version = items.find((one) => one.id === itemId)?.version ?? 0
  await opened.ok('agenda.update', {
    id: itemId,
    version,
    patch: { presenter: 'Mme Durand', presenterId: id },
  })
  await opened.ok('agenda.addGuest', { itemId, personId: id })
  await opened.ok('attachments.addAwaited', {
    id: newId(),
    itemId,
    fields: { title: 'Diaporama', fromName: 'Mme Durand', fromId: id },
  })
  await opened.ok('directory.addMandate', { id: newId(), personId: id, fields: { role: 'titulaire' } })
  await opened.ok('directory.setDistinct', { personId: id, otherId: third })
  await opened.ok('replies.set', { meetingId, personId: id, fields: { answer: 'remote' } })
  await opened.ok('subjects.add', {
    id: newId(),
    fields: { title: 'Un sujet', requester: 'Mme Durand', requesterId: id },
  })
  const projectId = newId()
  await opened.ok('projects.add', { id: projectId, fields: { title: 'Annuaire partagé' } })
  await opened.ok('projects.addContact', {
    id: newId(),
    projectId,
    fields: { personId: id, part: 'cheffe de projet' },
  })
  await opened.ok('dispatch.prepare', { meetingId, kind: 'convocation', itemId: null })
  await opened.ok('minutes.start', { meetingId })
  await opened.ok('approval.setReply', { meetingId, personId: id, answer: 'approves' })
  await opened.ok('minutes.addAction', {
    id: newId(),
    itemId,
    fields: { text: 'Écrire', owner: 'Mme Durand', ownerId: id },
  })
  await opened.ok('session.addLine', {
    id: newId(),
    meetingId,
    at: '2026-12-10T14:00:00.000Z',
    fields: {
      itemId,
      kind: 'intervention',
      raw: '@Durand demande un délai',
      text: 'demande un délai',
      speaker: 'Mme Durand',
      organisation: '',
      personId: id,
      organisationId: null,
      dueDate: null,
      dueWords: '',
      watchItemId: null,
    },
  })
  return { meetingId, itemId }
}

describe('merging two persons', () => {
  // The links are read from the file of a desk; on a base its rows are compared with those (test/team/every-method.test.ts).
  if (!isOfTeam)
    it('moves every link of every table, and one undo puts every one back', async () => {
      const { kept, other } = await pair()
      const third = await person({ familyName: 'Durand', givenName: 'Hélène' })
      const { meetingId, itemId } = await linkEverywhere(other, third)
      const before = links(other)
      const db = new Database(join(opened.folder, DATABASE_NAME), { ...nativeOptions(), readonly: true })
      const possible = referencing(db).map(([table, column]) => `${table}.${column}`)
      db.close()
      // A table that points to persons and is not in this test would be forgotten by the merge too.
      const linked = new Set(before.map((link) => (link.startsWith('distinct_person') ? 'distinct' : link)))
      expect([...linked].sort()).toEqual(
        [...new Set(possible.map((link) => (link.startsWith('distinct_person') ? 'distinct' : link)))].sort(),
      )
      await opened.ok('directory.mergePersons', { id: kept, otherId: other })
      expect(links(other)).toEqual([])
      expect(links(kept).sort()).toEqual(before.filter((link) => !link.startsWith('distinct_person')).sort())
      // Printed names stay printed.
      const { items } = await opened.ok('agenda.list', { meetingId })
      expect(items.find(({ id }) => id === itemId)).toMatchObject({
        presenter: 'Mme Durand',
        presenterId: kept,
      })
      await opened.ok('history.undo', {})
      expect(links(other).sort()).toEqual(before.sort())
      expect(links(kept)).toEqual([])
      await opened.ok('history.redo', {})
      expect(links(other)).toEqual([])
    })

  it('fills what is empty, keeps the other name, and loses no address', async () => {
    const { kept, other } = await pair()
    const { persons } = await opened.ok('directory.mergePersons', { id: kept, otherId: other })
    expect(persons).toMatchObject([
      {
        id: kept,
        civility: 'Mme',
        givenName: 'Hélène',
        familyName: 'Marchetti',
        otherNames: 'Hélène Durand',
        email: 'h.marchetti@exemple.invalid',
        phone: '01 00 00 00 00',
        copyEmails: 'assistante@exemple.invalid',
      },
    ])
  })

  it('keeps one guest, one reply (the newer), one of each mandate', async () => {
    const { kept, other } = await pair()
    const meetingId = await meeting()
    const itemId = await item(meetingId)
    for (const personId of [kept, other]) {
      await opened.ok('agenda.addGuest', { itemId, personId })
      await opened.ok('directory.addMandate', { id: newId(), personId, fields: { role: 'titulaire' } })
      await opened.ok('replies.set', {
        meetingId,
        personId,
        fields: { answer: personId === kept ? 'onSite' : 'excused' },
      })
    }
    const { mandates } = await opened.ok('directory.mergePersons', { id: kept, otherId: other })
    expect(mandates).toHaveLength(1)
    const { guests } = await opened.ok('agenda.list', { meetingId })
    expect(guests.map(({ personId }) => personId)).toEqual([kept])
    const { asked } = await opened.ok('replies.list', { meetingId })
    expect(asked.map(({ personId, reply }) => [personId, reply?.answer])).toEqual([[kept, 'excused']])
    await opened.ok('history.undo', {})
    expect((await opened.ok('replies.list', { meetingId })).asked).toHaveLength(2)
  })

  it('keeps who was there as it was noted', async () => {
    const { kept, other } = await pair()
    const meetingId = await meeting()
    const attend = (personId: string, familyName: string, status: 'surPlace' | 'excuse' | null) =>
      opened.ok('attendance.add', { id: newId(), meetingId, fields: { personId, familyName, status } })
    await attend(kept, 'Marchetti', null)
    await attend(other, 'Durand', 'surPlace')
    await opened.ok('directory.mergePersons', { id: kept, otherId: other })
    expect(await opened.ok('attendance.list', { meetingId })).toMatchObject([
      { familyName: 'Durand', status: 'surPlace', personId: kept },
    ])
    await opened.ok('history.undo', {})
    const [first] = await opened.ok('attendance.list', { meetingId })
    await opened.ok('attendance.update', {
      id: first?.id ?? '',
      version: first?.version ?? 0,
      patch: { status: 'excuse' },
    })
    await opened.ok('directory.mergePersons', { id: kept, otherId: other })
    expect(await opened.ok('attendance.list', { meetingId })).toMatchObject([
      { familyName: 'Marchetti', status: 'excuse', personId: kept },
      { familyName: 'Durand', status: 'surPlace', personId: null },
    ])
  })

  it('refuses one entry with itself, and entries that are gone', async () => {
    const { kept, other } = await pair()
    expect(await opened.refused('directory.mergePersons', { id: kept, otherId: kept })).toBe('invalid-input')
    await opened.ok('directory.mergePersons', { id: kept, otherId: other })
    expect(await opened.refused('directory.mergePersons', { id: kept, otherId: other })).toBe('not-found')
  })
})

describe('duplicates', () => {
  it('are proposed until they are merged or said to be two', async () => {
    const first = await person({ familyName: 'Garnerin', givenName: 'Zélie' })
    const second = await person({ familyName: 'GARNERIN', givenName: 'Zelie' })
    const third = await person({ familyName: 'Zélie', givenName: 'Garnerin' })
    const pairs = async () =>
      (await opened.ok('directory.duplicates', {})).map(({ a, b, certainty }) => [new Set([a, b]), certainty])
    expect(await pairs()).toEqual([
      [new Set([first, second]), 'likely'],
      [new Set([first, third]), 'likely'],
      [new Set([second, third]), 'likely'],
    ])
    await opened.ok('directory.setDistinct', { personId: second, otherId: first })
    await opened.ok('directory.setDistinct', { personId: first, otherId: second })
    await opened.restart()
    expect(await pairs()).toHaveLength(2)
    await opened.ok('directory.mergePersons', { id: first, otherId: third })
    expect(await pairs()).toEqual([])
    await opened.ok('history.undo', {})
    await opened.ok('history.undo', {})
    expect(await pairs()).toHaveLength(3)
  })
})
