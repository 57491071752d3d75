import type { Output } from '../../electron/contract/index.ts'
import { plural } from '../../electron/domain/text/plural.ts'

type Beside = Output<'home.beside'>
type Done = Beside['done'][number]
type Topic = Done['topic']

export const besideText = {
  deadlines: 'Échéances des textes',
  noDeadline: 'Aucun texte suivi n’entre en vigueur ni ne s’applique dans les six mois.',
  what: { inForce: 'Entrée en vigueur', applies: 'Application', deadline: 'Échéance' } satisfies Record<
    Beside['deadlines'][number]['what'],
    string
  >,
  /** "Application dans 7 jours". */
  when: (what: string, days: number) =>
    `${what} ${days === 0 ? 'aujourd’hui' : days === 1 ? 'demain' : `dans ${plural(days, 'jour', 'jours')}`}`,
  done: 'Fait depuis une semaine',
  nothingDone: 'Rien d’écrit depuis une semaine.',
  history: 'Historique',
  since: 'Depuis votre dernière visite',
  lastHere: (when: string) => `Ouvert ici pour la dernière fois\u00a0: ${when}.`,
  more: 'Le reste est dans l’historique.',
  firstSteps: 'Premiers pas',
  steps: {
    people: 'Lire la liste des membres',
    secretariat: 'Écrire le nom de l’instance et le contact du secrétariat',
    address: 'Donner l’adresse et la signature des messages',
    letterhead: 'Choisir l’en-tête et les logos des documents',
  } satisfies Record<Beside['steps'][number], string>,
} as const

/** "3 points ajoutés, 2 modifiés": what is nought is not said. */
function both(done: Done, one: string, many: string, feminine = false): string {
  const e = feminine ? 'e' : ''
  const { added, changed } = done
  if (changed === 0) return `${plural(added, one, many)} ajouté${e}${added < 2 ? '' : 's'}`
  if (added === 0) return `${plural(changed, one, many)} modifié${e}${changed < 2 ? '' : 's'}`
  return `${plural(added, one, many)} ajouté${e}${added < 2 ? '' : 's'}, ${changed} modifié${e}${changed < 2 ? '' : 's'}`
}

const all = ({ added, changed }: Done) => added + changed

/** A line as somebody would tell it. */
export const doneText: Readonly<Record<Topic, (done: Done) => string>> = {
  meetings: ({ added }) => plural(added, 'séance créée', 'séances créées'),
  moved: () => 'Séance déplacée',
  cancelled: () => 'Séance annulée',
  held: () => 'Séance tenue et levée',
  agenda: (done) =>
    `Ordre du jour\u00a0: ${all(done) === 0 ? 'points déplacés' : both(done, 'point', 'points')}`,
  sent: (done) => plural(all(done), 'message envoyé', 'messages envoyés'),
  replies: (done) => plural(all(done), 'réponse notée', 'réponses notées'),
  documents: (done) => `Documents\u00a0: ${both(done, 'pièce', 'pièces', true)}`,
  attendance: (done) => plural(all(done), 'présence notée', 'présences notées'),
  notes: (done) => plural(all(done), 'ligne notée en séance', 'lignes notées en séance'),
  minutes: () => 'Compte rendu rédigé ou repris',
  decisions: (done) => both(done, 'décision', 'décisions', true),
  actions: (done) => both(done, 'action', 'actions', true),
  observations: (done) => plural(all(done), 'observation traitée', 'observations traitées'),
  approved: () => 'Compte rendu approuvé et scellé',
  subjects: (done) => `Sujets\u00a0: ${both(done, 'sujet', 'sujets')}`,
  projects: (done) => `Projets\u00a0: ${both(done, 'fiche', 'fiches', true)}`,
  watch: (done) => `Veille\u00a0: ${both(done, 'texte', 'textes')}`,
  directory: (done) => `Annuaire\u00a0: ${both(done, 'fiche', 'fiches', true)}`,
}
