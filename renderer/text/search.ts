import type { Output } from '../../electron/contract/index.ts'

type Kind = Output<'search.query'>[number]['kind']

export const searchText = {
  label: 'Aller à, chercher, agir',
  results: 'Résultats',
  count: (results: number) => (results === 1 ? '1 résultat' : `${results} résultats`),
  none: 'Aucun résultat. Essayer un autre mot, ou le début d’un mot.',
  groups: {
    places: 'Aller à',
    persons: 'Personnes',
    objects: 'Sujets, projets et textes',
    meetings: 'Dans les séances',
  },
  choose: 'choisir',
  open: 'ouvrir',
  commands: 'commandes',
  persons: 'personnes',
  /** Other words that an act is found by. */
  synonyms: {
    newMeeting: 'créer ajouter réunion',
    importFile: 'fichier document reprendre lire',
    undo: 'la dernière modification défaire revenir en arrière',
    redo: 'refaire',
    help: 'voir aide touches',
  },
  kinds: {
    meeting: 'séance',
    item: 'ordre du jour',
    section: 'compte rendu',
    decision: 'décision',
    action: 'action',
    document: 'document repris',
    subject: 'sujet',
    project: 'projet',
    watch: 'texte suivi',
    person: 'personne',
  } satisfies Record<Kind, string>,
}
