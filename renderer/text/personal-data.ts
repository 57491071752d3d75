import type { Output } from '../../electron/contract/index.ts'
import { plural } from '../../electron/domain/text/plural.ts'

type Known = Output<'personalData.known'>
type Trace = Known['traces'][number]
type Copy = Known['copies'][number]
type Erased = Output<'personalData.get'>['erasures'][number]
type DueKind = Output<'personalData.due'>['rows'][number]['kind']

export const personalDataText = {
  settingsLead:
    'Ce qui est conservé sur chaque personne, pendant combien de temps, et la fiche pour le registre des traitements.',
  views: { label: 'Partie affichée', persons: 'Personnes', register: 'Durées et registre' },
  lead: 'Rien n’est effacé sans demande : ce qui a dépassé sa durée est proposé ici.',

  person: 'Personne',
  personHelp: 'Écrire quelques lettres de son nom : tout ce qui est conservé sur elle s’affiche.',
  due: 'Durée de conservation atteinte',
  duePersons: (persons: number) => plural(persons, 'personne', 'personnes'),
  noneDue: 'Aucune fiche n’a dépassé sa durée.',
  noneDueHint: 'Les anciens membres apparaîtront ici, une fois passé le délai choisi.',
  mandateEnd: (date: string) => `mandat terminé le ${date}`,
  lastMeeting: (date: string) => `dernière séance le ${date}`,
  dueSince: (date: string) => `depuis le ${date}`,
  see: 'Voir',
  seePerson: (name: string) => `Voir ce qui est conservé sur ${name}`,
  rows: {
    mails: {
      title: (rows: number) => plural(rows, 'message reçu', 'messages reçus'),
      before: (date: string) => `Arrivés avant le ${date}. Les sujets qui en sont nés restent.`,
      act: 'Effacer les messages',
    },
    replies: {
      title: (rows: number) => plural(rows, 'réponse à une convocation', 'réponses à des convocations'),
      before: (date: string) => `Pour des séances tenues avant le ${date}. Les présences restent.`,
      act: 'Effacer les réponses',
    },
    notes: {
      title: (rows: number) => plural(rows, 'ligne de notes', 'lignes de notes'),
      before: (date: string) =>
        `De séances dont le compte rendu a été approuvé avant le ${date}. Décisions et actions restent.`,
      act: 'Effacer les notes',
    },
  } satisfies Record<
    DueKind,
    { title: (rows: number) => string; before: (date: string) => string; act: string }
  >,
  noRows: 'Aucun message, aucune réponse et aucune note n’ont dépassé leur durée.',
  eraseTitle: {
    mails: 'Effacer ces messages ?',
    replies: 'Effacer ces réponses ?',
    notes: 'Effacer ces notes ?',
  } satisfies Record<DueKind, string>,
  eraseLead:
    'L’effacement ne s’annule pas, et l’historique de ces lignes part avec elles. Une sauvegarde est faite juste avant : elle les garde jusqu’à son propre remplacement.',
  eraseLeadTeam:
    'L’effacement ne s’annule pas, et l’historique de ces lignes part avec elles. Les sauvegardes du serveur les gardent le temps que fixe l’administration.',
  erasing: 'Effacement…',
  forAdministration:
    'Effacer dans la base d’une équipe demande le rôle « administration » : le passé du journal y change.',
  readerKnows: 'Ce compte ne lit pas tout : demander à une personne du secrétariat.',
  erasedRows: (rows: number) => `${plural(rows, 'ligne effacée', 'lignes effacées')}`,

  reading: 'Recherche dans toutes les données…',
  back: 'Toutes les personnes',
  knownFacts: (rows: number, entries: number) =>
    `${plural(rows, 'ligne la concerne', 'lignes la concernent')}, ${plural(entries, 'modification au journal', 'modifications au journal')}`,
  save: 'Exporter tout ce qui est connu…',
  saving: 'Export…',
  saved: (fileName: string) => `Données de la personne exportées : ${fileName}`,
  anonymise: 'Anonymiser…',
  more: (rows: number) => `Et ${plural(rows, 'autre ligne', 'autres lignes')}, dans le fichier exporté.`,
  moreDoubtful: (rows: number) => `Et ${plural(rows, 'autre ligne', 'autres lignes')}.`,
  doubtful: 'À vérifier\u00a0: le nom de famille seul',
  doubtfulLead: (rows: number) =>
    `${plural(rows, 'ligne nomme peut-être', 'lignes nomment peut-être')} quelqu’un d’autre\u00a0: le fichier exporté ne contient rien d’elles.`,
  by: {
    own: '',
    link: '',
    name: '',
    familyName: 'nom de famille seul, à vérifier',
  } satisfies Record<Trace['by'], string>,
  fates: {
    removed: 'sera supprimé',
    rewritten: 'nom remplacé',
    kept: 'restera',
    mixed: 'restera en partie',
  } satisfies Record<Trace['fate'], string>,
  because: {
    approved: 'compte rendu approuvé et scellé',
    corrigendum: 'rectificatif',
    keptVersion: 'version gardée du compte rendu',
    publishedAgenda: 'ordre du jour publié',
    sharedFile: 'fichier du dossier partagé, à renommer sur place',
  } satisfies Record<NonNullable<Trace['because']>, string>,
  fateBecause: (fate: Trace['fate'], because: NonNullable<Trace['because']>): string =>
    `${personalDataText.fates[fate]} : ${personalDataText.because[because]}`,
  leftUnlessAsked: 'laissé, sauf demande',
  linkOnly: 'Lien avec sa fiche',
  copies: 'Copies plus anciennes',
  copiesLead:
    'Aucune action ne modifie ces copies. Les fichiers enregistrés hors de l’application, les profils exportés ou transmis, le contenu des pièces et des images, et ce qui désigne la personne sans son nom (surnom, fonction) ne sont pas examinés.',
  copyKinds: {
    backup: (count: number) => plural(count, 'sauvegarde', 'sauvegardes'),
    secondCopy: () => 'Copies dans le second dossier',
    setAside: (count: number) =>
      `Données remplacées et mises de côté (${plural(count, 'dossier', 'dossiers')})`,
    damaged: (count: number) =>
      `Données endommagées, mises de côté à une récupération (${plural(count, 'dossier', 'dossiers')})`,
    found: (count: number) =>
      `Données telles que trouvées après un arrêt brutal (${plural(count, 'dossier', 'dossiers')} dans « trouve-a-l-ouverture »)`,
    altered: (count: number) =>
      `Fichiers altérés, mis de côté (${plural(count, 'fichier', 'fichiers')} dans « pieces-alterees »)`,
    serverBackups: () => 'Sauvegardes du serveur de l’équipe',
    otherDesks: () => 'Données que chaque poste avait avant l’équipe',
    sentMessage: (count: number) => plural(count, 'message envoyé', 'messages envoyés'),
    approvedPaper: (count: number) =>
      `PDF de ${plural(count, 'compte rendu approuvé', 'comptes rendus approuvés')}`,
  } satisfies Record<Copy['kind'], (count: number) => string>,
  copyLine: (what: string, until: string) => `${what} : ${until}.`,
  copyUntil: (date: string) => `la dernière disparaît au plus tard le ${date}`,
  copyReplaced: 'remplacées par de plus récentes',
  copyKept: 'conservés tels quels',
  copyOfServer: 'gardées le temps que fixe l’administration',
  copyOfDesks: 'conservées dans leur dossier, jusqu’à ce qu’on les en supprime',
  copyFound: 'les trois plus récents restent, les autres disparaissent d’eux-mêmes',
  copyAside: 'à supprimer du dossier des données par le service informatique',

  confirmTitle: (name: string) => `Anonymiser ${name} ?`,
  confirmLead: 'Son nom, ses adresses et son téléphone sont remplacés partout où ils peuvent l’être.',
  confirmRemoved: (rows: number) =>
    `${plural(rows, 'ligne sera supprimée', 'lignes seront supprimées')} : sa fiche, ses mandats, ses réponses, ses invitations.`,
  confirmRewritten: (rows: number) =>
    `${plural(rows, 'ligne sera récrite', 'lignes seront récrites')} avec « [nom effacé] ».`,
  confirmKept: (rows: number) =>
    `${plural(rows, 'ligne restera telle quelle', 'lignes resteront telles quelles')}\u00a0: comptes rendus approuvés, versions et ordres du jour déjà diffusés.`,
  confirmJournal: (entries: number) =>
    `L’historique est récrit : ${plural(entries, 'modification ne pourra plus être annulée', 'modifications ne pourront plus être annulées')} avec son nom.`,
  confirmFinalTeam:
    'Cela ne s’annule pas. Seule une sauvegarde du serveur, rétablie par l’administration, la ramènerait, et ferait perdre ce qui aura été écrit depuis.',
  confirmFinal:
    'Cela ne s’annule pas. Une sauvegarde est faite juste avant ; la restaurer est le seul retour possible, et fait perdre ce qui aura été écrit depuis.',
  alsoFamilyName: (rows: number) =>
    `Remplacer aussi le nom de famille seul (${plural(rows, 'ligne', 'lignes')}, à vérifier d’abord)`,
  confirm: 'Anonymiser',
  anonymising: 'Anonymisation…',
  progress: (done: number, total: number) => `Partie ${done} sur ${total}`,
  anonymised: (rows: number) => `Personne anonymisée : ${plural(rows, 'ligne changée', 'lignes changées')}`,

  retention: 'Durées de conservation',
  retentionLead: 'En mois. Passé ce délai, l’effacement est proposé dans « Personnes ».',
  months: {
    contactMonths: 'Fiche d’une personne',
    mailMonths: 'Messages reçus',
    replyMonths: 'Réponses aux convocations',
    noteMonths: 'Notes de séance',
  },
  monthsHelp: {
    contactMonths: 'Après la fin du dernier mandat ou la dernière séance.',
    mailMonths: 'Après leur arrivée.',
    replyMonths: 'Après la séance.',
    noteMonths: 'Après l’approbation du compte rendu.',
  },
  erasures: 'Effacements faits',
  erasuresLead: 'Quand, par qui et combien\u202f; jamais de qui.',
  noErasure: 'Aucun effacement pour l’instant.',
  erased: ({ kind, removed, rewritten }: Erased) =>
    kind === 'person'
      ? `Une personne anonymisée\u00a0: ${plural(removed, 'ligne supprimée', 'lignes supprimées')}, ${plural(rewritten, 'récrite', 'récrites')}`
      : personalDataText.erasedOf[kind](removed),
  erasedOf: {
    mails: (rows: number) => plural(rows, 'message reçu effacé', 'messages reçus effacés'),
    replies: (rows: number) =>
      plural(rows, 'réponse à une convocation effacée', 'réponses à des convocations effacées'),
    notes: (rows: number) => plural(rows, 'ligne de notes effacée', 'lignes de notes effacées'),
  } satisfies Record<DueKind, (rows: number) => string>,
  erasedBy: (when: string, who: string) => (who === '' ? when : `${when}, par ${who}`),
  register: 'Fiche du registre des traitements',
  registerLead:
    'Les textes proposés décrivent ce que fait l’application telle qu’elle est réglée ; ils suivent les réglages tant qu’ils ne sont pas modifiés.',
  own: 'Texte modifié.',
  proposed: 'Texte proposé par l’application.',
  toComplete: 'À compléter : l’application ne peut pas le savoir.',
  takeProposed: 'Reprendre le texte proposé',
  takeProposedOf: (title: string) => `Reprendre le texte proposé : ${title}`,
  saveRegister: 'Exporter la fiche…',
  savedRegister: (fileName: string) => `Fiche du registre exportée : ${fileName}`,
} as const
