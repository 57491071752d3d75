// Lines of the search as they are shown: their words marked, and what tells them from others of the same name.

import type { SearchHit } from '../../../contract/search.ts'
import type { Reader } from '../../../db/driver.ts'
import type { SearchedKind } from '../../../db/search/kinds.ts'
import { printedNumber } from '../../../domain/minutes/minutes.ts'
import { shortName } from '../../../domain/people/short-name.ts'
import { firstMatch, markedRanges, type Wanted } from '../../../domain/search/quality.ts'
import { bestSentence, heldTest } from '../../../domain/search/sentences.ts'
import { speakerIn } from '../../../domain/search/speaker.ts'
import type { ReadContext } from '../../context.ts'
import type { MarkedText } from './find.ts'

/** Of what somebody said or wrote, the sentence is shown; of words that were noted, even if only who said them is asked for. */
const inSentences: ReadonlySet<SearchedKind> = new Set(['section', 'document', 'position', 'line'])
const spoken: ReadonlySet<SearchedKind> = new Set(['section', 'position', 'line'])
const LONGEST_SENTENCE = 400

/** Characters of an extract, and how many of them may stand before its first match. */
const EXTRACT = 160
const BEFORE = 40

export async function hitsOf(
  context: ReadContext,
  texts: readonly MarkedText[],
  wanted: readonly Wanted[],
): Promise<SearchHit[]> {
  const [bodies, facts, bodiesNamed] = await Promise.all([
    context.textsOf(
      wanted.map(({ forms }) => forms),
      texts.filter(({ byTitle, kind }) => !byTitle || spoken.has(kind)).map(({ rowid }) => rowid),
    ),
    factsOf(context.tx, texts),
    texts.some(({ kind }) => kind === 'section') ? namedBodies(context.tx) : [],
  ])
  return texts.map(({ rowid, kind, entityId, meetingId, itemId, date, title, mark }) => {
    const { number = '', meetingNumber = null, note = '' } = facts.get(rowid) ?? {}
    const body = bodies.get(rowid)
    const extract = body === undefined ? { extract: '', ranges: [] } : extractOf(kind, body, wanted)
    return {
      kind,
      id: entityId,
      meetingId,
      itemId,
      date,
      title,
      titleRanges: markedRanges(wanted, title),
      ...extract,
      number,
      meetingNumber,
      note: kind === 'section' ? speakerIn(extract.extract, bodiesNamed) : note,
      mark,
    }
  })
}

/** Words around the first match, from the beginning of a word: texts are long, and only this stretch is looked at. */
function extractOf(
  kind: SearchedKind,
  body: string,
  wanted: readonly Wanted[],
): Pick<SearchHit, 'extract' | 'ranges'> {
  const sentence = inSentences.has(kind) ? bestSentence(body, wanted.map(heldTest)) : null
  // Nothing of what was written holds the words of the title.
  if (kind === 'section' && sentence?.held === 0) return { extract: '', ranges: [] }
  if (sentence !== null) {
    const extract = body.slice(sentence.start, sentence.end)
    if (extract.length <= LONGEST_SENTENCE) return { extract, ranges: markedRanges(wanted, extract) }
  }
  const first = firstMatch(wanted, body)
  const near = Math.max(0, first - BEFORE)
  const from = near === 0 ? 0 : near + Math.max(0, body.slice(near, first).search(/(?<=\s)\S/u))
  const extract = body.slice(from, from + EXTRACT)
  return { extract, ranges: markedRanges(wanted, extract) }
}

/** The bodies of the directory, by the names that sentences give them. */
export function namedBodies(tx: Reader): Promise<{ name: string; acronym: string }[]> {
  return tx.selectFrom('organisation').select(['name', 'acronym']).execute()
}

type Facts = Partial<Pick<SearchHit, 'number' | 'meetingNumber' | 'note'>>

async function factsOf(tx: Reader, texts: readonly MarkedText[]): Promise<Map<number, Facts>> {
  const idsOf = (kind: string) => texts.filter((text) => text.kind === kind).map(({ entityId }) => entityId)
  const some = async <T>(ids: readonly string[], read: (ids: readonly string[]) => Promise<T[]>) =>
    ids.length === 0 ? [] : await read(ids)
  const [meetings, decisions, actions, persons, projects] = await Promise.all([
    some([...new Set(texts.flatMap(({ meetingId }) => meetingId ?? []))], (ids) =>
      tx.selectFrom('meeting').select(['id', 'number', 'date']).where('id', 'in', ids).execute(),
    ),
    some(idsOf('decision'), (ids) =>
      tx.selectFrom('decision').select(['id', 'rank']).where('id', 'in', ids).execute(),
    ),
    some(idsOf('action'), (ids) =>
      tx
        .selectFrom('action')
        .select(['id', 'rank', 'owner', 'organisation'])
        .where('id', 'in', ids)
        .execute(),
    ),
    some(idsOf('person'), (ids) =>
      tx
        .selectFrom('person')
        .leftJoin('organisation', 'organisation.id', 'person.organisationId')
        .select(['person.id', 'person.jobTitle', 'organisation.acronym', 'organisation.name'])
        .where('person.id', 'in', ids)
        .execute(),
    ),
    some(idsOf('project'), (ids) =>
      tx.selectFrom('project').select(['id', 'organisation']).where('id', 'in', ids).execute(),
    ),
  ])
  const meetingOf = new Map(meetings.map((one) => [one.id, one]))
  const noteOf = new Map([
    ...persons.map(
      ({ id, jobTitle, acronym, name }) => [id, joined(shortName({ name, acronym }), jobTitle)] as const,
    ),
    ...actions.map(({ id, owner, organisation }) => [id, owner || organisation] as const),
    ...projects.map(({ id, organisation }) => [id, organisation] as const),
  ])
  const rankOf = new Map([...decisions, ...actions].map(({ id, rank }) => [id, rank]))
  return new Map(
    texts.map(({ rowid, kind, entityId, meetingId }) => {
      const meeting = meetingId === null ? undefined : meetingOf.get(meetingId)
      const rank = rankOf.get(entityId)
      return [
        rowid,
        {
          meetingNumber: meeting?.number ?? null,
          note: noteOf.get(entityId) ?? '',
          number:
            meeting === undefined || rank === undefined
              ? ''
              : printedNumber(kind === 'decision' ? 'D' : 'A', meeting, rank),
        },
      ]
    }),
  )
}

function joined(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join(', ')
}
