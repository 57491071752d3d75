import type { DispatchFields, DispatchKind } from '../../domain/dispatch/dispatch.ts'
import { meetingNumbered } from '../../domain/meetings/meeting-name.ts'
import { quoted } from '../../domain/text/french.ts'

type Template = DispatchFields
type Word = 'séance' | 'réunion'

/** Lines of a letter; an empty one parts paragraphs. */
const letter = (subject: string, ...lines: string[]): Template => ({ subject, body: lines.join('\n') })

const closing = [
  '',
  'Je vous prie d’agréer, {civilité}, l’expression de ma considération distinguée.',
  '',
  '{signature}',
]

/** A line is left out when none of its fields has a value: what may be missing stands on a line of its own. */
export const shippedTemplates: Readonly<Record<DispatchKind, Template>> = {
  callForSubjects: letter(
    '{instance} – Appel à sujets pour la {séance}',
    '{civilité},',
    '',
    'La {séance} se tiendra {horaire}.',
    'Lieu : {lieu}',
    '',
    'Je vous invite à faire connaître au secrétariat les sujets que vous souhaitez y voir inscrits, en précisant pour chacun son objet, la personne qui le présentera, la durée souhaitée et la suite attendue (information, échange, avis, concertation ou décision).',
    '',
    'La fiche de présentation jointe peut servir à cet effet.',
    '',
    'Les propositions sont attendues le {échéance} au plus tard ; celles qui parviendraient après cette date seront examinées pour une prochaine fois.',
    ...closing,
  ),
  slidesReminder: letter(
    '{instance} – Documents attendus pour la {séance}',
    '{civilité},',
    '',
    'En vue de la {séance}, le secrétariat reste dans l’attente des documents suivants :',
    '{supports attendus}',
    '',
    'Je vous saurais gré de bien vouloir les lui transmettre, de préférence au format PDF, afin qu’ils puissent être communiqués aux membres en temps utile.',
    'Date limite de transmission : {échéance}',
    ...closing,
  ),
  convocation: letter(
    '{instance} – Convocation à la {séance}',
    '{civilité},',
    '',
    'J’ai l’honneur de vous convier à la {séance}, {horaire}.',
    'Objet : {titre}',
    'Lieu : {lieu}',
    'Visioconférence : {lien}',
    '',
    'L’ordre du jour est le suivant :',
    '{ordre du jour}',
    '',
    'Vous trouverez ci-joint les documents correspondants, ainsi qu’un fichier à ajouter à votre agenda.',
    '',
    'Je vous remercie de bien vouloir indiquer au secrétariat si vous participerez sur place ou à distance, ou qui vous représentera.',
    'Réponse attendue le {échéance} au plus tard.',
    ...closing,
  ),
  replyReminder: letter(
    '{instance} – Réponse attendue pour la {séance}',
    '{civilité},',
    '',
    'Le secrétariat attend votre réponse pour la {séance}, {horaire}.',
    'Elle devait d’abord se tenir le {ancienne date} : si vous aviez répondu pour cette date, je vous remercie d’indiquer si votre réponse tient toujours.',
    'Lieu : {lieu}',
    'Visioconférence : {lien}',
    '',
    'Je vous remercie de bien vouloir lui indiquer si vous participerez sur place ou à distance, ou qui vous représentera.',
    'Réponse attendue le {échéance} au plus tard.',
    ...closing,
  ),
  agendaChanged: letter(
    '{instance} – Ordre du jour modifié de la {séance}',
    '{civilité},',
    '',
    'L’ordre du jour de la {séance} a été modifié sur les points suivants :',
    '{changements}',
    '',
    'Il s’établit désormais ainsi :',
    '{ordre du jour}',
    '',
    'Pour mémoire :',
    'Date : {date}, {horaire}',
    'Lieu : {lieu}',
    'Visioconférence : {lien}',
    ...closing,
  ),
  guestInvitation: letter(
    '{instance} – Invitation à intervenir lors de la {séance}',
    '{civilité},',
    '',
    'J’ai le plaisir de vous convier à intervenir le {date} sur le point suivant :',
    '{point}',
    '',
    'Heure de passage prévue : {heure du point}',
    'Lieu : {lieu}',
    'Visioconférence : {lien}',
    '',
    'L’heure de passage pouvant varier de quelques minutes, je vous remercie de bien vouloir vous rendre disponible un peu auparavant.',
    '',
    'Documents attendus :',
    '{supports attendus}',
    '',
    'Votre support de présentation est attendu le {échéance} au plus tard, de préférence au format PDF.',
    ...closing,
  ),
  dateChange: letter(
    '{instance} – Changement : {séance}',
    '{civilité},',
    '',
    'Je vous informe du changement suivant :',
    'Date initiale : {ancienne date}',
    'Désormais : {date}, {horaire}',
    'Lieu : {lieu}',
    'Visioconférence : {lien}',
    'Motif : {motif}',
    '',
    'Votre intervention : {point}',
    'Heure de passage prévue : {heure du point}',
    '',
    'Je vous remercie de bien vouloir confirmer votre participation et vous prie d’excuser ce contretemps.',
    ...closing,
  ),
  cancellation: letter(
    '{instance} – Annulation de la {séance}',
    '{civilité},',
    '',
    'J’ai le regret de vous informer que la {séance} est annulée.',
    'Motif : {motif}',
    '',
    'Votre intervention, « {point} », n’aura donc pas lieu à cette date.',
    '',
    'Une nouvelle date vous sera communiquée le cas échéant. Je vous prie d’excuser ce contretemps.',
    ...closing,
  ),
  agendaDraft: letter(
    '{instance} – Projet d’ordre du jour de la {séance}, pour accord',
    '{civilité},',
    '',
    'Vous trouverez ci-joint, pour accord, le projet d’ordre du jour de la {séance} :',
    '{ordre du jour}',
    '',
    'Je vous remercie de bien vouloir porter vos corrections directement dans le fichier Word, dont le suivi des modifications est activé, et le retourner au secrétariat ; le fichier PDF en donne la lecture. Sans correction, une réponse d’accord suffit.',
    'Retour attendu le {échéance} au plus tard.',
    '',
    'L’ordre du jour sera ensuite publié et les membres convoqués.',
    ...closing,
  ),
  internalMinutes: letter(
    '{instance} – Projet de compte rendu de la {séance}, pour relecture',
    '{civilité},',
    '',
    'Vous trouverez ci-joint, pour relecture avant son envoi aux membres, le projet de compte rendu de la {séance}.',
    '',
    'Je vous remercie de bien vouloir porter vos corrections directement dans le fichier Word, dont le suivi des modifications est activé, et le retourner au secrétariat ; le fichier PDF en donne la lecture. Sans correction, une réponse d’accord suffit.',
    'Retour attendu le {échéance} au plus tard.',
    ...closing,
  ),
  draftMinutes: letter(
    '{instance} – Projet de compte rendu de la {séance}',
    '{civilité},',
    '',
    'Vous trouverez ci-joint le projet de compte rendu de la {séance}.',
    '',
    'Je vous remercie de bien vouloir porter vos observations directement dans le fichier Word, dont le suivi des modifications est activé, et le retourner au secrétariat, ou les lui écrire en indiquant pour chacune le point concerné et la rédaction proposée.',
    'Observations attendues le {échéance} au plus tard.',
    '',
    '{accord tacite}',
    ...closing,
  ),
  reviewReminder: letter(
    '{instance} – Relecture du projet de compte rendu de la {séance}',
    '{civilité},',
    '',
    'Le projet de compte rendu de la {séance}, joint de nouveau à ce message, vous a été adressé pour relecture.',
    '',
    'Si vous avez des observations, je vous remercie de bien vouloir les transmettre au secrétariat.',
    'Observations attendues le {échéance} au plus tard.',
    '',
    '{accord tacite}',
    ...closing,
  ),
  writtenApproval: letter(
    '{instance} – Approbation par écrit du compte rendu de la {séance}',
    '{civilité},',
    '',
    'Le compte rendu de la {séance}, joint à ce message, est soumis à l’approbation des membres par écrit.',
    '',
    'Je vous remercie de bien vouloir répondre à ce message en indiquant si vous l’approuvez, ou les observations que vous souhaitez présenter.',
    'Réponse attendue le {échéance} au plus tard.',
    '',
    '{accord tacite}',
    ...closing,
  ),
  approvedMinutes: letter(
    '{instance} – Compte rendu approuvé de la {séance}',
    '{civilité},',
    '',
    'Vous trouverez ci-joint le compte rendu de la {séance}, tel qu’il a été approuvé. Il remplace le projet qui vous avait été adressé.',
    ...closing,
  ),
  actionsReminder: letter(
    '{instance} – Suivi de ce qui vous est confié',
    '{civilité},',
    '',
    'Dans le cadre du suivi des décisions de l’instance, voici ce qui vous est confié.',
    '',
    '{actions}',
    '',
    'Je vous remercie de bien vouloir en indiquer au secrétariat l’état d’avancement et, le cas échéant, la date d’achèvement.',
    ...closing,
  ),
}

export const dispatchText = {
  dateAndTime: (date: string, time: string) => `${date} à ${time}`,
  secretariat: 'Le secrétariat',
  /** What silence is taken for: where the rule of the body lets it approve, and where it does not. */
  tacit: 'Sans observation reçue à cette date, le compte rendu sera tenu pour approuvé.',
  notTacit: {
    draftMinutes: 'Le compte rendu sera ensuite soumis à l’approbation des membres.',
    reviewReminder: 'Sans retour de votre part, le projet sera soumis à l’approbation des membres en l’état.',
  } satisfies Partial<Record<DispatchKind, string>>,
  /** Answers that a convocation has ready; each is what the reading of replies understands. */
  replies: {
    lead: 'Répondre en un clic :',
    subject: (meeting: string) => `Réponse à la convocation : ${meeting}`,
    onSite: { label: 'Je viens', body: 'Je participerai sur place.' },
    remote: { label: 'Je participe à distance', body: 'Je participerai à distance.' },
    represented: {
      label: 'Je me fais représenter',
      body: 'Je me ferai représenter par : (nom à compléter)',
    },
    excused: {
      label: 'Je ne peux pas venir',
      body: 'Je vous prie de m’excuser, je ne pourrai pas participer.',
    },
  },
  /** Name of an assistant's address in a list of recipients. */
  assistant: (person: string) => `${person} (secrétariat)`,
  item: (number: string, title: string) => (number === '' ? `– ${title}` : `${number}. ${title}`),
  timed: (line: string, time: string) => `${line} (${time})`,
  listed: (line: string) => `– ${line}`,
  awaited: (title: string, item: string) => `${title} (point ${quoted(item)})`,
  dueOn: (line: string, date: string) => `${line}, à remettre le ${date}`,
  action: (number: string, text: string) => `${number} : ${text}`,
  /** Late: by so many days; moved: the first date beside. */
  actionDue: (line: string, date: string, { days, first }: { days: number; first: string }) => {
    const late = days === 0 ? '' : `, dépassée de ${days === 1 ? '1 jour' : `${days} jours`}`
    return `${line} Échéance : ${date}${first === '' ? '' : ` (d’abord ${first})`}${late}.`
  },
  /** What is late stands first and by itself. */
  actions: (late: readonly string[], open: readonly string[]) =>
    [
      ...(late.length === 0 ? [] : ['En retard :', ...late]),
      ...(late.length === 0 || open.length === 0 ? [] : ['']),
      ...(open.length === 0 ? [] : [late.length === 0 ? 'À faire :' : 'À faire aussi :', ...open]),
    ].join('\n'),
  change: (type: string, item: string) => `${type} : ${item}`,
  changedPlace: (item: string, before: string, after: string) =>
    `${item} (point ${after}, au lieu de ${before})`,
  edit: (field: string, before: string, after: string) =>
    before === ''
      ? `${field} : ${after}`
      : `${field} : ${after === '' ? 'néant' : after}, au lieu de ${before}`,
  movedHour: (item: string, before: string, after: string) =>
    `Horaire : ${item}, à ${after} au lieu de ${before}`,
  /** In the text, for what is too heavy for the message; `folder` is empty without a shared folder. */
  beside: (names: readonly string[], folder: string) =>
    [
      folder === ''
        ? 'Trop volumineux pour ce message, les documents suivants sont transmis séparément :'
        : `Trop volumineux pour ce message, les documents suivants sont déposés dans le dossier partagé ${quoted(folder)} :`,
      ...names.map((name) => `– ${name}`),
    ].join('\n'),
  calendarSummary: (body: string, word: Word, number: number | null, title: string) =>
    [body, meetingNumbered(number, word), title].filter((part) => part !== '').join(' – '),
  /** Name of the sender in messages and of the organiser in calendars. */
  senderName: (body: string) => `Secrétariat ${body}`,
  calendarAgenda: 'Ordre du jour :',
  calendarLink: (link: string) => `Visioconférence : ${link}`,
  calendarCancelled: (reason: string) => (reason === '' ? 'Annulée.' : `Annulée : ${reason}`),
  calendarFile: 'agenda-electronique',
} as const
