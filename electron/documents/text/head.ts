// Text of the head and foot shared by every document.
export const headText = {
  minutes: {
    title: 'Compte rendu',
    code: 'CR',
    dataFile: 'compte-rendu.json',
    dataDescription: 'Données structurées du compte rendu',
  },
  agenda: {
    title: 'Ordre du jour',
    code: 'ODJ',
    dataFile: 'ordre-du-jour.json',
    dataDescription: 'Données structurées de l’ordre du jour',
  },
  bodyAcronym: 'INP',
  sampleMark: 'Données d’exemple',
  page: 'Page',
  pageOf: 'sur',
} as const
