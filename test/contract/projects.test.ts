import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../renderer/api/new-id.ts'
import { Desk } from './carry-over-world.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

let opened: OpenedCore
let desk: Desk
let projectId: string
const time = { now: '' }
const slot = {
  requester: 'Anne Modèle',
  organisation: 'Région de démonstration',
  receivedOn: '2026-05-04',
  wishedOn: null,
  durationMinutes: 20,
  nature: 'avis',
  text: 'Un avis sur le calendrier.',
} as const

beforeEach(async () => {
  time.now = '2026-05-04T09:00:00.000Z'
  opened = await openTestCore(time)
  desk = new Desk(opened)
  projectId = newId()
  await opened.ok('projects.add', {
    id: projectId,
    fields: { title: 'Annuaire partagé', projectOwner: 'Noé Exemple' },
  })
})
afterEach(() => opened.dispose())

const sheet = () => opened.ok('projects.get', { id: projectId })
const ask = (fields: { receivedOn?: string; wishedOn?: string | null } = {}) =>
  opened.ok('projects.askSlot', { id: newId(), projectId, fields: { ...slot, ...fields } })

describe('the sheet', () => {
  it('holds schedule, local authorities, contacts and texts; all of it is undone one by one', async () => {
    const [person, text] = [newId(), newId()]
    await opened.ok('directory.addPerson', {
      id: person,
      fields: { givenName: 'Anne', familyName: 'Modèle' },
    })
    await opened.ok('watch.add', { id: text, fields: { title: 'Texte d’exemple' } })
    await opened.ok('projects.addStep', {
      id: newId(),
      projectId,
      fields: { label: 'Généralisation', plannedOn: null, doneOn: null },
    })
    await opened.ok('projects.addStep', {
      id: newId(),
      projectId,
      fields: { label: 'Ouverture', plannedOn: '2026-09-01', doneOn: null },
    })
    const audience = newId()
    await opened.ok('projects.addAudience', {
      id: audience,
      projectId,
      fields: { kind: 'commune', label: '', headcount: 34_900, yearlyCost: 0, yearlySaving: null },
    })
    await opened.ok('projects.addContact', {
      id: newId(),
      projectId,
      fields: { personId: person, part: 'Pilotage' },
    })
    const whole = await opened.ok('projects.linkText', { projectId, watchItemId: text })
    expect(whole.steps.map(({ label }) => label)).toEqual(['Ouverture', 'Généralisation'])
    expect(whole.audiences).toMatchObject([{ headcount: 34_900, yearlyCost: 0, yearlySaving: null }])
    expect(whole.contacts).toMatchObject([{ name: 'Anne Modèle', contact: { part: 'Pilotage' } }])
    expect(whole.project.texts).toMatchObject([{ id: text, title: 'Texte d’exemple' }])
    for (let act = 0; act < 5; act += 1) await opened.ok('history.undo', {})
    expect(await sheet()).toMatchObject({ steps: [], audiences: [], contacts: [], project: { texts: [] } })
  })

  it('keeps one contact of a person, when two of the directory are one, and none of a removed one', async () => {
    const [kept, other] = [newId(), newId()]
    for (const id of [kept, other])
      await opened.ok('directory.addPerson', { id, fields: { givenName: 'Anne', familyName: 'Modèle' } })
    for (const personId of [kept, other])
      await opened.ok('projects.addContact', { id: newId(), projectId, fields: { personId, part: '' } })
    expect(
      await opened.refused('projects.addContact', {
        id: newId(),
        projectId,
        fields: { personId: kept, part: 'Encore' },
      }),
    ).toBe('invalid-input')
    await opened.ok('directory.removePerson', { id: other, version: 1 })
    expect((await sheet()).contacts.map(({ contact }) => contact.personId)).toEqual([kept])
  })

  it('goes with its project, and comes back with it', async () => {
    await opened.ok('projects.addStep', {
      id: newId(),
      projectId,
      fields: { label: 'Ouverture', plannedOn: null, doneOn: null },
    })
    await ask()
    await opened.ok('projects.remove', { id: projectId, version: 1 })
    expect(await opened.refused('projects.get', { id: projectId })).toBe('not-found')
    await opened.ok('history.undo', {})
    expect(await sheet()).toMatchObject({ steps: [{ label: 'Ouverture' }], project: { asked: {} } })
  })

  it('refuses forged lines: unknown project, negative count, a stage that is none', async () => {
    const fields = { kind: 'commune', label: '', headcount: -1, yearlyCost: null, yearlySaving: null }
    expect(await opened.refused('projects.addAudience', { id: newId(), projectId, fields })).toBe(
      'invalid-input',
    )
    expect(
      await opened.refused('projects.addStep', {
        id: newId(),
        projectId: newId(),
        fields: { label: 'x', plannedOn: null, doneOn: null },
      }),
    ).toBe('not-found')
    expect(
      await opened.refused('projects.update', { id: projectId, version: 1, patch: { stage: 'dead' } }),
    ).toBe('invalid-input')
    expect(await opened.refused('projects.linkText', { projectId, watchItemId: newId() })).toBe('not-found')
  })
})

describe('a slot asked for', () => {
  it('is a subject of the inbox, becomes an item with all it says in one act, and is given back when taken off', async () => {
    const may = await desk.meeting('2026-05-12')
    const { project } = await ask()
    expect(project.asked).toMatchObject({ receivedOn: '2026-05-04', wishedOn: null })
    expect(await opened.ok('subjects.list', {})).toMatchObject([
      { title: 'Annuaire partagé', projectId, state: 'received', durationMinutes: 20 },
    ])
    const after = await opened.ok('projects.inscribe', { projectId, meetingId: may })
    expect(after.project).toMatchObject({ asked: null, coming: [{ meetingId: may, itemNumber: '1' }] })
    const { items, links } = await opened.ok('agenda.list', { meetingId: may })
    expect(items).toMatchObject([
      {
        title: 'Annuaire partagé',
        nature: 'avis',
        durationMinutes: 20,
        requester: 'Anne Modèle',
        presenter: 'Noé Exemple',
      },
    ])
    expect(links).toMatchObject([{ targetId: projectId }])
    const [item] = items
    await opened.ok('agenda.remove', { id: item?.id ?? '', version: item?.version ?? 0 })
    expect((await sheet()).project).toMatchObject({ coming: [], asked: { receivedOn: '2026-05-04' } })
  })

  it('is asked once, and one undo takes an inscription back whole', async () => {
    const may = await desk.meeting('2026-05-12')
    await ask()
    expect(await opened.refused('projects.askSlot', { id: newId(), projectId, fields: slot })).toBe(
      'slot-already-asked',
    )
    await opened.ok('projects.inscribe', { projectId, meetingId: may })
    await opened.ok('history.undo', {})
    expect(await desk.titles(may)).toEqual([])
    expect((await sheet()).project.asked).not.toBeNull()
  })

  it('is refused by a meeting that is over, and by a second one while the first is to come', async () => {
    const [may, june] = [await desk.meeting('2026-05-12'), await desk.meeting('2026-06-09')]
    await opened.ok('projects.inscribe', { projectId, meetingId: june })
    expect(await opened.refused('projects.inscribe', { projectId, meetingId: may })).toBe('project-on-agenda')
    // Twice is once.
    await opened.ok('projects.inscribe', { projectId, meetingId: june })
    expect(await desk.titles(june)).toEqual(['Annuaire partagé'])
    time.now = '2026-06-10T09:00:00.000Z'
    await desk.hold(june)
    expect(await opened.refused('projects.inscribe', { projectId, meetingId: june })).toBe('state-refuses')
  })

  it('is ticked by carry-over from the day it is wished for, and not before', async () => {
    const [may, june] = [await desk.meeting('2026-05-12'), await desk.meeting('2026-06-09')]
    await ask({ receivedOn: '2026-05-04', wishedOn: '2026-06-01' })
    expect((await desk.view(may)).proposals).toMatchObject([{ reason: 'slotAsked', isTicked: false }])
    time.now = '2026-05-13T09:00:00.000Z'
    await desk.hold(may)
    expect((await desk.view(june)).proposals).toMatchObject([{ reason: 'slotAsked', isTicked: true }])
  })

  it('speaks after whoever set the project aside', async () => {
    const may = await desk.meeting('2026-05-12')
    const sources = [{ kind: 'project' as const, id: projectId }]
    await opened.ok('carryOver.dismiss', { meetingId: may, sources, why: 'plus tard' })
    expect(await desk.proposed(may)).toEqual([])
    await ask()
    expect((await desk.view(may)).proposals).toMatchObject([{ reason: 'slotAsked', isTicked: true }])
  })
})

describe('a project presented twice', () => {
  /** First heard in May with an outcome and two positions. */
  async function heardInMay(outcome: 'avisAvecReserves' | 'reporte') {
    const [may, june] = [await desk.meeting('2026-05-12'), await desk.meeting('2026-06-09')]
    await opened.ok('projects.inscribe', { projectId, meetingId: may })
    const itemId = (await sheet()).project.coming[0]?.itemId ?? ''
    time.now = '2026-05-12T13:00:00.000Z'
    await desk.setState(may, 'inSession')
    for (const [organisation, stance, words] of [
      ['Association des communes de démonstration', 'reserves', 'sous réserve d’un délai de six mois'],
      ['Région de démonstration', 'favorable', ''],
    ] as const)
      await opened.ok('session.addPosition', {
        id: newId(),
        meetingId: may,
        itemId,
        fields: { organisation, organisationId: null, stance, words },
      })
    await desk.outcome(may, itemId, outcome)
    await desk.setState(may, 'held')
    return { may, june, itemId }
  }

  it('keeps what each organisation said, and is proposed for its second passage exactly once', async () => {
    const { june } = await heardInMay('avisAvecReserves')
    const [passage] = (await sheet()).passages
    expect(passage).toMatchObject({ outcome: 'avisAvecReserves', meetingState: 'held' })
    expect(passage?.positions.map(({ organisation, stance }) => [organisation, stance])).toEqual([
      ['Association des communes de démonstration', 'reserves'],
      ['Région de démonstration', 'favorable'],
    ])
    // Nobody asked for it again: it may come, unticked.
    expect((await desk.view(june)).proposals).toMatchObject([{ reason: 'presentedBefore', isTicked: false }])
    time.now = '2026-05-20T09:00:00.000Z'
    await ask({ receivedOn: '2026-05-12', wishedOn: null })
    expect((await desk.view(june)).proposals).toMatchObject([
      { source: { kind: 'project', id: projectId }, reason: 'slotAsked', isTicked: true },
    ])
    await desk.takeAll(june)
    expect(await desk.titles(june)).toEqual(['Annuaire partagé'])
    expect(await desk.proposed(june)).toEqual([])
    expect((await sheet()).project).toMatchObject({
      heardTimes: 1,
      asked: null,
      coming: [{ meetingId: june }],
    })
    const july = await desk.meeting('2026-07-09')
    time.now = '2026-06-10T09:00:00.000Z'
    const second = (await sheet()).project.coming[0]?.itemId ?? ''
    await desk.hold(june, { [second]: 'avisFavorable' })
    expect((await desk.view(july)).proposals).toMatchObject([{ reason: 'presentedBefore', isTicked: false }])
    const { project, passages } = await sheet()
    expect(project.heardTimes).toBe(2)
    expect(passages.map(({ outcome }) => outcome)).toEqual(['avisFavorable', 'avisAvecReserves'])
  })

  it('is listed with its last passage, those before it counted and not told', async () => {
    const { june, itemId } = await heardInMay('avisAvecReserves')
    const listed = async () => (await opened.ok('projects.list', {}))[0]
    expect(await listed()).toMatchObject({
      ...{ id: projectId, heardTimes: 1, coming: [], asked: null, isRegulatory: false },
      lastHeard: { itemId, meetingDate: '2026-05-12', outcome: 'avisAvecReserves' },
    })
    const size = JSON.stringify(await listed()).length
    // Two items of one meeting are one passage; a meeting that was cancelled is none.
    const others = [await desk.item(june, 'Annuaire, suite'), await desk.item(june, 'Annuaire, fin')]
    for (const id of others)
      await opened.ok('agenda.link', { itemId: id, kind: 'project', targetId: projectId })
    expect(await listed()).toMatchObject({
      heardTimes: 1,
      coming: [{ itemId: others[1] }, { itemId: others[0] }],
    })
    time.now = '2026-06-10T09:00:00.000Z'
    await desk.hold(june, { [others[0] ?? '']: 'avisFavorable' })
    const july = await desk.meeting('2026-07-09')
    const third = await desk.item(july, 'Annuaire, encore')
    await opened.ok('agenda.link', { itemId: third, kind: 'project', targetId: projectId })
    await desk.cancel(july)
    await opened.ok('projects.update', {
      ...{ id: projectId, version: 1 },
      patch: { localImpact: 'Un long texte. '.repeat(200), cnilOpinion: 'needed' },
    })
    const row = await listed()
    expect(row).toMatchObject({
      heardTimes: 2,
      coming: [],
      isRegulatory: true,
      lastHeard: { meetingId: june },
    })
    expect(Math.abs(JSON.stringify(row).length - size)).toBeLessThan(40)
    expect((await sheet()).project).toMatchObject({ heardTimes: 2, asked: null })
  })

  it('put off and asked again is proposed by its item alone, which answers the slot', async () => {
    const { june, itemId } = await heardInMay('reporte')
    time.now = '2026-05-20T09:00:00.000Z'
    await ask({ receivedOn: '2026-05-20', wishedOn: null })
    expect((await desk.view(june)).proposals.map(({ source }) => source)).toEqual([
      { kind: 'item', id: itemId },
    ])
    await opened.ok('projects.inscribe', { projectId, meetingId: june })
    expect(await desk.titles(june)).toEqual(['Annuaire partagé'])
    expect(await desk.provenance(june)).toMatchObject([{ times: 1, reason: 'postponed' }])
    expect(await desk.proposed(june)).toEqual([])
    expect(await opened.ok('subjects.list', {})).toMatchObject([{ state: 'retained', meetingId: june }])
    expect((await sheet()).project.asked).toBeNull()
  })

  it('linked by hand to an item that was heard since is not asked for any more', async () => {
    const [may, june] = [await desk.meeting('2026-05-12'), await desk.meeting('2026-06-09')]
    await ask()
    const itemId = await desk.item(may, 'Point d’étape')
    await opened.ok('agenda.link', { itemId, kind: 'project', targetId: projectId })
    time.now = '2026-05-13T09:00:00.000Z'
    await desk.hold(may, { [itemId]: 'prisActe' })
    expect((await sheet()).project.asked).toBeNull()
    expect((await desk.view(june)).proposals).toMatchObject([{ reason: 'presentedBefore' }])
  })
})
