import type { ReturnRefusal, Standing } from '../../electron/contract/observations.ts'
import type { Circle, Observation, ObservationState } from '../../electron/domain/minutes/observation.ts'
import type { Ignored, IgnoredReason } from '../../electron/domain/minutes/word-review.ts'
import { withDe } from '../../electron/domain/text/elision.ts'
import { quoted } from '../../electron/domain/text/french.ts'
import { plural } from '../../electron/domain/text/plural.ts'

export const observationsText = {
  title: 'Observations',
  count: (all: number, open: number) =>
    all === 0
      ? 'Aucune observation'
      : `${plural(all, 'observation', 'observations')}, ${open > 0 ? `${open} en attente` : all === 1 ? 'avec sa réponse' : 'toutes avec leur réponse'}`,
  openCount: (open: number) => `${open} en attente`,
  add: 'Ajouter une observation',
  circle: 'Relecture',
  circles: { internal: 'Interne', members: 'Membres' } satisfies Record<Circle, string>,
  /** Numbers of one circle never move those of the other. */
  label: (circle: Circle, number: number) => `${circle === 'internal' ? 'I' : 'M'}-${number}`,
  toCircle: (circle: Circle) =>
    circle === 'internal' ? 'Passer en relecture interne' : 'Passer aux membres',
  circleChanged: (label: string, now: string) => `Observation ${label}\u00a0: désormais ${now}`,
  empty: {
    internal: 'Aucune correction interne sur ce projet',
    members: 'Aucune observation des membres sur ce projet',
  } satisfies Record<Circle, string>,
  emptyHint: {
    internal:
      'Les corrections de la présidence et du bureau se notent ici. Elles ne paraissent dans aucun document remis aux membres.',
    members:
      'Les retours des membres se notent ici, point par point, avec la réponse donnée à chacun. Eux seuls forment le tableau des observations.',
  } satisfies Record<Circle, string>,
  show: 'Observations affichées',
  shown: { all: 'Toutes', open: 'En attente' },
  noneOpen: 'Toutes les observations ont leur réponse.',
  whole: 'Ensemble du document',
  number: (label: string) => `Observation ${label}`,
  anonymous: 'Auteur non précisé',
  noWords: 'Rien n’est encore saisi',
  states: {
    open: 'En attente',
    accepted: 'Retenue',
    reworded: 'Autre rédaction',
    refused: 'Non retenue',
  } satisfies Record<ObservationState, string>,
  stateNow: (number: string, state: ObservationState) =>
    `Observation ${number} : ${observationsText.states[state].toLowerCase()}`,
  answers: {
    open: 'Réponse',
    accepted: 'Réponse',
    reworded: 'Rédaction retenue',
    refused: 'Motif',
  } satisfies Record<ObservationState, string>,
  item: 'Point',
  organisation: 'Organisme',
  author: 'Auteur',
  place: 'Endroit',
  before: 'Texte du projet',
  after: 'Rédaction proposée',
  comment: 'Commentaire',
  remove: (number: string) => `Supprimer l’observation ${number}`,
  removed: (number: string) => `Observation ${number} supprimée`,
  keyOpen: 'en attente',
  keyRemove: 'supprimer',
  keyList: 'suivante, précédente',
  fromFile: (fileName: string) => `Reçue dans ${fileName}`,

  returned: {
    title: 'Retours des relecteurs',
    choose: 'Lire un retour…',
    chooseHint: 'Fichier Word ou PDF annoté, ou message auquel il est joint. Il peut aussi être déposé ici.',
    paste: 'Coller un message',
    pasteLabel: 'Message reçu',
    pasteHelp: 'L’auteur et la date sont lus dans l’en-tête du message, s’il y est.',
    pasteAdd: 'En faire une observation',
    giveUp: 'Renoncer',
    reading: 'Lecture…',
    taking: 'Prise en compte…',
    review: 'Ce que le retour demande',
    reviewHint: 'Décocher ce qui n’est pas à reprendre. Rien n’est encore changé dans le texte.',
    take: (count: number) =>
      count === 0 ? 'Prendre en compte' : `Prendre en compte ${plural(count, 'observation', 'observations')}`,
    nothingToTake: 'Aucune observation n’est cochée',
    allKnown: 'Ce retour est déjà pris en compte',
    taken: (added: number, known: number) =>
      known === 0
        ? `${plural(added, 'observation prise en compte', 'observations prises en compte')}`
        : added === 0
          ? 'Ce retour était déjà pris en compte'
          : `${plural(added, 'observation prise en compte', 'observations prises en compte')}, ${plural(known, 'déjà connue', 'déjà connues')}`,
    found: (count: number, how: 'tracked' | 'compared' | 'mail') =>
      `${plural(count, 'observation', 'observations')}, ${
        {
          tracked: 'modifications suivies et commentaires',
          compared: 'par comparaison avec le texte envoyé',
          mail: 'dans le message lui-même',
        }[how]
      }`,
    olderVersion: (number: number) =>
      `Ce retour porte sur la version ${number}, plus ancienne que la dernière envoyée. Il reste utilisable : ce qui a été récrit depuis sera montré au moment de décider.`,
    excerpt:
      'Ce fichier ne contient qu’une partie du texte. Ce qui n’y est pas n’est pas considéré comme supprimé.',
    ignored: (list: readonly Ignored[]) => {
      const total = list.reduce((sum, { count }) => sum + count, 0)
      const reasons = list.map(
        ({ reason, count }) => `${observationsText.returned.reasons[reason]} (${count})`,
      )
      return `${plural(total, 'modification ignorée', 'modifications ignorées')}\u00a0: ${reasons.join(', ')}.`
    },
    reasons: {
      look: 'mise en forme',
      object: 'image, saut de page ou champ',
      blank: 'lignes vides et espaces',
      note: 'notes de bas de page',
      margin: 'en-tête et pied de page',
      signs: 'espaces, guillemets ou tirets',
      own: 'mentions que l’application imprime, à changer à leur place',
      mark: 'surlignages et dessins sans un mot',
      beyond: 'fin du fichier, trop long pour être lu en entier',
    } satisfies Record<IgnoredReason, string>,
    circleOf: (fileName: string) => `Relecture à laquelle appartient ${fileName}`,
    authors: 'Qui observe',
    organisationOf: (author: string) => `Organisme ${withDe(author)}`,
    organisationOfFile: (fileName: string) => `Organisme de l’auteur de ${fileName}`,
    toSay: 'À préciser',
    isKnown: 'Déjà prise en compte',
    isResolved: 'Commentaire clos par ses auteurs',
    refusals: {
      'other-meeting': (fileName: string, title: string) =>
        `${fileName} n’a pas été repris : c’est le document d’une autre séance (${quoted(title)}). Ouvrir cette séance pour l’y déposer.`,
      'only-pictures': (fileName: string) =>
        `${fileName} n’a pas été repris : il ne contient que des images, sans texte à comparer. Demander le fichier Word, ou saisir les observations.`,
      'not-ours': (fileName: string) =>
        `${fileName} n’a pas été repris : rien n’y correspond au texte envoyé. Vérifier que c’est le bon fichier.`,
      'no-remark': (fileName: string) =>
        `${fileName}\u00a0: ce message dit qu’il n’a pas d’observation. Rien n’est ajouté.`,
      'no-difference': (fileName: string) =>
        `${fileName} dit la même chose que le texte envoyé : il n’y a rien à prendre en compte.`,
      'no-document': (fileName: string) =>
        `${fileName} n’a ni texte ni fichier Word joint : il n’y a rien à prendre en compte.`,
      'not-read': (fileName: string) =>
        `${fileName}, joint au message, n’est ni un fichier Word ni un PDF\u00a0: il n’a pas été lu. L’ouvrir, et saisir les observations.`,
    } satisfies Record<ReturnRefusal, (fileName: string, title: string) => string>,
    refused: (fileName: string, reason: string) => `${fileName} : ${reason}`,
  },

  kinds: { change: 'Modification', comment: 'Commentaire', move: 'Déplacement' } satisfies Record<
    Observation['kind'],
    string
  >,
  standings: {
    same: '',
    byHand: '',
    done: 'Déjà dans le texte',
    differs: 'Texte modifié depuis',
    gone: 'Passage disparu',
    owed: 'À reporter à la main',
    stillSaid: 'Encore dans le texte',
  } satisfies Record<Standing, string>,
  standingHints: {
    same: '',
    byHand: 'Rien n’est écrit de soi-même ici : retenir l’observation, puis reporter ce qu’elle demande.',
    done: 'Le texte dit déjà ce qui est demandé.',
    differs: 'Ce passage a été modifié depuis l’envoi. Relire les trois textes avant de décider.',
    gone: 'Ce passage n’existe plus dans le texte. L’observation reste à répondre.',
    owed: 'Le texte ne dit pas encore ce qui a été retenu\u00a0: à reporter à la main.',
    stillSaid: 'Le texte suit encore cette demande, non retenue\u00a0: à rétablir à la main.',
  } satisfies Record<Standing, string>,
  /** Of a comment nobody but a person knows what it asks for. */
  commentOwed:
    'Retenue\u00a0: reporter dans le texte ce qu’elle demande. Un passage récrit, ou «\u00a0Reporté\u00a0», la clôt.',
  sentText: 'Texte envoyé',
  liveText: 'Texte actuel',
  wantedText: 'Rédaction demandée',
  accept: 'Retenir',
  acceptOver: 'Remplacer le texte actuel',
  acceptUnwritten: 'Retenir sans écrire',
  reword: 'Autre rédaction',
  refuse: 'Ne pas retenir',
  reopen: 'Remettre en attente',
  wording: 'Rédaction à écrire',
  writeWording: 'Écrire cette rédaction',
  cancelWording: 'Renoncer',
  written: {
    open: 'remise en attente, texte rétabli',
    accepted: 'retenue, texte mis à jour',
    reworded: 'retenue avec une autre rédaction, texte mis à jour',
    refused: 'non retenue, texte rétabli',
  } satisfies Record<ObservationState, string>,
  decided: (number: string, state: ObservationState, isWritten: boolean) =>
    isWritten
      ? `Observation ${number} ${observationsText.written[state]}`
      : observationsText.stateNow(number, state),
  owed: (number: string) => `Observation ${number} retenue, à reporter à la main`,
  stillSaid: (number: string) =>
    `Observation ${number} non retenue, le texte la suit encore\u00a0: à rétablir à la main`,
  goThere: 'Aller au passage',
  settle: 'Reporté',
  settled: (number: string) => `Observation ${number}\u00a0: notée comme reportée dans le texte`,
  notWritten: (number: string) => `Observation ${number} : le texte a changé, rien n’a été écrit`,
  samePlace: (numbers: readonly string[]) =>
    `Sur ce même passage : ${numbers.length === 1 ? 'observation' : 'observations'} ${numbers.join(', ')}`,
  all: 'Tout décider',
  acceptAllOf: (author: string, count: number) =>
    count === 1
      ? `Retenir l’observation en attente ${withDe(author)}`
      : `Retenir les ${count} en attente ${withDe(author)}`,
  refuseAllOf: (author: string, count: number) =>
    count === 1
      ? `Ne pas retenir l’observation en attente ${withDe(author)}`
      : `Ne pas retenir les ${count} en attente ${withDe(author)}`,
  acceptAll: (count: number) => `Retenir les ${count} en attente`,
  decidedAll: (decided: number, left: number) =>
    left === 0
      ? `${plural(decided, 'observation décidée', 'observations décidées')}`
      : `${plural(decided, 'observation décidée', 'observations décidées')}, ${plural(left, 'reste à relire', 'restent à relire')}`,
  keepVersion: 'Garder cette version',
  keepingVersion: 'Enregistrement de la version…',
  versionNote: 'Après les observations des relecteurs',
  versionKept: 'Version gardée, en PDF et en Word',
  allAnswered: (owed: number) =>
    owed === 0
      ? 'Toutes les observations ont leur réponse. La nouvelle version est prête.'
      : `Toutes les observations ont leur réponse, mais le texte n’en suit pas encore ${owed}\u00a0: ${plural(owed, 'passage', 'passages')} à reprendre à la main.`,
  keyNext: 'suivante en attente',
  emptyAgenda: 'Aucune correction de cet ordre du jour',
  emptyAgendaHint:
    'L’ordre du jour corrigé dans Word revient ici : intitulés, ordre, durées, points ajoutés ou retirés.',
  agendaTitle: 'Corrections',
  openAgenda: 'Corrections',

  papers: 'Document affiché',
  paper: {
    minutes: 'Compte rendu',
    decisionRecord: 'Relevé',
    observationsTable: 'Observations',
    publicMinutes: 'Version publique',
    publicRecord: 'Relevé public',
  },
}
