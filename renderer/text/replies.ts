import type { DocumentKind } from '../../electron/contract/documents.ts'
import type { ReplyAnswer } from '../../electron/domain/attendance/reply.ts'
import { counts, plural } from '../../electron/domain/text/plural.ts'

/** The papers printed for the day of the meeting. */
export type RoomPaper = Extract<DocumentKind, 'signInSheet' | 'nameCards' | 'welcomeList'>

export const replyAnswerText: Readonly<Record<ReplyAnswer, string>> = {
  onSite: 'Sur place',
  remote: 'Visio',
  excused: 'Excusé',
  represented: 'Représenté',
}

export const roomPaperText: Readonly<Record<RoomPaper, string>> = {
  signInSheet: 'Feuille d’émargement',
  nameCards: 'Chevalets',
  welcomeList: 'Liste pour l’accueil',
}

export const repliesText = {
  list: 'Réponses à la convocation',
  noCollege: 'Autres membres',
  guests: 'Personnes invitées',
  outside: 'Annuaire, sans convocation',
  columns: { organisation: 'Organisme', who: 'Qui siège', reply: 'Réponse' },
  holder: 'titulaire',
  toName: 'à préciser',
  represents: (who: string) => `représente ${who}`,
  standsIn: (who: string) => `suppléance, pour ${who}`,
  noDeputy: 'aucun suppléant annoncé',
  seats: (taken: number, all: number) => `${plural(taken, 'siège annoncé', 'sièges annoncés')} sur ${all}`,
  whoSits: 'Qui siège',
  by: (who: string, role: string) => `${who}, ${role}`,
  proxy: 'Représentation par quelqu’un d’autre',
  nobody: 'Personne',
  how: 'Comment',
  answerOf: (who: string) => `Réponse : ${who}`,
  deputy: 'suppléance',
  item: (number: string, title: string) => (number === '' ? title : `Point ${number}, ${title}`),
  at: (item: string, time: string) => `${item}, ${time}`,
  representedBy: (who: string) => `Personne qui représente ${who}`,
  byWhom: 'Préciser qui vient, dès que c’est connu.',
  toConfirm: 'à reconfirmer',
  movedSince: (count: number) =>
    count < 2
      ? 'Une réponse a été donnée avant le déplacement de la séance.'
      : `${count} réponses ont été données avant le déplacement de la séance.`,
  confirmAll: 'Confirmer toutes',
  confirmed: (count: number) => plural(count, 'réponse confirmée', 'réponses confirmées'),
  find: 'Nom ou organisme',
  findHelp: 'Deux lettres, Entrée, puis S, V, E ou R.',
  enterPicks: (who: string) => `Entrée choisit ${who}`,
  nobodyFound: 'Personne de ce nom, ni ici ni dans l’annuaire.',
  said: (who: string, answer: string) => `${who} : ${answer.toLowerCase()}`,
  saidOfMany: (who: string, answer: string) => `${who}, réponse notée : ${answer.toLowerCase()}`,
  many: (count: number) => plural(count, 'personne', 'personnes'),
  cleared: (who: string) => `${who} : sans réponse`,
  shown: 'Afficher',
  show: { all: 'Tous', awaited: 'Sans réponse', guests: 'Invités', toConfirm: 'À reconfirmer' },
  noneAwaited: 'Toutes les réponses attendues sont arrivées.',
  noneToConfirm: 'Toutes les réponses valent pour la date actuelle.',
  empty: 'Personne n’est convoqué',
  emptyHint:
    'Les membres apparaissent ici par collège dès qu’un mandat couvre le jour de la séance, les personnes invitées dès qu’un point les nomme.',
  takenOver: 'Séance reprise d’anciens fichiers',
  takenOverHint:
    'Personne n’y a été convoqué depuis l’application. Les présents et les excusés que nomment les anciens fichiers sont dans le compte rendu.',
  openMinutes: 'Ouvrir le compte rendu',
  openDirectory: 'Ouvrir l’annuaire',
  keys: {
    answers: 'sur place, visio, excusé, représenté',
    clear: 'Sans réponse',
    find: 'Nom',
  },

  beside: 'Siège choisi, documents et décompte',
  counts: 'Décompte',
  total: 'Total',
  heads: {
    onSite: 'Sur place',
    remote: 'Visio',
    excused: 'Excusés',
    represented: 'Repr.',
    awaited: 'Sans rép.',
  },
  fullHeads: { represented: 'Représentés', awaited: 'Sans réponse' },
  /** Of members a seat is counted once, whoever answers for it. */
  asked: (people: number, awaited: number, answers: number) =>
    `${plural(people, 'personne convoquée', 'personnes convoquées')}, ${plural(awaited, 'réponse attendue', 'réponses attendues')} sur ${answers}`,
  /** Whom no message reached. */
  unreached: (names: readonly string[]) =>
    `À convoquer autrement, aucun message parti d’ici ne ${names.length < 2 ? 'l’a joint' : 'les a joints'}\u00a0: ${names.join(', ')}.`,
  expected: (people: number) => plural(people, 'personne attendue', 'personnes attendues'),
  /** The convocation has not left. */
  toAsk: (people: number, awaited: number, answers: number) =>
    `${plural(people, 'personne', 'personnes')} à convoquer, ${plural(awaited, 'réponse', 'réponses')} à recevoir sur ${answers}`,
  totals: (onSite: number, remote: number, excused: number, represented: number, awaited: number) =>
    counts(
      [onSite, 'sur place', 'sur place'],
      [remote, 'à distance', 'à distance'],
      [excused, 'excusé', 'excusés'],
      [represented, 'représenté', 'représentés'],
      [awaited, 'sans réponse', 'sans réponse'],
    ),

  byMail: 'Réponses reçues par courriel',
  byMailHint: 'Déposer ici les courriels reçus (.eml ou .msg), ou les choisir.',
  drop: 'Déposer les réponses',
  choose: 'Choisir des courriels…',
  reading: (done: number, all: number) => `Lecture de ${done} sur ${all}…`,
  stop: 'Arrêter',
  preparingReminder: 'Préparation…',
  remind: (awaited: number) => `Relancer ${plural(awaited, 'personne', 'personnes')}…`,
  papers: 'Pour le jour de la séance',
  cardless: (members: number) =>
    `${plural(members, 'membre', 'membres')} sans chevalet : réponse attendue ou à reconfirmer.`,
  backToList: 'Revenir aux réponses',

  review: 'Réponses lues dans les courriels',
  reviewHint: 'Vérifier chaque réponse : rien n’est enregistré avant.',
  person: 'Personne',
  choosePerson: 'Choisir la personne',
  take: (fileName: string) => `Reprendre la réponse de ${fileName}`,
  sentOn: (date: string) => `le ${date}`,
  calendar: {
    accepted: 'Invitation acceptée',
    declined: 'Invitation refusée',
    tentative: 'Réponse provisoire dans l’agenda',
  },
  notUnderstood: 'Réponse à choisir',
  otherMeeting: 'Cette réponse concerne une autre séance.',
  older: 'Une réponse plus récente de cette personne est dans la liste.',
  already: (answer: string) => `Déjà enregistré : ${answer.toLowerCase()}`,
  takeOut: (fileName: string) => `Retirer ${fileName} de la liste`,
  record: (count: number) => (count < 2 ? `Reprendre ${count} réponse` : `Reprendre les ${count} réponses`),
  recording: 'Reprise…',
  nothingToRecord: 'Choisir d’abord la personne et la réponse d’une ligne.',
  recorded: (count: number) => plural(count, 'réponse reprise', 'réponses reprises'),
  giveUp: 'Abandonner',
}
