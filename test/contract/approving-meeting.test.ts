import { afterEach, beforeEach, expect, it } from 'vitest'
import { modelInPdf } from '../../electron/documents/read-back.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { askedOf } from '../asked.ts'
import {
  approvalInWriting,
  hold,
  meetingOn,
  oneApproves,
  openMinutesCore,
  validate,
} from './minutes-world.ts'
import type { OpenedCore } from './open-core.ts'

let opened: OpenedCore
let meetingId: string
beforeEach(async () => {
  opened = await openMinutesCore()
  meetingId = await meetingOn(opened, '2026-11-12')
  await hold(opened, meetingId)
  await validate(opened, meetingId)
})
afterEach(() => opened.dispose())

const meeting = async (id: string) => (await opened.ok('meetings.get', { id })).meeting
async function become(id: string, state: 'held') {
  await opened.ok('meetings.setState', { id, version: (await meeting(id)).version, state })
}
const approvedBy = async (approvingMeetingId: string) => ({
  ...({ meetingId, mode: 'meeting', approvingMeetingId, itemId: null } as const),
  ...{ approvedOn: (await meeting(approvingMeetingId)).date, corrections: '' },
  asked: await askedOf(opened.ok, meetingId),
})
const refused = async (id: string) => opened.refused('approval.approve', await approvedBy(id))

it('is one that opened: neither only planned, nor cancelled', async () => {
  const held = await meetingOn(opened, '2026-12-10')
  const other = await meetingOn(opened, '2026-12-15')
  expect(await refused(held)).toBe('invalid-input')
  await become(held, 'held')
  const { approvingMeetings } = await opened.ok('approval.get', { meetingId })
  expect(approvingMeetings.map((one) => [one.meetingId, one.isOpened])).toEqual([
    [held, true],
    [other, false],
  ])
  const { version } = await meeting(other)
  await opened.ok('meetings.cancel', { id: other, version, reason: '' })
  expect(await refused(other)).toBe('invalid-input')
  const { approval } = await opened.ok('approval.approve', await approvedBy(held))
  expect(approval).toMatchObject({ mode: 'meeting', approvingMeetingId: held })
})

it('is one of the same series', async () => {
  const id = newId()
  await opened.ok('series.add', {
    id,
    fields: {
      name: 'Commission d’essai',
      rule: { ordinal: 2, weekday: 4, months: [12] },
      ...{ startTime: '14:00', endTime: '16:30', mode: 'surPlace', place: '' },
      ...{ videoLink: '', chair: '', secretary: '' },
    },
  })
  const fields = { date: '2026-12-16' }
  const aside = await opened.ok('meetings.create', { fields, fromTemplate: false, seriesId: id })
  await become(aside.id, 'held')
  expect(await refused(aside.id)).toBe('invalid-input')
})

it('has nothing to approve under its item once that was done in writing', async () => {
  const later = await meetingOn(opened, '2027-02-11')
  const { items } = await opened.ok('agenda.list', { meetingId: later })
  const itemId = items.find(({ nature }) => nature === 'approbation')?.id ?? ''
  const settled = async () => (await opened.ok('agenda.list', { meetingId: later })).settled
  const expected = async () => {
    const { bytes } = await opened.ok('documents.render', { kind: 'chairBrief', meetingId: later })
    const model = await modelInPdf(bytes)
    if (model?.kind !== 'chairBrief') throw new Error('the model is not inside')
    return model.pages.flatMap(({ parts }) => parts.flatMap(({ lines }) => lines))
  }
  expect(await settled()).toEqual([])
  expect(await expected()).toContainEqual(expect.stringMatching(/^Demander s’il y a des observations/))
  await oneApproves(opened, meetingId)
  const wanted = await approvalInWriting(opened, meetingId)
  await opened.ok('approval.approve', wanted)
  expect(await settled()).toEqual([{ itemId, mode: 'written', approvedOn: wanted.approvedOn }])
  const now = await expected()
  expect(now).toContainEqual(expect.stringMatching(/^Déjà approuvé par consultation écrite/))
  expect(now.join(' ')).not.toContain('Demander s’il')
})

it('settles nothing of a meeting that has the same number in another year', async () => {
  await oneApproves(opened, meetingId)
  await opened.ok('approval.approve', await approvalInWriting(opened, meetingId))
  const numberOf = async (id: string) => (await meeting(id)).number
  const next = await meetingOn(opened, '2027-01-14')
  await hold(opened, next)
  expect(await numberOf(next)).toBe(await numberOf(meetingId))
  const later = await meetingOn(opened, '2027-02-11')
  const { items, settled } = await opened.ok('agenda.list', { meetingId: later })
  const approving = items.filter(({ nature }) => nature === 'approbation')
  expect(approving.map(({ title }) => title)).toEqual([expect.stringMatching(/du 14\u00a0janvier 2027$/)])
  expect(settled).toEqual([])
  const { approvingMeetings } = await opened.ok('approval.get', { meetingId })
  expect(approvingMeetings.map((one) => [one.meetingId, one.itemId])).toEqual([
    [next, null],
    [later, null],
  ])
})

it('settles what names the day, and not what names another that ends alike', async () => {
  const later = await meetingOn(opened, '2027-02-11')
  const add = (title: string) =>
    opened.ok('agenda.add', {
      meetingId: later,
      ...{ id: newId(), parentId: null, afterId: null, fields: { title, nature: 'approbation' } },
    })
  await add('Approbation du compte rendu de la séance du 12 novembre 2026')
  await add('Approbation du compte rendu de la séance du 2 novembre 2026')
  await oneApproves(opened, meetingId)
  await opened.ok('approval.approve', await approvalInWriting(opened, meetingId))
  const { items, settled } = await opened.ok('agenda.list', { meetingId: later })
  const titled = (wanted: RegExp) => items.find(({ title }) => wanted.test(title))?.id
  const told = settled.map(({ itemId }) => itemId)
  expect(told).toContain(titled(/séance du 12 novembre/))
  expect(told).not.toContain(titled(/séance du 2 novembre/))
})
