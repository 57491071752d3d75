import type { MeetingFile } from '../../electron/domain/meetings/meeting-file.ts'
import { plainText } from '../../electron/domain/text/rich-text.ts'

export type ModelItem = {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly decisions: readonly string[]
  readonly children: readonly ModelItem[]
}
export type Model = readonly ModelItem[]

/** One change as the model makes it. */
export type Change =
  | { type: 'text'; itemId: string; text: string }
  | { type: 'decision'; itemId: string; text: string }
  | { type: 'add'; parentId: string | null; afterId: string | null; id: string; title: string }
  | { type: 'move'; id: string; parentId: string | null; index: number }

export function changed(model: Model, change: Change): Model {
  switch (change.type) {
    case 'text':
      return edit(model, change.itemId, (item) => ({ ...item, text: change.text }))
    case 'decision':
      return edit(model, change.itemId, (item) => ({ ...item, decisions: [...item.decisions, change.text] }))
    case 'add': {
      const item: ModelItem = { id: change.id, title: change.title, text: '', decisions: [], children: [] }
      return placed(
        model,
        change.parentId,
        (siblings) => siblings.findIndex(({ id }) => id === change.afterId) + 1,
        item,
      )
    }
    case 'move': {
      const item = all(model).find(({ id }) => id === change.id)
      return item ? placed(without(model, change.id), change.parentId, () => change.index, item) : model
    }
  }
}

/** Every item, depth first. */
export function all(model: Model): ModelItem[] {
  return model.flatMap((item) => [item, ...all(item.children)])
}

/** A meeting as the application tells it, in the model's terms. */
export function modelOf(file: MeetingFile): Model {
  const text = new Map(file.sections.map((section) => [section.itemId, plainText(section.exchanges)]))
  const under = (parentId: string | null): Model =>
    file.items
      .filter((item) => item.parentId === parentId)
      .map(({ id, title }) => ({
        id,
        title,
        text: text.get(id) ?? '(no section)',
        decisions: file.decisions
          .filter((decision) => decision.itemId === id)
          .map((decision) => decision.text),
        children: under(id),
      }))
  return under(null)
}

function edit(model: Model, id: string, work: (item: ModelItem) => ModelItem): Model {
  return model.map((item) =>
    item.id === id ? work(item) : { ...item, children: edit(item.children, id, work) },
  )
}

function without(model: Model, id: string): Model {
  return model
    .filter((item) => item.id !== id)
    .map((item) => ({ ...item, children: without(item.children, id) }))
}

function placed(
  model: Model,
  parentId: string | null,
  at: (siblings: Model) => number,
  item: ModelItem,
): Model {
  const into = (siblings: Model) => siblings.toSpliced(Math.min(at(siblings), siblings.length), 0, item)
  return parentId === null
    ? into(model)
    : edit(model, parentId, (parent) => ({ ...parent, children: into(parent.children) }))
}
