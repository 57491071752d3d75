import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ReadFile } from '../../electron/domain/agenda/draft.ts'
import { proposeMinutes } from '../../electron/domain/minutes/proposal.ts'
import type { TakenMinutes } from '../../electron/domain/old-files/taken-minutes.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

let opened: OpenedCore
beforeEach(async () => {
  opened = await openTestCore({ now: '2026-11-26T09:00:00.000Z' })
})
afterEach(() => opened.dispose())

const corpus = new URL('../fixtures/corpus/files/', import.meta.url)
const readMinutes = (fileName: string): Promise<ReadFile> =>
  opened.ok('imports.read', { fileName, bytes: new Uint8Array(readFileSync(new URL(fileName, corpus))) })

const usual = {
  name: 'Séance plénière',
  rule: { ordinal: 2 as const, weekday: 4 as const, months: [1, 6, 12] },
  ...{ startTime: '15:15', endTime: '17:15', mode: 'hybride' as const },
  ...{ place: 'salle des Tilleuls', videoLink: 'https://visio.exemple.invalid/seance' },
  ...{ chair: 'Camille Ferréol', secretary: 'Noé Garnerin' },
}

const asked = ({ draft }: ReadFile) => ({
  participants: draft.participants,
  decisions: draft.decisions,
  actions: draft.actions,
})

async function person(familyName: string, givenName: string, organisation: string | null): Promise<string> {
  const id = newId()
  let organisationId: string | null = null
  if (organisation !== null) {
    const { organisations } = await opened.ok('directory.list', {})
    organisationId = organisations.find(({ acronym }) => acronym === organisation)?.id ?? null
    if (organisationId === null) {
      organisationId = newId()
      await opened.ok('directory.addOrganisation', {
        id: organisationId,
        fields: { name: `Organisme ${organisation}`, acronym: organisation },
      })
    }
  }
  await opened.ok('directory.addPerson', { id, fields: { familyName, givenName, organisationId } })
  return id
}

/** Read, matched, proposed, as the review would send it without anybody's hand. */
async function proposal(file: ReadFile, meetingId: string | null = null): Promise<TakenMinutes> {
  const matches = await opened.ok('imports.match', { meetingId, draft: asked(file) })
  return proposeMinutes(file.draft, matches, [])
}

async function takeIn(
  fileName: string,
  told: { endTime?: string } = {},
): Promise<{ file: ReadFile; meetingId: string }> {
  const file = await readMinutes(fileName)
  const { meetingId } = await opened.ok('imports.apply', {
    fileName,
    items: file.draft.items,
    target: {
      type: 'new',
      fields: {
        date: file.draft.meeting.date ?? '',
        ...(file.draft.meeting.number === null ? {} : { number: file.draft.meeting.number }),
        ...told,
      },
    },
    minutes: await proposal(file),
  })
  return { file, meetingId }
}

const minutesOf = async (meetingId: string) => {
  const view = await opened.ok('minutes.get', { meetingId })
  if (view === null) throw new Error('no minutes')
  return view
}

describe('minutes of a file', () => {
  it('make a meeting of what they say: nothing of it is the calendar’s, nor the next number', async () => {
    await opened.ok('series.add', { id: newId(), fields: usual })
    const { meetingId } = await takeIn('220412_CR_GT_RESEAUX_220405.docx')
    expect((await opened.ok('meetings.get', { id: meetingId })).meeting).toMatchObject({
      ...{
        number: null,
        endTime: null,
        mode: 'surPlace',
        place: '',
        videoLink: '',
        chair: '',
        secretary: '',
      },
      state: 'held',
    })
    // Of one that is to come the calendar does answer.
    const coming = await opened.ok('imports.apply', {
      ...{ fileName: 'suite.docx', items: [] },
      target: { type: 'new', fields: { date: '2026-12-10' } },
    })
    expect((await opened.ok('meetings.get', { id: coming.meetingId })).meeting).toMatchObject({
      ...{ endTime: '17:15', place: 'salle des Tilleuls', chair: 'Camille Ferréol' },
    })
  })

  it.each([
    ['11:45', { startTime: '09:00', endTime: '11:45' }],
    ['17:10', { startTime: '14:00', endTime: '17:10' }],
    ['06:20', { startTime: '14:00', endTime: null }],
  ])('that tell the end alone, %s, are taken in with a start that it lets be', async (endTime, hours) => {
    const { meetingId } = await takeIn('220412_CR_GT_RESEAUX_220405.docx', { endTime })
    expect((await opened.ok('meetings.get', { id: meetingId })).meeting).toMatchObject(hours)
  })

  it('enter a new meeting of the past: held, its attendance, its register, and nothing of it is left to prepare', async () => {
    const kermadec = await person('Kermadec', 'Ismaël', 'GID')
    const { meetingId } = await takeIn('220412_CR_GT_RESEAUX_220405.docx')
    const { meeting, items } = await opened.ok('meetings.get', { id: meetingId })
    expect(meeting).toMatchObject({ state: 'held', date: '2022-04-05' })
    const attendees = await opened.ok('attendance.list', { meetingId })
    expect(
      attendees.map(({ familyName, organisation, status }) => [familyName, organisation, status]),
    ).toEqual([
      ['CASTAGNÈDE', 'DGX / bureau des réseaux', 'present'],
      ['DORLÉAC', 'MDD', 'present'],
      ['ESCOFFIER', 'UPVF', 'excuse'],
      ['FONTBONNE', 'ANX', 'present'],
      ['JOURDHEUIL', 'SNTV', 'excuse'],
      // Under the name of the directory.
      ['Kermadec', 'GID', 'present'],
    ])
    expect(attendees.map(({ personId }) => personId)).toEqual([null, null, null, null, null, kermadec])
    const { decisions, actions } = await minutesOf(meetingId)
    const titleOf = (itemId: string) => items.find(({ id }) => id === itemId)?.title
    expect(decisions.map(({ text, itemId }) => [titleOf(itemId), text])).toEqual([
      ['État de l’existant', 'le recensement des bases locales est confié au GID.'],
    ])
    expect(actions.map((one) => [titleOf(one.itemId), one.text, one.owner, one.dueDate])).toEqual([
      ['Relecture du mandat', 'Diffuser le mandat relu à tous les membres', 'ANX', null],
    ])
    expect(await opened.ok('backPlanning.tasks', { meetingId })).toEqual([])
    expect((await opened.ok('followUp.counts', {})).decisions).toBe(1)
    await opened.ok('history.undo', {})
    expect(await opened.ok('meetings.list', { year: 2022 })).toEqual([])
    expect((await opened.ok('followUp.counts', {})).decisions).toBe(0)
  })

  it('keep the numbers that they print, give the others the next ones, and say when they meet again', async () => {
    const { meetingId } = await takeIn('instance-18-compte-rendu.docx')
    const { minutes, decisions, actions } = await minutesOf(meetingId)
    expect(decisions.map(({ rank, text }) => [rank, text])).toEqual([
      [1, 'Ouverture reportée à la réunion n° 19'],
      [2, 'Avis favorable'],
    ])
    expect(actions.map(({ rank, text }) => [rank, text])).toEqual([
      [1, 'Présenter le calendrier'],
      [3, 'Transmettre l’état par département'],
    ])
    // Read in a paper, the number of what is taken out is given to nothing else.
    const [, last] = decisions
    const at = { id: last?.id ?? '', version: last?.version ?? 0 }
    await opened.ok('minutes.removeDecision', at)
    const itemId = last?.itemId ?? ''
    await opened.ok('minutes.addDecision', { id: newId(), itemId, fields: { text: 'Adopté.' } })
    const told = await proposal(await readMinutes('instance-18-compte-rendu.docx'), meetingId)
    const more = { number: null, text: 'Reporté.', place: { type: 'existing' as const, itemId } }
    await opened.ok('imports.apply', {
      fileName: 'suite.docx',
      items: [],
      target: { type: 'existing', meetingId },
      minutes: { ...told, participants: [], decisions: [more], actions: [] },
    })
    expect((await minutesOf(meetingId)).decisions.map(({ rank, text }) => [rank, text])).toEqual([
      [1, 'Ouverture reportée à la réunion n° 19'],
      [3, 'Adopté.'],
      [4, 'Reporté.'],
    ])
    // Numbers that others know stand still, though the draft did not leave from here.
    expect(minutes.frozenAt).not.toBeNull()
    expect((await opened.ok('meetings.get', { id: meetingId })).life.sentOn).toBeNull()
    expect(minutes).toMatchObject({
      nextMeetingDate: '2026-06-11',
      nextMeetingTime: '09:30',
      nextMeetingPlace: 'salle Condorcet',
    })
    // Told, not created.
    expect((await opened.ok('meetings.list', { year: 2026 })).map(({ id }) => id)).toEqual([meetingId])
    const attendees = await opened.ok('attendance.list', { meetingId })
    expect(attendees.map(({ status }) => status)).toEqual([
      'present',
      'visio',
      'excuse',
      'present',
      'represente',
      'absent',
    ])
  })

  it('double nothing when they are taken in again, and leave what was changed by hand', async () => {
    const { file, meetingId } = await takeIn('instance-18-compte-rendu.docx')
    const [first] = await opened.ok('attendance.list', { meetingId })
    if (first === undefined) throw new Error('nobody')
    await opened.ok('attendance.update', { id: first.id, version: first.version, patch: { status: 'visio' } })
    const before = {
      attendees: await opened.ok('attendance.list', { meetingId }),
      view: await minutesOf(meetingId),
    }
    const again = await proposal(file, meetingId)
    const matches = await opened.ok('imports.match', { meetingId, draft: asked(file) })
    expect(matches.knownDecisions).toEqual([true, true])
    expect(matches.participants[0]?.listed).toEqual({ attendeeId: first.id, status: 'visio' })
    // The items are there already: what is sent of them is nothing.
    const places = { place: { type: 'none' as const } }
    const minutes = {
      ...again,
      decisions: again.decisions.map((one) => ({ ...one, ...places })),
      actions: again.actions.map((one) => ({ ...one, ...places })),
    }
    const apply = (taken: TakenMinutes) =>
      opened.ok('imports.apply', {
        fileName: file.fileName,
        items: [],
        target: { type: 'existing', meetingId },
        minutes: taken,
      })
    await apply(minutes)
    expect(await opened.ok('attendance.list', { meetingId })).toEqual(before.attendees)
    expect(await minutesOf(meetingId)).toEqual(before.view)
    // Said so, the mark of the file replaces the other.
    await apply({
      ...minutes,
      participants: minutes.participants.map((one) => ({ ...one, replacesMark: true })),
    })
    expect((await opened.ok('attendance.list', { meetingId }))[0]?.status).toBe('present')
  })

  it('ask between homonyms, and never choose', async () => {
    const [one, other] = [
      await person('Fontbonne', 'Daphné', null),
      await person('Fontbonne', 'Daphné', null),
    ]
    const file = await readMinutes('220412_CR_GT_RESEAUX_220405.docx')
    const { participants } = await opened.ok('imports.match', { meetingId: null, draft: asked(file) })
    expect(participants[3]?.match).toMatchObject({ standing: 'like', personId: null })
    expect(participants[3]?.match.candidates.toSorted()).toEqual([one, other].toSorted())
    expect(participants[0]?.match.standing).toBe('new')
    // Whoever was chosen once is found on the list of the meeting the next time.
    const minutes = await proposal(file)
    const { meetingId } = await opened.ok('imports.apply', {
      fileName: file.fileName,
      items: file.draft.items,
      target: { type: 'new', fields: { date: '2022-04-05' } },
      minutes: {
        ...minutes,
        participants: minutes.participants.map((row, at) => (at === 3 ? { ...row, personId: other } : row)),
      },
    })
    const again = await opened.ok('imports.match', { meetingId, draft: asked(file) })
    expect(again.participants[3]?.match.personId).toBe(other)
  })

  it('add to the directory whom somebody ticked, members only when said, once', async () => {
    const file = await readMinutes('220412_CR_GT_RESEAUX_220405.docx')
    const minutes = await proposal(file)
    const [organisationId, member, guest] = [newId(), newId(), newId()]
    const taken: TakenMinutes = {
      ...minutes,
      newOrganisations: [{ id: organisationId, name: 'MDD', acronym: '' }],
      newPersons: [
        {
          id: member,
          familyName: 'Dorléac',
          givenName: 'Bérénice',
          jobTitle: '',
          organisationId,
          mandate: 'titulaire',
        },
        {
          id: guest,
          familyName: 'Escoffier',
          givenName: 'Corentin',
          jobTitle: '',
          organisationId: null,
          mandate: null,
        },
      ],
      participants: minutes.participants.map((row, at) =>
        at === 1 ? { ...row, personId: member } : at === 2 ? { ...row, personId: guest } : row,
      ),
    }
    const target = { type: 'new' as const, fields: { date: '2022-04-05' } }
    const { meetingId } = await opened.ok('imports.apply', {
      fileName: file.fileName,
      items: file.draft.items,
      target,
      minutes: taken,
    })
    const again = { fileName: file.fileName, items: [], target: { type: 'existing' as const, meetingId } }
    await opened.ok('imports.apply', { ...again, minutes: { ...taken, decisions: [], actions: [] } })
    const directory = await opened.ok('directory.list', {})
    expect(directory.persons.map(({ id }) => id)).toEqual([member, guest])
    expect(directory.mandates.map(({ personId, role }) => [personId, role])).toEqual([[member, 'titulaire']])
    const attendees = await opened.ok('attendance.list', { meetingId })
    expect(attendees).toHaveLength(6)
    expect(attendees[1]).toMatchObject({ personId: member, familyName: 'Dorléac', organisation: 'MDD' })
  })

  it('are refused whole, nothing written, where they point nowhere or the meeting cannot have them', async () => {
    const file = await readMinutes('220412_CR_GT_RESEAUX_220405.docx')
    const minutes = await proposal(file)
    const other = await opened.ok('meetings.create', { fields: { date: '2026-10-01' }, fromTemplate: true })
    const foreign = (await opened.ok('agenda.list', { meetingId: other.id })).items[0]
    const own = await opened.ok('meetings.create', { fields: { date: '2026-09-03' }, fromTemplate: false })
    const target = { type: 'existing' as const, meetingId: own.id }
    const [decision] = minutes.decisions
    if (decision === undefined || foreign === undefined) throw new Error('nothing to test with')
    const before = await opened.ok('history.list', { meetingId: null, limit: 500 })
    const refuse = (taken: unknown) =>
      opened.refused('imports.apply', { fileName: 'cr.docx', items: [], target, minutes: taken })
    const elsewhere = { type: 'existing', itemId: foreign.id }
    expect(await refuse({ ...minutes, decisions: [{ ...decision, place: elsewhere }] })).toBe('not-found')
    const beyond = { type: 'taken', index: 400 }
    expect(await refuse({ ...minutes, decisions: [{ ...decision, place: beyond }] })).toBe('not-found')
    const nobody = {
      id: newId(),
      familyName: 'X',
      givenName: '',
      jobTitle: '',
      organisationId: newId(),
      mandate: null,
    }
    expect(await refuse({ ...minutes, newPersons: [nobody] })).toBe('not-found')
    expect(await refuse({ ...minutes, decisions: [{ ...decision, text: '' }] })).toBe('invalid-input')
    expect(
      await refuse({ ...minutes, participants: [{ ...minutes.participants[0], status: 'there' }] }),
    ).toBe('invalid-input')
    await opened.ok('meetings.cancel', { id: own.id, version: own.version, reason: 'essai' })
    expect(await refuse(minutes)).toBe('state-refuses')
    const after = await opened.ok('history.list', { meetingId: null, limit: 500 })
    expect(after.length).toBe(before.length + 1)
    expect((await opened.ok('directory.list', {})).persons).toEqual([])
  })
})
