export const binText = {
  lead: 'Une séance mise à la corbeille y reste 30 jours. Une séance convoquée s’annule, elle ne se supprime pas.',
  empty: 'La corbeille est vide',
  emptyHint: 'Les séances supprimées avant leur convocation apparaîtront ici pendant 30 jours.',
  deletedOn: 'Supprimée le',
  restore: 'Restaurer',
}
