import { describe, expect, it } from 'vitest'
import { names, read, titles } from './said.ts'

// What associations, councils and working groups write, with the structure of real files and invented words.

const markdown = (text: string) => read(text, 'reunion.md', '2026-06-01')

describe('a page of a site, with settings first', () => {
  const page = (lines: string) =>
    markdown(
      `---\nlayout: billet\ntitle: Bureau du 3 mars 2026\ndate: 2026-03-09T11:42:07.120Z\n---\n${lines}`,
    )

  it('takes neither the day nor the hour it was put online for those of the meeting', async () => {
    const { meeting } = await page(
      '**Date :** 3 mars 2026 à 18 h\n\n## Ordre du jour\n\n1. [Le jardin](#un)\n2. [Le budget](#deux)\n',
    )
    expect(meeting).toMatchObject({ date: '2026-03-03', startTime: '18:00' })
    const { meeting: untold } = await page('## Ordre du jour\n\n1. Le jardin\n2. Le budget\n')
    expect(untold).toMatchObject({ date: '2026-03-03', startTime: null })
  })

  it('reads given names alone, and minutes that call themselves nothing', async () => {
    const draft = await page(
      '**Présent.e.s :** Marthe, Jean-Loup, Odile, Basile  \n**Excusée :** Fanny  \n\n## Ordre du jour\n\n1. Le jardin\n2. Prochain Bureau\n\n## 1\\. Le jardin\n\nOn plante en avril.\n\n## 2\\. Prochain Bureau\n\nLe 07/04/2026 à 18h\n',
    )
    expect(draft.kind).toBe('minutes')
    expect(names(draft)).toEqual([
      'Marthe present',
      'Jean-Loup present',
      'Odile present',
      'Basile present',
      'Fanny excuse',
    ])
    expect(draft.nextMeeting).toMatchObject({ date: '2026-04-07', startTime: '18:00' })
  })

  it('reads words that carry a class, and a page written with the marks of one', async () => {
    const classed = await markdown(
      '---\ntitle: Réunion du comité du 3 mars 2026\nsubtitle: Procès-verbal\n...\n\n**Membres du comité présents:**\nMarthe [Oriol]{.petit},\nBasile [Da Rocha]{.petit},\nOdile [Vasseur]{.petit}.\n\n# Tour de table\n\nRien.\n\n# Divers\n\nRien.\n',
    )
    expect(names(classed)).toEqual([
      'Marthe Oriol present',
      'Basile Da Rocha present',
      'Odile Vasseur present',
    ])
    const cells = (hour: string, words: string) => `<tr>\n<td>${hour}</td>\n<td>${words}</td>\n</tr>`
    const marked = await markdown(
      `<h2>Programme</h2>\n<table>\n${cells('9h30', 'Accueil')}\n${cells('10h', 'Les sentiers')}\n${cells('11h', 'Les refuges')}\n</table>\n<p>À bientôt</p>\n`,
    )
    expect(marked.items.map(({ title, fixedStart }) => [fixedStart, title])).toEqual([
      ['09:30', 'Accueil'],
      ['10:00', 'Les sentiers'],
      ['11:00', 'Les refuges'],
    ])
  })
})

describe('minutes of a council', () => {
  it('reads each vote as a decision, with what was voted and how', async () => {
    const draft = await markdown(
      'CR du conseil municipal du 3 mars 2026\n\nPrésents : Marthe, Jean-Loup, Odile\n\nExcusé : Basile (pouvoir donné à Marthe)\n\nOrdre du jour\n\n1/ Coupes de bois :\n\nLe programme est présenté.\n\n14 votes pour\n\n2/ Motion sur les trains :\n\nVote de la motion : 12 votes pour / 2 abstentions\n\n3/ Adhésion\n\nLa convention est adoptée à l’unanimité.\n\n4/ Questions diverses\n',
    )
    expect(draft.decisions.map(({ text, outcome }) => [text, outcome])).toEqual([
      ['Coupes de bois', '14 votes pour'],
      ['Vote de la motion', '12 votes pour / 2 abstentions'],
      ['La convention est adoptée à l’unanimité', null],
    ])
    expect(names(draft)).toEqual([
      'Marthe present',
      'Jean-Loup present',
      'Odile present',
      'Basile represente',
    ])
  })

  it('takes no rule of voting for a vote', async () => {
    const draft = await markdown(
      'Compte rendu du bureau du 3 mars 2026\n\n# Statuts\n\nLes décisions doivent être prises à la majorité des voix.\n\n3 voix pour Odile Vasseur\n\n# Divers\n\nRien.\n',
    )
    expect(draft.decisions).toEqual([])
  })
})

describe('lists of who was there', () => {
  it('goes on behind one odd line, and never makes an organisation of names', async () => {
    const draft = await markdown(
      'Compte rendu du comité des rives du 3 mars 2026\n\nPrésents :\n\n- ORIOL Marthe\n- DA ROCHA Basile\n- le représentant du club\n- VASSEUR Odile\n\nExcusés : Fanny Lorme, Jean-Loup Astier, un élu du canton, Rose Mallet, Théo Bréal\n\n# Quais\n\nRien.\n\n# Divers\n\nRien.\n',
    )
    expect(names(draft)).toEqual([
      'Marthe ORIOL present',
      'Basile DA ROCHA present',
      'Odile VASSEUR present',
      'Fanny Lorme excuse',
      'Jean-Loup Astier excuse',
      'Rose Mallet excuse',
      'Théo Bréal excuse',
    ])
    expect(draft.participants.map(({ organisation }) => organisation)).toEqual(Array(7).fill(null))
  })

  it('reads pseudonyms in bullets, and columns of those who were there', async () => {
    const pseudonyms = await markdown(
      '# Compte rendu du 3 mars 2026\n\n__Présents :__\n\n* Odilon\n* Marthe\n* Kestrel7\n\n## Le journal\n\nTexte.\n\n## Divers\n\nTexte.\n',
    )
    expect(names(pseudonyms)).toEqual(['Odilon present', 'Marthe present', 'Kestrel7 present'])
    const columns = await markdown(
      '# Compte rendu du 3 mars 2026\n\n| Étudiants présents | Encadrants présents |\n|---|---|\n| ORIOL Marthe<br>ASTIER Jean-Loup | VASSEUR Odile |\n\n## Le journal\n\nTexte.\n',
    )
    expect(names(columns)).toEqual([
      'Marthe ORIOL present',
      'Jean-Loup ASTIER present',
      'Odile VASSEUR present',
    ])
  })
})

describe('which list is the agenda', () => {
  it('follows the title of the agenda, not the first words that speak of one', async () => {
    const draft = await markdown(
      'INVITATION ET ORDRE DU JOUR PRÉVISIONNEL\n\nPLÉNIÈRE DU GROUPE RIVES DU 03/03/2026\n\n14h00 à 16h30\n\npar visioconférence avec l’outil habituel\n\nOrdre du jour\n\n- Retour sur la séance de janvier\n- Travaux des quais\n- Sujets libres\n\nDocuments associés :\n\n- Le dépôt du groupe : https://exemple.test/rives\n',
    )
    expect(titles(draft)).toEqual(['Retour sur la séance de janvier', 'Travaux des quais', 'Sujets libres'])
    expect(draft.meeting).toMatchObject({ date: '2026-03-03', startTime: '14:00', endTime: '16:30' })
  })

  it('takes headings before the two lines that say when the meeting opened and closed', async () => {
    const draft = await markdown(
      '# Procès-verbal du 3 mars 2026\n\n*17h05: début de la réunion.*\n\n# Tour de table\n\nRien.\n\n# Le local\n\nLes clés sont rendues.\n\n# Divers\n\nRien.\n\n*18h50: fin de la réunion.*\n',
    )
    expect(titles(draft)).toEqual(['Tour de table', 'Le local', 'Divers'])
    expect(draft.meeting).toMatchObject({ startTime: '17:05', endTime: '18:50' })
  })

  it('leaves tables of open questions, the agenda of the next meeting and bullets of the text', async () => {
    const draft = await markdown(
      '# Compte‑rendu de réunion\n\n**Date** : 3 mars 2026\n\n## Objet de la réunion\n\n1. Suivre les travaux\n2. Choisir un outil\n3. Préparer la publication\n\n## Décisions prises\n\n| Décision | Détails |\n|---|---|\n| Point régulier | Tous les mercredis |\n\n## Questions en suspens\n\n| Question | Responsable / Action |\n|---|---|\n| Nom du service | Odile |\n| Jour du test | Basile |\n| Lieu du test | Fanny |\n\n## Prochaine réunion\n\n- **Date** : 17 mars 2026 à 11h30\n- **Ordre du jour prévisionnel** :\n  1. Retour sur le test\n  2. Suite des travaux\n  3. Divers\n',
    )
    expect(titles(draft)).toEqual(['Suivre les travaux', 'Choisir un outil', 'Préparer la publication'])
    expect(draft.decisions.map(({ text }) => text)).toEqual(['Point régulier : Tous les mercredis'])
    expect(draft.nextMeeting).toMatchObject({ date: '2026-03-17', startTime: '11:30' })
    const told = await markdown(
      '# Compte rendu du 3 mars 2026\n\nBeaucoup de monde.\n\nLes nouvelles :\n\n- des voisins ont promis deux tables\n- le collège prête sa cour\n- la fanfare cherche un local\n',
    )
    expect(told.items).toEqual([])
  })

  it('takes no initials of names for letters of items', async () => {
    const draft = await markdown(
      '# Compte rendu du 3 mars 2026\n\n## Avancée des chantiers\n\nS. Oriol (DGX)\n\nLe plan avance.\n\nF. Astier (DGX)\n\nLe budget aussi.\n\nT. Vasseur (Région)\n\nUn point reste ouvert.\n\n## Divers\n\nRien.\n',
    )
    expect(titles(draft)).toEqual(['Avancée des chantiers', 'Divers'])
  })
})

describe('statements', () => {
  it('ends with the level of the list that the mark stands in', async () => {
    const draft = await markdown(
      '# Compte rendu du 3 mars 2026\n\n## Revue\n\n- Le code\n  - deux modèles proposés\n  - Décision du groupe :\n    - le premier modèle est retenu\n  - la fiche est en retard\n- Le nom\n  - rappel de la règle\n\n## Divers\n\nRien.\n',
    )
    expect(draft.decisions.map(({ text }) => text)).toEqual(['le premier modèle est retenu'])
  })

  it('reads no day and no room in the address of a page', async () => {
    const { meeting } = await markdown(
      '# Logistique\n\nLa journée du lundi 2 mars 2026.\n\nSe garer : https://parc.test/reserver?start=03/04/2026&hour=08:30\n\nLire : https://exemple.test/mandat-du-groupe-connexion.pdf\n',
    )
    expect(meeting).toMatchObject({ date: '2026-03-02', startTime: null, videoLink: null })
  })
})
