import type { OlderCopy, PersonTrace, RegisterHeading, Retention } from '../../domain/people/personal-data.ts'
import { quoted } from '../../domain/text/french.ts'
import { plural } from '../../domain/text/plural.ts'

export type RegisterFacts = {
  body: string
  issuer: string
  contact: string
  retention: Retention
  hasSecondCopy: boolean
  hasSharedFolder: boolean
  /** The server on which a team keeps the data; null where this desk has them alone. */
  teamHost: string | null
}

const months = (count: number) =>
  count % 12 === 0 ? plural(count / 12, 'an', 'ans') : plural(count, 'mois', 'mois')

const onDesk = ({ hasSecondCopy }: RegisterFacts) => [
  'Données sur le poste, sous la session de l’agent ; une seule fenêtre peut les modifier à la fois.',
  hasSecondCopy
    ? 'Sauvegardes vérifiées toutes les quinze minutes et à la fermeture, copiées dans un second dossier choisi par le secrétariat.'
    : 'Sauvegardes vérifiées toutes les quinze minutes et à la fermeture, sur le poste ; aucun second dossier n’est choisi.',
]
const onServer = (host: string) => [
  `Données sur le serveur ${host}, par une liaison chiffrée dont le certificat est vérifié, et copie de lecture sur chaque poste.`,
  'Un compte et un rôle par personne (secrétariat, lecture, administration), que le serveur vérifie ; effacer demande le rôle administration et laisse une trace.',
  'Le serveur est sauvegardé par l’administration.',
]

export const registerText = {
  title: 'Registre des activités de traitement',
  subtitle: (body: string) => `Fiche du traitement : secrétariat de l’instance ${quoted(body)}`,
  basis: 'Règlement (UE) 2016/679, article 30, paragraphe 1.',
  fileName: 'Registre des traitements - secrétariat des séances',
  headings: {
    controller: 'Responsable du traitement',
    contact: 'Délégué à la protection des données et contact',
    purposes: 'Finalités',
    legalBasis: 'Base légale',
    persons: 'Catégories de personnes concernées',
    categories: 'Catégories de données',
    recipients: 'Destinataires',
    transfers: 'Transferts hors de l’Union européenne',
    retention: 'Délais d’effacement',
    security: 'Mesures de sécurité',
  } satisfies Record<RegisterHeading, string>,
  nothing: 'À compléter.',
  /** True of the application as it is set on this desk; what only the organisation knows is left to complete. */
  proposals: (facts: RegisterFacts): Record<RegisterHeading, string> => {
    const { contactMonths, mailMonths, replyMonths, noteMonths } = facts.retention
    return {
      controller: facts.issuer,
      contact: facts.contact === '' ? '' : `Contact du secrétariat : ${facts.contact}.`,
      purposes: [
        'Préparer, convoquer et tenir les séances de l’instance ; recueillir les sujets et les réponses.',
        'Rédiger, faire approuver, diffuser et conserver les comptes rendus et les relevés de décisions.',
        'Suivre les décisions, les actions et les projets présentés ; tenir la liste des membres et de leurs mandats.',
      ].join('\n'),
      legalBasis:
        'Exécution d’une mission d’intérêt public (article 6, paragraphe 1, point e). Le texte qui institue l’instance est à citer ici.',
      persons: [
        'Membres titulaires et suppléants, présents et anciens.',
        'Personnes invitées à un point, intervenants, porteurs de projets.',
        'Auteurs des messages adressés au secrétariat et assistants mis en copie.',
        'Agents du secrétariat qui utilisent l’application.',
      ].join('\n'),
      categories: [
        'Identité : civilité, nom, prénom, autres noms.',
        'Vie professionnelle : fonction, organisme, mandats et leurs dates, adresse électronique et téléphone professionnels, adresses des assistants.',
        'Participation : réponses aux convocations, présences, heures d’arrivée et de départ, pouvoirs.',
        'Propos : interventions, observations et actions confiées, tels que les comptes rendus les rapportent.',
        'Messages reçus : expéditeur, destinataires, objet, texte et pièces.',
        'Traces : auteur et date de chaque modification.',
        'Aucune donnée sensible (article 9) n’est demandée ; les zones de texte libre ne doivent pas en recevoir.',
      ].join('\n'),
      recipients: [
        facts.teamHost === null
          ? 'Le secrétariat de l’instance, sur ce poste.'
          : `Le secrétariat de l’instance, par les comptes ouverts sur le serveur ${facts.teamHost} ; l’administration qui exploite ce serveur.`,
        'La présidence et les membres : ordres du jour, convocations, comptes rendus et listes de présence.',
        ...(facts.hasSharedFolder
          ? ['Les personnes qui ont accès au dossier partagé où les documents envoyés sont aussi déposés.']
          : []),
        'Le service d’archives compétent, pour les comptes rendus approuvés.',
      ].join('\n'),
      transfers:
        facts.teamHost !== null
          ? `Aucun par l’application, qui enregistre sur le serveur ${facts.teamHost} ; le lieu de ce serveur est à vérifier. Les messages partent du logiciel de messagerie du secrétariat.`
          : 'Aucun. L’application enregistre sur ce poste et n’envoie rien par elle-même : les messages partent du logiciel de messagerie du secrétariat.',
      retention: [
        `Fiche d’une personne : ${months(contactMonths)} après la fin de son dernier mandat ou sa dernière séance, puis anonymisation proposée au secrétariat.`,
        `Messages reçus : ${months(mailMonths)}.`,
        `Réponses aux convocations : ${months(replyMonths)} après la séance.`,
        `Notes prises en séance : ${months(noteMonths)} après l’approbation du compte rendu.`,
        'Comptes rendus approuvés, rectificatifs, ordres du jour publiés et messages envoyés : conservés comme archives publiques, les noms imprimés y restent.',
        facts.teamHost === null
          ? 'Sauvegardes : trois du jour, une par jour pendant quatorze jours, une par mois pendant douze mois ; une donnée effacée disparaît de la dernière au plus tard un an après.'
          : 'Sauvegardes du serveur : durée à compléter par l’administration. Copie de lecture de chaque poste : refaite de cinq en cinq minutes.',
      ].join('\n'),
      security: [
        ...(facts.teamHost === null ? onDesk(facts) : onServer(facts.teamHost)),
        'Journal des modifications : qui, quand, quoi. Les comptes rendus approuvés sont scellés par une empreinte.',
        'Fichiers reçus lus dans des processus séparés ; programmes et scripts refusés ; aucune ressource du réseau n’est chargée.',
        'Le chiffrement du disque du poste relève du service informatique.',
      ].join('\n'),
    }
  },
} as const

const tables: Readonly<Record<string, string>> = {
  action: 'Actions',
  action_follow_up: 'Suivi des actions',
  agenda_item: 'Points d’ordre du jour',
  agenda_status: 'États d’ordre du jour',
  agenda_template_line: 'Ordre du jour type',
  agenda_version: 'Ordres du jour publiés',
  approval: 'Approbations de comptes rendus',
  attachment: 'Pièces',
  attendee: 'Présences',
  awaited_document: 'Documents attendus',
  back_plan_line: 'Rétroplanning type',
  body: 'Instance',
  carry_over: 'Reports',
  learnt_layout: 'Fichiers lus, ce qui en a été retenu',
  left_file: 'Fichiers gardés en mémoire',
  college: 'Collèges',
  corrigendum: 'Rectificatifs',
  signed_copy: 'Exemplaires signés',
  decision: 'Décisions',
  decision_follow_up: 'Suivi des décisions',
  dictionary_word: 'Dictionnaire',
  dispatch: 'Envois',
  dispatch_document: 'Documents envoyés',
  dispatch_recipient: 'Destinataires d’envois',
  dispatch_template: 'Modèles de messages',
  distinct_person: 'Doublons écartés',
  document_style: 'Documents imprimés',
  erasure: 'Effacements',
  follow_up_step: 'Historique du suivi',
  generated_section: 'Rédaction proposée',
  item_guest: 'Invitations à un point',
  item_position: 'Positions',
  journal_entry: 'Journal',
  letterhead: 'En-têtes de documents',
  logo: 'Logos',
  mandate: 'Mandats',
  meeting: 'Séances',
  meeting_move: 'Déplacements de séances',
  meeting_task: 'Rétroplanning',
  minutes: 'Comptes rendus',
  minutes_section: 'Texte des comptes rendus',
  minutes_version: 'Versions de comptes rendus',
  notebook: 'Carnets de notes',
  observation: 'Observations',
  approval_reply: 'Réponses à une approbation par écrit',
  organisation: 'Organismes',
  organisation_name: 'Anciens noms d’organismes',
  college_name: 'Anciens noms de collèges',
  person: 'Annuaire',
  personal_data: 'Registre des traitements',
  produced_document: 'Documents enregistrés',
  profile: 'Profil',
  project: 'Projets',
  project_audience: 'Collectivités concernées par les projets',
  project_contact: 'Contacts des projets',
  project_reference: 'Programmes, axes et recommandations',
  project_step: 'Calendriers des projets',
  project_watch: 'Textes liés aux projets',
  reply: 'Réponses',
  retention_rule: 'Règles d’archivage',
  series: 'Séries de séances',
  series_skip: 'Dates sans séance',
  session_draft: 'Ligne en cours de saisie',
  session_line: 'Notes de séance',
  sending: 'Remises à un serveur de messagerie',
  shared_file: 'Fichiers du dossier partagé',
  standard_sentence: 'Phrases types',
  subject: 'Sujets',
  subject_file: 'Fichiers de sujets',
  subject_message: 'Messages reçus',
  taken_file: 'Textes des documents repris',
  takeover_file: 'Fichiers à reprendre',
  text_consultation: 'Consultations sur les textes',
  text_deadline: 'Échéances des textes',
  text_link: 'Liens entre textes',
  watch_delivery: 'Livraisons du Journal officiel',
  watch_item: 'Veille',
  watch_profile: 'Profil de veille',
  watch_source: 'Textes selon les livraisons',
}

export const knownText = {
  title: (name: string) => `Données conservées sur ${name}`,
  subtitle: (day: string) => `État au ${day}`,
  fileName: (name: string) => `Données conservées - ${name}`,
  table: (name: string) => tables[name] ?? name,
  rows: 'Ce que disent les données',
  columns: ['Où', 'Séance', 'Extrait', 'Reconnu par', 'Si la personne est anonymisée'],
  by: {
    own: 'sa fiche',
    link: 'un lien avec sa fiche',
    name: 'son nom ou ses coordonnées',
    familyName: 'le nom de famille seul, à vérifier',
  } satisfies Record<PersonTrace['by'], string>,
  fates: {
    removed: 'supprimé',
    rewritten: 'nom remplacé',
    kept: 'conservé',
    mixed: 'conservé en partie',
  } satisfies Record<PersonTrace['fate'], string>,
  journal: 'Journal des modifications',
  journalEntries: (count: number) =>
    count === 0
      ? 'Aucune modification gardée au journal ne nomme cette personne.'
      : `${plural(count, 'modification gardée au journal nomme', 'modifications gardées au journal nomment')} cette personne.`,
  searchTexts: (count: number) =>
    count === 0
      ? 'La recherche ne trouve cette personne dans aucun texte.'
      : `La recherche trouve cette personne dans ${plural(count, 'texte repris des lignes ci-dessus, qui change', 'textes repris des lignes ci-dessus, qui changent')} avec elles.`,
  copies: 'Copies plus anciennes',
  copyColumns: ['Quoi', 'Du', 'Jusqu’au'],
  copyKinds: {
    backup: 'Sauvegarde',
    secondCopy: 'Copie dans le second dossier',
    setAside: 'Données remplacées, mises de côté',
    damaged: 'Données endommagées, mises de côté',
    found: 'Données telles que trouvées après un arrêt brutal',
    altered: 'Fichier altéré, mis de côté',
    serverBackups: 'Sauvegardes du serveur de l’équipe',
    otherDesks: 'Données que chaque poste avait avant l’équipe',
    sentMessage: 'Message envoyé',
    approvedPaper: 'Compte rendu approuvé, PDF scellé',
  } satisfies Record<OlderCopy['kind'], string>,
  forGood: 'conservé',
  byAdministration: 'selon la durée que fixe l’administration',
  untilReplaced: 'jusqu’à son remplacement par de plus récentes',
  none: 'Rien.',
} as const
