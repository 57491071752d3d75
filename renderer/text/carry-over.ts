import type { CarryReason } from '../../electron/domain/agenda/carry-over.ts'
import { actionStateWords } from '../../electron/domain/minutes/follow-up-words.ts'
import { quoted, withCapital } from '../../electron/domain/text/french.ts'
import { plural } from '../../electron/domain/text/plural.ts'

const NBSP = '\u00a0'

/** Why something is proposed, beside where it comes from. */
export const carryReasonText: Readonly<Record<CarryReason, string>> = {
  postponed: 'Reporté',
  referredBack: 'Renvoyé pour instruction',
  notTreated: 'Non traité',
  noOutcome: 'Aucune issue notée',
  meetingCancelled: 'Séance annulée',
  slotAsked: 'Passage demandé',
  toPresent: 'À présenter',
  toFollow: 'À suivre',
  presentedBefore: 'Déjà présenté',
}

export const carryOverText = {
  pane: 'Reports et sujets',
  open: (ticked: number) => (ticked === 0 ? 'Reports et sujets' : `Reports et sujets (${ticked})`),
  lead: 'Les lignes cochées deviennent des points de l’ordre du jour, avec leurs pièces, leurs liens et leur provenance.',
  closed: 'Cette séance n’est plus à préparer : ce qui reste ouvert est proposé à la suivante.',
  emptyTitle: 'Rien n’est resté ouvert',
  emptyWords:
    'Ce qu’une séance reporte, ne traite pas ou laisse sans issue sera proposé ici à la suivante, ainsi que les projets et les textes à présenter.',
  groups: {
    item: 'Points des séances précédentes',
    project: 'Projets',
    watch: 'Textes',
    old: 'Restés ouverts depuis plus d’un an',
  },
  why: (reason: CarryReason, where: string) =>
    where === '' ? carryReasonText[reason] : `${carryReasonText[reason]}, ${where}`,
  provenance: withCapital,
  withLinks: (titles: readonly string[]) => `Avec${NBSP}: ${titles.join(' ; ')}`,
  files: (many: number) => plural(many, 'pièce', 'pièces'),
  take: (many: number) => (many === 0 ? 'Inscrire' : `Inscrire ${plural(many, 'point', 'points')}`),
  taking: 'Inscription…',
  taken: (many: number) => plural(many, 'point inscrit', 'points inscrits'),
  nothingTicked: 'Cocher au moins une ligne.',
  dismissAsking: 'Ne pas reporter…',
  dismiss: (many: number) => `Écarter ${plural(many, 'ligne', 'lignes')}`,
  dismissed: (many: number) => plural(many, 'ligne écartée', 'lignes écartées'),
  dismissWhy: 'Pourquoi ne pas reporter',
  dismissHelp: 'Facultatif. Ce qui est écarté n’est plus proposé et reste visible plus bas.',
  giveUp: 'Fermer',
  more: (many: number, kind: 'project' | 'watch') =>
    kind === 'project'
      ? `${plural(many, 'autre projet', 'autres projets')}, dans Projets.`
      : `${plural(many, 'autre texte', 'autres textes')}, dans Veille.`,
  elsewhere: (many: number, date: string) =>
    `${plural(many, 'point est proposé', 'points sont proposés')} à la séance du ${date}.`,
  elsewhereGo: 'Ouvrir cette séance',
  setAside: (many: number) => `Écartés (${many})`,
  setAsideOn: (date: string, why: string) =>
    why === '' ? `Écarté le ${date}` : `Écarté le ${date}${NBSP}: ${why}`,
  takeBack: 'Proposer de nouveau',
  takeBackOf: (title: string) => `Proposer de nouveau ${quoted(title)}`,
  backDone: 'Proposé de nouveau',
  inspector: {
    title: 'Provenance',
    openMeeting: 'Voir la séance d’où il vient',
    stale: {
      finished: 'Une issue a été notée depuis à cette séance : ce point n’est peut-être plus à traiter.',
      meetingIsBack: 'Cette séance a finalement lieu : ce point figure aussi à son ordre du jour.',
    },
    staleMark: 'Report à revoir',
    remove: 'Retirer de cet ordre du jour',
  },
  actions: {
    title: 'Actions à suivre',
    none: 'Aucune action des séances précédentes n’est ouverte.',
    help: 'Imprimées avec l’ordre du jour et le compte rendu, sans devenir des points.',
    due: (date: string) => `pour le ${date}`,
    noDue: 'sans échéance',
    late: 'En retard',
    states: actionStateWords,
    others: (many: number) => `et ${plural(many, 'autre action', 'autres actions')}, à l’impression.`,
  },
} as const
