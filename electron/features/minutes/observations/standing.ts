import type { ObservationStanding, Standing } from '../../../contract/observations.ts'
import type { Reader } from '../../../db/driver.ts'
import type { FileToPrint } from '../../../domain/meetings/meeting-file.ts'
import { isRetained, type Observation, putOf } from '../../../domain/minutes/observation.ts'
import { MinutesContent } from '../../../domain/minutes/version.ts'
import { bareText } from '../../../domain/text/text-likeness.ts'
import { fileToPrint } from '../../reads/file-to-print.ts'
import { observationsOf } from '../../reads/observations.ts'
import { findRow } from './live-agenda.ts'
import { findPlace, isOwed, putInAfter } from './live-minutes.ts'
import { bareOf, type Found, isSameText, nowhere, sameName, samePlace } from './places.ts'
import { besideAgenda, type SentItem, sentAgenda } from './sent-agenda.ts'
import { sentPlaces } from './sent-file.ts'
import type { SentPlace } from './sent-minutes.ts'

/** How observations stand to the text, printed once for many of them; printed again after something was written. */
export class Text {
  readonly #tx: Reader
  readonly #meetingId: string
  readonly #then = new Map<string, readonly SentPlace[]>()
  #file: FileToPrint | null = null
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
    const [places, besides] = [await this.#places(observation), await this.#besides(observation)]
    const found = findPlace(observation, places, besides)
    const since = await this.#since(observation)
    if (since === null || found.standing === 'done') return found
    if (asksNothing(since)) return isRetained(observation) ? nowhere('done') : found
    const there = findPlace(since, places, besides)
    return there.standing === 'done' ? there : found
  }

  /** How it stands while it waits; once it is retained, whether the text says so. */
  async standing(observation: Observation): Promise<ObservationStanding> {
    const { id, paper } = observation
    const { standing, live } =
      paper === 'agenda' ? await this.row(observation) : await this.place(observation)
    if (observation.state === 'refused' && (await this.#isStillSaid(observation, standing)))
      return { id, standing: 'stillSaid', live }
    return { id, standing: (await this.#isOwed(observation)) ? 'owed' : standing, live }
  }

  /** Refused, and the text does as it asks, though nobody else wants that. */
  async #isStillSaid(observation: Observation, standing: Standing): Promise<boolean> {
    const { kind, paper, anchor } = observation
    if (kind === 'comment' || (await this.isWantedByOthers(observation))) return false
    if (standing === 'done') return true
    // Beside what others wrote into the same words.
    if (kind === 'move' || paper === 'agenda' || anchor === '') return false
    return !isOwed(observation, await this.#places(observation), await this.#besides(observation))
  }

  /** An observation has another answer. */
  answered(observation: Observation): void {
    this.#all = this.#all?.map((one) => (one.id === observation.id ? observation : one)) ?? null
  }

  /** The agenda says now what is retained: whatever it says later was decided there. */
  async isInAgenda(observation: Observation): Promise<boolean> {
    if (observation.paper !== 'agenda' || !isRetained(observation)) return false
    return (await this.row({ ...observation, afterText: wantedOf(observation) })).standing === 'done'
  }

  /** How many paragraphs others of the same file have put in at the same place, where they come first. */
  async putInBefore(row: Observation, place: SentPlace): Promise<number> {
    this.#all ??= await observationsOf(this.#tx, this.#meetingId)
    const others = this.#all.filter(
      (other) =>
        other.anchor === row.anchor &&
        other.beforeText === '' &&
        other.kind === 'change' &&
        other.sourceSha256 === row.sourceSha256 &&
        other.position < row.position &&
        isRetained(other),
    )
    return putInAfter(place, others.map(wantedOf), await this.#places(row))
  }

  /** Another that is retained asks for the very same. */
  async isWantedByOthers(row: Observation): Promise<boolean> {
    this.#all ??= await observationsOf(this.#tx, this.#meetingId)
    return this.#all.some(
      (other) =>
        other.id !== row.id &&
        other.kind === row.kind &&
        putOf(other).name === putOf(row).name &&
        other.itemId === row.itemId &&
        bareText(wantedOf(other)) === bareText(wantedOf(row)) &&
        isRetained(other),
    )
  }

  async #isOwed(observation: Observation): Promise<boolean> {
    if (!isRetained(observation) || observation.settledAt !== null) return false
    if (observation.kind === 'comment') return !(await this.#isRewritten(observation))
    const asked = { ...observation, afterText: wantedOf(observation) }
    if (asked.paper === 'minutes') {
      if (!(await this.#isNotSaid(asked)) || (await this.#isOvertaken(asked))) return false
      const since = await this.#since(asked)
      return since === null || (!asksNothing(since) && (await this.#isNotSaid(since)))
    }
    if (asked.anchor === '') {
      const beside = besideAgenda(await this.live()).map(bareText)
      const [was, wanted] = [bareText(asked.beforeText), bareText(asked.afterText)]
      return was === '' ? !beside.includes(wanted) : beside.includes(was)
    }
    const { standing } = await this.row(asked)
    return standing === 'same' || standing === 'differs'
  }

  /** What a comment is about says something else since: nobody but a person knows what it asks for. */
  async #isRewritten(observation: Observation): Promise<boolean> {
    if (observation.paper === 'agenda') return false
    const { sent, now } = await this.#places(observation)
    const then = sent.find(({ anchor }) => sameName(anchor, observation.anchor))
    if (then === undefined || then.target === null) return false
    const { target } = then
    return !now.some((place) => isSameText(place.target, target) && bareOf(place) === bareOf(then))
  }

  async #isNotSaid(asked: Observation): Promise<boolean> {
    return isOwed(asked, await this.#places(asked), await this.#besides(asked))
  }

  /** With what others that were retained change in its words in the same file, struck by hand; null where none do. */
  async #since(asked: Observation): Promise<Observation | null> {
    if (asked.kind !== 'change') return null
    this.#all ??= await observationsOf(this.#tx, this.#meetingId)
    const others = this.#all.filter(
      (other) =>
        other.id !== asked.id &&
        other.kind === 'change' &&
        other.sourceSha256 === asked.sourceSha256 &&
        putOf(other).name === putOf(asked).name &&
        (asked.anchor !== '' || samePlace(other.place, asked.place)) &&
        other.beforeText !== '' &&
        other.beforeText !== asked.beforeText &&
        isRetained(other),
    )
    const afterText = others.reduce(
      (words, other) => amended(words, other.beforeText, wantedOf(other)),
      asked.afterText,
    )
    return afterText === asked.afterText ? null : { ...asked, afterText }
  }

  /** It was written, left in a later draft, and its readers had these very words changed. */
  async #isOvertaken({ anchor, place, afterText, minutesVersionId }: Observation): Promise<boolean> {
    if (afterText === '') return false
    this.#all ??= await observationsOf(this.#tx, this.#meetingId)
    return this.#all.some(
      (other) =>
        other.kind === 'change' &&
        other.minutesVersionId !== minutesVersionId &&
        (anchor !== '' || samePlace(other.place, place)) &&
        bareText(other.beforeText) === bareText(afterText) &&
        isRetained(other),
    )
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
          isRetained(other),
      )
      .map(wantedOf)
  }

  async live(): Promise<FileToPrint> {
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

const asksNothing = ({ beforeText, afterText }: Observation) => beforeText.trim() === afterText.trim()

/** Other words in place of some: of all, or of one paragraph. */
function amended(words: string, was: string, now: string): string {
  const one = (part: string) => (bareText(part) === bareText(was) ? now : part)
  return one(words) === words ? words.split('\n').map(one).join('\n') : now
}

/** The words that the paper is to say: those asked for, or those answered in their place. */
export function wantedOf({ state, answer, afterText }: Observation): string {
  return state === 'reworded' ? answer : afterText
}

/** Of those that wait, and of those that a text that is still written does not answer as it was decided. */
export async function standings(tx: Reader, meetingId: string): Promise<ObservationStanding[]> {
  const text = new Text(tx, meetingId)
  const found: ObservationStanding[] = []
  for (const observation of await observationsOf(tx, meetingId)) {
    const { minutes } = await text.live()
    if (observation.paper === 'minutes' && minutes === null) continue
    // What is sealed changes no more, nor does its meeting's agenda.
    if (observation.state !== 'open' && minutes?.state === 'approved') continue
    const standing = await text.standing(observation)
    if (observation.state === 'open' || isAgainst(standing)) found.push(standing)
  }
  return found
}

/** The text does not say what was retained, or says what was refused. */
const isAgainst = ({ standing }: ObservationStanding) => standing === 'owed' || standing === 'stillSaid'
