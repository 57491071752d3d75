import { AppError } from '../../../contract/errors.ts'
import type { Output, Parsed } from '../../../contract/index.ts'
import type { ObservationStanding } from '../../../contract/observations.ts'
import type { Reader, Transaction } from '../../../db/driver.ts'
import { getRow, updateRow } from '../../../db/rows.ts'
import type { MeetingFile } from '../../../domain/meetings/meeting-file.ts'
import type { Observation } from '../../../domain/minutes/observation.ts'
import { MinutesContent } from '../../../domain/minutes/version.ts'
import { bareText } from '../../../domain/text/text-likeness.ts'
import type { WriteContext } from '../../context.ts'
import { fileToPrint } from '../../reads/file-to-print.ts'
import { observationsOf } from '../../reads/observations.ts'
import { findRow, writeRow } from './live-agenda.ts'
import { type Found, findPlace, isSaid } from './live-minutes.ts'
import { openPaper } from './open-paper.ts'
import { besideAgenda, type SentItem, sentAgenda } from './sent-agenda.ts'
import { sentPlaces } from './sent-file.ts'
import type { SentPlace } from './sent-minutes.ts'
import { moveWords, writeWords } from './write-minutes.ts'

/** How observations stand to the text, printed once for many of them; printed again after something was written. */
class Text {
  readonly #tx: Reader
  readonly #meetingId: string
  readonly #then = new Map<string, readonly SentPlace[]>()
  #file: MeetingFile | null = null
  #now: readonly SentPlace[] | null = null
  #rows: readonly SentItem[] | null = null
  #all: Observation[] | null = null

  constructor(tx: Reader, meetingId: string) {
    this.#tx = tx
    this.#meetingId = meetingId
  }

  /** Something was written. */
  changed(): void {
    this.#file = null
    this.#now = null
    this.#rows = null
  }

  async row(observation: Observation): Promise<Omit<ObservationStanding, 'id'>> {
    this.#rows ??= sentAgenda(await this.live())
    return findRow(observation, this.#rows)
  }

  async place(observation: Observation): Promise<Found> {
    return findPlace(observation, await this.#places(observation), await this.#besides(observation))
  }

  /** How it stands while it waits; once it is retained, whether the text says so. */
  async standing(observation: Observation): Promise<ObservationStanding> {
    const { id, paper, state, kind } = observation
    const isOwed =
      (state === 'accepted' || state === 'reworded') &&
      kind !== 'comment' &&
      !(await this.#isSaid(observation))
    const { standing, live } =
      paper === 'agenda' ? await this.row(observation) : await this.place(observation)
    return { id, standing: isOwed ? 'owed' : standing, live }
  }

  /** An observation has another answer. */
  answered(observation: Observation): void {
    this.#all = this.#all?.map((one) => (one.id === observation.id ? observation : one)) ?? null
  }

  async #isSaid(observation: Observation): Promise<boolean> {
    const asked = { ...observation, afterText: wantedOf(observation) }
    if (asked.paper === 'agenda')
      return asked.anchor === ''
        ? besideAgenda(await this.live()).some((words) => bareText(words).includes(bareText(asked.afterText)))
        : (await this.row(asked)).standing === 'done'
    return isSaid(asked, await this.#places(asked), await this.#besides(asked))
  }

  async #places({ minutesVersionId }: Observation) {
    this.#now ??= sentPlaces(await this.live(), null)
    return {
      sent: minutesVersionId === null ? this.#now : await this.#versionPlaces(minutesVersionId),
      now: this.#now,
    }
  }

  /** What others that were accepted want of the same words. */
  async #besides({ id, kind, anchor, beforeText, minutesVersionId }: Observation): Promise<string[]> {
    if (kind !== 'change' || anchor === '' || beforeText === '') return []
    this.#all ??= await observationsOf(this.#tx, this.#meetingId)
    return this.#all
      .filter(
        (other) =>
          other.id !== id &&
          other.kind === 'change' &&
          other.anchor === anchor &&
          other.beforeText === beforeText &&
          other.minutesVersionId === minutesVersionId &&
          (other.state === 'accepted' || other.state === 'reworded'),
      )
      .map(wantedOf)
  }

  async live(): Promise<MeetingFile> {
    this.#file ??= await fileToPrint(this.#tx, this.#meetingId)
    return this.#file
  }

  async #versionPlaces(id: string): Promise<readonly SentPlace[]> {
    const known = this.#then.get(id)
    if (known !== undefined) return known
    const { state, content } = await this.#tx
      .selectFrom('minutesVersion')
      .select(['state', 'content'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const version = { state, content: MinutesContent.parse(JSON.parse(content)) }
    const places = sentPlaces(await this.live(), version)
    this.#then.set(id, places)
    return places
  }
}

function wantedOf({ state, answer, afterText }: Observation): string {
  return state === 'reworded' ? answer : afterText
}

/** Of those that wait, and of those that are retained and not in the text. */
export async function standings(tx: Reader, meetingId: string): Promise<ObservationStanding[]> {
  const text = new Text(tx, meetingId)
  const hasMinutes = (await text.live()).minutes !== null
  const found: ObservationStanding[] = []
  for (const observation of await observationsOf(tx, meetingId)) {
    if (observation.state === 'refused' || (observation.paper === 'minutes' && !hasMinutes)) continue
    const standing = await text.standing(observation)
    if (observation.state === 'open' || standing.standing === 'owed') found.push(standing)
  }
  return found
}

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
  const writes = write && (state === 'accepted' || state === 'reworded')
  const result = writes
    ? await writeWanted(context, text, row, { words: state === 'reworded' ? answer : row.afterText, over })
    : { mayAnswer: true, isWritten: false }
  const observation = result.mayAnswer
    ? await updateRow(tx, 'observation', await getRow(tx, 'observation', row.id), { state, answer })
    : row
  text.answered(observation)
  return { observation, standing: await text.standing(observation), isWritten: result.isWritten }
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
        : { mayAnswer: true, isWritten: false }
    if (result.mayAnswer) {
      text.answered(
        await updateRow(tx, 'observation', await getRow(tx, 'observation', row.id), { state, answer }),
      )
      decided += 1
    } else left.push(await text.standing(row))
  }
  return { decided, left }
}

/** Whether the answer may be given: yes once the words are written, are there already, or are for a person to put in. */
async function writeWanted(
  { tx, now }: Pick<WriteContext, 'tx' | 'now'>,
  text: Text,
  row: Observation,
  { words, over }: { words: string; over: string | null },
): Promise<{ mayAnswer: boolean; isWritten: boolean }> {
  const place = row.paper === 'agenda' ? null : await text.place(row)
  const { standing, live } = place ?? (await text.row(row))
  if (standing === 'byHand' || (standing === 'done' && words === row.afterText))
    return { mayAnswer: true, isWritten: false }
  const isSeen = over !== null && standing !== 'gone' && bareText(over) === bareText(live)
  if (standing !== 'same' && !isSeen) return { mayAnswer: false, isWritten: false }
  const isWritten =
    place === null ? await writeRow(tx, row, words, now) : await writePlace(tx, row, place, words)
  text.changed()
  return { mayAnswer: true, isWritten }
}

async function writePlace(tx: Transaction, row: Observation, found: Found, words: string): Promise<boolean> {
  const { place, count, whole } = found
  if (place === null) return false
  if (row.kind === 'move') {
    await moveWords(tx, row.meetingId, found)
    return true
  }
  const isNew = row.beforeText === '' && row.anchor !== ''
  await writeWords(tx, row.meetingId, {
    place,
    count,
    isNew,
    words: whole(words),
    after: isNew ? await putInBefore(tx, row) : 0,
  })
  return true
}

/** How many paragraphs others of the same file have put in at the same place: they come first. */
async function putInBefore(tx: Reader, row: Observation): Promise<number> {
  const others = await observationsOf(tx, row.meetingId)
  return others.filter(
    (other) =>
      other.anchor === row.anchor &&
      other.beforeText === '' &&
      other.kind === 'change' &&
      other.sourceSha256 === row.sourceSha256 &&
      other.position < row.position &&
      (other.state === 'accepted' || other.state === 'reworded'),
  ).length
}
