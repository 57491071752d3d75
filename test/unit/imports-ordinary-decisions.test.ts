import { describe, expect, it } from 'vitest'
import { markdown, text } from './said.ts'

// Ordinary sentences of minutes that look like decisions, beside those that are.

const decided = async (...lines: string[]) =>
  (
    await text([
      'Compte rendu du bureau du 3 mars 2026',
      'Présents : Anne Roure, Paul Lidon, Zoé Marval',
      'Lieu : la halle',
      '1. Le four',
      'Paul présente les prix.',
      'Zoé parle du transport.',
      ...lines,
    ])
  ).decisions.map(({ text: words }) => words)

describe('an ordinary sentence decides nothing', () => {
  it.each([
    // How many come is no price.
    'La participation aux ateliers passe à 45 personnes',
    'La participation des habitants reste identique',
    'La participation passe de 12 à 15 enfants par atelier',
    'Les adhésions passent de 80 à 95',
    'Les adhésions passent à 120 cette année',
    // On a condition, or as a habit.
    'Le conseil, s’il le souhaite, vote une motion lors de la prochaine séance',
    'Le bureau, à chaque rentrée, valide les inscriptions',
    'Le bureau, lors de sa prochaine réunion, valide le budget',
    'Le comité, comme tous les ans, adopte un calendrier en juin',
    // Somebody was hired before, or by others.
    'Le cabinet Vidal a été mandaté pour réaliser l’audit de 2024',
    'L’avocat de la partie adverse est mandaté pour négocier',
    'L’expert de l’assurance est mandaté pour évaluer les dégâts',
    // What is loaded or billed.
    'Le conseil charge Dupont et fils de frais supplémentaires',
    'La commission charge Internet des plans',
    // Recalled from another day, in the reasons of a proposal.
    'Par délibération du 15 mai 2019, le conseil municipal a approuvé le partage de la taxe du four',
    'Par délibération n° 2024-12 en date du 4 juin 2024, le conseil a adopté le prix des pains',
    'Lors de la séance du 9 juin 2023, et dans le cadre du marché, le conseil municipal a approuvé la charte',
    // Of others.
    'Nous avons lu le courrier du département : accepté',
    'On a reçu le dossier de subvention : accepté',
    'Nous recevons le devis du maçon : accepté',
  ])('%s', async (words) => {
    expect(await decided(`${words}.`)).toEqual([])
  })
})

describe('a decision of the same words', () => {
  it.each([
    'La participation des familles passe à 4,50 €',
    'La participation aux frais reste fixée à 12 euros',
    'L’adhésion passe de 10 à 12 euros',
    'La cotisation passe à 12,50 €',
    'Le conseil, suite à la demande du club, accepte le devis',
    'Le bureau, en conséquence, décide de fermer le four',
    'Le cabinet Vidal est mandaté pour réaliser l’audit',
    'Un avocat est mandaté pour défendre la commune',
    'Le conseil charge Zoé Marval de relancer la mairie',
    'Le bureau charge Paul de la rédaction du bulletin',
    'Nous louons la halle en mai : accepté',
  ])('%s', async (words) => {
    expect(await decided(`${words}.`)).toEqual([words])
  })
})

describe('what stands below « il est résolu »', () => {
  it('ends where the text goes on', async () => {
    expect(
      await decided(
        'Il est résolu',
        'Que le règlement soit adopté.',
        'De plus, la salle est fermée le lundi.',
      ),
    ).toEqual(['Que le règlement soit adopté'])
    expect(
      await decided('Il est résolu', 'D’adopter le règlement.', 'D’autre part, le four fume encore.'),
    ).toEqual(['D’adopter le règlement'])
  })

  it('is nothing where something was resolved in the past', async () => {
    expect(await decided('Résolu par le passé', 'De nombreux membres sont venus.')).toEqual([])
    expect(await decided('Résolu par les membres présents', 'Que le four soit fermé.')).toEqual([
      'Que le four soit fermé',
    ])
  })
})

it('ends a decision behind its price', async () => {
  expect(await decided('L’adhésion passe de 10 à 12 €. Les adhésions passent à 95.')).toEqual([
    'L’adhésion passe de 10 à 12 €',
  ])
})

describe('a vote that is only counted, a line for each count', () => {
  const votes = async (...lines: string[]) =>
    (
      await markdown(
        ['# Procès-verbal de l’assemblée du 3 mars 2026', 'Présents : Anne Roure, Paul Lidon', ...lines].join(
          '\n\n',
        ),
      )
    ).decisions.map(({ text: words, outcome }) => [words, outcome])

  it('is of the title over it', async () => {
    expect(
      await votes(
        '## Rapport moral',
        'pour unanimité',
        'contre 0',
        'abstention 0',
        '## Montant des cotisations',
        'Pour : 42',
        'Contre : 0',
        'Abstention : 1 (Zoé Marval)',
      ),
    ).toEqual([
      ['Rapport moral', 'pour unanimité'],
      ['Montant des cotisations', 'Pour : 42'],
    ])
  })

  it('is counted in shares too', async () => {
    expect(
      await votes('## Bilan financier', 'D’accord 94% / 16 votes', 'S’abstenir 6% / 1 vote', '## Divers'),
    ).toEqual([['Bilan financier', 'D’accord 94% / 16 votes']])
  })

  it('is none where nothing else is counted beside it', async () => {
    expect(await votes('## Le car', 'Pour 12', 'Nous louons un minibus.')).toEqual([])
    expect(await votes('## Le car', 'Contre 0', 'Abstention 1')).toEqual([])
  })
})
