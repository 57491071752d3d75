import type { AgendaView } from '../../../electron/contract/agenda.ts'
import type { Envelope } from '../../../electron/contract/method.ts'
import {
  type AgendaItem,
  type AgendaItemFields,
  blankItem,
  branchOf,
  copiesOf,
} from '../../../electron/domain/agenda/agenda.ts'
import type { Id } from '../../../electron/domain/ids.ts'
import { ask } from '../../api/outbox/window.ts'
import { insertAfter, moveTo, without } from './tree.ts'

export type Patch = Partial<AgendaItemFields>

type Guest = Omit<AgendaView['guests'][number], 'itemId'>
type LinkTo = { kind: 'project' | 'watch'; targetId: Id; title: string }

export type Operation =
  | {
      type: 'add'
      id: Id
      parentId: Id | null
      afterId: Id | null
      fields: Patch & { title: string }
      /** Its title is still being typed: the updates that say so too belong to the same act. */
      isBegun?: true
    }
  | { type: 'update'; id: Id; patch: Patch; isBegun?: true }
  | { type: 'move'; id: Id; parentId: Id | null; index: number }
  | { type: 'remove'; id: Id }
  /** `ids`: of the copies, in agenda order. */
  | { type: 'duplicate'; id: Id; ids: readonly Id[] }
  | ({ type: 'link' | 'unlink'; id: Id } & LinkTo)
  | ({ type: 'invite' | 'dismiss'; id: Id } & Guest)

/** The agenda as it will be; an operation on an item that is gone changes nothing. */
export function applied(view: AgendaView, operation: Operation): AgendaView {
  switch (operation.type) {
    case 'add': {
      if (view.items.some((item) => item.id === operation.id)) return view
      const item: AgendaItem = {
        ...blankItem,
        ...operation.fields,
        id: operation.id,
        version: 1,
        meetingId: view.meetingId,
        parentId: operation.parentId,
        position: 0,
      }
      return { ...view, items: insertAfter(view.items, item, operation.afterId) }
    }
    case 'update':
      return {
        ...view,
        items: view.items.map((item) => (item.id === operation.id ? { ...item, ...operation.patch } : item)),
      }
    case 'move':
      return { ...view, items: moveTo(view.items, operation.id, operation) }
    case 'remove':
      return { ...view, items: without(view.items, operation.id) }
    case 'duplicate':
      return withCopies(view, operation.id, operation.ids)
    case 'link':
      if (view.links.some((link) => sameLink(link, operation))) return view
      return {
        ...view,
        links: [
          ...view.links,
          {
            itemId: operation.id,
            kind: operation.kind,
            targetId: operation.targetId,
            title: operation.title,
          },
        ],
      }
    case 'unlink':
      return { ...view, links: view.links.filter((link) => !sameLink(link, operation)) }
    case 'invite': {
      if (view.guests.some((guest) => sameGuest(guest, operation))) return view
      const { id: itemId, personId, name, email } = operation
      return { ...view, guests: [...view.guests, { itemId, personId, name, email }] }
    }
    case 'dismiss':
      return { ...view, guests: view.guests.filter((guest) => !sameGuest(guest, operation)) }
  }
}

/** Nothing where they are already there, or the item has other sub-items by now. */
function withCopies(view: AgendaView, id: Id, ids: readonly Id[]): AgendaView {
  const [top, ...below] = copiesOf(view.items, id, ids) ?? []
  if (top === undefined || view.items.some((item) => ids.includes(item.id))) return view
  const copied = new Map(branchOf(view.items, id).map((item, rank) => [item.id, ids[rank] ?? '']))
  const again = <T extends { itemId: Id }>(hanging: readonly T[]): T[] => [
    ...hanging,
    ...hanging.flatMap((one) => {
      const itemId = copied.get(one.itemId)
      return itemId === undefined ? [] : [{ ...one, itemId }]
    }),
  ]
  return {
    ...view,
    items: [...insertAfter(view.items, top, id), ...below],
    links: again(view.links),
    guests: again(view.guests),
  }
}

function sameLink(
  link: AgendaView['links'][number],
  operation: { id: Id; kind: string; targetId: Id },
): boolean {
  return link.itemId === operation.id && link.kind === operation.kind && link.targetId === operation.targetId
}

function sameGuest(guest: AgendaView['guests'][number], operation: { id: Id; personId: Id }): boolean {
  return guest.itemId === operation.id && guest.personId === operation.personId
}

/** Whether two states of an item differ in nothing but their place in the tree and their version. */
export function sameFields(a: AgendaItem, b: AgendaItem): boolean {
  return (Object.keys(blankItem) as (keyof AgendaItemFields)[]).every((key) => a[key] === b[key])
}

/** The call that stores an operation. */
export function sendOperation(
  meetingId: string,
  operation: Operation,
  version: number | null,
): Promise<Envelope<AgendaView>> {
  const { id } = operation
  const target = { id, version: version ?? 1 }
  switch (operation.type) {
    case 'add': {
      const { parentId, afterId, fields, isBegun } = operation
      return ask('agenda.add', { id, meetingId, parentId, afterId, fields, ...(isBegun ? { isBegun } : {}) })
    }
    case 'update': {
      const { patch, isBegun } = operation
      return ask('agenda.update', { ...target, patch, ...(isBegun ? { isBegun } : {}) })
    }
    case 'move': {
      const { parentId, index } = operation
      return ask('agenda.move', { ...target, parentId, index })
    }
    case 'remove':
      return ask('agenda.remove', target)
    case 'duplicate':
      return ask('agenda.duplicateItem', { id, ids: [...operation.ids] })
    case 'link':
    case 'unlink': {
      const { kind, targetId } = operation
      return ask(operation.type === 'link' ? 'agenda.link' : 'agenda.unlink', { itemId: id, kind, targetId })
    }
    case 'invite':
      return ask('agenda.addGuest', { itemId: id, personId: operation.personId })
    case 'dismiss':
      return ask('agenda.removeGuest', { itemId: id, personId: operation.personId })
  }
}
