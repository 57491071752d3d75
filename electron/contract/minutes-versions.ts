import { z } from 'zod'
import { Id, Line } from '../domain/ids.ts'
import { MinutesDifference } from '../domain/minutes/differences.ts'
import { MinutesVersion } from '../domain/minutes/version.ts'
import { RenderedDocument } from './documents.ts'
import { journaled, long, read, write } from './method.ts'
import { MinutesView } from './minutes.ts'

/** A version without its words, for lists. */
export const ListedVersion = MinutesVersion.omit({ content: true })
export type ListedVersion = z.infer<typeof ListedVersion>

export const minutesVersions = {
  /** Newest first. */
  'minutesVersions.list': read(() => [z.strictObject({ meetingId: Id }), z.array(ListedVersion)]),
  /** Keeps what the minutes say now, with its PDF and its Word file. */
  'minutesVersions.keep': journaled(
    'version gardée du compte rendu',
    long('saves', () => [z.strictObject({ meetingId: Id, note: Line }), z.array(ListedVersion)]),
  ),
  /** Changes from one version to another, or to the minutes as they are (`after` null), in the order of the paper. */
  'minutesVersions.compare': read(() => [
    z.strictObject({ meetingId: Id, before: Id, after: Id.nullable() }),
    z.array(MinutesDifference),
  ]),
  /**
   * The words of a version take the place of the present ones; one undo brings these back, and they are kept as a version
   * too (`restored`, its note the number of the version taken). The head, what stands under titles, attendance and how far
   * actions have come stay. Approved minutes refuse.
   */
  'minutesVersions.restore': write('retour à une version du compte rendu', () => [
    z.strictObject({ id: Id }),
    MinutesView,
  ]),
  /** The kept PDF of a version; `not-found` for one that has none. */
  'minutesVersions.file': long('reads', () => [z.strictObject({ id: Id }), RenderedDocument]),
}
