import type { Draft } from '../../electron/domain/agenda/draft.ts'
import { quoted } from '../../electron/domain/text/french.ts'
import { plural } from '../../electron/domain/text/plural.ts'

export const understoodText = {
  title: 'Ce qui a été compris',
  parts: 'Parties du fichier',
  items: 'Points',
  participants: 'Participants',
  decisions: 'Décisions',
  actions: 'Actions',
  none: {
    items: 'Aucun point n’est reconnu dans ce fichier.',
    participants: 'Le fichier ne nomme aucun participant.',
    decisions: 'Le fichier ne dit aucune décision.',
    actions: 'Le fichier ne dit aucune action.',
  },
  number: 'N°',
  words: 'Lu dans le fichier',
  reading: 'Lecture',
  sure: 'Sûre',
  toCheck: 'À vérifier',
  doubtful: (many: number) =>
    many === 0 ? 'Rien d’incertain' : plural(many, 'ligne à vérifier', 'lignes à vérifier'),
  underItem: (number: string) => `sous le point ${number}`,
  due: (date: string) => `pour le ${date}`,
  noYear: (date: string) => `${date}, sans année`,
  /** Facts of the meeting, in the order of reading. */
  meeting: {
    date: 'Date',
    number: 'Numéro',
    title: 'Intitulé',
    startTime: 'Début',
    endTime: 'Fin',
    place: 'Lieu',
  } satisfies Partial<Record<keyof Draft['meeting'], string>>,
  facts: 'La séance selon ce fichier',
  notSaid: 'non dit',
  readIn: (excerpt: string) => `lu dans ${quoted(excerpt)}`,
  back: 'Revenir à la liste',
} as const
