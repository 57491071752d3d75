import type { ObservationDraft } from '../../electron/contract/observations.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { sentMeeting } from '../fixtures/returned/source/meetings.ts'
import type { OpenedCore } from './open-core.ts'

/** The meeting of the returned files, or another, written through the contract, its draft kept as it left. */
export async function writtenMeeting({ ok }: Pick<OpenedCore, 'ok'>, file = sentMeeting()) {
  const { number, date } = file.meeting
  const meeting = await ok('meetings.create', { fields: { date, number }, fromTemplate: false })
  const ids = new Map<string, string>()
  let afterId: string | null = null
  for (const item of file.items) {
    const { id: old, version: _, meetingId: __, parentId: ___, position: ____, ...fields } = item
    const id: string = newId()
    ids.set(old, id)
    await ok('agenda.add', { id, meetingId: meeting.id, parentId: null, afterId, fields })
    afterId = id
  }
  const view = await ok('minutes.start', { meetingId: meeting.id })
  for (const section of file.sections) {
    const own = view.sections.find(({ itemId }) => itemId === ids.get(section.itemId))
    const { presentation, exchanges, outcome, outcomeSentence } = section
    await ok('minutes.updateSection', {
      id: own?.id ?? '',
      version: own?.version ?? 0,
      patch: { presentation, exchanges, outcome, outcomeSentence },
    })
  }
  for (const { itemId, text } of file.decisions)
    await ok('minutes.addDecision', { id: newId(), itemId: ids.get(itemId) ?? '', fields: { text } })
  for (const { itemId, text, owner, organisation, dueDate } of file.actions)
    await ok('minutes.addAction', {
      id: newId(),
      itemId: ids.get(itemId) ?? '',
      fields: { text, owner, organisation, dueDate },
    })
  const byNumber = new Map([...ids.values()].map((id, index) => [String(index + 1), id]))
  return { meetingId: meeting.id, items: byNumber }
}

/** What a tracked change of somebody asks, unless it is told otherwise. */
export const draftsOf = (itemId: string, asked: readonly Partial<ObservationDraft>[]): ObservationDraft[] =>
  asked.map((fields) => ({
    id: newId(),
    itemId,
    anchor: '',
    place: '',
    organisation: '',
    organisationId: null,
    author: 'Ève',
    authoredAt: null,
    kind: 'change',
    beforeText: '',
    afterText: '',
    comment: '',
    source: 'tracked',
    isKnown: false,
    isResolved: false,
    ...fields,
  }))
