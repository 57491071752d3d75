import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ID_CHANCE, idOf } from '../../electron/domain/ids.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { approvalWorld, mail, readIn } from './approval-mails.ts'
import {
  approvalInWriting,
  holdAndValidate,
  meetingOn,
  minutesOf,
  openMinutesCore,
  validate,
  validateAnew,
} from './minutes-world.ts'
import type { OpenedCore } from './open-core.ts'

let opened: OpenedCore
let meetingId: string
beforeEach(async () => {
  opened = await openMinutesCore()
  meetingId = await meetingOn(opened, '2026-11-12')
})
afterEach(() => opened.dispose())

const validated = () => holdAndValidate(opened, meetingId)
const approving = () => approvalInWriting(opened, meetingId)

describe('what is missing before the seal', () => {
  const represented = (representedBy: string) =>
    opened.ok('attendance.add', {
      id: newId(),
      meetingId,
      fields: { familyName: 'Kermadec', givenName: 'Solène', status: 'represente', representedBy },
    })
  const checks = async (departure: 'review' | 'seal' | 'archive' | 'convocation' = 'seal') =>
    (await opened.ok('meetings.leavingChecks', { id: meetingId, departure })).map(({ kind }) => kind)

  it('knows who is written short or beside another, and asks where several bear the name', async () => {
    await validated()
    const person = (givenName: string, familyName: string) =>
      opened.ok('directory.addPerson', { id: newId(), fields: { givenName, familyName } })
    await person('Camille', 'Martel')
    await person('Noé', 'Aubrac')
    const itemId = (await minutesOf(opened, meetingId)).sections[0]?.itemId ?? ''
    for (const owner of [
      'Martel',
      'C. Martel',
      'Mme Martel et Noé Aubrac',
      'Martel, le secrétariat',
      'Martelet',
    ])
      await opened.ok('minutes.addAction', { id: newId(), itemId, fields: { text: 'Relire', owner } })
    await represented('Aubrac')
    const about = async (kind: string) =>
      (await opened.ok('meetings.leavingChecks', { id: meetingId, departure: 'seal' }))
        .filter((check) => check.kind === kind)
        .map(({ words, names }) => [words, ...names.slice(1)])
    expect(await about('unknownOwner')).toEqual([['Martelet']])
    expect(await about('unknownSubstitute')).toEqual([])
    expect(await about('nameOfSeveral')).toEqual([])
    await person('Camille', 'Aubrac')
    const [[words, ...bearers] = []] = await about('nameOfSeveral')
    expect([words, ...bearers.sort()]).toEqual(['Aubrac', 'Camille Aubrac', 'Noé Aubrac'])
    expect(await about('unknownSubstitute')).toEqual([])
  })

  it('stops it in red: a substitute whom nobody knows, an owner whom nobody knows', async () => {
    await validated()
    await represented('mart')
    expect(await checks()).toContain('unknownSubstitute')
    expect(await opened.refused('approval.approve', await approving())).toBe('state-refuses')
    const [attendee] = await opened.ok('attendance.list', { meetingId })
    const { id, version } = attendee ?? { id: '', version: 0 }
    await opened.ok('directory.addPerson', {
      id: newId(),
      fields: { givenName: 'Camille', familyName: 'Martel' },
    })
    await opened.ok('attendance.update', { id, version, patch: { representedBy: 'Camille Martel' } })
    expect(await checks()).not.toContain('unknownSubstitute')
    const itemId = (await minutesOf(opened, meetingId)).sections[0]?.itemId ?? ''
    const action = await opened.ok('minutes.addAction', {
      id: newId(),
      itemId,
      fields: { text: 'Relancer les préfectures', owner: 'inconnu' },
    })
    expect(await opened.refused('approval.approve', await approving())).toBe('state-refuses')
    await opened.ok('minutes.updateAction', {
      id: action.id,
      version: action.version,
      patch: { owner: 'Le secrétariat' },
    })
    expect(await checks()).not.toContain('unknownOwner')
    // What was mended is validated anew.
    expect(await checks()).toContain('changedSinceValidation')
    await validateAnew(opened, meetingId)
    expect((await opened.ok('approval.approve', await approving())).approval).not.toBeNull()
  })

  it('is kept with the seal when amber; draft and archive are told the same', async () => {
    await validated()
    const found = await checks()
    expect(found).toEqual(expect.arrayContaining(['nobodyNoted', 'emptyItem']))
    expect(await checks('review')).toEqual(found)
    const { approval } = await opened.ok('approval.approve', await approving())
    expect(approval?.asked.split('\n')).toHaveLength(found.length)
    expect(await checks('archive')).toEqual(found)
  })

  it('shows who remarked in writing and was answered nothing, until that is answered', async () => {
    const world = await approvalWorld()
    const { opened: desk, meetingId: asked, persons } = world
    await validate(desk, asked)
    await world.send('writtenApproval')
    await readIn(world, [mail('okonjo@asso.example', 'Nous n’approuvons pas en l’état.')])
    const unanswered = async () => {
      const found = await desk.ok('meetings.leavingChecks', { id: asked, departure: 'seal' })
      return found.flatMap(({ kind, names, words, stops }) =>
        kind === 'unansweredReplies' ? [{ names, words, stops }] : [],
      )
    }
    const words = 'Nous n’approuvons pas en l’état.'
    expect(await unanswered()).toEqual([{ names: ['Paul Okonjo'], words, stops: false }])
    const personId = persons.Marchetti ?? ''
    await desk.ok('approval.setReply', { meetingId: asked, personId, answer: 'observations' })
    const id = idOf(Date.parse('2027-01-20T10:00:00Z'), new Uint8Array(ID_CHANCE))
    const observed = await desk.ok('observations.add', {
      ...{ id, meetingId: asked, paper: 'minutes', circle: 'members' },
      fields: { author: 'Paul Okonjo', comment: 'Le point 2.' },
    })
    expect((await unanswered())[0]?.names).toHaveLength(2)
    const patch = { state: 'refused', answer: 'Le texte dit ce qui a été dit.' } as const
    await desk.ok('observations.update', { id, version: observed.version, patch })
    expect(await unanswered()).toEqual([{ names: ['Hélène Marchetti'], words: '', stops: false }])
    await desk.ok('approval.setReply', { meetingId: asked, personId, answer: 'approves' })
    expect(await unanswered()).toEqual([])
    await desk.dispose()
  })

  it('counts once who sits for two, and takes what was put in before a reply was noted by hand', async () => {
    const { opened: desk, meetingId: asked, persons, send, setNow } = await approvalWorld()
    const organisationId = newId()
    const body = { name: 'Association d’essai', acronym: 'ADX' }
    await desk.ok('directory.addOrganisation', { id: organisationId, fields: body })
    const personId = persons.Okonjo ?? ''
    const seat = { role: 'titulaire' as const, organisationId }
    await desk.ok('directory.addMandate', { id: newId(), personId, fields: seat })
    await validate(desk, asked)
    await send('writtenApproval')
    const day = Date.parse((await desk.ok('minutes.get', { meetingId: asked }))?.minutes.validatedAt ?? '')
    const id = idOf(day, new Uint8Array(ID_CHANCE))
    const observed = await desk.ok('observations.add', {
      ...{ id, meetingId: asked, paper: 'minutes', circle: 'members' },
      fields: { author: 'Hélène Marchetti', comment: 'Le point 2.' },
    })
    const patch = { state: 'refused', answer: 'Le texte dit ce qui a été dit.' } as const
    await desk.ok('observations.update', { id, version: observed.version, patch })
    setNow('2027-01-23T09:00:00.000Z')
    for (const member of [personId, persons.Marchetti ?? ''])
      await desk.ok('approval.setReply', { meetingId: asked, personId: member, answer: 'observations' })
    const found = await desk.ok('meetings.leavingChecks', { id: asked, departure: 'seal' })
    expect(found.flatMap(({ kind, names }) => (kind === 'unansweredReplies' ? [names] : []))).toEqual([
      ['Paul Okonjo'],
    ])
    await desk.dispose()
  })
})
