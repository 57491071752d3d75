import { z } from 'zod'
import { Id, Version } from '../domain/ids.ts'
import { Hearing } from '../domain/projects/project.ts'
import { MatchProposal } from '../domain/watch/match.ts'
import { PastedProblem, PastedText } from '../domain/watch/pasted-text.ts'
import { WatchFields, WatchItem } from '../domain/watch/watch.ts'
import { read, write } from './method.ts'

export const WatchRow = WatchItem.extend({ hearings: z.array(Hearing) })
export type WatchRow = z.infer<typeof WatchRow>

/** A text that pasted words name. */
export const PastedRow = z.strictObject({
  text: PastedText,
  /** How it will be called. */
  title: WatchFields.shape.title,
  /** The followed text that it is already. */
  known: WatchItem.pick({ id: true, title: true, status: true }).nullable(),
  /** Drafts that it may be the publication of, best first. */
  drafts: z.array(MatchProposal),
})
export type PastedRow = z.infer<typeof PastedRow>

/** Longest text that is read: a whole day's summary is far shorter. */
export const MAX_PASTED = 200_000

const target = z.strictObject({ id: Id, version: Version })

export const watch = {
  /** Newest first by publication, drafts on top; at most `limit` rows after `offset`, filtered by words of the title. */
  'watch.list': read(
    z.strictObject({ words: z.string().max(200), offset: z.int().min(0), limit: z.int().min(1).max(500) }),
    z.strictObject({ rows: z.array(WatchRow), total: z.int() }),
  ),
  'watch.get': read(z.strictObject({ id: Id }), WatchRow),
  'watch.add': write(
    'ajout d’un texte suivi',
    z.strictObject({ id: Id, fields: WatchFields.partial().required({ title: true }) }),
    WatchRow,
  ),
  'watch.update': write(
    'modification d’un texte suivi',
    target.extend({ patch: WatchFields.partial() }),
    WatchRow,
  ),
  'watch.remove': write('suppression d’un texte suivi', target, z.strictObject({ id: Id })),
  /** Texts that some words name: a citation, an address, a copied head, the mail of a day's JO. Stores nothing. */
  'watch.readPasted': read(
    z.strictObject({ words: z.string().max(MAX_PASTED) }),
    z.strictObject({ rows: z.array(PastedRow), problems: z.array(PastedProblem) }),
  ),
  /** Follows the chosen ones; `publishes` is the draft that a text is the publication of (`state-refuses` if it is out). */
  'watch.addPasted': write(
    'ajout de textes collés',
    z.strictObject({
      texts: z
        .array(z.strictObject({ id: Id, text: PastedText, publishes: target.nullable() }))
        .min(1)
        .max(500),
    }),
    z.array(WatchRow),
  ),
  /** Puts a text on the agenda of a meeting to come, once; `itemId` names the new item. */
  'watch.putOnAgenda': write(
    'inscription d’un texte à l’ordre du jour',
    z.strictObject({ id: Id, itemId: Id, meetingId: Id }),
    WatchRow,
  ),
}
