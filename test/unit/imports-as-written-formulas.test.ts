import { describe, expect, it } from 'vitest'
import { markdown, names, text, titles } from './said.ts'

// Formulas of councils and assemblies, with the structure of real files and invented words.

const decided = async (lines: readonly string[]) =>
  (
    await text([
      'Procès-verbal du conseil municipal de Combe-Lys du 3 mars 2026',
      'Présents : Mme Anne ROURE, M. Paul LIDON, Mme Zoé MARVAL',
      ...lines,
    ])
  ).decisions.map((one) => one.text)

describe('what a council decides', () => {
  it('stands in the list below it, whose lines begin with what it does', async () => {
    expect(
      await decided([
        '1. Forêt',
        'Le Conseil municipal :',
        '- Approuve l’état des coupes de l’année',
        '- Fixe la taxe à 40 € le stère',
        '2. Adjoints',
        'Le Conseil municipal, après avoir entendu cet exposé, à l’unanimité des membres présents,',
        '• Décide la création de 3 postes d’adjoints.',
        '3. Indemnités',
        'Le Conseil municipal, après en avoir délibéré à l’unanimité, à l’exception des intéressés.',
        '• Décide de fixer le montant des indemnités à 19 %.',
        '• Charge le maire d’inscrire les crédits.',
      ]),
    ).toEqual([
      'Le Conseil municipal : Approuve l’état des coupes de l’année ; Fixe la taxe à 40 € le stère',
      'Le Conseil municipal, après avoir entendu cet exposé, à l’unanimité des membres présents : Décide la création de 3 postes d’adjoints',
      'Le Conseil municipal, après en avoir délibéré à l’unanimité, à l’exception des intéressés : Décide de fixer le montant des indemnités à 19 % ; Charge le maire d’inscrire les crédits',
    ])
  })

  it('is no rule of how it elects, but who was proclaimed', async () => {
    expect(
      await decided([
        '1. Élection du maire',
        'Il est rappelé que le maire est élu au scrutin secret et à la majorité absolue parmi les membres du conseil.',
        'Mme Anne ROURE a été proclamée maire et a été immédiatement installée.',
        '2. Élection des adjoints',
        'En application du code, les adjoints sont élus au scrutin de liste à la majorité absolue.',
        'Ont été proclamés adjoints et immédiatement installés les candidats de la liste conduite par M. Paul LIDON.',
      ]),
    ).toEqual([
      'Mme Anne ROURE a été proclamée maire et a été immédiatement installée',
      'Ont été proclamés adjoints et immédiatement installés les candidats de la liste conduite par M. Paul LIDON',
    ])
  })

  it('is what its part is about, where the sentence only says that it was adopted', async () => {
    const draft = await markdown(
      '# Procès-verbal du 3 mars 2026\n\nPrésents : Anne Roure, Paul Lidon, Zoé Marval\n\n## Résolutions\n\n### Résolution 1 - Cotisations\n\nAjout de la phrase suivante :\n\n> L’adhésion est valable un an.\n\nCette résolution a été adoptée à l’unanimité des membres présents et représentés.\n\n### Résolution 2 - Bureau\n\nIl est proposé de nommer :\n\n- Anne Roure, présidente\n- Paul Lidon, secrétaire\n\nCette résolution a été adoptée à l’unanimité des membres présents et représentés.\n',
    )
    expect(draft.decisions.map((one) => one.text)).toEqual(['Cotisations', 'Bureau'])
  })

  it('is said behind its subject too', async () => {
    const draft = await text([
      'Procès-verbal de l’assemblée du 3 mars 2026',
      'Sont présents :',
      '• Anne Roure, présidente',
      '• Paul Lidon, trésorier',
      'La présidente rappelle l’ordre de jour :',
      '• Exposé du projet ;',
      '• Examen et vote des statuts ;',
      '• Choix du bureau.',
      'Ensuite la présidente soumet au vote de tous les textes suivants :',
      '• Vote des statuts : l’assemblée adopte à l’unanimité les statuts lus ;',
      '• Choix du bureau : l’assemblée désigne Anne Roure et Paul Lidon.',
      'La séance est levée à 20h.',
    ])
    expect(titles(draft)).toEqual(['Exposé du projet', 'Examen et vote des statuts', 'Choix du bureau'])
    expect(draft.decisions.map((one) => one.text)).toEqual([
      'Vote des statuts',
      'Choix du bureau : l’assemblée désigne Anne Roure et Paul Lidon',
    ])
  })
})

describe('acts and powers', () => {
  it('counts acts by year, month and rank', async () => {
    const draft = await text([
      'Compte rendu de la séance du conseil municipal du 25 mai 2026',
      'Étaient présents : MM. LIDON Paul, ROURE Anne, MARVAL Zoé',
      'Ont donné procurations : Mr VIALE Luc à Mr LIDON Paul, Mme ORTAN Lise à Mme ROURE Anne.',
      '2026-05-01 NOMBRE DES ADJOINTS',
      'Le maire invite l’assemblée à se prononcer sur le nombre des adjoints.',
      '2026-05-02 INDEMNITÉS DU MAIRE',
      'Le maire rappelle les règles des indemnités de la commune.',
      '2026-05-03 DÉLÉGATIONS AU MAIRE',
      'Le maire rappelle les règles des délégations de la commune.',
    ])
    expect(draft.meeting.date).toBe('2026-05-25')
    expect(titles(draft)).toEqual(['NOMBRE DES ADJOINTS', 'INDEMNITÉS DU MAIRE', 'DÉLÉGATIONS AU MAIRE'])
    expect(names(draft).slice(3)).toEqual(['Luc VIALE represente', 'Lise ORTAN represente'])
  })
})

describe('what is to be done', () => {
  it('stands in a list of what to do, or behind an arrow', async () => {
    const draft = await text([
      'Procès-verbal du conseil du 3 mars 2026',
      'Présents : Anne Roure, Paul Lidon, Zoé Marval',
      '1. Suites',
      'Les présents parlent des tâches de l’année et retiennent les suivantes :',
      '• Réparer la boîte aux lettres',
      '• Relancer la lettre du club',
      '• Choisir le jour des sorties',
      '2. Essais',
      'Les essais sont trop rares.',
      '=> Écrire une notice pour les essais',
    ])
    expect(draft.actions.map((one) => one.text)).toEqual([
      'Réparer la boîte aux lettres',
      'Relancer la lettre du club',
      'Choisir le jour des sorties',
      'Écrire une notice pour les essais',
    ])
  })

  const proposed = 'Le maire propose de louer le pré.'
  it.each([
    [
      [
        proposed,
        'M. Bon demande de reporter la question.',
        'Proposition adoptée par 2 voix pour et 1 contre',
      ],
      ' : Le maire propose de louer le pré',
    ],
    [[proposed, 'Proposition rejetée par 2 voix contre et 1 pour'], ' : Le maire propose de louer le pré'],
    [[proposed, 'M. Bon propose de reporter la question.', 'Proposition adoptée à l’unanimité'], ''],
    [
      [
        'La sous-préfète demande au maire de fermer le four.',
        'Le maire a proposé un prix de 12 €.',
        'Propositions adoptées à l’unanimité',
      ],
      '',
    ],
    [
      ['Le bureau demande au conseil d’ouvrir le four.', 'Proposition adoptée à l’unanimité'],
      ' : Le bureau demande au conseil d’ouvrir le four',
    ],
  ])('is what was proposed, and not what somebody asked: %s', async (lines, what) => {
    expect(await decided(['1. TERRAINS', ...lines])).toEqual([`TERRAINS${what}`])
  })

  const formula = 'Le conseil municipal, après en avoir délibéré,'
  const lead = 'Le conseil municipal, après en avoir délibéré : '
  it.each([
    [
      [formula, 'Autorise le maire à vendre le four.', 'Fixe le prix à 12 €.'],
      [`${lead}Autorise le maire à vendre le four ; Fixe le prix à 12 €`],
    ],
    [
      [formula, 'à l’unanimité', 'DÉCIDE de couper le bois.', 'CHARGE le maire de la vente.'],
      [`${lead}DÉCIDE de couper le bois ; CHARGE le maire de la vente`],
    ],
    [[formula, 'Charge de travail : M. Lis dit qu’elle croît.', 'Donne un avis : M. Bon.'], []],
    [
      [
        `${formula.slice(0, -1)} à l’unanimité,`,
        'Charge de travail : M. Lis dit qu’elle croît.',
        'Donne un avis : M. Bon.',
      ],
      ['TERRAINS'],
    ],
  ])('is what a council does below its formula: %s', async (lines, decisions) => {
    expect(await decided(['1. TERRAINS', ...lines])).toEqual(decisions)
  })
})
