// Text of the agenda on paper.
export const agendaText = {
  cancelled: 'Séance annulée',
  heading: 'Déroulé',
  columns: { time: 'Heure', duration: 'Durée', item: 'Point', nature: 'Nature', presenter: 'Présenté par' },
  gap: 'Intervalle',
  empty: 'Aucun point n’est inscrit à l’ordre du jour.',
  total: 'Durée des points',
  totalWithEnd: (duration: string, end: string) => `${duration}, fin prévue à ${end}`,
} as const
