import type { ComposedMessage } from '../../electron/contract/dispatch.ts'
import type { DispatchDocument, DispatchKind, Recipient } from '../../electron/domain/dispatch/dispatch.ts'
import { formatSize, quoted } from '../../electron/domain/text/french.ts'
import { counts, plural } from '../../electron/domain/text/plural.ts'
import type { UntoldPart } from '../../electron/domain/time/calendar-file.ts'

export const dispatchKindText: Readonly<Record<DispatchKind, string>> = {
  callForSubjects: 'Appel à sujets',
  slidesReminder: 'Relance des supports',
  agendaDraft: 'Projet d’ordre du jour',
  convocation: 'Convocation',
  replyReminder: 'Relance des réponses',
  agendaChanged: 'Ordre du jour modifié',
  guestInvitation: 'Invitation des porteurs',
  dateChange: 'Changement de date',
  cancellation: 'Annulation',
  internalMinutes: 'Relecture interne du compte rendu',
  draftMinutes: 'Projet de compte rendu',
  reviewReminder: 'Relance de relecture',
  writtenApproval: 'Approbation par écrit',
  approvedMinutes: 'Compte rendu approuvé',
  actionsReminder: 'Relance des actions',
}

/** The act that prepares the messages of a kind. */
export const prepareText: Readonly<Record<DispatchKind, string>> = {
  callForSubjects: 'Préparer l’appel à sujets',
  slidesReminder: 'Préparer la relance des supports',
  agendaDraft: 'Préparer le projet d’ordre du jour',
  convocation: 'Préparer la convocation',
  replyReminder: 'Préparer la relance des réponses',
  agendaChanged: 'Préparer le message « Ordre du jour modifié »',
  guestInvitation: 'Préparer les invitations',
  dateChange: 'Préparer le changement de date',
  cancellation: 'Préparer l’annulation',
  internalMinutes: 'Préparer la relecture interne',
  draftMinutes: 'Préparer l’envoi du projet de compte rendu',
  reviewReminder: 'Préparer la relance de relecture',
  writtenApproval: 'Préparer l’approbation par écrit',
  approvedMinutes: 'Préparer l’envoi du compte rendu approuvé',
  actionsReminder: 'Préparer les relances d’actions',
}

/** To whom, with what. */
export const kindHintText: Readonly<Record<DispatchKind, string>> = {
  callForSubjects:
    'Aux membres, avec leurs assistants en copie : demander les sujets à inscrire, et jusqu’à quand.',
  slidesReminder:
    'Un message à chaque personne qui doit encore un support : ce qui est attendu d’elle, et pour quand.',
  agendaDraft: 'À la présidence et au bureau : le projet, en Word à corriger et en PDF.',
  convocation:
    'Aux membres, avec leurs assistants en copie : la lettre de convocation, l’ordre du jour et le fichier de calendrier.',
  replyReminder:
    'À qui n’a pas encore répondu, ou l’a fait pour une ancienne date : la rappeler, avec les réponses en un clic.',
  agendaChanged: 'Aux mêmes personnes que la convocation : le nouvel ordre du jour, et ce qui a changé.',
  guestInvitation:
    'Un message à chaque porteur ou invité : son point, son heure, l’échéance de son support, et rien d’autre.',
  dateChange:
    'À toutes les personnes convoquées ou invitées : la nouvelle date, l’heure ou le lieu, avec le fichier de calendrier qui remplace l’ancien.',
  cancellation:
    'À toutes les personnes convoquées ou invitées : l’annulation et son motif, avec le fichier qui retire la séance des agendas.',
  internalMinutes: 'À la présidence et au bureau, avant les membres : le projet, en Word et en PDF.',
  draftMinutes: 'Aux membres : le projet à relire, en Word et en PDF, et jusqu’à quand.',
  reviewReminder: 'Aux membres : rappeler la fin de la relecture.',
  writtenApproval: 'Aux membres : le compte rendu à approuver par écrit, et jusqu’à quand.',
  approvedMinutes: 'Aux membres : le compte rendu approuvé.',
  actionsReminder: 'Un message à chaque responsable : ses actions encore à faire, et leurs échéances.',
}

const untoldText: Readonly<Record<UntoldPart, string>> = {
  hours: 'l’horaire',
  place: 'le lieu',
  link: 'le lien de visioconférence',
  title: 'l’intitulé',
  agenda: 'l’ordre du jour',
}

/** To whom, in the list. */
export const audienceText: Readonly<Record<DispatchKind, string>> = {
  callForSubjects: 'aux membres',
  slidesReminder: 'aux porteurs',
  agendaDraft: 'à la présidence',
  convocation: 'aux membres',
  replyReminder: 'à qui n’a pas répondu',
  agendaChanged: 'aux personnes convoquées',
  guestInvitation: 'un message par personne',
  dateChange: 'aux personnes convoquées',
  cancellation: 'aux personnes convoquées',
  internalMinutes: 'à la présidence',
  draftMinutes: 'aux membres',
  reviewReminder: 'aux membres',
  writtenApproval: 'aux membres',
  approvedMinutes: 'aux membres',
  actionsReminder: 'un message par responsable',
}

/** What marking as sent does besides. */
export const markingText: Partial<Record<DispatchKind, string>> = {
  convocation: 'la séance devient convoquée et le décompte des jours commence.',
}

export const fieldNameText: Readonly<Record<Recipient['field'], { short: string; long: string }>> = {
  to: { short: 'À', long: 'À' },
  cc: { short: 'Cc', long: 'Cc, en copie' },
  bcc: { short: 'Cci', long: 'Cci, en copie cachée' },
}

/** Why somebody is in the list; an assistant's says whom they assist. */
export const reasonText: Readonly<Record<Exclude<Recipient['reason'], 'assistant'>, string>> = {
  member: 'membre',
  deputy: 'suppléance',
  guest: 'invitation sur un point',
  presenter: 'présente un point',
  owner: 'responsable d’actions',
  chair: 'présidence',
  added: 'ajout',
}

export const documentKindText: Readonly<Record<DispatchDocument['kind'], string>> = {
  agenda: 'Ordre du jour',
  agendaWord: 'Ordre du jour en Word',
  agendaChanges: 'Modifications de l’ordre du jour',
  convocation: 'Lettre de convocation',
  minutes: 'Compte rendu',
  minutesWord: 'Compte rendu en Word',
  subjectSheet: 'Fiche de présentation',
  calendar: 'Fichier de calendrier',
  attachment: 'Pièce de la séance',
}

export const dispatchText = {
  message: 'Message',
  list: 'Messages de la séance',
  pane: 'Message choisi',
  groups: { before: 'Avant la séance', after: 'Après la séance' },
  next: 'À faire',
  columns: { message: 'Message', state: 'État', facts: 'Date' },
  states: {
    ...{ late: 'En retard', sent: 'Envoyé', ahead: 'À venir' },
    ...{ elsewhere: 'Fait ailleurs', never: 'Non envoyé' },
  },
  by: (date: string) => `prévu le ${date}`,
  late: (date: string) => `attendu le ${date}`,
  done: (date: string) => `fait le ${date}`,
  drafts: (many: number) => (many === 1 ? 'Brouillon' : plural(many, 'brouillon', 'brouillons')),
  sentMany: (many: number) => (many === 1 ? 'Envoyé' : plural(many, 'envoi', 'envois')),
  sentAt: (when: string) => `Envoyé le ${when}`,
  sentFacts: (addressee: string, recipients: number, version: number | null) =>
    [
      addressee === '' ? plural(recipients, 'destinataire', 'destinataires') : `à ${addressee}`,
      ...(version === null ? [] : [`ordre du jour v${version}`]),
    ].join(', '),
  status: (drafts: number, sent: number) =>
    drafts + sent === 0
      ? 'Aucun message pour l’instant'
      : counts([drafts, 'brouillon', 'brouillons'], [sent, 'message envoyé', 'messages envoyés']),
  preparing: 'Préparation…',
  again: 'Préparer de nouveau',
  refusals: {
    'meeting-over': 'La séance n’est plus à venir.',
    'not-moved': 'La séance n’a pas été déplacée.',
    'not-cancelled': 'La séance n’est pas annulée.',
    'no-minutes': 'Le compte rendu n’est pas commencé.',
    'under-way': 'La séance est en cours.',
    'meeting-to-come': 'Le jour de la séance n’est pas venu.',
    'minutes-over': 'Le compte rendu est approuvé.',
    'not-validated': 'Le compte rendu n’est pas validé.',
    'not-approved': 'Le compte rendu n’est pas approuvé.',
  },
  noOne: 'Il n’y a personne à qui écrire ce message.',

  since: {
    moved: (from: string, to: string) =>
      `La séance a été déplacée du ${from} au ${to} depuis la convocation. Les personnes convoquées ne le savent pas encore.`,
    cancelled:
      'La séance a été annulée depuis la convocation. Les personnes convoquées ne le savent pas encore.',
    details: (parts: readonly UntoldPart[]) =>
      `Depuis la convocation, ${parts.length > 1 ? 'ont' : 'a'} changé : ${parts.map((part) => untoldText[part]).join(', ')}. Les personnes convoquées ne le savent pas encore.`,
    draftChanged:
      'L’ordre du jour a changé depuis le projet que les membres ont reçu. Les personnes convoquées ne le savent pas encore.',
    unsentVersion: (published: number, held: number | 'draft' | null) => {
      const what =
        held === null ? 'ne l’ont pas' : held === 'draft' ? 'ont le projet' : `ont la version ${held}`
      return `La version ${published} de l’ordre du jour n’a pas été envoyée : les membres ${what}.`
    },
    unpublished: (changes: number, sent: number) =>
      `L’ordre du jour a changé depuis la version ${sent}, que les membres ont reçue : ${plural(changes, 'modification n’est pas publiée', 'modifications ne sont pas publiées')}.`,
    agenda: 'Ouvrir l’ordre du jour',
  },

  before: {
    title: 'Avant l’envoi',
    reached: (many: number) =>
      many === 1
        ? 'Une personne, qui a une adresse'
        : `${plural(many, 'destinataire', 'destinataires')}, tous avec une adresse`,
    word: 'Word joint',
    wordComesBack: 'Le retour se lit où qu’on le dépose.',
    next: 'Ensuite',
  },
  sections: { recipients: 'Destinataires', message: 'Message', documents: 'Documents' },
  subject: 'Objet',
  body: 'Texte',
  replyLinks: 'Des liens de réponse en un clic sont ajoutés à la fin du texte.',
  addressee: (who: string) => `Message à ${who}`,
  backToList: 'Tous les messages',

  recipients: {
    count: (many: number) => plural(many, 'destinataire', 'destinataires'),
    show: 'Voir et modifier la liste',
    hide: 'Réduire la liste',
    filter: 'Filtrer les destinataires',
    none: 'Personne pour l’instant.',
    unreached: 'Ne recevront pas ce message',
    notReached: 'Ne l’ont pas reçu',
    noAddress: 'sans adresse',
    invalid: (email: string) => `adresse non valable : ${email}`,
    assists: (who: string) => `assiste ${who}`,
    assistant: 'assistance',
    directory: (who: string) => `Annuaire : ouvrir ${quoted(who)}`,
    directoryShort: 'Annuaire',
    remove: (who: string) => `Retirer ${quoted(who)}`,
    removed: (who: string) => `Destinataire retiré : ${who}`,
    removeShort: 'Retirer de la liste',
    oneAtATime: 'Retirer une personne à la fois.',
    columns: { who: 'Destinataire', email: 'Adresse', reason: 'Pourquoi' },
    name: 'Nom',
    organisation: 'Organisme',
    email: 'Adresse',
    emailRule: 'Cette adresse n’est pas valable. L’écrire comme « nom@exemple.fr ».',
    field: 'Champ',
    add: 'Ajouter un destinataire',
    addHelp: 'Un nom de l’annuaire, ou une adresse.',
    addAct: 'Ajouter',
    addRule:
      'Ni un nom de l’annuaire ni une adresse. Choisir un nom proposé, ou écrire une adresse comme « nom@exemple.fr ».',
    addMany:
      'Plusieurs personnes de l’annuaire répondent à ce nom. Le compléter, choisir un nom proposé, ou écrire l’adresse.',
    already: (who: string) => `${quoted(who)} est déjà dans la liste.`,
  },

  documents: {
    size: (message: ComposedMessage) =>
      `Message de ${formatSize(message.sizeBytes)} sur ${formatSize(message.limitBytes)} au plus`,
    over: (message: ComposedMessage) =>
      `Message de ${formatSize(message.sizeBytes)} : ${formatSize(message.sizeBytes - message.limitBytes)} au-dessus de la limite de ${formatSize(message.limitBytes)}`,
    computing: 'Calcul de la taille…',
    failed: 'La taille n’a pas pu être calculée.',
    none: 'Aucun document : le texte part seul.',
    beside: 'à côté du message, dans le dossier',
    putBeside: (name: string) => `Mettre à côté du message : ${quoted(name)}`,
    putInside: (name: string) => `Remettre dans le message : ${quoted(name)}`,
    putBesideShort: 'Mettre à côté',
    putInsideShort: 'Remettre dans le message',
    remove: (name: string) => `Retirer ${quoted(name)}`,
    removed: (name: string) => `Document retiré : ${name}`,
    preview: (name: string) => `Aperçu de ${quoted(name)}`,
    add: 'Joindre une pièce de la séance',
    choose: 'Choisir une pièce…',
    addAll: 'Joindre toutes les pièces',
    noneLeft: 'Toutes les pièces que les membres peuvent avoir sont jointes.',
    backToMessage: 'Revenir au message',
  },

  open: 'Ouvrir dans la messagerie',
  opening: 'Ouverture…',
  save: 'Exporter…',
  saving: 'Export…',
  saved: (name: string) => `Message exporté : ${name}`,
  copy: 'Copier',
  copyParts: {
    to: 'Les destinataires',
    cc: 'Les personnes en copie',
    bcc: 'Les personnes en copie cachée',
    subject: 'L’objet',
    body: 'Le texte',
  },
  copied: {
    to: 'Destinataires copiés',
    cc: 'Personnes en copie copiées',
    bcc: 'Personnes en copie cachée copiées',
    subject: 'Objet copié',
    body: 'Texte copié',
  },
  folder: 'Ouvrir le dossier des documents',
  openingFolder: 'Écriture…',
  folderOpened: (files: number) =>
    `${plural(files, 'document écrit', 'documents écrits')} dans le dossier ouvert`,
  memberFolders: 'Dossiers des membres…',
  memberFoldersWritten: (many: number) =>
    `${plural(many, 'dossier écrit', 'dossiers écrits')} dans le dossier ouvert, un par organisme membre`,
  more: 'Autres actions du message',
  rewrite: 'Refaire à partir du modèle',
  rewritten: 'Message refait à partir du modèle',
  remove: 'Supprimer ce brouillon',
  removed: 'Brouillon supprimé',

  mark: 'Marquer comme envoyé',
  marking: 'Enregistrement…',
  markHint: (more: string | undefined) =>
    more === undefined
      ? 'Une fois le message parti : il est gardé tel quel, avec ses destinataires et ses documents.'
      : `Une fois le message parti : il est gardé tel quel, ${more}`,
  marked: (kind: string) => `${kind} : message noté comme envoyé`,
  markedConvened: 'Convocation notée comme envoyée : la séance est convoquée',
  noRecipient: 'Ajouter d’abord un destinataire qui a une adresse.',

  personal: {
    count: (messages: number) => plural(messages, 'message à relire', 'messages à relire'),
    list: 'Messages à relire',
    openInMail: (who: string) => `Ouvrir le message à ${who} dans la messagerie`,
    mark: (who: string) => `Marquer le message à ${who} comme envoyé`,
    noAddress: 'sans adresse',
    everybody: 'Tous les membres',
    withDocuments: (many: number) => plural(many, 'document', 'documents'),
    markAll: 'Marquer tous comme envoyés',
    markedAll: (many: number) => `${plural(many, 'message noté', 'messages notés')} comme envoyés`,
    partly: (done: number, all: number) =>
      `${done} sur ${plural(all, 'message noté comme envoyé', 'messages notés comme envoyés')}. Les autres sont restés des brouillons.`,
    noneReachable: 'Aucun de ces messages n’a de destinataire avec une adresse.',
  },

  sent: {
    title: (kind: string, when: string) => `${kind}, envoi du ${when}`,
    by: (who: string) => `par ${who}`,
    facts: 'Ce qui est parti',
    when: 'Envoyé',
    version: 'Ordre du jour',
    versionNumber: (number: number) => `version ${number}`,
    calendar: 'Fichier de calendrier',
    calendarNumber: (sequence: number) =>
      sequence === 0 ? 'premier envoi' : plural(sequence, 'mise à jour', 'mises à jour'),
    size: 'Taille',
    hash: 'Empreinte SHA-256',
    open: 'Ouvrir le message envoyé',
    proof: 'Preuve de convocation…',
    notKept: 'Le message lui-même n’a pas été gardé.',
  },

  queued: (documents: number) =>
    `${plural(documents, 'document attend', 'documents attendent')} le dossier partagé.`,
} as const
