import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addDays } from '../../electron/domain/time/civil-date.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { putInSession } from '../put-in-session.ts'
import { type DispatchWorld, dispatchWorld, first, namesOf } from './dispatch-world.ts'
import { minutesOf, writeExchanges } from './minutes-world.ts'

let world: DispatchWorld
beforeEach(async () => {
  world = await dispatchWorld()
})
afterEach(() => world.opened.dispose())

const ok: DispatchWorld['opened']['ok'] = (method, input) => world.opened.ok(method, input)
const meeting = async () => (await ok('meetings.get', { id: world.meetingId })).meeting
const item = (title: string) => world.items[title] ?? ''
const person = (name: string) => world.persons[name] ?? ''

const setState = async (state: 'held' | 'convened') => {
  const { id, version, date } = await meeting()
  if (state === 'held') world.setNow(`${date}T17:00:00.000Z`)
  return ok('meetings.setState', { id, version, state })
}
/** The meeting is held and its minutes begun; returns the section of each item. */
const startMinutes = async () => {
  await setState('held')
  return ok('minutes.start', { meetingId: world.meetingId })
}
const addAction = (fields: { text: string; owner: string; ownerId?: string; dueDate?: string }) =>
  ok('minutes.addAction', { id: newId(), itemId: item('Annuaire partagé'), fields })

describe('a reminder', () => {
  it('of documents goes once to each person who owes some', async () => {
    const awaited = [
      { title: 'Note de cadrage', itemId: item('Annuaire partagé'), fields: { fromId: person('Okonjo') } },
      { title: 'Diaporama', itemId: item('Archives numériques'), fields: { fromId: person('Okonjo') } },
      { title: 'Calendrier', itemId: item('Archives numériques'), fields: { fromName: 'Marc Delaunay' } },
    ]
    for (const { title, itemId, fields } of awaited)
      await ok('attachments.addAwaited', { id: newId(), itemId, fields: { title, ...fields } })
    const views = await world.prepare('slidesReminder')
    expect(views.map((view) => namesOf(view)[0])).toEqual(['Paul Okonjo', 'Marc Delaunay'])
    expect(first(views).dispatch.body).toContain(
      '– Note de cadrage (point «\u00a01. Annuaire partagé\u00a0»)\n– Diaporama (point «\u00a02. Archives numériques\u00a0»)',
    )
    expect(first(views).dispatch.body).not.toContain('Calendrier')
  })

  it('of the documents of one item says nothing of the others', async () => {
    for (const title of ['Annuaire partagé', 'Archives numériques'])
      await ok('attachments.addAwaited', {
        id: newId(),
        itemId: item(title),
        fields: { title: `Note : ${title}`, fromId: person('Okonjo') },
      })
    const views = await world.prepare('slidesReminder', item('Archives numériques'))
    expect(views).toHaveLength(1)
    expect(first(views).dispatch.body).toMatch(/Note\s: Archives numériques/)
    expect(first(views).dispatch.body).not.toMatch(/Note\s: Annuaire partagé/)
  })

  it('of an action goes to who answers in the series where it was decided, as its card is told', async () => {
    const organisationId = newId()
    await ok('directory.addOrganisation', { id: organisationId, fields: { name: 'Union des quais' } })
    const [here, elsewhere] = [newId(), newId()]
    for (const [id, name] of [
      [here, 'Berges'],
      [elsewhere, 'Autre'],
    ] as const)
      await ok('series.add', {
        id,
        fields: {
          ...{ name, rule: { ordinal: 2, weekday: 4, months: [10] } },
          ...{ startTime: '14:00', endTime: '16:30', mode: 'hybride', place: '', videoLink: '' },
          ...{ chair: '', secretary: '' },
        },
      })
    for (const [familyName, seriesId] of [
      ['Trévise', elsewhere],
      ['Ozanne', here],
    ] as const) {
      const personId = newId()
      await ok('directory.addPerson', { id: personId, fields: { familyName, organisationId } })
      await ok('directory.addMandate', {
        id: newId(),
        personId,
        fields: { role: 'titulaire', organisationId, seriesId },
      })
    }
    const { id: meetingId } = await ok('meetings.create', {
      fields: { date: '2026-10-08' },
      seriesId: here,
      fromTemplate: false,
    })
    const itemId = newId()
    await ok('agenda.add', {
      id: itemId,
      meetingId,
      parentId: null,
      afterId: null,
      fields: { title: 'Quais' },
    })
    await ok('minutes.start', { meetingId })
    const id = newId()
    await ok('minutes.addAction', { id, itemId, fields: { text: 'Poser', organisation: 'Union des quais' } })
    await setState('held')
    expect((await world.prepare('actionsReminder')).map(namesOf)).toEqual([['Ozanne']])
    expect((await ok('followUp.action', { id })).seriesId).toBe(here)
  })

  it('of documents is not prepared when none is awaited', async () => {
    expect(await world.prepare('slidesReminder')).toEqual([])
  })

  it('of actions goes once to each owner, two persons of one name apart', async () => {
    await startMinutes()
    const namesake = newId()
    await ok('directory.addPerson', {
      id: namesake,
      fields: { familyName: 'Okonjo', givenName: 'Paul', email: 'autre@mission.example' },
    })
    await addAction({
      text: 'Rédiger la note',
      owner: 'Paul Okonjo',
      ownerId: person('Okonjo'),
      dueDate: '2027-01-15',
    })
    await addAction({ text: 'Relire la note.', owner: 'Paul Okonjo', ownerId: namesake })
    await addAction({ text: 'Publier', owner: 'Paul Okonjo', ownerId: person('Okonjo') })
    await addAction({ text: 'Sans responsable', owner: '' })
    const views = await world.prepare('actionsReminder')
    expect(views.map(({ recipients }) => recipients[0]?.email)).toEqual([
      'okonjo@asso.example',
      'autre@mission.example',
    ])
    const { body } = first(views).dispatch
    expect(body).toContain(
      '– A-2026-01-01\u00a0: Rédiger la note. Échéance\u00a0: vendredi 15\u00a0janvier 2027.',
    )
    expect(body).toContain('– A-2026-01-03\u00a0: Publier.')
    expect(body).not.toContain('Relire')
    expect((await world.prepare('actionsReminder')).map(({ dispatch }) => dispatch.id)).toEqual(
      views.map(({ dispatch }) => dispatch.id),
    )
  })
})

describe('minutes', () => {
  it('go to the members and to whoever else was there', async () => {
    expect(
      await world.opened.refused('dispatch.prepare', {
        meetingId: world.meetingId,
        kind: 'draftMinutes',
        itemId: null,
      }),
    ).toBe('state-refuses')
    await startMinutes()
    const attendees = [
      { familyName: 'Invité', givenName: 'Claire', personId: person('Invité'), status: 'surPlace' as const },
      { familyName: 'Delaunay', givenName: 'Marc', personId: null, status: 'visio' as const },
      { familyName: 'Absente', givenName: 'Lou', personId: null, status: 'excuse' as const },
    ]
    for (const fields of attendees)
      await ok('attendance.add', { id: newId(), meetingId: world.meetingId, fields })
    const view = first(await world.prepare('draftMinutes'))
    expect(namesOf(view)).toEqual([
      'Hélène Marchetti',
      'Hélène Marchetti (secrétariat)',
      'Paul Okonjo',
      'Inès Sauveterre',
      'Claire Invité',
      'Marc Delaunay',
      'Marc Delaunay (secrétariat)',
    ])
    expect(view.documents.map(({ kind }) => kind)).toEqual(['minutesWord', 'minutes'])
    const ask = { meetingId: world.meetingId, kind: 'approvedMinutes', itemId: null }
    expect(await world.opened.refused('dispatch.prepare', ask)).toBe('state-refuses')
  })

  it('go to nobody while the meeting goes on, a message of before it neither', async () => {
    const { minutes } = await ok('minutes.start', { meetingId: world.meetingId })
    world.setNow('2026-12-17T08:00:00.000Z')
    const { id, version } = first(await world.prepare('internalMinutes')).dispatch
    await putInSession(ok, world.meetingId)
    const toReview = { id: minutes.id, version: minutes.version, state: 'review' }
    expect(await world.opened.refused('minutes.setState', toReview)).toBe('state-refuses')
    expect(await world.opened.refused('dispatch.markSent', { id, version })).toBe('state-refuses')
    for (const kind of ['internalMinutes', 'draftMinutes', 'reviewReminder'] as const) {
      const ask = { meetingId: world.meetingId, kind, itemId: null }
      expect(await world.opened.refused('dispatch.prepare', ask)).toBe('state-refuses')
    }
    await ok('session.close', { meetingId: world.meetingId })
    expect(await world.prepare('internalMinutes')).toHaveLength(1)
  })

  it('of a meeting to come go to nobody, and are neither read over nor validated: they are prepared', async () => {
    const { meetingId, opened } = world
    await ok('minutes.start', { meetingId })
    await writeExchanges(opened, meetingId, 'Ce qui est déjà connu.')
    const toChair = async () => {
      const { id, version } = (await minutesOf(opened, meetingId)).minutes
      return { id, version, state: 'internalReview' as const }
    }
    expect(await opened.refused('minutes.setState', await toChair())).toBe('meeting-to-come')
    for (const kind of ['internalMinutes', 'draftMinutes', 'reviewReminder'] as const) {
      const ask = { meetingId, kind, itemId: null }
      expect(await opened.refused('dispatch.prepare', ask)).toBe('meeting-to-come')
    }
    world.setNow('2026-12-17T08:00:00.000Z')
    const { dispatch } = first(await world.prepare('internalMinutes'))
    const putOff = async (date: string) => {
      const { id, version } = (await ok('meetings.get', { id: meetingId })).meeting
      return { id, version, date, startTime: '14:00', endTime: null, reason: '' }
    }
    await ok('meetings.move', await putOff('2026-12-24'))
    // Prepared before the meeting was put off, it waits with it.
    const draft = { id: dispatch.id, version: dispatch.version }
    expect(await opened.refused('dispatch.markSent', draft)).toBe('meeting-to-come')
    world.setNow('2026-12-24T08:00:00.000Z')
    await ok('minutes.setState', await toChair())
    expect(await opened.refused('meetings.move', await putOff('2027-01-14'))).toBe('minutes-out')
    await ok('meetings.move', await putOff('2026-12-22'))
  })

  it('of the convocation goes to whoever has not answered, with the answers by one click', async () => {
    await world.send('convocation')
    const { meetingId } = world
    const all = namesOf(first(await world.prepare('replyReminder')))
    expect(all).toEqual(['Hélène Marchetti', 'Hélène Marchetti (secrétariat)', 'Paul Okonjo'])
    await ok('replies.set', { meetingId, personId: person('Marchetti'), fields: { answer: 'onSite' } })
    const view = first(await world.prepare('replyReminder'))
    expect(namesOf(view)).toEqual(['Paul Okonjo'])
    expect(view.documents.map(({ kind }) => kind)).toEqual(['convocation', 'agenda'])
    const message = await ok('dispatch.markSent', { id: view.dispatch.id, version: view.dispatch.version })
    expect(message.dispatch.state).toBe('sent')
  })

  it('are recalled to those who were sent the draft', async () => {
    await startMinutes()
    const draft = first(await world.prepare('draftMinutes'))
    const last = draft.recipients.at(-1)
    await ok('dispatch.removeRecipient', { id: last?.id ?? '', version: last?.version ?? 1 })
    await ok('dispatch.markSent', { id: draft.dispatch.id, version: draft.dispatch.version })
    expect(namesOf(first(await world.prepare('reviewReminder')))).toEqual(namesOf(draft).slice(0, -1))
  })

  it('keep the last day that their message gave: a later one is put right down to it, no further', async () => {
    await startMinutes()
    await world.send('draftMinutes')
    const { meetingId } = world
    const noted = async () => (await ok('minutes.get', { meetingId }))?.minutes
    const told = (await noted())?.reviewDeadline ?? ''
    const put = async (deadline: string) => {
      const minutes = await noted()
      const target = { id: minutes?.id ?? '', version: minutes?.version ?? 0 }
      return { ...target, circle: 'members' as const, deadline }
    }
    for (const deadline of [addDays(told, 365), addDays(told, 1), told])
      expect((await ok('minutes.setDeadline', await put(deadline))).reviewDeadline).toBe(deadline)
    const early = await put(addDays(told, -1))
    expect(await world.opened.refused('minutes.setDeadline', early)).toBe('day-told')
  })

  it('are recalled with the very files that left, whatever was written since', async () => {
    await startMinutes()
    const { meetingId } = world
    const draft = await world.send('draftMinutes')
    const kept = (view: typeof draft) => view.documents.map(({ kind, sha256 }) => [kind, sha256])
    expect(kept(draft).every(([, sha256]) => sha256 !== null)).toBe(true)
    await writeExchanges(world.opened, meetingId, 'Corrigé depuis.')
    const versions = await ok('minutesVersions.list', { meetingId })
    expect(kept(await world.send('reviewReminder'))).toEqual(kept(draft))
    expect(await ok('minutesVersions.list', { meetingId })).toEqual(versions)
  })

  it('are a version of their own however they leave', async () => {
    await startMinutes()
    const { meetingId, opened } = world
    const { minutes } = await minutesOf(opened, meetingId)
    let { id, version } = minutes
    for (const state of ['internalReview', 'review'] as const)
      ({ id, version } = await ok('minutes.setState', { id, version, state }))
    const reasons = async () =>
      (await ok('minutesVersions.list', { meetingId })).map(({ reason, state }) => `${reason} ${state}`)
    await writeExchanges(opened, meetingId, 'Corrigé une fois.')
    // No message took it to the members: what is recalled is what it says now.
    await world.send('reviewReminder')
    expect(await reasons()).toEqual(['kept review', 'review review'])
    await writeExchanges(opened, meetingId, 'Corrigé deux fois.')
    const folder = mkdtempSync(join(tmpdir(), 'seances-left-'))
    const base = join(folder, 'projet')
    for (let time = 0; time < 2; time += 1)
      expect((await opened.core.internal('writeDraft', { meetingId, base })).ok).toBe(true)
    expect(await reasons()).toEqual(['kept review', 'kept review', 'review review'])
    await writeExchanges(opened, meetingId, 'Corrigé trois fois.')
    expect((await opened.core.internal('writeMemberFolders', { meetingId, folder })).ok).toBe(true)
    await writeExchanges(opened, meetingId, 'Corrigé quatre fois.')
    const subject = { kind: 'minutes', meetingId } as const
    const path = join(folder, 'seul.docx')
    expect((await opened.core.internal('writeDocument', { subject, format: 'docx', path })).ok).toBe(true)
    expect(await reasons()).toHaveLength(5)
    rmSync(folder, { recursive: true })
  })
})

describe('a call for subjects', () => {
  it('goes to the members with a blank sheet to fill in, and a date to answer by', async () => {
    await ok('backPlanning.lay', { meetingId: world.meetingId })
    const view = first(await world.prepare('callForSubjects'))
    expect(namesOf(view)).toHaveLength(4)
    expect(view.documents.map(({ kind, fileName }) => [kind, fileName])).toEqual([
      ['subjectSheet', 'Fiche de présentation.docx'],
    ])
    expect(view.dispatch.body).toContain('attendues le vendredi 20\u00a0novembre 2026 au plus tard')
    const { documents } = await ok('dispatch.compose', { id: view.dispatch.id })
    expect(documents[0]?.sizeBytes).toBeGreaterThan(5_000)
    world.setNow('2026-11-23T09:00:00.000Z')
    expect(first(await world.prepare('callForSubjects')).dispatch.body).not.toContain('attendues le')
  })
})
