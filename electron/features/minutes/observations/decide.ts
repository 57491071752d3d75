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
import { type Found, findPlace, writeWords } from './live-minutes.ts'
import { openPaper } from './open-paper.ts'
import { type SentItem, sentAgenda } from './sent-agenda.ts'
import { sentPlaces } from './sent-file.ts'
import type { SentPlace } from './sent-minutes.ts'

/** How observations stand to the text, printed once for many of them; printed again after something was written. */
class Text {
  readonly #tx: Reader
  readonly #meetingId: string
  readonly #then = new Map<string, readonly SentPlace[]>()
  #file: MeetingFile | null = null
  #now: readonly SentPlace[] | null = null
  #rows: readonly SentItem[] | null = null

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
    this.#now ??= sentPlaces(await this.live(), null)
    const { minutesVersionId } = observation
    const then = minutesVersionId === null ? this.#now : await this.#versionPlaces(minutesVersionId)
    return findPlace(observation, { then, now: this.#now })
  }

  async standing(observation: Observation): Promise<ObservationStanding> {
    const { standing, live } =
      observation.paper === 'agenda' ? await this.row(observation) : await this.place(observation)
    return { id: observation.id, standing, live }
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

export async function standings(tx: Reader, meetingId: string): Promise<ObservationStanding[]> {
  const text = new Text(tx, meetingId)
  const hasMinutes = (await text.live()).minutes !== null
  const found: ObservationStanding[] = []
  for (const observation of await observationsOf(tx, meetingId))
    if (observation.state === 'open' && (observation.paper === 'agenda' || hasMinutes))
      found.push(await text.standing(observation))
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
      await updateRow(tx, 'observation', await getRow(tx, 'observation', row.id), { state, answer })
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

async function writePlace(
  tx: Transaction,
  row: Observation,
  { place, whole }: Found,
  words: string,
): Promise<boolean> {
  if (place === null) return false
  const isNew = row.beforeText === '' && row.anchor !== ''
  await writeWords(tx, row.meetingId, {
    place,
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
