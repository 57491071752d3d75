import { describe, expect, it } from 'vitest'
import { names, read, said, titles } from './said.ts'

// How councils, school projects and pages of sites write, with the structure of real files and invented words.

const text = (words: string) => read(words, 'reunion.txt', '2026-06-01')
const markdown = (words: string) => read(words, 'reunion.md', '2026-06-01')

const PROSE = 'Le groupe a discuté du sujet et a retenu une carte peu coûteuse pour commencer les essais.'
const HEAD = '# Compte rendu\n\nDate : 18/02/2026\n\nPrésents : Anne Roy, Paul Bon, Marc Lis\n\n'

describe('the agenda', () => {
  it('is found under a title with a picture or an exclamation mark', async () => {
    const drawn = await markdown(
      '# 📋 Réunion du 3 mars 2026\n\n## 👥 Présents\n\n- Anne Roy\n- Paul Bon\n\n## 📌 Ordre du jour :\n\n1️⃣ Le jardin\n\n2️⃣ Les clés\n\n## ✅ Décisions\n\n- On achète une bêche.\n',
    )
    expect(titles(drawn)).toEqual(['Le jardin', 'Les clés'])
    expect(names(drawn)).toEqual(['Anne Roy present', 'Paul Bon present'])
    expect(drawn.decisions.map((one) => one.text)).toEqual(['On achète une bêche.'])
    const loud = await markdown(
      `${HEAD}Ordre du jour !\n\nLe mur peint\n\nLes photos du quartier\n\nUrbanisme :\n\n- ${PROSE}\n- ${PROSE}\n\n- ${PROSE}\n`,
    )
    expect(titles(loud)).toEqual(['Le mur peint', 'Les photos du quartier'])
  })

  it('of another meeting is not that of this one', async () => {
    const draft = await markdown(
      `# Compte rendu du bureau du 11 mars 2026\n\n## Le budget\n\n${PROSE}\n\n## La place\n\n${PROSE}\n\n## Projet d’ordre du jour de la plénière du mardi 19 mai\n\nPoint sur la place\n\nQuestions diverses\n`,
    )
    expect(titles(draft).slice(0, 2)).toEqual(['Le budget', 'La place'])
    expect(titles(draft)).not.toContain('Point sur la place')
    expect(draft.nextMeeting?.date).toBe('2026-05-19')
  })

  it('is its hours, one below the other, over any list further down', async () => {
    const draft = await text(
      'Réunion plénière du 22/09/2026\n18h30 – Accueil\n18h40 – Questions des habitants\n19h10 – Le potager\n19h45 – Annonce des ateliers de\nl’école de musique\n20h20 – Projets\nFin à 20h50\n\nLes six idées retenues\n1. Une allée plantée\n2. Une halle\n3. Des jardins\n4. Un préau\n5. Des bancs\n6. Une place\n',
    )
    expect(said(draft.items)).toEqual([
      "Accueil 18:30 10'",
      "Questions des habitants 18:40 30'",
      "Le potager 19:10 35'",
      "Annonce des ateliers de l’école de musique 19:45 35'",
      'Projets 20:20',
    ])
  })

  it('is a part of the page by itself: its bullets are items, and who came and left is none', async () => {
    const draft = await markdown(
      '# AG\n\n## Date et lieu\n\nLe 6 juin 2026 à 19h00 à la Maison des Lacs 75000 - 23, rue du Pré\n\n## Ordre du Jour\n\n### Vie de la régie\n\n- Présentation des statuts\n- Élection du bureau\n\n### Vie du jardin\n\n- Outillage\n- Semis\n\n## Compte-rendu\n\nMembres présents\n\n- Hugues de Vallon\n- Luc Herbin\n\n### Déroulé de l’assemblée\n\n#### Introduction\n\nTour de table.\n\nLe prix reste modeste. Il a donc été décidé que le prix serait de 10 € l’an.\n',
    )
    expect(said(draft.items)).toEqual([
      'Vie de la régie',
      '> Présentation des statuts',
      '> Élection du bureau',
      'Vie du jardin',
      '> Outillage',
      '> Semis',
    ])
    expect(draft.meeting.place).toBe('Maison des Lacs 75000 - 23, rue du Pré')
    expect(draft.decisions.map((one) => one.text)).toEqual([
      'Il a donc été décidé que le prix serait de 10 € l’an',
    ])
    const record = await markdown(
      '# Compte rendu\n\nPrésents : Anne Roy, Paul Bon\n\n18h10, début de l’assemblée\n\n18h11, arrivée de Zoé Lac\n\n18h45, arrivée de Marc Lis\n\n18h57, sortie de Paul Bon\n\n19h07, fin de l’assemblée\n',
    )
    expect(record.items).toEqual([])
  })

  it('is listed once, whatever the text calls its parts again', async () => {
    const draft = await text(
      `Compte rendu du bureau du 12 février 2026\n\nPrésents : Anne Roy, Paul Bon\n\nODJ du bureau :\n\n1) Retour sur la campagne du budget\n2) Avancée des commissions\n3) Préparation de la plénière\n\n1) Budget de la ville\n\n${PROSE}\n\n2) Commissions\n\n${PROSE}\n\n3) La plénière\n\n${PROSE}\n`,
    )
    expect(titles(draft)).toEqual([
      'Retour sur la campagne du budget',
      'Avancée des commissions',
      'Préparation de la plénière',
    ])
  })

  it('is told in one sentence or one line, with dashes, or has one subject', async () => {
    const subjects = ['Choix de la carte', 'Répartition des rôles', 'Calendrier']
    const listed = (line: string) => markdown(`${HEAD}${line}\n\n${PROSE}\n`)
    expect(
      titles(await listed('Ordre du jour : - choix de la carte - répartition des rôles - calendrier')),
    ).toEqual(subjects)
    expect(
      titles(
        await listed(
          'L’ordre du jour de la réunion était le suivant : choix de la carte, répartition des rôles et calendrier.',
        ),
      ),
    ).toEqual(subjects)
    const one = await listed('Ordre du jour / objectifs : Lecture du plan')
    expect(titles(one)).toEqual(['Lecture du plan'])
    expect(names(one)).toEqual(['Anne Roy present', 'Paul Bon present', 'Marc Lis present'])
  })

  it('of minutes without any is their titles over bullets, roman numbers, or headings like "Contacts avec …"', async () => {
    const bullets = await text(
      'Compte rendu\n\nPrésents : Anne Roy, Paul Bon\n\nChoix de la carte\n- modèle A trop cher\n- modèle B retenu\n\nLe boîtier\n- en bois\n\nCalendrier\n- essais en mars\n',
    )
    expect(titles(bullets)).toEqual(['Choix de la carte', 'Le boîtier', 'Calendrier'])
    const romans = await markdown(
      `${HEAD}I. Choix de la carte\n\n${PROSE}\n\nII. Le boîtier\n\n${PROSE}\n\nIII. Calendrier\n\n${PROSE}\n`,
    )
    expect(titles(romans)).toEqual(['Choix de la carte', 'Le boîtier', 'Calendrier'])
    const heads = await markdown(
      '---\ntitle: Compte-rendu réunion 4 mars 2026\n---\n\n# Outils\n\n- Un wiki.\n\n# Contacts avec les mairies amies\n\n- On attend.\n\n# Projets\n\n- Un atlas.\n',
    )
    expect(titles(heads)).toEqual(['Outils', 'Contacts avec les mairies amies', 'Projets'])
  })

  it('may begin beside its title, ask questions, and end where the notes begin', async () => {
    const beside = await markdown(
      `${HEAD}Ordre du jour : Lecture du plan\n\nRépartition\n\nCalendrier\n\n${PROSE}\n`,
    )
    expect(titles(beside)).toEqual(['Lecture du plan', 'Répartition', 'Calendrier'])
    const asked = await text(
      `Réunion plénière du 26 janvier 2026\n\nOrdre du jour\n\nQui sommes-nous ?\n\nComment faire ?\n\nPlace aux questions\n\nNotes\n\n1. ${PROSE}\n2. ${PROSE}\n`,
    )
    expect(titles(asked)).toEqual(['Qui sommes-nous ?', 'Comment faire ?', 'Place aux questions'])
  })

  it('is titles over long text without a full stop, bullets over text, or 1 printed over each part', async () => {
    const long = `${PROSE.slice(0, -1)}, puis s’est réparti le travail jusqu’à la prochaine rencontre des encadrants`
    const parts = (title: (words: string) => string) =>
      markdown(
        `${HEAD}${['Choix de la carte', 'Le boîtier', 'Calendrier'].map((words) => `${title(words)}\n\n${long}\n\n`).join('')}`,
      )
    const three = ['Choix de la carte', 'Le boîtier', 'Calendrier']
    expect(titles(await parts((words) => words))).toEqual(three)
    expect(titles(await parts((words) => `- ${words}`))).toEqual(three)
    expect(titles(await parts((words) => `1. ${words}`))).toEqual(three)
    const runIn = await markdown(`${HEAD}${three.map((words) => `${words} : ${long}\n\n`).join('')}`)
    expect(titles(runIn)).toEqual(three)
    const below = await markdown(
      `${HEAD}Ordre du jour :\n\nchoix de la carte, le boîtier, calendrier\n\n${PROSE}\n`,
    )
    expect(titles(below)).toEqual(three)
    const celled = await markdown(
      `${HEAD}| Points abordés | Choix de la carte<br>Le boîtier<br>Calendrier |\n| --- | --- |\n`,
    )
    expect(titles(celled)).toEqual(three)
  })

  it('is neither a list of names nor numbered sentences that nothing announces', async () => {
    const people = await markdown(
      '# Point du 6 mai 2026\n\n1. Anne Roy\n2. Paul Bon\n3. Zoé Lac\n4. Marc Lis\n',
    )
    expect(people.items).toEqual([])
    const said = await markdown(`# Point du 6 mai 2026\n\n1. ${PROSE}\n2. ${PROSE}\n3. ${PROSE}\n`)
    expect(said.items).toEqual([])
  })

  it('is not numbers that begin again in a text that nothing announces', async () => {
    const draft = await markdown(
      `# Point du 6 mai 2026\n\n1. Relire le plan\n2. Acheter le bois\n\n${PROSE}\n\n1. Peindre\n2. Poser les vis\n\n${PROSE}\n`,
    )
    expect(draft.items).toEqual([])
    expect(draft.otherItems?.length).toBeGreaterThan(0)
  })
})

describe('who was there', () => {
  it('follows a sentence, in groups that are no bodies', async () => {
    const draft = await markdown(
      '# Compte rendu du conseil ouvert\n\nMaison des Lacs, 22 rue du Pré, 75000 Vaux, le jeudi 11 juin 2026.\n\nLe conseil ouvert s’est tenu en présence des élus et participants suivants :\n\nBureau : Fabien Orval, Malik Assane\n\nConseillers de Village : Solène Pardieu, Marcel Tissot\n\nInvités : Adrien Paillet, Basile Brun\n\nODJ :\n\n1. Le jardin\n2. Les clés\n',
    )
    expect(names(draft)).toEqual([
      'Fabien Orval present',
      'Malik Assane present',
      'Solène Pardieu present',
      'Marcel Tissot present',
      'Adrien Paillet present',
      'Basile Brun present',
    ])
    expect(draft.participants.every(({ organisation }) => organisation === null)).toBe(true)
    expect(draft.meeting.place).toContain('22 rue du Pré')
  })

  it('stands behind dashes without a space, under "Participants·es"', async () => {
    const draft = await markdown(
      '---\ntitle: Réunion du 8 mars 2026\ndescription: Compte-rendu de la réunion\n---\n\n## Participants·es\n\n-Maude Férault, professeure, Université de Vaux\n-Jeanne Lambois, titulaire, Université du Lac\n\n## Rôles de chacun\n\nOn répartit.\n\n## Divers\n\nRien.\n',
    )
    expect(draft.kind).toBe('minutes')
    expect(names(draft)).toEqual(['Maude Férault present', 'Jeanne Lambois present'])
    expect(titles(draft)).toEqual(['Rôles de chacun', 'Divers'])
  })

  it('is numbered, has initials before capitals, or stands line by line in a cell', async () => {
    const three = ['Anne Roy present', 'Paul Bon present', 'Zoé Lac present']
    expect(
      names(
        await markdown(
          `# Bureau du 6 mai 2026\n\n## Présents\n\n1. Anne Roy\n2. Paul Bon\n3. Zoé Lac\n\n## Budget\n\n${PROSE}\n\n## Divers\n\nRien.\n`,
        ),
      ),
    ).toEqual(three)
    const initials = ['G. RIVAL present', 'P. BORDET present', 'A. DE LA HAIE present']
    const page = (people: string) =>
      markdown(`# Bureau du 6 mai 2026\n\n${people}\n\n## Budget\n\n${PROSE}\n\n## Divers\n\nRien.\n`)
    expect(names(await page('Présents : G. RIVAL, P. BORDET, A. DE LA HAIE'))).toEqual(initials)
    expect(names(await page('Présents :\n\n- G. RIVAL\n- P. BORDET\n- A. DE LA HAIE'))).toEqual(initials)
    expect(
      names(
        await page('| Date | 6 mai 2026 |\n| --- | --- |\n| Présents | Anne Roy<br>Paul Bon<br>Zoé Lac |'),
      ),
    ).toEqual(three)
  })

  it('works where nothing says: what somebody is for the body itself is no other body', async () => {
    const draft = await markdown(
      `# Compte rendu du CA du 6 mai 2026\n\nPrésents :\n\n- Anne Roy (CA)\n- Paul Bon (collège 2)\n- Zoé Lac (commission bois)\n- Marc Lis (Vice Présidente)\n- Lou Mer (Ville de Vaux)\n\n## Budget\n\n${PROSE}\n\n## Divers\n\nRien.\n`,
    )
    expect(draft.participants.map(({ organisation }) => organisation)).toEqual([
      null,
      null,
      null,
      null,
      'Ville de Vaux',
    ])
  })

  it('makes minutes of a page whose few sentences tell what was', async () => {
    const draft = await markdown(
      '# CODIR du 6 mai 2026\n\n## Participants\n\n- ROY Anne\n- BON Paul\n\n## Budget\n\nOn a relu les comptes.\n\n## Clés\n\nLes clés ont été rendues.\n',
    )
    expect(draft.kind).toBe('minutes')
    expect(titles(draft)).toEqual(['Budget', 'Clés'])
  })

  it('is not in a table of other things below the names', async () => {
    const draft = await markdown(
      `${HEAD}| Sujet | Discussion |\n| --- | --- |\n| Carte | Modèle retenu |\n| Boîtier | En bois |\n`,
    )
    expect(names(draft)).toEqual(['Anne Roy present', 'Paul Bon present', 'Marc Lis present'])
  })
})

describe('what came out', () => {
  it('is voted in a table with a column for each count, and told once', async () => {
    const head = '| Résolution | Pour | Contre | Abs. | Résultat |\n| --- | --- | --- | --- | --- |\n'
    const draft = await markdown(
      `# Procès-verbal du 16 avril 2026\n\n## Rappel des décisions 2025\n\n| Décisions | Statut |\n| --- | --- |\n| D1. Peindre les bancs | fait |\n\n## Rapport moral\n\n${head}| Rapport moral | 21 | 1 | 0 | Adopté |\n\n## Récapitulatif\n\n${head}| R1. Rapport moral | 21 | 1 | 0 | Adopté |\n`,
    )
    expect(draft.decisions.map(({ text: words, outcome }) => [words, outcome])).toEqual([
      ['Rapport moral', 'Pour : 21, Contre : 1, Abs. : 0, Adopté'],
    ])
  })

  it('gives days written the year first, and the next meeting the year that its weekday says', async () => {
    const first = await markdown(
      '# Compte rendu de réunion – 1\n\n2026/4/15\n\nPrésents : Anne Roy, Paul Bon\n\nOrdre du jour\n\n1. Les rôles\n2. Les outils\n\nChoses à faire\n\n- Rédiger l’état des clés\n\nDate de la prochaine réunion : 2026/4/28 de 15h à 16h\n',
    )
    expect(first.meeting.date).toBe('2026-04-15')
    expect(first.nextMeeting).toMatchObject({ date: '2026-04-28', startTime: '15:00' })
    expect(first.actions.map((one) => one.text)).toEqual(['Rédiger l’état des clés'])
    const winter = await markdown(
      '# Compte rendu du 12 décembre 2026\n\nPrésents : Anne Roy, Paul Bon\n\n## Le jardin\n\nRien.\n\n## Les clés\n\nRien.\n\nProchaine réunion le samedi 9 janvier à 18h\n',
    )
    expect(winter.nextMeeting?.date).toBe('2027-01-09')
    const talk = await markdown(
      '# 30 avril 2026\n\nOn a parlé du jardin.\n\n*Le prochain échange sera mercredi 6 mai.*\n',
    )
    expect(talk.meeting.date).toBe('2026-04-30')
  })
})
