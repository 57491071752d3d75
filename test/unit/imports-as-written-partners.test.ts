import { describe, expect, it } from 'vitest'
import { names, read, titles } from './said.ts'

// How committees, boards and their partners write, with invented words.

const text = (words: string) => read(words, 'reunion.txt', '2026-06-01')
const markdown = (words: string) => read(words, 'reunion.md', '2026-06-01')

describe('a record of decisions', () => {
  it('counts them D1, D2 and A1, A2 without a title, and names bodies with their people', async () => {
    const draft = await text(
      'RELEVÉ DE DÉCISIONS\nCOTECH du 9 juin 2026\n\nParticipants : DDT (A. Roy, P. Bon), DREAL (Z. Lac), Communauté de communes (M. Lis)\n\nD1 : le périmètre est validé\nD2 : les données seront publiées\n\nA1 – transmettre la carte – DDT – 30/06/2026\nA2 – relire la notice – DREAL – 15/07/2026\n',
    )
    expect(draft.decisions.map((one) => [one.number, one.text])).toEqual([
      ['D1', 'le périmètre est validé'],
      ['D2', 'les données seront publiées'],
    ])
    expect(draft.actions.map((one) => [one.text, one.owner, one.dueDate])).toEqual([
      ['transmettre la carte', 'DDT', '2026-06-30'],
      ['relire la notice', 'DREAL', '2026-07-15'],
    ])
    expect(draft.participants.map((one) => one.organisation)).toEqual([
      'DDT',
      'DDT',
      'DREAL',
      'Communauté de communes',
    ])
  })

  it('is not one line that begins with a letter and a number', async () => {
    const draft = await text(
      'Compte rendu du 9 juin 2026\nPrésents : Anne Roy, Paul Bon\n\nLa route\nD7 : travaux prévus.\n\nLe pont\nRien.\n',
    )
    expect(draft.decisions).toEqual([])
  })
})

describe('who was there', () => {
  it('sat for the management or for the staff, or gives a power', async () => {
    const council = await text(
      'PROCÈS-VERBAL DE LA RÉUNION DU CSE\ndu 9 juin 2026\n\nPour la direction : Mme ROY\nPour les élus titulaires : M. BON, Mme LAC\nExcusée : Mme SOL\n\nPoint n°1 – Approbation du PV\nLe PV est approuvé à l’unanimité.\n\nPoint n°2 – Télétravail\nAvis favorable : 3 voix pour, 0 contre.\n',
    )
    expect(names(council)).toEqual(['ROY present', 'BON present', 'LAC present', 'SOL excuse'])
    const board = await text(
      'Procès-verbal du conseil d’administration du 9 juin 2026\n\nSont présents : Anne Roy (présidente), Paul Bon\nEst excusé : Marc Lis, qui donne pouvoir à Anne Roy\n\nOrdre du jour\n1. Comptes\n2. Cotisations\n\n2. Cotisations\nAprès discussion, le conseil décide de porter la cotisation à 15 euros.\n',
    )
    expect(names(board)).toEqual(['Anne Roy present', 'Paul Bon present', 'Marc Lis represente'])
    expect(board.decisions.map((one) => one.text)).toEqual([
      'Après discussion, le conseil décide de porter la cotisation à 15 euros',
    ])
  })
})

describe('a table of those who were away', () => {
  it('says who stood in for each, by a power or as a substitute, and who came late', async () => {
    const draft = await markdown(
      '# Procès-verbal du conseil du 9 juin 2026\n\nPrésents : Anne Roy, Paul Bon, Zoé Lac\n\n| Absents | Ni pouvoir / Ni suppléant | Suppléant | Pouvoir donné à… |\n|---|---|---|---|\n| Marc Lis | X | | |\n| Léa Sol | | | Anne Roy |\n| Jean Val | | Hugo Mont | |\n| Inès Pré (arrivée en cours de séance) | X | | |\n\n## Le budget\n\nRien.\n',
    )
    expect(names(draft)).toEqual([
      'Marc Lis absent',
      'Léa Sol represente',
      'Jean Val represente',
      'Inès Pré present',
      'Anne Roy present',
      'Paul Bon present',
      'Zoé Lac present',
    ])
    expect(draft.participants.map((one) => one.organisation)).toEqual(Array(7).fill(null))
  })
})

describe('who sits on a board', () => {
  const board = (words: string) =>
    markdown(`# CR du CA du 9 juin 2026\n\n${words}\n\n## Ordre du jour\n\n1. Budget\n2. Travaux\n`)
  const bodies = (draft: Awaited<ReturnType<typeof read>>) =>
    draft.participants.map(({ organisation }) => organisation)

  it('is a volunteer, a member or listens online: no body', async () => {
    const draft = await board(
      'Présents :\n- Anne Roy (Bénévoles)\n- Paul Bon (Membre actif)\n- Zoé Lac (En ligne)\n- Max Ney (Groupe com)\n- Léa Mir (Léa)\n- Luc Val (Commission européenne)\n- Ève Gay (pouvoir de Guy Lot)',
    )
    expect(bodies(draft)).toEqual([null, null, null, null, null, 'Commission européenne', null])
    expect(draft.participants[6]?.attendance).toBe('present')
  })

  it('is what the cell beside the name says, whatever stands over it', async () => {
    const draft = await board(
      '## Présents\n\n| Nom | Collège |\n|---|---|\n| Anne Roy | Présidente |\n| Paul Bon | Mairie de Vaux |\n| Max Ney | Pouvoir à Anne Roy |',
    )
    expect(draft.participants.map(({ organisation, role }) => [organisation, role])).toEqual([
      [null, 'Présidente'],
      ['Mairie de Vaux', null],
      [null, null],
    ])
    expect(names(draft)[2]).toBe('Max Ney represente')
  })

  it('is counted among those who could come, parted by bars, arrows and plus signs', async () => {
    expect(names(await board('Membres présents (2/8) : Anne Roy + Paul Bon'))).toEqual([
      'Anne Roy present',
      'Paul Bon present',
    ])
    expect(names(await board('Présents : Anne Roy, Paul Bon | Excusés : Zoé Lac → Anne Roy'))).toEqual([
      'Anne Roy present',
      'Paul Bon present',
      'Zoé Lac represente',
    ])
    expect(
      names(await board('Présents : Anne Roy, Paul Bon. Animateur : Max Ney. Excusés : Léa Mir.')),
    ).toEqual(['Anne Roy present', 'Paul Bon present', 'Léa Mir excuse'])
  })
})

describe('the agenda', () => {
  it('is ticked off below its title, and holds nothing to do', async () => {
    const draft = await markdown(
      '# CR du 9 juin 2026\n\nPrésents : Anne Roy, Paul Bon\n\n## ODJ\n\n- [x] Retour sur le mois\n- [ ] Calendrier\n\n## Retour sur le mois\n\nTout est livré.\n\n- [ ] relire le schéma\n',
    )
    expect(titles(draft)).toEqual(['Retour sur le mois', 'Calendrier'])
    expect(draft.actions.map((one) => one.text)).toEqual(['relire le schéma'])
  })

  it('is read below titles that were coloured', async () => {
    const draft = await markdown(
      '# <mark style="color:blue;">Réunion du 9 juin 2026</mark>\n\n## <mark style="color:blue;">Ordre du jour</mark>\n\n* <mark>La route</mark>\n* Le pont\n',
    )
    expect(titles(draft)).toEqual(['La route', 'Le pont'])
  })

  it('is in capitals over what was said, below the name of the meeting', async () => {
    const draft = await text(
      'PROCES VERBAL\nASSEMBLEE GENERALE ORDINAIRE DU 9 JUIN 2026\n\nLe 9 juin 2026 à 18h30, les membres se sont réunis à la salle polyvalente de Vaux sur convocation du président.\n\n32 membres sont là.\n\nRAPPORT MORAL\nLe président lit son rapport.\n\nRAPPORT FINANCIER\nLa trésorière présente les comptes.\n\nÉLECTION DU BUREAU\nElle a lieu.\n\nQUESTIONS DIVERSES\nAucune.\n',
    )
    expect(titles(draft)).toEqual([
      'RAPPORT MORAL',
      'RAPPORT FINANCIER',
      'ÉLECTION DU BUREAU',
      'QUESTIONS DIVERSES',
    ])
    expect(draft.meeting).toMatchObject({
      date: '2026-06-09',
      startTime: '18:30',
      place: 'salle polyvalente de Vaux',
    })
  })
})

describe('the agenda of a club', () => {
  const HEAD = 'Compte rendu de la réunion du 9 juin 2026\n\nPrésents : Anne Roy, Paul Bon\n\n'
  const PROSE = 'On a fait le point, la salle est payée.\n\nDeux devis ont été reçus.\n'
  const THREE = ['Bilan de la fête', 'Choix de la salle', 'Site web']
  const asked = async (words: string) => titles(await text(`${HEAD}${words}\n\n${PROSE}`))

  it.each([
    'Ordre du jour : bilan de la fête ; choix de la salle ; site web.',
    'Ordre du jour : Bilan de la fête, Choix de la salle, Site web.',
    'Ordre du jour : Bilan de la fête / Choix de la salle / Site web',
    'Ordre du jour\n« Bilan de la fête »\n« Choix de la salle »\n« Site web »',
    'Sommaire\n1. Bilan de la fête ...... 2\n2. Choix de la salle ...... 3\n3. Site web ...... 4',
    'On va parler de :\n- Bilan de la fête\n- Choix de la salle\n- Site web',
  ])('is in one line, in quotes, with pages: %#', async (words) => {
    expect(await asked(words)).toEqual(THREE)
  })

  it('says first how long each takes', async () => {
    const draft = await text(`${HEAD}Ordre du jour\n- 10' : Bilan\n- 20 min - Choix de la salle\n\n${PROSE}`)
    expect(draft.items.map(({ title, durationMinutes }) => [title, durationMinutes])).toEqual([
      ['Bilan', 10],
      ['Choix de la salle', 20],
    ])
  })

  it('is in capitals below those who were there, and names nobody', async () => {
    const draft = await text(
      `${HEAD}CHOIX DE LA SALLE\nDeux devis ont été reçus.\n\nBILAN DE LA FÊTE\nTout est payé.\n\nSITE WEB\nRien de neuf.\n`,
    )
    expect(titles(draft)).toEqual(['CHOIX DE LA SALLE', 'BILAN DE LA FÊTE', 'SITE WEB'])
    expect(draft.participants).toHaveLength(2)
  })
})

describe('what kind of paper it is', () => {
  it('is minutes where it tells in the present who said what, below who took part', async () => {
    const page = (said: string) =>
      text(
        `Réunion du 9 juin 2026\n\nParticipants :\nAnne Roy – Agglomération du Torvan\nPaul Bon – Syndicat du Lac\n\nI. Contexte\n\n${said}\n\nII. Démarche\n\n${said}\n`,
      )
    expect((await page('Le syndicat rappelle le cadre de l’étude.')).kind).toBe('minutes')
    expect((await page('Cadre de l’étude')).kind).not.toBe('minutes')
  })

  it('says where it is held behind its hour, or on a line of its own', async () => {
    const called = await text(
      'CONVOCATION DU CONSEIL\n\nLe conseil est convoqué le jeudi 11 juin 2026 à 20 heures, à la Maison des Lacs.\n\nORDRE DU JOUR\n1 - Budget\n2 - Divers\n',
    )
    expect(called.meeting.place).toContain('Maison des Lacs')
    const alone = await text(
      'Ordre du jour\nCommission du 9 juin 2026\n9h30 – 11h30\nMaison des services, 12 rue du Pré, Vaux\n\n9h30-9h45 : Accueil\n9h45-10h15 : Bilan\n10h15-11h30 : Échanges\n',
    )
    expect(alone.meeting.place).toContain('Maison des services, 12 rue du Pré')
  })
})
