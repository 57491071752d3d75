import type { AttendanceStatus } from '../../electron/domain/attendance/attendance.ts'
import type { ReportTool } from '../../electron/domain/attendance/report.ts'
import { withDe } from '../../electron/domain/text/elision.ts'
import { quoted } from '../../electron/domain/text/french.ts'
import { count, plural } from '../../electron/domain/text/plural.ts'

export const attendanceStatusText: Readonly<Record<AttendanceStatus, string>> = {
  surPlace: 'Sur place',
  visio: 'Visio',
  audio: 'Téléphone',
  present: 'Présence sans précision',
  excuse: 'Absence excusée',
  absent: 'Absence',
  represente: 'Représentation',
}

export const attendanceText = {
  title: 'Présences',
  notSaid: 'Non renseigné',
  /** Beside a name, in little room. */
  short: {
    surPlace: 'Sur place',
    visio: 'Visio',
    audio: 'Téléphone',
    present: 'Présence',
    excuse: 'Absence excusée',
    absent: 'Absence',
    represente: 'Représentation',
  } satisfies Record<AttendanceStatus, string>,
  toSay: 'À noter',
  status: (who: string) => `Présence : ${who}`,
  representedBy: (who: string) => `Personne qui représente ${who}`,
  by: (name: string) => `par ${name}`,
  arrived: (time: string) => `arrivée à ${time}`,
  left: (time: string) => `départ à ${time}`,
  arrival: 'Arrivée',
  departure: 'Départ',
  details: (who: string, status: string) => `${status} : modifier la présence de ${who}`,
  noCollege: 'Autres participants',
  person: 'Nom, fonction',
  presence: 'Présence',
  fromMinutes: 'Qui est venu, d’après le compte rendu.',
  present: (there: number, all: number) =>
    `${plural(there, 'personne présente', 'personnes présentes')} sur ${count(all)}`,
  addMembers: 'Ajouter les membres de l’annuaire',
  adding: 'Ajout…',
  fromReplies: 'Reprendre les réponses',
  confirm: 'Confirmer les présences annoncées',
  confirmed: 'Présences annoncées confirmées',
  more: 'Autres actes sur les présences',
  acts: {
    toggle: 'Ouvrir ou refermer le détail',
    move: 'Choisir une personne',
    remove: 'Retirer de la liste',
    leave: 'Refermer, ou revenir au champ',
  },
  nothingToFill: 'Les réponses n’ajoutent rien à ces présences',
  filled: 'Présences remplies d’après les réponses',
  guestName: 'Noter une présence',
  guestHint: 'Deux lettres…',
  help: 'Entrée note la présence, ↓ va à la ligne.',
  lines:
    'Dans le champ : « tous sauf Nom, Nom » ; « Nom arrivée 14 h 40 » ou « Nom départ 16 h » ; « Nom représenté par Nom » ; « Nom excusé » ; « Prénom Nom, organisme » ajoute.',
  remove: (who: string) => `Retirer ${who}`,
  removed: (who: string) => `${who} : retrait de la liste`,
  empty: 'Personne n’est inscrit',
  emptyHint:
    'Les membres de l’annuaire apparaîtront ici par collège ; une personne invitée s’ajoute en tapant son nom.',
  nobodyFound: 'Personne de ce nom. « Prénom Nom, organisme » ajoute.',
  enter: {
    person: (who: string) => `Entrée : ${who}`,
    present: (who: string, status: string) => `${who} : déjà noté, ${status.toLowerCase()}`,
    said: (who: string, words: string) => `Entrée : ${who}, ${words}`,
    leftBefore: (opened: string) => `Un départ ne peut précéder l’ouverture, à ${opened}.`,
    byWhom: 'Écrire aussi le nom : « représenté par Nom ».',
    noSubstitute: (who: string, name: string) =>
      `Ni la liste ni l’annuaire n’a ce nom pour représenter ${who} : ${name}. La touche R, sur sa ligne, en garde un autre.`,
    all: (people: number) => `Entrée : ${plural(people, 'présence notée', 'présences notées')}`,
    allBut: (people: number, names: string) =>
      `Entrée : ${plural(people, 'présence notée', 'présences notées')}, absence ${withDe(names)}`,
    alike: (names: readonly string[], others: number) =>
      `Plusieurs possibles : ${names.join(', ')}${others > 0 ? ` et ${plural(others, 'autre', 'autres')}` : ''}. Écrire la suite, ou ↓ pour choisir.`,
    several: (names: string) => `Plusieurs à ce nom : ${names}. Écrire aussi le prénom.`,
    unknown: (names: string) => `Personne d’attendu à ce nom : ${names}`,
    addKnown: (who: string) => `Entrée : ajouter ${who}, de l’annuaire`,
    addGuest: (who: string) => `Entrée : ajouter ${who}`,
  },
  said: (who: string, words: string) => `${who} : ${words}`,
  saidAll: (people: number) => plural(people, 'présence notée', 'présences notées'),
  seats: (taken: number, all: number, represented = 0) =>
    `${count(taken)} ${taken < 2 ? 'siège pourvu' : 'sièges pourvus'} sur ${count(all)}${represented === 0 ? '' : `, dont ${plural(represented, 'représenté', 'représentés')}`}`,
  /** Of somebody whom only their answer says to be there. */
  announced: (status: string) => `${status}, d’après sa réponse, à confirmer`,
  announcedShort: (status: string) => `${status}\u202f?`,
  toConfirm: (many: number) =>
    `${plural(many, 'présence reprise des réponses, à confirmer', 'présences reprises des réponses, à confirmer')}.`,
  seatsByCollege: 'Sièges pourvus par collège',
  fraction: (present: number, all: number) => `${count(present)} / ${count(all)}`,
  quorumReached: (present: number, members: number) =>
    `Quorum atteint : ${count(present)} sur ${plural(members, 'membre présent ou représenté', 'membres présents ou représentés')}.`,
  quorumMissed: (present: number, members: number, needed: number) =>
    `Quorum non atteint : ${count(present)} sur ${plural(members, 'membre présent ou représenté', 'membres présents ou représentés')}, il en faut ${count(needed)}.`,
  proxies: (name: string, held: number, most: number) =>
    `${name} représente ${plural(held, 'personne', 'personnes')} ; la règle en admet ${count(most)} au plus.`,
  rules: 'Règles de présence',
  rulesLead:
    'Facultatives : une règle donnée ici avertit pendant la séance, sans jamais empêcher. Sans règle, rien n’en est dit ni imprimé.',
  quorumPercent: 'Quorum, en pour cent des membres ou en fraction',
  quorumThirds: '33 et 67 sont le tiers et les deux tiers, comptés exactement.',
  maxProxies: 'Représentations par personne, au plus',
} as const

export const substituteText = {
  unknown: (name: string) => `${quoted(name)} n’est pas dans l’annuaire.`,
  take: (name: string) => `Choisir ${name}`,
  add: 'Ajouter à l’annuaire',
  keep: 'Garder ce nom',
} as const

export const attendanceReportText = {
  open: 'Lire un rapport de visioconférence',
  title: 'Rapport de visioconférence',
  lead: 'Rapport de présence de Teams (CSV), de Zoom ou de BigBlueButton, ou simple liste de noms. Personne n’est noté absent parce qu’un rapport ne le nomme pas.',
  choose: 'Choisir un fichier',
  paste: 'Ou coller les noms, un par ligne',
  readPasted: 'Lire ces noms',
  pastedName: 'Noms collés',
  nothingPasted: 'Coller d’abord les noms',
  reading: 'Lecture…',
  close: 'Fermer le rapport',
  giveUp: 'Abandonner',
  tools: {
    teams: 'Teams',
    zoom: 'Zoom',
    bigbluebutton: 'BigBlueButton',
    names: 'Liste de noms',
    other: 'Tableau',
  } satisfies Record<ReportTool, string>,
  found: (tool: string, people: number) => `${tool} : ${plural(people, 'personne', 'personnes')}`,
  otherDate: 'Les dates de ce rapport ne sont pas celles de la séance. Vérifier que c’est le bon fichier.',
  groups: {
    sure: 'Reconnues',
    doubtful: 'À vérifier',
    unknown: 'Inconnues',
    same: 'Déjà notées',
  },
  take: (who: string) => `Reprendre ${who}`,
  person: (name: string) => `Personne désignée par ${quoted(name)}`,
  onList: 'de la liste',
  ofDirectory: 'de l’annuaire, à ajouter',
  toAdd: 'personne à ajouter',
  nobody: 'personne n’est désigné',
  onSite: 'Noté sur place : cocher pour passer en visio.',
  byHand: (status: string) => `Noté : ${status.toLowerCase()}. Cocher remplace ce qui est noté.`,
  possible: 'Nom approchant : vérifier la personne.',
  phone: 'Numéro de téléphone : dire qui c’est, ou laisser.',
  device: 'Nom d’appareil : dire qui c’est, ou laisser.',
  connections: (times: number) => plural(times, 'connexion', 'connexions'),
  keepHours: 'Noter les arrivées tardives et les départs anticipés',
  apply: (people: number) => `Reprendre ${plural(people, 'présence', 'présences')}`,
  applying: 'Reprise…',
  nothingTaken: 'Cocher au moins une ligne',
  applied: (people: number) =>
    people < 2 ? `${people} présence reprise du rapport` : `${people} présences reprises du rapport`,
} as const
