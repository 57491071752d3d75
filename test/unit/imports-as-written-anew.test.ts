import { describe, expect, it } from 'vitest'
import { markdown, names, read, text, titles } from './said.ts'

// What a further set of files got wrong at first sight, with invented words.

const decided = ({ decisions }: Awaited<ReturnType<typeof text>>) => decisions.map((one) => one.text)
const todo = ({ actions }: Awaited<ReturnType<typeof text>>) =>
  actions.map((one) => `${one.text} (${one.owner ?? 'nobody'})`)

describe('when and where', () => {
  it('is said by labels over their words, several in one cell', async () => {
    const { meeting } = await read(
      '<table><tr><td>Lieu :<br>salle 3</td></tr><tr><td>Présents :<br>Anne ROY<br>Paul BON</td><td>Date :<br>12/05/2026<br>Durée :<br>13h-14h</td></tr></table><h2>Ordre du jour</h2><ul><li>Le four</li><li>Le préau</li><li>Divers</li></ul>',
      'compte-rendu.html',
    )
    expect(meeting).toMatchObject({ date: '2026-05-12', startTime: '13:00', endTime: '14:00' })
  })

  it('is a town with its capital, and nowhere that is still asked', async () => {
    const online = await text([
      'Nous avons l’honneur de vous informer qu’une assemblée générale aura lieu le samedi 6 juin 2026, à partir de 14h30.',
      'Elle se tiendra en ligne.',
      'Ordre du jour :',
      '1. Le four',
      '2. Le préau',
    ])
    expect(online.meeting.place).toBeNull()
    expect(online.meeting.startTime).toBe('14:30')
    const begun = await text([
      'Rendez-vous le samedi 6 juin 2026 à Montrelle',
      'Ordre du jour :',
      '1. Le four',
      '2. Le préau',
    ])
    expect(begun.meeting.place).toBe('Montrelle')
    const asked = await markdown(
      '# Ordre du jour du 6 juin 2026\n\n- Le four\n- Le préau\n\nOù : chez Zoé, au club ?\n',
    )
    expect(asked.meeting.place).toBeNull()
  })
})

describe('subjects', () => {
  it('are what has somebody to present it, and no counts of votes', async () => {
    const draft = await text([
      'Procès-verbal de l’assemblée générale du 6 janvier 2026',
      'Récit des échanges :',
      'Rapport de l’activité du four au cours de l’année :',
      'Présenté par la présidente Odile Vasseur.',
      'Pains :',
      'Le four a cuit six cents pains, et le levain a été gardé malgré la chaleur de l’été.',
      '- Le levain tient bien.',
      '- Fournées trop longues.',
      '- Bois à rentrer.',
      'Rapport de la situation financière :',
      'Présenté par le trésorier Basile Oriol.',
      'La trésorerie se porte bien, et les dépenses de bois sont restées celles de l’an passé.',
      'Rapport des journées à venir :',
      'Présenté par la secrétaire Zoé Marval.',
      'La fête du pain se prépare avec les écoles du canton, qui viendront pétrir le matin.',
      'Résultats du vote :',
      '- Voix pour : 28',
      '- Voix contre : 0',
      '- Abstentions : 11',
    ])
    expect(titles(draft)).toEqual([
      'Rapport de l’activité du four au cours de l’année',
      'Rapport de la situation financière',
      'Rapport des journées à venir',
    ])
  })

  it('are not how a vote ended', async () => {
    const draft = await text([
      'Séance du 14 avril 2026',
      'Achat du four',
      'Attendu que le four de la place ne cuit plus et que les habitants en demandent un autre depuis deux ans ;',
      'Il est proposé par madame Odile Vasseur',
      'Appuyé par monsieur Basile Oriol',
      'Et résolu à l’unanimité des membres présents',
      'Que le four de la place soit remplacé.',
      'Adoptée',
      'Réfection du préau',
      'Attendu que le préau prend l’eau et que la réparation ne peut attendre le printemps prochain ;',
      'Il est proposé par madame Zoé Marval',
      'Appuyé par monsieur Basile Oriol',
      'Et résolu à l’unanimité des membres présents',
      'Que le préau soit refait par l’entreprise Lenoir.',
      'Adoptée',
    ])
    expect(titles(draft)).not.toContain('Adoptée')
    expect(titles(draft)).not.toContain('Et résolu à l’unanimité des membres présents')
    expect(decided(draft)).toEqual([
      'Que le four de la place soit remplacé',
      'Que le préau soit refait par l’entreprise Lenoir',
    ])
  })
})

describe('who was there', () => {
  it('is called by one word, among names, with when they came', async () => {
    const draft = await markdown(
      '# Réunion du bureau\n\nDate : 11 septembre 2026\n\n## Présents\n\n- [x] Anne Roy\n- [x] kestrel7 — arrivé à 20h45\n- [x] olt\n- [] Loutre\n- [x] Zoé Lac\n- [x] mdes (départ à 21h34)\n\n## Ordre du jour\n\n- Le four\n- Le préau\n- olt relance la mairie\n',
    )
    expect(names(draft)).toEqual([
      'Anne Roy present',
      'kestrel7 present',
      'olt present',
      'Loutre absent',
      'Zoé Lac present',
      'mdes present',
    ])
  })

  it('lives somewhere, in quotes too, and does not work there', async () => {
    const draft = await text([
      'Procès-verbal de l’assemblée du 16 mars 2026',
      'Sont présents :',
      '- Anne Roy, « 165 rue du Lac, 75000 Vaux »',
      '- Paul Bon, « 13 bis rue du Four 75000 Vaux »',
      'Le four est adopté.',
    ])
    expect(draft.participants.map(({ organisation }) => organisation)).toEqual([null, null])
  })

  it('presides, or does the work of a secretary', async () => {
    const draft = await text([
      'Procès-verbal de l’assemblée générale du 6 mars 2026',
      'Odile Vasseur (Présidente du Four) préside la séance.',
      'M. Basile Oriol exerce les fonctions de secrétaire de séance.',
      'L’ordre du jour est le suivant :',
      '- Le four',
      '- Le préau',
    ])
    expect(names(draft)).toEqual(['Odile Vasseur present', 'Basile Oriol present'])
  })
})

describe('what was decided', () => {
  it('is decided with words between who and what', async () => {
    const draft = await text([
      'Compte rendu du 6 mars 2026',
      'Présents : Anne Roy, Paul Bon, Zoé Lac',
      '1. Statuts',
      'L’assemblée générale, comme conséquence de ce qui précède, décide que l’article 5 est abrogé.',
      '2. Affiche',
      'Plusieurs formats ont été vus, on retient celui de Zoé.',
    ])
    expect(decided(draft)).toEqual([
      expect.stringContaining('l’article 5 est abrogé'),
      expect.stringContaining('on retient celui de Zoé'),
    ])
  })

  it('is listed under what was asked and what was answered', async () => {
    const draft = await markdown(
      '# Compte rendu du 6 mars 2026\n\n## 1. Le four\n\n**Résumé**\n\n- Le four chauffe mal.\n\n**Décision / réponse**\n\n- Le four est refait en avril.\n- Le bois se paie au poids.\n\n## 2. Le préau\n\nRien de neuf.\n',
    )
    expect(decided(draft)).toEqual([
      expect.stringContaining('Le four est refait en avril'),
      expect.stringContaining('Le bois se paie au poids'),
    ])
  })
})

describe('what is to be done', () => {
  it('is shared out by name', async () => {
    const draft = await markdown(
      '# Réunion 1 - Vendredi 30 janvier 2026\n\n## Ordre du jour\n\n- Le four\n- Le préau\n- La fête\n\n## Le four\n\n- Le four chauffe mal\n\n## Dispatch\n\n- Marek : recherche de bois sec\n- Illona : tableau des fournées\n\n## Prochain point\n\n6/02 matin\n',
    )
    expect(draft.kind).toBe('minutes')
    expect(todo(draft)).toEqual(['recherche de bois sec (Marek)', 'tableau des fournées (Illona)'])
  })

  it('was done in part, where boxes are ticked, and is asked of whoever is mentioned', async () => {
    const draft = await markdown(
      '# Réunion 03-02-2026\n\n- Points du jour :\n  - Le four\n  - Le préau\n\n## Réunion précédente\n\n- [x] Ranger le bois du four @marek\n- [x] Écrire à la mairie du bourg @illona\n\n## Réunion suivante\n\n- [ ] Refaire la porte du four @marek\n- [ ] Peindre le préau @illona, @olt\n',
    )
    expect(draft.kind).toBe('minutes')
    expect(todo(draft)).toEqual(['Refaire la porte du four (marek)', 'Peindre le préau (illona, olt)'])
  })

  it('stands in a bullet that ends with a mention', async () => {
    const draft = await markdown(
      '# Compte rendu du 6 mars 2026\n\nPrésents : Anne Roy, Paul Bon, Zoé Lac\n\n## Le four\n\n- Bilan du four à publier @marek\n- Le four vu par @illona\n',
    )
    expect(todo(draft)).toEqual(['Bilan du four à publier (marek)'])
  })
})

describe('a council', () => {
  const council = () =>
    text([
      'COMPTE RENDU DU CONSEIL MUNICIPAL DE VAUX',
      'Lundi 2 mars 2026',
      'Lieu de la séance',
      'Salle des Tilleuls, Vaux',
      'Absents : M. Yves BON M. Jean-Luc LAC, Mme Anne ROY',
      'Délibération n°20260302-01',
      '- Achat du four banal – Demande de subvention auprès du Département',
      'Le four banal ne cuit plus depuis deux ans, et les habitants demandent qu’il soit remis en état avant la fête.',
      'Le Conseil Municipal, après en avoir délibéré, à l’unanimité',
      '- SOLLICITE une subvention du Département ;',
      '- AUTORISE Monsieur le Maire à signer.',
      'Délibération n°20260302-02',
      '- Règlement du préau',
      'Le préau se loue aux associations de la commune, et son règlement doit dire à quelles heures.',
      'Le Conseil Municipal, après en avoir délibéré, à l’unanimité',
      '- APPROUVE le règlement du préau.',
    ])

  it('numbers its subjects on a line of their own', async () => {
    const draft = await council()
    expect(draft.items.map(({ number, title }) => `${number ?? ''} ${title}`)).toEqual([
      '20260302-01 Achat du four banal – Demande de subvention auprès du Département',
      '20260302-02 Règlement du préau',
    ])
    expect(decided(draft)).toEqual([
      expect.stringMatching(/SOLLICITE une subvention.*AUTORISE/u),
      expect.stringContaining('APPROUVE le règlement du préau'),
    ])
  })

  it('forgets a comma between two names, and its place stands below the words for it', async () => {
    const draft = await council()
    expect(names(draft)).toEqual(['Yves BON absent', 'Jean-Luc LAC absent', 'Anne ROY absent'])
    expect(draft.meeting.place).toBe('Salle des Tilleuls, Vaux')
  })
})

describe('who is in a table', () => {
  it('is what the cell beside them says, and nobody else', async () => {
    const draft = await read(
      '<h1>Compte rendu du 6 mars 2026</h1><p>Participants :</p><table><tr><td>• Anne ROY</td><td>Vaudoise, membre du four</td></tr><tr><td>• Paul BON</td><td>Vaudois, ancien boulanger</td></tr></table><h2>Le four</h2><p>Le four est réparé.</p>',
      'compte-rendu.html',
    )
    expect(names(draft)).toEqual(['Anne ROY present', 'Paul BON present'])
  })
})

it('whom an assembly chose is decided, and not who wrote', async () => {
  const draft = await text([
    'Procès-verbal du 6 mars 2026',
    'Présents : Anne Roy, Paul Bon, Zoé Lac',
    '1. Conseil',
    'L’assemblée a désigné comme membres du conseil Anne Roy et Paul Bon.',
    '2. Séance',
    'L’assemblée a désigné Mme Zoé Lac comme secrétaire de séance.',
  ])
  expect(decided(draft)).toEqual([expect.stringContaining('membres du conseil Anne Roy et Paul Bon')])
})
