import { describe, expect, it } from 'vitest'
import { names, read, titles } from './said.ts'

// What associations, councils and working groups write, with the structure of real files and invented words.

const markdown = (text: string) => read(text, 'reunion.md', '2026-06-01')

describe('councils and assemblies', () => {
  it('reads capitals after one civility, powers in several words, and the day of the meeting', async () => {
    const draft = await markdown(
      'CONSEIL MUNICIPAL DU 26 MARS 2026\n\nCOMPTE RENDU SOMMAIRE\n\nL’an deux mille vingt-six, le vingt-six mars à 19 h 30, le conseil, sur convocation régulière en date du 19 mars 2026, s’est réuni.\n\nPrésents : Monsieur Claude DUROY, Maire, Messieurs BRISAC, DELORME et TAVEL, Madame LENOIR, Mme Brun adjointe au sport.\n\nPouvoirs : Mme Rose MALLET donne pouvoir à M. le Maire, Mme Fanny LORME donne pouvoir à M. Théo BREAL.\n\n1 - Commissions\n\nLe conseil, à l’unanimité, approuve cette modification.\n\n2 - Budget\n\nVote : 29 pour, 4 contre.\n\n3 - Salle des fêtes\n\nTarifs validés.\n',
    )
    expect(draft.meeting).toMatchObject({ date: '2026-03-26', startTime: '19:30' })
    expect(names(draft)).toEqual([
      'Claude DUROY present',
      'BRISAC present',
      'DELORME present',
      'TAVEL present',
      'LENOIR present',
      'Brun present',
      'Rose MALLET represente',
      'Fanny LORME represente',
    ])
    expect(draft.decisions.map(({ text, outcome }) => [text, outcome])).toEqual([
      ['Le conseil, à l’unanimité, approuve cette modification', null],
      ['Budget', '29 pour, 4 contre'],
      ['Tarifs validés', null],
    ])
    // What only says that something was validated is to be looked at.
    expect(draft.decisions.map(({ source }) => source.confidence >= 0.75)).toEqual([true, true, false])
  })

  it('reads one vote told by its count and its sentence, and who answered the roll', async () => {
    const draft = await markdown(
      '# Assemblée du 3 mars 2026\n\nQui est là :\n\n- Marthe, présente !\n- Basile (trésorier), présent !\n- Odile, absente\n\n## Statuts\n\n### Votes\n\n- Pour : 7\n- Contre : 0\n\nLes statuts sont approuvés à l’unanimité.\n\n## Divers\n\nRien.\n',
    )
    expect(draft.kind).toBe('minutes')
    expect(names(draft)).toEqual(['Marthe present', 'Basile present', 'Odile absent'])
    expect(draft.decisions.map(({ text, outcome }) => [text, outcome])).toEqual([
      ['Les statuts sont approuvés à l’unanimité', 'Pour : 7'],
    ])
  })
})

describe('notes of a project', () => {
  it('reads minutes by what came out of the meeting, and actions under a title without a colon', async () => {
    const draft = await markdown(
      '# Hebdo\n\n**Date** : 3 mars 2026\n**Participants** : Léa, Hugo, Nadia\n**Animateur** : Hugo\n**Rédacteur** : Léa\n\n## Ordre du jour\n\n1. Maquettes\n2. Planning\n\n## Décisions\n\n- (À compléter)\n\n## Actions à suivre\n\n- Léa : préparer le calendrier (échéance : 12/03/2026)\n- écrire la note -> Hugo\n',
    )
    expect(draft.kind).toBe('minutes')
    expect(names(draft)).toEqual(['Léa present', 'Hugo present', 'Nadia present'])
    expect(titles(draft)).toEqual(['Maquettes', 'Planning'])
    expect(draft.decisions).toEqual([])
    expect(draft.actions.map(({ text, owner, dueDate }) => [text, owner, dueDate])).toEqual([
      ['préparer le calendrier', 'Léa', '2026-03-12'],
      ['écrire la note', 'Hugo', null],
    ])
  })

  it('keeps the agenda whole behind an item that ran over its line and items below another', async () => {
    const draft = await markdown(
      'Compte rendu du comité du 3 mars 2026\n\nOrdre du jour :\n\n- Débriefing des groupes\n- Transfert de l’eau\n\n. Retrait\n\n. Échanges avec la préfecture\n\n- Motion\n- Divers\n\nPrésents : Anne Roy, Paul Petit\n\nLe transfert est expliqué en détail par le président.\n',
    )
    expect(titles(draft)).toContain('Motion')
    expect(titles(draft)).toContain('Divers')
  })
})

describe('what is shown as sure', () => {
  it('is neither one of very many items nor a sentence for a title', async () => {
    const many = Array.from({ length: 30 }, (_, at) => `${at + 1}. Dossier numéro ${at + 1}`).join('\n')
    const long = await markdown(`Ordre du jour du 3 mars 2026\n\n${many}\n`)
    expect(long.items).toHaveLength(30)
    expect(long.items.every(({ source }) => source.confidence < 0.75)).toBe(true)
    const wordy = await markdown(
      `# Réunion du 3 mars 2026\n\n## Ordre du jour\n\n1. Le jardin\n2. ${'Une question dont la formulation est longue '.repeat(4)}\n3. Divers\n`,
    )
    expect(wordy.items.map(({ source }) => source.confidence >= 0.75)).toEqual([true, false, true])
  })
})

describe('a tale of a meeting', () => {
  it('finds the agenda behind a sentence, and what is left to do', async () => {
    const draft = await markdown(
      '# Assemblée de mars 2026\n\n<!-- brouillon -->\n\nNous avons décidé d’aller vite. Au menu :\n\n- Le choix du local\n- La fanfare\n- Le compte en banque\n\n## La fin\n\nLa salle est prête. Il nous reste à :\n\n- Finir le site\n- Écrire aux voisins\n',
    )
    expect(titles(draft)).toEqual(['Le choix du local', 'La fanfare', 'Le compte en banque'])
    expect(draft.actions.map(({ text }) => text)).toEqual(['Finir le site', 'Écrire aux voisins'])
  })

  it('takes nobody from the fields of a form, and no items from bullets that nothing announces', async () => {
    const form = await markdown(
      'Compte rendu d’assemblée\n\nMembres présents : aucune mention\n\nDate : 27/03/2026\n\nQuorum : OK\n\nRésultats :\n',
    )
    expect(form.participants).toEqual([])
    expect(form.meeting.date).toBe('2026-03-27')
    const bullets = await markdown(
      '# Usages du 30 mars 2026\n\nLes cas vus en atelier\n\n- Le contrôle des données a été fait par le prestataire, qui rend ses comptes chaque mois.\n- Aucun contrôle de la compression n’a été possible, faute d’outils et de temps pour le faire.\n- Les dates de vol ont été relevées une à une, avec les angles de prise de vue.\n',
    )
    expect(bullets.items).toEqual([])
  })
})

describe('a long list of who was there, counted', () => {
  it('reads every line of it, and headings over numbered parts', async () => {
    const draft = await markdown(
      '# Compte Rendu du groupe Rives n°6\n\n**Date:** 06.03.26\n\n**Lien vers le replay:** <https://visio.test/presentation/1.mp4>\n\n**4 Participants:**\n\nAline Fortin - Ville de Brancelle\n\nArmand GALVAIN (Cerval)\n\nGaspard Ravel\n\nSimone PELLAT\n\n## Ce mois-ci\n\nTexte.\n\n## Conception\n\n### Concepts\n\n#### 1. Le quai\n\nTexte.\n\n#### 2. Le pont\n\nTexte.\n\n## Suite\n\nTexte.\n',
    )
    expect(names(draft)).toEqual([
      'Aline Fortin present',
      'Armand GALVAIN present',
      'Gaspard Ravel present',
      'Simone PELLAT present',
    ])
    expect(draft.participants.map(({ organisation }) => organisation)).toEqual([
      'Ville de Brancelle',
      'Cerval',
      null,
      null,
    ])
    expect(titles(draft)).toEqual(['Ce mois-ci', 'Conception', 'Suite'])
    expect(draft.meeting).toMatchObject({ date: '2026-03-06', videoLink: null })
  })
})

describe('a title and what is said of it', () => {
  it('are parted where the line is far too long, and a bullet may say where one meets', async () => {
    const draft = await markdown(
      `C-R du conseil du 3 mars 2026\n\n+ Salle des fêtes de Vaux.\n+ Présents : Marthe, Odile, Basile\n\nOrdre du jour :\n\n1. Mise à disposition de personnel : ${'le service propose de reconduire la convention '.repeat(3)}\n2. Divers\n`,
    )
    expect(titles(draft)).toEqual(['Mise à disposition de personnel', 'Divers'])
    expect(draft.meeting.place).toBe('Salle des fêtes de Vaux')
    expect(names(draft)).toEqual(['Marthe present', 'Odile present', 'Basile present'])
  })
})

describe('the day in a title', () => {
  it.each([
    'Compte rendu d’AG : 25/11/2025',
    'CR du bureau – 25 novembre 2025',
    'Compte rendu AG — 25/11/2025',
  ])('is that of the meeting: %s', async (title) => {
    const { meeting } = await markdown(
      `# ${title}\n\nPrésents : Anne Roy, Paul Petit\n\nL’assemblée débute à 19h15.\n`,
    )
    expect(meeting.date).toBe('2025-11-25')
  })
})
