import type { LeavingCheck, LeavingCheckKind } from '../../electron/domain/meetings/leaving.ts'
import { numbered } from '../../electron/domain/meetings/meeting-name.ts'
import { withDe } from '../../electron/domain/text/elision.ts'
import {
  enumerated,
  formatDate,
  formatDuration,
  formatTime,
  quotedShort,
} from '../../electron/domain/text/french.ts'
import { plural } from '../../electron/domain/text/plural.ts'
import { archiveText } from './archive.ts'

/** As the settings call them. */
const agencies: Readonly<Record<string, string>> = {
  archivesAgency: archiveText.archivesAgency,
  transferringAgency: archiveText.transferringAgency,
}

type Words = { words: string; detail?: string; repair: string }

const quoted = (words: string) => quotedShort(words, 120)

/** "point 3", "points 3.3, 4 et 5"; nothing of items without a number. */
function pointsWords(given: readonly string[]): { detail?: string } {
  const numbers = [...new Set(given)].filter((number) => number !== '')
  if (numbers.length === 0) return {}
  return { detail: `${numbers.length === 1 ? 'point' : 'points'} ${enumerated(numbers)}` }
}

/** Each line, what it is about, and the act that leads to where it is mended. */
export const leavingCheckText: Readonly<Record<LeavingCheckKind, (check: LeavingCheck) => Words>> = {
  unknownSubstitute: ({ names: [by = '', who = '', deputy = ''] }) => ({
    words: `${quoted(by)} représente ${who}`,
    detail: `ce nom n’est pas dans l’annuaire${deputy === '' ? '' : ` ; proposé : ${deputy}`}`,
    repair: 'Choisir',
  }),
  unknownOwner: ({ names: [number = ''], words }) => ({
    words: `${number} : responsable ${quoted(words)}`,
    detail: 'ce nom n’est pas dans l’annuaire',
    repair: 'Choisir',
  }),
  nameOfSeveral: ({ names: [about = '', ...bearers], words }) => ({
    words: `${about} : plusieurs personnes s’appellent ${quoted(words)}`,
    detail: bearers.join(', '),
    repair: 'Choisir',
  }),
  openObservations: ({ names: [count = ''] }) => ({
    words: `${plural(Number(count), 'observation attend une décision', 'observations attendent une décision')}`,
    repair: 'Répondre',
  }),
  changedSinceValidation: () => ({
    words: 'Texte modifié depuis la validation',
    detail: 'à valider de nouveau',
    repair: 'Comparer',
  }),
  owedObservations: ({ names: [count = ''] }) => ({
    words: plural(
      Number(count),
      'observation retenue n’est pas dans le texte',
      'observations retenues ne sont pas dans le texte',
    ),
    repair: 'Reporter',
  }),
  saidObservations: ({ names: [count = ''] }) => ({
    words: plural(
      Number(count),
      'observation non retenue est encore dans le texte',
      'observations non retenues sont encore dans le texte',
    ),
    repair: 'Rétablir',
  }),
  unansweredReplies: ({ names, words }) => ({
    words:
      names.length === 1
        ? `Une observation ${withDe(names[0] ?? '')} est sans réponse`
        : `Des observations de ${names.length} membres sont sans réponse`,
    detail: words === '' ? `à la consultation écrite\u00a0: ${names.join(', ')}` : quoted(words),
    repair: 'Répondre',
  }),
  closingContradicts: ({ words }) => ({
    words: 'La clôture dit l’ordre du jour épuisé, un point ne l’est pas',
    detail: quoted(words),
    repair: 'Remplacer',
  }),
  nobodyNoted: () => ({ words: 'Aucune présence n’est notée', repair: 'Noter' }),
  attendanceNotNoted: ({ names }) => ({
    words: plural(names.length, 'présence non notée', 'présences non notées'),
    detail: names.join(', '),
    repair: 'Noter',
  }),
  attendanceAnnounced: ({ names }) => ({
    words: plural(
      names.length,
      'présence reprise des réponses, à confirmer',
      'présences reprises des réponses, à confirmer',
    ),
    detail: names.join(', '),
    repair: 'Noter',
  }),
  substituteAway: ({ names: [by = '', who = ''] }) => ({
    words: `${by} représente ${who}, et n’était pas là`,
    repair: 'Choisir',
  }),
  substituteUnnamed: ({ names: [who = ''] }) => ({
    words: `${who} : représentation sans nom`,
    repair: 'Choisir',
  }),
  actionWithoutOwner: ({ names: [number = ''], words }) => ({
    words: `${number} sans responsable`,
    detail: quoted(words),
    repair: 'Choisir',
  }),
  actionWithoutDate: ({ names: [number = ''], words }) => ({
    words: `${number} sans échéance`,
    detail: quoted(words),
    repair: 'Dater',
  }),
  actionDatePassed: ({ names: [number = ''], words }) => ({
    words: `${number} : échéance avant la séance`,
    detail: quoted(words),
    repair: 'Dater',
  }),
  decisionUnfinished: ({ names: [number = ''], words }) => ({
    words: `${number} : sans majuscule, ou sans verbe`,
    detail: quoted(words),
    repair: 'Réécrire',
  }),
  endsInComma: ({ names: [about = ''], words }) => ({
    words: `Une phrase finit par une virgule${about === '' ? '' : `\u00a0: ${about}`}`,
    detail: quoted(words),
    repair: 'Corriger',
  }),
  speakerUnknown: ({ names: [name = ''] }) => ({
    words: `Personne ne connaît qui parle\u00a0: ${quoted(name)}`,
    repair: 'Nommer',
  }),
  rowEmpty: ({ names: [number = ''] }) => ({ words: `${number} ne dit rien`, repair: 'Écrire' }),
  emptyItem: ({ names: [title = ''] }) => ({ words: `Rien n’est écrit : ${title}`, repair: 'Écrire' }),
  itemUntitled: ({ names: [number = ''] }) => ({
    words: number === '' ? 'Un point n’a pas d’intitulé' : `Le point ${number} n’a pas d’intitulé`,
    repair: 'Nommer',
  }),
  pictureUndescribed: ({ names: [title = ''] }) => ({
    words: `Une image n’est pas décrite${title === '' ? '' : ` : ${title}`}`,
    detail: 'qui ne la voit pas n’en saura rien',
    repair: 'Décrire',
  }),
  noNextMeeting: ({ words }) => ({
    words: 'Prochaine séance non écrite',
    detail: `le calendrier donne le ${formatDate(words)}`,
    repair: 'Écrire',
  }),
  nextMeetingPassed: ({ words }) => ({
    words: `Prochaine séance écrite au ${formatDate(words)}`,
    detail: 'ce jour n’est pas après la séance',
    repair: 'Dater',
  }),
  nextMeetingUnplanned: ({ words }) => ({
    words: `Prochaine séance annoncée pour le ${formatDate(words)}`,
    detail: 'aucune séance n’est créée ce jour-là',
    repair: 'Dater',
  }),
  hoursReversed: ({ names: [opened = '', closed = ''] }) => ({
    words: `Ouverte à ${formatTime(opened)}, levée à ${formatTime(closed)}`,
    detail: 'la fin vient avant le début',
    repair: 'Corriger',
  }),
  presenceReversed: ({ names: [who = ''] }) => ({
    words: `${who} : départ avant l’arrivée`,
    repair: 'Corriger',
  }),
  presenceOutside: ({ names: [who = ''] }) => ({
    words: `${who} : arrivée ou départ hors de la séance`,
    repair: 'Corriger',
  }),
  chairAway: ({ names: [who = '', how = '', hour = ''] }) => ({
    words:
      how === 'late'
        ? `${who} préside, et son arrivée est notée à ${formatTime(hour)}`
        : how === 'left'
          ? `${who} préside, et son départ est noté à ${formatTime(hour)}`
          : `${who} préside, et son absence est notée`,
    ...(how === 'left' ? {} : { detail: 'l’ouverture ne nomme pas qui préside' }),
    repair: 'Corriger',
  }),
  substituteSelf: ({ names: [who = ''] }) => ({
    words: `${who} : se représente soi-même`,
    repair: 'Choisir',
  }),
  numberRepeats: ({ names: [number = ''] }) => ({ words: `${number} sert deux fois`, repair: 'Voir' }),
  recipientWithoutAddress: ({ names }) => ({
    words: plural(names.length, 'destinataire sans adresse valable', 'destinataires sans adresse valable'),
    detail: names.join(', '),
    repair: 'Annuaire',
  }),
  meetingPassed: ({ words }) => ({
    words: `La date est passée : ${formatDate(words)}`,
    repair: 'Changer',
  }),
  agendaTooLong: ({ names: [minutes = ''], words }) => ({
    words: plural(Number(minutes), 'minute de trop', 'minutes de trop'),
    detail: `l’ordre du jour finirait à ${formatTime(words)}`,
    repair: 'Voir',
  }),
  agendaOverlaps: ({ names: [minutes = '', number = '', title = ''], words }) => ({
    words: `${number === '' ? quoted(title) : `Le point ${number}`}, à ${formatTime(words)}, commence avant la fin de ce qui précède`,
    detail: `de ${formatDuration(Number(minutes))} ; une des deux heures n’est pas imprimée`,
    repair: 'Voir',
  }),
  documentsAwaited: ({ names }) => ({
    words: plural(names.length, 'document attendu', 'documents attendus'),
    ...pointsWords(names),
    repair: 'Voir',
  }),
  itemTwice: ({ names: [first = '', second = '', title = ''] }) => ({
    words: `Deux points ont le même titre${first === '' || second === '' ? '' : `\u00a0: ${first} et ${second}`}`,
    detail: title,
    repair: 'Voir',
  }),
  itemSettled: ({ names: [number = ''], words }) => ({
    words: `${number === '' ? 'Un point' : `Le point ${number}`} approuve un compte rendu déjà approuvé`,
    detail: `le ${formatDate(words)}`,
    repair: 'Voir',
  }),
  itemsUntimed: ({ names }) => ({
    words: plural(names.length, 'point sans durée', 'points sans durée'),
    ...pointsWords(names),
    repair: 'Donner',
  }),
  agendaUnvalidated: ({ names: [by] }) => ({
    ...(by === undefined
      ? { words: 'La présidence n’a pas validé l’ordre du jour' }
      : { words: 'Ordre du jour modifié depuis sa validation', ...(by === '' ? {} : { detail: by }) }),
    repair: 'Valider',
  }),
  firstNumber: ({ names: [number = ''] }) => ({
    words: `Ce sera la séance ${numbered(number)} de l’année`,
    detail: 'aucune n’a encore de numéro ici ; les suivantes continueront depuis celui-ci',
    repair: 'Donner le numéro',
  }),
  notConvened: () => ({ words: 'Aucune convocation n’est partie', repair: 'Envois' }),
  documentMissing: ({ names }) => ({
    words: plural(names.length, 'document attendu manque', 'documents attendus manquent'),
    detail: names.join(', '),
    repair: 'Voir',
  }),
  notApproved: () => ({
    words: 'Le compte rendu n’est pas approuvé',
    detail: 'ce qui se publie peut encore changer',
    repair: 'Voir',
  }),
  corrected: ({ names }) => ({
    words: `Compte rendu rectifié\u00a0: ${enumerated(names.map((number) => `rectificatif ${numbered(number)}`))}`,
    detail: 'ces pages gardent les mots d’avant, et le disent',
    repair: 'Voir',
  }),
  publicName: ({ names: [name = ''] }) => ({
    words: `${quoted(name)} sera publié tel quel`,
    detail: 'ni un organisme de l’annuaire, ni une personne connue',
    repair: 'Voir',
  }),
  privateWords: ({ names: [number = '', ...found], section }) => ({
    words: `${found.map(quoted).join(', ')}\u00a0: à publier\u202f?`,
    ...(section === 'head'
      ? { detail: 'ouverture' }
      : section === 'tail'
        ? { detail: 'clôture' }
        : pointsWords([number])),
    repair: 'Voir',
  }),
  noArchivesAgency: ({ names }) => ({
    words: plural(names.length, 'service n’est pas nommé', 'services ne sont pas nommés'),
    detail: names.map((name) => agencies[name] ?? name).join(', '),
    repair: 'Réglages, Archivage',
  }),
}

export const leavingText = {
  none: 'Rien à corriger, rien à regarder.',
  reading: 'Relecture…',
  stopped: (count: number) =>
    `${plural(count, 'ligne rouge empêche', 'lignes rouges empêchent')} le scellement, qui est définitif.`,
  toMembers: {
    send: {
      title: 'Avant d’envoyer aux membres',
      act: (count: number) =>
        count === 0
          ? 'Préparer l’envoi aux membres'
          : `Préparer l’envoi, ${plural(count, 'ligne', 'lignes')} à regarder`,
    },
    forward: {
      title: 'Avant la relecture par les membres',
      act: (count: number) =>
        count === 0
          ? 'Passer en relecture des membres'
          : `Passer en relecture, ${plural(count, 'ligne', 'lignes')} à regarder`,
    },
  },
  public: {
    title: 'Avant de publier',
    act: (count: number) =>
      count === 0 ? 'Exporter' : `Exporter, ${plural(count, 'ligne', 'lignes')} à regarder`,
  },
  archive: {
    title: 'Avant d’archiver',
    act: (count: number) => `Archiver, ${plural(count, 'ligne', 'lignes')} à regarder`,
  },
  transfer: {
    title: 'Avant de verser aux archives',
    act: (count: number) =>
      count === 0 ? 'Décrire le versement' : `Verser, ${plural(count, 'ligne', 'lignes')} à regarder`,
  },
  seal: (label: string, count: number) =>
    count === 0 ? label : `${label}, ${plural(count, 'ligne', 'lignes')} à regarder`,
} as const
