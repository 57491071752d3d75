import { quoted } from '../../electron/domain/text/french.ts'
import { plural } from '../../electron/domain/text/plural.ts'

export const directoryImportText = {
  title: 'Lire une liste de personnes',
  review: 'Relire la liste avant de la reprendre',
  startWords:
    'Choisir la liste reçue (Excel ou CSV), ou la déposer ici. Les colonnes sont reconnues par leur titre, dans n’importe quel ordre. Rien n’est enregistré avant la relecture.',
  choose: 'Choisir un fichier…',
  chooseAgain: 'Choisir un autre fichier…',
  drop: 'Déposer la liste de personnes ici',
  reading: 'Lecture…',
  noNames: 'Aucune colonne de noms n’a été trouvée',
  noNamesHint: (heads: readonly string[]) =>
    `${heads.length === 0 ? '' : `Titres lus : ${heads.join(', ')}. `}La première ligne du tableau doit nommer les colonnes, par exemple « Nom », « Prénom », « Courriel ».`,
  leftColumns: (heads: readonly string[]) => `Colonnes laissées de côté : ${heads.join(', ')}.`,
  truncated: (rows: number) =>
    `La liste est plus longue que ce qui peut être relu : seules les ${plural(rows, 'première ligne', 'premières lignes')} sont montrées. La couper en plusieurs fichiers.`,
  giveUp: 'Abandonner',
  apply: (rows: number) => `Reprendre ${plural(rows, 'ligne', 'lignes')}`,
  applying: 'Reprise…',
  nothing: 'Prendre au moins une ligne.',
  applied: (added: number, updated: number) =>
    [
      plural(added, 'personne ajoutée', 'personnes ajoutées'),
      plural(updated, 'fiche mise à jour', 'fiches mises à jour'),
    ].join(', '),
  list: 'Lignes de la liste',
  counts: (added: number, updated: number, left: number) =>
    [
      plural(added, 'personne nouvelle', 'personnes nouvelles'),
      plural(updated, 'fiche à mettre à jour', 'fiches à mettre à jour'),
      plural(left, 'ligne laissée', 'lignes laissées'),
    ].join(', '),
  shown: 'Lignes montrées',
  all: 'Toutes',
  toCheck: 'À vérifier',
  toCheckCount: (rows: number) => plural(rows, 'ligne à vérifier', 'lignes à vérifier'),
  allSure: 'Rien à vérifier',
  columns: {
    taken: 'Prise',
    person: 'Personne',
    organisation: 'Organisme',
    decision: 'Ce qui sera fait',
    certainty: 'Lecture',
    difference: 'Ce qui sera écrit',
  },
  take: (name: string) => `Prendre ${name}`,
  unnamed: (line: number) => `Ligne ${line}, sans nom`,
  newOrganisation: 'nouvel organisme',
  decisions: {
    add: 'Nouvelle personne',
    update: (name: string) => `Même personne que ${name}`,
    skip: 'Laissée de côté',
  },
  certainties: { sure: 'Sûre', likely: 'Probable', check: 'À vérifier', seen: 'Relue', left: 'Laissée' },
  choices: { label: 'Ce qui sera fait', add: 'Ajouter', update: 'Mettre à jour', skip: 'Laisser' },
  candidate: 'Personne de l’annuaire',
  right: 'C’est juste',
  noChange: 'Rien à changer',
  change: (field: string, before: string, after: string) =>
    before === '' ? `${field} : ${after}` : `${field} : ${before} → ${after}`,
  fields: {
    civility: 'Civilité',
    givenName: 'Prénom',
    familyName: 'Nom',
    otherNames: 'Autres noms',
    jobTitle: 'Fonction',
    email: 'Adresse',
    phone: 'Téléphone',
    copyEmails: 'Copie',
    organisation: 'Organisme',
    college: 'Collège',
    mandate: 'Mandat',
  },
  mandate: (role: string, from: string | null, to: string | null) =>
    from === null
      ? to === null
        ? role
        : `${role} jusqu’au ${to}`
      : to === null
        ? `${role} à partir du ${from}`
        : `${role} du ${from} au ${to}`,
  roles: { titulaire: 'titulaire', suppleant: 'suppléant' },
  warnings: {
    'no-name': 'Cette ligne ne nomme personne : elle ne peut pas être prise.',
    'bad-address': (raw: string) => `L’adresse est écrite ${quoted(raw)} : la vérifier.`,
    'same-line-before': 'La même personne est déjà sur une ligne précédente.',
    'possible-match': (name: string) =>
      `${name} porte un nom semblable, mais rien d’autre ne le confirme : ajouter, mettre à jour ou laisser.`,
    'two-matches': 'Plusieurs personnes de l’annuaire correspondent : choisir laquelle.',
    'unknown-organisation': (name: string) => `${quoted(name)} n’est pas dans l’annuaire et y sera ajouté.`,
    'mandate-dates': 'Le mandat finit avant de commencer : son dernier jour a été laissé de côté.',
  },
}
