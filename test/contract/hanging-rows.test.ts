// Rows that hang on another one: each is changed and taken away by its own method, refused from an older screen, and what
// was done to it is undone.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { plainText } from '../../electron/domain/text/rich-text.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { richWords } from './minutes-world.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

let opened: OpenedCore
let id: string
beforeEach(async () => {
  opened = await openTestCore({ now: '2026-12-10T09:00:00.000Z' })
  id = newId()
})
afterEach(() => opened.dispose())

const undo = () => opened.ok('history.undo', {})

describe('a row of a project', () => {
  let projectId: string
  beforeEach(async () => {
    projectId = newId()
    await opened.ok('projects.add', { id: projectId, fields: { title: 'Annuaire partagé' } })
  })
  const sheet = () => opened.ok('projects.get', { id: projectId })

  it('is a step whose day is said, and which goes away', async () => {
    const fields = { label: 'Ouverture', plannedOn: '2026-09-01', doneOn: null }
    await opened.ok('projects.addStep', { id, projectId, fields })
    const patch = { doneOn: '2026-09-14' }
    const { steps } = await opened.ok('projects.updateStep', { id, version: 1, patch })
    expect(steps).toMatchObject([{ label: 'Ouverture', plannedOn: '2026-09-01', ...patch, version: 2 }])
    expect(await opened.refused('projects.updateStep', { id, version: 1, patch })).toBe('conflict')
    expect(await opened.refused('projects.removeStep', { id, version: 1 })).toBe('conflict')
    expect((await opened.ok('projects.removeStep', { id, version: 2 })).steps).toEqual([])
    await undo()
    await undo()
    expect((await sheet()).steps).toMatchObject([{ label: 'Ouverture', doneOn: null }])
  })

  it('is a number of local authorities that is corrected, and goes away', async () => {
    const fields = {
      kind: 'commune',
      label: '',
      headcount: 10,
      yearlyCost: null,
      yearlySaving: null,
    } as const
    await opened.ok('projects.addAudience', { id, projectId, fields })
    const patch = { headcount: 34_900, yearlySaving: 12 }
    const { audiences } = await opened.ok('projects.updateAudience', { id, version: 1, patch })
    expect(audiences).toMatchObject([{ kind: 'commune', yearlyCost: null, ...patch }])
    expect(await opened.refused('projects.updateAudience', { id, version: 1, patch })).toBe('conflict')
    expect((await opened.ok('projects.removeAudience', { id, version: 2 })).audiences).toEqual([])
    await undo()
    await undo()
    expect((await sheet()).audiences).toMatchObject([fields])
  })

  it('is a contact asked for something else, and no longer', async () => {
    const personId = newId()
    await opened.ok('directory.addPerson', { id: personId, fields: { familyName: 'Modèle' } })
    await opened.ok('projects.addContact', { id, projectId, fields: { personId, part: 'Pilotage' } })
    const { contacts } = await opened.ok('projects.updateContact', {
      id,
      version: 1,
      patch: { part: 'Essais' },
    })
    expect(contacts).toMatchObject([{ name: 'Modèle', contact: { personId, part: 'Essais', version: 2 } }])
    expect(await opened.refused('projects.removeContact', { id, version: 1 })).toBe('conflict')
    expect((await opened.ok('projects.removeContact', { id, version: 2 })).contacts).toEqual([])
    await undo()
    await undo()
    expect((await sheet()).contacts).toMatchObject([{ contact: { part: 'Pilotage' } }])
  })

  it('is a text that is no longer its own, and stays followed', async () => {
    await opened.ok('watch.add', { id, fields: { title: 'Texte d’exemple' } })
    await opened.ok('projects.linkText', { projectId, watchItemId: id })
    const { project } = await opened.ok('projects.unlinkText', { projectId, watchItemId: id })
    expect(project.texts).toEqual([])
    expect((await opened.ok('watch.list', { words: '', offset: 0, limit: 5 })).total).toBe(1)
    await undo()
    expect((await sheet()).project.texts).toMatchObject([{ id }])
  })
})

describe('a consultation of a text', () => {
  it('has its answer noted, and is taken away', async () => {
    const watchItemId = newId()
    await opened.ok('watch.add', { id: watchItemId, fields: { title: 'Projet de décret' } })
    const fields = { name: '', askedOn: '2026-09-01', answeredOn: null, opinion: '', reference: '' } as const
    await opened.ok('watch.addConsultation', { id, watchItemId, fields: { ...fields, authority: 'cnen' } })
    const patch = { answeredOn: '2026-10-01', opinion: 'reserved' } as const
    const { consultations } = await opened.ok('watch.updateConsultation', { id, version: 1, patch })
    expect(consultations).toMatchObject([{ authority: 'cnen', askedOn: '2026-09-01', ...patch }])
    expect(await opened.refused('watch.updateConsultation', { id, version: 1, patch })).toBe('conflict')
    expect((await opened.ok('watch.removeConsultation', { id, version: 2 })).consultations).toEqual([])
    await undo()
    await undo()
    expect((await opened.ok('watch.life', { id: watchItemId })).consultations).toMatchObject([fields])
  })
})

describe('an organisation', () => {
  it('is renamed, and back; an older screen renames nothing', async () => {
    await opened.ok('directory.addOrganisation', { id, fields: { name: 'Régie d’exemple', acronym: 'RE' } })
    const patch = { name: 'Régie de démonstration' }
    const { organisations } = await opened.ok('directory.updateOrganisation', { id, version: 1, patch })
    expect(organisations).toMatchObject([{ id, ...patch, acronym: 'RE', version: 2 }])
    expect(await opened.refused('directory.updateOrganisation', { id, version: 1, patch })).toBe('conflict')
    await undo()
    expect((await opened.ok('directory.list', {})).organisations).toMatchObject([{ name: 'Régie d’exemple' }])
  })
})

describe('a row of a meeting', () => {
  let meetingId: string
  let itemId: string
  beforeEach(async () => {
    meetingId = (await opened.ok('meetings.create', { fields: { date: '2026-12-10' }, fromTemplate: true }))
      .id
    itemId = (await opened.ok('agenda.list', { meetingId })).items[0]?.id ?? ''
    await opened.ok('minutes.start', { meetingId })
  })
  const minutes = async () => {
    const view = await opened.ok('minutes.get', { meetingId })
    if (view === null) throw new Error('no minutes')
    return view
  }

  it('is somebody who was not there after all', async () => {
    const fields = { familyName: 'Modèle', givenName: 'Anne', status: 'surPlace' } as const
    await opened.ok('attendance.add', { id, meetingId, fields })
    expect(await opened.refused('attendance.remove', { id, version: 7 })).toBe('conflict')
    expect(await opened.ok('attendance.remove', { id, version: 1 })).toEqual([])
    await undo()
    expect(await opened.ok('attendance.list', { meetingId })).toMatchObject([fields])
  })

  it('is a position that is said in other words', async () => {
    const organisation = 'Association des communes de démonstration'
    const fields = { organisation, organisationId: null, stance: 'favorable', words: '' } as const
    await opened.ok('session.addPosition', { id, meetingId, itemId, fields })
    const patch = { stance: 'reserves', words: 'Un délai.' } as const
    const { positions } = await opened.ok('session.updatePosition', { id, version: 1, patch })
    expect(positions).toMatchObject([{ organisation, ...patch, version: 2 }])
    expect(await opened.refused('session.updatePosition', { id, version: 1, patch })).toBe('conflict')
    await undo()
    expect((await opened.ok('session.get', { meetingId })).positions).toMatchObject([fields])
  })

  it('is a decision whose words are changed, under its number', async () => {
    const { rank } = await opened.ok('minutes.addDecision', { id, itemId, fields: { text: 'Ouvrir.' } })
    const patch = { text: 'Ouvrir en mars.' }
    const changed = await opened.ok('minutes.updateDecision', { id, version: 1, patch })
    expect(changed).toMatchObject({ ...patch, rank, version: 2 })
    expect(await opened.refused('minutes.updateDecision', { id, version: 1, patch })).toBe('conflict')
    await undo()
    expect((await minutes()).decisions).toMatchObject([{ text: 'Ouvrir.' }])
  })

  it('is a wording that is put back as an edit of its own', async () => {
    const section = async () => {
      const [first] = (await minutes()).sections
      if (first === undefined) throw new Error('no section')
      return first
    }
    const words = async () => plainText((await section()).exchanges)
    for (const text of ['Un premier récit.', 'Un second récit.']) {
      const { id: sectionId, version } = await section()
      const patch = { exchanges: richWords(text) }
      await opened.ok('minutes.updateSection', { id: sectionId, version, patch })
    }
    const { id: sectionId, version } = await section()
    const of = { kind: 'section', id: sectionId, field: 'exchanges' } as const
    const back = { of, version, value: richWords('Un premier récit.') }
    await opened.ok('minutes.putBack', back)
    expect(await words()).toBe('Un premier récit.')
    expect(await opened.refused('minutes.putBack', back)).toBe('conflict')
    const plain = { of, version: version + 1, value: 'Des mots sans forme.' }
    expect(await opened.refused('minutes.putBack', plain)).toBe('invalid-input')
    // Undone alone: the burst of typing before it stays.
    await undo()
    expect(await words()).toBe('Un second récit.')
  })

  it('is put back in a decision, an action and the opening of the minutes too', async () => {
    await opened.ok('minutes.addDecision', { id, itemId, fields: { text: 'Ouvrir.' } })
    const actionId = newId()
    await opened.ok('minutes.addAction', { id: actionId, itemId, fields: { text: 'Publier.' } })
    const { id: minutesId, version } = (await minutes()).minutes
    for (const [of, value, at] of [
      [{ kind: 'decision', id, field: 'text' }, 'Fermer.', 1],
      [{ kind: 'action', id: actionId, field: 'text' }, 'Retirer.', 1],
      [{ kind: 'minutes', id: minutesId, field: 'opening' }, richWords('Bonjour.'), version],
    ] as const)
      await opened.ok('minutes.putBack', { of, version: at, value })
    const view = await minutes()
    expect(view.decisions).toMatchObject([{ text: 'Fermer.' }])
    expect(view.actions).toMatchObject([{ text: 'Retirer.' }])
    expect(plainText(view.minutes.opening)).toBe('Bonjour.')
  })

  it('is known to the live line by the names of those who are there, with the next meeting', async () => {
    await opened.ok('meetings.create', { fields: { date: '2027-01-14' }, fromTemplate: false })
    const before = await opened.ok('session.vocabulary', { meetingId })
    expect(before).toMatchObject({ speakers: [], nextMeeting: '2027-01-14' })
    const fields = { familyName: 'Modèle', givenName: 'Anne', organisation: 'Régie d’exemple' }
    await opened.ok('attendance.add', { id, meetingId, fields })
    const { speakers } = await opened.ok('session.vocabulary', { meetingId })
    expect(speakers).toMatchObject([
      { label: 'Régie d’exemple', organisation: 'Régie d’exemple', personId: null, organisationId: null },
      { label: expect.stringContaining('Modèle'), organisation: 'Régie d’exemple' },
    ])
  })
})
