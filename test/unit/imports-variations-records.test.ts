import { describe, expect, it } from 'vitest'
import { read } from './said.ts'

const people = async (text: string) => {
  const draft = await read(text, 'rapport.csv')
  expect([draft.kind, draft.items, draft.decisions, draft.actions]).toEqual(['minutes', [], [], []])
  return {
    title: draft.meeting.title,
    date: draft.meeting.date,
    people: draft.participants.map(({ givenName, familyName, organisation, role, attendance }) =>
      [givenName, familyName, organisation, role, attendance].map((one) => one ?? '').join('|'),
    ),
  }
}

describe('who joined an online meeting', () => {
  it('reads a summary above the heads, whoever came back named once', async () => {
    expect(
      await people(
        '1. Résumé\nTitre de la réunion\tComité Berges et quais\nNombre de participants\t2\nHeure de début\t12/05/2026 09:58:02\nHeure de fin\t12/05/2026 11:31:40\nDurée de la réunion\t1 h 33 min\n\n2. Participants\nNom\tPremière participation\tDernier départ\tDurée de la réunion\tE-mail\tRôle\nAnne Roy\t09:58:02\t11:31:40\t1 h 33 min\ta.roy@exemple.invalid\tOrganisateur\nPaul LAC (Invité)\t10:02:11\t11:30:00\t1 h 28 min\tp.lac@exemple.invalid\tPrésentateur\n\n3. Activités pendant la réunion\nNom\tHeure d’arrivée\tHeure de départ\tDurée\tE-mail\tRôle\nAnne Roy\t09:58:02\t10:30:00\t32 min\ta.roy@exemple.invalid\tOrganisateur\nAnne Roy\t10:31:00\t11:31:40\t1 h\ta.roy@exemple.invalid\tOrganisateur\nPaul LAC (Invité)\t10:02:11\t11:30:00\t1 h 28 min\tp.lac@exemple.invalid\tPrésentateur\n',
      ),
    ).toEqual({
      title: 'Comité Berges et quais',
      date: '2026-05-12',
      people: ['Anne|Roy|||present', 'Paul|LAC|||present'],
    })
  })

  it.each([
    [
      'nothing above the heads, semicolons',
      'Nom complet;Heure de connexion;Heure de déconnexion;Durée (minutes)\nAnne Roy;10:01;11:30;89\nPaul Lac;10:05;11:30;85\n',
      ['Anne|Roy|||present', 'Paul|Lac|||present'],
    ],
    [
      'English words',
      'Full Name,Join Time,Leave Time,Duration,Email\nAnne Roy,10:01:00 AM,11:30:00 AM,1h 29m,a.roy@exemple.invalid\nLise Petit (DGX),10:04:00 AM,11:30:00 AM,1h 26m,l.petit@exemple.invalid\n',
      ['Anne|Roy|||present', 'Lise|Petit|DGX||present'],
    ],
    [
      'given names apart, another order',
      'Courriel;Prénom;Nom;Arrivée;Départ\na.roy@exemple.invalid;Anne;ROY;10:01;11:30\nz.bon@exemple.invalid;Zoé;BON;10:03;11:29\n',
      ['Anne|ROY|||present', 'Zoé|BON|||present'],
    ],
    [
      'a telephone and a room among them',
      'Participant;Heure d’entrée;Heure de sortie;Durée de présence\nAnne Roy;10:01;11:30;1 h 29\n+33 1 99 00 00 00;10:02;11:00;58 min\nSalle Loire;09:55;11:31;1 h 36\n',
      ['Anne|Roy|||present'],
    ],
  ])('%s', async (_, text, expected) => {
    expect((await people(text)).people).toEqual(expected)
  })

  it.each([
    [
      'a line for each entry and each exit',
      'Utilisateur;Action;Horodatage\nAnne Roy;Rejoint;20/01/2026 10:00\nAnne Roy;Quitté;20/01/2026 11:00\nPaul Lac;Rejoint;20/01/2026 10:01\n',
      ['Anne|Roy|||present', 'Paul|Lac|||present'],
    ],
    [
      'a table for the meeting above',
      'Sujet;ID de la réunion;Début;Fin;Durée (minutes)\nComité des berges;123;20/01/2026 10:00;20/01/2026 11:30;90\n\nNom (nom original);E-mail;Heure d’arrivée;Heure de départ;Durée (minutes);Invité\nAnne Roy;a@exemple.invalid;20/01/2026 10:00;20/01/2026 11:30;90;Non\n',
      ['Anne|Roy|||present'],
    ],
  ])('%s', async (_, text, expected) => {
    expect((await people(text)).people).toEqual(expected)
  })

  it('takes the hours of the meeting, and not how long it was, from the summary', async () => {
    const { meeting } = await read(
      'Titre de la réunion;Comité des berges\nHeure de début;20/01/2026 10:00:00\nHeure de fin;20/01/2026 11:30:00\nDurée de la réunion;1 h 30 min\n\nNom;Première connexion;Dernière déconnexion;Durée\nRoy, Anne;20/01/2026 10:00:12;20/01/2026 11:30:00;1 h 29\n',
      'rapport.csv',
    )
    expect(meeting).toMatchObject({
      title: 'Comité des berges',
      date: '2026-01-20',
      startTime: '10:00',
      endTime: '11:30',
    })
  })

  it('takes a list of who travels for no such list', async () => {
    const draft = await read(
      'Nom;Arrivée;Départ;Hôtel\nAnne Roy;12/05;13/05;Oui\nPaul Lac;12/05;13/05;Non\n',
      'hotel.csv',
    )
    expect([draft.kind, draft.participants]).toEqual(['unknown', []])
  })

  it('takes an agenda with hours and speakers for no such list', async () => {
    const draft = await read(
      'Heure;Point;Participants;Durée\n10:00;Berges;Anne Roy;30 min\n10:30;Quais;Paul Lac;20 min\n',
      'odj.csv',
    )
    expect(draft.kind).toBe('agenda')
    expect(draft.items.map(({ title }) => title)).toEqual(['Berges', 'Quais'])
  })
})

describe('a sheet of what was decided and is done', () => {
  const sheet = async (text: string) => {
    const { kind, meeting, items, decisions, actions, nextMeeting } = await read(text, 'suivi.csv')
    return {
      kind,
      title: meeting.title,
      date: meeting.date,
      items: items.length,
      decisions: decisions.map(({ text: words }) => words),
      actions: actions.map(({ text: words, owner, dueDate }) => [words, owner, dueDate].join('|')),
      next: nextMeeting?.date ?? null,
    }
  }

  it.each([
    [
      'the body before what the sheet is, the next meeting below',
      'Groupe Berges – relevé de décisions du 12/05/2026;;;;;\n;;;;;\nSujet;Décision;Action;Responsable;Échéance;État\nQuai;Fermer le quai;Poser des barrières;Ville;30/06/2026;À faire\nBerge;Planter des saules;Commander les plants;DGX;01/05/2026;Fait\nProchaine réunion : mardi 9 juin 2026 à 9h30;;;;;\n',
      {
        title: 'Groupe Berges',
        date: '2026-05-12',
        decisions: ['Fermer le quai', 'Planter des saules'],
        actions: ['Poser des barrières|Ville|2026-06-30'],
        next: '2026-06-09',
      },
    ],
    [
      'no title at all',
      'Thème;Décision;Action;Pilote;Délai;Statut\nQuai;Fermer le quai;Poser des barrières;Ville;30/06/2026;en cours\n',
      {
        title: null,
        date: null,
        decisions: ['Fermer le quai'],
        actions: ['Poser des barrières|Ville|2026-06-30'],
        next: null,
      },
    ],
    [
      'actions only',
      'Comité des berges – suivi des actions;;;\nAction;Qui;Pour le;Avancement\nPoser des barrières;Ville;30/06/2026;0 %\nPeindre;DGX;15/07/2026;0 %\n',
      {
        title: 'Comité des berges – suivi des actions',
        date: null,
        decisions: [],
        actions: ['Poser des barrières|Ville|2026-06-30', 'Peindre|DGX|2026-07-15'],
        next: null,
      },
    ],
    [
      'the date in a line of its own, another order of columns',
      'Comité des berges;;;;\nSéance du mardi 12 mai 2026;;;;\nPoint;Action;Responsable;Échéance;Décision\nQuai;Poser des barrières;Ville;30/06/2026;Fermer le quai\nProchain comité : 9 juin 2026;;;;\n',
      {
        title: 'Comité des berges',
        date: '2026-05-12',
        decisions: ['Fermer le quai'],
        actions: ['Poser des barrières|Ville|2026-06-30'],
        next: '2026-06-09',
      },
    ],
    [
      'a dash for the body',
      'Comité des berges - compte rendu du 12 mai 2026;;;\nDécision;Action;En charge;Date limite\nFermer le quai;Poser des barrières;Ville;30/06/2026\n',
      {
        title: 'Comité des berges',
        date: '2026-05-12',
        decisions: ['Fermer le quai'],
        actions: ['Poser des barrières|Ville|2026-06-30'],
        next: null,
      },
    ],
  ])('%s', async (_, text, expected) => {
    expect(await sheet(text)).toEqual({ kind: 'minutes', items: 0, ...expected })
  })

  it('leaves an agenda that asks for decisions an agenda', async () => {
    const asked = await sheet(
      'Comité des berges du 12 mai 2026;;;\nPoint;Décision attendue;Rapporteur;Durée\nQuai;Fermeture;Anne Roy;20 min\nBerge;Plantation;Paul Lac;15 min\n',
    )
    expect(asked).toMatchObject({ kind: 'agenda', items: 2 })
  })
})

describe('an agenda that names minutes in its title', () => {
  it('stays an agenda of its own day', async () => {
    const draft = await read(
      'Comité des berges – compte rendu du 3 mars 2026 et ordre du jour\n\nmardi 12 mai 2026\n\nOrdre du jour :\n1. Approbation du compte rendu du 3 mars\n2. Quai',
    )
    expect([draft.kind, draft.meeting.date]).toEqual(['agenda', '2026-05-12'])
  })
})

describe('who does what', () => {
  it.each([
    [
      'a commune of the table of participants',
      'recenser les coupes (Montbrac)',
      'recenser les coupes|Montbrac',
    ],
    ['two of them', 'recenser les coupes (Montbrac, Valsec)', 'recenser les coupes|Montbrac, Valsec'],
    ['a family name', 'envoyer le plan (Roy)', 'envoyer le plan|Roy'],
    ['with its due date', 'envoyer le plan (Valsec) avant le 3 juin 2026', 'envoyer le plan|Valsec'],
    ['a place nobody came from', 'visiter le quai (Torvan)', 'visiter le quai (Torvan)|'],
  ])('%s', async (_, action, expected) => {
    const { actions } = await read(
      `Compte rendu du comité des berges\n5 mai 2026\n\nPrésents :\n- Anne Roy (Montbrac)\n- Paul Lac (Valsec)\n\n1. Quai\nTexte.\nAction : ${action}\n2. Divers`,
    )
    expect(actions.map(({ text, owner }) => `${text}|${owner ?? ''}`)).toEqual([expected])
  })
})

describe('what was decided', () => {
  const decided = async (text: string) => {
    const { decisions, actions } = await read(text, 'compte-rendu.md')
    return {
      decisions: decisions.map((one) => [one.text, one.outcome]),
      actions: actions.map((one) => one.text),
    }
  }
  const head = '# Compte rendu du comité du 5 mai 2026\n\nPrésents : Anne Roy, Paul Lac\n\n'

  it('may speak of an agenda', async () => {
    expect(
      await decided(
        `${head}Décision : le point 3 est retiré de l’ordre du jour.\n\nAction : Anne Roy inscrit le sujet à l’ordre du jour de juin\n`,
      ),
    ).toEqual({
      decisions: [['le point 3 est retiré de l’ordre du jour.', null]],
      actions: ['Anne Roy inscrit le sujet à l’ordre du jour de juin'],
    })
  })

  it('is a vote that the record at the end counts again once, with one column more', async () => {
    const { decisions } = await decided(
      `${head}## Budget\n\n| Résolution | Pour | Contre | Abst. |\n|---|---|---|---|\n| Adopter le budget | 12 | 0 | 1 |\n\n## Relevé\n\n| Résolution | Pour | Contre | Abst. | Résultat |\n|---|---|---|---|---|\n| Adopter le budget | 12 | 0 | 1 | Adopté |\n`,
    )
    expect(decisions).toHaveLength(1)
  })

  it('leaves boxes below coded lines to do, whatever was ticked in the agenda', async () => {
    const { decisions, actions } = await decided(
      `${head}## Ordre du jour\n\n- [x] Budget\n- [x] Travaux\n\nD1 : le budget est adopté\n\nD2 : les travaux commencent\n\n- [ ] Anne Roy envoie la note\n`,
    )
    expect(decisions).toHaveLength(2)
    expect(actions).toEqual(['Anne Roy envoie la note'])
  })

  it('is each row of votes, also where they only have numbers', async () => {
    const { decisions } = await decided(
      `${head}| N° | Pour | Contre | Abst. |\n|---|---|---|---|\n| 1 | 12 | 0 | 1 |\n| 2 | 10 | 2 | 1 |\n| 3 | 13 | 0 | 0 |\n`,
    )
    expect(decisions.map(([, outcome]) => outcome)).toEqual([
      'Pour : 12, Contre : 0, Abst. : 1',
      'Pour : 10, Contre : 2, Abst. : 1',
      'Pour : 13, Contre : 0, Abst. : 0',
    ])
  })
})
