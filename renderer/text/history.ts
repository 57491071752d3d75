// Words of the journal: what each write did, said in French; a write method without its words does not compile.
import type { MethodsOf } from '../../electron/contract/index.ts'
import { plural } from './plural.ts'

type Written = Exclude<MethodsOf<'write'>, 'history.undo' | 'history.redo'>

/** Each as a noun phrase that fits « Annulé : … » and a line of the history. */
export const historyLabels: Readonly<Record<Written, string>> = {
  'settings.updateBody': 'modification de l’instance',
  'meetings.create': 'création d’une séance',
  'meetings.update': 'modification de la séance',
  'meetings.move': 'déplacement de la séance',
  'meetings.cancel': 'annulation de la séance',
  'meetings.setState': 'changement d’état de la séance',
  'meetings.remove': 'mise à la corbeille d’une séance',
  'meetings.restore': 'restauration d’une séance',
  'agenda.add': 'ajout d’un point',
  'agenda.update': 'modification d’un point',
  'agenda.move': 'déplacement d’un point',
  'agenda.remove': 'suppression d’un point',
  'agenda.link': 'lien ajouté à un point',
  'agenda.unlink': 'lien retiré d’un point',
  'minutes.start': 'début du compte rendu',
  'minutes.update': 'modification du compte rendu',
  'minutes.setState': 'changement d’état du compte rendu',
  'minutes.updateSection': 'rédaction d’un point du compte rendu',
  'minutes.addDecision': 'ajout d’une décision',
  'minutes.updateDecision': 'modification d’une décision',
  'minutes.removeDecision': 'suppression d’une décision',
  'minutes.addAction': 'ajout d’une action',
  'minutes.updateAction': 'modification d’une action',
  'minutes.removeAction': 'suppression d’une action',
  'attendance.addMembers': 'ajout des membres aux présences',
  'attendance.add': 'ajout d’une personne aux présences',
  'attendance.update': 'modification d’une présence',
  'attendance.remove': 'retrait d’une personne des présences',
  'directory.addCollege': 'ajout d’un collège',
  'directory.updateCollege': 'modification d’un collège',
  'directory.removeCollege': 'suppression d’un collège',
  'directory.addOrganisation': 'ajout d’un organisme',
  'directory.updateOrganisation': 'modification d’un organisme',
  'directory.removeOrganisation': 'suppression d’un organisme',
  'directory.addPerson': 'ajout d’une personne',
  'directory.updatePerson': 'modification d’une personne',
  'directory.removePerson': 'suppression d’une personne',
  'projects.add': 'ajout d’un projet',
  'projects.update': 'modification d’un projet',
  'projects.remove': 'suppression d’un projet',
  'watch.add': 'ajout d’un texte suivi',
  'watch.update': 'modification d’un texte suivi',
  'watch.remove': 'suppression d’un texte suivi',
  'attachments.remove': 'suppression d’une pièce',
  'imports.apply': 'import d’un ordre du jour',
}

/** Writes of other kinds that the journal may hold. */
const otherLabels: Readonly<Record<string, string>> = {
  'attachments.add': 'ajout d’une pièce',
  'attachments.choose': 'ajout d’une pièce',
  'sample.load': 'chargement de l’exemple',
}

/** The French words for a journal entry's method. */
export function historyLabel(method: string): string {
  const written: Readonly<Record<string, string>> = historyLabels
  return written[method] ?? otherLabels[method] ?? 'modification'
}

export const historyText = {
  undone: (method: string) => `Annulé : ${historyLabel(method)}`,
  redone: (method: string) => `Rétabli : ${historyLabel(method)}`,
  nothingToRedo: 'Il n’y a rien à rétablir.',
  title: 'Historique',
  list: 'Journal des modifications',
  columns: { when: 'Quand', what: 'Quoi', who: 'Par', state: 'État' },
  states: { done: 'fait', undone: 'annulé', discarded: 'remplacé' },
  empty: 'Aucune modification',
  emptyHint:
    'Chaque modification apparaîtra ici, avec sa date et son auteur ; elle peut être annulée même après un redémarrage.',
  undoLast: 'Annuler la dernière modification',
  shown: (entries: number) => plural(entries, 'modification montrée', 'dernières modifications montrées'),
}
