import { z } from 'zod'
import { CivilDate, type ClockTime, Id, Instant, Line, Name, PlainText, Version } from '../ids.ts'
import { isPassedOver, type Outcome } from '../minutes/minutes.ts'
import { fold } from '../text/fold.ts'
import { clockTime } from '../time/civil-date.ts'

export const LineKind = z.enum(['note', 'decision', 'action', 'intervention', 'watch', 'question'])
export type LineKind = z.infer<typeof LineKind>

export const SessionLineFields = z.strictObject({
  /** Null: before the first item was taken up. */
  itemId: Id.nullable(),
  kind: LineKind,
  /** As it was typed, so that it can be recalled and corrected. */
  raw: PlainText,
  /** Without its marks. */
  text: PlainText,
  /** Who spoke, or who must act, as printed; the links are optional. */
  speaker: Line,
  organisation: Line,
  personId: Id.nullable(),
  organisationId: Id.nullable(),
  dueDate: CivilDate.nullable(),
  /** The words of the date ("avant le 15/06"); kept when no date could be made of them. */
  dueWords: Line,
  watchItemId: Id.nullable(),
})
export type SessionLineFields = z.infer<typeof SessionLineFields>

/** The hour of a line that has none, as those of a notebook: they stand after what was noted live, in their own order. */
export const UNTIMED = '9999-12-31T00:00:00.000Z'

export const SessionLine = SessionLineFields.extend({
  id: Id,
  version: Version,
  meetingId: Id,
  /** The returned notebook it was read in; null when typed live. */
  notebookId: Id.nullable(),
  /** `UNTIMED` for one of a notebook, unless it took the place of another or is of a transcript whose hours are known. */
  at: Instant,
  position: z.int().min(0),
  /** The numbered object that came of it. */
  decisionId: Id.nullable(),
  actionId: Id.nullable(),
  author: Line,
  /** Of a notebook: proposed until merged or left out. */
  state: z.enum(['kept', 'proposed', 'left']),
})
export type SessionLine = z.infer<typeof SessionLine>

/** A stretch of the meeting: an item that was on, or a suspension (no item). Null end = now. */
export const SessionSpan = z.strictObject({
  id: Id,
  version: Version,
  meetingId: Id,
  itemId: Id.nullable(),
  startedAt: Instant,
  endedAt: Instant.nullable(),
})
export type SessionSpan = z.infer<typeof SessionSpan>

export const Stance = z.enum(['favorable', 'reserves', 'defavorable', 'reservee', 'sansAvis'])
export type Stance = z.infer<typeof Stance>

/** One organisation's stance on one item, and its words. */
export const ItemPositionFields = z.strictObject({
  organisation: Name,
  organisationId: Id.nullable(),
  stance: Stance,
  words: PlainText,
})
export type ItemPositionFields = z.infer<typeof ItemPositionFields>
export const ItemPosition = ItemPositionFields.extend({ id: Id, version: Version, meetingId: Id, itemId: Id })
export type ItemPosition = z.infer<typeof ItemPosition>

/** Whether two positions are of one organisation: by its link, or by its name where one of them has none. */
export function isOfSame(
  one: Pick<ItemPositionFields, 'organisation' | 'organisationId'>,
  other: Pick<ItemPositionFields, 'organisation' | 'organisationId'>,
): boolean {
  return one.organisationId !== null && other.organisationId !== null
    ? one.organisationId === other.organisationId
    : fold(one.organisation) === fold(other.organisation)
}

/** A returned notebook: who took the notes, and the file as it came. */
export const Notebook = z.strictObject({
  id: Id,
  version: Version,
  meetingId: Id,
  author: Line,
  fileName: z.string().max(255),
  sha256: z.string(),
  readAt: Instant,
  /** Headings of items that are gone, with the lines that stood under them. */
  gone: z.array(z.strictObject({ heading: z.string(), lineIds: z.array(Id) })),
})
export type Notebook = z.infer<typeof Notebook>

/**
 * Milliseconds that an item was on, suspensions left out.
 * @param now end of what still runs.
 */
export function timeSpent(spans: readonly SessionSpan[], itemId: string, now: Date): number {
  let total = 0
  for (const span of spans) {
    if (span.itemId !== itemId) continue
    const end = span.endedAt === null ? now.getTime() : Date.parse(span.endedAt)
    total += Math.max(0, end - Date.parse(span.startedAt))
  }
  return total
}

/** A suspension that is over: under the item that was on before it, else the first one after. */
export type Suspension = { itemId: Id; at: Instant; from: ClockTime; to: ClockTime }

/** @param spans oldest first. One within a minute was a slip of the finger. */
export function suspensions(spans: readonly SessionSpan[]): Suspension[] {
  let itemId = spans.find((span) => span.itemId !== null)?.itemId ?? null
  return spans.flatMap((span) => {
    if (span.itemId !== null) itemId = span.itemId
    if (span.itemId !== null || span.endedAt === null || itemId === null) return []
    const [from, to] = [clockTime(span.startedAt), clockTime(span.endedAt)]
    return from === to ? [] : [{ itemId, at: span.startedAt, from, to }]
  })
}

/** Now: an item, a suspension (`itemId` null), or nothing at all (null). */
export function running(spans: readonly SessionSpan[]): SessionSpan | null {
  return spans.findLast(({ endedAt }) => endedAt === null) ?? null
}

/**
 * The item to go to from the one that is on, in the order of the agenda; null at its end.
 * @param from its place in `items`; -1 before the first.
 */
export function nextItem<T extends { outcome: Outcome | null }>(
  items: readonly T[],
  from: number,
  by: 1 | -1,
): T | null {
  for (let at = from + by; at >= 0 && at < items.length; at += by) {
    const item = items[at]
    if (item !== undefined && !isPassedOver(item.outcome)) return item
  }
  return null
}

export type SaidStance = {
  /** Null where the words do not begin with one. */
  stance: Stance | null
  /** What goes on from it ("sur les délais"); all of the words where there is none, or where they are reservations. */
  words: string
}

const SOME = '(?:une?|des|deux|trois|quelques|certaines|plusieurs)'
/** As they are said of an organisation, right behind its name; the narrower before the wider. */
const said: readonly (readonly [Stance, string])[] = [
  ['reserves', `(?:un )?(?:avis )?favorables?,? (?:(?:mais )?avec|mais) (?:${SOME} )?réserves?`],
  ['reserves', '(?:un )?(?:avis )?favorables?,?(?= sous réserve)'],
  ['reserves', 'avec réserves?'],
  [
    'sansAvis',
    'sans avis|(?:ne|refuse(?:nt)? de) se prononce(?:r|nt)?(?: pas)?|s’abstien(?:t|nent)|abstention',
  ],
  [
    'defavorable',
    '(?:un )?(?:avis )?défavorables?|opposée?s?|contre(?! toute)|s’oppose(?:nt)?|refuse(?:nt)?(?! de )',
  ],
  ['favorable', '(?:un )?(?:avis )?favorables?|d’accord(?! sur (?:rien|aucune?))'],
  ['favorable', String.raw`pour(?=\s*(?:[,.;]|$))`],
  // Not of a room that is reserved.
  [
    'reservee',
    String.raw`(?:(?:une|des) )?réserves?(?=\s*(?:[,.;:]|$)| (?:sur|quant|concernant|à|au|aux|en|pour) )|(?:position )?réservée?s?|réserve(?:nt)? (?:sa|leur) position`,
  ],
]
/** What may lead to them; a denial does not. */
const LEAD =
  '(?:(?:est|sont|reste|restent|se dit|se disent|donne|donnent|émet|émettent|rend|rendent|fait|font|plutôt|très) )?'

const governs = /(?:contre|refuse(?:nt)?)$/iu

const patterns = said.map(([stance, words]) => {
  const whole = `${LEAD}(?:${words})`.replaceAll(' ', String.raw`[ \u00a0\u202f]+`).replaceAll('’', "[’']")
  return { stance, first: new RegExp(String.raw`^${whole}(?![\p{L}\p{N}-])`, 'iu') }
})

/**
 * The stance that words begin with: "réserve sur les délais", "est favorable". Nothing is guessed from the rest of a
 * sentence, which may deny it: whoever types is asked.
 */
export function stanceSaid(text: string): SaidStance {
  for (const { stance, first } of patterns) {
    const [found] = first.exec(text) ?? []
    if (found === undefined) continue
    const rest = text.slice(found.length)
    const bare = rest.replace(/^[\s,.:;–-]+/u, '').trim()
    // "Réserves sur le coût" are reservations: said without their noun, it is the position that is reserved.
    const isNoun = /réserves?$/iu.test(found) && stance === 'reservee'
    if (isNoun && (bare !== '' || !/^réserve$/iu.test(found))) return { stance, words: text.trim() }
    // What it governs says the reverse without it: "contre le calendrier".
    const [governing = ''] = /^[ \u00a0\u202f]+\p{L}/u.test(rest) ? (governs.exec(found) ?? []) : []
    return {
      stance,
      words: governing === '' ? bare : `${governing}${rest}`.trim(),
    }
  }
  return { stance: null, words: text }
}
