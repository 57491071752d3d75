import { afterEach, beforeEach, expect, it } from 'vitest'
import { modelInPdf } from '../../electron/documents/read-back.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { Desk } from './carry-over-world.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

let opened: OpenedCore
let desk: Desk
const time = { now: '' }
const projectId = newId()

beforeEach(async () => {
  time.now = '2026-05-04T09:00:00.000Z'
  opened = await openTestCore(time)
  desk = new Desk(opened)
  await opened.ok('projects.add', { id: projectId, fields: { title: 'Annuaire partagé' } })
})
afterEach(() => opened.dispose())

const sheet = () => opened.ok('projects.get', { id: projectId })
const listed = async () => (await opened.ok('projects.list', {}))[0]

async function spokenOf(meetingId: string, title: string): Promise<string> {
  const itemId = await desk.item(meetingId, title)
  await opened.ok('agenda.link', { itemId, kind: 'project', targetId: projectId })
  return itemId
}

async function printed(
  subject: { kind: 'projectSheet'; projectId: string } | { kind: 'chairBrief'; meetingId: string },
) {
  return modelInPdf((await opened.ok('documents.render', subject)).bytes)
}

it('a project whose meeting never came to it waits as before, and no paper says that it was heard', async () => {
  const [may, june, july] = [
    await desk.meeting('2026-05-12'),
    await desk.meeting('2026-06-09'),
    await desk.meeting('2026-07-09'),
  ]
  await desk.hold(may, { [await spokenOf(may, 'Annuaire')]: 'prisActe' })
  const slot = {
    requester: '',
    organisation: '',
    wishedOn: null,
    durationMinutes: null,
    nature: null,
    text: '',
  }
  await opened.ok('projects.askSlot', {
    ...{ id: newId(), projectId },
    fields: { ...slot, receivedOn: '2026-05-20' },
  })
  const others = [await desk.item(june, 'Ouverture'), await desk.item(june, 'Questions')]
  const last = await spokenOf(june, 'Annuaire, suite')
  time.now = '2026-06-09T13:00:00.000Z'
  await desk.setState(june, 'inSession')
  for (const itemId of others) await opened.ok('session.goTo', { meetingId: june, itemId })
  expect(await listed()).toMatchObject({ heardTimes: 1, coming: [{ itemId: last, itemNumber: '3' }] })

  await opened.ok('session.close', { meetingId: june })
  const stands = { heardTimes: 1, coming: [], asked: { receivedOn: '2026-05-20' } }
  expect(await listed()).toMatchObject({ ...stands, lastHeard: { meetingId: may } })
  expect(await sheet()).toMatchObject({
    project: stands,
    passages: [{ state: 'left', outcome: 'nonTraite' }, { state: 'heard' }],
  })

  // Its item set aside, what was asked is still to be done.
  const sources = [{ kind: 'item' as const, id: last }]
  await opened.ok('carryOver.dismiss', { meetingId: july, sources, why: '' })
  expect((await desk.view(july)).proposals.filter(({ source }) => source.kind === 'project')).toMatchObject([
    { reason: 'slotAsked', origin: { meetingId: may } },
  ])

  const paper = await printed({ kind: 'projectSheet', projectId })
  const facts = paper?.kind === 'projectSheet' ? paper.facts : []
  expect(facts.find(({ label }) => label === 'Dernier passage')?.value).toContain('12\u00a0mai')
  await spokenOf(july, 'Annuaire, encore')
  const brief = await printed({ kind: 'chairBrief', meetingId: july })
  const dealtWith = brief?.kind === 'chairBrief' ? JSON.stringify(brief.pages) : ''
  expect(dealtWith).toContain('«\u00a0Annuaire\u00a0»')
  expect(dealtWith).not.toContain('Annuaire, suite')
  const year = { from: '2026-01-01', to: '2026-12-31' }
  expect((await opened.ok('yearlyReport.get', year)).report.hearings).toMatchObject({ total: 1 })
})
