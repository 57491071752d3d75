import { describe, expect, it } from 'vitest'
import { markdown, names, said, text, titles } from './said.ts'

// Minutes that say neither "compte rendu" nor "présents", and what stands among their headings; invented names.

describe('minutes that do not say what they are', () => {
  const PARTS =
    '## Le four\n\n- Choisir la pierre\n- Relancer le maçon\n\n## La roue\n\nElle tourne.\n\n## Le bief\n\nÀ curer.\n\n## Prochaine réunion\n\nLe 16/06/2026 à 20h30\n'

  it('begin with those who came, right below the title', async () => {
    const draft = await markdown(
      `# Réunion du moulin du 12/05/2026\n\n- Odile Vasseur - 06 00 00 00 01\n- Basile Oriol - 06 00 00 00 02\n- Yvon Delmas\n\n${PARTS}`,
    )
    expect(draft.kind).toBe('minutes')
    expect(titles(draft)).toEqual(['Le four', 'La roue', 'Le bief'])
  })

  it('have those who came in their title', async () => {
    const draft = await markdown(
      '# Sujet : le bief\n\n## Réunion du 12/05/2026 (participants : Odile Vasseur, Basile Oriol)\n\nNotes :\n\n- Le bief est envasé\n',
    )
    expect(draft.kind).toBe('minutes')
    expect(names(draft)).toEqual(['Odile Vasseur present', 'Basile Oriol present'])
  })

  it('are a dated title over parts with their text, and the next meeting', async () => {
    const draft = await markdown(
      `# Bureau du moulin du 12/05/2026\n\n## Les sacs\n\nIl en manque.\n\n${PARTS}`,
    )
    expect(draft.kind).toBe('minutes')
    expect(titles(draft)).toEqual(['Les sacs', 'Le four', 'La roue', 'Le bief'])
  })

  it('are none with an agenda among its first lines', async () => {
    const draft = await markdown(
      '# Bureau du moulin du 12/05/2026\n\nOrdre du jour\n\n- Odile Vasseur\n- Basile Oriol\n- Yvon Delmas\n\n## Prochaine réunion\n\nLe 16/06/2026\n',
    )
    expect(draft.kind).not.toBe('minutes')
  })
})

describe('a heading among others', () => {
  const page = (...headings: string[]) =>
    markdown(
      `# Compte rendu du 12 mai 2026\n\nPrésents : Odile Vasseur, Basile Oriol\n\n${headings.map((heading) => `## ${heading}\n\nC’est dit.`).join('\n\n')}\n`,
    )

  it('is a subject though it is written as a name is', async () => {
    const subjects = ['Le four', 'La roue', 'Marché Paysan', 'Le bief', 'Les sacs']
    expect(titles(await page(...subjects))).toEqual(subjects)
  })

  it('is somebody where half of them are', async () => {
    expect(titles(await page('Le four', 'Odile Vasseur', 'La roue', 'Basile Oriol'))).toEqual([
      'Le four',
      'La roue',
    ])
  })

  it('speaks of other minutes below the first', async () => {
    const subjects = ['Tour de table', 'Procès-verbal de la réunion du 4 avril', 'Le four']
    expect(titles(await page(...subjects))).toEqual(subjects)
  })

  it('is one with hours between them that say who left', async () => {
    const draft = await markdown(
      '# Compte rendu du 12 mai 2026\n\nPrésents : Odile Vasseur, Basile Oriol\n\n## Le four\n\n18h26 : Basile Oriol part.\n\n## La roue\n\nElle tourne.\n\n18h40 : Yvon Delmas sort.\n\n## Le bief\n\nÀ curer.\n\n## Les sacs\n\nIl en manque.\n',
    )
    expect(titles(draft)).toEqual(['Le four', 'La roue', 'Le bief', 'Les sacs'])
  })
})

describe('short lines over bullets, on a page without headings', () => {
  it('are its subjects, whatever kind it is', async () => {
    const draft = await markdown(
      'Moulin, le 12/05/2026\n\nLe four\n\n- Choisir la pierre\n- Relancer le maçon\n\nLa roue\n\n- Trois aubes à changer\n- Le bois est sec\n\nLe bief\n\n- À curer avant juin\n- Demander la pelle\n',
    )
    expect(titles(draft)).toEqual(['Le four', 'La roue', 'Le bief'])
  })

  it('are none where two of them only part a list', async () => {
    const draft = await markdown(
      'Ordre du jour\n\n- Le four\n- La roue\n\nAprès la pause\n\n- Le bief\n- Les sacs\n',
    )
    expect(titles(draft)).toEqual(['Le four', 'La roue', 'Le bief', 'Les sacs'])
  })
})

describe('lines of a page in Markdown without a blank one between them', () => {
  it('are items where they were ended by hand', async () => {
    const draft = await markdown(
      'Bureau du 12/05/2026\n\nOrdre du jour :\n\nPrésentation du projet de règlement du four banal\nChoix du bois\nDésignation de la personne qui garde les clés de la roue\nQuestions diverses\n',
    )
    expect(titles(draft)).toEqual([
      'Présentation du projet de règlement du four banal',
      'Choix du bois',
      'Désignation de la personne qui garde les clés de la roue',
      'Questions diverses',
    ])
  })

  it('are one paragraph where its width cut them', async () => {
    const draft = await markdown(
      'Bureau du 12/05/2026\n\nOrdre du jour :\n\n- Le four\n- La roue\n\nNous avons visité la roue avec Odile, Basile,\nYvon et leurs voisins, et nous avons bien vu\nLes aubes qui manquent.\n',
    )
    expect(titles(draft)).toEqual(['Le four', 'La roue'])
  })
})

describe('those who met, where no word says that they were there', () => {
  const page = (who: string) =>
    markdown(
      `# Compte rendu de la réunion du 12/05/2026\n\n${who}\n\n## Le four\n\nIl chauffe mal.\n\n## La roue\n\nElle tourne.\n`,
    )

  it.each([
    'Odile Vasseur, Basile Oriol et Yvon Delmas',
    'Étudiants : Odile Vasseur, Basile Oriol\n\nEncadrant : Yvon Delmas',
    'Réunion avec Odile Vasseur, Basile Oriol et Yvon Delmas',
    'En présence d’Odile Vasseur, Basile Oriol et Yvon Delmas',
    'Qui : Odile Vasseur, Basile Oriol, Yvon Delmas',
  ])('are named over the text: %s', async (who) => {
    expect(names(await page(who))).toEqual([
      'Odile Vasseur present',
      'Basile Oriol present',
      'Yvon Delmas present',
    ])
  })

  it.each([
    'Rédacteur : Odile Vasseur',
    'Diffusion : Odile Vasseur, Basile Oriol',
    'Réunion avec la mairie et le maçon',
    'Le four, la roue et le bief',
    'Transmis à\n\nOdile Vasseur, Basile Oriol',
    'Le 12 mai 2026 par\n\nOdile Vasseur, Basile Oriol',
    'Hommage à\n\nOdile Vasseur, Basile Oriol',
    'Ont démissionné\n\nOdile Vasseur, Basile Oriol',
    'Destinataires pour information\n\nOdile Vasseur, Basile Oriol',
    '## Candidats\n\nOdile Vasseur, Basile Oriol',
    'Lieu\n\nJean Moulin, Victor Hugo',
    'Salle Victor Hugo\n\nJean Moulin, Marie Curie',
    'Personnes : Odile Vasseur, Basile Oriol (décédés)',
    'Rédigé par\n\nOdile Vasseur, Basile Oriol',
    'Lieu : lycée\n\nJean Moulin - Victor Hugo',
    'À l’attention de\n\nOdile Vasseur, Basile Oriol',
  ])('are not those whom it is sent to, nor things: %s', async (who) => {
    expect(names(await page(who))).toEqual([])
  })

  it.each([
    ['Le 12/05/2026 à 18 h\n\nOdile Vasseur, Basile Oriol', 'present', 'present'],
    ['Mardi 12 mai 2026, 18 h\n\nOdile Vasseur, Basile Oriol', 'present', 'present'],
    ['12 mai 2026 - 18h00\n\nOdile Vasseur, Basile Oriol', 'present', 'present'],
    ['le mardi 12 mai 2026 de 18h à 20h, salle 2\n\nOdile Vasseur, Basile Oriol', 'present', 'present'],
    ['Salle des fêtes\n\nOdile Vasseur, Basile Oriol', 'present', 'present'],
    ['Association Le Four\n\nOdile Vasseur, Basile Oriol', 'present', 'present'],
    ['Étudiants : Odile Vasseur (anciennement Roy), Basile Oriol', 'present', 'present'],
    ['Étudiants : Odile Vasseur (exclusivement le matin), Basile Oriol', 'present', 'present'],
    ['Équipe : Odile Vasseur, Basile Oriol (excusés)', 'excuse', 'excuse'],
    ['Étudiants : Odile Vasseur, Basile Oriol (absent)', 'present', 'absent'],
    ['Étudiants : Odile Vasseur (excusée), Basile Oriol', 'excuse', 'present'],
    ['Groupe : Odile Vasseur (ne vient plus), Basile Oriol (malade)', 'absent', 'absent'],
    ['Étudiants : Odile Vasseur, Basile Oriol (malades)', 'absent', 'absent'],
  ])('are away where a bracket says so: %s', async (who, odile, basile) => {
    expect(names(await page(who))).toEqual([`Odile Vasseur ${odile}`, `Basile Oriol ${basile}`])
  })
})

describe('minutes typed as one list in another', () => {
  const list = `## Réunion du mardi 12 mai 2026

Présents :

- Odile Vasseur
- Basile Oriol

### Compte rendu

- 🟢 Fini
- 🔴 En cours

   * Pour mémoire
       * Fête du four
           * Elle a lieu le 5 juin.
           * Les inscriptions sont ouvertes.
       * Marché de printemps
           * Rien de nouveau.
   * Points rapides
       * 🔴 Tri des archives
           * Deux cartons restent.
               * Celui de la cave est humide.
       * Nouveau local ?
           * Pas avant 2027.
       * Une carte de vœux a été reçue.
   * Points longs
       * Clés
           * Odile en a deux.
`
  it('have their subjects over what was said of them, at two levels', async () => {
    const { items } = await markdown(list)
    expect(said(items)).toEqual([
      'Pour mémoire',
      '> Fête du four',
      '> Marché de printemps',
      'Points rapides',
      '> Tri des archives',
      '> Nouveau local ?',
      'Points longs',
      '> Clés',
    ])
  })
})

it('takes titles with a colon and without one for titles of one page', async () => {
  const draft = await text([
    'Réunion du bureau du 12 mai 2026',
    'Présents : Odile Vasseur, Basile Oriol',
    'Sorties :',
    '- 11 juin : Le Moulin',
    '- 25 juin : La Grange',
    'Site :',
    'Basile a refait la page d’accueil, et la montrera au prochain bureau.',
    'Fête du four',
    'Le four est réservé pour le samedi soir, et le bois est livré la veille.',
  ])
  expect(titles(draft)).toEqual(['Sorties', 'Site', 'Fête du four'])
})

it.each(['Vote', 'Conclusion', 'Remarques', 'Avantages'])(
  'takes no label of what is told of a point for another one: %s',
  async (label) => {
    const draft = await text([
      'Réunion du bureau du 12 mai 2026',
      'Présents : Odile Vasseur, Basile Oriol',
      'Four',
      'Odile explique que le four est froid depuis janvier et que le bois manque.',
      `${label} :`,
      'Le devis est trop cher, et il faut en demander un autre avant l’été.',
      'Fête du four',
      'Le four est réservé pour le samedi soir, et le bois est livré la veille.',
    ])
    expect(titles(draft)).toEqual(['Four', 'Fête du four'])
  },
)

it('takes signs of headings that touch their words, and no words of a network', async () => {
  const draft = await markdown(
    '# Compte rendu du 12 mai 2026\n\n##Budget\n- Il reste 40 €.\n\n##Local\n- Odile a les clés.\n\n#fête à venir\n',
  )
  expect(titles(draft)).toEqual(['Budget', 'Local'])
})
