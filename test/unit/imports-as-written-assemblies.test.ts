import { describe, expect, it } from 'vitest'
import { names, read, said, titles } from './said.ts'

// How councils of communes, hospitals, schools and universities list who was there, with invented words.

const text = (words: string) => read(words, 'reunion.txt', '2026-06-01')

describe('who was there', () => {
  it('goes on over the lines that the margin cut, within a name too', async () => {
    const draft = await text(
      'Compte rendu de la réunion du conseil municipal du 16 mars 2026\nPrésents : Odile DE MONTVAL, Fanny TRESSAN, Basile\nARNETTE, Zoé LARMIER, Tom ISSAC,\nInès COLVER, Karim VAN DORP\nAbsents excusés : Hugo NESLE – Yann PERRIN –\nDORVAL T. – QUINTY L.\n',
    )
    expect(names(draft)).toEqual([
      'Odile DE MONTVAL present',
      'Fanny TRESSAN present',
      'Basile ARNETTE present',
      'Zoé LARMIER present',
      'Tom ISSAC present',
      'Inès COLVER present',
      'Karim VAN DORP present',
      'Hugo NESLE excuse',
      'Yann PERRIN excuse',
      'T DORVAL excuse',
      'L QUINTY excuse',
    ])
  })

  it('stands behind a tab, before or after the body', async () => {
    const draft = await text(
      'PROCÈS-VERBAL\nSéance du 24 juin 2026\nÉTAIENT PRÉSENTS\nReprésentants des membres fondateurs\nUniversité du Torvan\tMarc-Olaf Trévane\nIVT\tLoris Ober-Vale\nPersonnalités qualifiées\nCabinet Vérin\tSalomé Quirin – Commissaire aux comptes\n1.1 Représentants des personnels\nMme TORVAL\tCGT\nMr MESNIL\tCFDT (suppléant)\n1.2 Représentants des personnels médecins\nAucun représentant présent.\nMEMBRES AVEC VOIX CONSULTATIVE\nDocteur OSTREL\tService de médecine\nM. le Pr LUBIN\tChef de service\n\nMEMBRES EXCUSÉS\nMme ARDON\tPsychologue\n',
    )
    expect(
      draft.participants.map((one) => [one.givenName, one.familyName, one.organisation, one.attendance]),
    ).toEqual([
      ['Marc-Olaf', 'Trévane', 'Université du Torvan', 'present'],
      ['Loris', 'Ober-Vale', 'IVT', 'present'],
      ['Salomé', 'Quirin', 'Cabinet Vérin', 'present'],
      [null, 'TORVAL', 'CGT', 'present'],
      [null, 'MESNIL', 'CFDT', 'present'],
      [null, 'OSTREL', 'Service de médecine', 'present'],
      [null, 'LUBIN', null, 'present'],
      [null, 'ARDON', null, 'excuse'],
    ])
    expect(draft.items).toEqual([])
  })

  it('is said with what somebody does behind the name, and no odd line ends it', async () => {
    const draft = await text(
      'PROCÈS-VERBAL DU CONSEIL D’ÉCOLE\nSéance du 4 novembre 2026\nÉtaient présents :\n- Mme Vasseur IEN 4e secteur\n- Mr Morvil, maire adjoint\n- Mmes Tilly, de Lorme, (FCPE), Aster et MM Gamay, et Roussel (PEEP) représentants élus des parents ;\n- Mme la sous-préfète représentée par M. Lucas ORBAN\nInvités : Flore LE TELLIN et Noé BRANDEL animateurs de la maison du Lac, Ambre VILLON présidente de l’Amicale\n',
    )
    expect(names(draft)).toEqual([
      'Vasseur present',
      'Morvil present',
      'Tilly present',
      'de Lorme present',
      'Aster present',
      'Gamay present',
      'Roussel present',
      'Lucas ORBAN present',
      'Flore LE TELLIN present',
      'Noé BRANDEL present',
      'Ambre VILLON present',
    ])
  })

  it('gave a power with others, was replaced, and counts once among those who were away', async () => {
    const draft = await text(
      'PROCÈS-VERBAL du conseil d’administration\nRéunion du 26 février 2026\nMembres présents :\nCollège « enseignants » : Lise MORAN, Armand SOREL\nMembres représentés :\nBasile TERNAY et Clovis MARNE ont donné pouvoir à Armand SOREL.\nPouvoirs : Monsieur Quarré a donné pouvoir à Madame Lacombe\nExcusés : Messieurs Quarré, Verlat, Mme Fauvel (remplacée par Mme Selby)\n',
    )
    expect(names(draft)).toEqual([
      'Lise MORAN present',
      'Armand SOREL present',
      'Basile TERNAY represente',
      'Clovis MARNE represente',
      'Quarré represente',
      'Verlat excuse',
      'Fauvel represente',
    ])
    expect(draft.participants.every((one) => one.organisation === null)).toBe(true)
  })

  it('leads a body that is where they work; a place is nobody', async () => {
    const draft = await text(
      'Compte rendu du comité qui suit le bois de Vaux\n- 11 juin 2026, Mairie de Vaux-sur-Lys –\nÉtaient présents,\nESTEREL Marc-Olaf, Directeur du Syndicat des eaux du Torvan\nVERNEL Gaspard, Chargé de mission, OVAL Val-de-Lys\nCORVAL, Présidente de l’Association des Amis du bois\n',
    )
    expect(draft.participants.map((one) => [one.familyName, one.organisation])).toEqual([
      ['ESTEREL', 'Syndicat des eaux du Torvan'],
      ['VERNEL', 'OVAL Val-de-Lys'],
      ['CORVAL', 'Association des Amis du bois'],
    ])
    expect(draft.meeting.place).toBe('Mairie de Vaux-sur-Lys')
  })

  it('is beside their commune in a table without heads', async () => {
    const draft = await read(
      '<p>CONSEIL COMMUNAUTAIRE</p><p>SÉANCE DU 15 SEPTEMBRE 2026</p><p>Convocation du 3 septembre 2026</p><p>L’ordre du jour étant le suivant :</p><p>\uF0A7 Plan de financement</p><p>\uF0A7Convention avec le département</p><p>\uF0A7 Questions diverses</p><p>Étaient présents :</p><table><tr><td>VAUX</td><td>Monsieur TILLON Bastien</td></tr><tr><td>TRESSE</td><td>Monsieur ORVANNE</td></tr><tr><td>LORMONT</td><td>Madame MARELLE Sylvaine</td></tr></table>',
      'conseil.html',
      '2026-06-01',
    )
    expect(draft.kind).toBe('minutes')
    expect(titles(draft)).toEqual([
      'Plan de financement',
      'Convention avec le département',
      'Questions diverses',
    ])
    expect(draft.participants.map((one) => [one.familyName, one.organisation, one.attendance])).toEqual([
      ['TILLON', 'VAUX', 'present'],
      ['ORVANNE', 'TRESSE', 'present'],
      ['MARELLE', 'LORMONT', 'present'],
    ])
  })
})

describe('an agenda', () => {
  it('counts I, II, III without punctuation, and holds commas', async () => {
    const draft = await text(
      'COMPTE RENDU DE LA RÉUNION DU 10 DÉCEMBRE 2026\nPrésents : Anne Roy, Paul Bon\nOrdre du jour\nI Prix de l’eau, abonnements et tarifs du service\nII Personnel\nIII Divers\n\nI Tarifs\nLe prix est maintenu.\n',
    )
    expect(titles(draft)).toEqual(['Prix de l’eau, abonnements et tarifs du service', 'Personnel', 'Divers'])
  })

  it('has parts below its numbers, over the text', async () => {
    const draft = await text(
      'COMPTE-RENDU DU CONSEIL DE COMMUNAUTÉ\nSéance du 24 septembre 2026 à Vernay\nPrésents : Anne Roy, Paul Bon\nORDRE DU JOUR\nI. RELEVÉ DU BUREAU\nII. GRAND SITE\n- Convention d’occupation des locaux\n- Travail de la stagiaire\nIII. DÉCHETS\n- Prix du badge\n\nI. RELEVÉ DU BUREAU\nLe président donne lecture du relevé du bureau.\nII. GRAND SITE\nLa stagiaire présente son travail.\n',
    )
    expect(said(draft.items)).toEqual([
      'I RELEVÉ DU BUREAU',
      'II GRAND SITE',
      '> Convention d’occupation des locaux',
      '> Travail de la stagiaire',
      'III DÉCHETS',
      '> Prix du badge',
    ])
    expect(draft.meeting.place).toBe('Vernay')
  })
})

describe('the hour', () => {
  it('stands behind a day that follows "la loi"', async () => {
    const draft = await text(
      'PROCÈS-VERBAL DU COMITÉ SYNDICAL\nLe comité s’est réuni selon ce que veut la loi, le 11 février 2026 à 17h30 à la salle Simone Vasseur de\nPatay sous la présidence de M. Gaspard ORME.\nPrésents : Anne Roy, Paul Bon\n',
    )
    expect(draft.meeting).toMatchObject({
      date: '2026-02-11',
      startTime: '17:30',
      place: 'salle Simone Vasseur de Patay',
    })
  })
})
