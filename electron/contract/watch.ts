// Contract of the regulatory watch: list, create, edit, remove, and where each text was presented.
import { z } from 'zod'
import { Id, Version } from '../domain/ids.ts'
import { Hearing } from '../domain/project.ts'
import { WatchFields, WatchItem } from '../domain/watch.ts'
import { read, write } from './method.ts'

export const WatchRow = WatchItem.extend({ hearings: z.array(Hearing) })
export type WatchRow = z.infer<typeof WatchRow>

const target = z.strictObject({ id: Id, version: Version })

export const watch = {
  /** Newest first by publication, drafts on top; at most `limit` rows after `offset`, filtered by words of the title. */
  'watch.list': read(
    z.strictObject({ words: z.string().max(200), offset: z.int().min(0), limit: z.int().min(1).max(500) }),
    z.strictObject({ rows: z.array(WatchRow), total: z.int() }),
  ),
  'watch.get': read(z.strictObject({ id: Id }), WatchRow),
  'watch.add': write(
    z.strictObject({ id: Id, fields: WatchFields.partial().required({ title: true }) }),
    WatchRow,
  ),
  'watch.update': write(target.extend({ patch: WatchFields.partial() }), WatchRow),
  'watch.remove': write(target, z.strictObject({ id: Id })),
}
