import { AppError } from '../../contract/errors.ts'
import { defined, deleteRow, getRow, updateRow } from '../../db/rows.ts'
import type { RichText } from '../../domain/text/rich-text.ts'
import type { Handlers } from '../context.ts'
import { liveMeeting } from '../reads/meetings.ts'
import {
  meetingOfSection,
  minutesView,
  openMinutes,
  refuseSealed,
  toMinutes,
  toSection,
} from '../reads/minutes.ts'
import { forgetFollowUp } from './forget-follow-up.ts'
import { generateSections } from './generate.ts'
import { addAction, addDecision, forgetLine } from './numbered.ts'
import { pictureHandlers } from './pictures.ts'
import { putBack } from './put-back.ts'
import { setMinutesState } from './set-state.ts'
import { startMinutes } from './start.ts'

export const handlers: Handlers<'minutes'> = {
  ...pictureHandlers,
  'minutes.get': ({ tx }, { meetingId }) => minutesView(tx, meetingId),
  'minutes.start': (context, { meetingId }) => startMinutes(context, meetingId),
  'minutes.generate': generateSections,
  async 'minutes.update'({ tx, about, mergeAs, whileTyping }, { id, version, patch }) {
    const row = await getRow(tx, 'minutes', id)
    refuseSealed(row)
    about(row.meetingId)
    mergeAs(`${id} ${Object.keys(patch).join()}`)
    whileTyping()
    const { opening, closing, ...rest } = patch
    const texts = defined({ opening: asJson(opening), closing: asJson(closing) })
    return toMinutes(await updateRow(tx, 'minutes', { id, version }, { ...defined(rest), ...texts }))
  },
  'minutes.setState': setMinutesState,
  async 'minutes.setDeadline'({ tx, about }, { id, version, reviewDeadline }) {
    const row = await getRow(tx, 'minutes', id)
    refuseSealed(row)
    about(row.meetingId)
    if (reviewDeadline !== null && reviewDeadline < (await liveMeeting(tx, row.meetingId)).date)
      throw new AppError('invalid-input', { field: 'reviewDeadline' })
    return toMinutes(await updateRow(tx, 'minutes', { id, version }, { reviewDeadline }))
  },
  async 'minutes.updateSection'({ tx, about, mergeAs, whileTyping }, { id, version, patch }) {
    about(await meetingOfSection(tx, id))
    mergeAs(`${id} ${Object.keys(patch).join()}`)
    whileTyping()
    const { presentation, exchanges, ...rest } = patch
    const texts = defined({ presentation: asJson(presentation), exchanges: asJson(exchanges) })
    return toSection(await updateRow(tx, 'minutesSection', { id, version }, { ...defined(rest), ...texts }))
  },
  'minutes.putBack': putBack,
  async 'minutes.addDecision'({ tx, about }, { id, itemId, fields }) {
    const decision = await addDecision(tx, { id, itemId, fields })
    about(decision.meetingId)
    return decision
  },
  async 'minutes.updateDecision'({ tx, about, mergeAs }, { id, version, patch }) {
    const { meetingId } = await getRow(tx, 'decision', id)
    await openMinutes(tx, meetingId)
    about(meetingId)
    mergeAs(`${id} ${Object.keys(patch).join()}`)
    return updateRow(tx, 'decision', { id, version }, defined(patch))
  },
  async 'minutes.removeDecision'({ tx, about }, target) {
    const { meetingId } = await getRow(tx, 'decision', target.id)
    await openMinutes(tx, meetingId)
    about(meetingId)
    await forgetLine(tx, { decisionId: target.id })
    await forgetFollowUp(tx, { decisionId: target.id })
    await deleteRow(tx, 'decision', target)
    return { id: target.id }
  },
  async 'minutes.addAction'({ tx, about }, { id, itemId, fields }) {
    const action = await addAction(tx, { id, itemId, fields })
    about(action.meetingId)
    return action
  },
  async 'minutes.updateAction'({ tx, about, mergeAs }, { id, version, patch }) {
    const { meetingId } = await getRow(tx, 'action', id)
    await openMinutes(tx, meetingId)
    about(meetingId)
    mergeAs(`${id} ${Object.keys(patch).join()}`)
    return updateRow(tx, 'action', { id, version }, defined(patch))
  },
  async 'minutes.removeAction'({ tx, about }, target) {
    const { meetingId } = await getRow(tx, 'action', target.id)
    await openMinutes(tx, meetingId)
    about(meetingId)
    await forgetLine(tx, { actionId: target.id })
    await forgetFollowUp(tx, { actionId: target.id })
    await deleteRow(tx, 'action', target)
    return { id: target.id }
  },
}

function asJson(text: RichText | undefined): string | undefined {
  return text === undefined ? undefined : JSON.stringify(text)
}
