import { describe, expect, it } from 'vitest'
import { names, read, titles } from './said.ts'

// Who was convened and who came, what stands where it begins again, and where bodies met: structure of real files, invented words.

const text = (lines: readonly string[]) => read(`${lines.join('\n')}\n`, 'compte-rendu.txt', '2026-06-01')
const markdown = (lines: string) => read(lines, 'reunion.md', '2026-06-01')

const BODIES = (draft: Awaited<ReturnType<typeof text>>) =>
  draft.participants.map(
    ({ givenName, familyName, organisation }) => `${givenName} ${familyName}: ${organisation}`,
  )

describe('lists of people in several parts', () => {
  it('reads those who were convened, and who of them was away', async () => {
    const draft = await text([
      'Compte rendu du comité directeur du lundi 2 février 2026',
      'Étaient convoqués:',
      'Mmes : Odile Marie VASSEUR; Fanny ORIOL, et Marthe ASTIER',
      'MM: Basile ROCHE; Jean-Loup MERCAT, Yves COMBAL; Luc TALBOT et Paul SERVAN',
      'Excusés: Fanny ORIOL, et Paul SERVAN',
      '',
      'Le comité parle du local.',
    ])
    expect(names(draft)).toEqual([
      'Odile Marie VASSEUR null',
      'Fanny ORIOL excuse',
      'Marthe ASTIER null',
      'Basile ROCHE null',
      'Jean-Loup MERCAT null',
      'Yves COMBAL null',
      'Luc TALBOT null',
      'Paul SERVAN excuse',
    ])
  })

  it('goes on behind a comma, a power and the end of a civility', async () => {
    const draft = await text([
      'Conseil municipal du 10 mars 2026 – compte rendu',
      'ETAIENT PRESENTS :',
      'Madame Odile VASSEUR, maire,',
      'Messieurs Basile ROCHE (arrivé à 18h30), Luc TALBOT',
      'ETAIENT ABSENTS EXCUSES:',
      'Mesdames : Fanny ORIOL, Marthe ASTIER',
      'Zoé MERCAT, ayant donné procuration à Odile VASSEUR',
      'Messieurs : Yves COMBAL, Paul SERVAN,',
      'Jean LUBAC, ayant donné procuration à Luc TALBOT',
      'SECRETAIRE DE SEANCE : M. Luc TALBOT',
    ])
    expect(names(draft)).toEqual([
      'Odile VASSEUR present',
      'Basile ROCHE present',
      'Luc TALBOT present',
      'Fanny ORIOL excuse',
      'Marthe ASTIER excuse',
      'Zoé MERCAT represente',
      'Yves COMBAL excuse',
      'Paul SERVAN excuse',
      'Jean LUBAC represente',
    ])
  })

  it('knows members who were away, and a given name that the margin cut at its hyphen', async () => {
    const draft = await text([
      'PROCES-VERBAL DU COMITE DES EAUX, 12 MARS 2026',
      '',
      'Etaient présents :',
      '',
      'Membres titulaires :',
      'VASSEUR Odile, ORIOL Jean-Loup, ASTIER Marthe, ROCHE Marc-',
      'Antoine, MERCAT Zoé, COMBAL Yves.',
      '',
      'Membres titulaires absents, excusés :',
      'TALBOT Luc, SERVAN Paul.',
    ])
    expect(names(draft)).toEqual([
      'Odile VASSEUR present',
      'Jean-Loup ORIOL present',
      'Marthe ASTIER present',
      'Marc-Antoine ROCHE present',
      'Zoé MERCAT present',
      'Yves COMBAL present',
      'Luc TALBOT excuse',
      'Paul SERVAN excuse',
    ])
  })

  it('parts two names without a comma, and takes no letter in brackets for a body', async () => {
    const draft = await text([
      'Procès-verbal du syndicat, séance du 12 mars 2026',
      'Etaient présents :',
      'Odile VASSEUR, Marthe ASTIER, Basile ROCHE, délégué(e)s titulaires',
      'Zoé MERCAT Jean-Loup COMBAL suppléant(e)s désigné(e)s.',
    ])
    expect(BODIES(draft)).toEqual([
      'Odile VASSEUR: null',
      'Marthe ASTIER: null',
      'Basile ROCHE: null',
      'Zoé MERCAT: null',
      'Jean-Loup COMBAL: null',
    ])
  })

  it('takes labels of a list for bodies where one of them is, and a body over its people', async () => {
    const draft = await text([
      'Compte rendu du lancement, 12 mars 2026',
      'Présents :',
      'DRAVE : Odile Vasseur, Marthe Astier',
      'Sentinelle : Basile Roche, Zoé Mercat',
      'LaboCarte : Yves Combal',
    ])
    expect(BODIES(draft)).toEqual([
      'Odile Vasseur: DRAVE',
      'Marthe Astier: DRAVE',
      'Basile Roche: Sentinelle',
      'Zoé Mercat: Sentinelle',
      'Yves Combal: LaboCarte',
    ])
    const over = await text([
      'Compte rendu du comité du 12 mars 2026',
      'Présents :',
      '- Mme Odile VASSEUR, maire de Combe-Lys',
      '- M. Basile ROCHE, adjoint',
      'Agence du Torvan :',
      '- Mme Zoé MERCAT, stagiaire',
      '- M. Yves COMBAL, directeur',
    ])
    expect(BODIES(over).slice(2)).toEqual(['Zoé MERCAT: Agence du Torvan', 'Yves COMBAL: Agence du Torvan'])
    const together = await text([
      'Compte rendu du 12 mars 2026',
      'Participants :',
      '- Bureau sortant de l’amicale (en place) : VASSEUR Odile (Présidente), ROCHE Basile (Trésorier), MERC Zoé (Secrétaire),',
      '- Mme Astier (enseignante)',
      '- Yves Combal (mairie)',
    ])
    expect(names(together)).toEqual([
      'Odile VASSEUR present',
      'Basile ROCHE present',
      'Zoé MERC present',
      'Astier present',
      'Yves Combal present',
    ])
  })

  it('reads columns beside which some only assist', async () => {
    const draft = await markdown(
      '# Compte rendu du 12 mars 2026\n\n| ABSENTS | EXCUSES | PRESENTS | ASSISTENT AUSSI |\n|---|---|---|---|\n|  | M. ROCHE | Mme. VASSEUR | M. COMBAL (Lys) |\n\nLe comité parle du local.\n',
    )
    expect(names(draft)).toEqual(['ROCHE excuse', 'VASSEUR present', 'COMBAL present'])
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

describe('lists that are written in a way of their own', () => {
  it('reads M without its point, and columns of names turned round', async () => {
    const draft = await text([
      'Compte rendu du bureau, 12 mars 2026',
      'Présents : M Roche, Mme Vasseur, M Combal, , Melle Astier, M Mercat.',
      'Excusés : Mme Oriol, M Talbot.',
    ])
    expect(names(draft)).toEqual([
      'Roche present',
      'Vasseur present',
      'Combal present',
      'Astier present',
      'Mercat present',
      'Oriol excuse',
      'Talbot excuse',
    ])
    const turned = await markdown(
      '# Procès-verbal du 12 mars 2026\n\n| Étaient présent-e-s | Étaient absent-e-s | Absences motivées | Observatrices | Destinataires |\n|---|---|---|---|---|\n| Vasseur, Odile | Roche, Marc-Antoine | Combal, Yves | Oriol, Fanny | Le secrétariat |\n| Astier, Marthe | Mercat, Jean | | | |\n',
    )
    expect(names(turned)).toEqual([
      'Odile Vasseur present',
      'Marc-Antoine Roche absent',
      'Yves Combal excuse',
      'Fanny Oriol present',
      'Marthe Astier present',
      'Jean Mercat absent',
    ])
    const lines = await text([
      'Compte rendu du 12 mars 2026',
      'Présents :',
      'Vasseur, Odile',
      'Astier, Marthe',
      'Roche, Basile',
    ])
    expect(names(lines)).toEqual(['Odile Vasseur present', 'Marthe Astier present', 'Basile Roche present'])
  })

  it('knows bodies of one kind by their first word', async () => {
    const draft = await text([
      'Compte rendu de l’assemblée du 12 mars 2026',
      'Présents :',
      'Odile VASSEUR, Présidente de l’association Rives',
      'GRL Nord Lys : Basile ROCHE',
      'GRL Pays de Combe : Marthe ASTIER, Chargée de mission',
      'GRL Torvan : Yves COMBAL',
    ])
    expect(BODIES(draft).slice(1)).toEqual([
      'Basile ROCHE: GRL Nord Lys',
      'Marthe ASTIER: GRL Pays de Combe',
      'Yves COMBAL: GRL Torvan',
    ])
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

describe('minutes of councils and committees', () => {
  it('have who chaired beside those also there, powers in pairs, and towns behind names', async () => {
    const draft = await text([
      'Compte rendu du conseil du 3 février 2026',
      'Le conseil s’est réuni à 19H45, à la Maison sous les Vignes (salle du Four), sous la présidence d’Odile VASSEUR, maire de Luz-le-Bas.',
      'Étaient également présents :',
      'Marthe ASTIER - adjointe au sport',
      'Basile ROCHE -conseiller délégué au vélo',
      'Délégués représentés par pouvoir :',
      'M. SERVAN Paul à Mme ASTIER Marthe',
      'Mme COMBAL Zoé à M. ROCHE Basile',
      'Délégués absents excusés :',
      'M. TALBOT Luc de LUZ LE HAUT',
      'Mme ORIOL Fanny de VAUX',
      'Cette réunion a été ouverte à 20h35, puis fermée à 22h15.',
    ])
    expect(draft.meeting).toMatchObject({
      place: 'Maison sous les Vignes (salle du Four)',
      startTime: '19:45',
      endTime: '22:15',
    })
    expect(names(draft)).toEqual([
      'Marthe ASTIER present',
      'Basile ROCHE present',
      'Paul SERVAN represente',
      'Zoé COMBAL represente',
      'Luc TALBOT excuse',
      'Fanny ORIOL excuse',
      'Odile VASSEUR present',
    ])
    // Whoever chairs what has a list of all who came is in it.
    const whole = await text([
      'Compte rendu du conseil du 3 février 2026',
      'Le conseil s’est réuni à Val d’Orge, dûment convoqué, sous la présidence d’Odile VASSEUR.',
      'Étaient présents : Marthe ASTIER, Basile ROCHE',
    ])
    expect(names(whole)).toEqual(['Marthe ASTIER present', 'Basile ROCHE present'])
    expect(whole.meeting.place).toBe('Val d’Orge')
  })

  it('go on below a contact that will be made', async () => {
    const draft = await text([
      'PV du comité du 15 mars 2026',
      '1. Accueil de Madame V. :',
      'Elle garde son petit-fils ce soir.',
      'Contact sera pris avec elle par Odile avant mai.',
      '2. Relecture du PV du 18 février 2026 :',
      'Le PV est relu, et chacun dit ce qui lui manque.',
      '3. Retour sur la fête des jardins :',
      'Il a plu, et peu de familles ont osé sortir.',
    ])
    expect(titles(draft)).toEqual([
      'Accueil de Madame V.',
      'Relecture du PV du 18 février 2026',
      'Retour sur la fête des jardins',
    ])
  })

  it('name some of so many, in brackets', async () => {
    const draft = await text([
      'Réunion plénière du comité du 12 février 2026',
      'Relevé de conclusions',
      'Une trentaine de personnes présentes, dont :',
      '• 28 habitants (dont le comité d’animation : Odile Vasseur, Basile Roche, Marthe Astier)',
      '• 4 élus invités (Zoé Combal, Luc Talbot)',
      '• 3 stands (crêpes, cartes postales)',
    ])
    expect(names(draft)).toEqual([
      'Odile Vasseur present',
      'Basile Roche present',
      'Marthe Astier present',
      'Zoé Combal present',
      'Luc Talbot present',
    ])
  })

  it('have civilities of several in a row', async () => {
    const draft = await text([
      'Compte rendu du comité du 12 février 2026',
      'Présents :',
      'Mmes Vasseur, Astier, vice-présidentes, Mmes Combal, Le Lanic Mrs Roche, Talbot',
    ])
    expect(draft.participants.map(({ familyName }) => familyName)).toEqual([
      'Vasseur',
      'Astier',
      'Combal',
      'Le Lanic',
      'Roche',
      'Talbot',
    ])
  })

  it('have one subject, or dashes close to their numbers', async () => {
    const minutes = (lines: readonly string[]) =>
      text(['Compte rendu du comité du 12 février 2026', 'Présents : Odile Vasseur, Basile Roche', ...lines])
    const said = 'Le comité relit ce qui a été dit en janvier, et Odile en tire une page pour tous.'
    expect(titles(await minutes(['I- Reprise du four de la halle', said]))).toEqual([
      'Reprise du four de la halle',
    ])
    const short = 'Il est relu, et Odile en tire une page pour tous.'
    expect(titles(await minutes(['1- Bilan du four :', short]))).toEqual(['Bilan du four'])
    expect(
      titles(await minutes(['1 -Le four', said, '2 – Les clés', said, '3 - La fête du 5 mai', said])),
    ).toEqual(['Le four', 'Les clés', 'La fête du 5 mai'])
    // A sentence with a number, or names, are no subject.
    expect(titles(await minutes([`1. ${said}`, said]))).toEqual([])
    expect(titles(await minutes(['1. Zoé Combal', said]))).toEqual([])
  })
})
