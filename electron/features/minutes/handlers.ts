import { AppError } from '../../contract/errors.ts'
import type { Parsed } from '../../contract/index.ts'
import type { MinutesView } from '../../contract/minutes.ts'
import { keepBytes, keptBytes } from '../../db/files/store.ts'
import { defined, deleteRow, getRow, updateRow } from '../../db/rows.ts'
import { pictureFormat } from '../../domain/documents/picture.ts'
import { isToCome } from '../../domain/meetings/opened.ts'
import { isSooner } from '../../domain/minutes/approval-reply.ts'
import { type Minutes, MinutesState } from '../../domain/minutes/minutes.ts'
import type { RichText } from '../../domain/text/rich-text.ts'
import type { Handlers, WriteContext } from '../context.ts'
import { addVersion, withoutPapers } from '../keep-version.ts'
import { agendaItems } from '../reads/agenda.ts'
import { liveMeeting } from '../reads/meetings.ts'
import {
  meetingOfSection,
  minutesView,
  openMinutes,
  refuseApproved,
  toMinutes,
  toSection,
} from '../reads/minutes.ts'
import { isChangedSinceValidation, saidByMinutes } from '../reads/minutes-content.ts'
import { goOut } from './draft-left.ts'
import { forgetTies } from './forget-ties.ts'
import { generateSections } from './generate.ts'
import { addAction, addDecision } from './numbered.ts'
import { renumber } from './renumber.ts'
import { startMinutes } from './start.ts'
import { toldDay } from './told-day.ts'

const pictureHandlers: Pick<Handlers<'minutes'>, 'minutes.picture' | 'minutes.addPicture'> = {
  async 'minutes.picture'({ dataFolder }, { sha256 }) {
    const bytes = await keptBytes(dataFolder, sha256)
    const format = pictureFormat(bytes)
    // The store holds all kinds of files: this is no way to the others.
    if (format !== 'png' && format !== 'jpeg') throw new AppError('not-found')
    return { bytes, mediaType: `image/${format}` }
  },
  async 'minutes.addPicture'(context, { meetingId, bytes }) {
    await context.read(({ tx }) => openMinutes(tx, meetingId))
    const clean = await context.runJob('cleanPicture', { bytes })
    const { mediaType, width, height } = clean
    return { sha256: await keepBytes(context, clean.bytes), mediaType, width, height }
  },
}

export const handlers: Handlers<'minutes'> = {
  ...pictureHandlers,
  'minutes.get': ({ tx }, { meetingId }) => minutesView(tx, meetingId),
  'minutes.start': (context, { meetingId }) => startMinutes(context, meetingId),
  'minutes.generate': generateSections,
  async 'minutes.update'({ tx, about, mergeAs, whileTyping }, { id, version, patch }) {
    const row = await getRow(tx, 'minutes', id)
    refuseApproved(row)
    about(row.meetingId)
    whileTyping()
    const { opening, closing, ...rest } = patch
    const all = { ...defined(rest), ...defined({ opening: asJson(opening), closing: asJson(closing) }) }
    mergeAs(burstKey(id, row, all))
    return toMinutes(await updateRow(tx, 'minutes', { id, version }, all))
  },
  'minutes.setState': setMinutesState,
  async 'minutes.setDeadline'({ tx, about }, { id, version, circle, deadline }) {
    const row = await getRow(tx, 'minutes', id)
    refuseApproved(row)
    about(row.meetingId)
    if (deadline !== null && deadline < (await liveMeeting(tx, row.meetingId)).date)
      throw new AppError('invalid-input', { field: 'deadline' })
    const kinds = ['draftMinutes', 'reviewReminder'] as const
    const told = { meetingId: row.meetingId, kinds, noted: row.reviewDeadline }
    if (circle === 'members' && isSooner(deadline, await toldDay(tx, told))) throw new AppError('day-told')
    const patch = circle === 'members' ? { reviewDeadline: deadline } : { internalDeadline: deadline }
    return toMinutes(await updateRow(tx, 'minutes', { id, version }, patch))
  },
  async 'minutes.updateSection'({ tx, about, mergeAs, whileTyping }, { id, version, patch }) {
    about(await meetingOfSection(tx, id))
    whileTyping()
    const { presentation, exchanges, ...rest } = patch
    const texts = defined({ presentation: asJson(presentation), exchanges: asJson(exchanges) })
    const all = { ...defined(rest), ...texts }
    mergeAs(burstKey(id, await getRow(tx, 'minutesSection', id), all))
    return toSection(await updateRow(tx, 'minutesSection', { id, version }, all))
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
    await forgetTies(tx, { decisionId: target.id })
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
    await forgetTies(tx, { actionId: target.id })
    await deleteRow(tx, 'action', target)
    return { id: target.id }
  },
}

function asJson(text: RichText | undefined): string | undefined {
  return text === undefined ? undefined : JSON.stringify(text)
}

/** Never merged into a burst of typing: undone alone, and the burst keeps its own place in the history. */
async function putBack(
  { tx, about }: WriteContext,
  { of, version, value }: Parsed<'minutes.putBack'>,
): Promise<MinutesView> {
  const meetingId = await meetingOf(tx, of)
  await openMinutes(tx, meetingId)
  about(meetingId)
  const isRich = of.kind === 'minutes' || (of.kind === 'section' && of.field !== 'outcomeSentence')
  if (isRich === (typeof value === 'string')) throw new AppError('invalid-input', { field: 'value' })
  const target = { id: of.id, version }
  const stored = typeof value === 'string' ? value : JSON.stringify(value)
  const patch = { [of.field]: stored }
  switch (of.kind) {
    case 'minutes':
      await updateRow(tx, 'minutes', target, patch)
      break
    case 'section':
      await updateRow(tx, 'minutesSection', target, patch)
      break
    case 'decision':
      await updateRow(tx, 'decision', target, patch)
      break
    case 'action':
      await updateRow(tx, 'action', target, patch)
      break
  }
  const view = await minutesView(tx, meetingId)
  if (view === null) throw new AppError('not-found')
  return view
}

async function meetingOf(
  tx: WriteContext['tx'],
  { kind, id }: Parsed<'minutes.putBack'>['of'],
): Promise<string> {
  if (kind === 'section') return meetingOfSection(tx, id)
  return (await getRow(tx, kind, id)).meetingId
}

async function setMinutesState(
  writing: WriteContext,
  { id, version, state }: Parsed<'minutes.setState'>,
): Promise<Minutes> {
  const { tx, about, judges } = writing
  const row = await getRow(tx, 'minutes', id)
  about(row.meetingId)
  refuseApproved(row)
  const isAnew = row.state === state && (await isChangedSinceValidation(tx, row.meetingId))
  // Asked twice it is done once.
  if (row.state === state && !isAnew) return toMinutes(row)
  const order = MinutesState.options
  const steps = order.indexOf(state) - order.indexOf(row.state)
  // The approval keeps bytes and hash and has its own rules: it is not reached by a plain change of state.
  if (state === 'approved' || Math.abs(steps) > 1) throw new AppError('state-refuses')
  const isOn = steps > 0 || isAnew
  const meeting = await liveMeeting(tx, row.meetingId)
  if (isOn && meeting.state === 'inSession') throw new AppError('state-refuses')
  if (isOn && isToCome(meeting, writing.today)) throw new AppError('meeting-to-come')
  if (isOn && state === 'review') await renumber(tx, row.meetingId)
  const further = isOn && state === 'review' ? await goOut(writing, row.meetingId) : {}
  const validated = state === 'validated' ? { validatedAt: writing.now.toISOString() } : {}
  const after = await updateRow(tx, 'minutes', { id, version }, { state, ...further, ...validated })
  // A version sent to the members or validated can be read again.
  if (isOn && (state === 'review' || state === 'validated')) {
    const items = await agendaItems(tx, row.meetingId)
    judges({ tables: saidByMinutes, of: [row.meetingId, id, ...items.map((item) => item.id)] })
    await addVersion(writing, row.meetingId, { reason: state, note: '', ...withoutPapers })
  }
  return toMinutes(after)
}

/**
 * The key under which writes into texts of the minutes are undone together: those of one row, in the same fields and the
 * same paragraph.
 * @param former the row before, with rich texts as they are stored
 * @param patch what is written, rich texts as they will be stored
 */
function burstKey(
  id: string,
  former: Readonly<Record<string, unknown>>,
  patch: Readonly<Record<string, unknown>>,
): string {
  const places = Object.entries(patch).map(([field, now]) => {
    const before = former[field]
    const isRich = typeof now === 'string' && typeof before === 'string' && now.startsWith('{"type":"doc"')
    return isRich ? `${field}:${paragraphAt(now, commonStart(before, now))}` : field
  })
  return `${id} ${places.join()}`
}

/** Which paragraph of a stored text a place is in, counted from 1; before the first one, that one. */
function paragraphAt(stored: string, place: number): number {
  return Math.max(1, stored.slice(0, place).split('"type":"paragraph"').length - 1)
}

function commonStart(a: string, b: string): number {
  let at = 0
  while (at < a.length && at < b.length && a.charCodeAt(at) === b.charCodeAt(at)) at += 1
  return at
}
