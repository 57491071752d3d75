import { describe, expect, it } from 'vitest'
import type { Attendee } from '../../electron/domain/attendance/attendance.ts'
import { fullName } from '../../electron/domain/people/full-name.ts'
import { readQuickLine } from '../../renderer/features/attendance/quick-line.ts'
import { attendee } from './documents-builders.ts'

const one = (place: number, givenName: string, familyName: string): Attendee =>
  attendee(place, { givenName, familyName, organisation: `Service ${place}`, status: null })
const list = [
  one(0, 'Luc', 'Sarlat'),
  one(1, 'Léa', 'Sarlat'),
  one(2, 'Ana', 'Petitjean'),
  one(3, 'Jeanne', 'Sarlatière'),
]
const read = (typed: string) => readQuickLine(typed, list, undefined, '14:00')
/** What Enter does, and of whom. */
function meant(typed: string): string[] {
  const line = read(typed)
  switch (line.is) {
    case 'person':
      return ['person', fullName(line.attendee)]
    case 'hour':
      return ['hour', fullName(line.attendee)]
    case 'allBut':
      return ['allBut', ...line.except.map(fullName), ...line.unknown.map((name) => `? ${name}`)]
    case 'add':
      return ['add', line.fields.givenName ?? '', line.fields.familyName]
    default:
      return [line.is]
  }
}

describe('a quick line', () => {
  it.each([
    ['pet', ['person', 'Ana Petitjean']],
    ['je sa', ['person', 'Jeanne Sarlatière']],
    ['ap', ['person', 'Ana Petitjean']],
    ['Jeanne Sarlatière', ['person', 'Jeanne Sarlatière']],
    ['Mme Petitjean', ['person', 'Ana Petitjean']],
    ['M. Luc Sarlat', ['person', 'Luc Sarlat']],
    ['Petitjean arr 14h40', ['hour', 'Ana Petitjean']],
    // Nobody is meant whose name only goes on from the one that is written out.
    ['Jean Sarlat', ['add', 'Jean', 'Sarlat']],
    ['Mme Orvault', ['add', '', 'Orvault']],
    ['Orvault', ['unknown']],
    ['Professeure Orvault', ['add', '', 'Orvault']],
    ['docteure Petitjean', ['person', 'Ana Petitjean']],
    ['Mme x', ['unknown']],
  ])('%j', (typed, wanted) => expect(meant(typed)).toEqual(wanted))

  it.each([
    ['tous', ['allBut']],
    ['tous sauf pet', ['allBut', 'Ana Petitjean']],
    ['tous, sauf Petitjean', ['allBut', 'Ana Petitjean']],
    ['Toutes sauf Mme Petitjean et Luc Sarlat', ['allBut', 'Ana Petitjean', 'Luc Sarlat']],
    ['tous sauf Petit', ['allBut', '? Petit']],
    ['tous sauf Petitjean (Ana)', ['allBut', 'Ana Petitjean']],
  ])('%j', (typed, wanted) => expect(meant(typed)).toEqual(wanted))

  it('asks which of several alike stays away', () => {
    const line = read('tous sauf Sarlat')
    expect(line).toMatchObject({ is: 'allBut', except: [] })
    expect(line.is === 'allBut' ? line.several.map(fullName) : []).toEqual(['Luc Sarlat', 'Léa Sarlat'])
    expect(meant('tous sauf Léa Sarlat')).toEqual(['allBut', 'Léa Sarlat'])
  })
})
