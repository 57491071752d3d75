import { z } from 'zod'
import { CivilDate, Id, Line, Version } from '../domain/ids.ts'
import { PASTED_LENGTH } from '../domain/limits.ts'
import { Hearing } from '../domain/projects/project.ts'
import { MatchProposal } from '../domain/watch/match.ts'
import { PastedProblem, PastedText } from '../domain/watch/pasted-text.ts'
import { WatchFields, WatchFollowUp, WatchItem, WatchStatus } from '../domain/watch/watch.ts'
import { read, write } from './method.ts'

export const WatchRow = WatchItem.extend({ hearings: z.array(Hearing) })
export type WatchRow = z.infer<typeof WatchRow>

/** How far ahead deadlines are looked at, in days. */
export const DueSpan = z.enum(['30', '90', '365'])
export type DueSpan = z.infer<typeof DueSpan>

/** Filters of the list; null: everything. */
export const WatchFilter = z.strictObject({
  status: WatchStatus.nullable(),
  /** `open`: whatever is not closed. */
  followUp: z.enum(['open', ...WatchFollowUp.options]).nullable(),
  /** Words of a public, of the text or of one of its deadlines. */
  audience: Line.nullable(),
  ministry: Line.nullable(),
  /** With a date to come within so many days. */
  dueWithin: DueSpan.nullable(),
  /** Out on a day that nobody has written down. */
  undated: z.literal(true).nullable(),
})
export type WatchFilter = z.infer<typeof WatchFilter>

/** `published`: drafts are the newest. `due`: what has no date to come last. */
export const WatchSort = z.strictObject({
  by: z.enum(['title', 'nature', 'status', 'followUp', 'published', 'due']),
  descending: z.boolean(),
})
export type WatchSort = z.infer<typeof WatchSort>

export const everyText: WatchFilter = {
  status: null,
  followUp: null,
  audience: null,
  ministry: null,
  dueWithin: null,
  undated: null,
}
export const newestTexts: WatchSort = { by: 'published', descending: true }

/** A list of followed texts: words of the title or identifiers, filters, an order. */
export const AskedTexts = z.strictObject({
  words: z.string().max(200),
  filter: WatchFilter,
  sort: WatchSort,
})
export type AskedTexts = z.infer<typeof AskedTexts>

export const ListedText = WatchRow.extend({
  /** The next of its dates and of its deadlines, today included. */
  dueOn: CivilDate.nullable(),
})
export type ListedText = z.infer<typeof ListedText>

/** A text that pasted words name. */
export const PastedRow = z.strictObject({
  text: PastedText,
  /** How it will be called. */
  title: WatchFields.shape.title,
  /** The followed text that it is already. */
  known: WatchItem.pick({ id: true, version: true, title: true, status: true })
    .extend({
      /** What the words say of it and its row does not. */
      lacks: WatchFields.partial(),
    })
    .nullable(),
  /** Drafts that it may be the publication of, best first. */
  drafts: z.array(MatchProposal),
})
export type PastedRow = z.infer<typeof PastedRow>

const target = z.strictObject({ id: Id, version: Version })

export const watch = {
  /** At most `limit` rows after `offset`. */
  'watch.list': read(() => [
    AskedTexts.extend({
      filter: WatchFilter.default(everyText),
      sort: WatchSort.default(newestTexts),
      offset: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
    z.strictObject({ rows: z.array(ListedText), total: z.int() }),
  ]),
  /** What the list can be narrowed to, in order of the alphabet. */
  'watch.choices': read(() => [
    z.strictObject({}),
    z.strictObject({ audiences: z.array(z.string()), ministries: z.array(z.string()) }),
  ]),
  'watch.get': read(() => [z.strictObject({ id: Id }), WatchRow]),
  'watch.add': write('ajout d’un texte suivi', () => [
    z.strictObject({ id: Id, fields: WatchFields.partial().required({ title: true }) }),
    WatchRow,
  ]),
  'watch.update': write('modification d’un texte suivi', () => [
    target.extend({ patch: WatchFields.partial() }),
    WatchRow,
  ]),
  'watch.remove': write('suppression d’un texte suivi', () => [target, z.strictObject({ id: Id })]),
  /** Texts that some words name: a citation, an address, a copied head, the mail of a day's JO. Stores nothing. */
  'watch.readPasted': read(() => [
    z.strictObject({ words: z.string().max(PASTED_LENGTH) }),
    z.strictObject({ rows: z.array(PastedRow), problems: z.array(PastedProblem) }),
  ]),
  /** Follows the chosen ones; `publishes` is the draft that a text is the publication of (`state-refuses` if it is out). */
  'watch.addPasted': write('ajout de textes collés', () => [
    z.strictObject({
      texts: z
        .array(z.strictObject({ id: Id, text: PastedText, publishes: target.nullable() }))
        .min(1)
        .max(500),
    }),
    z.array(WatchRow),
  ]),
  /** Puts a text on the agenda of a meeting to come, once; `itemId` names the new item. */
  'watch.putOnAgenda': write('inscription d’un texte à l’ordre du jour', () => [
    z.strictObject({ id: Id, itemId: Id, meetingId: Id }),
    WatchRow,
  ]),
}
