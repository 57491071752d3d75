import { describe, expect, it } from 'vitest'
import { markdown, text, titles } from './said.ts'

// Which list is the agenda, when and where they met, and minutes that call themselves nothing: structure of real files, invented words.

describe('hours of an agenda', () => {
  const hourly = (last: string) => [
    'Comité du jeudi 14 janvier 2027, de 9 h 30 à 12 h',
    'Ordre du jour',
    '1. 9 h 30 – Accueil et approbation du compte rendu du 10 décembre',
    '2. 9 h 45 – Déploiement des annuaires – 20 min',
    '3. 10 h 15 – Conventions de mutualisation',
    `4. ${last} – Questions diverses`,
  ]
  const spans = ({ items }: Awaited<ReturnType<typeof text>>) =>
    items.map(({ number, kind, durationMinutes }) => [number, kind, durationMinutes])

  it('last until the next one, and the end of the meeting; what is written stays', async () => {
    expect(spans(await text(hourly('11 h 45')))).toEqual([
      ['1', 'item', 15],
      ['2', 'item', 20],
      ['3', 'item', 90],
      ['4', 'item', 15],
    ])
  })

  it('that do not rise say nothing of how long', async () => {
    expect((await text(hourly('10 h 15'))).items.map(({ durationMinutes }) => durationMinutes)).toEqual([
      null,
      20,
      null,
      null,
    ])
  })

  it('leave a break and sundry matters without one among the items, below points of their own', async () => {
    const draft = await text([
      'Réunion du jeudi 17 décembre 2026 de 14h à 17h',
      'Ordre du jour',
      '14h00 – Approbation du compte rendu',
      '14h20 – Déploiement du portail',
      '- retours des pilotes',
      '- calendrier 2027',
      'PAUSE',
      '15h30 – Avis sur le décret',
      '16h15 – Point sur les données',
      'Questions diverses',
    ])
    expect(
      draft.items.map(({ kind, title, children }) => [kind, title, children.map((one) => one.title)]),
    ).toEqual([
      ['item', 'Approbation du compte rendu', []],
      ['item', 'Déploiement du portail', ['retours des pilotes', 'calendrier 2027']],
      ['break', 'PAUSE', []],
      ['item', 'Avis sur le décret', []],
      ['item', 'Point sur les données', []],
      ['item', 'Questions diverses', []],
    ])
  })

  it('are not counted across one that has none', async () => {
    const lines = hourly('11 h 45').map((line) => line.replace('10 h 15 – ', ''))
    expect((await text(lines)).items.map(({ durationMinutes }) => durationMinutes)).toEqual([
      null,
      20,
      null,
      null,
    ])
  })
})

describe('the list that is the agenda', () => {
  it('is that which a long sentence announces, not the numbers of votes', async () => {
    const draft = await markdown(
      '# Procès-verbal de l’assemblée générale constitutive\n\n**Date :** Lundi 9 mars 2026 | **Lieu :** Siège social\n\nÉtaient présents **Odile Vasseur**, **Marthe Astier** et **Basile Roche**.\n\nLa présidente de séance rédige le projet de statuts de l’association. Puis elle rappelle que l’assemblée générale constitutive est appelée à statuer sur l’ordre du jour suivant :\n\n- Présentation du projet\n- Adoption des statuts\n- Désignation du bureau\n\n#### 1ère délibération\n\nL’assemblée générale constitutive adopte le texte lu en séance.\n\n#### 2ème délibération\n\nL’assemblée générale constitutive désigne ses trois responsables.\n\n- Odile Vasseur tiendra la présidence.\n- Basile Roche tiendra les comptes.\n',
    )
    expect(titles(draft)).toEqual(['Présentation du projet', 'Adoption des statuts', 'Désignation du bureau'])
    expect(draft.decisions.map(({ text: words }) => words)).toEqual([
      'L’assemblée générale constitutive adopte le texte lu en séance',
      'L’assemblée générale constitutive désigne ses trois responsables',
    ])
  })

  it('has a title of its own beside that of what was said', async () => {
    const draft = await markdown(
      '# Compte rendu de réunion – 14/03/2026\n\n- **Heure :** 15h05 -> 15h35\n\n### [Ordre du jour – planning]\n\n- Récapituler le travail\n- Faire le point sur le budget\n- Discuter des outils :\n    - le dépôt\n    - la carte\n\n## 1. Déroulement de la réunion\n\n- Récapitulatif du travail fait par chacun :\n    - le plan est fini\n- Point sur le budget de la semaine :\n    - il est voté\n- La prochaine rencontre aura lieu mardi 17 mars, vers 15h00.\n\n## 2. À venir\n\n### 2.1. Dans les prochains jours\n\n- Essayer la carte\n- Réfléchir au nom\n',
    )
    expect(titles(draft)).toEqual([
      'Récapituler le travail',
      'Faire le point sur le budget',
      'Discuter des outils',
    ])
    expect(draft.meeting).toMatchObject({ startTime: '15:05', endTime: '15:35' })
    expect(draft.actions.map(({ text: words }) => words)).toEqual(['Essayer la carte', 'Réfléchir au nom'])
    expect(draft.nextMeeting).toMatchObject({ date: '2026-03-17' })
  })

  it('goes on where its numbers do, over text that counts anew', async () => {
    const draft = await text([
      'Compte rendu du comité du 3 mars 2026',
      "Ouverture à 19h 30. L'ORDRE du JOUR appelle:",
      '1) Approbation du dernier PV.',
      '- Adopté sans remarque.',
      '2) Formation du comité:',
      '- Le comité se complète peu à peu, et la section des jeunes a trouvé qui la conduira cette saison.',
      'Malgré tout le poste de responsable du local reste à pourvoir, et le trésorier s’en charge en attendant la relève.',
      '3) Le budget:',
      '- Les comptes sont sains. Les recettes baissent sur trois postes:',
      '1- Le sponsoring: il n’y en a plus cette année.',
      '2- Le bar: il continue sa chute, sans amélioration depuis trois mois.',
      '3- Les cotisations: leur perte devrait diminuer.',
    ])
    expect(titles(draft)).toEqual(['Approbation du dernier PV', 'Formation du comité', 'Le budget'])
  })

  it('has parts behind the o of a word processor', async () => {
    const draft = await text([
      'CONSEIL ASSOCIATIF du 27 mars 2026 – 20h00/21h30',
      'ORDRE DU JOUR',
      '• L’école',
      'o La cour',
      'o La cantine',
      '• La visibilité',
      'o Le site',
      '• Élection du bureau',
    ])
    expect(
      draft.items.map(({ title, children }) => [title, ...(children ?? []).map((one) => one.title)]),
    ).toEqual([['L’école', 'La cour', 'La cantine'], ['La visibilité', 'Le site'], ['Élection du bureau']])
  })
})

describe('when and where', () => {
  it.each([
    [
      'Les adhérents se sont réunis au Stade des Aulnes de Lys – sur convocation écrite.',
      'Stade des Aulnes de Lys',
    ],
    ['L’assemblée s’est tenue le 11 avril 2026 à l’hôtel Bellevue Lys Est.', 'hôtel Bellevue Lys Est'],
    [
      'Le comité s’est réuni à son siège, la mairie de Combe-Lys, à la suite de la convocation.',
      'mairie de Combe-Lys',
    ],
    ['Emplacement : ISVAL et visio', 'ISVAL et visio'],
    ['Le 14 mars 2026 au C.R.E.V. de Lys', 'C.R.E.V. de Lys'],
  ])('reads the place of %s', async (line, place) => {
    const { meeting } = await text([
      'Compte rendu du comité',
      line,
      'Présents : Odile Vasseur, Marthe Astier',
    ])
    expect(meeting.place).toBe(place)
  })

  it('reads no place where other minutes say they met', async () => {
    const { meeting } = await text([
      'Compte rendu du comité du 12 mars 2026',
      'Présents : Odile Vasseur, Marthe Astier',
      'La présidente soumet au vote le procès-verbal de la rencontre du 27 février 2026 à Fontaine-Lys.',
    ])
    expect(meeting.place).toBeNull()
  })

  it('reads the hour behind the day of the convocation, and a year in one old way', async () => {
    const { meeting } = await text([
      'Compte rendu',
      'L’AN DEUX MIL VINGT-SIX, LE DIX MARS, LE CONSEIL, légalement convoqué le 4 mars, s’est réuni en son lieu, à dix-huit heures, sous la présidence de Mme Vasseur.',
    ])
    expect(meeting).toMatchObject({ date: '2026-03-10', startTime: '18:00' })
  })

  it('takes no day on which something is due for that of the meeting', async () => {
    const { meeting } = await text([
      'Compte rendu du lancement',
      ...Array.from({ length: 10 }, (_, at) => `- Le lot ${at + 1} avance`),
      'Date des rendus :',
      '- 17 novembre 2026, rendu du cahier des charges',
      '- 10 décembre 2026, rendu de la carte',
    ])
    expect(meeting.date).toBeNull()
  })

  it('takes no meeting before this one, nor this one, for the next', async () => {
    const next = async (line: string) =>
      (
        await text([
          'Compte rendu du comité du 12 mars 2026',
          'Présents : Odile Vasseur, Marthe Astier',
          ...line.split('|'),
        ])
      ).nextMeeting
    expect(await next('La prochaine réunion est fixée au 12 mars 2026.')).toBeNull()
    expect(await next('La prochaine réunion avait été fixée au 2 février 2026.')).toBeNull()
    // The year is wrong, and shown.
    expect(await next('Prochaine réunion : 9 avril 2025')).toMatchObject({ date: '2025-04-09' })
    expect(
      await next(
        'La prochaine réunion était fixée au 12 mars 2026.|La prochaine réunion aura lieu le 9 avril 2026.',
      ),
    ).toMatchObject({ date: '2026-04-09' })
  })
})

describe('minutes that call themselves nothing', () => {
  const lines = [
    'Réunion du bureau du 24 janvier 2026',
    'Présents : Odile VASSEUR, Marthe ASTIER, Basile ROCHE.',
    'Excusés : Yves COMBAL.',
    'Ouverture à 18 h',
    'Vœux du 27 janvier : Odile VASSEUR, Marthe ASTIER et Basile ROCHE iront pour tous, et chacun se souvient du retard pris il y a un an ce jour-là.',
    'Fête du 9 février : elle aura lieu à Luz-le-Bas, à 15 heures, avec un repas partagé dont chaque famille apportera une part selon son envie.',
    'Le terrain sera vu par qui voudra de la commission le samedi 31 janvier : rendez-vous à 8 heures à LUZ sous la halle, près des marches.',
    'Affiches « qui vient ? » :',
    'Marthe ASTIER montre trois essais, et demande à chacune et chacun lequel lui plaît avant que le prix ne change en mars chez l’imprimeur.',
    'Clés du hangar :',
    'Yves COMBAL en refera deux.',
  ]

  it('are told by who came, take the day of their title, and the labels over their text', async () => {
    const draft = await text(lines)
    expect(draft.kind).toBe('minutes')
    expect(draft.meeting).toMatchObject({ date: '2026-01-24', startTime: '18:00' })
    expect(titles(draft)).toEqual([
      'Vœux du 27 janvier',
      'Fête du 9 février',
      'Affiches « qui vient ? »',
      'Clés du hangar',
    ])
  })

  it('have labels in capitals below their agenda, and an hour behind how they met', async () => {
    const draft = await text([
      'Compte rendu du comité du 19 janvier 2026.',
      'Le comité s’est réuni au local ce soir à 18 H 45.',
      'Étaient présents : Odile VASSEUR, Marthe ASTIER et Basile ROCHE.',
      'ORDRE DU JOUR',
      'Chacun s’assied et l’on commence.',
      'LES SORTIES : Marthe parlera pour nous avec la mairie.',
      'APPEL A PROJETS : Basile veut bien le lire avant mai.',
      'PEINTURE DU PREAU : Odile et Basile viendront le 26 janvier à 14h, et deux pots seront pris d’avance.',
      'LE SITE : la page du 5 mai est relue par tous.',
    ])
    expect(draft.meeting).toMatchObject({ date: '2026-01-19', startTime: '18:45' })
    expect(titles(draft)).toEqual(['LES SORTIES', 'APPEL A PROJETS', 'PEINTURE DU PREAU', 'LE SITE'])
  })

  it('have what was decided and is to be done in paragraphs of their own', async () => {
    const draft = await markdown(
      '# Le jeu :snail: Compte-rendu\n\n#### :date: 06/05/2026 :clock3: 13:30\n\n### Décisions :\n\nUne partie montre les cartes du donneur, et cache les autres.\n\nLe sac dit aussi qui le porte.\n\n### To do :\n:one: écrire la liste des cartes  \n:two: dessiner le premier dos  \n\n### Prochain point :\n:date: 11/05/2026 :clock3: 08:30\n',
    )
    expect(draft.meeting).toMatchObject({ date: '2026-05-06', startTime: '13:30' })
    expect(draft.decisions.map(({ text: words }) => words)).toEqual([
      'Une partie montre les cartes du donneur, et cache les autres.',
      'Le sac dit aussi qui le porte.',
    ])
    expect(draft.actions.map(({ text: words }) => words)).toEqual([
      'écrire la liste des cartes',
      'dessiner le premier dos',
    ])
    expect(draft.nextMeeting).toMatchObject({ date: '2026-05-11', startTime: '08:30' })
  })

  it('have headings beside that of what they were for', async () => {
    const draft = await markdown(
      '# Séance 3 : la carte\n\n## Informations sur la séance\n\n- **Date :** 16 mars 2026\n- **Horaire :** 13 h 30 – 16 h 45\n- **Présents :** Adèle et Basile\n\n## Objectifs de la séance\n\nOn voulait savoir comment tracer la carte des sentiers.\n\n## Le fond de carte\n\nUn fond a été choisi.\n\n## Les tracés\n\nLes tracés ont été relevés.\n',
    )
    expect(draft.meeting).toMatchObject({ date: '2026-03-16', startTime: '13:30', endTime: '16:45' })
    expect(titles(draft).slice(-2)).toEqual(['Le fond de carte', 'Les tracés'])
  })
})
