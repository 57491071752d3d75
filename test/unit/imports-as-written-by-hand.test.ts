import { describe, expect, it } from 'vitest'
import { markdown, names, read, said, text, titles } from './said.ts'

// What pages written by hand, and pages that a program wrapped, got wrong at first sight, with invented words.

const todo = ({ actions }: Awaited<ReturnType<typeof markdown>>) =>
  actions.map((one) => `${one.text} (${one.owner ?? 'nobody'})`)

describe('a page in Markdown', () => {
  it('has tables that dashes only frame, and rules of dashes are none', async () => {
    const draft = await markdown(
      '---\ntitle: Réunion du four\n---\n\nProcès-verbal du 3 mars 2026\n\n# Présents\n\n----------------   ---------\nOdile Vasseur      La Ruche\nBasile Oriol       Le Bief\nZoé Marval         La Ruche\n----------------   ---------\n\n# Le levain\n\nLe levain a été gardé malgré la chaleur.\n\n# Le bois\n\n--- ---\n\nLe bois est rentré depuis lundi.\n',
    )
    expect(names(draft)).toEqual(['Odile Vasseur present', 'Basile Oriol present', 'Zoé Marval present'])
    expect(draft.participants.map(({ organisation }) => organisation)).toEqual([
      'La Ruche',
      'Le Bief',
      'La Ruche',
    ])
    expect(titles(draft)).toEqual(['Le levain', 'Le bois'])
  })

  it('has titles without the links, the notes and the blank of their marks', async () => {
    const draft = await markdown(
      '# Compte rendu du 3 mars 2026\n\nPrésents : Odile Vasseur, Basile Oriol\n\n# Le [[Club/LeFour|four du bourg]]\n\nLe four a été nettoyé.\n\n# Le préau[^toit]\n\n[^toit]: Toit de tuiles\n\nLe préau sera fermé cet hiver.\n\n#Trésorerie\n\nLe compte est à l’équilibre.\n\n# Divers\n\nLe banc est à repeindre.\n',
    )
    expect(titles(draft)).toEqual(['Le four du bourg', 'Le préau', 'Trésorerie', 'Divers'])
    // What a network calls its words by is no title.
    const tagged = await markdown(
      '# Compte rendu du 3 mars 2026\n\nPrésents : Odile Vasseur, Basile Oriol\n\n# Le four\n\nLe four a été nettoyé.\n\n# Divers\n\nLe banc est à repeindre.\n\n#Fournil\n',
    )
    expect(titles(tagged)).toEqual(['Le four', 'Divers'])
  })

  it('has links that the margin cut, and bold words with blanks within', async () => {
    const draft = await markdown(
      '---\ntitle: Compte rendu réunion #9\ndate: 2026-03-03\n---\n\nPrésents: Luc, [Odile](/qui-sommes-\nnous/odile/), Basile, [Zoé](/qui-sommes-nous/zoe/)\n\nLe four\n\n* Le levain tient bien, voir [le\n  cahier](https://exemple.org/cahier)\n* Rentrer le bois -> Odile\n* Prévenir la presse ->** @zoe**\n\nLe préau\n\n* Relire la charte -> Basile\n* Le toit fuit\n',
    )
    expect(names(draft)).toEqual(['Luc present', 'Odile present', 'Basile present', 'Zoé present'])
    expect(todo(draft)).toEqual([
      'Rentrer le bois (Odile)',
      'Prévenir la presse (zoe)',
      'Relire la charte (Basile)',
    ])
    expect(said(draft.items)).toEqual(['Le four', 'Le préau'])
  })
})

const PRESENT = 'Présents : Odile Vasseur, Basile Oriol, Zoé Marval'

describe('who was there', () => {
  it('is nobody who is only voted for or named below the subjects', async () => {
    const draft = await markdown(
      `---\ntitle: Réunion du four\n---\n\nDate : 3 mars 2026\n${PRESENT}, La Ruche\nDurée du CA : 2 heures\n\n## Le choix du potier\n\nLa candidature de Lise Dorn a récolté 5 oui (majorité des votants présents).\n\nCes candidatures composent la liste : Lise Dorn, Hugo Sarn, Nina Belk et Ivan Tolm.\n\nPour les membres excusé.es :\n\nAnaël. 2 noms : Lise Dorn, Hugo Sarn.\n\n## Votes des membres absent.es\n\nAnne : Nina Belk\nMarie : Ivan Tolm\n\n## Divers\n\nLe banc est à repeindre.\n`,
    )
    expect(names(draft).filter((name) => !name.includes('Ruche'))).toEqual([
      'Odile Vasseur present',
      'Basile Oriol present',
      'Zoé Marval present',
    ])
  })

  it('is said again over the signatures', async () => {
    const draft = await markdown(
      `---\ntitle: Compte rendu du 3 mars 2026\n---\n\n${PRESENT}\n\n## Le four\n\nLe four a été nettoyé.\n\n## Divers\n\nLe banc est à repeindre.\n\nPrésents à la fin :\n\nHugo Sarn, Nina Belk\n`,
    )
    expect(names(draft)).toContain('Nina Belk present')
  })

  it('ends where a part begins', async () => {
    const draft = await markdown(
      '# Compte rendu de la réunion du 3 mars 2026\n\nPrésents :\n\n* Luc\n* Odile\n* Basile\n\nCahier : https://exemple.org/cahier\n\n## I. Avant Propos et soucis de clés\n\nLa porte était fermée.\n\n## II. Le four\n\nLe four a été nettoyé.\n',
    )
    expect(names(draft)).toEqual(['Luc present', 'Odile present', 'Basile present'])
    const cut = await text([
      'Compte rendu du conseil du 3 mars 2026',
      'Présents : Odile VASSEUR, Basile ORIOL, Zoé MARVAL.',
      'Absents non excusés : Hugo SARN, Ivan TOLM,',
      'Ordre du jour',
      '1. Le four',
      '2. Le préau',
    ])
    expect(names(cut).slice(3)).toEqual(['Hugo SARN absent', 'Ivan TOLM absent'])
    expect(cut.participants.every(({ organisation }) => organisation === null)).toBe(true)
  })

  it('is called as its column writes it, and no step of the paper', async () => {
    const draft = await read(
      '<p>Compte rendu de la réunion du 3 mars 2026</p><table><tr><td>Nom/Prénom</td><td>Organisme</td></tr><tr><td>Guillaume Vasseur</td><td>La Ruche</td></tr><tr><td>Nicolas Oriol</td><td>Le Bief</td></tr><tr><td>Hélène Marval</td><td>La Ruche</td></tr></table><table><tr><td>Suivi du document</td><td></td></tr><tr><td>09/03/2026</td><td>Odile Vasseur</td><td>Première version</td></tr><tr><td>25/03/2026</td><td>Participants GT</td><td>Relecture</td></tr><tr><td></td><td>Participants GT</td><td>Approbation</td></tr></table><h1>Le four</h1><p>Le four a été nettoyé.</p><h1>Le préau</h1><p>Le préau sera fermé.</p>',
      'compte-rendu.html',
    )
    expect(draft.participants.map(({ givenName, familyName }) => `${givenName} ${familyName}`)).toEqual([
      'Guillaume Vasseur',
      'Nicolas Oriol',
      'Hélène Marval',
    ])
    const turned = await read(
      '<p>Compte rendu de la réunion du 3 mars 2026</p><table><tr><td>Nom/Prénom</td><td>Organisme</td></tr><tr><td>Vasseur Guillaume</td><td>La Ruche</td></tr><tr><td>Martin Nicolas</td><td>Le Bief</td></tr><tr><td>Marval Hélène</td><td>La Ruche</td></tr></table>',
      'compte-rendu.html',
    )
    expect(turned.participants.map(({ familyName }) => familyName)).toEqual(['Vasseur', 'Martin', 'Marval'])
  })

  it('is told by their presence, and by an absence', async () => {
    const draft = await text([
      'Compte rendu de l’assemblée du 3 mars 2026',
      'Membres du bureau présents : Odile Vasseur, Basile Oriol, Zoé Marval',
      'Absence non justifiée : SARN Hugo',
      'Monsieur Luc DORN, représentant la mairie, nous a fait l’honneur d’être parmi nous.',
      'Présence de Mr. Belk et Mme Tolm, représentants de la mairie.',
      'Le four a été nettoyé par les voisins pendant deux jours, et le levain tient.',
    ])
    expect(names(draft)).toEqual([
      'Odile Vasseur present',
      'Basile Oriol present',
      'Zoé Marval present',
      'Hugo SARN absent',
      'Belk present',
      'Tolm present',
      'Luc DORN present',
    ])
  })
})

const decided = ({ decisions }: Awaited<ReturnType<typeof text>>) => decisions.map((one) => one.text)

describe('what was decided', () => {
  it('is counted without the word of a vote', async () => {
    const draft = await text([
      'Compte rendu du conseil municipal du 3 mars 2026',
      PRESENT,
      'Ordre du jour',
      '1/ Présentation du budget :',
      'Basile présente le budget.',
      'Vote des comptes de gestion :',
      '15 pour.',
      'Vote du budget du four :',
      '15 pour',
      '2/ Reversement de la taxe :',
      'Voir le document joint.',
      '0 contre, 0 abstention, 11 pour',
      '3/ Reprise du préau',
      'Le préau coûte un euro.',
      '2 contre 3 absentions 6 votes pour',
      '4/ Divers',
      'Le four sert 15 pour cent du bourg.',
    ])
    expect(decided(draft)).toEqual([
      'Vote des comptes de gestion',
      'Vote du budget du four',
      'Reversement de la taxe',
      'Reprise du préau',
    ])
  })

  it('is decided by the group as it is called', async () => {
    const draft = await text([
      'Compte rendu de la réunion du SG3 du 3 mars 2026',
      PRESENT,
      'Le SG3 retient la deuxième forme du moule pour les pains de fête.',
      'Sans remarque, le plan du four est validé par le GT.',
      'Farine du bourg (n° 20) : la proposition est retenue par le groupe.',
      'Le SG3 souhaite une réponse avant le printemps.',
      'Le moule est validé par le fabricant.',
      'Farine bise (n° 21) : la proposition sera étudiée.',
      'Après échanges, les modifications suivantes sont validées :',
      '- Fournée du lundi => supprimée',
      '- Fournée du mardi => ajout',
      '- Fournée du jeudi => ajout',
      'Le cahier étant plein, il est retenu d’en acheter un autre au printemps.',
      'Conclusion retenue en séance : ouvrir un nouveau cahier.',
    ])
    expect(decided(draft)).toHaveLength(8)
    expect(decided(draft).join('\n')).not.toMatch(/souhaite|fabricant|étudiée/)
  })

  it('is what came of an election, whoever is called', async () => {
    const draft = await text([
      'Procès-verbal de l’assemblée générale du 3 mars 2026',
      PRESENT,
      'Élection du conseil :',
      '- Madame SARN Corinne élue par 26 voix et 4 abstentions',
      '- Monsieur TOLM Ivan est élu à l’unanimité',
    ])
    expect(decided(draft)).toHaveLength(2)
  })
})

describe('what is to be done', () => {
  it('is no choice between two, no office and nothing done about something', async () => {
    const draft = await text([
      'Compte rendu de la réunion du 3 mars 2026',
      PRESENT,
      'On a donc des choix à faire sur :',
      '- rendre le cahier obligatoire ou facultatif',
      '- réaliser un contrôle du levain ou non',
      'Action sur le logo du groupe :',
      'C’est le logo bleu qui est adopté avec 55 % des votes.',
      'Le nouveau bureau :',
      '- Trésorier adjoint : Luc Dorn @lucd',
      '- Secrétaire adjoint : Nina Belk @nina',
      'Reste à faire :',
      '- relire la charte (Zoé Marval)',
    ])
    expect(todo(draft)).toEqual(['relire la charte (Zoé Marval)'])
  })
})

describe('the agenda', () => {
  const below = (parts: string) =>
    `<p>Compte rendu de la réunion du 3 mars 2026</p><p>Ordre du jour :</p><p>Nouvelles de l’été</p><p>Four du bourg</p><ul><li>Le nouveau moule</li><li>La cheminée (tuiles et mortier)</li></ul><p>Fête du pain</p><ul><li>Le nom de la fête</li><li>Les invités</li></ul><p>Liste des participants :</p><p>Odile Vasseur, Basile Oriol, Zoé Marval</p>${parts}`
  it('is the list under its title, with its parts, and not the headings that repeat some', async () => {
    const draft = await read(
      below(
        '<h1>Four du bourg</h1><p>Le four a été nettoyé pendant deux jours par les voisins du bourg.</p><h2>La cheminée (tuiles et mortier)</h2><p>Elle tire bien.</p><h1>Fête du pain, au printemps</h1><h2>Le nom de la fête</h2><p>Plusieurs noms sont proposés par les écoles du canton.</p>',
      ),
      'compte-rendu.html',
    )
    expect(said(draft.items)).toEqual([
      'Nouvelles de l’été',
      'Four du bourg',
      '> Le nouveau moule',
      '> La cheminée (tuiles et mortier)',
      'Fête du pain',
      '> Le nom de la fête',
      '> Les invités',
    ])
  })

  it('has no parts where nothing of it comes again over a text', async () => {
    const draft = await read(
      '<p>Compte rendu de la réunion du 3 mars 2026</p><p>Ordre du jour :</p><p>Four du bourg</p><ul><li>le moule est cassé</li><li>la cheminée tire bien</li></ul><p>Fête du pain</p><ul><li>les écoles proposent un nom</li><li>Zoé invite les voisins</li></ul><p>Divers</p><ul><li>le banc est à repeindre</li><li>le cahier est plein</li></ul>',
      'compte-rendu.html',
    )
    expect(said(draft.items).filter((title) => title.startsWith('>'))).toEqual([])
    expect(draft.items.length).toBeGreaterThan(2)
  })

  it('has no signatures, and no ends of sentences that a page made headings', async () => {
    const draft = await read(
      '<p>Procès-verbal de l’assemblée du 3 mars 2026</p><h1>Le four</h1><p>Le four a été nettoyé par les voisins.</p><h1>Le préau</h1><p>Il sera fermé cet hiver, à la demande de tous.</p><h1>Signatures :</h1><p>Odile Vasseur, Basile Oriol</p><p>Fin d’AG à 21h15</p>',
      'compte-rendu.html',
    )
    expect(draft.meeting.endTime).toBe('21:15')
  })
})

describe('the day', () => {
  it('takes its year from when the page was put online, where that is near', async () => {
    const page = (day: string) =>
      markdown(
        `---\ntitle: Compte rendu réunion du ${day}\ndate: 2026-01-05\n---\n\nLe four a été nettoyé.\n`,
      )
    expect((await page('17/12')).meeting.date).toBe('2025-12-17')
    expect((await page('3/01')).meeting.date).toBe('2026-01-03')
    expect((await page('17/09')).meeting.date).toBe('--09-17')
  })
})
