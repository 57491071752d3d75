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
})
