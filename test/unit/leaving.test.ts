import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  Departure,
  isRed,
  LeavingCheckKind,
  type MinutesFacts,
  minutesChecks,
  stops,
} from '../../electron/domain/meetings/leaving.ts'
import { readsAsSentence } from '../../electron/domain/text/french-sentence.ts'
import { action, attendee, decision } from './documents-builders.ts'

const whole: MinutesFacts = {
  date: '2026-12-10',
  chair: 'Quatre',
  attendees: [attendee(0, { familyName: 'Un', status: 'surPlace' })],
  decisions: [{ ...decision(1, 1, 'L’instance prend acte du calendrier.'), number: 'D-1' }],
  actions: [{ ...action(1, 1, { text: 'Relire', owner: 'Un', dueDate: '2027-01-10' }), number: 'A-1' }],
  emptyItems: [],
  bareTexts: [],
  cutTexts: [],
  voices: [],
  isUnfinished: true,
  closing: 'La séance est levée à 17 h.',
  openObservations: 0,
  owedObservations: 0,
  isChangedSinceValidation: false,
  saidObservations: 0,
  openedAt: '14:00',
  closedAt: '17:00',
  nextMeeting: '2027-01-14',
  isNextPlanned: true,
  knownNext: '2027-01-14',
  isKnown: (name) => name === 'Un' || name === 'Trois',
  bearersOf: (name) => (name === 'Trois' ? ['Ada Trois', 'Luc Trois'] : []),
  deputyOf: () => 'Camille Martel',
}
const kinds = (facts: MinutesFacts) => minutesChecks(facts).map(({ kind }) => kind)

describe('what is missing before minutes leave', () => {
  const act = whole.actions[0]
  const represented = (representedBy: string) => [
    ...whole.attendees,
    attendee(1, { familyName: 'Deux', status: 'represente', representedBy }),
  ]
  const planted: Partial<Record<LeavingCheckKind, Partial<MinutesFacts>>> = {
    unknownSubstitute: { attendees: represented('mart') },
    substituteUnnamed: { attendees: represented(' ') },
    openObservations: { openObservations: 2 },
    owedObservations: { owedObservations: 1 },
    changedSinceValidation: { isChangedSinceValidation: true },
    saidObservations: { saidObservations: 1 },
    closingContradicts: { closing: 'L’ordre du jour étant épuisé, la séance est levée.' },
    nobodyNoted: { attendees: [] },
    attendanceNotNoted: {
      attendees: [...whole.attendees, attendee(1, { familyName: 'Deux', status: null })],
    },
    attendanceAnnounced: {
      attendees: [...whole.attendees, attendee(1, { familyName: 'Deux', status: 'visio', source: 'reply' })],
    },
    substituteAway: {
      attendees: [...represented('Un'), attendee(2, { familyName: 'Un', status: 'excuse' })],
    },
    emptyItem: { emptyItems: [{ id: 'x', title: 'Annuaire' }] },
    pictureUndescribed: { bareTexts: [{ section: 'x', title: 'Annuaire' }] },
    endsInComma: { cutTexts: [{ section: 'x', title: 'Annuaire', words: 'et un dossier,' }] },
    speakerUnknown: {
      voices: [
        { section: 'x', name: 'Salle Tilleuls' },
        { section: 'x', name: 'Un' },
      ],
    },
    noNextMeeting: { nextMeeting: null },
    nextMeetingPassed: { nextMeeting: '2026-12-10' },
    nextMeetingUnplanned: { nextMeeting: '2027-01-15', isNextPlanned: false },
    hoursReversed: { closedAt: '13:59' },
    presenceReversed: {
      attendees: [attendee(0, { familyName: 'Un', status: 'surPlace', arrivedAt: '16:00', leftAt: '14:10' })],
    },
    presenceOutside: {
      // Of hours that cannot be nothing is outside.
      closedAt: '17:00',
      attendees: [
        attendee(0, { familyName: 'Un', status: 'surPlace', arrivedAt: '14:00', leftAt: '17:00' }),
        attendee(1, { familyName: 'Deux', status: 'surPlace', arrivedAt: '17:10' }),
      ],
    },
    chairAway: {
      attendees: [...whole.attendees, attendee(1, { familyName: 'Quatre', givenName: '', status: 'excuse' })],
    },
    substituteSelf: {
      attendees: [
        ...whole.attendees,
        attendee(1, { familyName: 'Un', givenName: '', status: 'represente', representedBy: 'Un' }),
      ],
    },
    ...(act === undefined
      ? {}
      : {
          unknownOwner: { actions: [{ ...act, owner: 'inconnu' }] },
          nameOfSeveral: { actions: [{ ...act, owner: 'Trois' }] },
          actionWithoutOwner: { actions: [{ ...act, owner: '' }] },
          actionWithoutDate: { actions: [{ ...act, dueDate: null }] },
          actionDatePassed: { actions: [{ ...act, dueDate: '2026-12-09' }] },
        }),
    rowEmpty: { decisions: [{ ...decision(1, 1, ' '), number: 'D-1' }] },
    decisionUnfinished: {
      decisions: [{ ...decision(1, 1, 'avis favorable au modèle'), number: 'D-1' }],
    },
  }
  const entries = Object.entries(planted) as [LeavingCheckKind, Partial<MinutesFacts>][]

  it('is nothing in whole minutes, and each thing alone where only it is missing', () => {
    expect(kinds(whole)).toEqual([])
    for (const [kind, change] of entries) expect(kinds({ ...whole, ...change })).toEqual([kind])
  })

  it.each([
    'L’ordre du jour n’ayant pas été épuisé, la séance est levée.',
    'La séance est levée sans que l’ordre du jour soit épuisé.',
    'L’ordre du jour ne pouvant être épuisé, la séance est levée.',
    'L’ordre du jour n’est pas épuisé. Les ressources étant épuisées, la séance est levée.',
    'Tous les points de l’ordre du jour n’ayant pu être examinés, la séance est levée.',
    'Tous les points de l’ordre du jour ayant été examinés sauf le dernier, la séance est levée.',
    'Quelques points de l’ordre du jour ayant été examinés, la séance est levée.',
    'L’ordre du jour étant long, la séance est levée.',
    'L’ordre du jour étant chargé, le point 3 a été traité.',
    'L’ordre du jour étant traité aux deux tiers, la séance est levée.',
    'Faute de temps, l’ordre du jour étant loin d’être épuisé, la séance est levée.',
    'La présidente souhaite que l’ordre du jour soit épuisé en janvier.',
    'L’ordre du jour de la prochaine séance a été examiné.',
    'Aucun autre point n’étant à l’ordre du jour de la prochaine séance, il sera complété.',
    'Tous les points soulevés par les associations ont été traités.',
  ])('is nothing in a closing that tells an unfinished agenda: %s', (closing) => {
    expect(kinds({ ...whole, closing })).toEqual([])
  })

  it.each([
    'L’ordre du jour étant épuisé et nul ne demandant la parole, la séance est levée.',
    'L’ordre du jour de la séance n° 11 étant épuisé, la séance est levée.',
    'L’ordre du jour, qui n’appelait pas de vote, étant épuisé, la séance est levée.',
    'Tous les points de l’ordre du jour ayant été examinés, la séance est levée.',
    'L’ensemble des questions inscrites à l’ordre du jour ayant été traitées, la séance est levée.',
    'L’ordre du jour ayant été intégralement traité, la séance est levée.',
    'L’ordre du jour étant terminé, la séance est levée.',
    'L’ordre du jour du service juridique a été examiné, la séance est levée.',
    'L’ODJ étant épuisé, la séance est levée.',
    'Plus rien n’étant à l’ordre du jour, la séance est levée.',
    'Aucun autre point n’étant inscrit à l’ordre du jour, la séance est levée.',
    'Tous les points ayant été traités, la séance est levée.',
    'Les questions inscrites à l’ordre du jour étant toutes traitées, la séance est levée.',
  ])('is a closing that tells a finished one, whatever else it denies: %s', (closing) => {
    expect(kinds({ ...whole, closing })).toEqual(['closingContradicts'])
  })

  it('is looked for in each sentence of a closing, however long and repetitive it is', () => {
    const long = 'l’ordre du jour '.repeat(12_000)
    expect(kinds({ ...whole, closing: long })).toEqual([])
    const said = 'L’ordre du jour n’avait pas été épuisé en mars. L’ordre du jour est épuisé.'
    for (const closing of [said, `${long}. ${said}`, `L’ordre du jour étant épuisé. ${long}`])
      expect(kinds({ ...whole, closing })).toEqual(['closingContradicts'])
  })

  it('is every missing thing together, red ones first; the closing of a finished agenda contradicts nothing', () => {
    fc.assert(
      fc.property(fc.subarray(entries), (some) => {
        // One change of each field: what two of them change would hide the other.
        const fields = new Map(
          some.flatMap(([kind, change]) => Object.keys(change).map((field) => [field, kind])),
        )
        const kept = some.filter(([kind, change]) =>
          Object.keys(change).every((field) => fields.get(field) === kind),
        )
        const found = kinds(Object.assign({}, whole, ...kept.map(([, change]) => change)))
        expect([...found].sort()).toEqual(kept.map(([kind]) => kind).sort())
        const firstAmber = found.findIndex((kind) => !isRed({ kind }))
        if (firstAmber >= 0) expect(found.slice(firstAmber).some((kind) => isRed({ kind }))).toBe(false)
      }),
    )
    const exhausted = { ...whole, closing: 'L’ordre du jour étant épuisé, la séance est levée.' }
    expect(kinds({ ...exhausted, isUnfinished: false })).toEqual([])
  })

  it('is no end before the start where an evening goes past midnight', () => {
    const evening = { ...whole, openedAt: '20:00', closedAt: '00:20' }
    const late = { status: 'surPlace', arrivedAt: '20:00', leftAt: '00:10' } as const
    expect(kinds({ ...evening, attendees: [attendee(0, { familyName: 'Un', ...late })] })).toEqual([])
  })

  it('stops nothing but the seal, in red, and a transfer between no services', () => {
    for (const kind of LeavingCheckKind.options)
      for (const departure of Departure.options)
        expect(stops(departure, { kind })).toBe(
          departure === 'transfer' ? kind === 'noArchivesAgency' : departure === 'seal' && isRed({ kind }),
        )
    // Nothing can be confirmed once it is sealed.
    expect(stops('seal', { kind: 'attendanceAnnounced' })).toBe(true)
  })

  it('is no substitute who is known, whatever else is written of them', () => {
    for (const by of ['Un et Un', 'MM. Un et Un', 'Un, Un', 'Un – Un', 'Un avec Un'])
      expect(kinds({ ...whole, attendees: represented(by) })).toEqual([])
    for (const by of ['Un et mart', 'le secrétariat'])
      expect(kinds({ ...whole, attendees: represented(by) })).toEqual(['unknownSubstitute'])
    expect(kinds({ ...whole, attendees: represented('Trois, Un') })).toEqual(['nameOfSeveral'])
  })

  it('is not the name of several together', () => {
    if (act === undefined) throw new Error('no action')
    for (const owner of [
      'Le secrétariat',
      'les membres',
      'Toutes les associations',
      'Le secrétariat de l’instance',
      'Le service juridique',
      'Le directeur des services',
      'Chef du service juridique',
      'Un et le secrétariat',
      'Un, les membres',
      'L’ensemble des membres',
      'Quelques membres',
      'Deux membres du bureau',
      'Vice-présidente de l’instance',
      'Trésorier de l’association',
      'Les chefs de service',
      'Nos services',
      'Le service Juridique',
      'Gestionnaire du service',
      'Toute l’instance',
      'Tout le groupe',
      'Chef de projet du service',
      'Équipe projet de l’administration',
      'Élus du collège',
      'Mission d’appui du secrétariat',
      'Sous-direction des services',
      'Référents métier des associations',
      'Référente RGPD du service',
      'Chef de projet SIRH du service',
      'Les petites associations',
      'Porteur de l’association',
      'Prestataire du secrétariat',
      'Nouveau bureau',
    ])
      expect(kinds({ ...whole, actions: [{ ...act, owner }] })).toEqual([])
    for (const owner of [
      'mart (service juridique)',
      'M. Bureau',
      'Luc Mart du bureau',
      'Dupont du bureau',
      'dupont du service juridique',
      'Okonjo pour le service',
      'Jean-Paul Groupe',
      'Président Mart du bureau',
      'Président MART du bureau',
      'Petit du service',
      'Legrand et Grande du bureau',
      'Maire du bureau',
      'Mart, directeur des services',
      'Mart et le secrétariat',
    ])
      expect(kinds({ ...whole, actions: [{ ...act, owner }] })).toEqual(['unknownOwner'])
  })
})

describe('a decision', () => {
  it.each([
    'L’INP prend acte du calendrier.',
    'Créer un groupe de travail.',
    'Les délais seront communiqués en février',
    'La proposition est retenue.',
    '« Le texte » est adopté',
    'Avis favorable, les associations demandant un délai qui doit être fixé.',
    'Le président décide',
    'Transmettre le cadre à l’agent',
  ])('reads as a sentence: %s', (text) => expect(readsAsSentence(text)).toBe(true))
  it.each([
    'avis favorable au modèle',
    'Avis favorable au modèle',
    'Calendrier en deux vagues',
    ' ',
    'l’INP prend acte',
    'Avis favorable du président',
    'Accord entre les parties',
    'Le centre de gestion',
    'Position contre le projet de cadre',
    'Retrait du titre par l’agent',
    'Un autre trimestre en février',
  ])('does not: %s', (text) => expect(readsAsSentence(text)).toBe(false))
})
