import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../electron/contract/errors.ts'
import { DirectoryDraft } from '../../electron/domain/people/directory-draft.ts'
import { addressesOf, properCase, splitName } from '../../electron/imports/directory/cells.ts'
import { readDirectory } from '../../electron/imports/directory/read-directory.ts'
import { comparable, knownDirectory as directory, listBytes, lists } from '../fixtures/directory/known.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const read = (fileName: string, bytes: Uint8Array) => readDirectory({ fileName, bytes, directory })

describe('lists of persons', () => {
  it('has its fixtures', () => {
    expect(lists().length).toBe(5)
  })

  it.each(lists())('understands $name', ({ name, bytes, expected }) => {
    const draft = read(name, bytes)
    expect(DirectoryDraft.parse(draft)).toEqual(draft)
    expect(comparable(draft)).toEqual(expected)
  })

  it('takes the same list in as known once it was added', () => {
    const { rows } = read('sieges.csv', listBytes('sieges.csv'))
    const persons = rows.map(({ person }, n) => ({
      ...person,
      id: `01900000-0000-7000-8000-${String(100 + n).padStart(12, '0')}`,
      version: 1,
      organisationId: null,
      protocolOrder: n,
    }))
    const again = readDirectory({
      fileName: 'sieges.csv',
      bytes: listBytes('sieges.csv'),
      directory: { ...directory, persons },
    })
    expect(again.rows.map(({ match }) => match?.personId)).toEqual(persons.map(({ id }) => id))
    expect(again.rows.map(({ take }) => take)).toEqual(['update', 'update', 'update'])
  })
})

describe('what is no list', () => {
  const refusal = (name: string, bytes: Uint8Array) => {
    try {
      read(name, bytes)
      return null
    } catch (error) {
      if (error instanceof AppError) return error.code
      throw error
    }
  }
  const word = readFileSync(new URL('../fixtures/imports/compte-rendu.docx', import.meta.url))

  it.each([
    ['vide.csv', new Uint8Array(), 'file-empty'],
    ['blanc.csv', utf8(' \n'), 'file-empty'],
    ['compte-rendu.docx', new Uint8Array(word), 'file-format-unknown'],
    ['classeur.xlsx', utf8('Nom;Prénom'), 'file-damaged'],
    ['image.csv', Uint8Array.from({ length: 400 }, (_, n) => n % 7), 'file-format-unknown'],
  ])('refuses %s', (name, bytes, code) => {
    expect(refusal(name, bytes)).toBe(code)
  })

  it('reads any table without failing, in the declared shape', () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 30 }),
      fc.constantFrom(
        'Nom',
        'Prénom',
        'Mél',
        'Titulaire',
        'x',
        'Mme',
        'a@b.invalid',
        '12/03/2026',
        'MARCHETTI',
      ),
    )
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 12 }),
        (table) => {
          const text = table
            .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(';'))
            .join('\r\n')
          try {
            const draft = read('liste.csv', utf8(text))
            expect(DirectoryDraft.parse(draft)).toEqual(draft)
          } catch (error) {
            if (!(error instanceof AppError)) throw error
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  it('says when a list is longer than what is read', () => {
    const rows = Array.from({ length: 5100 }, (_, n) => `Nom${n};Prénom${n}`)
    const draft = read('long.csv', utf8(['Nom;Prénom', ...rows].join('\n')))
    expect([draft.rows.length, draft.truncated]).toEqual([5000, true])
  })
})

describe('cells', () => {
  it('never let a line break into an address', () => {
    const piece = fc.constantFrom('a', 'b.c', '@', 'x.invalid', '\n', '\r', ' ', ';', '<', '>', ',')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const { email, others } = addressesOf(pieces.join(''))
        for (const address of [email, ...others]) expect(address).not.toMatch(/[\s<>,;]/)
      }),
    )
  })

  it.each([
    ['Mme Hélène MARCHETTI', '', ['Mme', 'Hélène', 'Marchetti']],
    ['DE LA TOURETTE Jean-Marc', '', ['', 'Jean-Marc', 'de La Tourette']],
    ['Marchetti Hélène', 'Nom prénom', ['', 'Hélène', 'Marchetti']],
    ['Hélène de La Tourette', 'Prénom nom', ['', 'Hélène', 'de La Tourette']],
    ['M. Quercy', '', ['M.', '', 'Quercy']],
    ['Marchetti, Hélène', '', ['', 'Hélène', 'Marchetti']],
    ['Hélène Marchetti (présidente)', '', ['', 'Hélène', 'Marchetti']],
  ])('take "%s" apart', (cell, head, expected) => {
    const { civility, givenName, familyName } = splitName(cell, head)
    expect([civility, givenName, familyName]).toEqual(expected)
  })

  it('leave a name alone that is not all in capitals', () => {
    expect(['McExemple', 'D’ESTRELLE-ROUX', 'J.-P.', 'É'].map(properCase)).toEqual([
      'McExemple',
      'd’Estrelle-Roux',
      'J.-P.',
      'É',
    ])
  })
})
