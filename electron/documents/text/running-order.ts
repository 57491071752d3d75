import type { ItemNature } from '../../domain/agenda/agenda.ts'
import type { ReplyAnswer } from '../../domain/attendance/reply.ts'
import type { ApprovalMode } from '../../domain/minutes/version.ts'
import { type Articles, ofWhom } from '../../domain/people/organisation-article.ts'
import { quoted } from '../../domain/text/french.ts'

export const runningOrderText = {
  mention: 'Secrétariat – ne pas diffuser',
  notice:
    'Document de travail du secrétariat et de la présidence, avec leurs notes\u00a0: il n’est jamais remis aux membres.',
  expected: 'Attendus',
  answers: {
    onSite: (count: number) => `${count} sur place`,
    remote: (count: number) => `${count} à distance`,
    represented: (count: number) =>
      count < 2 ? `${count} personne représentée` : `${count} personnes représentées`,
    excused: (count: number) => (count < 2 ? `${count} absence excusée` : `${count} absences excusées`),
    awaited: (count: number) => (count < 2 ? `${count} réponse attendue` : `${count} réponses attendues`),
  } satisfies Record<ReplyAnswer | 'awaited', (count: number) => string>,
  total: 'Durée des points',
  end: 'Fin calculée',
  endFits: (end: string, planned: string) => `${end}, pour une fin prévue à ${planned}`,
  margin: (end: string, planned: string, margin: string) =>
    `${end}, soit ${margin} avant la fin prévue à ${planned}`,
  overrunFact: (end: string, planned: string, overrun: string) =>
    `${end}, soit ${overrun} après la fin prévue à ${planned}`,

  warnings: 'À régler au préalable',
  overrun: (overrun: string, planned: string) =>
    `Dépassement de ${overrun}\u00a0: l’ordre du jour ne tient pas avant ${planned}.`,
  overlap: (item: string, minutes: string, hour: string) =>
    `Le point précédent dépasse de ${minutes} l’heure fixe du ${item} (${hour}).`,
  untimed: (count: number) =>
    count < 2 ? 'Un point n’a pas de durée.' : `${count} points n’ont pas de durée.`,
  awaited: (item: string, title: string, from: string, due: string) =>
    `Document non reçu, ${item}\u00a0: ${title}${from === '' ? '' : `, ${from}`}${due === '' ? '' : `, attendu le ${due}`}.`,
  excusedPresenter: (item: string, who: string) => `Absence excusée ${ofWhom(who)}, qui présente le ${item}.`,
  itemNumber: (number: string) => `point\u00a0${number}`,
  unnumbered: (title: string) => `point ${quoted(title)}`,

  heading: 'Heure par heure',
  columns: {
    time: 'Heure',
    item: 'Point',
    cues: 'À dire, à obtenir',
    notes: 'Notes du secrétariat',
    documents: 'À l’écran',
  },
  fixed: 'heure fixe',
  until: (end: string) => `jusqu’à ${end}`,
  gap: 'Intervalle',
  planned: 'prévu',

  openMeeting: 'Ouvrir, saluer, vérifier les présences.',
  breakUntil: (hour: string) => `Annoncer la reprise à ${hour}.`,
  cues: {
    approbation: 'Demander s’il y a des observations, puis constater l’approbation.',
    information: 'Faire prendre acte.',
    echange: 'Ouvrir l’échange, sans conclure.',
    avis: 'Recueillir l’avis de l’instance et le reformuler.',
    concertation: 'Donner la parole à chaque organisme et faire noter sa position.',
    decision: 'Formuler la décision, la faire relire à voix haute.',
  } satisfies Record<ItemNature, string>,
  approvedAlready: (mode: ApprovalMode, on: string) =>
    `Déjà approuvé ${{ meeting: 'en séance', written: 'par consultation écrite', tacit: 'par accord tacite' }[mode]} le ${on}\u00a0: le rappeler, il n’y a plus à l’approuver.`,
  notBefore: (hour: string) => `Ne pas ouvrir avant ${hour}.`,
  remote: (who: string) => `${who} intervient à distance\u00a0: vérifier le son avant.`,
  absent: (who: string) => `Absence excusée ${ofWhom(who)}\u00a0: désigner qui présente.`,
  replaced: (who: string, by: string) => `${by} présente pour ${who}.`,
  welcomeGuest: (who: string) => `Accueillir ${who}.`,
  asked: (project: string, words: string) => `Demandé à l’instance (${project})\u00a0: ${words}`,
  position: (organisation: string, stance: string, articles: Articles) =>
    `Position ${ofWhom(organisation, articles)}\u00a0: ${stance}.`,
  disagreement: (by: string, articles: Articles) =>
    by === '' ? 'Demandé autrement' : `Désaccord ${ofWhom(by, articles)}`,
  guests: 'Pour ce point',
  guest: (who: string, answer: string) => `${who} (${answer})`,
  guestAnswers: {
    onSite: 'sur place',
    remote: 'à distance',
    represented: 'représentation',
    excused: 'absence excusée',
    none: 'sans réponse',
  } satisfies Record<ReplyAnswer | 'none', string>,
  documentAwaited: (title: string) => `${title} (attendu)`,
  documentTabled: (title: string) => `${title} (remis en séance)`,
  documentInternal: (title: string) => `${title} (secrétariat, ne pas projeter)`,
  forMeeting: 'Documents d’ordre général',
  empty: 'Aucun point n’est inscrit à l’ordre du jour.',
  nothing: '–',
} as const
