// Issues of the JO that no delivery held are told, so that the watch cannot fail silently.

import { z } from 'zod'
import { CivilDate, Id, Instant } from '../ids.ts'
import { LINE_LENGTH } from '../limits.ts'
import { LeftOut } from './criteria.ts'
import { DeliveryAct } from './delivery-change.ts'
import { FileRefusal, JorfText } from './jorf-text.ts'
import { MatchProposal, MOST_PROPOSALS } from './match.ts'
import { WatchItem } from './watch.ts'

/** One text as a job leaves it for the core. */
export const StagedText = z.strictObject({
  text: JorfText,
  /** Where it stands in the contents of its issue. */
  rubric: z.string().max(LINE_LENGTH),
  /** When it was delivered, `AAAAMMJJ-HHMMSS`; empty when nothing says it. */
  stamp: z.string().max(15),
})
export type StagedText = z.infer<typeof StagedText>

/** An issue of the JO in a delivery: how many texts its contents list (null without them), how many came, how many were kept. */
export const DeliveredIssue = z.strictObject({
  number: z.string().max(10),
  publishedOn: CivilDate,
  listed: z.int().nullable(),
  delivered: z.int(),
})
export type DeliveredIssue = z.infer<typeof DeliveredIssue>

export const RefusedFile = z.strictObject({ name: z.string().max(300), why: FileRefusal })
export type RefusedFile = z.infer<typeof RefusedFile>

const Count = z.int().min(0)

/** Of one delivery; a few dozen are usual. */
export const MOST_DELETED = 5000

export const DeliveryReading = z.strictObject({
  files: Count,
  /** Texts that it holds, each once. */
  texts: Count,
  /** Kept by the criteria. */
  kept: Count,
  leftOut: z.record(LeftOut, Count),
  refusedCount: Count,
  /** The first ones. */
  refused: z.array(RefusedFile).max(200),
  /** Files in another encoding than they say. */
  repaired: Count,
  issues: z.array(DeliveredIssue).max(5000),
  /** Days of publication of its texts. */
  from: CivilDate.nullable(),
  to: CivilDate.nullable(),
  /** Archives that end too early, or are damaged further on. */
  cut: z.array(z.string().max(300)).max(200),
  /** Texts that the delivery says are taken out of the base, and does not hold. */
  deleted: z.array(JorfText.shape.jorfText).max(MOST_DELETED).default([]),
})
export type DeliveryReading = z.infer<typeof DeliveryReading>

/** How many texts of each act. */
export const ActCounts = z.record(DeliveryAct, Count)
export type ActCounts = z.infer<typeof ActCounts>

export const DeliveryState = z.enum(['partial', 'stopped', 'whole'])
export type DeliveryState = z.infer<typeof DeliveryState>

/** A line of the journal of deliveries; `partial` for good when the program died. */
export const WatchDelivery = z.strictObject({
  id: Id,
  at: Instant,
  who: z.string().max(200),
  name: z.string().max(300),
  state: DeliveryState,
  reading: DeliveryReading,
  acts: ActCounts,
  /** Texts that were not taken although the criteria keep them. */
  refusedByHand: Count,
})
export type WatchDelivery = z.infer<typeof WatchDelivery>

/** A text of a preview: what it would do to the watch. */
export const PreviewRow = z.strictObject({
  jorfText: JorfText.shape.jorfText,
  act: DeliveryAct,
  title: JorfText.shape.title,
  nature: JorfText.shape.nature,
  nor: JorfText.shape.nor,
  ministry: JorfText.shape.ministry,
  publishedOn: JorfText.shape.publishedOn,
  purpose: z.string().max(400),
  rubric: StagedText.shape.rubric,
  warnings: JorfText.shape.warnings,
  /** The followed text concerned. */
  item: WatchItem.pick({ id: true, title: true }).nullable(),
  /** Its columns that would say something else, as they are stored; long texts are cut. */
  changed: z.array(
    z.strictObject({ field: z.string(), before: z.string().max(400), after: z.string().max(400) }),
  ),
  /** Drafts that a new text may publish, by its words; best first. A person says which, or none. */
  drafts: z.array(MatchProposal).max(MOST_PROPOSALS),
})
export type PreviewRow = z.infer<typeof PreviewRow>

/** Issues of one year that lie between two that were looked at, and were not themselves. */
export const IssueGap = z.strictObject({
  from: z.string(),
  to: z.string(),
  count: z.int(),
  /** Publication of the issues before and after. */
  after: CivilDate.nullable(),
  before: CivilDate,
})
export type IssueGap = z.infer<typeof IssueGap>

/** Beyond so many the sequence says nothing: old issues were delivered for another reason. */
const LONGEST_GAP = 400

/** The gaps in the sequence of the issues that were looked at, newest first. Numbers begin again at 0001 each year. */
export function issueGaps(issues: readonly Pick<DeliveredIssue, 'number' | 'publishedOn'>[]): IssueGap[] {
  const years = new Map<string, Map<number, string>>()
  for (const { number, publishedOn } of issues) {
    if (!/^\d+$/.test(number)) continue
    const year = publishedOn.slice(0, 4)
    const seen = years.get(year) ?? new Map<number, string>()
    seen.set(Number(number), publishedOn)
    years.set(year, seen)
  }
  const gaps: IssueGap[] = []
  for (const [year, seen] of years) {
    const numbers = [...seen.keys()].sort((a, b) => a - b)
    // The first issues of a year are missed only where the end of the year before was looked at.
    let last = years.has(String(Number(year) - 1)) ? 0 : (numbers[0] ?? 0)
    for (const number of numbers) {
      const count = number - last - 1
      if (count > 0 && count <= LONGEST_GAP)
        gaps.push({
          from: four(last + 1),
          to: four(number - 1),
          count,
          after: seen.get(last) ?? null,
          before: seen.get(number) ?? `${year}-01-01`,
        })
      last = number
    }
  }
  return gaps.sort((a, b) => b.before.localeCompare(a.before))
}

const four = (number: number) => String(number).padStart(4, '0')
