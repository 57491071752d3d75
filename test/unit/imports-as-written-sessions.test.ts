import { describe, expect, it } from 'vitest'
import { names, read, said, titles } from './said.ts'

// How quarters, leagues and parishes write their sessions, with invented words.

const text = (words: string) => read(words, 'seance.txt', '2026-06-01')

describe('an agenda', () => {
  it('goes on below ticks that have parts without a mark, up to numbers that begin again', async () => {
    const draft = await text(
      'COMPTE RENDU DU CONSEIL DU 8 AVRIL 2026\nPrésents : Odile VASSEUR, Tom ISSAC\nORDRE DU JOUR :\n✓ Vote des comptes\nCommune\nRégie « Le Pré »\n✓ Vote des budgets\nCommune\nTF – Taxe foncière\n1/ Échange de parcelles\n2/ Éclairage du clocher\n3/ Questions diverses.\n\n1/ Procès-verbal : après lecture par le maire, Mme Vasseur demande un ajout.\n',
    )
    expect(titles(draft)).toEqual([
      'Vote des comptes',
      'Vote des budgets',
      'Échange de parcelles',
      'Éclairage du clocher',
      'Questions diverses',
    ])
  })

  it('has dashes below ticks of the same indent, and keeps what a title says behind its colon', async () => {
    const draft = await text(
      'Assemblée du 23 février 2026\nPrésents : Odile VASSEUR, Tom ISSAC\nL’ordre du jour était le suivant :\n✓ Débat du budget\n✓ Atelier de Lormont :\n- reprise des locaux\n- demande de subvention\n✓ Ateliers de la rue du Pré : départ du loueur, état des vitrines, reprise du local voisin et choix du nouveau nom de la halle\n',
    )
    expect(said(draft.items)).toEqual([
      'Débat du budget',
      'Atelier de Lormont',
      '> reprise des locaux',
      '> demande de subvention',
      'Ateliers de la rue du Pré : départ du loueur, état des vitrines, reprise du local voisin et choix du nouveau nom de la halle',
    ])
  })

  it('is of two numbered subjects with full stops, over the text', async () => {
    const draft = await text(
      'Procès-verbal\nConseil du vendredi 12 février 2026\nPrésents : Mme Vasseur, M. Issac\n\n1. Achat des tables et de la sono pour la salle du bas.\nL’an passé, deux tables manquaient. Il en faut six.\n\n2. Vote du règlement\nM. Issac le présente.\n',
    )
    expect(titles(draft)).toEqual([
      'Achat des tables et de la sono pour la salle du bas',
      'Vote du règlement',
    ])
  })

  it('stands in Roman numbers over the text, or once in its list and again over it', async () => {
    const over = await text(
      'CONSEIL DU 30 JANVIER 2026\nPrésents : Mmes VASSEUR, LARMIER, MM. ISSAC, NESLE.\n\nI ADOPTION DU PROCÈS-VERBAL\nIl est adopté.\n\nII ATTRIBUTION DE COMPENSATION – DÉCISION\nMadame la maire expose la situation de la commune.\n',
    )
    expect(titles(over)).toEqual(['ADOPTION DU PROCÈS-VERBAL', 'ATTRIBUTION DE COMPENSATION – DÉCISION'])
    const twice = await text(
      'CONSEIL DU 30 JANVIER 2026\nCompte rendu\nPrésents : Odile VASSEUR, Tom ISSAC\nOrdre du jour\nI Prix de l’eau\nII Personnel\nIII Divers\nI Tarifs\nLe prix est maintenu pour toute l’année.\n',
    )
    expect(titles(twice)).toEqual(['Prix de l’eau', 'Personnel', 'Divers'])
  })

  it('is of lines over what was said, one of which announces a list, another who presents it', async () => {
    const draft = await text(
      'COMITÉ DU 27 MARS 2026\nListe des présents : Odile Vasseur, Tom Issac, Zoé Larmier.\n\nAgrément de nouveaux membres\nL’agrément du club est approuvé à l’unanimité.\n\nMode d’emploi du conseil\nprésenté par Odile Vasseur :\n\nSalons de cette année\nLe conseil fait la liste des salons auxquels il prendra part cette année :\n- Vaux\n- Lys\n',
    )
    expect(titles(draft)).toEqual([
      'Agrément de nouveaux membres',
      'Mode d’emploi du conseil',
      'Salons de cette année',
    ])
  })
})

describe('who was there', () => {
  it('is called one by one, with a number and a state', async () => {
    const draft = await text(
      'COMMISSION DE QUARTIER\nCOMPTE RENDU\nLUNDI 11 DÉCEMBRE 2026\nGrand Salon du Théâtre\nORDRE DU JOUR :\nI. ÉLECTION\nII. BUDGETS\n\nHABITANTS\n1. Odile VASSEUR Présente\n2. Tom ISSAC Présent\n3. Zoé LE MARNE Excusée\n',
    )
    expect(names(draft)).toEqual(['Odile VASSEUR present', 'Tom ISSAC present', 'Zoé LE MARNE excuse'])
    expect(titles(draft)).toEqual(['ÉLECTION', 'BUDGETS'])
    expect(draft.meeting.place).toBe('Grand Salon du Théâtre')
  })

  it('sat as elected members at a distance, assists, or is one councillor alone', async () => {
    const draft = await text(
      'PROCÈS-VERBAL\nCOMITÉ DE DIRECTION\n23 janvier 2026\nMembres élus présents (en visioconférence) :\nMesdames Odile VASSEUR, Zoé LARMIER\nMessieurs Tom ISSAC, Hugo NESLE\nConseiller absent : Yann Perrin\nAssistent :\nMadame Inès COLVER (Directrice générale)\n',
    )
    expect(names(draft)).toEqual([
      'Odile VASSEUR present',
      'Zoé LARMIER present',
      'Tom ISSAC present',
      'Hugo NESLE present',
      'Yann Perrin absent',
      'Inès COLVER present',
    ])
    expect(draft.items).toEqual([])
  })

  it('is written with initials and no stop', async () => {
    const draft = await text(
      'Compte rendu de l’assemblée du 23 février 2026\nÉtaient présents : VASSEUR O., ISSAC TM, LARMIER Z, NESLE HJ, COLVER I.\n',
    )
    expect(draft.participants.map((one) => one.organisation)).toEqual([null, null, null, null, null])
  })
})

describe('the acts of a council', () => {
  const act = (number: string, title: string, decided: string) =>
    `DEL2026-${number} : ${title}\n\nRapporteur : Mme Roy\n\nRapport\n\nLa commune de Vaux demande depuis longtemps que le four du village soit remis en état.\n\nAprès avoir délibéré, les membres du conseil communautaire ont, à l’unanimité :\n\n${decided}\n`
  const council = (...acts: readonly string[]) =>
    read(
      `Compte rendu du conseil communautaire du 12 mars 2026\n\nÉtaient présents : Mme Anne Roy, M. Paul Bon, Mme Zoé Lac\n\n${acts.join('\n')}`,
      'compte-rendu.txt',
      '2026-06-01',
    )

  it('are its items, and not the title that stands over the text of each', async () => {
    const draft = await council(
      act('11', 'Le four', '- Approuvé l’achat du four ;\n- Autorisé la présidente à signer.'),
      act('12', 'Le lavoir', '- Attribué 300 € au club du lavoir.'),
      act('13', 'Le pont', '- Émis un avis défavorable.'),
    )
    expect(titles(draft)).toEqual(['Le four', 'Le lavoir', 'Le pont'])
    expect(draft.decisions.map(({ text }) => text)).toEqual([
      'Le four : Approuvé l’achat du four ; Autorisé la présidente à signer',
      'Le lavoir : Attribué 300 € au club du lavoir',
      'Le pont : Émis un avis défavorable',
    ])
  })

  it('decide nothing by a list of other things', async () => {
    const draft = await council(
      act('11', 'Le four', '- Mme Roy\n- M. Bon'),
      act('12', 'Le lavoir', '- Mme Lac'),
      act('13', 'Le pont', '- M. Bon'),
    )
    expect(draft.decisions.map(({ text }) => text)).toEqual(['Le four', 'Le lavoir', 'Le pont'])
  })

  it('list what they decide once', async () => {
    const draft = await read(
      'Compte rendu du conseil du 12 mars 2026\n\nPrésents : Anne Roy, Paul Bon\n\n1. Le four\n\nLe conseil municipal, à l’unanimité :\n\n- DÉCIDE d’acheter le four ;\n- AUTORISE Mme Roy à signer.\n\n2. Le pont\n\nRien à signaler.\n',
      'compte-rendu.txt',
      '2026-06-01',
    )
    expect(draft.decisions).toHaveLength(1)
    expect(draft.decisions[0]?.text).toContain('DÉCIDE d’acheter le four ; AUTORISE Mme Roy à signer')
  })
})

it('says in short when the next one is, over its numbered subjects', async () => {
  const draft = await read(
    'Compte rendu du bureau du 3 mars 2026\n\nL’essentiel\n\n- charte : enquête en octobre\n- prochain bureau le 7 avril, 9h30\n\nPrésents : Anne Roy, Paul Bon\n\n1/ La charte\n\nElle est attendue pour la mi-avril, et deux communes hésitent.\n\n2/ Le pont\n\nIl sera refait au printemps.\n\n3/ Les fêtes\n\nRien à signaler.\n',
    'compte-rendu.txt',
    '2026-06-01',
  )
  expect(titles(draft)).toEqual(['La charte', 'Le pont', 'Les fêtes'])
})
