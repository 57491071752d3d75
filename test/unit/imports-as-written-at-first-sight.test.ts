import { describe, expect, it } from 'vitest'
import { names, read, titles } from './said.ts'

// What files of bodies that nobody had looked at got wrong at first sight, with invented words.

const text = (words: string) => read(words, 'reunion.txt', '2026-06-01')
const markdown = (words: string) => read(words, 'reunion.md', '2026-06-01')

describe('who was there', () => {
  it('is ticked, and who is not ticked did not come', async () => {
    const draft = await markdown(
      '# Compte rendu\n\n## 21 mai 2026\n\nPrésents :\n- [X] Anne Roy\n- [ ] Paul Bon\n- [x] Zoé Lac\n\n## Ordre du jour\n\n- Le jardin\n- Le verger\n\n**Fin : 18h43 **\n',
    )
    expect(names(draft)).toEqual(['Anne Roy present', 'Paul Bon absent', 'Zoé Lac present'])
    expect(draft.meeting.endTime).toBe('18:43')
  })

  it('came to represent a club, or is a list of ladies in capitals', async () => {
    const club = await text(
      'PROCÈS-VERBAL de l’assemblée générale du 26 mars 2026\n\nÉtaient présents pour représenter le club de Vaux : Christiane, Mélanie et Robin.\nÉtaient présents pour représenter l’Union et les clubs du Torvan : Véronique et André.\n\nL’ordre du jour a été le suivant :\n1. Le rapport moral\n2. Le rapport financier\n3. Divers\n',
    )
    expect(names(club)).toEqual([
      'Christiane present',
      'Mélanie present',
      'Robin present',
      'Véronique present',
      'André present',
    ])
    const council = await text(
      'Conseil municipal du 22 juin 2026\nCompte rendu\n\nÉtaient présents :\n\nMM. ALCOR, CAREDO, CLAIR\n\nMMES BALLARé, DAGONNET, GAVILLOT-ALCA, MOUILLON\n\n1. Voirie\nRien.\n\n2. Divers\nLe maire lève la séance à 21h30.\n',
    )
    expect(names(council)).toEqual([
      'ALCOR present',
      'CAREDO present',
      'CLAIR present',
      'BALLARé present',
      'DAGONNET present',
      'GAVILLOT-ALCA present',
      'MOUILLON present',
    ])
    expect(council.meeting.endTime).toBe('21:30')
  })

  it('is nothing that is present in something else', async () => {
    const draft = await text(
      'Compte rendu de réunion du 27 janvier 2026 à 11h, salle B.09\n\nParticipants : ROY Anne, BON Paul\n\n1. Fonctions\n\nPrésents dans le jeu mais à développer dans un second temps :\n- Rivière\n- Rails\n\n2. Suivi\n\nRien.\n',
    )
    expect(names(draft)).toEqual(['Anne ROY present', 'Paul BON present'])
    expect(draft.meeting.place).toBe('salle B.09')
  })
})

describe('handles', () => {
  it('stand beside whole names behind the same sign', async () => {
    const draft = await markdown(
      '# Compte rendu du 3 mars 2026\n\n## Ordre du jour\n\n- Le four\n- Le préau\n- La fête\n\n## Présents\n\n- @lune\n- @Odile\n- @Anne B\n- @PaulB\n- @Zoé Lac\n\n## Absents mais au courant\n\n- @Luc Bon (représenté)\n- @kestrel\n\n## Points discutés\n\nLe four est réparé.\n',
    )
    expect(names(draft)).toEqual([
      'lune present',
      'Odile present',
      'Anne B present',
      'PaulB present',
      'Zoé Lac present',
      'Luc Bon represente',
      'kestrel absent',
    ])
    expect(titles(draft)).toEqual(['Le four', 'Le préau', 'La fête'])
  })
})

describe('what is to be done', () => {
  it('is of whom the end of the line names behind a colon', async () => {
    const draft = await markdown(
      '# CR du 3 mars 2026\n\n## Présents\n\n- Odile\n- Marwan\n\n## Tâches à effectuer\n\n- Relire la charte : Odile\n- Peindre le préau : Odile et Marwan\n- Apporter les clés : tous\n- Choisir une couleur : vert\n',
    )
    expect(draft.actions.map(({ text, owner }) => [text, owner])).toEqual([
      ['Relire la charte', 'Odile'],
      ['Peindre le préau', 'Odile et Marwan'],
      ['Apporter les clés', 'tous'],
      ['Choisir une couleur : vert', null],
    ])
  })

  it.each([
    'Inviter : Odile',
    'Écrire un mail à : Odile',
    'Voir avec : Odile',
    'Demander l’accord de : Marwan',
    'Proposer comme trésorière : Odile',
    'Élire la présidente : Odile',
    'Envoyer le compte rendu à : tous',
    'Remercier : Odile et Marwan',
    'Convoquer : tout le monde',
    'Relance de : Marwan',
    'Prévenir – Odile',
    'Inviter à la fête : Odile',
    'Convoquer par courrier : Odile',
  ])('is not of whom it is about: %s', async (words) => {
    const draft = await markdown(
      `# CR du 3 mars 2026\n\n## Présents\n\n- Odile\n- Marwan\n\n## Tâches à effectuer\n\n- ${words}\n- Acheter de la farine\n`,
    )
    expect(draft.actions.map(({ text, owner }) => [text, owner])).toEqual([
      [words, null],
      ['Acheter de la farine', null],
    ])
  })

  it.each([
    'Facture : Odile',
    'Lettre : Marwan',
    'Nourriture - Odile',
    'Imprimer : Odile',
    'Imprimer - Marwan',
    'Élire les délégués : Odile',
    'Désigner un trésorier : Marwan',
    'Nommer les fichiers : Odile',
    'Inscrire en ligne les enfants : Odile',
    'Demander à la mairie un devis : Marwan',
    'Inviter à la fête les voisins : Odile',
    'Convoquer par courrier les membres : Odile',
  ])('is of whoever stands behind what is to be done: %s', async (words) => {
    const draft = await markdown(
      `# CR du 3 mars 2026\n\n## Présents\n\n- Odile\n- Marwan\n\n## Tâches à effectuer\n\n- ${words}\n- Acheter de la farine\n`,
    )
    expect(draft.actions.map(({ text, owner }) => [text, owner])[0]).toEqual(words.split(/\s[:-]\s/))
  })

  it('may be what was decided', async () => {
    const draft = await text(
      'Compte rendu du 3 mars 2026\n\nPrésents : Odile Vasseur, Marwan Roy\n\nLe bureau a décidé des actions suivantes :\n\n- Odile relance le maçon avant le 5 mai\n- Relire la charte (Marwan)\n',
    )
    expect(draft.decisions).toEqual([])
    expect(draft.actions.map(({ text, owner, dueDate }) => [text, owner, dueDate])).toEqual([
      ['Odile relance le maçon', 'Odile', '2026-05-05'],
      ['Relire la charte', 'Marwan', null],
    ])
  })
})

describe('an agenda', () => {
  it('is typed with dashes and no space', async () => {
    const draft = await text(
      'Procès-verbal de l’assemblée constitutive du 20 mars 2026.\n\nSont présents :\n- Anne ROY, demeurant à Vaux.\n- Paul BON, demeurant à Lys.\n\nL’assemblée est appelée à statuer sur l’ordre du jour suivant :\n-présentation du projet ;\n-adoption des statuts ;\n-pouvoirs en vue des formalités.\n\nEnfin, le président expose les motifs.\n',
    )
    expect(titles(draft)).toEqual(
      ['Présentation du projet', 'Adoption des statuts', 'Pouvoirs en vue des formalités'].map(
        (title) => title.charAt(0).toLowerCase() + title.slice(1),
      ),
    )
  })

  it('ends before the text: bullets further down are what was said', async () => {
    const draft = await markdown(
      '# Réunion des clubs\n\n## Ordre du jour de la réunion\n\n- présentation générale\n- actions\n- projets\n\nDate : samedi 30 mai 2026\n\n6 présents : Anne Roy, Paul Bon, Zoé Lac\n\nDébut de réunion : 21 heures, fin de réunion : minuit\n\nLes personnes réunies représentent les clubs de la région, qui se présentent tour à tour et disent longuement ce que chacun a fait depuis un an.\n\n- Anne : présidente du club de Vaux\n- Paul : président du club de Lys\n',
    )
    expect(titles(draft)).toEqual(['présentation générale', 'actions', 'projets'])
    expect(draft.meeting).toMatchObject({ date: '2026-05-30', startTime: '21:00' })
  })

  it('holds neither the day of the paper nor who wrote it', async () => {
    const draft = await markdown(
      '# Compte rendu 1\n\n## Anne Roy, stagiaire de Paul Bon\n\n## 20 Juin 2026\n\n## Avancées\n\nTout va bien.\n\n## Pistes\n\nIl y en a.\n\n## Convention\n\nElle est signée.\n',
    )
    expect(draft.meeting.date).toBe('2026-06-20')
    expect(titles(draft)).toEqual(['Avancées', 'Pistes', 'Convention'])
  })
})

describe('a numbered heading', () => {
  it('is an item, though its number looks like the initial of somebody', async () => {
    const draft = await markdown(
      '# Compte rendu du 3 mars 2026\n\n## I. NOMBRE DE ROYAUX\n\nQuinze.\n\n## II. STATUTS\n\nIls changent.\n\n## III. DIVERS\n\nRien.\n',
    )
    expect(titles(draft)).toEqual(['NOMBRE DE ROYAUX', 'STATUTS', 'DIVERS'])
  })

  it('is counted from one without punctuation, over numbers of two parts', async () => {
    const draft = await markdown(
      '# Compte rendu du 3 mars 2026\n\nPrésents : Anne Roy, Paul Bon\n\n## 1 Le four\n\n1.1 La sole\n\nElle est fendue depuis la fête.\n\n1.2 La voûte\n\nElle tient.\n\n## 2 Écoles du canton\n\n2.1 Les horaires\n\nIls ne changent pas cette année.\n',
    )
    expect(draft.items.map(({ number, title, children }) => [number, title, children.length])).toEqual([
      ['1', 'Le four', 2],
      ['2', 'Écoles du canton', 1],
    ])
  })

  it.each([
    ['Le four', '1 Sole', '2 Voûte', 'Le bief'],
    ['1 An de travaux', '2 Jours de fête'],
  ])('counts nothing beside one without a count, nor days: %s', async (...headings) => {
    const draft = await markdown(
      `# Compte rendu du 3 mars 2026\n\nPrésents : Anne Roy, Paul Bon\n\n${headings.map((one) => `## ${one}\n\nRien de neuf depuis la fête.\n`).join('\n')}`,
    )
    expect(titles(draft)).toEqual(headings)
  })
})

describe('what was decided', () => {
  it('is listed below words that say so', async () => {
    const draft = await text(
      'Compte rendu de la réunion du 26 mars 2026\n\nPrésents : Anne Roy, Paul Bon\n\nLe local\n\nAu vu du budget, les deux familles ont décidé à l’unanimité des mesures suivantes :\n\n- Il est proposé à Zoé Lac une clé à partir du 1er mai ;\n- Le loyer passe à 120 € dès juin.\n',
    )
    expect(draft.decisions.map((decision) => decision.text)).toEqual([
      'Il est proposé à Zoé Lac une clé à partir du 1er mai ;',
      'Le loyer passe à 120 € dès juin.',
    ])
  })

  it.each([
    'Le bureau décide des mesures suivantes :',
    'Après débat, les membres de la section ont décidé les règles suivantes :',
    'Sont décidées les mesures suivantes :',
    'Les membres du moulin décident des actions suivantes :',
  ])('is listed below whoever met: %s', async (words) => {
    const listed = ['Le pont est fermé le lundi.', 'La route est barrée en mai.']
    const draft = await text(
      `Compte rendu du 26 mars 2026\n\nPrésents : Anne Roy, Paul Bon\n\nLe pont\n\n${words}\n\n${listed.map((one) => `- ${one}`).join('\n')}\n`,
    )
    expect(draft.decisions.map((decision) => decision.text)).toEqual(listed)
  })

  it.each([
    'La mairie a décidé des mesures suivantes :',
    'Dans un an, la préfète a décidé les règles suivantes :',
    'Les mesures suivantes ont été décidées par la mairie :',
  ])('is not what others did: %s', async (words) => {
    const draft = await text(
      `Compte rendu du 26 mars 2026\n\nPrésents : Anne Roy, Paul Bon\n\nLe pont\n\n${words}\n\n- Le pont est fermé le lundi.\n- La route est barrée en mai.\n`,
    )
    expect(draft.decisions).toEqual([])
  })

  it('is the list that was voted', async () => {
    const draft = await text(
      'PROCÈS-VERBAL de l’assemblée générale du 26 mars 2026\n\nPrésents : Anne Roy, Paul Bon\n\nDivers sujets\n\nCi-dessous, la liste des sujets ayant été votés et approuvés par l’assemblée.\n\n- La cotisation passe à 12 €.\n- Une nouvelle adresse sera utilisée.\n',
    )
    expect(draft.decisions.map((decision) => decision.text)).toEqual([
      'La cotisation passe à 12 €.',
      'Une nouvelle adresse sera utilisée.',
    ])
  })
})
