import { describe, expect, it } from 'vitest'
import { markdown, text } from './said.ts'

// Deliberations of councils, with the structure of real files and invented words.

const decisions = async (lines: readonly string[]) =>
  (
    await text([
      'Procès-verbal du conseil municipal de Combe-Lys du 3 mars 2026',
      'Présents : Mme Anne ROURE, M. Paul LIDON, Mme Zoé MARVAL',
      ...lines,
    ])
  ).decisions.map((one) => one.text)

const vote = 'ADOPTÉ À L’UNANIMITÉ'

describe('what was proposed to a council', () => {
  it('is what it adopted, article by article, with what stands below them', async () => {
    expect(
      await decisions([
        '1. Four banal',
        'Mme Zoé MARVAL expose :',
        'Le four a cent ans.',
        'VU le code des fours,',
        'Il est proposé au conseil municipal :',
        'D’ACCORDER au maire, pour un an, les délégations suivantes :',
        '• allumer le four,',
        '• le louer.',
        'DE PRÉCISER qu’il en sera rendu compte.',
        'M. Paul LIDON demande qui paie le bois.',
        vote,
        '2. Lavoir',
        'Il est proposé au conseil municipal :',
        'D’autoriser le maire à vendre le lavoir.',
        'Mme Zoé MARVAL trouve le prix bas.',
        'Rejeté par 2 voix contre et 1 voix pour',
      ]),
    ).toEqual([
      'Four banal : D’ACCORDER au maire, pour un an, les délégations suivantes : allumer le four ; le louer ; DE PRÉCISER qu’il en sera rendu compte',
      'Lavoir : D’autoriser le maire à vendre le lavoir',
    ])
  })

  it('has the title of its item, not one of the numbers below it', async () => {
    expect(
      await decisions([
        '4. Délégations au maire',
        'Il est proposé au conseil municipal :',
        'D’ACCORDER au maire les délégations suivantes :',
        '1° D’arrêter le tarif du four ;',
        '2° De passer les marchés du bois.',
        vote,
      ]),
    ).toEqual([
      'Délégations au maire : D’ACCORDER au maire les délégations suivantes : D’arrêter le tarif du four ; De passer les marchés du bois',
    ])
  })

  it('is not said of two proposals, nor of one that nobody voted on', async () => {
    expect(
      await decisions([
        '1. Four banal',
        'Il est proposé au conseil municipal :',
        'D’allumer le four.',
        'M. Paul LIDON propose :',
        'De le vendre.',
        vote,
        '2. Lavoir',
        'Il est proposé au conseil municipal :',
        'De vendre le lavoir.',
        'La question est reportée à la prochaine séance.',
      ]),
    ).toEqual(['Four banal'])
  })

  it('leaves its reasons what they are', async () => {
    const reason = 'La délégation est accordée au maire pour la durée de son mandat.'
    const proposal = ['Il est proposé au conseil municipal :', 'De fixer le tarif du four à 3 €.', vote]
    expect(await decisions(['1. Four', reason, ...proposal])).toEqual([
      'Four : De fixer le tarif du four à 3 €',
    ])
    expect(await decisions(['1. Four', reason])).toEqual([reason.slice(0, -1)])
  })
})

describe('the title of what was decided', () => {
  it.each([
    ['### 3 - Délégation au maire pour la réalisation des\n\n### LIGNES DU FOUR\n\n#### au titre du code'],
    ['### 3 - Délégation au maire pour la réalisation des\n\n### lignes du four'],
  ])('goes on where a heading was cut: %s', async (headings) => {
    const draft = await markdown(
      `# Procès-verbal du conseil du 3 mars 2026\n\nPrésents : Anne Roure, Paul Lidon\n\n${headings}\n\nLe four est vieux.\n\n${vote}\n`,
    )
    expect(draft.decisions.map((one) => one.text.toLowerCase().replace(' au titre du code', ''))).toEqual([
      'délégation au maire pour la réalisation des lignes du four',
    ])
  })

  it('is the nearest heading where the one above it is whole', async () => {
    const draft = await markdown(
      `# Procès-verbal du conseil du 3 mars 2026\n\nPrésents : Anne Roure, Paul Lidon\n\n### 3 - Finances\n\n### Tarif du four\n\nLe four est vieux.\n\n${vote}\n`,
    )
    expect(draft.decisions.map((one) => one.text)).toEqual(['Tarif du four'])
  })
})

describe('what a council decides nothing by', () => {
  it('is the contract annexed to what it decided', async () => {
    expect(
      await decisions([
        '1. Convention avec le moulin',
        'Il est proposé au conseil municipal :',
        'De valider la convention annexée.',
        vote,
        'CONVENTION DU MOULIN',
        'Entre les soussignés,',
        'La commune de Combe-Lys, d’une part,',
        'Et le moulin, d’autre part,',
        'Ceci exposé, il est convenu et arrêté ce qui suit :',
        'Article 1 - Objet',
        'L’association s’engage à moudre le grain de la commune.',
        'La subvention est fixée à 20 €.',
        'Fait à Combe-Lys',
        '2. Lavoir',
        'Le conseil décide de vendre le lavoir.',
      ]),
    ).toEqual([
      'Convention avec le moulin : De valider la convention annexée',
      'Le conseil décide de vendre le lavoir',
    ])
  })

  it('is the rule of an election, but who was proclaimed', async () => {
    expect(
      await decisions([
        '1. Élection du maire',
        'Résultat du vote :',
        'A obtenu :',
        'M. Paul LIDON : 2 voix',
        'M. Paul LIDON a été proclamé maire et a été immédiatement installé.',
        '2. Adjoints',
        'En application du code, les adjoints sont élus, parmi les membres du conseil, au scrutin de liste à la majorité absolue.',
        '3. Commission des fours',
        'La liste A a obtenu 3 voix.',
        'ONT ÉTÉ PROCLAMÉS',
        'membres de la commission des fours',
        'et de celle du lavoir',
      ]),
    ).toEqual([
      'M. Paul LIDON a été proclamé maire et a été immédiatement installé',
      'ONT ÉTÉ PROCLAMÉS membres de la commission des fours et de celle du lavoir',
    ])
  })
})

describe('a vote counted line by line', () => {
  it('is said once more by the sentence below its counts', async () => {
    expect(
      await decisions([
        'Déroulé de l’assemblée',
        'Approbation des statuts',
        'Votes',
        '• Pour : 3',
        '• Contre : 0',
        '• Abstention : 0',
        'Les statuts sont approuvés à l’unanimité.',
      ]),
    ).toEqual(['Les statuts sont approuvés à l’unanimité'])
    const { decisions: elected } = await markdown(
      '# Procès-verbal du 3 mars 2026\n\nPrésents : Anne Roure, Paul Lidon\n\n## Élection\n\n- Pour : 3\n- Contre : 0\n- Abstention : 0\n\nLe conseil d’administration est élu à l’unanimité.\n',
    )
    expect(elected.map((one) => [one.text, one.outcome])).toEqual([
      ['Élection', 'Pour : 3 – Le conseil d’administration est élu à l’unanimité'],
    ])
  })

  it('is of what the line above it says, which tells how it ended', async () => {
    const { decisions: voted } = await markdown(
      '# Procès-verbal du 3 mars 2026\n\nPrésents : Anne Roure, Paul Lidon\n\n## Bureau\n\nCandidature de Luc Bonnin en remplacement d’Anne Roure : validée\n\nD’accord 100 % / 16 votes\n\nCandidature de Jean Petit : à revoir\n\n12 personnes étaient d’accord\n',
    )
    expect(voted.map((one) => [one.text, one.outcome])).toEqual([
      ['Candidature de Luc Bonnin en remplacement d’Anne Roure', 'D’accord 100 % / 16 votes'],
    ])
  })
})
