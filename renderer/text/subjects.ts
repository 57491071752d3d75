import type { ErrorCode } from '../../electron/contract/errors.ts'
import { subjectStateWords } from '../../electron/domain/agenda/agenda-words.ts'
import { quoted } from '../../electron/domain/text/french.ts'
import { plural } from '../../electron/domain/text/plural.ts'
import { titled } from './common.ts'

const NBSP = '\u00a0'
const sentence = (parts: readonly string[]) => parts.filter((part) => part !== '').join(', ')

export const subjectText = {
  title: 'Sujets',
  facts: (toDo: number, retained: number) =>
    retained === 0
      ? `${plural(toDo, 'sujet', 'sujets')} à traiter`
      : `${plural(toDo, 'sujet', 'sujets')} à traiter, ${plural(retained, 'retenu', 'retenus')}`,
  which: 'Sujets montrés',
  segments: { toDo: 'À traiter', retained: 'Retenus', waiting: 'En attente', dismissed: 'Écartés' },
  states: subjectStateWords,
  filter: 'Filtrer les sujets',
  noMatch: 'Aucun sujet ne correspond à ce filtre.',
  none: {
    toDo: 'Tout est traité. Un nouveau message déposé ici fera un sujet.',
    retained: 'Aucun sujet n’est retenu pour une séance à venir.',
    waiting: 'Aucun sujet n’est en attente.',
    dismissed: 'Aucun sujet n’a été écarté.',
  },
  empty: 'Aucun sujet',
  emptyHint:
    'Déposer ici un ou plusieurs messages (.msg, .eml), ou une fiche de présentation remplie : chacun fait un sujet, avec son demandeur et ses pièces.',
  choose: 'Lire des courriels…',
  choosing: 'Lecture…',
  fresh: 'Nouveau sujet',
  freshSynonyms: 'ajouter courriel demande inscrire',
  paste: 'Coller un message',
  blankSheet: 'Exporter une fiche vierge…',
  readSheet: 'Lire une fiche remplie…',
  more: 'Autres façons d’ajouter',
  drop: 'Déposer des messages ou une fiche de présentation',
  requestedBy: (requester: string, organisation: string) =>
    sentence([requester, organisation]) || 'Demandeur à préciser',
  messages: (count: number) => plural(count, 'message', 'messages'),
  files: (count: number) => plural(count, 'pièce', 'pièces'),
  meetingCancelled: 'Séance annulée',
  meetingBinned: 'Séance supprimée',
  columns: {
    title: 'Sujet',
    received: 'Reçu le',
    requester: 'Demandé par',
    messages: 'Messages',
    follow: 'Suite',
    files: 'Pièces',
  },
  keys: { retain: 'Inscrire', wait: 'En attente', remove: 'Supprimer' },

  fields: {
    title: 'Intitulé',
    requester: 'Demandeur',
    organisation: 'Organisme',
    receivedOn: 'Reçu le',
    nature: 'Nature',
    duration: 'Durée',
    text: 'Texte',
    note: 'Note interne',
    noteHelp: 'Jamais envoyée ; reprise dans la note du point.',
  },
  state: 'Suite donnée',
  meetingField: 'Séance',
  retain: 'Inscrire à l’ordre du jour',
  move: 'Inscrire à cette séance',
  moveTo: 'Autre séance',
  noMeeting: 'Aucune séance à venir.',
  createMeeting: 'Voir les séances',
  retained: (meeting: string) => `Inscrit à la ${meeting}`,
  retainedTwice: (meeting: string) => `Inscrit à la ${meeting}, où un autre point a déjà ce titre`,
  retainedFor: 'Retenu pour la ',
  notOnAgenda: 'Retirer de l’ordre du jour',
  isOver:
    'La séance est tenue : le sujet reste à son ordre du jour, et va avec le point si celui-ci est reporté.',
  backToReports: 'Retiré de l’ordre du jour, et de nouveau proposé dans les reports',
  cannotLeave: 'Le compte rendu parle déjà de ce point, ou la séance est tenue : il reste à l’ordre du jour.',
  wait: 'Mettre en attente',
  waits: 'Mis en attente',
  waitsFor: 'En attente de',
  dismiss: 'Écarter…',
  dismissConfirm: 'Écarter',
  dismissed: 'Sujet écarté',
  reason: 'Motif',
  reasonNeeded: 'Écrire d’abord le motif.',
  takeUp: 'Reprendre',
  takenUp: 'Sujet à traiter de nouveau',
  removed: 'Sujet supprimé',
  onAgendaFirst: 'Le retirer d’abord de l’ordre du jour.',
  project: 'Projet',
  thread: 'Échanges',
  threadEmpty: 'Aucun message : ce sujet vient d’une note ou d’une fiche.',
  noWords: 'Ce message n’a pas de texte.',
  from: (name: string, email: string) => name || email || 'Expéditeur inconnu',
  second: 'Une seconde demande se lit dans ce message.',
  double: 'Tirer un second sujet',
  split: 'En faire un second sujet',
  splitHint: 'Choisir d’abord les mots de la seconde demande.',
  splitDone: 'Second sujet ajouté',
  pieces: 'Pièces',
  removeFile: (name: string) => `Retirer ${quoted(name)}`,
  fileRemoved: (name: string) => `${quoted(name)} retiré`,
  addFile: 'Ajouter une pièce…',
  addingFile: 'Ajout…',
  dropFile: 'ou déposer des fichiers ici',
  fileNotAdded: (name: string) => `${quoted(name)} n’a pas été ajouté.`,
  filesStay: 'Ajoutées après l’inscription, les pièces ne vont pas d’elles-mêmes au point.',
  saveSheet: 'Exporter la fiche…',
  savingSheet: 'Enregistrement…',
  sheetSaved: (name: string) => `${quoted(name)} exportée`,

  pasteTitle: 'Coller un message ou une note',
  pasteLabel: 'Texte du message',
  pasteHelp:
    'Avec ses lignes « De », « Envoyé » et « Objet », le message rejoint son fil ; sans elles, la première ligne fait l’intitulé.',
  pasteAct: 'En faire un sujet',
  pasteEmpty: 'Coller d’abord le texte.',
  pasteTooLong: 'Le texte dépasse 200 000 signes. En garder l’essentiel, puis réessayer.',
  pasted: 'Sujet ajouté',
  joined: (title: string) => `Message ajouté au sujet ${quoted(titled(title))}`,
} as const

export const takingText = {
  reading: (done: number, total: number) => `${done} sur ${total}`,
  progress: 'Lecture des messages',
  stop: 'Annuler',
  stopped: 'Lecture annulée. Aucun sujet n’a été ajouté.',
  taken: (added: number, joined: number, known: number) => {
    const parts = [
      added === 0 ? '' : `${plural(added, 'sujet ajouté', 'sujets ajoutés')}`,
      joined === 0
        ? ''
        : `${plural(joined, 'message rattaché à son sujet', 'messages rattachés à leur sujet')}`,
      known === 0 ? '' : `${plural(known, 'message déjà pris', 'messages déjà pris')}`,
    ]
    return sentence(parts)
  },
  leftOut: (mail: string, files: readonly string[]) =>
    `${quoted(mail)}${NBSP}: ${files.map(quoted).join(', ')} non repris (programme, script ou raccourci). Le reste du message est pris.`,
  close: 'Fermer le compte rendu du dépôt',
}

/** Why a mail was not taken in, and what to do; other failures have the contract's own sentence. */
export const mailFailureText: Partial<Record<ErrorCode, (name: string) => string>> = {
  'file-too-large': (name) =>
    `${quoted(name)} dépasse 50${NBSP}Mo et n’a pas été lu. Enregistrer ses pièces jointes, créer le sujet, puis les lui ajouter.`,
  'file-damaged': (name) =>
    `${quoted(name)} n’est pas un message, ou il est endommagé. L’ouvrir dans la messagerie, l’enregistrer de nouveau, puis le déposer.`,
  'file-empty': (name) => `${quoted(name)} est vide. L’enregistrer de nouveau depuis la messagerie.`,
  'file-unreadable-in-time': (name) =>
    `${quoted(name)} prend trop de temps à lire. L’ouvrir dans la messagerie et coller son texte.`,
  'limit-reached': (name) =>
    `${quoted(name)} dépasse ce qui se dépose en une fois (50${NBSP}messages, 300${NBSP}Mo). Le déposer ensuite.`,
}

export const sheetText = {
  title: (name: string) => `Fiche lue${NBSP}: ${name}`,
  lead: 'Relire ce que la fiche répond, puis la prendre. Tout se corrige ensuite.',
  reading: 'Lecture de la fiche…',
  missing: (many: number) => plural(many, 'question sans réponse', 'questions sans réponse'),
  unanswered: 'sans réponse',
  create: 'Créer un sujet',
  complete: (title: string) => `Compléter ${quoted(title)}`,
  keeps: 'Ce que la fiche laisse vide reste comme il est.',
  taken: 'Fiche prise, sujet et projet à jour',
  notASheet:
    'Ce document n’est pas une fiche de présentation. L’ajouter aux pièces d’un sujet, ou le lire comme ordre du jour (Ctrl O).',
} as const
