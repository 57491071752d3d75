import type { Output } from '../../electron/contract/index.ts'
import { quoted } from '../../electron/domain/text/french.ts'
import { plural } from '../../electron/domain/text/plural.ts'

type Standing = Output<'handOver.look'>['standing']

/** "le poste « Poste de Claire » (claire)". */
function desk(name: string, who: string): string {
  return who === '' ? `le poste ${quoted(name)}` : `le poste ${quoted(name)} (${who})`
}

export const handOverText = {
  title: 'Passer la main',
  settingsLead:
    'Un collègue continue sur son poste avec les mêmes données, puis les rend ; ou tout est repris sur un nouvel ordinateur.',
  lead: 'Un seul poste écrit à la fois. La main passe par un dossier que les deux postes voient : un dossier du réseau, ou une clé que l’on porte de l’un à l’autre.',
  states: {
    mine: 'Ce poste a la main',
    giving: 'Transmission à terminer',
    given: 'Lecture seule : la main a été passée',
    taking: 'Prise de main à terminer',
    lost: 'Lecture seule : un autre poste a pris la main',
  } satisfies Record<Output<'handOver.writer'>['state'], string>,
  standing: 'Qui a la main',
  mine: 'Ce poste a la main : c’est le seul qui écrit.',
  mineLead:
    'Transmettre dépose dans le dossier une copie vérifiée de tout et la main avec elle. Ce poste passe alors en lecture seule ; il pourra reprendre la main ensuite.',
  giving: (folder: string) =>
    `La transmission vers le dossier ${quoted(folder)} a commencé et n’est pas terminée. Rien n’est perdu : ce poste est en lecture seule en attendant.`,
  taking:
    'La prise de main a commencé et n’est pas terminée. Rien n’est perdu : ce poste est en lecture seule en attendant.',
  waiting: (folder: string, when: string) =>
    `La main est déposée dans le dossier ${quoted(folder)} depuis le ${when}. Aucun poste ne l’a encore prise.`,
  offered: (name: string, who: string, when: string) =>
    `Avec ${desk(name, who)}, la main a été déposée le ${when}. Elle peut être prise ici.`,
  away: (name: string, who: string, when: string) =>
    `La main est prise depuis le ${when} par ${desk(name, who)}. Ce poste lit ; il n’écrit pas.`,
  awayOther: (name: string, who: string, when: string) =>
    `Dans ce dossier, la main est prise depuis le ${when} par ${desk(name, who)}.`,
  beingTaken:
    'Un autre poste est en train de prendre la main. Actualiser dans un instant ; si rien ne change, elle peut être reprise ici.',
  lost: (name: string | null) =>
    name === null
      ? 'Ce poste ne sait plus s’il a la main : il est en lecture seule. Tout ce qui y a été écrit est gardé.'
      : `Le poste ${quoted(name)} a pris la main pendant que celui-ci écrivait. Tout ce qui a été écrit ici est gardé.`,
  lostLead:
    'Déposer ce qui a été écrit ici permet à l’autre poste de le comparer avec le sien et d’en reprendre chaque différence.',
  lostDeposited:
    'Ce qui a été écrit ici est déposé dans le dossier : le poste qui a la main peut maintenant le comparer.',
  none: 'Ce dossier ne contient encore aucune passation.',
  unreadable:
    'Le fichier « passation.json » de ce dossier est illisible, ou a été modifié à la main. Il est laissé en place.',
  unreachable: 'Le dossier partagé n’est pas accessible. Ce poste reste en lecture seule.',
  notArrived:
    'La copie n’est pas encore arrivée en entier dans le dossier : attendre la fin de la synchronisation, puis actualiser.',
  otherProfile:
    'Ce sont d’autres données que celles de ce poste. Les prendre remplace celles-ci, qui seront gardées dans une sauvegarde vérifiée.',
  acts: {
    transmit: 'Transmettre',
    transmitting: 'Transmission…',
    finish: 'Terminer la transmission',
    keep: 'Garder la main',
    take: 'Prendre la main',
    takeBack: 'Reprendre la main',
    finishTaking: 'Terminer la prise de main',
    giveUp: 'Abandonner',
    taking: 'Prise de main…',
    break: 'Reprendre la main sans attendre…',
    alone: 'Continuer sans le dossier…',
    deposit: 'Déposer ce qui a été écrit ici',
    depositing: 'Dépôt…',
    refresh: 'Actualiser',
  },
  noFolder: 'Choisir d’abord le dossier que les deux postes voient.',
  breakTitle: 'Reprendre la main sans attendre ?',
  breakHeld: (name: string, who: string, when: string) =>
    `La main est prise par ${desk(name, who)} depuis le ${when}. Ce qui y a été écrit après sa dernière copie n’est pas ici.`,
  breakUnknown: 'Personne ne peut dire qui a la main : le fichier de passation est absent ou illisible.',
  breakFrom: (when: string) => `Ce poste repartira de la dernière copie du dossier, du ${when}.`,
  breakOwn: 'Aucune copie du dossier n’est connue : ce poste repartira de ses propres données.',
  breakAfter:
    'Si l’autre poste a écrit ou écrit encore, il l’apprendra, passera en lecture seule et gardera tout ; les deux versions pourront être comparées, ligne par ligne.',
  aloneTitle: 'Continuer sans le dossier partagé ?',
  aloneLead:
    'Le dossier partagé n’est pas accessible : il n’est pas possible de savoir si un autre poste a pris la main. Ce poste repartira de ses propres données. Si un autre poste écrit aussi, les deux versions seront gardées et pourront être comparées.',
  aloneConfirm: 'Continuer sur ce poste',
  transmitted: 'Main déposée. Ce poste est en lecture seule.',
  taken: 'Ce poste a la main.',
  deposited: 'Version de ce poste déposée.',
  folder: 'Dossier partagé',
  folderIs: (name: string) => `Le dossier ${quoted(name)} sert à la passation et aux copies.`,
  folderNone:
    'Aucun dossier choisi. Un second dossier dont les copies sont chiffrées ne sert pas à la passation.',
  /** Differences between two desks, and what is none. */
  folderApart: (kind: 'network' | 'synchronised' | null) =>
    kind === 'network'
      ? 'Il est sur le réseau : un second poste qui prendrait la main y est arrêté aussitôt.'
      : kind === 'synchronised'
        ? 'Il est synchronisé : chaque poste n’y voit l’autre qu’après un moment. Si deux postes prennent la main en même temps, ce n’est pas empêché ; c’est constaté ensuite, rien n’est écrasé, et les deux versions se réunissent ligne par ligne.'
        : 'Dans un dossier synchronisé (OneDrive, Nextcloud…), attendre la fin de la synchronisation avant de prendre la main : deux postes qui écrivent en même temps n’y sont pas arrêtés, mais constatés et réunis ensuite.',
  chooseFolder: 'Choisir un dossier…',
  changeFolder: 'Changer de dossier…',
  copy: 'Consulter',
  copyLead:
    'La dernière copie déposée dans le dossier s’ouvre en lecture seule, sans toucher aux données de ce poste.',
  copyNewest: (when: string, size: string) => `Dernière copie : ${when} · ${size}.`,
  copyNone: 'Aucune copie dans le dossier pour l’instant.',
  consult: 'Consulter la dernière copie',
  machine: 'Nom de ce poste',
  machineHelp: 'Les autres postes le lisent. Par exemple : « Poste de Claire ».',
  source: 'Nouvel ordinateur',
  sourceLead:
    'Reprendre ses données depuis le second dossier, une copie du dossier des données, ou un fichier de sauvegarde. La copie vérifiée la plus récente est proposée et comptée avant d’être reprise.',
  sourceFolder: 'Choisir un dossier à reprendre…',
  sourceFile: 'Choisir un fichier à reprendre…',
  examining: 'Examen…',
  sourceFound: (name: string, when: string | null, size: string) =>
    when === null
      ? `Dans ${quoted(name)} : données de ${size}.`
      : `Dans ${quoted(name)} : copie du ${when}, ${size}.`,
  hashMatches: {
    yes: 'Empreinte vérifiée.',
    no: 'L’empreinte ne correspond pas : la copie a été altérée.',
    none: 'Sans fichier d’empreinte ; le contenu a été vérifié en entier.',
  },
  heldBy: (name: string) =>
    `Le poste ${quoted(name)} a la main de ces données. S’il sert encore, il l’apprendra et passera en lecture seule.`,
  ownKept: 'Les données présentes sur ce poste seront gardées dans une sauvegarde vérifiée.',
  takeSource: 'Reprendre ces données',
  takingSource: 'Reprise…',
  takingBegins: 'Les pièces jointes sont apportées ; rien n’est encore remplacé.',
  takingProgress: (done: number, total: number) =>
    `Pièces jointes : ${done} sur ${total}. Rien n’est encore remplacé.`,
  sourceTaken: 'Reprise terminée : tout ce qui était attendu est là.',
  sourceShort: 'Reprise terminée, mais le compte n’y est pas : voir le tableau.',
  counted: 'Ce qui est attendu et ce qui est trouvé',
  countColumns: { what: 'Quoi', expected: 'Attendu', found: 'Trouvé' },
  counts: {
    meetings: 'Séances',
    minutes: 'Comptes rendus',
    decisions: 'Décisions',
    actions: 'Actions',
    attachments: 'Pièces',
  },
  asides: 'Deux postes ont écrit',
  asidesLead:
    'Un poste a écrit pendant que celui-ci avait la main. Rien n’est écrasé : ce qui ne se contredit pas est réuni, le reste est demandé ligne par ligne, et les deux versions restent dans les sauvegardes.',
  aside: (name: string, who: string, when: string) =>
    `Avec ${desk(name, who)}, une version a été déposée le ${when}.`,
  compare: 'Comparer',
  compareAgain: 'Comparer de nouveau',
  comparing: 'Comparaison…',
  takenCount: (rows: number) =>
    rows === 0
      ? 'Rien d’autre n’est à reprendre de l’autre poste.'
      : `${plural(rows, 'ligne est reprise', 'lignes sont reprises')} de l’autre poste sans question : ce poste ne les avait pas changées.`,
  takenShow: 'Voir ces lignes',
  changes: { added: 'ajouté', changed: 'modifié', removed: 'supprimé', kept: 'conservé, car encore utilisé' },
  nothingAsked: 'Aucune contradiction : il n’y a rien à choisir.',
  askedCount: (asked: number) => `${plural(asked, 'différence demande', 'différences demandent')} un choix :`,
  leftToChoose: (left: number) => `Encore ${plural(left, 'choix à faire', 'choix à faire')}.`,
  allOurs: 'Tout garder de ce poste',
  allTheirs: (name: string) => `Tout prendre de ${quoted(name)}`,
  ours: 'Ce poste',
  theirs: (name: string) => name,
  base: 'Avant',
  says: (name: string) => `${name} :`,
  keepWhich: 'Version à garder',
  removed: 'supprimé',
  emptied: 'vide',
  settledOurs: 'Ce poste l’emporte : compte rendu scellé, ou double emploi avec ce qui est ici.',
  settledTheirs: (name: string) => `${quoted(name)} l’emporte : compte rendu scellé.`,
  fieldOf: (table: string, field: string) => `${table}, ${field}`,
  outsideMeetings: 'Hors séance',
  meeting: (date: string, title: string) =>
    title === '' ? `Séance du ${date}` : `Séance du ${date} · ${title}`,
  merge: 'Réunir les deux versions',
  merging: 'Réunion…',
  mergeLead:
    'Les deux versions d’avant restent dans les sauvegardes : restaurer la dernière annule la réunion.',
  merged: (rows: number) => `Versions réunies : ${plural(rows, 'ligne reprise', 'lignes reprises')}`,
  left: (rows: number, name: string) =>
    `${plural(rows, 'version choisie', 'versions choisies')} de ${quoted(name)} ${rows === 1 ? 'ferait' : 'feraient'} double emploi avec ce qui est ici. Ce poste a gardé la sienne\u202f; l’autre version reste dans les sauvegardes. À reprendre à la main s’il le faut\u00a0:`,
  leftSeen: 'C’est noté',
}

/** Standings in which the hand can be taken only from a desk that did not put it down. */
export const breakable: ReadonlySet<Standing> = new Set<Standing>([
  'away',
  'beingTaken',
  'unreadable',
  'none',
  'lost',
])
