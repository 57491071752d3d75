import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Output } from '../../electron/contract/index.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { listBytes } from '../fixtures/directory/known.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

let opened: OpenedCore
beforeEach(async () => {
  opened = await openTestCore()
})
afterEach(() => opened.dispose())

type Rows = Output<'directory.readFile'>['rows']
const reviewed = (rows: Rows) => rows.map((row) => ({ ...row, id: newId() }))
const readList = (fileName: string) =>
  opened.ok('directory.readFile', { fileName, bytes: listBytes(fileName) })

describe('a list of persons', () => {
  it('enters an empty directory with its organisations, colleges and mandates, and leaves at one undo', async () => {
    const { rows } = await readList('classeur.xlsx')
    const empty = await opened.ok('directory.list', {})
    const view = await opened.ok('directory.takeDraft', { rows: reviewed(rows) })
    expect(view.colleges.map(({ name }) => name)).toEqual(['Associations d’élus', 'Collège des opérateurs'])
    expect(view.organisations.map(({ acronym }) => acronym)).toEqual(['ACD', 'DEX', 'ERE'])
    expect(
      view.persons.map(({ familyName, organisationId }) => [
        familyName,
        view.organisations.find(({ id }) => id === organisationId)?.acronym,
      ]),
    ).toEqual([
      ['Nérac', 'ACD'],
      ['Marchetti', 'ACD'],
      ['Nérac', 'DEX'],
      ['Xaintrailles', 'ERE'],
    ])
    expect(view.mandates.map(({ role, startsOn, endsOn }) => [role, startsOn, endsOn])).toContainEqual([
      'titulaire',
      '2027-01-01',
      '2027-12-31',
    ])
    expect(await opened.ok('history.list', { meetingId: null, limit: 5 })).toHaveLength(1)
    await opened.ok('history.undo', {})
    expect(await opened.ok('directory.list', {})).toEqual(empty)
  })

  it('sent again after an interruption adds nobody, nor does the same file read again', async () => {
    const { rows } = await readList('sieges.csv')
    const input = { rows: reviewed(rows) }
    await opened.ok('directory.takeDraft', input)
    const once = await opened.ok('directory.list', {})
    expect(await opened.ok('directory.takeDraft', input)).toEqual(once)
    const again = await readList('sieges.csv')
    expect(again.rows.map(({ take }) => take)).toEqual(['update', 'update', 'update'])
    expect(await opened.ok('directory.takeDraft', { rows: reviewed(again.rows) })).toEqual(once)
  })

  it('completes a known person: newer address, other name kept, accents not lost', async () => {
    const [organisationId, id] = [newId(), newId()]
    await opened.ok('directory.addOrganisation', {
      id: organisationId,
      fields: { name: 'Réseau des intercommunalités exemple', acronym: 'RIE' },
    })
    await opened.ok('directory.addPerson', {
      id,
      fields: { givenName: 'Odile', familyName: 'Chastang', organisationId, phone: '01 00 00 00 09' },
    })
    const { rows } = await readList('autres-colonnes-utf8.csv')
    const [row] = rows
    expect(row).toMatchObject({ match: { personId: id, certainty: 'sure' }, take: 'update' })
    const view = await opened.ok('directory.takeDraft', { rows: reviewed(rows.slice(0, 1)) })
    expect(view.persons).toMatchObject([
      {
        id,
        familyName: 'Chastang',
        otherNames: 'Odile Bressuire',
        email: 'odile.bressuire@rie.exemple.invalid',
        phone: '01 00 00 00 01 / 06 00 00 00 01',
        organisationId,
      },
    ])
  })

  it('takes two rows of one person, the second of which ends the mandate of the first', async () => {
    const id = newId()
    await opened.ok('directory.addPerson', { id, fields: { givenName: 'Odile', familyName: 'Chastang' } })
    const list = 'Nom;Prénom;Statut;Fin\nChastang;Odile;Titulaire;\nChastang;Odile;Titulaire;31/12/2027'
    const bytes = new TextEncoder().encode(list)
    const { rows } = await opened.ok('directory.readFile', { fileName: 'liste.csv', bytes })
    expect(rows.map(({ warnings }) => warnings.includes('same-line-before'))).toEqual([false, true])
    const both = rows.map((row) => ({ ...row, take: 'update' as const }))
    const { mandates } = await opened.ok('directory.takeDraft', { rows: reviewed(both) })
    expect(mandates).toMatchObject([{ personId: id, endsOn: '2027-12-31' }])
  })

  it('leaves what the review leaves, and takes nothing when one row cannot be taken', async () => {
    const { rows } = await readList('points-virgules-windows1252.csv')
    const skipped = rows.map((row) => ({ ...row, take: 'skip' as const }))
    expect((await opened.ok('directory.takeDraft', { rows: reviewed(skipped) })).persons).toEqual([])
    const forced = rows.map((row) => ({ ...row, take: 'add' as const }))
    expect(await opened.refused('directory.takeDraft', { rows: reviewed(forced) })).toBe('invalid-input')
    expect(await opened.ok('directory.list', {})).toMatchObject({ persons: [], organisations: [] })
  })

  it('is refused by name when it is no list, and nothing is stored by reading', async () => {
    const bytes = new TextEncoder().encode('Nom;Prénom')
    expect(await opened.refused('directory.readFile', { fileName: 'a.xlsx', bytes })).toBe('file-damaged')
    expect(await opened.refused('directory.readFile', { fileName: 'a.csv', bytes: new Uint8Array() })).toBe(
      'file-empty',
    )
    expect(await opened.ok('directory.readFile', { fileName: 'a.csv', bytes })).toMatchObject({ rows: [] })
    await readList('sieges.csv')
    expect(await opened.ok('history.list', { meetingId: null, limit: 5 })).toEqual([])
  })

  it('of a thousand rows is taken in whole', async () => {
    const lines = Array.from(
      { length: 1000 },
      (_, n) => `Exemple${n};Prénom${n};p${n}@exemple.invalid;Organisme ${n % 60};Titulaire`,
    )
    const bytes = new TextEncoder().encode(['Nom;Prénom;Mél;Structure;Statut', ...lines].join('\n'))
    const { rows } = await opened.ok('directory.readFile', { fileName: 'mille.csv', bytes })
    const input = { rows: reviewed(rows) }
    const view = await opened.ok('directory.takeDraft', input)
    expect([view.persons.length, view.organisations.length, view.mandates.length]).toEqual([1000, 60, 1000])
  })
})
