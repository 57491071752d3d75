import { describe, expect, it } from 'vitest'
import { names, read, titles } from './said.ts'

// How parties, colleges and federations are listed, with invented words.

const text = (words: string) => read(words, 'seance.txt', '2026-06-01')

const places = (draft: Awaited<ReturnType<typeof text>>) =>
  draft.participants.map((one) => [one.familyName, one.organisation, one.attendance])

describe('who was there', () => {
  it('is numbered before a party that several share', async () => {
    const draft = await text(
      'PROCÈS-VERBAL DU CONSEIL DU MARDI 2 JUIN 2026\nPrésent-e-s :\n1. DE LORME Odile Humaniste (nouvelle)\n2. ISSAC Tom Humaniste\n3. NESLE Hugo Humaniste\n4. VAN DORP Karim PVT (nouveau)\n5. LARMIER Zoé Verte\n\nAssistent à la séance :\nM. Yann PERRIN, Secrétaire général\n',
    )
    expect(places(draft)).toEqual([
      ['DE LORME', 'Humaniste', 'present'],
      ['ISSAC', 'Humaniste', 'present'],
      ['NESLE', 'Humaniste', 'present'],
      ['VAN DORP', 'PVT', 'present'],
      ['LARMIER', 'Verte', 'present'],
      ['PERRIN', null, 'present'],
    ])
    expect(draft.items).toEqual([])
  })

  it('stands below heads in capitals, counted heads, and offices that name nobody', async () => {
    const draft = await text(
      'Compte rendu du conseil du 30 mars 2026\nÉtaient présents :\nÉQUIPE DE L’ÉCOLE :\nMesdames, Odile VASSEUR, Zoé LARMIER, Monsieur Tom ISSAC, enseignants.\nREPRÉSENTANTS ÉLUS DES FAMILLES :\nMesdames Inès COLVER, Fanny TRESSAN et monsieur Hugo NESLE, président\nMembres de Droit (17)\nprésents :\nYann PERRIN, Karim VAN DORP\nAbsents excusés :\nInspecteur de l’éducation du Torvan\nAmbre VILLON\nMesdames, Messieurs les enseignants du réseau\n',
    )
    expect(names(draft)).toEqual([
      'Odile VASSEUR present',
      'Zoé LARMIER present',
      'Tom ISSAC present',
      'Inès COLVER present',
      'Fanny TRESSAN present',
      'Hugo NESLE present',
      'Yann PERRIN present',
      'Karim VAN DORP present',
      'Ambre VILLON excuse',
    ])
  })

  it('is told of several bodies in one paragraph, and of two beside each other', async () => {
    const draft = await text(
      'Compte rendu du conseil du 17 mars 2026\nReprésentants des familles : APV : Présents (2) : Odile Vasseur, Tom Issac ; Excusée : Zoé Larmier ; APL : Présents (1) : Hugo Nesle. Excusés : Yann Perrin, Karim Van Dorp.\nInstituteurs présents : Mmes Colver, Tressan ; Melles Villon, Tellin. Absents excusés : Mmes Lorme, Aster.\n\nInvités :\n- GAMAY Yvon - TILLY Didier\n- ROUSSEL Franck\n',
    )
    expect(names(draft)).toEqual([
      'Odile Vasseur present',
      'Tom Issac present',
      'Zoé Larmier excuse',
      'Hugo Nesle present',
      'Yann Perrin excuse',
      'Karim Van Dorp excuse',
      'Colver present',
      'Tressan present',
      'Villon present',
      'Tellin present',
      'Lorme excuse',
      'Aster excuse',
      'Yvon GAMAY present',
      'Didier TILLY present',
      'Franck ROUSSEL present',
    ])
  })

  it('stands in tables of colleges, with what they do below their name', async () => {
    const table = (rows: readonly (readonly string[])[]) =>
      `<table>${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`
    const draft = await read(
      `<p>Commission de suivi</p><p>Réunion du 16 novembre 2026</p><p>à 16h00 au lycée Simone Vasseur à Lormont</p><p>Liste des participants</p><p>Collège « administrations »</p>${table(
        [
          ['Préfecture du Torvan', 'M. Tom ISSAC<br>Sous-préfet de Lormont'],
          ['Agence de santé', 'Cdt Hugo NESLE<br>Chef du groupe'],
          ['Direction du travail', 'Excusé'],
          ['Service des eaux', 'Mme Odile VASSEUR<br>Directrice'],
        ],
      )}<p>Collège « communes »</p>${table([
        ['Commune de Vaux', 'Excusé'],
        ['Commune de Lys', 'M. Yann PERRIN<br>Maire'],
        ['Commune de Tresse', 'Mme Zoé LARMIER<br>Maire'],
      ])}`,
      'suivi.html',
      '2026-06-01',
    )
    expect(draft.participants.map((one) => [one.givenName, one.familyName, one.organisation])).toEqual([
      ['Tom', 'ISSAC', 'Préfecture du Torvan'],
      ['Hugo', 'NESLE', 'Agence de santé'],
      ['Odile', 'VASSEUR', 'Service des eaux'],
      ['Yann', 'PERRIN', 'Commune de Lys'],
      ['Zoé', 'LARMIER', 'Commune de Tresse'],
    ])
    expect(draft.meeting).toMatchObject({ startTime: '16:00', place: 'lycée Simone Vasseur à Lormont' })
  })
})

describe('who was there, once more', () => {
  it('is parted by full stops, held an office, and is no address to all', async () => {
    const draft = await text(
      'Compte rendu de la séance du 29 septembre 2026\nÉtaient présents :\nMesdames : Odile Vasseur, Zoé Larmier\nMessieurs : Tom Issac, Hugo Nesle\n\nExcusés : Inès COLVER. Fanny TRESSAN.\nMonsieur le consul de Lormont, Yann Perrin\nMadame la conseillère de culture, Mme Aster\n\nRAPPORT\nMesdames, messieurs,\nL’ordre du jour portera sur les points suivants :\n1) Bilan\n2) Budget\n',
    )
    expect(names(draft)).toEqual([
      'Odile Vasseur present',
      'Zoé Larmier present',
      'Tom Issac present',
      'Hugo Nesle present',
      'Inès COLVER excuse',
      'Fanny TRESSAN excuse',
      'Yann Perrin excuse',
      'Aster excuse',
    ])
    expect(titles(draft)).toEqual(['Bilan', 'Budget'])
  })

  it('goes on behind a particle or an open bracket, and comes for a commune', async () => {
    const draft = await text(
      'RÉUNION DU CONSEIL\nCompte rendu du 25 juin 2026\nÉtaient présents : Mesdames et Messieurs\nOdile VASSEUR, Tom ISSAC, Zoé VAN DE\nWALLIN, Inès COLVER\nAbsent(s/es) excusé(s/es) : Hugo NESLE, Yann PERRIN (arrivé\nà 19 h 49)\nAbsent(s/es) : NÉANT\n',
    )
    expect(names(draft)).toEqual([
      'Odile VASSEUR present',
      'Tom ISSAC present',
      'Zoé VAN DE WALLIN present',
      'Inès COLVER present',
      'Hugo NESLE excuse',
      'Yann PERRIN excuse',
    ])
    const communes = await text(
      'COMPTE RENDU DU CONSEIL DU 4 DÉCEMBRE 2026\nÉtaient présents Mesdames et Messieurs les conseillers :\npour la commune de VAUX : madame VASSEUR LORME Odile\npour la commune de TRESSE :\nmonsieur ISSAC Tom\nmadame LARMIER Zoé\npour la commune de LORMONT : monsieur NESLE Hugo\n',
    )
    expect(names(communes)).toHaveLength(4)
    expect(communes.participants[0]?.organisation).toContain('VAUX')
    expect(communes.participants[3]?.organisation).toContain('LORMONT')
  })

  it('had a substitute in their place', async () => {
    const draft = await text(
      'Compte rendu du comité du 3 mars 2026\nPRÉSENTS : Mmes VASSEUR Odile, LARMIER Zoé remplacée par son suppléant TERNAY Basile, MM. ISSAC Tom, NESLE Hugo remplacé par M. MARNE Clovis.\n',
    )
    expect(names(draft)).toEqual([
      'Odile VASSEUR present',
      'Zoé LARMIER represente',
      'Tom ISSAC present',
      'Hugo NESLE represente',
    ])
  })

  it('was away and excused, whatever stands between', async () => {
    const draft = await text(
      'Compte rendu de la réunion du 11 décembre 2026\nÉTAIENT PRÉSENTS\n- Odile VASSEUR,\n- Tom ISSAC.\nÉTAIENT ABSENTS, EXCUSÉS\n- Zoé LARMIER,\n- Hugo NESLE.\n',
    )
    expect(names(draft)).toEqual([
      'Odile VASSEUR present',
      'Tom ISSAC present',
      'Zoé LARMIER excuse',
      'Hugo NESLE excuse',
    ])
  })
})

describe('minutes', () => {
  it('are told by who says what, in a short text', async () => {
    const draft = await read(
      '<p>Conseil de laboratoire 2026/12/07</p><p>Ordre du jour</p><p>1. Règlement</p><p>2. Budget</p><p>1. Règlement</p><p>Odile Vasseur soulève une question sur la règle qui vaut pour tous les articles.</p><p>Tom Issac rappelle qu’il ne signe pas toutes les publications de chacun.</p><p>Zoé Larmier pense que cela doit être discuté au sein de chaque équipe.</p>',
      'conseil.html',
      '2026-06-01',
    )
    expect(draft.kind).toBe('minutes')
  })
})

describe('the day', () => {
  it('is the first of two, and none of earlier minutes', async () => {
    const two = await text(
      'PROCÈS-VERBAL\nSéance des 24 et 25 janvier 2026\nPrésents : Odile VASSEUR, Tom ISSAC\n',
    )
    expect(two.meeting.date).toBe('2026-01-24')
    const own = await text(
      'Compte rendu de l’assemblée de la ligue\nLe 14 septembre 2026 à Lormont\n14 h 50, l’assemblée générale est ouverte.\nØ Élection du bureau\nØ Adoption du PV de l’assemblée générale du 9 septembre 2025\nØ Rapport moral\n',
    )
    expect(own.meeting.date).toBe('2026-09-14')
  })
})

describe('an agenda', () => {
  it('is of symbols that another font would draw as arrows', async () => {
    const draft = await text(
      'Réunion du bureau le 9 juin 2026 à 18h\nOrdre du jour :\nØ Bilan de la fête\nØ Budget\nü Divers\n',
    )
    expect(titles(draft)).toContain('Bilan de la fête')
    expect(titles(draft)).toContain('Budget')
  })

  it('is no list of candidates, each before what they sit for', async () => {
    const draft = await text(
      'Compte rendu du 9 juin 2026\nCandidats de la liste\n1. ROYER Odile Verte\n2. ISSAC Tom Humaniste\n3. NESLE Hugo Libre (nouveau)\n4. COLVER Inès Sociale\n\nLa séance est levée à 20h.\n',
    )
    expect(draft.items).toEqual([])
  })
})
