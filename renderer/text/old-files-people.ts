import { withDe } from '../../electron/domain/text/elision.ts'
import { formatDateWithoutWeekday, quoted } from '../../electron/domain/text/french.ts'
import { plural } from '../../electron/domain/text/plural.ts'

const people = (n: number) => plural(n, 'personne', 'personnes')
const bodies = (n: number) => plural(n, 'organisme', 'organismes')
/** "mars 2025": the day says nothing here. */
const formatMonth = (date: string) => formatDateWithoutWeekday(date).replace(/^\S+\s/u, '')
const meetings = (n: number) => plural(n, 'séance', 'séances')

type Taken = { persons: number; organisations: number; lines: number }
const said = ({ persons, organisations, lines }: Taken) =>
  [
    ...(persons === 0 ? [] : [plural(persons, 'personne ajoutée', 'personnes ajoutées')]),
    ...(organisations === 0 ? [] : [plural(organisations, 'organisme ajouté', 'organismes ajoutés')]),
    ...(lines === 0 ? [] : [`${plural(lines, 'présence reliée', 'présences reliées')} à l’annuaire`]),
  ].join(', ')

export const oldFilesPeopleText = {
  title: 'Personnes des séances reprises',
  found: (n: number) =>
    `Les séances reprises nomment ${people(n)} sans fiche dans l’annuaire. Les examiner une fois suffit pour toutes.`,
  look: 'Examiner les personnes',
  lookAt: (n: number) => `Personnes (${n})`,
  later: 'Plus tard',
  back: 'Revenir à la liste',
  hint: 'Cochez qui doit avoir sa fiche. Personne ne devient membre : les mandats se donnent dans l’annuaire. Ce que les séances impriment ne change pas.',
  asked: (n: number) => `À préciser (${n})`,
  askedHint: 'Le nom écrit ne suffit pas à dire de qui il s’agit : dites qui c’est, ou laissez tel qu’écrit.',
  severalHint:
    'L’application ne choisit pas entre des homonymes : dites qui est qui, ou laissez tel qu’écrit.',
  newOnes: (n: number) => `Nouvelles personnes (${n})`,
  known: (n: number) => `Déjà dans l’annuaire (${n})`,
  organisations: (n: number) => `Organismes à ajouter (${n})`,
  all: 'Tout cocher',
  none: 'Tout décocher',
  whoIs: (name: string) => `Qui est ${name} ?`,
  whichBody: (name: string) => `Quel organisme est ${name} ?`,
  written: 'Laisser tel qu’écrit',
  one: 'Une nouvelle personne',
  each: (n: number) => `${plural(n, 'personne', 'personnes')}, une par organisme`,
  is: (name: string) => `C’est ${name}`,
  newBody: 'Un nouvel organisme',
  also: (names: readonly string[]) => `aussi écrit ${names.map(quoted).join(', ')}`,
  linkTo: (name: string, entry: string) => `${name} : relier à la fiche ${entry}`,
  met: (n: number, first: string, last: string) =>
    first.slice(0, 7) === last.slice(0, 7)
      ? `${meetings(n)}, ${formatMonth(first)}`
      : `${meetings(n)}, ${withDe(formatMonth(first))} à ${formatMonth(last)}`,
  ofPeople: (n: number) => people(n),
  take: (persons: number, organisations: number) =>
    persons === 0 && organisations === 0
      ? 'Ajouter à l’annuaire'
      : `Ajouter à l’annuaire (${[people(persons), ...(organisations === 0 ? [] : [bodies(organisations)])].join(', ')})`,
  link: (n: number) => `Relier ${people(n)}`,
  nothing: 'Rien n’est coché.',
  taking: 'Ajout à l’annuaire…',
  taken: (taken: Taken) => `${said(taken)}.`,
  stopped: (taken: Taken) => `Arrêt : ${said(taken)}. Le reste est encore à examiner.`,
  nothingTaken: 'Rien n’a été ajouté à l’annuaire.',
  empty: 'Tout le monde a sa fiche',
  emptyHint: 'Les prochaines séances reprises seront rapprochées de l’annuaire.',
} as const
