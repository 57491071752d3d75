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
  one(4, 'Inès', 'Njoya'),
]
const read = (typed: string) => readQuickLine(typed, list, undefined, '14:00')
const directoryOf = (...givenNames: string[]) => ({
  ...{ colleges: [], organisations: [], mandates: [], formerNames: [] },
  persons: givenNames.map((givenName) => ({
    ...{ id: givenName, version: 1, organisationId: null, civility: '' as const, givenName },
    ...{ familyName: 'Orvault', otherNames: '', jobTitle: '', email: '', phone: '' },
    ...{ copyEmails: '', protocolOrder: 0 },
  })),
})
/** What Enter does, and of whom. */
function meant(typed: string): unknown[] {
  const line = read(typed)
  switch (line.is) {
    case 'person':
      return ['person', fullName(line.attendee)]
    case 'said':
      return ['said', fullName(line.attendee), ...Object.values(line.said)]
    case 'nobody':
      return ['nobody', line.name]
    case 'noSubstitute':
      return ['noSubstitute', line.of, line.name]
    case 'allBut':
      return ['allBut', ...line.except.map(fullName), ...line.unknown.map((name) => `? ${name}`)]
    case 'several':
      return ['several', ...line.names]
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
    // With the apostrophe that the list does not have.
    ['N’Joya', ['person', 'Inès Njoya']],
    ["n'jo", ['person', 'Inès Njoya']],
    ['Petitjean arr 14h40', ['said', 'Ana Petitjean', '14:40']],
    ['Petitjean arrivée 25h99', ['noHour']],
    ['Orvault arrivée 14h40', ['unknown']],
    ['Mme Orvault vers 14h40', ['unknown']],
    // What means several alike marks nobody; a whole name is no beginning.
    ['sa', ['several', 'Luc Sarlat', 'Léa Sarlat', 'Jeanne Sarlatière']],
    ['sarlat', ['several', 'Luc Sarlat', 'Léa Sarlat']],
    ['Sarlat dép 16h', ['several', 'Luc Sarlat', 'Léa Sarlat']],
    ['luc', ['person', 'Luc Sarlat']],
    ['service', ['several', 'Luc Sarlat', 'Léa Sarlat', 'Ana Petitjean', 'Jeanne Sarlatière', 'Inès Njoya']],
    // Nobody is meant whose name only goes on from the one that is written out.
    ['Jean Sarlat', ['add', 'Jean', 'Sarlat']],
    ['Mme Orvault', ['add', '', 'Orvault']],
    ['Orvault', ['unknown']],
    ['Professeure Orvault', ['add', '', 'Orvault']],
    ['docteure Petitjean', ['person', 'Ana Petitjean']],
    ['Mme x', ['unknown']],
    ['M. le préfet', ['unknown']],
  ])('%j', (typed, wanted) => expect(meant(typed)).toEqual(wanted))

  it.each([
    ['tous', ['allBut']],
    ['tous présents', ['allBut']],
    ['Tous sont présents sauf pet', ['allBut', 'Ana Petitjean']],
    ['tous sauf pet', ['allBut', 'Ana Petitjean']],
    ['tous, sauf Petitjean', ['allBut', 'Ana Petitjean']],
    ['Toutes sauf Mme Petitjean et Luc Sarlat', ['allBut', 'Ana Petitjean', 'Luc Sarlat']],
    ['tous sauf Petit', ['allBut', '? Petit']],
    ['tous sauf Petitjean (Ana)', ['allBut', 'Ana Petitjean']],
  ])('%j', (typed, wanted) => expect(meant(typed)).toEqual(wanted))

  const byInes = ['said', 'Ana Petitjean', 'represente', 'Inès Njoya']
  it.each([
    ['petitjean représentée par njoya', byInes],
    ['Ana Petitjean est représentée par Inès Njoya', byInes],
    ['petitjean representee par M. njoya', byInes],
    ['petitjean remplacée par njoya', byInes],
    ['petitjean (pouvoir à njoya)', byInes],
    ['petitjean donne pouvoir à Njoya', byInes],
    ['petitjean a donné procuration à njoya', byInes],
    ['Njoya représente Petitjean', byInes],
    ['petitjean (représentée par njoya)', byInes],
    ['petitjean repr. par njoya', byInes],
    ['petitjean représentée par', ['byWhom']],
    ['petitjean représentée', ['byWhom']],
    ['petitjean représentée par Orvault', ['noSubstitute', 'Ana Petitjean', 'Orvault']],
    ['petitjean représentée par Petitjean', ['noSubstitute', 'Ana Petitjean', 'Petitjean']],
    ['petitjean représentée par sarlat', ['several', 'Luc Sarlat', 'Léa Sarlat']],
    ['sarlat représenté par njoya', ['several', 'Luc Sarlat', 'Léa Sarlat']],
    ['Orvault représentée par njoya', ['nobody', 'Orvault']],
    ['petitjean excusée', ['said', 'Ana Petitjean', 'excuse']],
    ['petitjean (absente)', ['said', 'Ana Petitjean', 'absent']],
    ['petitjean en visio', ['said', 'Ana Petitjean', 'visio']],
    ['petitjean à distance', ['said', 'Ana Petitjean', 'visio']],
    ['petitjean par téléphone', ['said', 'Ana Petitjean', 'audio']],
    ['petitjean sur place', ['said', 'Ana Petitjean', 'surPlace']],
    ['petitjean présente', ['person', 'Ana Petitjean']],
    ['Jean Orvault excusé', ['nobody', 'Jean Orvault']],
    ['petitjean donne son pouvoir à Njoya', byInes],
    ['petitjean absente excusée', ['said', 'Ana Petitjean', 'excuse']],
    ['petitjean absente et excusée', ['said', 'Ana Petitjean', 'excuse']],
  ])('says what is told of somebody: %j', (typed, wanted) => expect(meant(typed)).toEqual(wanted))

  it.each([
    'petitjean représentée paD : r njoya',
    'petitjean a transmis son pouvoir hier',
    'petitjean remplacée ce matin',
    'petitjean part avant la fin',
    'petitjean : en retard',
    'Petitjean, Njoya excusés',
    'Petitjean et Njoya présents',
    'Petitjean et Njoya tous deux là',
    'Orvault, présente demain',
    'Orvault, vient demain',
    'Petitjean, part avant la fin',
    'Orvault, pouvoir en attente',
    'Petitjean, ne vient pas',
    'Petitjean ne viendra pas',
    'Petitjean, qui est malade',
    'Petitjean malade',
    'Petitjean, elle est malade',
    'Petitjean, il sera en retard',
    'Petitjean, n’est pas là',
    'Petitjean, toujours absente ce matin',
    'Petitjean, à remplacer',
    'Orvault, Vient demain',
    'Orvault Vient demain',
    'Njoya, Sarlat sont là',
    'Anne Roy, en remplacement de Njoya',
    'Killian Hautecloque arrivera en retard',
    'Orvault s’excuse',
    'Anne Roy, 14h60',
  ])('makes nobody of what it does not understand: %j', (typed) => expect(meant(typed)).toEqual(['unknown']))

  it.each([
    ['Anne Roy, Région Grand Est', 'Région Grand Est'],
    ['Anne Roy, Agence pour l’emploi', 'Agence pour l’emploi'],
    ['Anne Roy, représentante de la DGX', 'représentante de la DGX'],
    ['Anne Roy, chargée de mission par intérim', 'chargée de mission par intérim'],
    ['Anne Roy, Pouvoirs publics', 'Pouvoirs publics'],
    ['Paul Bon, Est républicain', 'Est républicain'],
    ['Paul Bon, Association des malades', 'Association des malades'],
    ['Paul Bon, Centre 14', 'Centre 14'],
    ['Paul Bon, direction Il-de-Vaux', 'direction Il-de-Vaux'],
  ])('takes an organisation that holds words of a sentence: %j', (typed, organisation) =>
    expect(readQuickLine(typed, [], undefined, '14:40')).toMatchObject({
      is: 'add',
      fields: { organisation },
    }),
  )

  it('takes a family name that is also a verb', () =>
    expect(readQuickLine('Jean Part', [], undefined, '14:40')).toMatchObject({
      fields: { familyName: 'Part' },
    }))

  it('means whoever stands in for another, listed and there or only in the directory', () => {
    const there = list.map((one) => (one.familyName === 'Njoya' ? { ...one, status: 'visio' as const } : one))
    expect(readQuickLine('petitjean représentée par njoya', there, undefined, '14:00')).toMatchObject({
      said: { status: 'represente', representedBy: 'Inès Njoya' },
    })
    expect(
      readQuickLine('petitjean représentée par orvault', list, directoryOf('Ada'), '14:00'),
    ).toMatchObject({
      said: { status: 'represente', representedBy: 'Ada Orvault' },
    })
  })

  it('goes on to whoever is not noted yet, but by a whole name', () => {
    const noted = (...names: string[]) =>
      list.map((one) => (names.includes(fullName(one)) ? { ...one, status: 'surPlace' as const } : one))
    const meansOf = (typed: string, attendees: readonly Attendee[]) => {
      const line = readQuickLine(typed, attendees, undefined, '14:00')
      return line.is === 'person' ? fullName(line.attendee) : line.is
    }
    expect(meansOf('sarlat', noted('Luc Sarlat'))).toBe('Léa Sarlat')
    const announced = noted('Luc Sarlat').map((one) =>
      one.status === null ? one : { ...one, source: 'reply' as const },
    )
    expect(meansOf('sarlat', announced)).toBe('several')
    expect(meansOf('sarl', noted('Luc Sarlat', 'Léa Sarlat'))).toBe('Jeanne Sarlatière')
    expect(meansOf('sarlat', noted('Luc Sarlat', 'Léa Sarlat'))).toBe('several')
  })

  it('means a name with an apostrophe by its letters, however it is typed', () => {
    const withApostrophes = [...list, one(4, 'Awa', 'N’Doye'), one(5, 'Anne', "L'Hostis")]
    const meansOf = (typed: string) => {
      const line = readQuickLine(typed, withApostrophes, undefined, '14:00')
      return line.is === 'person' ? fullName(line.attendee) : line.is
    }
    for (const typed of ['ndoye', 'ndo', 'N’Doye', "n'doye", 'doye', 'Awa NDoye'])
      expect(meansOf(typed)).toBe('Awa N’Doye')
    expect(meansOf('lhostis')).toBe("Anne L'Hostis")
  })

  it('asks which of several of the directory comes', () => {
    const of = (...givenNames: string[]) =>
      readQuickLine('orvault', list, directoryOf(...givenNames), '14:00')
    expect(of('Ada', 'Zoé')).toMatchObject({ is: 'several', names: ['Ada Orvault', 'Zoé Orvault'] })
    expect(of('Zoé')).toMatchObject({ is: 'add', fields: { personId: 'Zoé' }, isKnown: true })
  })

  it('asks which of several alike stays away', () => {
    const line = read('tous sauf Sarlat')
    expect(line).toMatchObject({ is: 'allBut', except: [] })
    expect(line.is === 'allBut' ? line.several.map(fullName) : []).toEqual(['Luc Sarlat', 'Léa Sarlat'])
    expect(meant('tous sauf Léa Sarlat')).toEqual(['allBut', 'Léa Sarlat'])
  })
})
