/** After a colon; no definition begins with a name. */
const inSentence = (words: string) => `${words.charAt(0).toLowerCase()}${words.slice(1)}`

export const reportText = {
  parts: {
    figures: 'Chiffres clés',
    meetings: 'Séances',
    projects: 'Projets',
    texts: 'Textes suivis',
    participation: 'Participation',
    decisions: 'Décisions et actions',
    definitions: 'Définitions',
  },
  facts: {
    period: 'Période',
    before: 'Comparée à',
    reference: 'Actions au',
    meetings: 'Séances',
    unrecorded: 'Présences',
  },
  provisional: 'Provisoire',
  provisionalNotice: (day: string) => `La période n’est pas finie\u00a0: chiffres au ${day}.`,
  held: (held: number) => `${held}\u00a0${held < 2 ? 'tenue' : 'tenues'}`,
  cancelled: (cancelled: number) => `${cancelled}\u00a0${cancelled < 2 ? 'annulée' : 'annulées'}`,
  moved: (moved: number) => `${moved}\u00a0${moved < 2 ? 'déplacée' : 'déplacées'}`,
  unrecorded: (meetings: number) =>
    meetings < 2
      ? `non relevées pour ${meetings}\u00a0séance, qui ne compte pas dans la participation`
      : `non relevées pour ${meetings}\u00a0séances, qui ne comptent pas dans la participation`,
  empty: 'Aucune séance n’a été tenue ni annulée pendant cette période.',
  definitionColumns: ['Chiffre', 'Définition'],
  definition: {
    counts: (words: string) => words,
    over: (words: string) => `Rapporté à\u00a0: ${inSentence(words)}`,
    when: (words: string) => `Date retenue\u00a0: ${inSentence(words)}`,
    without: (words: string) => `Exclu\u00a0: ${inSentence(words)}`,
  },
} as const
