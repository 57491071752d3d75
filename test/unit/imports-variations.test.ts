import { describe, expect, it } from 'vitest'
import { read, said } from './said.ts'

const head = 'Comité des rives\nRéunion du lundi 4 mai 2026, 14h-16h\n\nOrdre du jour\n\n'

describe('items, whatever their numbers look like', () => {
  it.each([
    ['letters with a dash', 'A – Bilan\nB – Budget\nC – Divers', ['A Bilan', 'B Budget', 'C Divers']],
    [
      'B1 under B',
      'A – Bilan\nB – Dossiers\nB1 – Quai\nB2 – Pont\nC – Divers',
      ['A Bilan', 'B Dossiers', '> B1 Quai', '> B2 Pont', 'C Divers'],
    ],
    [
      'B.1. under B.',
      'A. Bilan\nB. Dossiers\n   B.1. Quai (M. Henri Vallier, 20 min)\nC. Divers',
      ['A Bilan', 'B Dossiers', "> B.1 Quai 20' {M. Henri Vallier|}", 'C Divers'],
    ],
    [
      'Roman parts',
      'I. Réseau\nI.1 Effectifs\nI.2 Formation (de 10h30 à 11h)\nII. Divers',
      ['I Réseau', '> I.1 Effectifs', "> I.2 Formation 10:30 30'", 'II Divers'],
    ],
    [
      'no space after the number',
      "1.Accueil des membres\n2.Bilan (30')\n3.Questions diverses",
      ['1 Accueil des membres', "2 Bilan 30'", '3 Questions diverses'],
    ],
    [
      '1°)',
      '1°) Bilan\n2°) Avis sur le plan, 45 minutes\n3°) Divers',
      ['1 Bilan', "2 Avis sur le plan 45'", '3 Divers'],
    ],
    ['words before the number', 'Dossier n° 1 : Quai\nDossier n° 2 : Pont', ['1 Quai', '2 Pont']],
    [
      'numbers alone',
      '1\nBilan de l’année\n2\nPerspectives\n3\nDivers',
      ['1 Bilan de l’année', '2 Perspectives', '3 Divers'],
    ],
    [
      'T2 is a quarter',
      '- T2 – résultats du trimestre\n- T3 – prévisions',
      ['T2 – résultats du trimestre', 'T3 – prévisions'],
    ],
  ])('%s', async (_, lines, items) => {
    expect(said((await read(head + lines)).items)).toEqual(items)
  })
})

describe('the reader of hours and people on lines of their own', () => {
  it('reads an hour over its title, and the speakers below', async () => {
    const { items } = await read(
      'Séminaire des référents\nJeudi 3 décembre 2026\n\n9h\nAccueil\n\n9h15\nOuverture\nAlix Berger, directrice\n\n10h – 11h\nLes données des communes\nMarc Olivet\nJeanne Prévost (ANX)\n\n11h15\nPause',
    )
    expect(said(items)).toEqual([
      "Accueil 09:00 15'",
      "Ouverture 09:15 45' {Alix Berger, directrice|}",
      "Les données des communes 10:00 60' {Marc Olivet, Jeanne Prévost|ANX}",
      'Pause 11:15',
    ])
  })

  it('leaves titles that stand over their hour as they are', async () => {
    const { items } = await read(`${head}Accueil\n14h\nBilan\n14h30\nDivers\n15h`)
    expect(said(items).filter((one) => /Bilan 14:00|Divers 14:30/.test(one))).toEqual([])
  })

  it.each([
    ['Rapporteure : Mme Anne Castel', 'Mme Anne Castel|'],
    ['Rapporteur(s) : M. Yves Gordon, M. Luc Pons', 'M. Yves Gordon, M. Luc Pons|'],
    ['Rapporteur du dossier : Anne Castel (DGX)', 'Anne Castel|DGX'],
    ['Intervenantes : Anne Castel et Lise Morand', 'Anne Castel et Lise Morand|'],
  ])('%s', async (line, who) => {
    const { items } = await read(`${head}1. Quai\n${line}\n(20 min)\n2. Divers`)
    expect(said(items)).toEqual([`1 Quai 20' {${who}}`, '2 Divers'])
  })

  it('takes no signature and no place for a speaker', async () => {
    const { items } = await read(`${head}1. Quai\nSalle Garonne\n2. Divers\nRobert Saulnier`)
    expect(said(items)).toEqual(['1 Quai', '2 Divers'])
  })
})

describe('where an agenda ends', () => {
  it.each([
    'Comptant sur votre présence, je vous prie d’agréer mes salutations.',
    '- - - - - - - - - - - - -\n- viendra\n- ne viendra pas',
    'Coupon à retourner avant le 2 mai\n- viendra\n- ne viendra pas',
    'Amicalement,\n- Paul',
    'Prochain bureau : mardi 2 juin 2026',
  ])('%s', async (end) => {
    const { items } = await read(`${head}1. Quai\n2. Divers\n\n${end}`)
    expect(said(items)).toEqual(['1 Quai', '2 Divers'])
  })
})

describe('the reader of pages of a site', () => {
  const page = (body: string) => read(`<!doctype html><html><body>${body}</body></html>`, 'page.html')

  it('reads terms beside what they say, and no menu', async () => {
    const { meeting, items } = await page(
      '<a href="#c">Aller au contenu</a><nav><ol><li><a href="/">Accueil</a></li><li><a href="/a">Agenda</a></li></ol></nav><h1>Forum des berges</h1><dl><div><dt>Date :</dt><dd>mardi 5 mai 2026</dd></div><div><dt>Horaires</dt><dd>de 18h à 20h</dd></div><dt>Lieu</dt><dd>Halle aux grains</dd></dl><h2>Ordre du jour</h2><ul><li>Quai</li><li>Pont</li></ul><aside><h2>À lire</h2><ul><li><a href="/x">Forum des ponts – 9 juin 2026</a></li></ul></aside>',
    )
    expect(meeting).toMatchObject({
      title: 'Forum des berges',
      date: '2026-05-05',
      startTime: '18:00',
      endTime: '20:00',
      place: 'Halle aux grains',
    })
    expect(said(items)).toEqual(['Quai', 'Pont'])
  })

  it('keeps what stands beside the text when it leads nowhere', async () => {
    const { meeting } = await page(
      '<h1>Forum des berges</h1><aside><p>Date : 5 mai 2026 à 18h</p></aside><h2>Ordre du jour</h2><ol><li>Quai</li><li>Pont</li></ol>',
    )
    expect(meeting.date).toBe('2026-05-05')
  })

  it('reads the notes of a calendar that are a page', async () => {
    const { items } = await read(
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//essai',
        'BEGIN:VEVENT',
        'UID:1',
        'DTSTART:20260505T080000Z',
        'SUMMARY:Forum',
        'DESCRIPTION:<p>Ordre du jour :</p><ul><li>Quai (10 min)</li><li>Pont</li></ul>',
        'END:VEVENT',
        'END:VCALENDAR',
      ].join('\r\n'),
      'forum.ics',
    )
    expect(said(items)).toEqual(["Quai 10'", 'Pont'])
  })

  it('nests the rows of a table in its parts', async () => {
    const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
    const { items } = await page(
      `<p>Ordre du jour</p><table>${row('N°', 'Objet', 'Rapporteur')}<tr><td colspan="3">FINANCES</td></tr>${row('1', 'Budget', 'Mme Roy')}${row('2', 'Emprunt', '')}<tr><td colspan="3">B – VOIRIE</td></tr>${row('3', 'Pont', '')}<tr><td colspan="3">Les rapports sont en ligne.</td></tr></table>`,
    )
    expect(said(items)).toEqual(['FINANCES', '> 1 Budget {Mme Roy|}', '> 2 Emprunt', 'B VOIRIE', '> 3 Pont'])
  })
})

describe('the reader of cells', () => {
  const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
  const table = (...rows: string[]) =>
    read(`<p>Ordre du jour</p><table>${rows.join('')}</table>`, 'page.html')

  it('reads who presents and how long below a title in its cell', async () => {
    const { items } = await table(
      row('N°', 'Objet'),
      row('1', 'Quai<br>Rapporteur : Anne Castel<br>20 min<br>Pour avis'),
      row('2', 'Pont, suite et fin'),
    )
    expect(said(items)).toEqual(["1 Quai 20' avis {Anne Castel|}", '2 Pont, suite et fin'])
  })

  it('reads numbered lines of one cell as an item and its parts', async () => {
    const { items } = await table(
      row('Point', 'Présentation', 'Temps'),
      row('1. Bilan', 'A. Roy', '5’'),
      row('2. Stratégie<br>2.1 Passé<br>2.2 Avenir (10 min)', 'P. Petit', '40’'),
    )
    expect(said(items)).toEqual([
      "1 Bilan 5' {A. Roy|}",
      "2 Stratégie 40' {P. Petit|}",
      '> 2.1 Passé',
      "> 2.2 Avenir 10'",
    ])
  })

  it('knows a column of natures and a break without heads', async () => {
    const { items } = await table(
      row('1', 'Quai', '15 min', 'Information'),
      row('2', 'Pont', '20 min', 'Décision'),
      '<tr><td colspan="4">Pause de 10h30 à 10h45</td></tr>',
    )
    expect(said(items)).toContain("1 Quai 15' information")
  })

  it('gives a table ronde its speakers, and no sub-items', async () => {
    const { items } = await read(
      '<h2>Programme</h2><h3>9 h 30</h3><p>Accueil</p><h3>10 h</h3><p>Table ronde</p><ul><li>Paul Petit, DGX</li><li>Lise Morand, ANX</li></ul><h3>12 h</h3><p>Clôture</p>',
      'page.html',
    )
    expect(said(items)).toEqual([
      "Accueil 09:30 30'",
      "Table ronde 10:00 120' {Paul Petit, Lise Morand|DGX, ANX}",
      'Clôture 12:00',
    ])
  })

  it('reads columns of those who were there and of those who were not', async () => {
    const { participants } = await read(
      `<h1>Compte rendu du comité des rives</h1><table>${row('Présents', 'Excusés (1)')}${row('Anne Roy (DGX)<br>Lise Morand', 'Paul Petit')}</table><h2>1. Quai</h2><p>Texte.</p><h2>2. Divers</h2>`,
      'page.html',
    )
    expect(participants.map(({ familyName, attendance }) => `${familyName} ${attendance}`)).toEqual([
      'Roy present',
      'Morand present',
      'Petit excuse',
    ])
  })

  it('reads who does it before what is to be done', async () => {
    const { actions } = await read(
      'Compte rendu du comité des rives\n\n1. Quai\nActions à mener :\n- DGX : envoyer le plan (15/06/2026)\n- Rappel : envoyer le plan en couleurs\n2. Divers',
    )
    expect(actions.map(({ text, owner }) => `${owner} ${text}`)).toEqual([
      'DGX envoyer le plan',
      'null Rappel : envoyer le plan en couleurs',
    ])
  })
})

describe('what no file says is not given', () => {
  it.each([
    [
      'a bracket that ends with a full stop',
      '1. Projets (sorties, classe découverte...)\n2. Divers',
      ['1 Projets (sorties, classe découverte...)', '2 Divers'],
    ],
    [
      'an approval by another word',
      '1. Adoption du procès-verbal\n2. Divers',
      ['1 Adoption du procès-verbal', '2 Divers'],
    ],
    [
      'the form below',
      '1. Bilan\n2. Divers\n\nJe soussignée ............ donne pouvoir à ..........\n- pour voter\n- pour élire',
      ['1 Bilan', '2 Divers'],
    ],
    [
      'everybody is nobody’s body',
      '1. Planning [Échange] [Tous] [30 mn]\n2. Divers',
      ["1 Planning 30' echange {Tous|}", '2 Divers'],
    ],
    ['durations first', '- [10 min] Bilan\n- (5’) Divers', ["Bilan 10'", "Divers 5'"]],
  ])('%s', async (_, lines, items) => {
    expect(said((await read(head + lines)).items)).toEqual(items)
  })

  it.each([
    ['noms.csv', 'Nom;Prénom;Organisme\nRoy;Anne;DGX\nPetit;Paul;ANX\n'],
    ['factures.csv', 'Date;Libellé;Montant\n01/02/2026;Facture 12;120,50\n03/02/2026;Facture 13;80,00\n'],
  ])('%s names no meeting', async (name, text) => {
    const { meeting } = await read(text, name)
    expect(meeting).toMatchObject({ title: null, date: null, startTime: null })
  })

  it('ends a list of a page at its next title', async () => {
    const { items } = await read(
      '<h1>Comité Sud</h1><p>Au programme :</p><ul><li>Rue Haute</li><li>Fête</li></ul><h3>Partager</h3><ul><li>Courriel</li><li>Lien</li></ul>',
      'page.html',
    )
    expect(said(items)).toEqual(['Rue Haute', 'Fête'])
  })

  it('takes no duration of the meeting for that of its last item', async () => {
    const { items } = await read(`${head}1. Bilan\n2. Divers\nDurée prévue : 1h30`)
    expect(items.map(({ durationMinutes }) => durationMinutes)).toEqual([null, null])
  })

  it('cuts a place at its day, and takes no hours for a date', async () => {
    const { meeting } = await read(
      'La commission des rives se réunira en mairie, salle du conseil, le 3 septembre 2026 afin d’examiner :\n1. Quai\n2. Pont',
    )
    expect(meeting).toMatchObject({ place: 'mairie, salle du conseil', date: '2026-09-03' })
    const slash = await read('Comité des rives du 22 juin 2026 – 10h30/12h00\n\nAu menu :\n- Quai\n- Pont')
    expect(slash.meeting).toMatchObject({ date: '2026-06-22', startTime: '10:30', endTime: '12:00' })
  })

  it('takes no date of a letter for that of the meeting', async () => {
    const { meeting } = await read(
      'Suite à notre courrier du 12 février 2026, les points suivants seront examinés :\n1. Quai\n2. Pont',
    )
    expect(meeting.date).toBeNull()
  })
})

describe('when, where and what, in a sentence', () => {
  it.each([
    ['Dates : mercredi 10 et jeudi 11 juin 2026', '2026-06-10'],
    ['Dates : 10, 11 et 12 juin 2026', '2026-06-10'],
    [
      'L’an deux mille vingt-six, le mardi cinq mai à dix-huit heures trente, le conseil, convoqué le 2 avril 2026, s’est réuni.',
      '2026-05-05',
    ],
    ['Réunion du vingt et un mai deux mille vingt-sept', '2027-05-21'],
  ])('%s', async (line, date) => {
    expect((await read(`Conseil des rives\n${line}\n\nOrdre du jour :\n1. Quai\n2. Pont`)).meeting.date).toBe(
      date,
    )
  })

  it.each([
    [
      'J’ai l’honneur de vous convier au Conseil des rives qui se tiendra le 5 mai 2026 à 18 h.',
      'Conseil des rives',
    ],
    ['Objet : réunion du conseil des rives – mardi 5 mai 2026 à 18h', 'Conseil des rives'],
    ['Vous êtes invités à la réunion du conseil des rives le mardi 5 mai 2026, à 18h.', 'Conseil des rives'],
  ])('%s', async (line, title) => {
    const { meeting } = await read(`Mesdames, Messieurs,\n\n${line}\n\nOrdre du jour :\n1. Quai\n2. Pont`)
    expect(meeting).toMatchObject({ title, date: '2026-05-05', startTime: '18:00' })
  })

  it('reads a number under the words that announce it', async () => {
    const { meeting } = await read(`${head}1. Quai\n2. Divers\n\nOu participez par téléphone\n01 99 00 12 34`)
    expect(meeting.phone).toBe('01 99 00 12 34')
    const own = await read(
      `${head}1. Quai\n2. Divers\n\nService des rives, accueil par téléphone le matin\n01 99 00 12 34`,
    )
    expect(own.meeting.phone).toBeNull()
  })
})
