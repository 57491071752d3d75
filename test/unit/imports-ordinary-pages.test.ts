import { describe, expect, it } from 'vitest'
import { markdown, said, text, titles } from './said.ts'

// Ordinary pages and heads, beside what they look like.

describe('an act alone on its line', () => {
  const labelled = [
    ['Délibération n° 2026-01', 'Rapporteur : Odile Vasseur', 'Objet : Tarifs du four'],
    ['Délibération n° 2026-02', 'Rapporteur : Paul Lidon', 'Objet : Bail du moulin'],
  ]

  it('is numbered over its object, and no property of it is its title', async () => {
    const agenda = await text(['Conseil du 3 mars 2026', 'Ordre du jour', ...labelled.flat()])
    expect(said(agenda.items)).toEqual([
      '2026-01 Tarifs du four {Odile Vasseur|}',
      '2026-02 Bail du moulin {Paul Lidon|}',
    ])
    const minutes = await text([
      'Compte rendu du conseil du 3 mars 2026',
      'Présents : Anne Roure, Paul Lidon',
      ...labelled.flatMap((lines) => [...lines, 'Le conseil approuve la proposition.']),
    ])
    expect(titles(minutes)).toEqual(['Tarifs du four', 'Bail du moulin'])
  })

  it('is not named by what became of it', async () => {
    const draft = await text([
      'Compte rendu du conseil du 3 mars 2026',
      'Présents : Anne Roure, Paul Lidon',
      'Dossier n° 14',
      'Reporté à la demande du pétitionnaire',
      'Dossier n° 15',
      'Reporté à la demande du pétitionnaire',
    ])
    expect(titles(draft).join()).not.toContain('Reporté')
  })

  it('is no item made of the sentence that decides', async () => {
    const draft = await text([
      'Relevé de décisions du 3 mars 2026',
      'Présents : Anne Roure, Paul Lidon',
      'Décision n° 1',
      'Le bail du four est renouvelé pour trois ans.',
      'Décision n° 2',
      'La cotisation est fixée à 15 euros.',
    ])
    expect(titles(draft).join()).not.toContain('renouvelé')
    expect(draft.decisions.map((one) => one.text)).toEqual([
      'Le bail du four est renouvelé pour trois ans',
      'La cotisation est fixée à 15 euros',
    ])
  })

  it('is no question of a list', async () => {
    const draft = await text([
      'Questions des habitants du 3 mars 2026',
      'Question n° 1',
      'Quand le four rouvrira-t-il ?',
      'Question n° 2',
      'Combien coûte le bois ?',
    ])
    expect(titles(draft)).toEqual([])
  })

  it('still numbers the title below it', async () => {
    const draft = await text([
      'Compte rendu du conseil du 3 mars 2026',
      'Présents : Anne Roure, Paul Lidon',
      'Délibération n° 2026-01',
      'Tarifs du four',
      'Le conseil approuve les tarifs.',
      'Délibération n° 2026-02',
      'Bail du moulin',
      'Le conseil approuve le bail.',
    ])
    expect(said(draft.items)).toEqual(['2026-01 Tarifs du four', '2026-02 Bail du moulin'])
  })
})

describe('boxes that are ticked', () => {
  it('leave an agenda an agenda', async () => {
    for (const items of [
      '1. Le four\n2. Le préau\n3. Divers',
      '- [ ] Le four communal\n- [ ] Le préau neuf\n- [ ] Questions diverses',
    ]) {
      const { kind, meeting } = await markdown(
        `# Ordre du jour du 12 juin 2026 à 14h\n\n- [x] Réserver la salle\n- [x] Envoyer la convocation\n\n${items}\n`,
      )
      expect(kind).toBe('agenda')
      expect(meeting.date).toBe('2026-06-12')
    }
  })
})

describe('what will take place', () => {
  it.each(['Présents', 'Membres présents', 'Étaient présents', 'Membres du conseil présents'])(
    'invites nobody where it is told below « %s »',
    async (label) => {
      const draft = await text([
        'Conseil d’école du 10 mars 2026, 18h à 20h',
        `${label} : Mme Dalmas (directrice), M. Viel, Mme Orane`,
        '1. Vote du règlement intérieur',
        'Le règlement est adopté à l’unanimité moins une abstention.',
        '2. Kermesse',
        'Elle aura lieu le samedi 20 juin.',
        '3. Travaux',
        'Le préau sera peint cet été.',
      ])
      expect(draft.kind).toBe('minutes')
      expect(draft.decisions).toHaveLength(1)
    },
  )
})

describe('a place', () => {
  const placed = async (line: string) =>
    (await text(['Assemblée générale', line, 'Ordre du jour', '1. Le four', '2. Le préau', '3. Divers']))
      .meeting.place

  it.each([
    ['LA RÉUNION AURA LIEU LE 6 JUIN 2026 À MONTRELLE', 'MONTRELLE'],
    ['La réunion aura lieu le 6 juin 2026 à Montrelle', 'Montrelle'],
    ['La réunion aura lieu le 6 juin 2026 à La Rochette', 'La Rochette'],
    ['La réunion se tiendra le 6 juin 2026 à Le Montet', 'Le Montet'],
    ['La réunion se tiendra le 6 juin 2026 à L’Isle-Verte', 'L’Isle-Verte'],
    ['Lieu : Salle 3 (code à la porte ?)', 'Salle 3 (code à la porte ?)'],
    ['Lieu : chez Zoé ?', null],
    ['Lieu : salle 3 ou salle 4 (à voir) ?', null],
  ])('of « %s »', async (line, place) => {
    expect(await placed(line)).toBe(place)
  })
})

describe('a title', () => {
  const head = async (title: string) =>
    (await text([title, 'Présents : Anne Roure, Paul Lidon', '1. Le four', 'Il chauffe mal.'])).meeting

  it.each([
    ['Copropriété Les Tilleuls – PV de l’assemblée générale du 2 avril 2026', '2026-04-02'],
    ['Club du Lac – Compte rendu de l’assemblée générale du samedi 4 avril 2026', '2026-04-04'],
    ['Club du Lac – Compte rendu de réunion du 4 avril 2026', '2026-04-04'],
    ['Club du Lac – Compte rendu du bureau du 4 avril 2026', '2026-04-04'],
  ])('behind its body says its day: %s', async (title, date) => {
    expect((await head(title)).date).toBe(date)
  })

  it.each([
    [
      'Club du Lac – Compte rendu du bureau du 3 mars 2026 (18h – 19h45, salle du Lavoir)',
      'Club du Lac – Bureau',
    ],
    ['Réunion du club photo du 16 avril 2026 (20h, foyer rural)', 'Réunion du club photo'],
    ['Réunion du club photo (débutants) du 16 avril 2026', 'Réunion du club photo (débutants)'],
  ])('is no place beside its hours: %s', async (title, name) => {
    expect((await head(title)).title).toBe(name)
  })

  it('is over bodies of which none is the place', async () => {
    const { meeting } = await text([
      'Conseil d’administration – séance du 22 avril 2026',
      'Présents :',
      '- Mairie',
      '- Département',
      '- Région',
      '1. Le four',
      'Il chauffe mal.',
    ])
    expect(meeting.place).toBeNull()
  })
})

describe('a table of contents in one line', () => {
  const page = (contents: string) =>
    markdown(`# Compte rendu de l’assemblée du 3 mars 2026

## Ordre du jour

${contents}

Ouverture à 18 h 30.

## Décompte des personnes présentes

Présents :

- Anne Roure
- Paul Lidon

## Rapport moral

Anne Roure présente le rapport.

### Le four

Il chauffe mal.

## Comptes

Il reste 40 €.

## Calendrier

Rien de neuf.

## Divers

Paul Lidon range le local.
`)
  const TITLES = ['Décompte des personnes présentes', 'Rapport moral', 'Comptes', 'Calendrier', 'Divers']

  it('is no item: its titles stand over the text', async () => {
    const dots = '.'.repeat(60)
    expect(
      titles(await page(`Rapport moral ${dots} 1 Comptes ${dots} 2 Calendrier${dots}2 Divers ${dots} 3`)),
    ).toEqual(TITLES)
  })

  it('is one where it is too long to be read to its end', async () => {
    const dots = '.'.repeat(190)
    expect(
      titles(
        await page(
          `Rapport moral ${dots} 1 Comptes ${dots} 2 Calendrier${dots} 2 Divers ${dots} 3 Index ${dots} 4`,
        ),
      ),
    ).toEqual(TITLES)
  })
})
