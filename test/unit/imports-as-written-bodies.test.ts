import { describe, expect, it } from 'vitest'
import { readFile } from '../../electron/imports/read-file.ts'
import { names, read, said, titles } from './said.ts'

// What councils, schools, boards and committees write, each in its own way, with invented words.

const text = (words: string) => read(words, 'reunion.txt', '2026-06-01')
const markdown = (words: string) => read(words, 'reunion.md', '2026-06-01')

describe('who was there', () => {
  it('is said at the end of a sentence, and by groups', async () => {
    const draft = await markdown(
      '# CR du 3 mars 2026\n\nLa réunion s’est tenue de 11h à 12h. Étaient présents :\n\n- *Encadrants* : Anne Roy, Paul Bon\n- *Équipe* : Zoé Lac (chef de projet), Luc Val\n\n## Le jardin\n\nOn en parle.\n\n## Le verger\n\nOn en parle aussi.\n',
    )
    expect(names(draft)).toEqual([
      'Anne Roy present',
      'Paul Bon present',
      'Zoé Lac present',
      'Luc Val present',
    ])
  })

  it('is listed under labels that name no body', async () => {
    const draft = await markdown(
      '# Compte rendu du 3 mars 2026\n\n## Personnes présentes\nResponsables pédagogiques :\n\n- Anne ROY\n- Paul BON\n\nÉquipe de tournage :\n\n- Zoé LAC\n\n## Au programme de la réunion\n\n- Choisir le lieu\n- Choisir la date\n',
    )
    expect(names(draft)).toEqual(['Anne ROY present', 'Paul BON present', 'Zoé LAC present'])
    expect(draft.meeting.title).toBeNull()
  })

  it('goes on below those who have no name, and not below the first heading', async () => {
    const draft = await text(
      'COMPTE RENDU de la commission du 3 mars 2026\n\nPrésents : Mme Anne ROY, présidente ; MM. BON et LAC.\nAbsents excusés : M. l’Inspecteur de l’Éducation, Mme VAL.\nAssistait également : Mme Zoé MUR, directrice.\n\nI – SUBVENTIONS AUX CLUBS\nLa commission examine les dossiers.\n\nII – SAISON\nLes tarifs sont inchangés.\n\nIII – QUESTIONS DIVERSES\nRien.\n',
    )
    expect(names(draft)).toEqual([
      'Anne ROY present',
      'BON present',
      'LAC present',
      'VAL excuse',
      'Zoé MUR present',
    ])
    expect(titles(draft)).toEqual(['SUBVENTIONS AUX CLUBS', 'SAISON', 'QUESTIONS DIVERSES'])
  })

  it('is told by colleges, in one cell, after a count, by initials', async () => {
    const board = await text(
      'Conseil de la faculté\nProcès-verbal de la séance du 3 mars 2026\n\nMembres présents :\nCollège A : Mme Roy, M. Bon\nCollège BIATSS : Mme Lac\n\nPoint 1 : Calendrier\nAdopté à l’unanimité.\n\nPoint 2 : Divers\nNéant.\n',
    )
    expect(names(board)).toEqual(['Roy present', 'Bon present', 'Lac present'])
    const table = await markdown(
      '# Compte rendu\n\n| | |\n|---|---|\n| **Date** | 3 mars 2026 |\n| **Participants** | Marthe · Basile (chef de projet) · Odile |\n\n## 1. Le jardin\n\nOn en parle.\n\n## 2. Le verger\n\nOn en parle.\n',
    )
    expect(names(table)).toEqual(['Marthe present', 'Basile present', 'Odile present'])
    const counted = await text(
      'Compte rendu de la réunion du 3 mars 2026\n\nParticipants : 17 habitants, M. Roy (élu), Mme Bon (services techniques)\n\n1. Voirie\nRien.\n\n2. Propreté\nRien.\n',
    )
    expect(names(counted)).toEqual(['Roy present', 'Bon present'])
    const initials = await markdown(
      'Compte rendu du 3 mars 2026\n\nPrésentes : Marthe, Sophie R., Sophie T.\n',
    )
    expect(names(initials)).toEqual(['Marthe present', 'Sophie R present', 'Sophie T present'])
  })

  it('reads a column "Nom" in the order it is written', async () => {
    const draft = await markdown(
      '# Compte rendu du 3 mars 2026\n\n| Nom | Structure | P | E |\n|---|---|---|---|\n| Anne Roy | DGX | X | |\n| Paul Bon | ANX | | X |\n',
    )
    expect(draft.participants.map(({ givenName, familyName }) => [givenName, familyName])).toEqual([
      ['Anne', 'Roy'],
      ['Paul', 'Bon'],
    ])
  })
})

describe('when and where', () => {
  it('takes neither the day nor the hour of the next meeting, nor a week for a day', async () => {
    const draft = await markdown(
      '# CR Réunion Passerelle – DGX 27/05/2026\n\nOn en parle longuement.\n\n##### Date de prochaine réunion\n09/06/2026 14h\n',
    )
    expect(draft.meeting).toMatchObject({ date: '2026-05-27', startTime: null, title: 'Passerelle – DGX' })
    const week = await text(
      'Compte rendu de la réunion du 3 mars 2026\n\nPrésents : Anne Roy, Paul Bon\n\nLa prochaine réunion se déroulera la semaine du 5/11/26, le jour reste à déterminer.\n',
    )
    expect(week.nextMeeting).toBeNull()
  })

  it('reads the day behind the body, and hours over all the others', async () => {
    const group = await markdown('**GT Archives – CR du 5/12/2026**\n\n*Présents* : Anne Roy, Paul Bon\n')
    expect(group.meeting.date).toBe('2026-12-05')
    const agenda = await text(
      'ORDRE DU JOUR\n\nComité technique – jeudi 4 juin 2026\n9h30 – 12h30, salle Loire (2e étage)\n\n9h30 Accueil\n9h45 Introduction\n10h30 Échanges\n12h15 Conclusion\n',
    )
    expect(agenda.meeting).toMatchObject({ startTime: '09:30', endTime: '12:30' })
    expect(titles(agenda)).toEqual(['Accueil', 'Introduction', 'Échanges', 'Conclusion'])
  })

  it('takes no word that says nothing', async () => {
    const draft = await markdown(
      '# Compte rendu du 3 mars 2026\n\n- **Lieu** : Non précisé\n- **Présents** : Anne Roy, Paul Bon\n',
    )
    expect(draft.meeting.place).toBeNull()
  })
})

describe('items', () => {
  it('are the titles of the text, not the table of contents over it', async () => {
    const draft = await markdown(
      '# Compte rendu du 3 mars 2026\n\n## Budget 1\n\n## Calendrier 3\n\n## Travaux 7\n\n## Divers 12\n\n# Budget\n\nLe budget est présenté.\n\n# Calendrier\n\nLe calendrier aussi.\n\n# Travaux\n\nRien.\n\n# Divers\n\nRien.\n',
    )
    expect(titles(draft)).toEqual(['Budget', 'Calendrier', 'Travaux', 'Divers'])
  })

  it('keep what is typed below bullets without one, who speaks, and capitals behind a dash', async () => {
    const convened = await text(
      'Vous êtes conviés au conseil communautaire du mercredi 10 juin 2026 à 18 h 30.\n\nOrdre du jour :\n\n- Désignation d’un secrétaire\n- Budget annexe (rapporteur : Mme Roy)\nQUESTIONS DIVERSES\n\nComptant sur votre présence.\n',
    )
    expect(titles(convened)).toEqual(['Désignation d’un secrétaire', 'Budget annexe', 'QUESTIONS DIVERSES'])
    const mail = await text(
      'Réunion du 3 mars 2026 à 14h\n\nOrdre du jour :\n1. Retour sur les tests (Camille, 20 min)\n2. BUDGET N° 2 – BUDGET PRINCIPAL\n',
    )
    expect(said(mail.items)).toEqual([
      "1 Retour sur les tests 20' {Camille|}",
      '2 BUDGET N° 2 – BUDGET PRINCIPAL',
    ])
  })
})

describe('what was decided and is to be done', () => {
  it('says a vote once, under its item, and no article of it again', async () => {
    const draft = await text(
      'PROCÈS-VERBAL du conseil municipal du 3 mars 2026\n\nPrésents : MM. ROY Bernard, BON Pierre\n\nLe procès-verbal de la séance précédente est approuvé à l’unanimité.\n\n2026-31 : DÉCISION MODIFICATIVE N° 2 – BUDGET PRINCIPAL\nLe conseil municipal, après en avoir délibéré, à l’unanimité :\n- APPROUVE la décision modificative n° 2,\n- AUTORISE le maire à signer tout document.\n\n2026-32 : TARIFS DE LA CANTINE\nLe conseil décide de reporter la hausse.\nPour : 10 – Contre : 4\nCette résolution est adoptée.\n\n2026-33 : COTISATION\nLe calendrier est validé. Mme Roy transmettra le document.\nLa cotisation est fixée à 15 € (37 pour).\n',
    )
    expect(titles(draft)).toEqual([
      'DÉCISION MODIFICATIVE N° 2 – BUDGET PRINCIPAL',
      'TARIFS DE LA CANTINE',
      'COTISATION',
    ])
    expect(draft.decisions.map((decision) => decision.text)).toEqual([
      'Le procès-verbal de la séance précédente est approuvé à l’unanimité',
      'DÉCISION MODIFICATIVE N° 2 – BUDGET PRINCIPAL : APPROUVE la décision modificative n° 2 ; AUTORISE le maire à signer tout document',
      'Le conseil décide de reporter la hausse',
      'Le calendrier est validé',
      'La cotisation est fixée à 15 € (37 pour)',
    ])
  })

  it('takes what stands below an action for more of it, and a name above for who does it', async () => {
    const draft = await markdown(
      '# Compte rendu du 3 mars 2026\n\nPrésents : Marthe, Basile\n\n## Actions\n\n- Préparer la note\n  - en deux pages\n  - avec un plan\n- Marthe :\n  - relancer la mairie\n',
    )
    expect(draft.actions.map(({ text: words, owner }) => [words, owner])).toEqual([
      ['Préparer la note', null],
      ['relancer la mairie', 'Marthe'],
    ])
  })

  it('reads who does it behind an arrow, by initials, and a table of objects with a deadline', async () => {
    const draft = await text(
      'Compte rendu du 3 mars 2026\n\nPrésents : Anne Roy (DGX), Paul Bon (ANX)\n\n1) Formats\nOn en parle.\n→ PB envoie un exemple avant le 15/03/2026\n→ la suite dépend du budget\nRelancer les clubs -> Paul Bon\n\n2) Divers\nRien.\n',
    )
    expect(draft.actions.map(({ text: words, owner, dueDate }) => [words, owner, dueDate])).toEqual([
      ['PB envoie un exemple', 'PB', '2026-03-15'],
      ['Relancer les clubs', 'Paul Bon', null],
    ])
    const table = await markdown(
      '# Compte rendu du 3 mars 2026\n\n## 1. Suites\n\n| Échéance | Objet | Responsable |\n|---|---|---|\n| 22/07/2026 | Mise en ligne | Marthe |\n',
    )
    expect(table.actions.map(({ text: words, owner, dueDate }) => [words, owner, dueDate])).toEqual([
      ['Mise en ligne', 'Marthe', '2026-07-22'],
    ])
  })
})

describe('a table of what was decided', () => {
  it('names the items where nothing else does, and tells what is to be done from what was decided', async () => {
    const draft = await markdown(
      '# Compte rendu de la réunion d’équipe du 3 mars 2026\n\nPrésents : Marthe, Basile\n\n| Point | Échanges | Décisions / actions |\n|---|---|---|\n| Planning | Deux formations prévues | Basile envoie le planning avant le 15/03/2026 |\n| Matériel | Une panne | Le copieur est remplacé. |\n| Stagiaire | Arrive le 22 | Préparer le bureau |\n',
    )
    expect(titles(draft)).toEqual(['Planning', 'Matériel', 'Stagiaire'])
    expect(draft.decisions.map((decision) => decision.text)).toEqual(['Le copieur est remplacé.'])
    expect(draft.actions.map(({ text: words, owner, dueDate }) => [words, owner, dueDate])).toEqual([
      ['Basile envoie le planning', 'Basile', '2026-03-15'],
      ['Préparer le bureau', null, null],
    ])
  })
})

describe('what is not read as an agenda', () => {
  it('are the headings of a report that says neither when nor who: they are offered', async () => {
    const report =
      '# Compte rendu du projet Passerelle\n\n## Problématique\n\nElle est posée.\n\n## État de l’art\n\nIl est fait.\n\n## Essais\n\nIls sont bons.\n'
    const draft = await markdown(report)
    expect(titles(draft)).toEqual([])
    expect(draft.otherItems?.map(({ title }) => title)).toEqual(['Problématique', 'État de l’art', 'Essais'])
    const bytes = new TextEncoder().encode(report)
    const other = { lines: [], agenda: 'other' as const, sheet: null }
    const taken = await readFile({ fileName: 'reunion.md', bytes, today: '2026-06-01', said: other })
    expect(titles(taken.draft)).toEqual(['Problématique', 'État de l’art', 'Essais'])
  })

  it('are numbers within the text of minutes', async () => {
    const draft = await markdown(
      '# Compte rendu du 3 mars 2026\n\nPrésents : Anne Roy, Paul Bon\n\n## Projets\n\nCe projet a trois étapes :\n\n1. Acquérir des images.\n2. Ranger les images.\n3. Les montrer.\n\n## Installation\n\nRien.\n\n## Conclusion\n\nRien.\n',
    )
    expect(draft.items.map(({ title, children }) => [title, children.length])).toEqual([
      ['Projets', 0],
      ['Installation', 0],
      ['Conclusion', 0],
    ])
  })
})

describe('who chairs', () => {
  it('was there, once, though the list does not say so', async () => {
    const draft = await text(
      'Procès-verbal du comité du 3 mars 2026\n\nPrésidence : Mme Anne Roy, directrice\n\nMembres présents : M. Paul Bon, Mme Zoé Lac\nSecrétaire de séance : Mme Zoé Lac\n\n1. Effectifs\nRien.\n\n2. Divers\nRien.\n',
    )
    expect(names(draft)).toEqual(['Paul Bon present', 'Zoé Lac present', 'Anne Roy present'])
  })
})

describe('the result of a vote', () => {
  it('stands under its title, without a word of for or against', async () => {
    const draft = await text(
      'CR DU CONSEIL MUNICIPAL du 3 mars 2026\nPrésents : Marthe, Basile, Odile.\nNon excusé : Fanny (pas de pouvoir donné).\n\nOrdre du jour\n\n1- Déneigement\n\nLe prestataire arrête.\n\nRésultat du vote :\nPour le changement : 13 votes\n\n2- Divers\n\nRien.\n',
    )
    expect(names(draft)).toEqual(['Marthe present', 'Basile present', 'Odile present', 'Fanny absent'])
    expect(draft.decisions.map((decision) => [decision.text, decision.outcome])).toEqual([
      ['Déneigement', 'Pour le changement : 13 votes'],
    ])
  })
})

describe('one paragraph that says everything', () => {
  it('gives the day and the subjects of its line, beside who is expected', async () => {
    const draft = await markdown(
      '# Réunion bureau\n\n**Date** : 4 avril 2026\n**Participants** : Léa, Tom, Inès\n**Ordre du jour** : bilan de la fête, recrutement d’un service civique, site web\n',
    )
    expect(draft.meeting.date).toBe('2026-04-04')
    expect(draft.participants.map(({ familyName }) => familyName)).toEqual(['Léa', 'Tom', 'Inès'])
    expect(titles(draft)).toEqual(['Bilan de la fête', 'Recrutement d’un service civique', 'Site web'])
  })

  it('gives numbers in one line, and no sentence', async () => {
    const draft = await text(
      'Réunion du 12 mars 2026 à 18h\nOrdre du jour : 1) travaux de toiture 2) contrat, avenant 3) budget 2026\n',
    )
    expect(titles(draft)).toEqual(['Travaux de toiture', 'Contrat, avenant', 'Budget 2026'])
    const sentence = await text(
      'Réunion du 12 mars 2026 à 18h\nOrdre du jour : il sera envoyé demain. Merci, à bientôt. Voir la page.\n',
    )
    expect(titles(sentence)).toEqual([])
  })
})

describe('the text below those who were there', () => {
  it('says who opened and when, what was kept, and what each body does', async () => {
    const draft = await text(
      'PROCÈS-VERBAL du comité syndical du 4 décembre 2026\n\nÉtaient présents :\nMesdames Claire DUVAL, Hélène MARCHAIS\nMonsieur Paul AUBERT (DGX)\n\nMonsieur Paul AUBERT, Président, ouvre la séance à 18h00.\n\nPoint n°1 : Informations\nLe pont est ouvert.\n\nPoint n°2 : Approbation du procès-verbal\nAucune observation n’étant formulée, le procès-verbal est approuvé.\n\nPoint n°3 : Scénarios\nTrois sont présentés. Le scénario B est retenu.\n- DGX : transmettre le cahier des charges pour le 15/02/2027\n- la suite : dépendre du budget\n',
    )
    expect(draft.meeting.startTime).toBe('18:00')
    expect(names(draft)).toEqual(['Claire DUVAL present', 'Hélène MARCHAIS present', 'Paul AUBERT present'])
    expect(draft.decisions.map((decision) => decision.text)).toEqual([
      'Aucune observation n’étant formulée, le procès-verbal est approuvé',
      'Le scénario B est retenu',
    ])
    expect(draft.actions.map(({ text: words, owner, dueDate }) => [words, owner, dueDate])).toEqual([
      ['transmettre le cahier des charges', 'DGX', '2027-02-15'],
    ])
  })
})

it('an end on the next day is part of no name of a meeting', async () => {
  const draft = await text(
    'Compte rendu du bureau du 12 mai 2026, de 21 h à 1 h le lendemain\n\nPrésents : Anne Roy, Paul Bon\n\n1. Le four\nOn en parle.\n',
  )
  expect(draft.meeting).toMatchObject({ title: 'Bureau', startTime: '21:00', endTime: '01:00' })
})
