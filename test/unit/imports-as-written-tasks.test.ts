import { describe, expect, it } from 'vitest'
import { markdown, text } from './said.ts'

// Who is to do what, as minutes share it out at their end, with the structure of real files and invented words.

const tasks = ({ actions }: Awaited<ReturnType<typeof markdown>>) =>
  actions.map(({ text: words, owner }) => [words, owner])

describe('what is shared out', () => {
  it('stands under a title that is numbered and has no colon', async () => {
    const draft = await text([
      'Compte rendu de réunion du 3 mars 2026',
      '',
      'Présents : Anne Roy, Paul Bon',
      '',
      '1. Le four',
      '',
      'Le four est froid.',
      '',
      '2. Travail pour la réunion à venir :',
      '   - Continuer les essais',
      '   - Avancer sur la notice',
      '',
      '3. Répartition des tâches',
      '   - Anne Roy : Recherche de la brique (deux devis). Mise en page du plan',
      '   - Paul Bon : Notice du four par étapes',
    ])
    expect(tasks(draft)).toEqual([
      ['Continuer les essais', null],
      ['Avancer sur la notice', null],
      ['Recherche de la brique (deux devis). Mise en page du plan', 'Anne Roy'],
      ['Notice du four par étapes', 'Paul Bon'],
    ])
  })

  it('stands below whoever does it, and what the numbers above it count does not', async () => {
    const draft = await markdown(
      '# Procès verbal de la réunion du 04/03/2026\n\nMembres présents : Odile, Bastien\n\n## 1 Le four\n\n1. Le four est froid\n\n## 2 Reste à faire et répartition des tâches\n\n2.1 Reste à faire\n\nLe but est que la notice soit prête de manière à pouvoir :\n\n1. La relire\n2. La publier\n\n2.2 Répartition des tâches\n\n- Odile :\n    - Terminer la notice\n    - Plan du four\n- Bast :\n    - Plan de la cour\n',
    )
    expect(tasks(draft)).toEqual([
      ['Terminer la notice', 'Odile'],
      ['Plan du four', 'Odile'],
      ['Plan de la cour', 'Bast'],
    ])
  })
})

describe('bullets that end in an arrow and given names', () => {
  const CHAT = '# Compte rendu du premier rendez-vous\n\ndate : le 15/09/26\n\nmembres présents : tous\n\n'

  it('say who does each, whoever was there', async () => {
    const draft = await markdown(
      `${CHAT}## récap étape 1:\n\n- choix de la brique => Hugo\n- passage du plan au dessin => Alexandre, Guillaume\n- cour propre pour la fête => tous\n`,
    )
    expect(tasks(draft)).toEqual([
      ['choix de la brique', 'Hugo'],
      ['passage du plan au dessin', 'Alexandre, Guillaume'],
      ['cour propre pour la fête', 'tous'],
    ])
  })

  it('share nothing out where two do, all name the same one, or some end in another word', async () => {
    for (const bullets of [
      '- choix de la brique => Hugo\n- plan du four => Zoé\n',
      '- choix de la brique => Hugo\n- plan du four => Hugo\n- dessin du préau => Hugo\n',
      '- choix de la brique => Hugo\n- plan du four => Zoé\n- deux essais => Réussite\n- plan du préau => Zoé\n',
    ])
      expect(tasks(await markdown(`${CHAT}## récap étape 1:\n\n${bullets}`))).toEqual([])
  })
})
