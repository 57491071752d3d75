import { newId } from '../../renderer/api/new-id.ts'
import { invite } from './invite.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

type Attended = readonly [
  familyName: string,
  college: string,
  organisation: string,
  status: 'surPlace' | 'visio' | 'audio' | 'present' | 'excuse' | 'absent' | 'represente' | null,
  personId?: string,
]

const acd = 'Association des communes de démonstration'
const ud = 'Union de démonstration'
const fd = 'Fédération de démonstration'
const administrations = 'Administrations de l’État'

export async function smallYear(): Promise<OpenedCore> {
  const clock = { now: '2026-01-02T08:00:00.000Z' }
  const opened = await openTestCore(clock)
  const { ok } = opened
  // The protocol order of the colleges is not that of the alphabet.
  const stateId = newId()
  await ok('directory.addCollege', { id: newId(), fields: { name: 'Associations' } })
  await ok('directory.addCollege', { id: stateId, fields: { name: 'État' } })
  /** The clock says on which day; the lists printed so far keep what they say. */
  const renamedCollege = async (name: string) => {
    const { colleges } = await ok('directory.list', {})
    const { version } = colleges.find(({ id }) => id === stateId) ?? { version: 1 }
    await ok('directory.updateCollege', { id: stateId, version, patch: { name } })
  }

  // The union is called a federation from 1 March 2026 on, and once more otherwise after the year.
  const unionId = newId()
  await ok('directory.addOrganisation', { id: unionId, fields: { name: ud, acronym: 'UD' } })
  const renamed = async (name: string, lastDay: string) => {
    const { organisations } = await ok('directory.list', {})
    const { version } = organisations.find(({ id }) => id === unionId) ?? { version: 1 }
    await ok('directory.renameOrganisation', { id: unionId, version, name, acronym: '', lastDay })
  }
  await renamed(fd, '2026-02-28')
  // Whoever sits for Direction A is linked to it, whatever is printed.
  const [directionId, personId] = [newId(), newId()]
  await ok('directory.addOrganisation', { id: directionId, fields: { name: 'Direction A' } })
  await ok('directory.addPerson', { id: personId, fields: { familyName: 'Un' } })
  await ok('directory.addMandate', {
    id: newId(),
    personId,
    fields: { role: 'titulaire', organisationId: directionId, startsOn: '2026-03-01' },
  })

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
    projectOwner: fd,
    regulatorySide: 'Décret à prendre.',
    axisId: axes[0] ?? null,
  })
  const guichet = await project('Guichet commun', {
    projectOwner: ud,
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
  const become = async (id: string, state: 'convened' | 'held') => {
    if (state === 'convened') await invite({ ok }, id)
    return ok('meetings.setState', { id, version: await version(id), state })
  }
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
  const postponed = async (id: string, to: string) =>
    ok('followUp.postpone', { targets: [await target(id)], to, reason: 'Relecture.' })
  const attended = async (meetingId: string, rows: readonly Attended[]) => {
    for (const [familyName, college, organisation, status, person = null] of rows) {
      const list = await ok('attendance.list', { meetingId })
      const listed = list.find(({ personId }) => person !== null && personId === person)
      const fields = { familyName, college, organisation, status, personId: person }
      if (listed === undefined) await ok('attendance.add', { id: newId(), meetingId, fields })
      else {
        const { personId: _, ...patch } = fields
        await ok('attendance.update', { id: listed.id, version: listed.version, patch })
      }
    }
  }

  const november = await meetingOn('2025-11-13')
  const old = await item(november, 'a', { project: guichet })
  await ok('minutes.start', { meetingId: november })
  await ended(november, old, 'prisActe')
  await decided(old, 1)
  const a11 = await engaged(old, '2025-12-01')
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
  clock.now = '2026-01-15T17:00:00.000Z'
  await become(january, 'held')

  clock.now = '2026-02-20T08:00:00.000Z'
  await renamedCollege(administrations)
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
  const a6 = await engaged(marA, '2026-05-01')
  await engaged(marC, '2026-12-31')
  const a8 = await engaged(marC, '2026-05-01')
  await attended(march, [
    ['Un', administrations, 'Service des usages', 'present', personId],
    ['Deux', administrations, 'Direction B', 'absent'],
    ['Trois', 'Associations', acd, 'excuse'],
    ['Cinq', 'Associations', fd, null],
  ])
  clock.now = '2026-03-12T17:00:00.000Z'
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
  const a10 = await engaged(octA, '2027-03-01')
  await attended(october, [
    ['Un', 'État', 'Direction A', null],
    ['Trois', 'Associations', acd, null],
  ])
  clock.now = '2026-10-08T17:00:00.000Z'
  await become(october, 'held')

  const december = await meetingOn('2026-12-10')
  await item(december, 'a', { project: annuaire, text: t6 })
  await become(december, 'convened')
  const binned = await meetingOn('2026-12-17')
  await item(binned, 'a', { project: guichet })
  await ok('meetings.remove', { id: binned, version: await version(binned) })

  clock.now = '2026-04-20T08:00:00.000Z'
  await postponed(a8, '2026-11-01')
  await postponed(a11, '2026-09-01')
  clock.now = '2027-01-20T08:00:00.000Z'
  for (const id of [a6, a10, a11]) await postponed(id, '2027-09-01')
  await renamed('Confédération de démonstration', '2027-01-05')
  await renamedCollege('Services de l’État')
  await closed(a1, 'done', '2026-02-10')
  await closed(a2, 'done', '2026-03-02')
  await closed(a3, 'done', '2026-03-03')
  await closed(a4, 'done', '2026-04-01')
  await closed(a5, 'dropped', '2026-05-10')
  await closed(a8, 'done', '2026-10-20')
  await closed(a9, 'done', '2027-01-10')
  return opened
}
