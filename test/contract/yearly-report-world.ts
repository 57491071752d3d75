// World of the yearly report: a small invented year and what its report must say, counted by hand beside what is laid down.
import { newId } from '../../electron/features/new-id.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

/*
 * Looked at on 20 January 2027; the day of reference of the year 2026 is its last one, 31 December 2026.
 *
 *         state       items and what is linked                             outcome            decisions  actions
 * 15 Jan  held        a Annuaire, text T1                                  avis favorable     D1 D2      A1 A2 A3
 *                     b Guichet                                            reporté            .          .
 * 12 Mar  held, moved a Annuaire, text T2; ACD against                     renvoyé            D3         A4 to A8
 *                     b Annuaire again                                     .                  .          .
 *                     c Archives                                           .                  D4         .
 * 11 Jun  cancelled   a Guichet                                            .                  .          .
 *  8 Oct  held        a Guichet, text T2                                   absence de cons.   D5         A9 A10
 *                     b Archives, text T4                                  retiré             .          .
 * 10 Dec  convened    a Annuaire, text T6                                  .                  .          .
 * 17 Dec  in the bin  a Guichet
 * 13 Nov 2025, held   a Guichet                                            pris acte          D6         A11
 *
 * Meetings: held 15 Jan, 12 Mar, 8 Oct = 3; cancelled 1; moved 12 Mar = 1. In 2025: 1, 0, 0.
 *
 * Hearings: 15 Jan Annuaire (b is put off: none); 12 Mar Annuaire (twice, once counted), Archives; 8 Oct Guichet (b is
 * withdrawn: none) = 4, of 3 projects. With a regulatory side: Annuaire twice (it is
 * described), Guichet once (an authority is to be asked) = 3; that of Archives is blank. By owner:
 * Direction A 2, Direction B 1, without one 1. By axis: the first one Annuaire 2, the third Archives 1, none Guichet 1. In 2025: Guichet = 1, regulatory.
 *
 * Texts                          published    deadlines in 2026                             presented in 2026
 * T1 décret                      1 Feb 2026   applies and in force 2 Feb: one day, one      15 Jan
 * T2 arrêté, a draft             .            .                                             12 Mar and 8 Oct: once
 * T3 loi                         1 May 2025   1 Jul 2026 (1 Jan 2027 is outside, and        .
 *                                             one without a date)
 * T4 arrêté                      1 Sep 2026   (in force 1 Jan 2027: outside)                (withdrawn)
 * T5 décret, repealed 1 Mar 2026 1 Jan 2020   (applies 1 Jun 2026: repealed before)         .
 * T6 circulaire                  .            .                                             (not held)
 * Published T1 T4 = 2; presented T1 T2 = 2; deadlines 2; touched T1 T2 T3 T4 = 4. In 2025: T3 published = 1, touched 1.
 *
 * Attendance (members sit in a college; a guest does not)
 * 15 Jan  État: A on site, B excused = 1 of 2. Associations: ACD remote, ACD represented, UD by telephone = 3 of 3.
 * 12 Mar  État: A present, B absent = 1 of 2. Associations: ACD excused, UD nothing said = 0 of 2.
 *  8 Oct  nothing was noted of two members: left out.
 * État 2 of 4, Associations 3 of 5, together 5 of 9. A 2/2, B 0/2, ACD 2/3, UD 1/2.
 * In 2025 nobody sits in a college: everybody is a member, 1 of 2.
 *
 * Decisions: D1 to D5 = 5. Outcome noted, without « absence de consensus » nor an organisation against: D1 D2 = 2. Without
 * consensus: D3 (ACD is against), D5 = 2. Nothing noted: D4 = 1. In 2025: D6 = 1, by consensus.
 *
 * Actions due          became                      on 31 December 2026
 * A1  15 Feb           done 10 Feb                 done before
 * A2  15 Feb           done 2 Mar, 15 days after   done within 15 days
 * A3  15 Feb           done 3 Mar, 16 days after   done later
 * A4  without a date   done 1 Apr                  done, delay unknown
 * A5  1 May            dropped 10 May              dropped
 * A6  1 May            .                           open, late
 * A7  31 Dec           .                           open, due that very day: not late
 * A8  1 May, moved to  done 20 Oct                 done before
 *     1 Nov
 * A9  30 Nov           done 10 Jan 2027            open, late
 * A10 1 Mar 2027       .                           open
 * Engaged 10 = done 5 + dropped 1 + open 4, of which late 2. Done: before 2, within 15 days 1, later 1, unknown 1.
 * In 2025: A11, due on 1 December 2025: open, late.
 */
export const expected2026 = {
  held: 3,
  cancelled: 1,
  moved: 1,
  hearings: 4,
  regulatory: 3,
  projects: 3,
  axes: [
    { name: 'Relations entre administrations', count: 2 },
    { name: 'Relation aux usagers', count: 0 },
    { name: 'Preuve et patrimoine', count: 1 },
    { name: 'Écosystème des territoires', count: 0 },
    { name: '', count: 1 },
  ],
  owners: [
    { name: 'Direction A', count: 2 },
    { name: 'Direction B', count: 1 },
    { name: '', count: 1 },
  ],
  texts: { followed: 4, presented: 2, published: 2, deadlines: 2 },
  natures: [
    { nature: 'loi', followed: 1, presented: 0, published: 0, deadlines: 1 },
    { nature: 'decret', followed: 1, presented: 1, published: 1, deadlines: 1 },
    { nature: 'arrete', followed: 2, presented: 1, published: 1, deadlines: 0 },
  ],
  participation: { present: 5, members: 9 },
  unrecorded: 1,
  colleges: [
    { name: 'Associations', present: 3, members: 5 },
    { name: 'État', present: 2, members: 4 },
  ],
  organisations: [
    { name: 'Association des communes de démonstration', college: 'Associations', present: 2, members: 3 },
    { name: 'Union de démonstration', college: 'Associations', present: 1, members: 2 },
    { name: 'Direction A', college: 'État', present: 2, members: 2 },
    { name: 'Direction B', college: 'État', present: 0, members: 2 },
  ],
  decisions: { total: 5, consensus: 2, opposed: 2, unsaid: 1 },
  outcomes: [
    { outcome: 'avisFavorable', count: 2 },
    { outcome: 'absenceDeConsensus', count: 1 },
    { outcome: 'renvoye', count: 1 },
    { outcome: null, count: 1 },
  ],
  actions: { total: 10, done: 5, dropped: 1, open: 4, late: 2 },
  delays: { before: 2, within: 1, after: 1, unknown: 1 },
  /** By meeting: decisions, actions, and who was there of each college. */
  meetings: [
    ['2026-01-15', 2, 3, [3, 3], [1, 2]],
    ['2026-03-12', 2, 5, [0, 2], [1, 2]],
    ['2026-06-11', null, null, null, null],
    ['2026-10-08', 1, 2, null, null],
  ],
} as const

export const expected2025 = {
  held: 1,
  cancelled: 0,
  moved: 0,
  hearings: 1,
  regulatory: 1,
  projects: 1,
  texts: { followed: 1, presented: 0, published: 1, deadlines: 0 },
  participation: { present: 1, members: 2 },
  decisions: { total: 1, consensus: 1, opposed: 0, unsaid: 0 },
  actions: { total: 1, done: 0, dropped: 0, open: 1, late: 1 },
} as const

type Attended = readonly [
  familyName: string,
  college: string,
  organisation: string,
  status: 'surPlace' | 'visio' | 'audio' | 'present' | 'excuse' | 'absent' | 'represente' | null,
]

const acd = 'Association des communes de démonstration'
const ud = 'Union de démonstration'

export async function smallYear(): Promise<OpenedCore> {
  const clock = { now: '2026-01-02T08:00:00.000Z' }
  const opened = await openTestCore(clock)
  const { ok } = opened
  // The protocol order of the colleges is not that of the alphabet.
  for (const name of ['Associations', 'État'])
    await ok('directory.addCollege', { id: newId(), fields: { name } })

  const axes = (await ok('projectReferences.list', {})).flatMap((reference) =>
    reference.kind === 'axis' ? [reference.id] : [],
  )
  const project = async (
    title: string,
    fields: {
      projectOwner?: string
      regulatorySide?: string
      axisId?: string | null
      cnilOpinion?: 'needed'
    },
  ) => {
    const id = newId()
    await ok('projects.add', { id, fields: { title, ...fields } })
    return id
  }
  const annuaire = await project('Annuaire partagé', {
    projectOwner: 'Direction A',
    regulatorySide: 'Décret à prendre.',
    axisId: axes[0] ?? null,
  })
  const guichet = await project('Guichet commun', {
    projectOwner: 'Direction B',
    cnilOpinion: 'needed',
  })
  const archives = await project('Archives', { regulatorySide: '  ', axisId: axes[2] ?? null })

  const text = async (title: string, fields: object) => {
    const id = newId()
    await ok('watch.add', { id, fields: { title, ...fields } })
    return id
  }
  const t1 = await text('T1', {
    nature: 'decret',
    status: 'inForce',
    publishedOn: '2026-02-01',
    inForceOn: '2026-02-02',
    appliesOn: '2026-02-02',
  })
  const t2 = await text('T2', { nature: 'arrete', status: 'draft' })
  const t3 = await text('T3', { nature: 'loi', status: 'published', publishedOn: '2025-05-01' })
  for (const date of ['2026-07-01', '2027-01-01', null])
    await ok('watch.addDeadline', {
      id: newId(),
      watchItemId: t3,
      fields: { date, audience: 'Communes', threshold: '', label: '' },
    })
  const t4 = await text('T4', {
    nature: 'arrete',
    status: 'published',
    publishedOn: '2026-09-01',
    inForceOn: '2027-01-01',
  })
  await text('T5', {
    nature: 'decret',
    status: 'repealed',
    publishedOn: '2020-01-01',
    appliesOn: '2026-06-01',
    repealedOn: '2026-03-01',
  })
  const t6 = await text('T6', { nature: 'circulaire', status: 'announced' })

  const meetingOn = async (date: string) =>
    (await ok('meetings.create', { fields: { date }, fromTemplate: false })).id
  const version = async (id: string) => (await ok('meetings.get', { id })).meeting.version
  const become = async (id: string, state: 'convened' | 'held') =>
    ok('meetings.setState', { id, version: await version(id), state })
  const item = async (
    meetingId: string,
    title: string,
    links: { project?: string; text?: string },
  ): Promise<string> => {
    const id = newId()
    await ok('agenda.add', { id, meetingId, parentId: null, afterId: null, fields: { title } })
    if (links.project !== undefined)
      await ok('agenda.link', { itemId: id, kind: 'project', targetId: links.project })
    if (links.text !== undefined) await ok('agenda.link', { itemId: id, kind: 'watch', targetId: links.text })
    return id
  }
  const ended = async (
    meetingId: string,
    itemId: string,
    outcome: 'avisFavorable' | 'reporte' | 'renvoye' | 'absenceDeConsensus' | 'retire' | 'prisActe',
  ) => {
    const sections = (await ok('minutes.get', { meetingId }))?.sections ?? []
    const section = sections.find((one) => one.itemId === itemId)
    if (section === undefined) throw new Error('no section')
    await ok('minutes.updateSection', { id: section.id, version: section.version, patch: { outcome } })
  }
  const decided = async (itemId: string, count: number) => {
    for (let rank = 0; rank < count; rank += 1)
      await ok('minutes.addDecision', { id: newId(), itemId, fields: { text: 'Décidé.' } })
  }
  const engaged = async (itemId: string, dueDate: string | null) => {
    const id = newId()
    await ok('minutes.addAction', { id, itemId, fields: { text: 'À faire.', dueDate } })
    return id
  }
  const target = async (id: string) => ({
    id,
    version: (await ok('followUp.action', { id })).row.action.version,
  })
  const closed = async (id: string, state: 'done' | 'dropped', on: string) =>
    ok('followUp.setActionState', { targets: [await target(id)], state, reason: 'Convenu.', on })
  const attended = async (meetingId: string, rows: readonly Attended[]) => {
    for (const [familyName, college, organisation, status] of rows)
      await ok('attendance.add', {
        id: newId(),
        meetingId,
        fields: { familyName, college, organisation, status },
      })
  }

  const november = await meetingOn('2025-11-13')
  const old = await item(november, 'a', { project: guichet })
  await ok('minutes.start', { meetingId: november })
  await ended(november, old, 'prisActe')
  await decided(old, 1)
  await engaged(old, '2025-12-01')
  await attended(november, [
    ['Un', '', 'Direction A', 'surPlace'],
    ['Deux', '', 'Direction B', 'excuse'],
  ])
  await become(november, 'held')

  const january = await meetingOn('2026-01-15')
  const janA = await item(january, 'a', { project: annuaire, text: t1 })
  const janB = await item(january, 'b', { project: guichet })
  await ok('minutes.start', { meetingId: january })
  await ended(january, janA, 'avisFavorable')
  await ended(january, janB, 'reporte')
  await decided(janA, 2)
  const [a1, a2, a3] = [
    await engaged(janA, '2026-02-15'),
    await engaged(janA, '2026-02-15'),
    await engaged(janA, '2026-02-15'),
  ]
  await attended(january, [
    ['Un', 'État', 'Direction A', 'surPlace'],
    ['Deux', 'État', 'Direction B', 'excuse'],
    ['Trois', 'Associations', acd, 'visio'],
    ['Quatre', 'Associations', acd, 'represente'],
    ['Cinq', 'Associations', ud, 'audio'],
    ['Invité', '', 'Cabinet', 'surPlace'],
  ])
  await become(january, 'held')

  const march = await meetingOn('2026-03-05')
  await ok('meetings.move', {
    id: march,
    version: await version(march),
    date: '2026-03-12',
    startTime: '14:00',
    endTime: null,
    reason: 'Salle.',
  })
  const marA = await item(march, 'a', { project: annuaire, text: t2 })
  await item(march, 'b', { project: annuaire })
  const marC = await item(march, 'c', { project: archives })
  await ok('minutes.start', { meetingId: march })
  await ended(march, marA, 'renvoye')
  await ok('session.addPosition', {
    id: newId(),
    meetingId: march,
    itemId: marA,
    fields: { organisation: acd, organisationId: null, stance: 'defavorable', words: 'Contre.' },
  })
  await decided(marA, 1)
  await decided(marC, 1)
  const [a4, a5] = [await engaged(marA, null), await engaged(marA, '2026-05-01')]
  await engaged(marA, '2026-05-01')
  await engaged(marC, '2026-12-31')
  const a8 = await engaged(marC, '2026-05-01')
  await attended(march, [
    ['Un', 'État', 'Direction A', 'present'],
    ['Deux', 'État', 'Direction B', 'absent'],
    ['Trois', 'Associations', acd, 'excuse'],
    ['Cinq', 'Associations', ud, null],
  ])
  await become(march, 'held')

  const june = await meetingOn('2026-06-11')
  await item(june, 'a', { project: guichet })
  await ok('meetings.cancel', { id: june, version: await version(june), reason: 'Quorum.' })

  const october = await meetingOn('2026-10-08')
  const octA = await item(october, 'a', { project: guichet, text: t2 })
  const octB = await item(october, 'b', { project: archives, text: t4 })
  await ok('minutes.start', { meetingId: october })
  await ended(october, octA, 'absenceDeConsensus')
  await ended(october, octB, 'retire')
  await decided(octA, 1)
  const a9 = await engaged(octA, '2026-11-30')
  await engaged(octA, '2027-03-01')
  await attended(october, [
    ['Un', 'État', 'Direction A', null],
    ['Trois', 'Associations', acd, null],
  ])
  await become(october, 'held')

  const december = await meetingOn('2026-12-10')
  await item(december, 'a', { project: annuaire, text: t6 })
  await become(december, 'convened')
  const binned = await meetingOn('2026-12-17')
  await item(binned, 'a', { project: guichet })
  await ok('meetings.remove', { id: binned, version: await version(binned) })

  clock.now = '2027-01-20T08:00:00.000Z'
  await closed(a1, 'done', '2026-02-10')
  await closed(a2, 'done', '2026-03-02')
  await closed(a3, 'done', '2026-03-03')
  await closed(a4, 'done', '2026-04-01')
  await closed(a5, 'dropped', '2026-05-10')
  await ok('followUp.postpone', { targets: [await target(a8)], to: '2026-11-01', reason: 'Relecture.' })
  await closed(a8, 'done', '2026-10-20')
  await closed(a9, 'done', '2027-01-10')
  return opened
}
