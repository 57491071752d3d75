import type { Output } from '../../electron/contract/index.ts'
import { isAhead } from '../../electron/domain/meetings/opened.ts'
import { quoted, withCapital } from '../../electron/domain/text/french.ts'
import { plural } from '../../electron/domain/text/plural.ts'
import {
  hasMinutes,
  isCorrectable,
  isNotOver,
  isSealed,
  isUnlocked,
  isWritten,
  type Suits,
  suitsAll,
} from '../acts/suits.ts'
import type { PlaceId } from '../app/paths.ts'
import { corrigendumText } from './approval.ts'
import { archiveText } from './archive.ts'
import { roomPaperText } from './replies.ts'

export type HitKind = Output<'search.query'>['hits'][number]['kind']

export const searchText = {
  label: 'Aller à, chercher, agir',
  results: 'Résultats',
  count: (results: number) => plural(results, 'résultat', 'résultats'),
  readAs: (typed: string, word: string) => `${quoted(typed)} lu ${quoted(word)}`,
  none: 'Rien ne correspond.',
  nearest: 'Le plus proche',
  groups: {
    best: 'Au plus près',
    recent: 'Ouverts récemment',
    acts: 'Agir',
    meetings: 'Séances',
    minutes: 'Comptes rendus',
    agendas: 'Ordres du jour',
    decisions: 'Décisions',
    actions: 'Actions',
    documents: 'Documents',
    subjects: 'Sujets',
    projects: 'Projets',
    watch: 'Textes suivis',
    persons: 'Personnes',
    organisations: 'Organismes',
    said: 'Paroles et positions',
  },
  choose: 'choisir',
  open: 'ouvrir',
  acts: 'actes',
  persons: 'personnes',
  said: 'qui a dit quoi',
  kinds: {
    meeting: 'séance',
    minutes: 'compte rendu',
    agenda: 'ordre du jour',
    dispatch: 'envois',
    attendance: 'participants',
    documents: 'documents',
    item: 'point à l’ordre du jour',
    section: 'compte rendu',
    decision: 'décision',
    action: 'action',
    document: 'document repris',
    attachment: 'document',
    subject: 'sujet',
    project: 'projet',
    watch: 'texte suivi',
    person: 'personne',
    organisation: 'organisme',
    position: 'position',
    line: 'parole notée',
  } satisfies Record<HitKind, string>,
  /** A part of a meeting, told by its number and date. */
  part: {
    meeting: withCapital,
    minutes: (meeting: string) => `Compte rendu de la ${meeting}`,
    agenda: (meeting: string) => `Ordre du jour de la ${meeting}`,
    dispatch: (meeting: string) => `Envois de la ${meeting}`,
    attendance: (meeting: string) => `Participants de la ${meeting}`,
    documents: (meeting: string) => `Documents de la ${meeting}`,
  },
}

/** Words that stand for each other when somebody says what is to be done. */
export const actFamilies: readonly string[] = [
  'convoquer convocation convier inviter invitation',
  'supprimer effacer enlever retirer ôter jeter détruire',
  'ajouter créer nouveau nouvelle insérer saisir',
  'exporter télécharger enregistrer sauver extraire',
  'importer lire reprendre charger récupérer',
  'imprimer impression imprimante papier tirage pdf',
  'envoyer expédier transmettre diffuser adresser courriel mail email message',
  'modifier changer corriger éditer renommer rectifier',
  'déplacer reporter bouger décaler monter descendre',
  'valider approuver approbation accepter',
  'compte rendu cr pv procès verbal minutes',
  'ordre du jour odj agenda',
  'présences appel émargement présents pointer pointage',
  'réglages paramètres options préférences configuration',
  'relancer rappeler rappel relance',
  'chercher rechercher trouver filtrer',
  'publier diffuser sortir',
  'séance réunion',
  'annuler défaire',
  'comparer différences écarts',
  'sauvegarder sauvegarde backup copie',
  'bilan statistiques chiffres rapport',
  'décret arrêté loi ordonnance circulaire',
  'personne contact membre',
  'passer transmettre passation relève remplacement suppléance intérim',
  'agrandir grossir grand',
  'ouvrir ouverture ouvert',
]

const isValidated: Suits = ({ minutesState }) => minutesState === 'validated'

/**
 * What is done on other screens and is no declared act of theirs, found from everywhere: the words, others that it is found
 * by, and the screen.
 */
export const deedText: readonly { label: string; synonyms: string; place: PlaceId; suits?: Suits }[] = [
  {
    label: 'Préparer la convocation',
    synonyms: 'convoquer envoyer les membres publier',
    place: 'dispatch',
    suits: isAhead,
  },
  {
    label: 'Relancer les membres sans réponse',
    synonyms: 'convoquer réponses rappel répondu répondent',
    place: 'participants',
    suits: ({ state }) => state === 'convened',
  },
  {
    label: 'Noter les réponses des membres',
    synonyms:
      'lire les réponses reçues présence excusé représenté pouvoir suppléant répondu répondent vient viendra',
    place: 'participants',
    suits: isNotOver,
  },
  {
    label: roomPaperText.signInSheet,
    synonyms: 'imprimer liste de présence signature papier',
    place: 'participants',
    suits: isNotOver,
  },
  {
    label: roomPaperText.nameCards,
    synonyms: 'noms table imprimer badges',
    place: 'participants',
    suits: isNotOver,
  },
  {
    label: roomPaperText.welcomeList,
    synonyms: 'imprimer entrée gardien',
    place: 'participants',
    suits: isNotOver,
  },
  {
    label: 'Publier l’ordre du jour',
    synonyms: 'convoquer valider version',
    place: 'agenda',
    suits: isAhead,
  },
  { label: 'Exporter l’ordre du jour…', synonyms: 'pdf word imprimer', place: 'agenda' },
  {
    label: 'Envoyer le projet à la présidence',
    synonyms: 'soumettre directeur relecture',
    place: 'dispatch',
    suits: isAhead,
  },
  {
    label: 'Joindre un document à la séance',
    synonyms: 'pièce jointe support diaporama déposer fichier',
    place: 'attachments',
  },
  { label: 'Dossier de séance', synonyms: 'préparer projection livret documents', place: 'attachments' },
  {
    label: 'Ouvrir la séance',
    synonyms: 'commencer démarrer lancer débuter direct notes',
    place: 'session',
    suits: isAhead,
  },
  {
    label: 'Faire l’appel',
    synonyms: 'liste de présence pointer émargement présents absents',
    place: 'session',
    suits: isNotOver,
  },
  {
    label: 'Prendre des notes en séance',
    synonyms: 'noter décision action position',
    place: 'session',
    suits: isNotOver,
  },
  {
    label: 'Suivre le rétroplanning',
    synonyms: 'étapes tâches calendrier mois préparation',
    place: 'preparation',
  },
  {
    label: 'Changer la date de la séance',
    synonyms: 'déplacer décaler reporter annuler',
    place: 'preparation',
    suits: isAhead,
  },
  { label: 'Rédiger le compte rendu', synonyms: 'écrire pv cr', place: 'minutes', suits: isUnlocked },
  {
    label: 'Exporter le compte rendu',
    synonyms: 'pdf word imprimer télécharger',
    place: 'minutes',
    suits: hasMinutes,
  },
  {
    label: 'Approuver le compte rendu',
    synonyms: 'sceller valider approbation',
    place: 'minutes',
    suits: suitsAll(isWritten, isValidated),
  },
  {
    label: corrigendumText.add,
    synonyms: 'rectificatif rectifier corriger erreur compte rendu approuvé erratum',
    place: 'minutes',
    suits: suitsAll(isSealed, isCorrectable),
  },
  {
    label: archiveText.exportSeda,
    synonyms: 'versement archivage exporter',
    place: 'minutes',
    suits: isSealed,
  },
  {
    label: 'Préparer les rappels',
    synonyms: 'relancer responsables actions retard échéance',
    place: 'followUp',
  },
  {
    label: 'Suivre les actions',
    synonyms: 'qui doit agir fait quoi reste à faire tâches responsables engagements retard',
    place: 'followUp',
  },
  { label: 'Exporter le relevé de décisions', synonyms: 'registre tableau', place: 'followUpDecisions' },
  {
    label: 'Ajouter une personne',
    synonyms: 'annuaire contact membre créer nouveau',
    place: 'directory',
  },
  {
    label: 'Corriger un nom',
    synonyms: 'personne annuaire fonction adresse contact erreur faute mal écrit orthographe',
    place: 'directory',
  },
  { label: 'Lire un annuaire', synonyms: 'importer excel tableau personnes', place: 'directoryImport' },
  {
    label: 'Chercher les doublons de l’annuaire',
    synonyms: 'fusionner personnes',
    place: 'directoryDuplicates',
  },
  { label: 'Nouveau projet', synonyms: 'ajouter créer fiche', place: 'projects' },
  {
    label: 'Voir les échéances des textes',
    synonyms: 'délais entrée en vigueur décret arrêté loi',
    place: 'watchDue',
  },
  { label: 'Lire le Journal officiel', synonyms: 'jo jorf livraisons dila importer', place: 'deliveries' },
  { label: 'Établir le calendrier des séances', synonyms: 'année dates programmer série', place: 'series' },
  {
    label: 'Reprendre d’anciens comptes rendus',
    synonyms: 'reprise importer archives dossier fichiers existant séances',
    place: 'oldFiles',
  },
  {
    label: 'Faire le bilan de l’année',
    synonyms: 'rapport activité statistiques chiffres annuel exporter excel classeur tableur',
    place: 'yearlyReport',
  },
  {
    label: 'Restaurer une sauvegarde',
    synonyms: 'revenir hier version ancienne avant copie récupérer perdu',
    place: 'backups',
  },
  { label: 'Sauvegarder maintenant', synonyms: 'copie sécurité', place: 'backups' },
  {
    label: 'Passer la main à un collègue',
    synonyms: 'remplacer congés transmettre poste ordinateur',
    place: 'handOver',
  },
  {
    label: 'Travailler à plusieurs sur une base',
    synonyms: 'équipe collègue serveur postgresql partager rejoindre connexion ensemble',
    place: 'team',
  },
  {
    label: 'Changer l’aspect des documents',
    synonyms: 'logo police couleurs modèle en-tête charte',
    place: 'documentStyle',
  },
  {
    label: 'Taille du texte',
    synonyms: 'agrandir plus grand caractères lettres police apparence zoom lisible vue',
    place: 'settings',
  },
  { label: 'Thème', synonyms: 'apparence mode clair sombre nuit contraste couleurs', place: 'settings' },
  { label: 'Voir ce qui a changé', synonyms: 'historique modifications journal qui', place: 'history' },
  { label: 'Remettre une séance supprimée', synonyms: 'corbeille restaurer', place: 'bin' },
]
