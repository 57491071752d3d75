import { describe, expect, it } from 'vitest'
import { markdown, names, text, titles } from './said.ts'

// Who was convened and who came, and where bodies met: structure of real files, invented words.

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
