import type { Draft, DraftItem, ReadFile } from '../domain/agenda/draft.ts'

type DraftItemJson = Omit<DraftItem, 'children' | 'durationRange'> & {
  children: DraftItemJson[]
}
type DraftJson = Omit<Draft, 'items' | 'participants' | 'isPartial'> & {
  items: DraftItemJson[]
  participants: Omit<Draft['participants'][number], 'representedBy'>[]
}

/** The public JSON of a read file; its keys are a promise to scripts. Each thing says where it was read, and how surely. */
export function draftJson({ draft }: ReadFile): DraftJson {
  const { kind, meeting, meetingSources, items, decisions, actions, nextMeeting, followUp, warnings } = draft
  return {
    kind,
    meeting,
    meetingSources,
    items: items.map(itemJson),
    participants: draft.participants.map(({ representedBy: _, ...said }) => said),
    decisions,
    actions,
    nextMeeting,
    followUp,
    warnings,
  }
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
    source: item.source,
  }
}
