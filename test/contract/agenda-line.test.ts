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

it.each(['Bilan des pilotes – Les Trois Vallées', 'Questions diverses', 'Point 3', '15 min'])(
  'the line « %s » is a title and no more',
  async (words) => {
    expect(await core.ok('agenda.readLine', { words })).toBeNull()
  },
)
