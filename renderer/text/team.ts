import type { TeamRole } from '../../electron/domain/data/team.ts'
import { quoted } from '../../electron/domain/text/french.ts'
import { plural } from '../../electron/domain/text/plural.ts'

const roles: Readonly<Record<TeamRole, string>> = {
  administration: 'administration',
  secretariat: 'secrétariat',
  lecture: 'lecture',
}

export const teamText = {
  settingsLead: 'Plusieurs postes préparent les mêmes séances, sur un serveur de l’administration.',
  words: ['PostgreSQL', 'serveur', 'base partagée', 'fichier de connexion'],
  lead: 'Deux à dix personnes travaillent en même temps sur une base de l’administration. Rien n’est écrasé : quand deux personnes changent le même texte, les deux sont montrés.',
  join: 'Rejoindre une équipe',
  joinLead:
    'L’administration remet un fichier de connexion et un compte. Les données de ce poste restent dans leur dossier, telles quelles.',
  choose: 'Choisir le fichier de connexion…',
  drop: 'ou le déposer ici.',
  base: (database: string, host: string) => `${quoted(database)} sur ${host}`,
  user: 'Compte',
  userRule: 'Écrire le nom du compte remis par l’administration.',
  password: 'Mot de passe',
  passwordRule: 'Saisir le mot de passe du compte.',
  passwordHelp: (canKeep: boolean) =>
    canKeep
      ? 'Gardé dans le trousseau de clés de cet ordinateur.'
      : 'Cet ordinateur n’a pas de trousseau de clés : demandé à chaque démarrage, écrit nulle part.',
  try: 'Continuer',
  trying: 'Essai…',
  answers: (role: TeamRole) => `Le serveur répond. Ce compte a le rôle ${roles[role]}.`,
  isEmpty: 'Cette base ne contient encore aucune séance.',
  isUsed: (body: string) => `Cette base contient déjà les séances de ${quoted(body)}.`,
  otherBody: (own: string) =>
    `Ce poste tient les séances de ${quoted(own)}. Demander à l’administration si ce fichier de connexion est bien celui de votre équipe.`,
  share: 'Partager avec l’équipe',
  shareLead:
    'Tout ce que ce poste contient est copié sur le serveur et comparé ligne à ligne, pièce par pièce. Jusqu’à la fin rien n’est changé ici, et rien ne s’enregistre.',
  sharingTitle: 'Partage avec l’équipe',
  shareBegins: 'Une copie vérifiée de ce poste est faite.',
  progress: (done: number, total: number) => `${done} sur ${total}`,
  stop: 'Arrêter',
  carried: ({ rows, files, missing }: { rows: number; files: number; missing: number }) => {
    const arrived = `${plural(rows, 'ligne comparée', 'lignes comparées')}, ${plural(files, 'fichier', 'fichiers')}`
    return missing === 0
      ? `${arrived} : tout est arrivé`
      : `${arrived} ; ${plural(missing, 'fichier manquait', 'fichiers manquaient')} déjà`
  },
  bring: 'Reprendre sur ce poste…',
  bringTitle: 'Reprendre les données sur ce poste ?',
  bringLead:
    'Les données de l’équipe sont copiées ici et comparées ligne à ligne. Ce poste quitte alors l’équipe et continue seul ; ses données d’avant sont gardées de côté. Celles de l’équipe restent sur le serveur.',
  bringConfirm: 'Reprendre',
  bringing: 'Reprise…',
  bringBegins: 'Lecture de la base…',
  bringReader: 'Ce compte ne lit pas tout : demander à une personne du secrétariat.',
  joinAct: 'Rejoindre l’équipe',
  joiningTitle: 'Ouverture de la base de l’équipe',
  joining: 'Ouverture…',
  joined: 'Ce poste travaille sur la base de l’équipe',
  member: 'Cette équipe',
  facts: {
    base: 'Base',
    user: 'Compte',
    role: 'Rôle',
    since: 'Rejointe',
    state: 'Serveur',
    password: 'Mot de passe',
  },
  roles,
  unknown: 'pas encore connu',
  connected: 'répond',
  unseen: 'Ce que le secrétariat garde pour lui ne se lit pas avec ce compte.',
  awayFact: (when: string) => `ne répond pas depuis ${when}`,
  copy: 'Copie de lecture',
  noCopy: 'pas encore faite',
  away: (when: string) => `Le serveur de l’équipe ne répond pas depuis ${when}.`,
  typedKept: 'Ce qui est saisi est gardé et sera envoyé dès son retour.',
  readCopy: 'Lire la copie',
  copyShown: (when: string) =>
    `La copie de ce poste est ouverte en lecture, telle qu’elle était ${when} ; ce qui a été saisi sera envoyé au retour du serveur.`,
  passwords: {
    kept: 'dans le trousseau de clés de cet ordinateur',
    session: 'demandé à chaque démarrage, écrit nulle part',
    none: 'lu dans le fichier de mots de passe de cet ordinateur',
  },
  notStored:
    'Tout n’est pas enregistré. Ce qui suit a été saisi pour les données ouvertes et ne passera pas dans les autres : attendre, le copier ailleurs, ou l’abandonner.',
  giveUp: 'Abandonner ces saisies',
  wait: 'Attendre la fin.',
  waitOrStop: 'Arrêter, ou attendre la fin.',
  leave: 'Quitter l’équipe…',
  leaveTitle: 'Quitter l’équipe ?',
  leaveLead:
    'Ce poste reprend ses propres données, comme elles étaient avant de rejoindre l’équipe. Celles de l’équipe restent sur le serveur ; leur copie de lecture est effacée d’ici.',
  leaveConfirm: 'Quitter l’équipe',
  leaving: 'Fermeture…',
  left: 'Ce poste travaille sur ses propres données',
  closedTitle: 'La base de l’équipe n’est pas ouverte',
  open: 'Ouvrir',
  opening: 'Ouverture…',
} as const
