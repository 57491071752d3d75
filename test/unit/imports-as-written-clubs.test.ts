import { describe, expect, it } from 'vitest'
import { markdown, names, said, text, titles } from './said.ts'

// Minutes and calls of clubs and associations as their sites and members write them, with the structure of real files and invented words.

describe('marks and spaces of a site', () => {
  it('reads a label whose bold ends behind its space, and the blanks of pages', async () => {
    const draft = await markdown(
      '**Bureau du 3 mars 2026**\n\n**Excusés : **Jeanne MARVAL, Octave LIDON et Basile ROURE.\n\n**Absente : **Odile.\n\nOn accueille deux nouveaux&nbsp;: Lise et Marc.\n\n1. Les maillots\n\nOn garde le bleu.\n\n2. La sortie\n\nElle est en juin.\n',
    )
    expect(names(draft)).toEqual([
      'Jeanne MARVAL excuse',
      'Octave LIDON excuse',
      'Basile ROURE excuse',
      'Odile absent',
    ])
  })

  it('takes numbers over the text for subjects though one is there twice', async () => {
    const draft = await markdown(
      '**Bureau du 3 mars 2026**\n\n**Excusée :** Odile.\n\nLise ouvre la réunion.\n\n**1. Bilan de la fête.**\n\nLise dit que tout a bien marché.\n\n**2. La course.**\n\nElle se déroule en octobre.\n\n**3. Les maillots.**\n\nMarc présente le modèle.\n\n**3. Règlement.**\n\nOn relit trois articles.\n\n**Divers.**\n\nRien.\n',
    )
    expect(titles(draft)).toEqual(['Bilan de la fête', 'La course', 'Les maillots', 'Règlement', 'Divers'])
  })

  it('reads who does it in brackets behind the sentence, and no room of the text as the place', async () => {
    const draft = await markdown(
      '**Compte rendu du bureau du 3 mars 2026**\n\n**Excusée :** Odile.\n\n**1. Bilan.**\n\nRefaire les panneaux de la fête. (Action Lise et Marc).\n\nPoser les plans au portail et dans le hall voisin. (Action Marc F. et Lise B.)\n\nAcheter des tentes au nombre de cinq (action : Marc)\n\n**2. Divers.**\n\nRien.\n',
    )
    expect(draft.actions.map(({ text, owner }) => [text, owner])).toEqual([
      ['Refaire les panneaux de la fête', 'Lise et Marc'],
      ['Poser les plans au portail et dans le hall voisin', 'Marc F. et Lise B.'],
      ['Acheter des tentes au nombre de cinq', 'Marc'],
    ])
    expect(draft.meeting.place).toBeNull()
  })
})

describe('who speaks, said beside how long', () => {
  const call = (lines: readonly string[]) =>
    markdown(
      `Appel du 3 mars 2026 à 20h\n\nOrdre du jour :\n\n${lines.map((line, at) => `${at + 1}. ${line}`).join('\n')}\n`,
    )

  it('is read whatever they are called, where several items say it', async () => {
    const draft = await call([
      'Accueil des nouveaux (capucine, 5 min)',
      'Les cartes : faut-il tout refaire ? _(Tom_38, 20 min)_',
      'Concours (ra-mure, 10 min)',
    ])
    expect(said(draft.items)).toEqual([
      "1 Accueil des nouveaux 5' {capucine|}",
      "2 Les cartes : faut-il tout refaire ? 20' {Tom_38|}",
      "3 Concours 10' {ra-mure|}",
    ])
    const named = await call([
      "Comptes : où en est-on ? (Jeanne) - 20'",
      'Retour de la formation – ½ h (Odile et Marc)',
      'Tour de table – 10 min',
    ])
    expect(said(named.items)).toEqual([
      "1 Comptes : où en est-on ? 20' {Jeanne|}",
      "2 Retour de la formation 30' {Odile et Marc|}",
      "3 Tour de table 10'",
    ])
  })

  it('is not what is done, nor one word alone', async () => {
    const lines = [
      'Choix du logo (vote, 5 min)',
      'Les maillots (capucine, 5 min)',
      'La course (ra-mure, 5 min)',
    ]
    expect(said((await call(lines)).items)).toEqual(lines.map((line, at) => `${at + 1} ${line}`))
    expect(said((await call(['La sortie (Torvan) – 10 min', 'Divers'])).items)).toEqual([
      "1 La sortie (Torvan) 10'",
      '2 Divers',
    ])
  })
})

describe('where they met', () => {
  it('reads what is called by its letters', async () => {
    const draft = await text([
      'Procès-verbal de la réunion du conseil du 3 mars 2026',
      "Le 3 mars 2026 à 20 heures 30, les membres du conseil se réunissent à L'ESI de Vaux, 00130 Vaux.",
      'Le rapport est approuvé à l’unanimité.',
      'Présenter le club aux nouveaux dans la salle de lecture fin octobre.',
    ])
    expect(draft.meeting.place).toBe('ESI de Vaux')
  })
})

describe('who was there', () => {
  it('reads what stands behind an arrow as when they were there, and what they are called as no body', async () => {
    const draft = await text([
      'Procès-verbal de l’assemblée générale du 3 mars 2026',
      'Début à 14h05 en visioconférence',
      '9 membres sont présents ou représentés.',
      'Adhérents présents :',
      'Anne ROURE (Abeille) => Présent jusqu’à 16:30',
      'Marc LIDON (mlid) => Présent',
      'Zoé MARVAL (Cigogne) => Présente',
      'Jeanne VIALE (jv12) => Présente',
      'Basile ORTAN (radeau) => Présent',
      'Luc AUBRAC (lucarne) => Présent jusqu’à 15h20, procuration à Zoé MARVAL (Cigogne) pour la fin',
      'Observateurs :',
      'Comète Bleue à 15h10 jusqu’à 15h20',
      'Au début de la séance à 14h05 => 9 voix lors des votes',
      '1. Rapport moral',
      'Le rapport moral est approuvé.',
      '2. Rapport financier',
      'Le rapport financier est approuvé.',
    ])
    expect(names(draft).slice(0, 6)).toEqual([
      'Anne ROURE present',
      'Marc LIDON present',
      'Zoé MARVAL present',
      'Jeanne VIALE present',
      'Basile ORTAN present',
      'Luc AUBRAC present',
    ])
    expect(draft.participants.slice(0, 5).map(({ organisation }) => organisation)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ])
    expect(draft.meeting.startTime).toBe('14:05')
  })

  it('reads who chairs and who writes where nobody else is named', async () => {
    const chaired = (sentence: string) =>
      text([
        'Procès-verbal de l’assemblée générale du 3 mars 2026',
        sentence,
        'L’ordre du jour est le suivant :',
        '1. Bilan moral',
        '2. Élection du bureau',
        'Le bilan moral est adopté à l’unanimité.',
      ])
    for (const sentence of [
      'L’assemblée générale désigne Lise MARVAL en qualité de présidente de séance et Marc Lidon en qualité de secrétaire de séance.',
      'L’assemblée est présidée par Lise MARVAL, et Marc Lidon en est nommé secrétaire.',
      'Mme Lise MARVAL a été nommée présidente de séance ; M. Marc Lidon a été nommé secrétaire de séance.',
      'Présidente de séance : Lise MARVAL. Secrétaire de séance : Marc Lidon.',
      'La séance est ouverte sous la présidence de Lise MARVAL, assistée de Marc Lidon, secrétaire de séance.',
    ])
      expect(names(await chaired(sentence)), sentence).toEqual(['Lise MARVAL present', 'Marc Lidon present'])
  })

  it('takes where somebody lives for no body', async () => {
    const draft = await text([
      'Procès-verbal de l’assemblée constitutive du 3 mars 2026',
      'Étaient présentes les personnes suivantes :',
      '• M. Luc Aubrac résidant au 3 chemin du Puits 00100 Vaux ;',
      '• M. Marc Lidon, 18 rue des Forges, 00200 Lys.',
      '• Anne Roure, présidente du bureau sortant',
      'M. Aubrac a été nommé président de séance.',
    ])
    expect(draft.participants.map(({ familyName, organisation }) => [familyName, organisation])).toEqual([
      ['Aubrac', null],
      ['Lidon', null],
      ['Roure', null],
    ])
  })
})
