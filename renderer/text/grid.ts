import { plural } from '../../electron/domain/text/plural.ts'
/** Lists of rows and columns, whatever they show. */
export const gridText = {
  title: 'Dans les listes',
  columns: 'Titres des colonnes',
  menu: 'Actions sur la ligne',
  copy: 'Copier en tableau',
  copied: (rows: number) => plural(rows, 'ligne copiée', 'lignes copiées'),
  chooseAll: 'Tout choisir',
  mostChosen: (rows: number) =>
    `${plural(rows, 'ligne se choisit', 'lignes se choisissent')} au plus à la fois`,
  chooseAlso: 'Ajouter ou ôter du choix',
  leave: 'Ne plus rien choisir',
  otherColumn: 'Autre colonne',
  sort: 'Trier par cette colonne',
  sortBy: 'Trier par',
  width: 'Largeur de la colonne',
  backToList: 'Retour à la liste',
  toRows: 'Revenir aux lignes',
  unread: 'Lecture…',
}

export const listText = {
  title: 'Dans les listes',
  choose: 'Choisir',
  stretch: 'Choisir plusieurs lignes',
  open: 'Ouvrir',
}
