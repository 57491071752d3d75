// What is sealed is what was validated, and what the members answered to.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../renderer/api/new-id.ts'
import { askedOf } from '../asked.ts'
import { approvalWorld, mail, readIn, silenceApproves, standingIn } from './approval-mails.ts'
import type { DispatchWorld } from './dispatch-world.ts'
import { minutesOf, oneApproves, validate, validateAnew, writeExchanges } from './minutes-world.ts'

let world: DispatchWorld
beforeEach(async () => {
  world = await approvalWorld()
})
afterEach(() => world.opened.dispose())

const validated = () => validate(world.opened, world.meetingId)
const read = (...files: ReturnType<typeof mail>[]) => readIn(world, files)
const standing = () => standingIn(world)

describe('an approval by writing', () => {
  it('takes no answer whose subject names another meeting', async () => {
    const { opened, meetingId } = world
    await validated()
    await world.send('writtenApproval')
    const { meeting } = await opened.ok('meetings.get', { id: meetingId })
    const words = 'Nous approuvons.'
    const from = (subject: string, fileName: string) =>
      mail('marchetti@asso.example', words, { subject, fileName })
    const other = (meeting.number ?? 0) + 1
    const { taken, unread } = await read(
      from(`RE: Approbation du compte rendu de la séance n° ${other} du 14 janvier 2027`, 'a.eml'),
      from('RE: compte rendu de la séance du 14 janvier 2027', 'b.eml'),
      from(`RE: compte rendu de la séance n° ${meeting.number} du 10 décembre 2025`, 'c.eml'),
      from(`RE: compte rendu de la séance n° ${meeting.number} du 10 décembre 2026`, 'd.eml'),
    )
    expect(taken).toBe(1)
    const told = { why: 'other-meeting', from: 'marchetti@asso.example', words }
    expect(unread).toEqual(['a.eml', 'b.eml', 'c.eml'].map((fileName) => ({ fileName, ...told })))
  })

  it('takes no answer for one of tomorrow, whatever the clock of its writer', async () => {
    const { opened, meetingId } = world
    await validated()
    await world.send('writtenApproval')
    await opened.ok('approval.setClosing', { meetingId, closesOn: '2027-03-10' })
    await read(mail('marchetti@asso.example', 'Nous approuvons.', { on: '2027-03-01T10:00:00Z' }))
    expect((await standing()).Marchetti).toBe('approves')
    world.setNow('2027-01-21T09:00:00.000Z')
    await writeExchanges(opened, meetingId, 'Une autre rédaction.')
    await validateAnew(opened, meetingId)
    expect((await standing()).Marchetti).toBe('unreached')
    world.setNow('2027-01-21T10:00:00.000Z')
    await read(mail('marchetti@asso.example', 'Une observation au point 2.', { on: '2027-01-21T09:30:00Z' }))
    expect((await standing()).Marchetti).toBe('observations')
  })

  it('takes answers under the number that the meeting had, and a day that is not its own', async () => {
    const { opened, meetingId } = world
    await validated()
    await world.send('writtenApproval')
    const { meeting } = await opened.ok('meetings.get', { id: meetingId })
    const { id, version, number } = meeting
    const former = number ?? 0
    await opened.ok('meetings.update', { id, version, patch: { number: former + 5 } })
    const from = (fileName: string, subject: string) =>
      mail('marchetti@asso.example', 'Nous approuvons.', { subject, fileName })
    const { taken, unread } = await read(
      from('a.eml', `RE: Approbation du compte rendu de la séance n° ${former} du 10 décembre 2026`),
      from('b.eml', `RE: Approbation du compte rendu de la séance n° ${former} du 14 janvier 2027`),
      from('c.eml', 'RE: Séance plénière : réponse avant le 3 mars'),
      from('d.eml', `RE: Approbation du compte rendu de la séance n° ${former + 1}`),
    )
    expect(unread.map(({ fileName, why }) => [fileName, why])).toEqual([
      ['b.eml', 'other-meeting'],
      ['d.eml', 'other-meeting'],
    ])
    expect(taken).toBe(2)
  })

  it('counts no answer to a text that was changed since, and each again when it was not', async () => {
    const { opened, meetingId, persons } = world
    const setState = async (state: 'review' | 'validated') => {
      const { minutes } = await minutesOf(opened, meetingId)
      await opened.ok('minutes.setState', { id: minutes.id, version: minutes.version, state })
    }
    await validated()
    await world.send('writtenApproval')
    await opened.ok('approval.setReply', { meetingId, personId: persons.Okonjo ?? '', answer: 'approves' })
    world.setNow('2027-01-21T09:00:00.000Z')
    await setState('review')
    await setState('validated')
    expect(await standing()).toEqual({ Marchetti: 'silent', Okonjo: 'approves' })
    await setState('review')
    const { sections } = await minutesOf(opened, meetingId)
    const { id = '', version = 0 } = sections[0] ?? {}
    await opened.ok('minutes.updateSection', { id, version, patch: { outcomeSentence: 'Autrement.' } })
    world.setNow('2027-01-22T09:00:00.000Z')
    await setState('validated')
    expect(await standing()).toEqual({ Marchetti: 'unreached', Okonjo: 'unreached' })
    const tacit = {
      meetingId,
      mode: 'tacit',
      approvingMeetingId: null,
      itemId: null,
      corrections: '',
    } as const
    const asked = await askedOf(opened.ok, meetingId)
    const early = { ...tacit, approvedOn: '2027-01-22', asked }
    expect(await opened.refused('approval.approve', early)).toBe('invalid-input')
    const { members } = await opened.ok('approval.consultation', { meetingId })
    expect(members.map(({ earlierAnswer }) => earlierAnswer)).toContain('approves')
  })

  it('is of what stands at the head of the paper and under its titles too', async () => {
    const { opened, meetingId, items } = world
    const itemId = Object.values(items)[0] ?? ''
    const textId = newId()
    await opened.ok('watch.add', { id: textId, fields: { title: 'Arrêté du 4 mai relatif aux guichets' } })
    await validated()
    await world.send('writtenApproval')
    const answered = { Marchetti: 'silent', Okonjo: 'silent' }
    const reworded = { Marchetti: 'unreached', Okonjo: 'unreached' }
    expect(await standing()).toEqual(answered)
    const differing = async () => {
      const [version] = await opened.ok('minutesVersions.list', { meetingId })
      const of = { meetingId, before: version?.id ?? '', after: null }
      return (await opened.ok('minutesVersions.compare', of)).map(({ field, after }) => [field, after])
    }
    const meeting = async (patch: object) => {
      const { version } = (await opened.ok('meetings.get', { id: meetingId })).meeting
      await opened.ok('meetings.update', { id: meetingId, version, patch })
    }
    const item = async (patch: object) => {
      const all = (await opened.ok('agenda.list', { meetingId })).items
      await opened.ok('agenda.update', {
        id: itemId,
        version: all.find(({ id }) => id === itemId)?.version ?? 0,
        patch,
      })
    }
    for (const [field, words, change] of [
      ['head', 'Ada Tilleul', () => meeting({ chair: 'Ada Tilleul' })],
      ['head', 'Noé Sorbier', () => meeting({ secretary: 'Noé Sorbier' })],
      ['head', '77', () => meeting({ number: 77 })],
      ['head', 'Salle basse', () => meeting({ place: 'Salle basse' })],
      ['head', '9 h 05', () => meeting({ startTime: '09:05' })],
      ['presented', 'Ada Tilleul', () => item({ presenter: 'Ada Tilleul' })],
      ['presented', 'Région exemple', () => item({ requester: 'Région exemple' })],
      ['presented', 'Avis', () => item({ nature: 'avis' })],
      ['presented', 'guichets', () => opened.ok('agenda.link', { itemId, kind: 'watch', targetId: textId })],
    ] as const) {
      await change()
      expect(await standing(), words).toEqual(reworded)
      const [said, ...others] = await differing()
      expect([said?.[0], others], words).toEqual([field, []])
      expect(said?.[1]?.replaceAll(/\s/gu, ' ')).toContain(words)
      await opened.ok('history.undo', {})
      expect(await standing(), words).toEqual(answered)
    }
  })

  it('is sealed as it was validated: a change since stops it, and no answer counts for it', async () => {
    const { opened, meetingId, persons } = world
    await validated()
    await world.send('writtenApproval')
    const personId = persons.Okonjo ?? ''
    await opened.ok('approval.setReply', { meetingId, personId, answer: 'approves' })
    const stopping = async () =>
      (await opened.ok('meetings.leavingChecks', { id: meetingId, departure: 'seal' }))
        .filter(({ stops }) => stops)
        .map(({ kind }) => kind)
    expect(await stopping()).toEqual([])
    world.setNow('2027-01-28T09:00:00.000Z')
    await writeExchanges(opened, meetingId, 'Une autre rédaction.')
    expect(await stopping()).toEqual(['changedSinceValidation'])
    expect(await opened.ok('approval.get', { meetingId })).toMatchObject({ isChangedSinceValidation: true })
    expect(await standing()).toEqual({ Marchetti: 'unreached', Okonjo: 'unreached' })
    const seal = {
      ...({ meetingId, mode: 'written', approvingMeetingId: null, itemId: null } as const),
      ...{ approvedOn: '2027-01-28', corrections: '', asked: await askedOf(opened.ok, meetingId) },
    }
    expect(await opened.refused('approval.approve', seal)).toBe('state-refuses')
    const again = { meetingId, kind: 'writtenApproval', itemId: null } as const
    expect(await opened.refused('dispatch.prepare', again)).toBe('state-refuses')
    // As it was: they answered to this.
    await opened.ok('history.undo', {})
    expect(await standing()).toEqual({ Marchetti: 'silent', Okonjo: 'approves' })
    await writeExchanges(opened, meetingId, 'Une autre rédaction.')
    await validateAnew(opened, meetingId)
    expect(await stopping()).toEqual([])
    expect(await standing()).toEqual({ Marchetti: 'unreached', Okonjo: 'unreached' })
    expect(await opened.refused('approval.approve', seal)).toBe('invalid-input')
    await oneApproves(opened, meetingId)
    const { approval } = await opened.ok('approval.approve', seal)
    expect(approval?.replies).toBe('1 approbation, 0 observation, 0 sans réponse, 1 non joint')
  })

  it('is not what a validation says that was taken back', async () => {
    const { opened, meetingId } = world
    await validated()
    const isChanged = async () => (await opened.ok('approval.get', { meetingId })).isChangedSinceValidation
    world.setNow('2027-01-28T09:00:00.000Z')
    await writeExchanges(opened, meetingId, 'Une autre rédaction.')
    await validateAnew(opened, meetingId)
    expect(await isChanged()).toBe(false)
    await opened.ok('history.undo', {})
    expect((await minutesOf(opened, meetingId)).minutes.state).toBe('validated')
    expect(await isChanged()).toBe(true)
    await opened.ok('history.redo', {})
    expect(await isChanged()).toBe(false)
  })

  it('is another text under other numbers', async () => {
    const { opened, meetingId } = world
    await validated()
    const isChanged = async () => (await opened.ok('approval.get', { meetingId })).isChangedSinceValidation
    expect(await isChanged()).toBe(false)
    const [item] = (await opened.ok('agenda.list', { meetingId })).items
    const { id = '', version = 0 } = item ?? {}
    await opened.ok('agenda.move', { id, version, parentId: null, index: 1 })
    expect(await isChanged()).toBe(true)
  })

  it('counts the answers while only the follow-up of an action moved', async () => {
    const { opened, meetingId, persons } = world
    const [section] = (await minutesOf(opened, meetingId)).sections
    const action = await opened.ok('minutes.addAction', {
      id: newId(),
      itemId: section?.itemId ?? '',
      fields: { text: 'Transmettre le tableau.', owner: 'Le secrétariat', dueDate: '2027-02-10' },
    })
    await validated()
    await world.send('writtenApproval')
    await opened.ok('approval.setReply', { meetingId, personId: persons.Okonjo ?? '', answer: 'approves' })
    const { row } = await opened.ok('followUp.action', { id: action.id })
    const targets = [{ id: action.id, version: row.action.version }]
    await opened.ok('followUp.setActionState', { targets, state: 'done', reason: '', on: null })
    expect(await standing()).toEqual({ Marchetti: 'silent', Okonjo: 'approves' })
  })

  it('is not tacit while the members may still write on the draft, nor without a day', async () => {
    const { opened, meetingId } = world
    await silenceApproves(opened)
    await validated()
    const { minutes } = await minutesOf(opened, meetingId)
    expect(minutes.reviewDeadline).toBe('2027-02-04')
    const seal = async (approvedOn: string) => ({
      ...({ meetingId, mode: 'tacit', approvingMeetingId: null, itemId: null } as const),
      ...{ approvedOn, corrections: '', asked: await askedOf(opened.ok, meetingId) },
    })
    expect(await opened.refused('approval.approve', await seal('2027-01-20'))).toBe('invalid-input')
    world.setNow('2027-02-05T09:00:00.000Z')
    expect(await opened.refused('approval.approve', await seal('2027-02-04'))).toBe('invalid-input')
    const { id, version } = minutes
    const circle = 'members'
    const none = await opened.ok('minutes.setDeadline', { id, version, circle, deadline: null })
    expect(await opened.refused('approval.approve', await seal('2027-02-05'))).toBe('invalid-input')
    const deadline = '2027-02-04'
    await opened.ok('minutes.setDeadline', { id, version: none.version, circle, deadline })
    expect((await opened.ok('approval.approve', await seal('2027-02-05'))).approval?.mode).toBe('tacit')
  })

  it('leaves what becomes of its actions to be said and taken back', async () => {
    const { opened, meetingId } = world
    const id = newId()
    const itemId = (await minutesOf(opened, meetingId)).sections[0]?.itemId ?? ''
    await opened.ok('minutes.addAction', { id, itemId, fields: { text: 'Transmettre le guide.' } })
    await validated()
    const seal = {
      ...({ meetingId, mode: 'written', approvingMeetingId: null, itemId: null } as const),
      ...{ approvedOn: '2027-01-20', corrections: '', asked: await askedOf(opened.ok, meetingId) },
    }
    // Nobody was asked yet: approved by whom?
    expect(await opened.refused('approval.approve', seal)).toBe('invalid-input')
    await oneApproves(opened, meetingId)
    await opened.ok('approval.approve', seal)
    const state = async () =>
      (await minutesOf(opened, meetingId)).actions.find((action) => action.id === id)?.state
    const version = (await minutesOf(opened, meetingId)).actions.find((one) => one.id === id)?.version ?? 1
    const change = { targets: [{ id, version }], state: 'done' as const, reason: '', on: null }
    await opened.ok('followUp.setActionState', change)
    expect(await state()).toBe('done')
    await opened.ok('history.undo', {})
    expect(await state()).toBe('todo')
    await opened.ok('history.redo', {})
    expect(await state()).toBe('done')
  })
})
