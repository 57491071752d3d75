// Contract of the agenda: add, edit, reorder, indent, remove items; link them to projects and watch items.
import { z } from 'zod'
import { AgendaItem, AgendaItemFields } from '../domain/agenda.ts'
import { Id, Version } from '../domain/ids.ts'
import { read, write } from './method.ts'

/** Every write answers with the whole agenda, in agenda order, so that the screen needs no second call. */
export const AgendaView = z.strictObject({
  meetingId: Id,
  items: z.array(AgendaItem),
  links: z.array(
    z.strictObject({ itemId: Id, kind: z.enum(['project', 'watch']), targetId: Id, title: z.string() }),
  ),
})
export type AgendaView = z.infer<typeof AgendaView>

const target = z.strictObject({ id: Id, version: Version })
const link = z.strictObject({ itemId: Id, kind: z.enum(['project', 'watch']), targetId: Id })

export const agenda = {
  'agenda.list': read(z.strictObject({ meetingId: Id }), AgendaView),
  /** A new item after `afterId` among the children of `parentId`; first of them when `afterId` is null. */
  'agenda.add': write(
    z.strictObject({
      /** Chosen by the caller so that a resent call adds nothing twice. */
      id: Id,
      meetingId: Id,
      parentId: Id.nullable(),
      afterId: Id.nullable(),
      fields: AgendaItemFields.partial().required({ title: true }),
    }),
    AgendaView,
  ),
  'agenda.update': write(target.extend({ patch: AgendaItemFields.partial() }), AgendaView),
  /** To rank `index` (from 0) among the children of `parentId`. Into its own descendant: `invalid-input`. */
  'agenda.move': write(target.extend({ parentId: Id.nullable(), index: z.int().min(0) }), AgendaView),
  /** With its sub-items. */
  'agenda.remove': write(target, AgendaView),
  'agenda.link': write(link, AgendaView),
  'agenda.unlink': write(link, AgendaView),
}
