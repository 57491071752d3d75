import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RichText } from '../../electron/domain/text/rich-text.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

let opened: OpenedCore
let meetingId: string
beforeEach(async () => {
  opened = await openTestCore({ now: '2026-12-11T09:00:00.000Z' })
  meetingId = (await opened.ok('meetings.create', { fields: { date: '2026-12-10' }, fromTemplate: true })).id
})
afterEach(() => opened.dispose())

const text = (words: string): RichText => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
})

describe('minutes', () => {
  it('start with a section per item, the members, and a number for the meeting; twice changes nothing', async () => {
    const personId = newId()
    await opened.ok('directory.addPerson', { id: personId, fields: { familyName: 'Marchetti' } })
    await opened.ok('directory.addMandate', { id: newId(), personId, fields: { role: 'titulaire' } })
    const view = await opened.ok('minutes.start', { meetingId })
    expect(view.sections).toHaveLength(2)
    expect(await opened.ok('attendance.list', { meetingId })).toMatchObject([
      { familyName: 'Marchetti', status: null },
    ])
    expect((await opened.ok('meetings.get', { id: meetingId })).meeting.number).toBe(1)
    expect(await opened.ok('minutes.start', { meetingId })).toEqual(view)
  })

  it('keep rich text exactly, and follow items added later', async () => {
    const { sections } = await opened.ok('minutes.start', { meetingId })
    const section = sections[0]
    expect(section).toBeDefined()
    const exchanges: RichText = {
      type: 'doc',
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: 'Un échange', marks: [{ type: 'bold' }] }] },
        { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }] },
      ],
    }
    await opened.ok('minutes.updateSection', { id: section?.id ?? '', version: 1, patch: { exchanges } })
    await opened.ok('agenda.add', {
      id: newId(),
      meetingId,
      parentId: null,
      afterId: null,
      fields: { title: 'Ajouté' },
    })
    const view = await opened.ok('minutes.get', { meetingId })
    expect(view?.sections).toHaveLength(3)
    expect(view?.sections.find(({ id }) => id === section?.id)?.exchanges).toEqual(exchanges)
  })

  it('refuse html and unknown nodes in a text', async () => {
    const { sections } = await opened.ok('minutes.start', { meetingId })
    for (const presentation of [
      '<p>html</p>',
      { type: 'doc', content: [{ type: 'image', attrs: { src: 'x' } }] },
      {
        type: 'doc',
        content: [
          {
            type: 'paragraph',
            content: [
              { type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] },
            ],
          },
        ],
      },
    ])
      expect(
        await opened.refused('minutes.updateSection', {
          id: sections[0]?.id,
          version: 1,
          patch: { presentation },
        }),
      ).toBe('invalid-input')
  })

  it('number decisions and actions by meeting; a resent call adds nothing twice', async () => {
    const { sections } = await opened.ok('minutes.start', { meetingId })
    const itemId = sections[0]?.itemId ?? ''
    const first = { id: newId(), itemId, fields: { text: 'Première' } }
    expect((await opened.ok('minutes.addDecision', first)).rank).toBe(1)
    expect((await opened.ok('minutes.addDecision', first)).rank).toBe(1)
    expect(
      (await opened.ok('minutes.addDecision', { id: newId(), itemId, fields: { text: 'Deuxième' } })).rank,
    ).toBe(2)
    const action = await opened.ok('minutes.addAction', {
      id: newId(),
      itemId,
      fields: { text: 'Faire', owner: 'Hélène Marchetti', dueDate: '2027-01-15' },
    })
    expect(action).toMatchObject({ rank: 1, state: 'todo', owner: 'Hélène Marchetti' })
    const { items } = await opened.ok('agenda.list', { meetingId })
    const item = items.find(({ id }) => id === itemId)
    expect(await opened.refused('agenda.remove', { id: itemId, version: item?.version })).toBe('item-written')
  })

  it('cannot be approved by a plain change of state', async () => {
    const { minutes } = await opened.ok('minutes.start', { meetingId })
    expect(await opened.refused('minutes.setState', { id: minutes.id, version: 1, state: 'approved' })).toBe(
      'state-refuses',
    )
    const next = await opened.ok('minutes.setState', { id: minutes.id, version: 1, state: 'internalReview' })
    expect(next.state).toBe('internalReview')
  })

  it('hold no words that are only blanks, in a decision, an action or about the next meeting', async () => {
    const { minutes, sections } = await opened.ok('minutes.start', { meetingId })
    const itemId = sections[0]?.itemId ?? ''
    const blanks = ' \t\u00a0\u200b '
    const decision = await opened.ok('minutes.addDecision', { id: newId(), itemId, fields: { text: blanks } })
    expect(decision.text).toBe('')
    const fields = { text: blanks, owner: blanks }
    const action = await opened.ok('minutes.addAction', { id: newId(), itemId, fields })
    expect(action).toMatchObject({ text: '', owner: '' })
    const told = { id: action.id, version: 1, patch: { text: ' Poser\n', organisation: blanks } }
    // What is being typed keeps its own blanks.
    expect(await opened.ok('minutes.updateAction', told)).toMatchObject({
      text: ' Poser\n',
      organisation: '',
    })
    const place = { id: minutes.id, version: 1, patch: { nextMeetingPlace: blanks } }
    expect((await opened.ok('minutes.update', place)).nextMeetingPlace).toBe('')
  })

  it('are found by their words, accents aside, newest first', async () => {
    const { sections } = await opened.ok('minutes.start', { meetingId })
    const section = sections[0]
    await opened.ok('minutes.updateSection', {
      id: section?.id ?? '',
      version: 1,
      patch: { presentation: text('Le cœur du débat porte sur l’œuvre commune.') },
    })
    const [hit] = (await opened.ok('search.query', { words: 'coeur oeuv', only: null })).hits
    expect(hit).toMatchObject({ kind: 'section', meetingId })
    const [start, end] = hit?.ranges[0] ?? [0, 0]
    expect(hit?.extract.slice(start, end)).toBe('cœur')
    await opened.ok('history.undo', {})
    expect((await opened.ok('search.query', { words: 'coeur', only: null })).hits).toEqual([])
  })
})
