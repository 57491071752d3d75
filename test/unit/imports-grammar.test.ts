import { describe, expect, it } from 'vitest'
import { read } from './said.ts'

/** The one item of an agenda made of this line. */
async function item(line: string) {
  const {
    items: [first],
  } = await read(`Ordre du jour\n1. ${line}\n2. Questions diverses`)
  return first
}

describe('the grammar of dates', () => {
  it.each([
    ['Réunion du jeudi 1er décembre 2022', '2022-12-01'],
    ['Réunion du 1 er décembre 2022', '2022-12-01'],
    ['Réunion du jeudi 01/12/2022 à 14h', '2022-12-01'],
    ['Date : 06/02 de 09h30 à 16h00', '--02-06'],
    ['Date : 06/02/2025', '2025-02-06'],
    ['Date : 06/02/25', '2025-02-06'],
    ['Date : 6.2.2025', '2025-02-06'],
    ['Date : 2025-02-06', '2025-02-06'],
    ['Date : 29 février', '--02-29'],
    ['La séance se tiendra le 5 févr. 2026', '2026-02-05'],
    ['Date : 29/02/2025', null],
    ['Paris, le 3 mars 2026', null],
    ['Réponse attendue avant le 3 mars 2026', null],
    ['Prochaine réunion : 3 mars 2026', null],
  ])('reads %s', async (line, date) => {
    expect((await read(`${line}\nOrdre du jour\n1. Sujet`)).meeting.date).toBe(date)
  })

  it('keeps a date that its weekday contradicts, and says so', async () => {
    const draft = await read('Réunion du lundi 12 mars 2026\nOrdre du jour\n1. Sujet')
    expect(draft.meeting.date).toBe('2026-03-12')
    expect(draft.warnings.map((warning) => warning.code)).toContain('date-doubtful')
  })

  it('never takes a year from today or from the name of the file', async () => {
    const draft = await read('Date : 6 février\nOrdre du jour\n1. Sujet', 'odj-2024-02-06.txt')
    expect(draft.meeting.date).toBe('--02-06')
    expect(draft.warnings.map((warning) => warning.code)).toContain('year-missing')
  })

  it('reads the date of the meeting, not that of sending it', async () => {
    const draft = await read(
      'De : secretariat@exemple.test\nEnvoyé : lundi 2 mars 2026 10:12\nObjet : réunion du 12 mars 2026\n\nOrdre du jour\n1. Sujet',
    )
    expect(draft.meeting.date).toBe('2026-03-12')
    expect(draft.meeting.startTime).toBeNull()
  })
})

describe('the grammar of hours', () => {
  it.each([
    ['14h', '14:00', null],
    ['de 14 h à 16 h 30', '14:00', '16:30'],
    ['09h30 - 10h00', '09:30', '10:00'],
    ['9h30-12h', '09:30', '12:00'],
    ['14:30 à 16:00', '14:30', '16:00'],
    ['à partir de 14 heures 30', '14:30', null],
  ])('reads %s', async (words, startTime, endTime) => {
    const { meeting } = await read(`Réunion du 12 mars 2026, ${words}\nOrdre du jour\n1. Sujet`)
    expect([meeting.startTime, meeting.endTime]).toEqual([startTime, endTime])
  })
})

describe('the grammar of durations', () => {
  it.each([
    ['30’', 30],
    ["30'", 30],
    ['30 min', 30],
    ['20 mn', 20],
    ['45 minutes', 45],
    ['1h45', 105],
    ['2h00', 120],
    ['1 h', 60],
    ['0h30', 30],
    ['1,5 h', 90],
    ['½ heure', 30],
  ])('reads (%s)', async (words, minutes) => {
    expect(await item(`Sujet (${words})`)).toMatchObject({ title: 'Sujet', durationMinutes: minutes })
  })

  it('leaves a range undecided, its words kept in the excerpt', async () => {
    const draft = await read('Ordre du jour\n1. Sujet (25 à 30 mn)\n2. Suites')
    expect(draft.items[0]).toMatchObject({ title: 'Sujet', durationMinutes: null })
    expect(draft.items[0]?.source.excerpt).toContain('25 à 30 mn')
    expect(draft.warnings.map((warning) => warning.code)).toContain('duration-range')
  })

  it('takes the length of an interval when no duration is written', async () => {
    expect(await item('10h05 - 10h10 : Sujet')).toMatchObject({ fixedStart: '10:05', durationMinutes: 5 })
  })
})

describe('the grammar of people and organisations', () => {
  it.each([
    ['Sujet (DGX, bureau des usages)', null, 'DGX, bureau des usages'],
    ['Sujet, présenté par Mme Martin', 'Mme Martin', null],
    ['Sujet — H. Marchetti (DGX)', 'H. Marchetti', 'DGX'],
    ['Sujet (15 min) – Maria da Silva Costa', 'Maria da Silva Costa', null],
    ['Sujet — H. Marchetti (DGX), 20 min', 'H. Marchetti', 'DGX'],
    ['Sujet (A. Gallet, B. Roussel)', 'A. Gallet, B. Roussel', null],
    ['Sujet (M. Jean Dupré, DGX – 45 min, pour avis)', 'M. Jean Dupré', 'DGX'],
    [
      'Sujet [porteur : direction des usages, Mme Leroy, cheffe de projet]',
      'Mme Leroy, cheffe de projet',
      'direction des usages',
    ],
  ])('reads %s', async (line, presenter, organisation) => {
    expect(await item(line)).toMatchObject({ title: 'Sujet', presenter, organisation })
  })

  it('leaves the letters of a name to the name', async () => {
    const title = 'Plateforme nationale d’échange (PNE)'
    expect(await item(title)).toMatchObject({ title, organisation: null })
  })
})

describe('the grammar of natures and kinds', () => {
  it.each([
    ['Sujet – pour information', 'information'],
    ['Sujet, pour avis', 'avis'],
    ['Sujet (pour décision)', 'decision'],
    ['Sujet – pour validation', 'decision'],
    ['Sujet – pour échanges', 'echange'],
    ['Sujet – pour concertation', 'concertation'],
    ['Sujet – pour information et avis', 'avis'],
    ['Présentation du sujet', null],
  ])('reads %s', async (line, nature) => {
    expect((await item(line))?.nature).toBe(nature)
  })

  it('knows the approval of earlier minutes', async () => {
    const line = 'Approbation du compte rendu de la réunion du 12/02/2026'
    expect(await item(line)).toMatchObject({ title: line, nature: 'approbation', kind: 'item' })
  })

  it('knows breaks and welcomes; nobody presents a break', async () => {
    const { items } = await read('Heure;Sujet;Qui anime\n9h;Accueil café;DGX\n9h30;Pause;DGX\n', 'a.csv')
    expect(items).toMatchObject([
      { kind: 'welcome', presenter: 'DGX' },
      { kind: 'break', presenter: null },
    ])
  })
})

describe('the grammar of tables', () => {
  it('keeps the gaps between hours', async () => {
    const { items } = await read('Horaire;Sujet\n9h30 - 10h00;Un\n10h05 - 10h10;Deux\n', 'a.csv')
    expect(items.map(({ fixedStart, durationMinutes }) => [fixedStart, durationMinutes])).toEqual([
      ['09:30', 30],
      ['10:05', 5],
    ])
  })

  it('finds its columns without a head', async () => {
    const { items } = await read('9h30;Ouverture de la journée;\n9h45;Projet d’essai;Mme Roux\n', 'a.csv')
    expect(items).toMatchObject([
      { title: 'Ouverture de la journée', fixedStart: '09:30' },
      { title: 'Projet d’essai', fixedStart: '09:45', presenter: 'Mme Roux' },
    ])
  })

  it('reads values under their labels', async () => {
    const { meeting } = await read(
      'Date;Heure;Lieu\n12/03/2026;14h - 16h;Salle 3\n\nHeure;Sujet\n14h;Un\n',
      'a.csv',
    )
    expect(meeting).toMatchObject({
      date: '2026-03-12',
      startTime: '14:00',
      endTime: '16:00',
      place: 'Salle 3',
    })
  })

  it('takes a list of dates for no agenda', async () => {
    const rows = Array.from(
      { length: 40 },
      (_, day) => `2026-01-${String((day % 28) + 1).padStart(2, '0')},Jour`,
    )
    const draft = await read(`date,nom\n${rows.join('\n')}`, 'jours.csv')
    expect(draft).toMatchObject({ kind: 'unknown', items: [], meeting: { date: null, title: null } })
  })
})

describe('the grammar of lists', () => {
  it('reads a list without markers under its title', async () => {
    const { items } = await read(
      'Ordre du jour\n\nTour de table\nRetour d’expérience (Mme Petit)\n\nCordialement',
    )
    expect(items.map(({ title }) => title)).toEqual(['Tour de table', 'Retour d’expérience'])
  })

  it('stops at what follows the agenda and reads the meeting there', async () => {
    const draft = await read(
      'Ordre du jour\n1. Sujet\n2. Questions diverses\n\nLien visio : https://visio.exemple.test/salle\nProchaine réunion : 9 avril 2026 à 10h\n',
    )
    expect(draft.items).toHaveLength(2)
    expect(draft.items[1]?.note).toBeNull()
    expect(draft.meeting.videoLink).toBe('https://visio.exemple.test/salle')
    expect(draft.nextMeeting).toEqual({
      date: '2026-04-09',
      startTime: '10:00',
      place: null,
      source: { block: 4, excerpt: 'Prochaine réunion : 9 avril 2026 à 10h', confidence: 0.8 },
    })
  })
})
