import type { Output } from '../../../contract/index.ts'
import type { SaidFilter, SaidKind, SaidSentence } from '../../../contract/search.ts'
import type { Reader } from '../../../db/driver.ts'
import type { FoundText } from '../../../db/search/find-texts.ts'
import type { SearchedKind } from '../../../db/search/kinds.ts'
import { markedRanges, type Wanted, wantedOf } from '../../../domain/search/quality.ts'
import { readQuery } from '../../../domain/search/query.ts'
import {
  type FoundSentence,
  isCapitalised,
  saidSentences,
  saidWithoutWords,
} from '../../../domain/search/said.ts'
import { type HeldTest, heldTest } from '../../../domain/search/sentences.ts'
import { speakerIn } from '../../../domain/search/speaker.ts'
import { isWhen, type When } from '../../../domain/search/when.ts'
import { foldedWords } from '../../../domain/text/fold.ts'
import type { ReadContext } from '../../context.ts'
import { namedBodies } from './hits.ts'

/** Texts that are read through at most, newest first: a few dozen milliseconds. */
const MOST_TEXTS = 200

const kindOf: Partial<Record<SearchedKind, SaidKind>> = {
  section: 'minutes',
  line: 'note',
  position: 'position',
  decision: 'decision',
  document: 'file',
}
const searched = Object.keys(kindOf) as SearchedKind[]

export async function said(
  context: ReadContext,
  filter: SaidFilter & { limit: number },
): Promise<Output<'search.said'>> {
  const query = readQuery(filter.words, context.today)
  const names = await namesOf(context.tx, filter)
  // Somebody who is not there, or whose name has no word in it, said nothing.
  if (names?.length === 0) return { sentences: [], total: 0, meetings: 0, readSince: null }
  const words = query.words.length > 0 || query.when !== null ? query.words : query.all
  const asTyped = wantedOf(words)
  const at = { names, when: query.when }
  let wanted: readonly Wanted[] = asTyped
  let { found, readSince } = await sentences(context, wanted, filter, at)
  if (found.length === 0 && asTyped.length > 0) {
    wanted = await Promise.all(asTyped.map((one) => withSlips(context, one)))
    ;({ found, readSince } = await sentences(context, wanted, filter, at))
  }
  return {
    sentences: await shown(context.tx, found.slice(0, filter.limit), wanted),
    total: found.length,
    meetings: new Set(found.map(({ text }) => text.meetingId)).size,
    readSince,
  }
}

async function withSlips(context: ReadContext, asTyped: Wanted): Promise<Wanted> {
  const near = await context.nearestWords(asTyped.typed, 5)
  return { ...asTyped, forms: [...asTyped.forms, ...near.map(({ word }) => ({ word, isStart: false }))] }
}

type Found = FoundSentence & {
  readonly text: FoundText & { readonly meetingId: string; readonly date: string }
}

async function sentences(
  context: ReadContext,
  wanted: readonly Wanted[],
  { from, to, kinds, personId }: SaidFilter,
  { names, when }: { names: readonly string[] | null; when: When | null },
): Promise<{ found: Found[]; readSince: string | null }> {
  const asked = searched.filter((kind) => kinds.length === 0 || kinds.some((one) => kindOf[kind] === one))
  const words = [
    ...wanted.map(({ forms }) => forms),
    ...(names === null ? [] : [names.map((word) => ({ word, isStart: false }))]),
  ]
  const period = { from: `${from ?? '0000'}-01-01`, to: `${to ?? '9999'}-12-31` }
  const found = await context.findTexts(words, { kinds: asked, period })
  const held = found
    .filter((text): text is Found['text'] => text.meetingId !== null && text.date !== null)
    .filter(({ date }) => when === null || isWhen(date, when))
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : a.rowid - b.rowid))
  const read = held.slice(0, MOST_TEXTS)
  const others = await saidByOthers(context.tx, read, personId)
  const texts = read.filter(({ entityId }) => !others.has(entityId))
  const bodies = await context.textsOf(
    words,
    texts.map(({ rowid }) => rowid),
  )
  const tests = wanted.map(heldTest)
  const holdsName = heldTest({ typed: '', forms: (names ?? []).map((word) => ({ word, isStart: false })) })
  const isNamed: HeldTest =
    names === null
      ? () => true
      : (text) => holdsName(text) && (personId === null || names.some((name) => isCapitalised(text, name)))
  const met = new Set<string>()
  const sentencesIn = texts.flatMap((text): Found[] => {
    const body = bodies.get(text.rowid) ?? ''
    // A decision is its own sentence; of notes and positions the title is who said it.
    const isOwn = text.kind === 'decision'
    const who = text.kind === 'line' || text.kind === 'position' ? text.title : ''
    const said =
      text.kind === 'position' && body.trim() === ''
        ? saidWithoutWords(who, tests, isNamed)
        : saidSentences({ who, text: isOwn ? text.title : body }, tests, isNamed)
    return said
      .filter(({ sentence }) => {
        // What was noted in session is said again in the minutes.
        const key = `${text.itemId} ${foldedWords(sentence || who).join(' ')}`
        return !met.has(key) && met.add(key)
      })
      .map((sentence) => ({ ...sentence, text }))
  })
  return {
    found: sentencesIn,
    readSince: held.length > read.length ? (read.at(-1)?.date ?? null) : null,
  }
}

/** Lines that the notes know to be of another person of the same name. */
async function saidByOthers(
  tx: Reader,
  texts: readonly FoundText[],
  personId: string | null,
): Promise<ReadonlySet<string>> {
  const ids = texts.filter(({ kind }) => kind === 'line').map(({ entityId }) => entityId)
  if (personId === null || ids.length === 0) return new Set()
  const rows = await tx
    .selectFrom('sessionLine')
    .select('id')
    .where('id', 'in', ids)
    .where('personId', 'is not', null)
    .where('personId', '!=', personId)
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** Every name of an organisation, or of a person; null when neither is asked for. */
async function namesOf(
  tx: Reader,
  { organisationId, personId }: SaidFilter,
): Promise<readonly string[] | null> {
  if (organisationId !== null) {
    const now = await tx
      .selectFrom('organisation')
      .select(['name', 'acronym'])
      .where('id', '=', organisationId)
      .execute()
    const former = await tx
      .selectFrom('organisationName')
      .select(['name', 'acronym'])
      .where('organisationId', '=', organisationId)
      .execute()
    return folded([...now, ...former].flatMap(({ name, acronym }) => [name, acronym]))
  }
  if (personId === null) return null
  const persons = await tx.selectFrom('person').select('familyName').where('id', '=', personId).execute()
  return folded(persons.map(({ familyName }) => familyName))
}

function folded(names: readonly string[]): string[] {
  return names.map((name) => foldedWords(name).join(' ')).filter((name) => name !== '')
}

async function shown(
  tx: Reader,
  found: readonly Found[],
  wanted: readonly Wanted[],
): Promise<SaidSentence[]> {
  const some = async <T>(ids: readonly string[], read: (ids: readonly string[]) => Promise<T[]>) =>
    ids.length === 0 ? [] : await read([...new Set(ids)])
  const meetings = await some(
    found.map(({ text }) => text.meetingId),
    (ids) =>
      tx
        .selectFrom('meeting')
        .leftJoin('minutes', 'minutes.meetingId', 'meeting.id')
        .select(['meeting.id', 'meeting.number', 'minutes.state'])
        .where('meeting.id', 'in', ids)
        .execute(),
  )
  const items = await some(
    found.flatMap(({ text }) => text.itemId ?? []),
    (ids) => tx.selectFrom('agendaItem').select(['id', 'title']).where('id', 'in', ids).execute(),
  )
  const positions = await some(
    found.flatMap(({ text }) => (text.kind === 'position' ? text.entityId : [])),
    (ids) => tx.selectFrom('itemPosition').select(['id', 'stance']).where('id', 'in', ids).execute(),
  )
  const meetingOf = new Map(meetings.map((one) => [one.id, one]))
  const titleOf = new Map(items.map(({ id, title }) => [id, title]))
  const stanceOf = new Map(positions.map(({ id, stance }) => [id, stance]))
  const bodies = found.length === 0 ? [] : await namedBodies(tx)
  return found.map(({ sentence, at, before, after, text }) => ({
    kind: kindOf[text.kind] ?? 'minutes',
    id: `${text.entityId}-${at}`,
    entityId: text.entityId,
    meetingId: text.meetingId,
    itemId: text.itemId,
    date: text.date,
    meetingNumber: meetingOf.get(text.meetingId)?.number ?? null,
    itemTitle: titleOf.get(text.itemId ?? '') ?? '',
    who: text.kind === 'line' || text.kind === 'position' ? text.title : speakerIn(sentence, bodies),
    stance: stanceOf.get(text.entityId) ?? null,
    minutesState: meetingOf.get(text.meetingId)?.state ?? null,
    sentence,
    ranges: markedRanges(wanted, sentence),
    before,
    after,
  }))
}
