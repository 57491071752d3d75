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
  const told = async (departure: 'publication' | 'convocation') =>
    (await opened.ok('meetings.leavingChecks', { id: later, departure })).filter(
      ({ kind }) => kind === 'itemSettled',
    )
  expect([await settled(), await told('publication')]).toEqual([[], []])
  expect(await expected()).toContainEqual(expect.stringMatching(/^Demander s’il y a des observations/))
  await oneApproves(opened, meetingId)
  const wanted = await approvalInWriting(opened, meetingId)
  await opened.ok('approval.approve', wanted)
  expect(await settled()).toEqual([{ itemId, mode: 'written', approvedOn: wanted.approvedOn }])
  for (const departure of ['publication', 'convocation'] as const)
    expect(await told(departure)).toMatchObject([
      { names: ['1'], words: wanted.approvedOn, section: itemId, stops: false },
    ])
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

/** Items that approve minutes at a meeting of February, and which of them each earlier meeting finds for itself. */
async function itemsFound(titles: readonly string[], earlier: readonly string[]) {
  const fields = { date: '2027-02-11' }
  const later = (await opened.ok('meetings.create', { fields, fromTemplate: false })).id
  for (const title of titles)
    await opened.ok('agenda.add', {
      ...{ meetingId: later, id: newId(), parentId: null, afterId: null },
      fields: { title, nature: 'approbation' },
    })
  const { items } = await opened.ok('agenda.list', { meetingId: later })
  const found: (string | null)[] = []
  for (const id of earlier) {
    const { approvingMeetings } = await opened.ok('approval.get', { meetingId: id })
    const itemId = approvingMeetings.find((one) => one.meetingId === later)?.itemId
    found.push(items.find(({ id: item }) => item === itemId)?.title ?? null)
  }
  return found
}
const approvalOf = (words: string) => `Approbation du compte rendu de la séance ${words}`

it.each([
  'du 12 novembre',
  'du 12/11',
  'n° 1 (observations reçues jusqu’au 5 janvier 2027)',
  'n° 1 du 12 novembre 2026 (observations reçues avant le 5 janvier 2027)',
  'du 12 novembre 2026 (délibération n° 3)',
  'n° 1 (délibération n° 3 du 11 février 2027)',
  'n° 1 de 2026',
  'n°\u00a01/2026',
  'du 13 novembre 2026',
])('finds its item by « %s »', async (words) => {
  const title = approvalOf(words)
  expect(await itemsFound([title], [meetingId])).toEqual([title])
})

it.each(['n° 1 de 2025', 'du 12 novembre 2025', 'n° 1 du 13 novembre 2025'])(
  'is not the meeting of another year, « %s »',
  async (words) => expect(await itemsFound([approvalOf(words)], [meetingId])).toEqual([null]),
)

it.each([
  'Approbation des comptes rendus des séances n° 1 et n° 2',
  'Approbation des comptes rendus des séances nos 1 et 2',
  'Approbation des comptes rendus des séances n° 1 et 2 de 2026',
  'Approbation des comptes rendus des séances du 12 novembre 2026 et du 10 décembre 2026',
  'Approbation des comptes rendus des séances des 12 novembre et 10 décembre',
  'Approbation des comptes rendus des séances n° 1 du 12 novembre et n° 2 du 10 décembre 2026',
])('is found by both of « %s »', async (title) => {
  const other = await meetingOn(opened, '2026-12-10')
  await hold(opened, other)
  const last = await meetingOn(opened, '2027-01-14')
  const aside = approvalOf('du 14 janvier')
  expect(await itemsFound([title, aside], [meetingId, other, last])).toEqual([title, title, aside])
})

it('settles an item that names two only when both are approved', async () => {
  const other = await meetingOn(opened, '2026-12-10')
  await hold(opened, other)
  await validate(opened, other)
  const title = 'Approbation des comptes rendus des séances du 12 novembre et du 10 décembre 2026'
  expect(await itemsFound([title], [meetingId, other])).toEqual([title, title])
  const later = (await opened.ok('approval.get', { meetingId })).approvingMeetings.at(-1)?.meetingId ?? ''
  const settled = async () => (await opened.ok('agenda.list', { meetingId: later })).settled.length
  for (const [approved, expected] of [
    [meetingId, 0],
    [other, 1],
  ] as const) {
    await oneApproves(opened, approved)
    await opened.ok('approval.approve', await approvalInWriting(opened, approved))
    expect(await settled()).toBe(expected)
  }
})
