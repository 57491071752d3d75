// Minutes approved by writing: who is asked, what each answers, and where it is said afterwards.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../renderer/api/new-id.ts'
import { askedOf } from '../asked.ts'
import { approvalWorld, mail, readIn, silenceApproves, standingIn } from './approval-mails.ts'
import type { DispatchWorld } from './dispatch-world.ts'
import { oneApproves, validate } from './minutes-world.ts'

let world: DispatchWorld
beforeEach(async () => {
  world = await approvalWorld()
})
afterEach(() => world.opened.dispose())

const validated = () => validate(world.opened, world.meetingId)

const read = (...files: ReturnType<typeof mail>[]) => readIn(world, files)
const standing = () => standingIn(world)

describe('an approval by writing', () => {
  it('asks the members once the minutes are validated, with the draft and a day', async () => {
    const ask = { meetingId: world.meetingId, kind: 'writtenApproval', itemId: null } as const
    expect(await world.opened.refused('dispatch.prepare', ask)).toBe('state-refuses')
    await validated()
    const [view] = await world.prepare('writtenApproval')
    expect(view?.dispatch.body).toMatch(/^Mesdames, Messieurs,\n/)
    expect(view?.dispatch.body).toMatch(/Réponse attendue le .* au plus tard\./)
    expect(view?.documents.map(({ kind }) => kind)).toEqual(['minutes'])
    const { closesOn } = await world.opened.ok('approval.consultation', { meetingId: world.meetingId })
    expect(closesOn).not.toBeNull()
    const { meetingId } = world
    const put = await world.opened.ok('approval.setClosing', { meetingId, closesOn: '2027-03-01' })
    expect(put.closesOn).toBe('2027-03-01')
    const [again] = await world.prepare('writtenApproval')
    expect(again?.dispatch.body.replaceAll('\u00a0', ' ')).toContain('1er mars 2027')
    const early = { meetingId, closesOn: '2026-01-01' }
    expect(await world.opened.refused('approval.setClosing', early)).toBe('invalid-input')
  })

  it('says that silence approves only where the rule of the body does', async () => {
    await validated()
    const wordsOf = async () => (await world.prepare('writtenApproval'))[0]?.dispatch.body
    expect(await wordsOf()).not.toContain('tenu pour approuvé')
    const body = await world.opened.ok('settings.body', {})
    await world.opened.ok('settings.updateBody', {
      version: body.version,
      patch: { approvalMode: 'tacit' },
    })
    expect(await wordsOf()).toContain(
      'Sans observation reçue à cette date, le compte rendu sera tenu pour approuvé.',
    )
  })

  it('counts answers by college, from keys and from mails; a deputy answers for the seat', async () => {
    const { opened, meetingId, persons } = world
    await validated()
    await world.send('writtenApproval')
    await opened.ok('approval.setReply', {
      meetingId,
      personId: persons.Okonjo ?? '',
      answer: 'observations',
    })
    const read = await opened.ok('approval.readReplies', {
      meetingId,
      files: [
        mail('marchetti@asso.example', 'Nous approuvons, sans observation.'),
        mail('inconnu@ailleurs.example', 'Nous approuvons.'),
        mail('okonjo@asso.example', 'Bien reçu.'),
      ],
    })
    expect(read.taken).toBe(1)
    expect(read.unread).toMatchObject([
      { why: 'nobody', from: 'inconnu@ailleurs.example' },
      { why: 'unclear', from: 'okonjo@asso.example', words: 'Bien reçu.' },
    ])
    expect(read.consultation.colleges).toMatchObject([{ approves: 1, observations: 1, silent: 0 }])
    await opened.ok('history.undo', {})
    const { colleges } = await opened.ok('approval.consultation', { meetingId })
    expect(colleges).toMatchObject([{ approves: 0, observations: 1, silent: 1 }])
    const stranger = { meetingId, personId: persons.Invité ?? '', answer: 'approves' } as const
    expect(await opened.refused('approval.setReply', stranger)).toBe('invalid-input')
  })

  it('takes no answer of a machine, nor of somebody who may be another', async () => {
    await validated()
    await world.send('writtenApproval')
    const words = 'Nous approuvons le compte rendu.'
    const { taken, unread } = await read(
      mail('marchetti@asso.example', words, { subject: 'Automatic reply: Approbation' }),
      mail('h.m@ailleurs.example', words, { name: 'Helene Marchetti ' }),
    )
    expect(taken).toBe(0)
    expect(unread.map(({ why }) => why)).toEqual(['unclear', 'nobody'])
  })

  it('heeds the last word by the day of the mail, and never over what was noted since', async () => {
    const { opened, meetingId, persons } = world
    await validated()
    await world.send('writtenApproval')
    await opened.ok('approval.setClosing', { meetingId, closesOn: '2027-02-10' })
    world.setNow('2027-02-11T09:00:00.000Z')
    const of = (words: string, on: string, fileName: string) =>
      mail('marchetti@asso.example', words, { on, fileName })
    const folder = [
      of('Nous approuvons.', '2027-02-05T10:00:00Z', 'a.eml'),
      of('Une observation au point 2.', '2027-02-03T10:00:00Z', 'b.eml'),
      of('Une observation au point 3.', '2027-02-11T08:00:00Z', 'c.eml'),
    ]
    const { unread } = await read(...folder)
    expect(unread).toMatchObject([{ fileName: 'c.eml', why: 'late' }])
    expect((await standing()).Marchetti).toBe('approves')
    const personId = persons.Marchetti ?? ''
    await opened.ok('approval.setReply', { meetingId, personId, answer: 'observations' })
    const again = await read(...folder.slice(0, 2))
    expect(again).toMatchObject({ taken: 0 })
    expect(again.unread.map(({ why }) => why)).toEqual(['older', 'older'])
    expect((await standing()).Marchetti).toBe('observations')
  })

  it('is not tacit where a member had something to say, or was told no day', async () => {
    const { opened, meetingId, persons } = world
    await silenceApproves(opened)
    await validated()
    const [view] = await world.prepare('writtenApproval')
    await opened.ok('approval.setClosing', { meetingId, closesOn: null })
    const { id = '', version = 0 } = view?.dispatch ?? {}
    await opened.ok('dispatch.markSent', { id, version })
    const seal = {
      meetingId,
      mode: 'tacit',
      approvingMeetingId: null,
      itemId: null,
      corrections: '',
    } as const
    const approve = async () => ({
      ...seal,
      approvedOn: '2027-03-20',
      asked: await askedOf(opened.ok, meetingId),
    })
    world.setNow('2027-03-20T09:00:00.000Z')
    expect(await opened.refused('approval.approve', await approve())).toBe('invalid-input')
    await opened.ok('approval.setClosing', { meetingId, closesOn: '2027-02-10' })
    const personId = persons.Okonjo ?? ''
    await opened.ok('approval.setReply', { meetingId, personId, answer: 'observations' })
    expect(await opened.refused('approval.approve', await approve())).toBe('invalid-input')
    // The day that they were told stays, whoever looks at the message again.
    await world.prepare('writtenApproval')
    expect((await opened.ok('approval.consultation', { meetingId })).closesOn).toBe('2027-02-10')
    await opened.ok('approval.setReply', { meetingId, personId, answer: null })
    expect((await opened.ok('approval.approve', await approve())).approval?.mode).toBe('tacit')
  })

  it('is tacit only where a message reached somebody, on the day it told, and said what silence is', async () => {
    const { opened, meetingId, persons } = world
    await validated()
    const seal = async (approvedOn: string) => ({
      ...({ meetingId, mode: 'tacit', approvingMeetingId: null, itemId: null } as const),
      ...{ approvedOn, corrections: '', asked: await askedOf(opened.ok, meetingId) },
    })
    const addresses = async (email: string) => {
      const { persons: known } = await opened.ok('directory.list', {})
      for (const { id, version } of known.filter((one) =>
        [persons.Okonjo, persons.Marchetti].includes(one.id),
      ))
        await opened.ok('directory.updatePerson', { id, version, patch: { email, copyEmails: '' } })
    }
    await opened.ok('approval.setClosing', { meetingId, closesOn: '2027-02-10' })
    await addresses('')
    await silenceApproves(opened)
    await world.send('writtenApproval')
    world.setNow('2027-02-11T09:00:00.000Z')
    expect(await opened.refused('approval.approve', await seal('2027-02-11'))).toBe('invalid-input')
    // The day that they were told goes later only.
    for (const closesOn of ['2027-02-09', null])
      expect(await opened.refused('approval.setClosing', { meetingId, closesOn })).toBe('day-told')
    // A day that no message told is put right.
    for (const closesOn of ['2028-02-12', '2027-02-10', '2028-02-12'])
      await opened.ok('approval.setClosing', { meetingId, closesOn })
    expect(await opened.refused('approval.setClosing', { meetingId, closesOn: '2027-02-09' })).toBe(
      'day-told',
    )
    await opened.ok('approval.setClosing', { meetingId, closesOn: '2027-02-12' })
    await addresses('membre@asso.example')
    await world.send('writtenApproval')
    await silenceApproves(opened, 'meeting')
    world.setNow('2027-02-13T09:00:00.000Z')
    // One of the two messages said it, the other one as well: the rule of the body may change since.
    expect((await opened.ok('approval.consultation', { meetingId })).isSilenceTold).toBe(true)
    expect((await opened.ok('approval.approve', await seal('2027-02-13'))).approval?.mode).toBe('tacit')
  })

  it('is not tacit where no message said that silence approves, unless each member answered', async () => {
    const { opened, meetingId, persons } = world
    await validated()
    await opened.ok('approval.setClosing', { meetingId, closesOn: '2027-02-10' })
    await world.send('writtenApproval')
    world.setNow('2027-02-11T09:00:00.000Z')
    const seal = {
      ...({ meetingId, mode: 'tacit', approvingMeetingId: null, itemId: null } as const),
      ...{ approvedOn: '2027-02-11', corrections: '', asked: await askedOf(opened.ok, meetingId) },
    }
    expect(await opened.refused('approval.approve', seal)).toBe('invalid-input')
    // The rule of the body that is chosen afterwards was told to nobody.
    await silenceApproves(opened)
    expect((await opened.ok('approval.consultation', { meetingId })).isSilenceTold).toBe(false)
    expect(await opened.refused('approval.approve', seal)).toBe('invalid-input')
    // Sent once more, while there is time to answer, the message says it to all of them.
    await opened.ok('approval.setClosing', { meetingId, closesOn: '2027-02-20' })
    await world.send('writtenApproval')
    expect((await opened.ok('approval.consultation', { meetingId })).isSilenceTold).toBe(true)
    for (const personId of [persons.Okonjo ?? '', persons.Marchetti ?? ''])
      await opened.ok('approval.setReply', { meetingId, personId, answer: 'approves' })
    expect((await opened.ok('approval.approve', seal)).approval?.mode).toBe('tacit')
  })

  it('takes nobody for silent whom the message did not reach', async () => {
    const { opened, meetingId, persons } = world
    await silenceApproves(opened)
    await validated()
    expect(await standing()).toEqual({ Marchetti: 'unreached', Okonjo: 'unreached' })
    const { persons: known } = await opened.ok('directory.list', {})
    const okonjo = known.find(({ id }) => id === persons.Okonjo)
    const patch = { email: 'okonjo@' }
    await opened.ok('directory.updatePerson', { id: okonjo?.id ?? '', version: okonjo?.version ?? 0, patch })
    await world.send('writtenApproval')
    expect(await standing()).toEqual({ Marchetti: 'silent', Okonjo: 'unreached' })
    const { colleges } = await opened.ok('approval.consultation', { meetingId })
    expect(colleges).toMatchObject([{ approves: 0, observations: 0, silent: 1, unreached: 1 }])
    world.setNow('2027-03-20T09:00:00.000Z')
    const { approval } = await opened.ok('approval.approve', {
      meetingId,
      mode: 'tacit',
      approvingMeetingId: null,
      itemId: null,
      approvedOn: '2027-03-20',
      corrections: '',
      asked: await askedOf(opened.ok, meetingId),
    })
    expect(approval?.replies).toBe('0 approbation, 0 observation, 1 sans réponse, 1 non joint')
  })

  it.each(['written', 'tacit'] as const)('is not sealed (%s) while a member may answer', async (mode) => {
    const { opened, meetingId, persons } = world
    await validated()
    await world.send('writtenApproval')
    await opened.ok('approval.setClosing', { meetingId, closesOn: '2027-02-10' })
    const seal = { meetingId, mode, approvingMeetingId: null, itemId: null, corrections: '' } as const
    world.setNow('2027-02-10T09:00:00.000Z')
    const asked = await askedOf(opened.ok, meetingId)
    const early = { ...seal, approvedOn: '2027-02-10', asked }
    expect(await opened.refused('approval.approve', early)).toBe('invalid-input')
    for (const personId of [persons.Okonjo ?? '', persons.Marchetti ?? ''])
      await opened.ok('approval.setReply', { meetingId, personId, answer: 'approves' })
    expect((await opened.ok('approval.approve', early)).approval?.mode).toBe(mode)
  })

  it('is refused to whoever was not asked about what is to be looked at, and keeps what was asked', async () => {
    const { opened, meetingId } = world
    await validated()
    const asked = await askedOf(opened.ok, meetingId)
    expect(asked.length).toBeGreaterThan(0)
    const choice = { meetingId, mode: 'written', approvingMeetingId: null, itemId: null } as const
    const forged = { ...choice, approvedOn: '2027-01-20', corrections: '' }
    expect(await opened.refused('approval.approve', { ...forged, asked: [] })).toBe('conflict')
    expect((await opened.core.callUntyped('approval.approve', forged)).ok).toBe(false)
    const others = asked.map((line, at) =>
      at === 0 ? { ...line, check: { ...line.check, names: ['Un autre'] } } : line,
    )
    expect(await opened.refused('approval.approve', { ...forged, asked: others })).toBe('conflict')
    await oneApproves(opened, meetingId)
    const { approval } = await opened.ok('approval.approve', { ...forged, asked })
    expect(approval?.asked.split('\n')).toEqual(asked.map(({ words }) => words))
  })

  it('is said with its count in the opening of the next minutes', async () => {
    const { opened, meetingId, persons } = world
    await validated()
    await world.send('writtenApproval')
    await opened.ok('approval.setClosing', { meetingId, closesOn: '2027-02-10' })
    await opened.ok('approval.setReply', { meetingId, personId: persons.Okonjo ?? '', answer: 'approves' })
    world.setNow('2027-02-11T09:00:00.000Z')
    const { approval } = await opened.ok('approval.approve', {
      meetingId,
      mode: 'written',
      approvingMeetingId: null,
      itemId: null,
      approvedOn: '2027-02-11',
      corrections: '',
      asked: await askedOf(opened.ok, meetingId),
    })
    expect(approval?.replies).toBe('1 approbation, 0 observation, 1 sans réponse')
    const { id: later } = await opened.ok('meetings.create', {
      fields: { date: '2027-02-12' },
      fromTemplate: false,
    })
    await opened.ok('minutes.start', { meetingId: later })
    const exported = await opened.core.internal('writeDocument', {
      subject: { kind: 'minutes', meetingId: later },
      format: 'json',
      path: `${opened.folder}/../cr-${newId()}.json`,
    })
    if (!exported.ok) throw new Error(exported.error.code)
    const { readFileSync, rmSync } = await import('node:fs')
    const words = readFileSync(exported.value.path, 'utf8').replaceAll('\u00a0', ' ')
    rmSync(exported.value.path)
    expect(words).toContain(
      'a été approuvé par consultation écrite le 11 février 2027 : 1 approbation, 0 observation, 1 sans réponse.',
    )
    const after = { meetingId, personId: persons.Marchetti ?? '', answer: 'approves' } as const
    expect(['state-refuses', 'approved']).toContain(await opened.refused('approval.setReply', after))
  })
})
