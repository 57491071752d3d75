import { describe, expect, it } from 'vitest'
import { markdown, names, titles } from './said.ts'

// Programmes told twice, titles that stand above all of a list, and headings of two levels, with the structure of real files.

describe('a bullet above all the others', () => {
  const NOTES =
    '- Compte-rendu :\n    - Logo de la cour\n        - C’est un peu tôt pour choisir. Pour la prochaine fois, chacun apporte un mot.\n\n    - Langue des notices\n        - Français pour les membres.\n        - Anglais pour les autres.\n\n    - Outils\n        - On garde ça en tête.\n\n    - Prochaine réunion le vendredi 04/05/2026 à 10h.\n        - Si besoin, EC et DH se voient avant.\n'

  it('is their title, and letters behind the title of the page came', async () => {
    const draft = await markdown(`Réunion VERGER 10:00 EC, DH, PG, LOB\n============\n\n${NOTES}`)
    expect(draft.kind).toBe('minutes')
    expect(titles(draft)).toEqual(['Logo de la cour', 'Langue des notices', 'Outils'])
    expect(names(draft)).toEqual(['EC present', 'DH present', 'PG present', 'LOB present'])
  })

  it('names nobody by letters that the text does not name again, or that are bodies', async () => {
    for (const letters of ['AB, CD, EF', 'DGX, EC, DHX, ANX'])
      expect(names(await markdown(`Réunion VERGER 10:00 ${letters}\n============\n\n${NOTES}`))).toEqual([])
  })

  it('is one of them where others stand as far left', async () => {
    const draft = await markdown(
      '# Compte rendu du 3 mars 2026\n\n## Ordre du jour\n\n- Le four :\n    - la brique\n    - la porte\n    - le toit\n- Le préau :\n    - la peinture\n',
    )
    expect(titles(draft)).toEqual(['Le four', 'Le préau'])
  })
})
