import {
  type KeyboardEvent,
  type MouseEvent as PressEvent,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { Collection } from 'react-aria-components/Collection'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { Tree, TreeItem, TreeItemContent } from 'react-aria-components/Tree'
import { type DragAndDropHooks, useDragAndDrop } from 'react-aria-components/useDragAndDrop'
import { ListLayout, Virtualizer } from 'react-aria-components/Virtualizer'
import type { Id } from '../../../electron/domain/ids.ts'
import { ActContextMenu, type MenuPoint } from '../../acts/ActMenu.tsx'
import { bindActs, pressKey } from '../../acts/act.ts'
import { actOnScreen, useActs } from '../../acts/use-acts.ts'
import { useLead } from '../../parts/ListAndPane.tsx'
import { agendaText } from '../../text/agenda.ts'
import { titled } from '../../text/common.ts'
import { gridText } from '../../text/grid.ts'
import { EditingOff } from '../../ui/editing.ts'
import { hasNoFocus } from '../../ui/no-focus.ts'
import { isTyping } from '../../ui/typing.ts'
import { AgendaRow } from './AgendaRow.tsx'
import { rowActs } from './row-acts.ts'
import type { Row } from './rows.ts'
import { dropPlace, type Place } from './tree.ts'
import { useWorkspace, type Workspace } from './workspace.ts'

const layoutOptions = { estimatedRowHeight: 42, padding: 6 }

/** From here on only the rows that are seen are drawn. Below, measuring each of them costs more than drawing them all. */
const MANY = 80

/** What acts by itself in a row. */
const OWN = 'a, button, input'

export function AgendaTree() {
  const workspace = useWorkspace()
  const { agenda, chosenId, namingId, choose, startNaming } = workspace
  const known = useRef<KnownNodes>(new Map())
  const nodes = useMemo(() => nodesOf(agenda.rows, known.current), [agenda.rows])
  const parents = useMemo(
    () => agenda.rows.filter((row) => row.hasChildren).map((row) => row.item.id),
    [agenda.rows],
  )
  const box = useRef<HTMLDivElement>(null)
  const dragAndDropHooks = useRowDrag()
  const off = useContext(EditingOff)
  const [menu, setMenu] = useState<MenuPoint | null>(null)
  useEffect(() => {
    const tree = box.current
    const onContextMenu = (event: MouseEvent) => {
      const { target, clientX, clientY } = event
      const row = target instanceof Element ? target.closest<HTMLElement>('[role="row"]') : null
      // A title that is being written has the system's menu, for its spelling.
      if (row?.dataset.key === undefined || isTyping(document.activeElement)) return
      event.preventDefault()
      choose(row.dataset.key)
      setMenu({ element: row, x: clientX, y: clientY })
    }
    tree?.addEventListener('contextmenu', onContextMenu)
    return () => tree?.removeEventListener('contextmenu', onContextMenu)
  }, [choose])
  const lead = useLead()
  // A press on a row asks for its fields, also where they stand in its place.
  const onClick = ({ target }: PressEvent) => {
    if (target instanceof Element && target.closest('[role="row"]') !== null && target.closest(OWN) === null)
      lead?.show()
  }
  const acts = useActs(rowActs, { workspace, id: chosenId })
  useFocusedRow(box, workspace)
  // On the row itself: while it is being named its keys are the text's.
  const onKeyDown = (event: KeyboardEvent) => {
    const { target } = event
    if (!(target instanceof HTMLElement) || target.role !== 'row' || target.dataset.key === undefined) return
    pressKey(event, Object.values(bindActs(rowActs, { workspace, id: target.dataset.key }, off)))
  }

  // For as long as it is shown: the other kind would be another tree, without the focus of this one.
  const [isLong] = useState(() => agenda.rows.length > MANY)
  const tree = (
    <Tree
      className={isLong ? 'agenda' : 'agenda whole'}
      aria-label={agendaText.rows}
      items={nodes}
      selectionMode="single"
      selectionBehavior="replace"
      keyboardNavigationBehavior="tab"
      selectedKeys={chosenId === null ? [] : [chosenId]}
      expandedKeys={parents}
      onSelectionChange={(keys) => {
        if (keys === 'all' || namingId !== null) return
        const [key] = keys
        // A press on the chosen row would let go of it: then a double click closes and opens the inspector.
        if (key !== undefined) choose(String(key))
      }}
      onAction={(key) => startNaming(String(key))}
      dragAndDropHooks={dragAndDropHooks}
    >
      {function renderNode(node: TreeNode) {
        return (
          <TreeItem id={node.id} className="agenda-item" textValue={node.title} aria-label={node.name}>
            <TreeItemContent>
              <AgendaRow id={node.id} />
            </TreeItemContent>
            <Collection items={node.children}>{renderNode}</Collection>
          </TreeItem>
        )
      }}
    </Tree>
  )

  return (
    <I18nProvider locale="fr-FR">
      <div
        ref={box}
        className="agenda-box"
        data-row-drag=""
        onKeyDownCapture={onKeyDown}
        onClickCapture={onClick}
      >
        {isLong ? (
          <Virtualizer layout={ListLayout} layoutOptions={layoutOptions}>
            {tree}
          </Virtualizer>
        ) : (
          tree
        )}
      </div>
      {menu === null ? null : (
        <ActContextMenu
          label={gridText.menu}
          at={menu}
          acts={[...Object.values(acts), ...actOnScreen('window.print')]}
          onClose={() => setMenu(null)}
        />
      )}
    </I18nProvider>
  )
}

function rowElement(box: HTMLElement | null, id: Id): HTMLElement | null {
  return box?.querySelector<HTMLElement>(`[role="row"][data-key="${CSS.escape(id)}"]`) ?? null
}

/**
 * Keeps the focus in the tree: on the chosen row once its title is written, its neighbour is gone, or the move of its
 * element has made the browser drop the focus.
 */
function useFocusedRow(
  box: { current: HTMLElement | null },
  { agenda, chosenId, namingId }: Workspace,
): void {
  const hadFocus = useRef(false)
  useEffect(() => {
    const tree = box.current
    if (tree === null) return
    const enter = () => {
      hadFocus.current = true
    }
    // The focus that goes nowhere was lost with its element; the focus that goes elsewhere left by itself.
    const leave = (event: FocusEvent) => {
      if (event.relatedTarget instanceof Node && !tree.contains(event.relatedTarget)) hadFocus.current = false
    }
    tree.addEventListener('focusin', enter)
    tree.addEventListener('focusout', leave)
    return () => {
      tree.removeEventListener('focusin', enter)
      tree.removeEventListener('focusout', leave)
    }
  }, [box])
  useEffect(() => {
    if (!hadFocus.current || chosenId === null || namingId !== null || !agenda.byId.has(chosenId)) return
    const role = document.activeElement?.role
    if (!hasNoFocus() && role !== 'row' && role !== 'treegrid') return
    rowElement(box.current, chosenId)?.focus()
  }, [agenda.byId, chosenId, namingId, box])
}

// The rows nested as the tree grid wants them; a node that did not change stays the same object.
/** For the grid: the text found by typing, and what a screen reader says. */
type TreeNode = { id: Id; title: string; name: string; children: readonly TreeNode[] }

type KnownNodes = Map<Id, TreeNode>

/**
 * Rows as nested nodes. `known` holds the nodes of last time and is brought up to date: the grid draws again only the
 * nodes that are new objects, so a keystroke costs one row and its parents instead of four hundred.
 */
function nodesOf(rows: readonly Row[], known: KnownNodes): TreeNode[] {
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
  const title = titled(item.title)
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

type DropAt =
  | { type: 'root' }
  | { type: 'item'; key: string | number; dropPosition: 'before' | 'after' | 'on' }

function useRowDrag(): DragAndDropHooks {
  const { agenda, place } = useWorkspace()
  const dragged = useRef<Id | null>(null)
  const items = agenda.rows.map((row) => row.item)
  const placeAt = (id: Id, target: DropAt): Place | null =>
    target.type === 'root'
      ? null
      : dropPlace(
          items,
          id,
          String(target.key),
          target.dropPosition === 'on' ? 'inside' : target.dropPosition,
        )
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) =>
      [...keys].map((key) => ({ 'text/plain': agenda.byId.get(String(key))?.item.title ?? '' })),
    onDragStart: ({ keys }) => {
      const [key] = keys
      dragged.current = key === undefined ? null : String(key)
    },
    onDragEnd: () => {
      dragged.current = null
    },
    getDropOperation: (target) =>
      dragged.current !== null && placeAt(dragged.current, target) !== null ? 'move' : 'cancel',
    onMove: ({ keys, target }) => {
      const [key] = keys
      if (key === undefined) return
      const to = placeAt(String(key), target)
      if (to !== null) place(String(key), to)
    },
  })
  return dragAndDropHooks
}
