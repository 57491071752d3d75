import type { SaidKind } from '../../electron/contract/search.ts'
import { formatShortDate, quoted } from '../../electron/domain/text/french.ts'
import { plural } from '../../electron/domain/text/plural.ts'

export const saidText = {
  title: 'Qui a dit quoi',
  filter: 'Mots dits ou écrits',
  list: 'Phrases',
  columns: { sentence: 'Phrase', date: 'Date', source: 'Source' },
  organisation: 'Organisme',
  allOrganisations: 'tous',
  person: 'Personne',
  allPersons: 'toutes',
  from: 'Depuis',
  to: 'Jusqu’à',
  anyYear: 'toute année',
  kind: 'Sorte',
  allKinds: 'toutes',
  kinds: {
    minutes: 'compte rendu',
    note: 'parole notée',
    position: 'position',
    decision: 'décision',
    file: 'compte rendu repris',
  } satisfies Record<SaidKind, string>,
  count: (sentences: number, meetings: number) =>
    `${plural(sentences, 'phrase', 'phrases')}, ${plural(meetings, 'séance', 'séances')}`,
  year: (year: string, sentences: number) => ({ year, count: plural(sentences, 'phrase', 'phrases') }),
  shown: (shown: number, total: number) =>
    `${plural(shown, 'phrase montrée', 'phrases montrées')} sur ${total}, les plus récentes`,
  readSince: (day: string) =>
    `Seuls les textes les plus récents ont été lus, jusqu’au ${formatShortDate(day, true)}\u00a0: choisir des années pour remonter plus loin.`,
  point: quoted,
  atItsPlace: 'À sa place',
  open: 'Ouvrir à sa place',
  copy: 'Copier avec la source',
  copied: 'Phrase et source copiées.',
  source: (sentence: string, about: string) => `${quoted(sentence)} (${about})`,
  none: 'Rien ne correspond. Essayer moins de mots, ou un autre organisme.',
  begin: 'Chercher ce qui a été dit',
  beginHelp:
    'Des mots, un organisme ou une année\u00a0: les phrases des comptes rendus, des notes, des positions et des comptes rendus repris.',
  all: 'Voir toutes ces phrases',
}
