import { withDe } from '../../electron/domain/text/elision.ts'
import { formatShortDate, formatSize, quoted } from '../../electron/domain/text/french.ts'
import { plural } from '../../electron/domain/text/plural.ts'

export const attachmentsText = {
  region: 'Documents de la séance',
  list: 'Pièces jointes',
  wholeMeeting: 'Toute la séance',
  attach: 'Joindre…',
  /** Completes the words of the button for a screen reader. */
  attachTo: (item: string) => ` au point ${item}`,
  attachHere: 'Joindre une pièce…',
  attaching: 'Ajout…',
  dropHere: 'ou déposer des fichiers ici',
  dropHint: 'Déposer un fichier sur un point pour le joindre, sur un document pour le remplacer.',
  drop: 'Déposer pour joindre',
  open: (name: string) => `Ouvrir ${quoted(name)}`,
  exportCopy: 'Exporter une copie…',
  exportCopyOf: (name: string) => `Exporter une copie de ${quoted(name)}…`,
  onlyExported: (name: string) =>
    `${name}. Ce genre de fichier ne s’ouvre pas d’ici\u202f; une copie s’exporte.`,
  exported: (fileName: string) => `Copie exportée : ${quoted(fileName)}`,
  remove: (name: string) => `Retirer ${quoted(name)}`,
  removed: (name: string) => `${quoted(name)} retiré`,
  broughtBack: (name: string) =>
    `${quoted(name)} retiré, la version précédente est de nouveau celle en cours`,
  macros: 'Contient des macros',
  macrosHelp: 'Ce document peut exécuter des macros : ne l’ouvrir que si l’expéditeur est sûr.',
  failed: (fileName: string) => `${quoted(fileName)} n’a pas été joint.`,
  total: (files: number, bytes: number) =>
    files === 0 ? 'Aucune pièce' : `${plural(files, 'pièce', 'pièces')}, ${formatSize(bytes)}`,
  awaitedCount: (awaited: number, late: number) =>
    late === 0
      ? `${plural(awaited, 'document attendu', 'documents attendus')}`
      : `${plural(awaited, 'document attendu', 'documents attendus')}, dont ${late} en retard`,
  emptyTitle: 'Aucune pièce pour l’instant',
  emptyWords:
    'Ajouter d’abord des points à l’ordre du jour : leurs supports, rapports et projets de texte se rangeront ici, point par point.',
  emptyAct: 'Ouvrir l’ordre du jour',
  shown: 'Montrer',
  all: 'Tous les points',
  awaitedOnly: 'Attendus',
  noneAwaited: 'Aucun document attendu',
  noneAwaitedWords: '« Attendre un document », sur un point, dira ici qui doit envoyer quoi et pour quand.',
  toDocuments: 'Versions et documents attendus',

  version: (number: number) => `v${number}`,
  received: (date: string) => `reçu le ${formatShortDate(date)}`,
  keeps: (title: string, from: string) =>
    from === '' ? `attendu : ${title}` : `attendu ${withDe(from)} : ${title}`,
  details: (name: string) => `Titre et versions de ${quoted(name)}`,
  title: 'Titre du document',
  titleHelp: 'Le nom qu’il porte dans le dossier de projection ; vide, celui du fichier.',
  titleHelpOfProject: 'Le nom qu’il porte dans la fiche du projet\u202f; vide, celui du fichier.',
  versions: 'Versions',
  current: 'en cours',
  replaceBy: 'Remplacer par…',
  circulation: (name: string) => `Diffusion de ${quoted(name)}`,
  circulations: { secretariat: 'Secrétariat', members: 'Membres', public: 'Public' },
  tabled: 'Remis en séance',
  tabledOf: (name: string) => `Remis en séance : ${quoted(name)}`,

  await: 'Attendre un document',
  awaitFor: (item: string) => ` pour le point ${item}`,
  awaitedTitle: 'Support de présentation',
  awaitedNow: (title: string) => `${quoted(title)} attendu`,
  awaited: 'Attendu',
  late: 'En retard',
  awaitedFrom: (from: string, due: string | null) =>
    [
      from === '' ? 'expéditeur à préciser' : withDe(from),
      due === null ? '' : `avant le ${formatShortDate(due)}`,
    ]
      .filter((words) => words !== '')
      .join(', '),
  awaitedOf: (title: string, from: string) => `${title}, ${from}`,
  receive: 'Recevoir…',
  receiveOf: (title: string) => ` ${quoted(title)}`,
  receivedAs: (title: string) => `Recevoir comme ${quoted(title)}`,
  editAwaited: (title: string) => `Modifier l’attente de ${quoted(title)}`,
  removeAwaited: (title: string) => `Ne plus attendre ${quoted(title)}`,
  noLongerAwaited: (title: string) => `${quoted(title)} n’est plus attendu`,
  field: { title: 'Document attendu', from: 'De qui', due: 'Pour le' },

  sameName: (fileName: string, old: string) =>
    `${quoted(fileName)} porte le nom de ${quoted(old)}. Remplacer ou ajouter\u202f?`,
  isAwaited: (fileName: string, title: string, from: string) =>
    from === ''
      ? `${quoted(fileName)} est-il le document attendu, ${quoted(title)}\u202f?`
      : `${quoted(fileName)} est-il le document attendu ${withDe(from)}, ${quoted(title)}\u202f?`,
  isOneAwaited: (fileName: string) => `${quoted(fileName)} est-il l’un des documents attendus\u202f?`,
  replace: 'Remplacer',
  addApart: 'Ajouter',
  replaced: (name: string, version: number) => `${quoted(name)} remplacé (v${version})`,
  promiseKept: (title: string) => `${quoted(title)} reçu`,
} as const
