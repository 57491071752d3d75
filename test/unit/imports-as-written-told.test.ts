import { describe, expect, it } from 'vitest'
import { text } from './said.ts'

// What notes and minutes tell of who does what, with the structure of real files and invented words.

const done = async (lines: readonly string[]) =>
  (
    await text([
      'Compte rendu du bureau du 3 mars 2026',
      'Présents : Anne Roure, Paul Lidon, Zoé Marval, Kim Viale, Luc Aubrac',
      ...lines,
    ])
  ).actions.map(({ owner, text: words }) => [owner, words])

describe('what somebody who was there takes upon them', () => {
  it('is told in the present in a bullet of its own', async () => {
    expect(
      await done([
        '1. Le bar',
        '• Kim fait l’inventaire du cellier cette semaine',
        '• Luc consulte trois bureaux d’études',
        '• Anne rappelle que la consigne est basse',
        '• Paul : on refuse les demi-paniers',
      ]),
    ).toEqual([
      ['Kim', 'Kim fait l’inventaire du cellier cette semaine'],
      ['Luc', 'Luc consulte trois bureaux d’études'],
    ])
  })

  it('is told in a short sentence of the text', async () => {
    expect(
      await done([
        '1. La venue des amis',
        '38 personnes viennent, dont 9 jeunes. Mme Roure relance les adhérents. P. Lidon réserve le car.',
        'Luc Aubrac prépare ses valises depuis le matin et dit que la route sera longue jusqu’à la ville où ils vont tous dormir.',
        'L’office de la pêche ajoutera deux points de suivi.',
      ]),
    ).toEqual([
      ['Mme Roure', 'Mme Roure relance les adhérents'],
      ['P. Lidon', 'P. Lidon réserve le car'],
      ['L’office de la pêche', 'L’office de la pêche ajoutera deux points de suivi'],
    ])
  })

  it('is what is to be done, before who does it', async () => {
    expect(
      await done([
        '1. Trésorerie',
        'Le livret est à jour. Facture des vestes à régler (Z. Marval).',
        '18 élèves. Annonce à passer dans la gazette : L. Aubrac.',
        'Lettre à envoyer avant le 31/03 (P. Lidon).',
      ]),
    ).toEqual([
      ['Z. Marval', 'Facture des vestes à régler'],
      ['L. Aubrac', 'Annonce à passer dans la gazette'],
      ['P. Lidon', 'Lettre à envoyer'],
    ])
  })
})

describe('an action', () => {
  it('is surer below its title than behind an arrow', async () => {
    const draft = await text([
      'Compte rendu du 4 mai 2026',
      'Présents : Zoé Marval, Luc Aubrac',
      '1. Le car',
      '→ Réserver le car avant juin',
      '2. Suites',
      'Actions :',
      '- Zoé Marval : relancer les adhérents',
    ])
    expect(draft.actions.map(({ source }) => source?.confidence)).toEqual([0.8, 0.9])
  })
})
