import type { ThemeChoice } from '../app/theme.ts'

export const settingsText = {
  title: 'Réglages',
  body: 'Instance',
  bodyLead: 'Ces mots s’impriment en tête des ordres du jour et des comptes rendus.',
  fields: {
    name: 'Nom de l’instance',
    acronym: 'Sigle',
    contact: 'Contact du secrétariat',
    meetingWord: 'Mot imprimé pour une séance',
  },
  nameNeeded: 'Le nom de l’instance ne peut pas être vide.',
  appearance: 'Affichage',
  theme: 'Thème',
  themes: {
    system: 'Comme le système',
    clair: 'Clair',
    sombre: 'Sombre',
    contraste: 'Contraste élevé',
  } satisfies Record<ThemeChoice, string>,
  history: 'Historique et corbeille',
  historyLead:
    'Chaque modification, avec qui l’a faite et quand\u202f; les séances supprimées depuis moins de 30 jours.',
  sample: 'Données d’exemple',
  sampleLead:
    'Une année de séances inventées, pour essayer. Chaque document produit porte la mention « Données d’exemple ».',
  sampleOn: 'Les données d’exemple sont chargées.',
  sampleLoad: 'Charger l’exemple',
  about: 'À propos',
  version: (version: string) => `Séances INP, version ${version}`,
  engine: (electron: string) => `Electron ${electron}`,
  licence:
    'Logiciel libre sous licence EUPL-1.2. Polices Source Sans 3 et Source Serif 4 (licence OFL), icônes Lucide (licence ISC).',
  today: (time: string) => `aujourd’hui, ${time}`,
  yesterday: (time: string) => `hier, ${time}`,
  kilobytes: (size: string) => `${size} ko`,
  megabytes: (size: string) => `${size} Mo`,
}
