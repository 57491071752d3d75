import type { Draft, DraftItem, ReadFile } from '../domain/agenda/draft.ts'

type DraftItemJson = Omit<DraftItem, 'source' | 'children'> & { children: DraftItemJson[] }
type Said = 'participants' | 'decisions' | 'actions' | 'followUp'
type DraftJson = Omit<Draft, 'meetingSources' | 'items' | 'isPartial' | Said> & { items: DraftItemJson[] } & {
  [K in Said]: Omit<Draft[K][number], 'source' | 'representedBy'>[]
}

/** The public JSON of a read file; its keys are a promise to scripts. */
export function draftJson({ draft }: ReadFile): DraftJson {
  const { kind, meeting, items, participants, decisions, actions, nextMeeting, followUp, warnings } = draft
  return {
    kind,
    meeting,
    items: items.map(itemJson),
    participants: participants.map(({ source: _, representedBy: __, ...said }) => said),
    decisions: decisions.map(withoutSource),
    actions: actions.map(withoutSource),
    nextMeeting,
    followUp: followUp.map(withoutSource),
    warnings,
  }
}

function withoutSource<T extends { source: unknown }>({ source: _, ...said }: T): Omit<T, 'source'> {
  return said
}

function itemJson(item: DraftItem): DraftItemJson {
  return {
    number: item.number,
    title: item.title,
    kind: item.kind,
    nature: item.nature,
    fixedStart: item.fixedStart,
    durationMinutes: item.durationMinutes,
    presenter: item.presenter,
    organisation: item.organisation,
    requester: item.requester,
    note: item.note,
    children: item.children.map(itemJson),
  }
}
