import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestCore } from './open-core.ts'

let core: Awaited<ReturnType<typeof openTestCore>>
beforeAll(async () => {
  core = await openTestCore()
})
afterAll(() => core.dispose())

const bare = {
  ...{ kind: 'item', nature: null, durationMinutes: null, fixedStart: null, presenter: '', organisation: '' },
} as const

it.each([
  ['Annuaire – 15 min – T. Sarrazin', { title: 'Annuaire', durationMinutes: 15, presenter: 'T. Sarrazin' }],
  [
    'Annuaire partagé – 15 min – Thibault Sarrazin',
    { title: 'Annuaire partagé', durationMinutes: 15, presenter: 'Thibault Sarrazin' },
  ],
  [
    '3. Portail de dépôt (Hélène Marchetti, DGX), 1 h 15, pour avis',
    {
      title: 'Portail de dépôt',
      durationMinutes: 75,
      presenter: 'Hélène Marchetti',
      organisation: 'DGX',
      nature: 'avis',
    },
  ],
  ['Pause – 15 min', { title: 'Pause', kind: 'break', durationMinutes: 15 }],
  [
    'Plan départemental – 10 min – Mme la préfète Anne Colin',
    { title: 'Plan départemental', durationMinutes: 10, presenter: 'Mme la préfète Anne Colin' },
  ],
  [
    'Annuaire - 1/2 h - M. le sous-préfet de Mayenne',
    { title: 'Annuaire', durationMinutes: 30, presenter: 'M. le sous-préfet de Mayenne' },
  ],
  [
    'Annuaire (3/4 h, Mme la ministre déléguée)',
    { title: 'Annuaire', durationMinutes: 45, presenter: 'Mme la ministre déléguée' },
  ],
  [
    'Carte – 5 min – Monsieur le préfet de la région Pays de la Loire',
    { title: 'Carte', durationMinutes: 5, presenter: 'Monsieur le préfet de la région Pays de la Loire' },
  ],
  [
    'Carte – M. l’inspecteur général Paul Roy',
    { title: 'Carte', presenter: 'M. l’inspecteur général Paul Roy' },
  ],
  [
    'Budget 2027 – 5 min – DGCL (Mme Roux)',
    { title: 'Budget 2027', durationMinutes: 5, presenter: 'Mme Roux', organisation: 'DGCL' },
  ],
  [
    'Budget 2027 – 5 min – Direction du budget (Mme Roux et M. Petit)',
    {
      ...{ title: 'Budget 2027', durationMinutes: 5 },
      ...{ presenter: 'Mme Roux et M. Petit', organisation: 'Direction du budget' },
    },
  ],
  [
    'Suites – 5 min – MM. Dupont et Martin, DGX',
    { title: 'Suites', durationMinutes: 5, presenter: 'MM. Dupont et Martin', organisation: 'DGX' },
  ],
  [
    'Carte – 5 min – MM. de Villiers et Martin',
    { title: 'Carte', durationMinutes: 5, presenter: 'MM. de Villiers et Martin' },
  ],
  [
    'Carte – 1 h 1/2 – MM. Dupont, Martin et Le Goff, DGX',
    {
      ...{ title: 'Carte', durationMinutes: 90 },
      ...{ presenter: 'MM. Dupont, Martin et Le Goff', organisation: 'DGX' },
    },
  ],
  ['Carte – DGCL (Mme Roux)', { title: 'Carte', presenter: 'Mme Roux', organisation: 'DGCL' }],
  [
    'Carte – 1/4 d’heure – MM. Dupont et Martin (DGX)',
    { title: 'Carte', durationMinutes: 15, presenter: 'MM. Dupont et Martin', organisation: 'DGX' },
  ],
  ['Délégation (M. le maire)', { title: 'Délégation', presenter: 'M. le maire' }],
])('the line « %s » says what it says', async (words, expected) => {
  expect(await core.ok('agenda.readLine', { words })).toEqual({ ...bare, ...expected })
})

it.each([
  "Aïssatou N'Diaye",
  'Aïssatou N’Diaye',
  "Aïssatou N'DIAYE",
  'N’DIAYE Aïssatou',
  'Jean L’Hermite',
  'Yann Le Floc’h',
  "Rose O'Brien-N’guessan",
  'N’Golo Kanté',
])('an apostrophe in the name of « %s » does not break the line', async (presenter) => {
  const said = { ...bare, title: 'Essai', durationMinutes: 30, presenter }
  expect(await core.ok('agenda.readLine', { words: `Essai – 30 min – ${presenter}` })).toEqual(said)
  expect(await core.ok('agenda.readLine', { words: `Essai – 30 min – ${presenter}, AMF` })).toEqual({
    ...said,
    organisation: 'AMF',
  })
})

it.each([
  ...['Bilan des pilotes – Les Trois Vallées', 'Questions diverses', 'Point 3', '15 min'],
  ...['Plan départemental - volet rural', 'Budget 2027 – section de fonctionnement'],
  ...['Convention État – Régions', 'Dialogue préfet – élus', 'Loi 3DS – titre II'],
  ...['Avant-projet de loi de finances', 'Porte-à-porte et vice-présidences', 'Suivi 2026 - 2027'],
  ...['Rendez-vous de la ruralité', 'Compte rendu de la séance du 3 mars', 'Axe Nord – Sud'],
  ...[
    'Décret relatif aux sous-préfets',
    'Courrier de Mme la préfète',
    'Visite de M. le sous-préfet de Mayenne',
  ],
  ...['Réponse à M. le ministre', 'Départ de Mme la directrice', 'Rapport de la Cour des comptes'],
  ...['Portail (version 2)', 'Guide du maire (édition 2027)', 'Direction générale des collectivités locales'],
  ...['Réforme de la DGCL (suite)', 'Centre-ville et centre-bourg', 'Norme NF – EN 301'],
  ...['M. le maire informe le conseil des suites – vote', 'Fusion Bourg-Vilaine', 'Salle A – salle B'],
  ...['Indemnités (M. le maire et adjoints)', 'Rencontre (Mme la préfète et services)'],
  ...['Demi-journée d’étude', 'Un quart des communes', 'Article 1/2 hors champ', 'Agenda 1/2'],
])('the line « %s » is a title and no more', async (words) => {
  expect(await core.ok('agenda.readLine', { words })).toBeNull()
})
