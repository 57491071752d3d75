import { describe, expect, it } from 'vitest'
import { markdown, read, said, text, titles } from './said.ts'

// How the parts of minutes and programmes are marked, with the structure of real files and invented words.

describe('subjects of minutes', () => {
  const minutes = (lines: readonly string[]) =>
    text(['Compte rendu du bureau du 3 mars 2026', 'Présents : Anne Roure, Paul Lidon, Zoé Marval', ...lines])

  it('stand in capitals, whatever is below and above them', async () => {
    const draft = await minutes([
      'COMMÉMORATION DU 8 MAI',
      'Tout s’est bien passé.',
      'AUBADES DE JUIN',
      '13 juin : rendez-vous à 14h15',
      '21 juin : place du Marché',
      'PROGRAMME DU CONCERT',
      'Le chef propose des musiques de films.',
      'COMPTES',
      '-> pas de dépense ce mois',
      'ET EN 2027 ?',
      'Les dates restent à choisir.',
    ])
    expect(titles(draft)).toEqual([
      'COMMÉMORATION DU 8 MAI',
      'AUBADES DE JUIN',
      'PROGRAMME DU CONCERT',
      'COMPTES',
      'ET EN 2027 ?',
    ])
  })

  it('may be a word and its number', async () => {
    const draft = await minutes([
      'Situation 1 : 12 rue du Puits, Vaux (copropriété, 9 lots)',
      'Le syndic ne répond plus. Le dossier est suivi de près.',
      'Situation 2 : maison isolée, Combe-Lys',
      'Le propriétaire refuse l’entrée. On attend.',
      'Situation 3 : foyer des Peupliers',
      'Le dossier est clos.',
      'Divers',
      'Une formation aura lieu en décembre.',
    ])
    expect(titles(draft)).toEqual([
      'Situation 1 : 12 rue du Puits, Vaux (copropriété, 9 lots)',
      'Situation 2 : maison isolée, Combe-Lys',
      'Situation 3 : foyer des Peupliers',
      'Divers',
    ])
  })

  it('begin their paragraph, and end with a full stop', async () => {
    const more =
      'Le débat est long et chacun dit ce qu’il en pense, sans que rien ne soit arrêté pour le moment.'
    const draft = await minutes([
      `Les familles. Anne donne les chiffres du semestre, qui sont en hausse. ${more}`,
      `L’approvisionnement. La banque réduit ses dons de quinze pour cent. ${more}`,
      `Les locaux. La commission est passée en janvier et demande un extincteur. ${more}`,
      `Comptes 2025. Paul annonce un excédent qui reste à confirmer. ${more}`,
      'On fête ensuite les 80 ans de Zoé.',
    ])
    expect(titles(draft)).toEqual(['Les familles', 'L’approvisionnement', 'Les locaux', 'Comptes 2025'])
  })

  it('are places as well as names, and letters in their order before a table of what was asked', async () => {
    const places = await markdown(
      '# Comité du 3 mars 2026\n\nPrésents : Anne Roure, Paul Lidon\n\n### Square des Cerisiers\n\nLe plan est montré.\n\n### Piscine Lucie\n\nElle ferme en juin.\n\n### Divers\n\nRien.\n',
    )
    expect(titles(places)).toEqual(['Square des Cerisiers', 'Piscine Lucie', 'Divers'])
    const lettered = await markdown(
      '# Relevé de décisions du comité du 3 mars 2026\n\nPrésents : Anne Roure, Paul Lidon\n\nA. Suivi des engagements\n\nLes travaux ont pris du retard.\n\nB. Dossiers nouveaux\n\n| n° | Porteur | Objet | Décision |\n|--|--|--|--|\n| 1 | Ferme du Bief | Rachat de terres | Accordé |\n| 2 | La Cagette | Conserverie | Ajourné |\n| 3 | Le Four | Irrigation | Refusé |\n\nC. Enveloppe 2026\n\nLe comité propose une enveloppe.\n\nD. Calendrier\n\nLe comité se réunit en juin.\n',
    )
    expect(titles(lettered)).toEqual([
      'Suivi des engagements',
      'Dossiers nouveaux',
      'Enveloppe 2026',
      'Calendrier',
    ])
  })

  it('go on below papers that one of them speaks of', async () => {
    const draft = await minutes([
      'RÉSOLUTION N° 1 : Élection du président de séance',
      'M. Lidon est élu.',
      'RÉSOLUTION N° 2 : Approbation des comptes',
      'Pièces jointes : état financier, annexes 1 à 5.',
      'L’assemblée approuve les comptes.',
      'RÉSOLUTION N° 3 : Quitus au syndic',
      'Le quitus est donné.',
      'RÉSOLUTION N° 4 : Travaux',
      'Trois devis ont été joints.',
    ])
    expect(titles(draft)).toEqual([
      'Élection du président de séance',
      'Approbation des comptes',
      'Quitus au syndic',
      'Travaux',
    ])
  })
})

describe('hours in a table without heads', () => {
  it('are read where some rows have a column less, and what a cell lists is no part of its title', async () => {
    const draft = await read(
      '<h1>Journée du 12 mars 2026</h1><table><tr><td>9 h 00</td><td>Accueil</td></tr><tr><td>9 h 15</td><td>Actualité du réseau</td><td>P. Lidon</td></tr><tr><td>10 h 45</td><td>Ateliers (2 × 35 min)<br>A. Chaufferies<br>B. Registre</td><td>Z. Marval</td></tr><tr><td>12 h 15</td><td>Repas</td></tr><tr><td>13 h 45</td><td>Formation 2027<br>- calendrier des stages<br>- refonte du stage</td><td>A. Roure</td></tr><tr><td>15 h 00</td><td>Visite du chantier (en cours)<br>départ en bus à 14 h 50</td></tr></table>',
      'journee.html',
      '2026-01-10',
    )
    expect(said(draft.items)).toEqual([
      "Accueil 09:00 15'",
      "Actualité du réseau 09:15 90' {P. Lidon|}",
      "Ateliers (2 × 35 min) 10:45 90' {Z. Marval|}",
      "Repas 12:15 90'",
      "Formation 2027 13:45 75' {A. Roure|}",
      'Visite du chantier (en cours) 15:00',
    ])
  })
})
