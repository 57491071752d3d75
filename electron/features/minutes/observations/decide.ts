import { AppError } from '../../../contract/errors.ts'
import type { Output, Parsed } from '../../../contract/index.ts'
import type { ObservationStanding } from '../../../contract/observations.ts'
import type { Transaction } from '../../../db/driver.ts'
import { getRow, updateRow } from '../../../db/rows.ts'
import { isRetained, type Observation, putOf } from '../../../domain/minutes/observation.ts'
import type { Put } from '../../../domain/text/rich-paragraphs.ts'
import { bareText } from '../../../domain/text/text-likeness.ts'
import type { WriteContext } from '../../context.ts'
import { observationsOf } from '../../reads/observations.ts'
import { writeRow } from './live-agenda.ts'
import { openPaper } from './open-paper.ts'
import type { Found } from './places.ts'
import { Text, wantedOf } from './standing.ts'
import { moveWords, writeWords } from './write-minutes.ts'

export async function decide(
  context: WriteContext,
  { state, answer, write, over, ...target }: Parsed<'observations.decide'>,
): Promise<Output<'observations.decide'>> {
  const { tx, about } = context
  const row = await getRow(tx, 'observation', target.id)
  if (row.version !== target.version) throw new AppError('conflict')
  await openPaper(tx, row)
  about(row.meetingId)
  const text = new Text(tx, row.meetingId)
  const left =
    write && isRetained({ state })
      ? await writeWanted(context, text, row, { words: state === 'reworded' ? answer : row.afterText, over })
      : 'answered'
  if (typeof left === 'object') return { observation: row, standing: left, isWritten: false }
  const isTakenBack =
    write && isRetained(row) && !isRetained({ state }) && (await takeBack(context, text, row))
  const observation = await answerWith(context, text, row.id, {
    state,
    // The wording that was retained is no reason for anything else.
    answer: row.state === 'reworded' && state !== 'reworded' && answer === row.answer ? '' : answer,
  })
  const standing = await text.standing(observation)
  return { observation, standing, isWritten: isTakenBack || left === 'written' }
}

async function answerWith(
  { tx, now }: Pick<WriteContext, 'tx' | 'now'>,
  text: Text,
  id: string,
  given: Pick<Observation, 'state' | 'answer'>,
): Promise<Observation> {
  const row = await getRow(tx, 'observation', id)
  const isSettled = await text.isInAgenda({ ...row, ...given })
  const settledAt = isSettled ? now.toISOString() : null
  const observation = await updateRow(tx, 'observation', row, { ...given, settledAt })
  text.answered(observation)
  return observation
}

/** In the order in which they came; each sees what those before it wrote. */
export async function decideAll(
  context: WriteContext,
  { meetingId, ids, state, answer }: Parsed<'observations.decideAll'>,
): Promise<Output<'observations.decideAll'>> {
  const { tx, about } = context
  about(meetingId)
  const wanted = new Set(ids)
  const text = new Text(tx, meetingId)
  const left: ObservationStanding[] = []
  let decided = 0
  for (const row of await observationsOf(tx, meetingId)) {
    if (!wanted.has(row.id) || row.state !== 'open') continue
    await openPaper(tx, row)
    const result =
      state === 'accepted'
        ? await writeWanted(context, text, row, { words: row.afterText, over: null })
        : 'answered'
    if (typeof result === 'object') left.push(result)
    else {
      await answerWith(context, text, row.id, { state, answer })
      decided += 1
    }
  }
  return { decided, left }
}

/**
 * The answer may be given once the words are written, are there already, or are for a person to put in; else nothing is
 * written, and where it stands says why.
 */
async function writeWanted(
  { tx, now }: Pick<WriteContext, 'tx' | 'now'>,
  text: Text,
  row: Observation,
  { words, over }: { words: string; over: string | null },
): Promise<'written' | 'answered' | ObservationStanding> {
  // One that was answered stands where its words were put.
  const asked = isRetained(row) ? { ...row, afterText: wantedOf(row) } : row
  const place = row.paper === 'agenda' ? null : await text.place(asked)
  const { standing, live } = place ?? (await text.row(asked))
  if (standing === 'byHand' || (standing === 'done' && words === asked.afterText)) return 'answered'
  const isSeen = over !== null && standing !== 'gone' && bareText(over) === bareText(live)
  const whole = place === null ? words : place.whole(words)
  if (!isSeen && (standing !== 'same' || whole === null))
    return { id: row.id, standing: whole === null ? 'differs' : standing, live }
  const isWritten =
    place === null
      ? await writeRow(tx, row, words, now)
      : await writePlace(tx, text, row, place, whole ?? words)
  text.changed()
  return isWritten ? 'written' : 'answered'
}

/**
 * What was retained and waits again, or is refused after all: where the text says those words alone, what was there stands
 * again. Words of which nothing is left, and what others want as well, are for a person.
 */
async function takeBack(
  { tx, now }: Pick<WriteContext, 'tx' | 'now'>,
  text: Text,
  row: Observation,
): Promise<boolean> {
  const said = wantedOf(row)
  if (row.kind !== 'change' || said === '' || (await text.isWantedByOthers(row))) return false
  const asked = { ...row, afterText: said }
  const back = { ...row, beforeText: said, afterText: row.beforeText }
  if (row.paper === 'agenda') {
    const { standing } = await text.row(asked)
    if (standing !== 'done' || row.beforeText === '') return false
    await writeRow(tx, back, row.beforeText, now)
  } else {
    const place = await text.place(asked)
    if (place.standing !== 'done') return false
    const isAlone = bareText(place.live) === bareText(said)
    const words = row.anchor === '' ? place.whole(row.beforeText) : isAlone ? row.beforeText : null
    if (words === null) return false
    await writePlace(tx, text, back, place, words)
  }
  text.changed()
  return true
}

/** What stands in another cell is written by nobody (`findPlace`). */
function placedAs(row: Observation): Put {
  const { put } = putOf(row)
  return put === 'cell' ? 'like' : put
}

async function writePlace(
  tx: Transaction,
  text: Text,
  row: Observation,
  found: Found,
  words: string,
): Promise<boolean> {
  const { place, count } = found
  if (place === null) return false
  if (row.kind === 'move') {
    await moveWords(tx, row.meetingId, found)
    return true
  }
  const isNew = row.beforeText === '' && row.anchor !== ''
  const after = isNew ? await text.putInBefore(row, place) : 0
  return writeWords(tx, row.meetingId, { place, count, put: isNew ? placedAs(row) : null, words, after })
}
