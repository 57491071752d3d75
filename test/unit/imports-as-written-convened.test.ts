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
