import { count, plural } from '../../electron/domain/text/plural.ts'

/** Periods of a bulletin proposed by name; `free`: two dates. */
export type Preset = 'sinceLast' | 'month' | 'lastMonth' | 'quarter' | 'free'

export const watchText = {
  title: 'Veille réglementaire',
  shown: (texts: number) => plural(texts, 'texte montré', 'textes montrés'),
  chosen: (texts: number) => plural(texts, 'choisi', 'choisis'),
  facts: (texts: number) => plural(texts, 'texte suivi', 'textes suivis'),
  add: 'Suivre un texte',
  addSynonyms: 'ajouter veille décret arrêté légifrance coller',
  fresh: 'Nouveau texte',
  filter: 'NOR, numéro, mots du titre',
  empty: 'Aucun texte suivi',
  emptyHint:
    'Coller une référence ou le sommaire du jour, lire un tableau, ou examiner une livraison du Journal officiel\u00a0: les textes apparaîtront ici, avec leurs dates et leurs passages en séance.',
  noMatch: 'Aucun texte ne correspond à ce filtre.',
  removed: 'Texte retiré de la veille',
  bulletin: {
    title: 'Bulletin de veille',
    synonyms: 'imprimer exporter envoyer pdf',
    period: 'Période',
    periods: {
      sinceLast: 'Depuis la dernière séance',
      month: 'Ce mois',
      lastMonth: 'Le mois dernier',
      quarter: 'Ce trimestre',
      free: 'Dates libres',
    } satisfies Record<Preset, string>,
    from: 'Du',
    to: 'Au',
    whole: 'Tous les textes suivis',
    missing: 'Date à compléter.',
    reversed: 'La fin précède le début.',
    fill: (meeting: string) => `Joindre à la ${meeting}`,
    filling: 'Inscription…',
    filled: (texts: number, meeting: string) =>
      texts === 0
        ? `Bulletin joint à la ${meeting}\u202f; ses textes y étaient déjà`
        : `${plural(texts, 'texte inscrit', 'textes inscrits')} à la veille de la ${meeting}, bulletin joint`,
    undated: (titles: readonly string[], total: number) =>
      `${plural(total, 'texte publié n’a pas son jour de publication, et manque', 'textes publiés n’ont pas leur jour de publication, et manquent')} parmi les parus\u00a0: ${titles.join('\u202f; ')}${total > titles.length ? ` et ${plural(total - titles.length, 'autre', 'autres')}` : ''}`,
    waiting: 'L’aperçu apparaîtra avec deux dates qui se suivent.',
  },
  columns: {
    title: 'Texte',
    nature: 'Nature',
    status: 'État',
    published: 'Publié le',
    followUp: 'Suivi',
    due: 'Échéance',
  },
  due: {
    none: 'sans date',
    running: 'en cours',
    in: (days: number) => (days === 0 ? 'aujourd’hui' : days === 1 ? 'demain' : `dans ${count(days)}\u00a0j`),
  },
  filters: {
    followUp: 'Suivi',
    open: 'ouvert',
    status: 'État',
    audience: 'Public',
    ministry: 'Ministère',
    dueWithin: 'Échéance',
    spans: { 30: 'sous 30\u00a0jours', 90: 'sous 90\u00a0jours', 365: 'dans l’année' },
    all: 'tous',
    always: 'toutes',
    clear: 'Tout afficher',
  },
  more: 'Titre court, références et autres dates',
  edit: 'Modifier la fiche',
  editKey: 'modifier',
  fields: {
    title: 'Titre',
    nature: 'Nature',
    number: 'Numéro',
    nor: 'NOR',
    norHelp: 'Quatre lettres, sept chiffres, une lettre.',
    ministry: 'Ministère',
    status: 'État du texte',
    followUp: 'Suivi par l’instance',
    publishedOn: 'Publié le',
    inForceOn: 'En vigueur le',
    appliesOn: 'Applicable le',
    audience: 'Public concerné',
    consequences: 'Ce qui change pour les collectivités',
    sourceUrl: 'Adresse de la source',
  },
}
