import { describe, expect, it } from 'vitest'
import { names, read, titles } from './said.ts'

// What bodies write that nobody had looked at before: their structure, with invented words.

const markdown = (text: string) => read(text, 'reunion.md', '2026-06-01')
const plain = (text: string) => read(text, 'reunion.txt', '2026-06-01')

const council = `PROCES VERBAL DES DELIBERATIONS DU CONSEIL MUNICIPAL
SEANCE DU 8 AVRIL 2025

Présents : M. Yves Borde, Mme Isabelle Roy
Absents excusés : Mme Elodie Mur
Secrétaire de séance : Mme Claire Lac
Compte-rendu affiché le : 14 AVRIL 2025

Ordre du jour :
1. Achat d’une grange
2. Prêt du moulin
3. Goûter des lavoirs

1. Achat d’une grange :
Vu le Code général des collectivités territoriales ;
Vu la délibération du comité prise le 3 mai
à l’unanimité ;
Après en avoir délibéré, le Conseil municipal, à l’unanimité
DÉCIDE :
Article 1 : d’approuver l’achat d’une grange.
Adopté à l’unanimité des membres présents.

2. Prêt du moulin :
Après en avoir délibéré, le Conseil Municipal décide :
Article 1 : de rouvrir le moulin.

3. Goûter des lavoirs :
Le maire présente le goûter du samedi 6 septembre 2025 à 13 h.
`

describe('the parts of a paper are no items', () => {
  const page = `---
title: "Ordre du jour - Réunion Canopée du 12/05/2026"
---

### 1. Modalités
Lieu : Bureau d'Odile, Montrelle
Date : 12/05/2026
Heure : 14h à 15h30

### 2. Participants
Odile Vasseur - GRIVE
Basile Marchand - GRIVE

### 3. Objectif de la réunion
Revoir ensemble les relevés de la saison.

### 4. Points à aborder
#### Relevés de l'été
- Vent
- Modalités de remise des relevés
  - Quels relevés garder ?
#### Sorties à venir
- Sortie avec Odile en novembre
#### Administratif
- Inscriptions

### 5. Documents support présentation
- Relevés de mai
`

  it('takes what stands under the title of the agenda, and reads the parts as what they are', async () => {
    const draft = await markdown(page)
    expect(titles(draft)).toEqual(["Relevés de l'été", 'Sorties à venir', 'Administratif'])
    expect(draft.meeting).toMatchObject({ date: '2026-05-12', startTime: '14:00', endTime: '15:30' })
    expect(names(draft)).toEqual(['Odile Vasseur null', 'Basile Marchand null'])
  })
})

describe('an agenda told in a sentence', () => {
  const minutes = (list: string) => `association les cabanes de Montrelle
Document procès-verbal
Statut validé
Date 21/02/2026

Le 21 février 2026, 15h15, l’association se réunit en ligne. Étaient présents : Odile Vasseur, Basile Marchand et Marthe Oriol.

L’ordre du jour est le suivant :
${list}

Lecture du rapport d’activité

Le rapport d’activité est présenté par le bureau et validé par l’ensemble des présents.

Élection du bureau

Odile Vasseur se présente. Elle est élue à l’unanimité.

La séance est levée à 18h05.
`

  it('reads its list, those who were there, and no decision about the paper itself', async () => {
    const draft = await plain(
      minutes('– lecture du rapport d’activité ;\n– élection du bureau ;\n– questions diverses.'),
    )
    expect(titles(draft)).toHaveLength(3)
    expect(names(draft)).toEqual(['Odile Vasseur present', 'Basile Marchand present', 'Marthe Oriol present'])
    expect(draft.meeting).toMatchObject({ date: '2026-02-21', startTime: '15:15', endTime: '18:05' })
    expect(draft.decisions.map(({ text }) => text).some((text) => /Statut/.test(text))).toBe(false)
    expect(draft.decisions).toHaveLength(2)
  })
})

describe('deliberations', () => {
  it('are a decision each, of what they are about, on the day of the sitting', async () => {
    const draft = await plain(council)
    expect(draft.decisions.map(({ text }) => text)).toEqual(['Achat d’une grange', 'Prêt du moulin'])
    expect(draft.meeting.date).toBe('2025-04-08')
    expect(names(draft)).toEqual(['Yves Borde present', 'Isabelle Roy present', 'Elodie Mur excuse'])
  })

  it('count who is listed again over the signatures once', async () => {
    const draft = await markdown(
      `# Procès-verbal du conseil du 3 mai 2026\n\n**Présents :** Yves Borde, Isabelle Roy\n\n**Excusée :** Elodie Mur\n\n## Ordre du jour\n\n1. Le budget\n2. Les chemins\n\n| Nom et prénom | Fonction | Signature |\n|---|---|---|\n| BORDE Yves | Maire | |\n| ROY Isabelle | Adjointe | |\n| MUR Elodie | Conseillère | Absente excusée |\n`,
    )
    expect(
      names(draft)
        .map((name) => name.toLowerCase())
        .sort(),
    ).toEqual(['elodie mur excuse', 'isabelle roy present', 'yves borde present'])
  })

  it('are told by tables that count votes, with or without bars', async () => {
    const votes = `# Comité du 3 mai 2026\n\nProcès-verbal\n\n# Comptes de 2025\n\n| Nombre de votants | 11 |\n| --- | --- |\n| S’abstiennent | 1 |\n| Votent contre | 2 |\n| Votent pour | 8 |\n\nLes comptes sont approuvés à la majorité.\n\n# Nouvelle affiche\n\nTable: Vote pour la nouvelle affiche\n\nNombre de votants                       11\n--------------------------------------- -----------\nS’abstiennent                           0\nVotent contre                           0\nVotent pour                             11\n`
    const draft = await markdown(votes)
    expect(draft.decisions.map(({ text }) => text)).toEqual([
      'Les comptes sont approuvés à la majorité',
      'Vote pour la nouvelle affiche',
    ])
  })
})

describe('tables', () => {
  it('are read by what their cells hold where heads deceive', async () => {
    const draft = await markdown(
      `# Programme\n\n| début | intervention | intervenants |\n|---|---|---|\n| 10h00 | Accueil | le bureau |\n| 10h30 | Les sentiers | Odile Vasseur |\n| 11h00 | Les refuges | Basile Marchand |\n| 11h30 | Les cabanes | Marthe Oriol |\n`,
    )
    expect(titles(draft)).toEqual(['Accueil', 'Les sentiers', 'Les refuges', 'Les cabanes'])
  })

  it('of who does what until when are actions, whatever their first head', async () => {
    const draft = await markdown(
      `# Compte rendu du 3 mai 2026\n\n# Actions à suivre\n\n| Description | Responsable | Délai |\n|---|---|---|\n| Relire le plan | Odile | 24/05/2026 |\n`,
    )
    expect(draft.actions).toMatchObject([{ text: 'Relire le plan', owner: 'Odile', dueDate: '2026-05-24' }])
  })
})

describe('minutes of a club', () => {
  it('read counts of a vote and lists of candidates as no items', async () => {
    const draft = await markdown(
      `## Compte rendu de l’assemblée constitutive des cabanes\n\n## À la Grange, Montrelle le 11/05/2026\n\n## Ordre du jour\n\n1. Lecture et adoption des statuts\n2. Élection du conseil\n\n## Déroulé\n\nAprès avoir rappelé l’ordre du jour, Odile Vasseur lit les statuts.\n\nVotes\n\n- Pour : 7\n- Contre : 0\n- Abstention : 0\n\nLes statuts sont approuvés à l’unanimité.\n\n- ODILE VASSEUR\n- BASILE MARCHAND\n- MARTHE ORIOL\n`,
    )
    expect(titles(draft)).toEqual(['Lecture et adoption des statuts', 'Élection du conseil'])
    expect(draft.meeting.place).toBe('Grange, Montrelle')
  })

  it('go on past a courteous sentence, and count those who came', async () => {
    const draft = await markdown(
      `# Atelier du jardin - 12 mai 2026\n\n## Atelier à distance, de 9h à 11h\n\nPlus de 60 participants.\n\n## Les semis\n\nVeuillez nous excuser pour le retard.\n\n## La serre\n\nElle est montée.\n\n## Les outils\n\nRien.\n`,
    )
    expect(titles(draft)).toEqual(expect.arrayContaining(['Les semis', 'La serre', 'Les outils']))
    expect(draft).toMatchObject({ kind: 'minutes', meeting: { date: '2026-05-12', startTime: '09:00' } })
  })

  it('name people by given names behind a count or in a cell that lists them', async () => {
    const counted = await markdown(
      '# Compte rendu du 3 mai 2026\n\nPrésents : 3 personnes: Théo,Elise,Cédric\n',
    )
    expect(names(counted)).toEqual(['Théo present', 'Elise present', 'Cédric present'])
    const listed = await markdown(
      '# Compte rendu n° 3\n\n| Lieu : Montrelle | Projet : cabanes |\n|---|---|\n| Présent(s) (retard/excusés/non excusés) :<br>• Arthur<br>• Thomas | Date / heure :<br>Lundi 4 mai 2026, 13h15 à 14h |\n',
    )
    expect(names(listed)).toEqual(['Arthur present', 'Thomas present'])
    expect(listed.meeting).toMatchObject({ date: '2026-05-04', startTime: '13:15', endTime: '14:00' })
  })
})

describe('where and when', () => {
  it('are read below their labels', async () => {
    const { meeting } = await plain(
      'Réunion du groupe Voies\n\nElle aura lieu le 6 mai 2026.\n\nHoraires\nPortes : 9h15\nDébut des échanges : 9h45\nFin : 15h30\n\nLieu\nMaison des voies\n8 avenue des Tilleuls\n\nAccès\nDe 9h15 à 9h45, les retardataires sonnent en bas.\n',
    )
    expect(meeting).toMatchObject({ date: '2026-05-06', startTime: '09:45', endTime: '15:30' })
    expect(meeting.place).toContain('Maison des voies')
  })

  it('are read in a sentence that says both', async () => {
    const { meeting } = await markdown(
      '---\ntitle: Rencontres\ndate: 2026-03-02 7:30:00\n---\n\nLa fête des ports se déroulera du 9 au 10 juin 2026 à Port-Neuf-sur-Lys.\n',
    )
    expect(meeting).toMatchObject({ date: '2026-06-09', place: 'Port-Neuf-sur-Lys' })
  })
})

describe('what bodies of other kinds write', () => {
  it('reads the marks of a wiki, and who does what in brackets before it', async () => {
    const draft = await markdown(
      "== Réunion du 5 mai 2026 ==\n\n=== Présents ===\n* Alice\n* Basile\n\n=== Ordre du jour ===\n# Serveur\n# '''Adhésions'''\n\n=== Serveur ===\nMigration faite.\n\n=== Adhésions ===\n42 adhérents.\n\n=== À faire ===\n* [Alice] relancer la mairie\n* [Basile] affiche du jardin\n",
    )
    expect(titles(draft)).toEqual(['Serveur', 'Adhésions'])
    expect(names(draft)).toEqual(['Alice present', 'Basile present'])
    expect(draft.actions.map(({ text, owner }) => [owner, text])).toEqual([
      ['Alice', 'relancer la mairie'],
      ['Basile', 'affiche du jardin'],
    ])
  })

  it('reads deliberations and resolutions by their numbers, and a vote that is said twice once', async () => {
    const syndicate = await plain(
      "SYNDICAT DES EAUX DE MONTRELLE\nCOMPTE RENDU DU COMITÉ DU 28 MARS 2026\n\nDÉLIBÉRATION N° 2026-01 : APPROBATION DU COMPTE\nLe comité, après en avoir délibéré, à l'unanimité, approuve le compte.\n\nDÉLIBÉRATION N° 2026-02 : TARIFS DE L'EAU\nAdopté à l'unanimité.\n\nQUESTIONS DIVERSES\nLe président informe des travaux.\n",
    )
    expect(titles(syndicate)).toEqual(['APPROBATION DU COMPTE', "TARIFS DE L'EAU", 'QUESTIONS DIVERSES'])
    const owners = await plain(
      "PROCÈS-VERBAL DE L'ASSEMBLÉE DU 24/04/2026\n\nLe vendredi 24 avril 2026 à 18 heures, les copropriétaires se sont réunis salle des Tilleuls.\n\nRÉSOLUTION N°1 : Comptes de 2025\nPour : 21 – Contre : 1 – Abstention : 1\nCette résolution est adoptée à la majorité.\n\nRÉSOLUTION N°2 : Ravalement\nPour : 9 – Contre : 14\nCette résolution est rejetée.\n",
    )
    expect(owners.decisions.map(({ text }) => text)).toEqual(['Comptes de 2025', 'Ravalement'])
    expect(owners.meeting).toMatchObject({ startTime: '18:00', place: 'salle des Tilleuls' })
  })

  it('takes whoever has a civility behind any label, and nobody for an office', async () => {
    const draft = await plain(
      "COMPTE RENDU DU CONSEIL D'ÉCOLE DU 5 MAI 2026\n\nPRÉSENTS\nEnseignants : Mmes Fabre, Gilles, M. Roussel\nParents élus : Mme Costa\n\nEXCUSÉS\nM. l'Inspecteur\nMme Adam (parent)\n\n1. Effectifs\nIls sont stables.\n\n2. Sécurité\nLa grille est fermée. Prochain conseil le 2 juin 2026 à 18h.\n",
    )
    expect(names(draft)).toEqual([
      'Fabre present',
      'Gilles present',
      'Roussel present',
      'Costa present',
      'Adam excuse',
    ])
  })

  it('knows who does something by who was there', async () => {
    const draft = await plain(
      'Compte rendu du 5 mai 2026\n\nPrésents : Karim Borde, Julie, Marc, Zoé\n\n1/ Fête\nLa date est libre.\nAction : Karim Borde appelle la mairie avant le 30 mai.\n\n2/ Local\nVide.\n\nA faire :\n- Marc : affiche avant le 20/05\n- Julie : mail aux parents\n\nLa séance est levée à 20h15. Prochain rendez-vous le jeudi 4 juin 2026 à 18h30.\n',
    )
    expect(draft.actions.map(({ owner }) => owner)).toEqual(['Karim Borde', 'Marc', 'Julie'])
    expect(draft.nextMeeting).toMatchObject({ date: '2026-06-04', startTime: '18:30' })
    expect(titles(draft)).toEqual(['Fête', 'Local'])
  })
})

describe('what is sure', () => {
  const confidences = (found: readonly { source: { confidence: number } }[]) =>
    found.map(({ source }) => source.confidence >= 0.75)

  it('is a list in order, and neither headings under a mention nor two names in one', async () => {
    const ordered = await markdown(
      '# Compte rendu du 3 mai 2026\n\n1. Le jardin\n\nIl fleurit.\n\n2. Le local\n\nVide.\n\n3. Divers\n\nRien.\n',
    )
    expect(confidences(ordered.items)).toEqual([true, true, true])
    const mentioned = await markdown(
      '# Notre ordre du jour et nos nouvelles\n\n## Le jardin\n\nIl fleurit.\n\n## Le local\n\nVide.\n',
    )
    expect(confidences(mentioned.items)).toEqual([false, false])
    const joined = await markdown(
      '# Compte rendu du 3 mai 2026\n\nPrésents : Odile Vasseur Basile Marchand, Marthe Oriol\n',
    )
    expect(confidences(joined.participants)).toEqual([false, true])
  })
})

describe('words that only look like those around a meeting', () => {
  it('what is due at the next meeting is decided and done all the same', async () => {
    const draft = await plain(
      `Compte rendu du comité des berges\n5 mai 2026\n\nPrésents : Camille Ozanne, Paul Lac\n\n1. Budget\nDécision : le budget révisé sera soumis à la prochaine réunion du 12 juin 2026\nAction : Camille Ozanne envoie la note avant la prochaine réunion du 12 juin 2026\nAction : préparer une présentation pour la prochaine réunion, le 12 juin\nAction : Prochaine réunion le 20 juin 2026\n\n2. Divers\n`,
    )
    expect(draft.decisions.map(({ text }) => text)).toEqual([
      'le budget révisé sera soumis à la prochaine réunion du 12 juin 2026',
    ])
    expect(draft.actions).toHaveLength(2)
    expect(draft.nextMeeting?.date).toMatch(/-06-(?:12|20)$/)
  })

  it('workshops with their hours are items; the one that sits is none', async () => {
    const draft = await plain(
      `Atelier à distance, de 9h à 12h\n12 mai 2026\n\nOrdre du jour\n\nAccueil des nouveaux, de 9h à 9h15\nAtelier 1, de 9h à 10h\nAtelier 2, de 10h à 11h\nRéunion de clôture, de 11h à 12h\n`,
    )
    expect(draft.items.map(({ title }) => title)).toEqual([
      'Accueil des nouveaux',
      'Atelier 1',
      'Atelier 2',
      'Réunion de clôture',
    ])
  })

  it('an office among those who were there is no title of the meeting', async () => {
    const draft = await plain(
      `5 mai 2026\n\nPrésents :\nMme Ozanne\nM. le préfet de la Marne\nM. Petit\n\n1. Quai\nOn en parle longuement.\nDécision : le fermer\n2. Divers\nRien à dire.\n`,
    )
    expect(draft.meeting.title).not.toBe('M. le préfet de la Marne')
    expect(names(draft)).toHaveLength(2)
  })

  it('a sentence that decides more than the formula of its item is a decision too', async () => {
    const draft = await plain(
      council.replace(
        'Article 1 : de rouvrir',
        'Le conseil décide de créer un poste.\nArticle 1 : de rouvrir',
      ),
    )
    expect(draft.decisions.map(({ text }) => text)).toEqual([
      'Achat d’une grange',
      'Prêt du moulin',
      'Le conseil décide de créer un poste',
    ])
  })
})
