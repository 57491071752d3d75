import type { Consultation } from '../../electron/contract/approval.ts'
import { errorSentences } from '../../electron/contract/error-sentences.ts'
import type { ErrorCode } from '../../electron/contract/errors.ts'
import { meetingName, meetingNumbered, numbered } from '../../electron/domain/meetings/meeting-name.ts'
import type {
  ApprovalAnswer,
  WhyNotByWriting,
  WhyNotTacit,
} from '../../electron/domain/minutes/approval-reply.ts'
import type { FileSignature } from '../../electron/domain/minutes/signed-copy.ts'
import type { ApprovalMode } from '../../electron/domain/minutes/version.ts'
import { withDe } from '../../electron/domain/text/elision.ts'
import { formatDate, quoted } from '../../electron/domain/text/french.ts'
import { plural } from '../../electron/domain/text/plural.ts'

const unread = {
  nobody: 'l’expéditeur n’est pas un membre connu. Noter sa réponse ci-dessous.',
  'other-meeting': 'l’objet nomme une autre séance. Si la réponse est pour celle-ci, la noter ci-dessous.',
  unclear: 'la réponse n’est pas claire. La lire, et la noter ci-dessous.',
  late: 'la réponse est venue après le dernier jour. Si elle compte, la noter ci-dessous.',
  older: 'une réponse plus récente est déjà notée.',
  answered: 'ce siège a déjà répondu. Si cette réponse l’emporte, la noter ci-dessous.',
}

export const consultationText = {
  title: 'Réponses des membres',
  prepare: 'Préparer le message aux membres',
  prepareAgain: 'Préparer de nouveau le message',
  readMails: 'Lire des réponses…',
  reading: 'Lecture…',
  closing: 'Réponses attendues jusqu’au',
  closingSet: 'Fin de la consultation changée',
  taken: (count: number, unread: number) =>
    [
      plural(count, 'réponse notée', 'réponses notées'),
      ...(unread === 0 ? [] : [plural(unread, 'message à lire ci-contre', 'messages à lire ci-contre')]),
    ].join(', '),
  unread: ({
    fileName,
    from,
    why,
  }: {
    fileName: string
    from: string
    why: keyof typeof unread | ErrorCode
  }) =>
    `${fileName}${from === '' ? '' : `, ${withDe(from)}`}\u00a0: ${{ ...errorSentences, ...unread }[why]}`,
  counted: 'Réponses par collège',
  noCollege: 'Sans collège',
  counts: (
    said: Pick<Consultation['colleges'][number], 'approves' | 'observations' | 'silent' | 'unreached'>,
  ) =>
    [
      [said.approves, plural(said.approves, 'approbation', 'approbations')] as const,
      [said.observations, plural(said.observations, 'observation', 'observations')] as const,
      [said.silent, `${said.silent} sans réponse`] as const,
      [said.unreached, plural(said.unreached, 'non joint', 'non joints')] as const,
    ]
      .filter(([count]) => count > 0)
      .map(([, words]) => words)
      .join(', '),
  members: 'Membres consultés',
  answers: { approves: 'Approuve', observations: 'Observations', silent: 'Silence' },
  unreachedMember: 'Non joint par le message, son silence ne dit rien.',
  observe: 'En faire une observation',
  answerOf: (name: string) => `Réponse ${withDe(name)}`,
  earlierAnswer: (answer: ApprovalAnswer) =>
    answer === 'approves'
      ? 'Approuvait un texte antérieur\u00a0: à consulter de nouveau.'
      : 'Observations sur un texte antérieur\u00a0: à consulter de nouveau.',
}

const outdated = 'Les membres ont été consultés sur un texte antérieur\u00a0: leur envoyer celui-ci d’abord.'

export const approvalText = {
  title: 'Approbation',
  lead: 'L’approbation scelle le compte rendu : son PDF est gardé avec son empreinte, et ses textes ne changent plus. Une erreur se corrige ensuite par un rectificatif.',
  obstaclesLead: 'Avant d’approuver :',
  obstacles: {
    notHeld: 'La séance n’est pas notée tenue. Son écran «\u00a0En séance\u00a0» la note tenue ou la lève.',
    notValidated: 'La présidence n’a pas validé ce compte rendu. Noter d’abord sa validation.',
    noMinutes: 'Le compte rendu n’est pas commencé.',
    approved: 'Ce compte rendu est déjà approuvé.',
  },
  openObservations: (count: number | null) =>
    count === null || count > 1
      ? `${count ?? 'Des'} observations attendent leur réponse.`
      : '1 observation attend sa réponse.',
  toSession: 'Aller à la séance',
  toValidate: 'Valider',
  toObservations: 'Répondre aux observations',
  pictures: (count: number) =>
    `${plural(count, 'image est', 'images sont')} sans description : le PDF scellé ne pourra plus en recevoir.`,

  mode: 'Mode d’approbation',
  modes: {
    meeting: 'En séance',
    written: 'Consultation écrite',
    tacit: 'Accord tacite',
  } satisfies Record<ApprovalMode, string>,
  tacitHint: (date: string) => `La relecture s’est terminée le ${formatDate(date)}.`,
  consultationEnded: (date: string) => `La consultation s’est terminée le ${formatDate(date)}.`,
  consultationOpen: (date: string) =>
    `Les membres peuvent répondre jusqu’au ${formatDate(date)} : approuver ensuite.`,
  notByWriting: {
    outdated,
    unasked:
      'Aucun message parti d’ici n’a consulté les membres, et aucune réponse n’est notée\u00a0: consulter d’ici, ou noter ce qu’ils ont répondu ailleurs.',
  } satisfies Record<WhyNotByWriting, string>,
  notTacit: {
    outdated: () => outdated,
    observed: () =>
      'Des membres ont répondu par des observations\u00a0: l’accord n’est pas tacite. Choisir un autre mode.',
    undated: () =>
      'Le message est parti sans dernier jour\u00a0: fixer celui de la consultation, l’accord n’est tacite qu’ensuite.',
    noDeadline: () => 'Aucune fin de relecture n’est fixée\u00a0: l’accord tacite suppose un délai.',
    unreached: () =>
      'Le message n’a joint aucun membre\u00a0: personne n’a gardé le silence. Le renvoyer, ou choisir un autre mode.',
    untold: () =>
      'Rien n’a dit aux membres que leur silence vaut accord. Le dire dans un nouveau message (Réglages, mode d’approbation), ou choisir un autre mode.',
    early: (date) =>
      `La relecture court jusqu’au ${formatDate(date)}\u00a0: l’accord n’est tacite qu’ensuite.`,
  } satisfies Record<WhyNotTacit, (reviewDeadline: string) => string>,
  meeting: 'Séance qui approuve',
  noMeeting: 'Aucune séance ultérieure. En créer une, ou choisir un autre mode.',
  meetingAhead: 'Cette séance n’a pas encore eu lieu. Approuver après elle, ou choisir un autre mode.',
  withItem: 'L’approbation et l’empreinte sont aussi inscrites au point d’approbation de cette séance.',
  withoutItem: 'L’ordre du jour de cette séance n’a pas de point d’approbation : rien n’y est inscrit.',
  notWritten:
    'Le compte rendu de cette séance n’est pas en cours de rédaction\u00a0: rien n’y est inscrit, ni plus tard.',
  date: 'Date d’approbation',
  meetingUnopened:
    'Cette séance n’a pas été ouverte ici. La noter tenue si elle a eu lieu, ou choisir un autre mode.',
  dateEarly: (date: string) => `Pas avant le ${formatDate(date)}.`,
  dateFuture: 'Cette date n’est pas encore venue.',
  corrections: 'Corrections demandées et apportées',
  correctionsHelp: (retained: number) =>
    retained === 0
      ? 'Vide : approuvé sans correction. Sinon, dire lesquelles ; les textes les portent déjà.'
      : 'Vide : l’approbation ne dira rien des corrections. Sinon, dire lesquelles ; les textes les portent déjà.',
  /** @param unreached of them; null where no message left from here */
  silentMembers: (count: number, unreached: number | null) => ({
    words: plural(count, 'membre n’a pas répondu', 'membres n’ont pas répondu'),
    ...(unreached === 0
      ? {}
      : {
          detail:
            unreached === null
              ? 'aucun message parti d’ici ne les a consultés'
              : `${count === 1 ? '' : 'dont '}${plural(unreached, 'non joint', 'non joints')} par le message`,
        }),
    repair: 'Voir',
  }),
  retainedUntold: (retained: number) => ({
    words: `${plural(retained, 'observation des membres retenue', 'observations des membres retenues')}, aucune correction dite`,
    detail: 'l’approbation ne dira pas lesquelles ont été apportées',
    repair: 'Les dire',
  }),
  approve: 'Approuver et sceller',
  before: 'Avant de sceller',
  approving: 'Scellement…',
  approved: 'Compte rendu approuvé et scellé',
  conflict: 'Le compte rendu a changé pendant le scellement. Relire, puis recommencer.',

  /** On the approved screen. */
  approvedOn: (date: string) => formatDate(date),
  facts: {
    on: 'Approuvé le',
    by: 'Par',
    corrections: 'Corrections',
    sealedAt: 'Scellé le',
    asked: 'Regardé avant de sceller',
    hash: 'Empreinte SHA-256',
    pages: 'PDF gardé',
  },
  byMeeting: (number: number | null, date: string) => `la ${meetingName(number, formatDate(date))}`,
  byWritten: 'consultation écrite',
  byTacit: 'accord tacite, sans observation dans le délai',
  noCorrection: (retained: number) =>
    retained === 0
      ? 'aucune'
      : `non dites, ${plural(retained, 'observation des membres retenue', 'observations des membres retenues')}`,
  sealedBy: (when: string, who: string) => (who === '' ? when : `${when}, par ${who}`),
  check: 'Vérifier',
  checking: 'Vérification…',
  checked: (time: string) => `Vérifié à ${time} : le PDF gardé a toujours l’empreinte scellée.`,
  damaged:
    'Le PDF gardé n’a plus l’empreinte scellée : le fichier a été modifié ou abîmé. Restaurer une sauvegarde qui le contient.',
  takenOver: 'Repris, sans empreinte',
  takenOverLead:
    'Ce compte rendu a été repris comme approuvé : aucun PDF scellé n’en est gardé ici, et son PDF est refait à chaque ouverture. Il ne se modifie plus.',
  takenOverCorrigendum: 'Un rectificatif suppose un compte rendu approuvé et scellé ici.',
  toApproving: 'Ouvrir son compte rendu',
  approveOf: (number: number | null) =>
    number === null
      ? 'Approuver le compte rendu'
      : `Approuver le compte rendu de la ${meetingNumbered(number)}`,
  approvedOf: (number: number | null) =>
    number === null
      ? 'Voir le compte rendu approuvé'
      : `Voir le compte rendu approuvé de la ${meetingNumbered(number)}`,
}

export const signedCopyText = {
  title: 'Exemplaire signé',
  lead: 'Le PDF scellé, signé dans un autre programme, se garde ici à côté du sceau. Le signer tel qu’il est exporté, sans le réenregistrer ni le modifier autrement.',
  notTrusted:
    'Le fichier contient le compte rendu scellé tel quel, et ses pages ont été comparées avec celles du sceau : cela aide à relire, sans rien prouver. Noms et heures sont ceux que dit le fichier : l’autorité qui a fait les certificats n’a pas été interrogée.',
  add: 'Ajouter l’exemplaire signé…',
  reading: 'Lecture des signatures…',
  added: (signatures: number) =>
    `Exemplaire signé gardé : ${plural(signatures, 'signature', 'signatures')} dans le fichier.`,
  addedBy: (when: string, who: string) => (who === '' ? `Ajouté ${when}` : `Ajouté ${when}, par ${who}`),
  unnamed: 'Signataire que le fichier ne nomme pas',
  at: (when: string) => `signé ${when}`,
  noTime: 'heure non indiquée',
  issuedBy: (issuer: string) => `certificat : ${issuer}`,
  selfIssued: 'certificat que le signataire a fait lui-même',
  endUnsigned:
    'Aucune signature ne va jusqu’à la fin du fichier : ce qui suit la dernière n’est signé de personne.',
  appendedUnread:
    'Ce qui a été ajouté au PDF scellé n’a pas pu être lu entièrement : comparer les pages avec le compte rendu scellé.',
  stampedBy: (name: string) => `Horodatage : ${name}`,
  states: {
    whole: 'Signature de ce fichier entier.',
    followed: 'Signature de ce fichier ; d’autres la suivent, qu’elle ne couvre pas.',
    broken:
      'Ce n’est pas la signature de ce fichier : le fichier a changé après elle, ou elle en laisse une part de côté.',
    unread: 'Forme de signature que l’application ne vérifie pas.',
  } satisfies Record<FileSignature['state'], string>,
} as const

export const corrigendumText = {
  title: 'Rectificatifs',
  none: 'Aucun rectificatif.',
  lead: 'Un rectificatif est numéroté et gardé avec son PDF. Le compte rendu scellé ne change pas.',
  add: 'Établir un rectificatif…',
  form: 'Nouveau rectificatif',
  place: 'Endroit',
  placeHelp: 'Par exemple : point 2, Échanges, 3e paragraphe.',
  item: 'Point',
  whole: 'Ensemble du compte rendu',
  before: 'Au lieu de',
  after: 'Lire',
  reason: 'Motif',
  date: 'Date',
  needed: 'Écrire ce qui est remplacé ou ce qu’il faut lire.',
  placeNeeded: 'Écrire où se trouve le passage.',
  dateEarly: (date: string) => `Pas avant l’approbation, le ${formatDate(date)}.`,
  dateLate: 'Ce jour n’est pas encore venu.',
  make: 'Établir et sceller…',
  sealing: {
    title: 'Avant de sceller le rectificatif',
    forGood: 'Il sera numéroté et gardé\u202f; rien ne le modifiera plus.',
    notSaid:
      'Ce qui est écrit sous «\u00a0Au lieu de\u00a0» ne se lit dans aucun texte, aucune décision ni action du point choisi\u00a0: le relire.',
    act: 'Établir et sceller',
  },
  making: 'Scellement…',
  cancel: 'Renoncer',
  made: (number: number) => `Rectificatif ${numbered(number)} établi`,
  number: (number: number) => `Rectificatif ${numbered(number)}`,
  decided: (date: string) => `Du ${formatDate(date)}`,
  insteadOf: (words: string) => `Au lieu de ${quoted(words)}`,
  read: (words: string) => `lire ${quoted(words)}`,
  show: (number: number) => `Voir le rectificatif ${numbered(number)}`,
  showMinutes: 'Voir le compte rendu',
}
