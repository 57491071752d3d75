import type { BulletinScope } from '../../domain/watch/period.ts'
import type { WatchFollowUp, WatchNature } from '../../domain/watch/watch.ts'

/** One and several, as counted ("1 décret", "2 décrets") and as a heading ("Décrets"). */
type Counted = readonly [one: string, several: string]

export const bulletinText = {
  parts: {
    published: { fact: 'Parus', heading: 'Textes parus' },
    preparation: { fact: 'En préparation', heading: 'Textes en préparation' },
    deadline: { fact: 'Échéances', heading: 'Échéances de textes déjà parus' },
  },
  natures: {
    loi: ['loi', 'lois'],
    ordonnance: ['ordonnance', 'ordonnances'],
    decret: ['décret', 'décrets'],
    arrete: ['arrêté', 'arrêtés'],
    circulaire: ['circulaire', 'circulaires'],
    avis: ['avis', 'avis'],
    decision: ['décision', 'décisions'],
    reglementUE: ['règlement de l’Union européenne', 'règlements de l’Union européenne'],
    directiveUE: ['directive de l’Union européenne', 'directives de l’Union européenne'],
    referentiel: ['référentiel', 'référentiels'],
    autre: ['autre texte', 'autres textes'],
  } satisfies Record<WatchNature, Counted> as Readonly<Record<WatchNature, Counted>>,
  /** States of what is not out, as counted ("2 en projet") and as headings. */
  preparing: {
    signed: { counted: 'en attente de parution', heading: 'Signés, en attente de parution' },
    consultation: { counted: 'en consultation', heading: 'En consultation' },
    draft: { counted: 'en projet', heading: 'En projet' },
    announced: { counted: 'annoncés', heading: 'Annoncés' },
  },
  oneAnnounced: 'annoncé',
  none: 'Aucun texte',
  texts: (count: number) => (count < 2 ? `${count}\u00a0texte` : `${count}\u00a0textes`),
  detail: (texts: string, parts: string) => `${texts}\u00a0: ${parts}`,
  until: (texts: string, date: string) => `${texts} à échéance d’ici au ${date}`,
  /** How many of so many came out in the period as well. */
  alsoPublished: (count: number, of: number) =>
    count === 0 ? '' : count === of ? 'parmi les parus' : `dont ${count} parmi les parus`,
  /** After the code of the paper. */
  codes: { news: '', whole: '-COMPLET' } satisfies Record<BulletinScope, string>,
  newsColumns: ['Quand', 'Texte et ce qui change'],
  news: {
    published: (day: string) => `paru le\u00a0${day}`,
    inForce: (day: string) => `en vigueur le\u00a0${day}`,
    applies: (day: string) => `applicable le\u00a0${day}`,
    due: (day: string, threshold: string, label: string) =>
      `${label === '' ? 'échéance' : label} le\u00a0${day}${threshold === '' ? '' : ` (${threshold})`}`,
  },
  everybody: 'Public non précisé',
  toPresent: 'À présenter',
  dates: 'Dates à retenir',
  dateColumns: ['Date', 'Échéance', 'Texte', 'Public concerné'],
  publication: 'Parution prévue',
  inForce: 'Entrée en vigueur',
  applies: 'Application',
  both: 'Entrée en vigueur et application',
  deadline: 'Échéance',
  noDate: 'date à fixer',
  due: (start: string, label: string) => `${start}\u00a0: ${label}`,
  noAudience: '–',
  facts: {
    references: 'Références',
    dates: 'Dates',
    state: 'État',
    audience: 'Public concerné',
    deadlines: 'Échéances',
    followUp: 'Suivi',
    source: 'Source',
  },
  published: (date: string) => `parution le\u00a0${date}`,
  publicationPlanned: (date: string) => `parution prévue le\u00a0${date}`,
  inForceOn: (date: string) => `entrée en vigueur le\u00a0${date}`,
  appliesOn: (date: string) => `application le\u00a0${date}`,
  repealed: 'Abrogé',
  followUps: {
    toPresent: 'À présenter',
    presented: 'Présenté',
    toFollow: 'À suivre',
    closed: 'Clos',
  } satisfies Record<WatchFollowUp, string>,
  /** The item of an agenda under which texts are gone through, where it has none. */
  agendaItem: 'Veille réglementaire',
  emptyHeading: 'Textes',
  nothing: {
    news: 'Aucun texte n’est paru sur cette période, ni ne devient bientôt applicable.',
    whole: 'Aucun texte n’est paru, n’est en préparation ni n’arrive à échéance sur cette période.',
  } satisfies Record<BulletinScope, string>,
} as const
