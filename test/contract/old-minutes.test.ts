import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Output } from '../../electron/contract/index.ts'
import { minutesModel } from '../../electron/documents/minutes/model.ts'
import { noArticles } from '../../electron/domain/people/organisation-article.ts'
import { plainText } from '../../electron/domain/text/rich-text.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { OldFilesWorld } from './old-files-world.ts'

const february = [
  'Comité des balises du littoral',
  'Compte rendu de la réunion n° 2 du jeudi 14 février 2013',
  '',
  'Présents : Mme Armelle Kerduff, M. Octave Brévent',
  '',
  '1. Approbation du compte rendu précédent',
  'Le compte rendu est approuvé.',
  '2. Entretien des balises',
  'M. Brévent présente le calendrier des travaux.',
  'Décision : le comité retient trois balises.',
  'Prochaine réunion le 11 avril 2013',
]
const april = [
  'Comité des balises du littoral',
  'Compte rendu de la réunion n° 3 du jeudi 11 avril 2013',
  '',
  'Présents : Mme Armelle Kerduff, M. Octave Brévent',
  '',
  '1. Approbation du compte rendu du 14 février',
  'Le compte rendu est approuvé.',
  '2. Éclairage du môle',
  'Mme Kerduff rappelle le coût des lampes.',
  'Décision : le comité renvoie le sujet.',
]

let world: OldFilesWorld
beforeEach(async () => {
  world = await OldFilesWorld.open()
  // The body meets today, under another calendar than then.
  await world.opened.ok('meetings.create', {
    fields: { date: '2017-01-12', startTime: '14:00', place: 'salle des Tilleuls' },
    fromTemplate: false,
  })
})
afterEach(() => world.dispose())

const text = (lines: readonly string[]) => lines.join('\r\n')

async function taken(files: Record<string, readonly string[]>) {
  const named = Object.entries(files).map(([name, lines]) => [name, text(lines)] as const)
  await world.read(world.folder(new Map(named)))
  const { taken, left } = await world.takeSure()
  expect(left).toEqual([])
  return taken.map(({ meetingId }) => meetingId)
}

async function minutesOf(meetingId: string): Promise<NonNullable<Output<'minutes.get'>>> {
  const view = await world.opened.ok('minutes.get', { meetingId })
  if (view === null) throw new Error('no minutes')
  return view
}

describe('minutes taken over from old files', () => {
  it('name the next meeting that they name, and none when they name none', async () => {
    const [first = '', second = ''] = await taken({
      'CR 14-02-2013.txt': february,
      'CR 11-04-2013.txt': april,
    })
    expect((await minutesOf(first)).minutes).toMatchObject({
      nextMeetingDate: '2013-04-11',
      nextMeetingTime: null,
      nextMeetingPlace: '',
    })
    expect((await minutesOf(second)).minutes).toMatchObject({
      nextMeetingDate: null,
      nextMeetingTime: null,
      nextMeetingPlace: '',
    })
  })
  it('are of no hours, place or people that they do not say', async () => {
    await world.opened.ok('series.add', {
      id: newId(),
      fields: {
        name: 'Comité des balises du littoral',
        rule: { ordinal: 2, weekday: 4, months: [2, 4] },
        ...{ startTime: '15:15', endTime: '17:15', mode: 'hybride', place: 'salle des Tilleuls' },
        ...{ videoLink: '', chair: 'Camille Ferréol', secretary: 'Noé Garnerin' },
      },
    })
    const [id = ''] = await taken({ 'CR 14-02-2013.txt': february })
    const { meeting } = await world.opened.ok('meetings.get', { id })
    expect(meeting.seriesId).not.toBeNull()
    expect(meeting).toMatchObject({ endTime: null, place: '', chair: '', secretary: '' })
    const [said = ''] = await taken({
      'CR 11-04-2013.txt': april.map((line) =>
        line.replace('11 avril 2013', '11 avril 2013, de 9 h à 10 h 30'),
      ),
    })
    expect((await world.opened.ok('meetings.get', { id: said })).meeting).toMatchObject({
      ...{ startTime: '09:00', endTime: '10:30' },
    })
  })

  const paragraphs = (lines: readonly string[]) => lines.map((one) => expect.stringContaining(one))
  const told = ({ sections }: Awaited<ReturnType<typeof minutesOf>>) =>
    sections.map(({ exchanges }) =>
      exchanges.content.map((block) => plainText({ type: 'doc', content: [block] })),
    )

  it('keep what they tell under each point, once, and put none of it into a note', async () => {
    const [meetingId = ''] = await taken({ 'CR 14-02-2013.txt': february })
    expect(told(await minutesOf(meetingId))).toEqual([
      paragraphs(['Le compte rendu est approuvé.']),
      paragraphs(['M. Brévent présente le calendrier des travaux.']),
    ])
    const { items, decisions } = await world.opened.ok('meetings.get', { id: meetingId })
    expect(items.map(({ note }) => note)).toEqual(['', ''])
    expect(decisions.map(({ text }) => text)).toEqual([expect.stringContaining('trois balises')])
  })

  it('keep it under the points of the agenda that came with them, and under its title what has no point there', async () => {
    const agenda = [
      'Comité des balises du littoral',
      'Ordre du jour de la réunion n° 3 du jeudi 11 avril 2013, 14 h',
      '1. Approbation du compte rendu du 14 février (5 min)',
      '2. Budget des phares (30 min)',
    ]
    const [meetingId = ''] = await taken({
      'ODJ 11-04-2013.txt': agenda,
      'CR 11-04-2013.txt': april.map((line) => line.replace(/^2\./, '7.')),
    })
    const { items } = await world.opened.ok('meetings.get', { id: meetingId })
    expect(items.map(({ title }) => title)).toEqual([
      'Approbation du compte rendu du 14 février',
      'Budget des phares',
      'Décisions et actions',
    ])
    expect(told(await minutesOf(meetingId))).toEqual([
      ['Le compte rendu est approuvé.'],
      [],
      ['Éclairage du môle', 'Mme Kerduff rappelle le coût des lampes.'],
    ])
  })

  it('are approved, on the screen and on paper, and written on only while they are unlocked', async () => {
    const { opened } = world
    const [id = ''] = await taken({ 'CR 14-02-2013.txt': february })
    const stateNow = async () => (await minutesOf(id)).minutes.state
    expect(await stateNow()).toBe('approved')
    const file = await opened.ok('meetings.get', { id })
    const { approval, followUp, sections } = minutesModel({ ...file, articles: noArticles })
    expect(approval?.lines).toEqual([expect.stringContaining('tenu pour approuvé')])
    expect(followUp).toBeNull()
    expect(JSON.stringify(sections)).toContain('présente le calendrier')
    const open = await opened.ok('oldFiles.setLock', { id, version: file.meeting.version, locked: false })
    expect(await stateNow()).toBe('drafting')
    const [section] = (await minutesOf(id)).sections
    if (section === undefined) throw new Error('no section')
    await opened.ok('minutes.updateSection', {
      id: section.id,
      version: section.version,
      patch: { outcome: 'approuve' },
    })
    await opened.ok('oldFiles.setLock', { id, version: open.version, locked: true })
    expect(await stateNow()).toBe('approved')
    await opened.ok('history.undo', {})
    expect(await stateNow()).toBe('drafting')
  })

  it('keep what stands beside a statement in its line, and beside a title or a statement in its row', async () => {
    const beside = [
      ...february.slice(0, 8),
      'Il est décidé de fermer le môle. Mme Kerduff regrette ce choix.',
      'Mme Kerduff relance le port avant le 3 mars. Le port ne répond plus.',
    ]
    const head =
      '# Compte rendu de la réunion n° 3 du jeudi 11 avril 2013\n\nPrésents : Mme Armelle Kerduff\n\n'
    const table = (...rows: readonly string[]) => rows.map((row) => `| ${row} |`).join('\n')
    const discussed = `${head}${table(
      ...['Sujet | Discussion | Décision', '---|---|---'],
      'Approbation du compte rendu | Le texte de mars est relu par tous. | Le compte rendu est approuvé.',
      'Entretien des balises | M. Brévent présente le calendrier. | Le comité retient trois balises.',
    )}\n`
    const todo = `${head.replace('11 avril', '13 juin').replace('n° 3', 'n° 4')}## 1. Approbation\n\nBien.\n\n## 2. Môle\n\nLe môle fuit.\n\n${table(
      ...['Action | Qui | Remarque', '---|---|---'],
      'Relancer le port | Mme Kerduff | Le port ne répond pas depuis janvier.',
    )}\n`
    const [first = '', second = '', third = ''] = await taken({
      'CR 14-02-2013.txt': beside,
      'CR 11-04-2013.md': [discussed],
      'CR 13-06-2013.md': [todo],
    })
    const said = told(await minutesOf(third)).flat()
    expect(said).toEqual(['Bien.', 'Le môle fuit.', 'Le port ne répond pas depuis janvier.'])
    expect(told(await minutesOf(first)).at(-1)).toEqual(beside.slice(-2))
    expect(told(await minutesOf(second))).toEqual([
      ['Le texte de mars est relu par tous.'],
      ['M. Brévent présente le calendrier.'],
    ])
  })

  it('that are a table keep what it tells of each point', async () => {
    const rows = [
      ['1', 'Approbation du compte rendu', 'Le texte de mars est relu par tous.'],
      ['2', 'Entretien des balises', 'M. Brévent présente le calendrier des travaux.'],
      ['3', 'Divers', 'Rien.'],
    ]
    const lines = [['N°', 'Point', 'Commentaires'], ['---', '---', '---'], ...rows]
    const [id = ''] = await taken({
      'CR 11-04-2013.md': [
        '# Compte rendu de la réunion n° 3 du jeudi 11 avril 2013',
        '',
        'Présents : Mme Armelle Kerduff, M. Octave Brévent',
        '',
        ...lines.map((cells) => `| ${cells.join(' | ')} |`),
      ],
    })
    expect(told(await minutesOf(id))).toEqual(rows.map(([, , words]) => [words]))
  })
})
