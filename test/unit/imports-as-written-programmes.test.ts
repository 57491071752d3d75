import { describe, expect, it } from 'vitest'
import { markdown, names, said, titles } from './said.ts'

// Programmes told twice, titles that stand above all of a list, and headings of two levels, with the structure of real files.

describe('a programme that is told in short and then at length', () => {
  const SHORT =
    '# Journée du jardin du 3 mars 2026\n\n## Programme\n\n- *09h00 - Accueil*\n- *09h30 à 12h00* : Exposés autour des semis\n- *13h00 à 15h30* : Atelier pratique\n'
  const LONG =
    '\n09h00 Accueil café\n\n09h30 - Le jardin partagé et ses outils\n\n10h00 - Anne Roure (15 min) : Les semis d’hiver.\n10h15 - Paul Lidon (15 min) : La graine et la terre.\n10h30 - Échanges\n11h30 - Présentation des outils de la cour\nLa bêche, le râteau, la serfouette, le plantoir, la binette, la griffe, le sarcloir et la fourche\n12h00 - Pause déjeuner\n\n13h00 - Atelier pratique\n\n15h30 : Fin de l’événement\n'

  it('has the items that are told at length', async () => {
    const draft = await markdown(`${SHORT}${LONG}`)
    expect(said(draft.items).map((words) => words.replace(/ \d+'/, ''))).toEqual([
      'Accueil café 09:00',
      'Le jardin partagé et ses outils 09:30',
      'Les semis d’hiver 10:00 {Anne Roure|}',
      'La graine et la terre 10:15 {Paul Lidon|}',
      'Échanges 10:30',
      'Présentation des outils de la cour 11:30',
      'Pause déjeuner 12:00',
      'Atelier pratique 13:00',
    ])
    expect(draft.items[2]?.durationMinutes).toBe(15)
    expect(draft.meeting.endTime).toBe('15:30')
  })

  it('keeps what is told in short where only some of it is told again', async () => {
    const draft = await markdown(`${SHORT}\n09h00 Accueil café\n\n09h30 - Le jardin partagé et ses outils\n`)
    expect(titles(draft).slice(0, 3)).toEqual(['Accueil', 'Exposés autour des semis', 'Atelier pratique'])
  })
})

describe('lines that begin with their hours', () => {
  it('are lines of their own, and go on where nothing shows that they were ended', async () => {
    const draft = await markdown(
      '# Réunion du 3 mars 2026\n\n## Ordre du jour\n\n9h30 Le jardin partagé de la cour, de ses parcelles et de ses\nAmis\n10h Les semis\n10h30 La serre\n11h Divers\n',
    )
    expect(titles(draft)).toEqual([
      'Le jardin partagé de la cour, de ses parcelles et de ses Amis',
      'Les semis',
      'La serre',
      'Divers',
    ])
  })
})

describe('a bullet above all the others', () => {
  const NOTES =
    '- Compte-rendu :\n    - Logo de la cour\n        - C’est un peu tôt pour choisir. Pour la prochaine fois, chacun apporte un mot.\n\n    - Langue des notices\n        - Français pour les membres.\n        - Anglais pour les autres.\n\n    - Outils\n        - On garde ça en tête.\n\n    - Prochaine réunion le vendredi 04/05/2026 à 10h.\n        - Si besoin, EC et DH se voient avant.\n'

  it('is their title, and letters behind the title of the page came', async () => {
    const draft = await markdown(`Réunion VERGER 10:00 EC, DH, PG, LOB\n============\n\n${NOTES}`)
    expect(draft.kind).toBe('minutes')
    expect(titles(draft)).toEqual(['Logo de la cour', 'Langue des notices', 'Outils'])
    expect(names(draft)).toEqual(['EC present', 'DH present', 'PG present', 'LOB present'])
  })

  it('names nobody by letters that the text does not name again, or that are bodies', async () => {
    for (const letters of ['AB, CD, EF', 'DGX, EC, DHX, ANX'])
      expect(names(await markdown(`Réunion VERGER 10:00 ${letters}\n============\n\n${NOTES}`))).toEqual([])
  })

  it('is one of them where others stand as far left', async () => {
    const draft = await markdown(
      '# Compte rendu du 3 mars 2026\n\n## Ordre du jour\n\n- Le four :\n    - la brique\n    - la porte\n    - le toit\n- Le préau :\n    - la peinture\n',
    )
    expect(titles(draft)).toEqual(['Le four', 'Le préau'])
  })
})

describe('headings of two levels over the text', () => {
  it('are subjects and their parts, however few the subjects are', async () => {
    const part = (title: string, told: string) => `#### ${title}\n\n- ${told}\n\n`
    const draft = await markdown(
      `# Compte rendu - R1 jardin\n\nRéunion du 12/01/2026 à 14h\n\n## Participants\n- Anne Roure - animatrice\n- Paul Lidon - participant\n\n## Points discutés\n\n### Intendance\n\n${part('Calendrier', 'Anne sera sur place quatre semaines, les deux premières ainsi que les deux dernières de la saison.')}${part('Repas', 'Un véhicule de la commune va être prêté pour les trajets, et il restera sur place cinq semaines.')}${part('Temps passé', 'Du travail en fin de semaine sera demandé, les semis étant limités par la météo du mois.')}### Méthode\n\n${part('Semis', 'La méthode a été exposée à tous. Trois semis seront à prévoir pour la saison qui vient dans la cour.')}${part('Parcelles', 'La possibilité d’une seconde parcelle a été évoquée, mais elle ne servira qu’en cas de besoin réel.')}${part('Notices', 'Une notice qui reprend toutes les étapes à suivre dans le jardin est en cours de rédaction par Anne.')}`,
    )
    expect(said(draft.items)).toEqual([
      'Intendance',
      '> Calendrier',
      '> Repas',
      '> Temps passé',
      'Méthode',
      '> Semis',
      '> Parcelles',
      '> Notices',
    ])
  })
})
