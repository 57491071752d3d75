// The rows nested as the tree grid wants them; a node that did not change stays the same object.
import type { Id } from '../../../electron/domain/ids.ts'
import { agendaText } from '../../text/agenda.ts'
import type { Row } from './rows.ts'

/** For the grid: the text found by typing, and what a screen reader says. */
export type TreeNode = { id: Id; title: string; name: string; children: readonly TreeNode[] }

export type KnownNodes = Map<Id, TreeNode>

/**
 * Rows as nested nodes. `known` holds the nodes of last time and is brought up to date: the grid draws again only the
 * nodes that are new objects, so a keystroke costs one row and its parents instead of four hundred.
 */
export function nodesOf(rows: readonly Row[], known: KnownNodes): TreeNode[] {
  const children = new Map<Id | null, Row[]>()
  const present = new Set(rows.map((row) => row.item.id))
  for (const row of rows) {
    const parent = row.item.parentId !== null && present.has(row.item.parentId) ? row.item.parentId : null
    const siblings = children.get(parent)
    if (siblings === undefined) children.set(parent, [row])
    else siblings.push(row)
  }
  for (const id of known.keys()) if (!present.has(id)) known.delete(id)
  const under = (parent: Id | null): TreeNode[] =>
    (children.get(parent) ?? []).map((row) => kept(known, nodeOf(row, under(row.item.id))))
  return under(null)
}

function nodeOf({ item, number, slot }: Row, children: TreeNode[]): TreeNode {
  const title = item.title || agendaText.untitled
  const name = agendaText.rowName(number, item.kind, title, slot.start, slot.durationMinutes)
  return { id: item.id, title, name, children }
}

function kept(known: KnownNodes, node: TreeNode): TreeNode {
  const before = known.get(node.id)
  const same =
    before !== undefined &&
    before.title === node.title &&
    before.name === node.name &&
    before.children.length === node.children.length &&
    before.children.every((child, rank) => child === node.children[rank])
  if (same) return before
  known.set(node.id, node)
  return node
}
