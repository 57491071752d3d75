// What is known of a person, where others bear the family name.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../renderer/api/new-id.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

let opened: OpenedCore
let personId: string
beforeEach(async () => {
  opened = await openTestCore()
  const add = async (givenName: string) => {
    const id = newId()
    await opened.ok('directory.addPerson', { id, fields: { givenName, familyName: 'Zqxdragon' } })
    return id
  }
  personId = await add('Hélène')
  const other = await add('Aïcha')
  const fields = { date: '2026-12-10' }
  const { id: meetingId } = await opened.ok('meetings.create', { fields, fromTemplate: false })
  const attend = (givenName: string, of: string | null) =>
    opened.ok('attendance.add', {
      id: newId(),
      meetingId,
      fields: { familyName: 'Zqxdragon', givenName, personId: of },
    })
  await attend('Hélène', personId)
  await attend('Aïcha', other)
  await attend('Wassim', null)
  for (const title of ['Exposé d’Aïcha Zqxdragon', 'Exposé de Wassim Zqxdragon', 'Le rapport Zqxdragon'])
    await opened.ok('subjects.add', { id: newId(), fields: { title, text: '' } })
})
afterEach(() => opened.dispose())

describe('a person whose family name others bear', () => {
  it('has what is certainly theirs, and apart what only may be; nothing of the others', async () => {
    const { traces, journalEntries } = await opened.ok('personalData.known', { personId })
    const told = traces.map(({ table, by, excerpt }) => [table, by, excerpt])
    expect(told.sort()).toEqual([
      ['attendee', 'link', 'Hélène Zqxdragon'],
      ['person', 'own', 'Hélène Zqxdragon'],
      ['subject', 'familyName', 'Le rapport Zqxdragon'],
    ])
    expect(journalEntries).toBe(2)
  })

  it('is handed a file with what is certainly theirs alone', async () => {
    for (const format of ['json', 'html'] as const) {
      const path = join(opened.folder, `connu.${format}`)
      await opened.core.internal('writeDocument', {
        subject: { kind: 'knownPerson', personId },
        format,
        path,
      })
      const text = readFileSync(path, 'utf8')
      expect(text).toContain('Hélène Zqxdragon')
      for (const other of ['Aïcha', 'Wassim', 'rapport']) expect(text).not.toContain(other)
    }
  })

  it('leaves the others their name when it is erased, also where it stands alone', async () => {
    const { persons } = await opened.ok('directory.list', {})
    const version = persons.find(({ id }) => id === personId)?.version ?? 0
    await opened.ok('personalData.anonymise', { personId, version, alsoFamilyName: true })
    const left = (await opened.ok('directory.list', {})).persons.map(({ familyName }) => familyName)
    expect(left).toEqual(['Zqxdragon'])
    const subjects = await opened.ok('subjects.list', {})
    expect(new Set(subjects.map(({ title }) => title))).toEqual(
      new Set(['Exposé d’Aïcha Zqxdragon', 'Exposé de Wassim Zqxdragon', 'Le rapport [nom effacé]']),
    )
  })
})
