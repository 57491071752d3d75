import type { DocumentStyle } from '../../domain/documents/document-style.ts'
import type { Stance } from '../../domain/session/session.ts'

type Word = 'séance' | 'réunion'

export const decisionRecordText = {
  titles: {
    décisions: 'Relevé de décisions et d’actions',
    conclusions: 'Relevé de conclusions et d’actions',
  } satisfies Record<DocumentStyle['recordWord'], string>,
  publicTitles: {
    décisions: 'Relevé public de décisions et d’actions',
    conclusions: 'Relevé public de conclusions et d’actions',
  } satisfies Record<DocumentStyle['recordWord'], string>,
  organisations: 'Organismes',
  organisationCount: (present: number, all: number) =>
    present < 2 ? `${present} présent sur ${all}` : `${present} présents sur ${all}`,
  results: {
    décisions: 'Points et décisions',
    conclusions: 'Points et conclusions',
  } satisfies Record<DocumentStyle['recordWord'], string>,
  empty: 'Aucune décision ni action n’a été arrêtée.',
  otherItems: 'Autres points',
  positions: 'Positions exprimées',
  stances: {
    favorable: 'favorable',
    reserves: 'favorable avec réserves',
    defavorable: 'défavorable',
    reservee: 'réservée',
    sansAvis: 'sans avis',
  } satisfies Record<Stance, string>,
  position: (organisation: string, stance: string) => `${organisation}\u00a0: ${stance}`,
  follows: (numbers: readonly string[]) =>
    numbers.length === 1
      ? `Suite donnée\u00a0: action ${numbers[0]}.`
      : `Suites données\u00a0: actions ${numbers.join(', ')}.`,
  actions: 'Actions',
  actionsEmpty: 'Aucune action n’a été arrêtée.',
  actionColumns: {
    number: 'N°',
    item: 'Point',
    text: 'Action',
    owner: 'Responsable',
    due: 'Échéance',
    state: 'État',
  },
  next: (word: Word) => `Prochaine ${word}`,
  nothing: '–',
} as const
