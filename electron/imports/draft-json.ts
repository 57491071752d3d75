import type { Draft, DraftItem, ReadFile } from '../domain/agenda/draft.ts'

type DraftItemJson = Omit<DraftItem, 'children' | 'durationRange'> & {
  children: DraftItemJson[]
}
type NextMeeting = NonNullable<Draft['nextMeeting']>
type DraftJson = Omit<Draft, 'items' | 'otherItems' | 'participants' | 'nextMeeting' | 'isPartial'> & {
  nextMeeting: Omit<NextMeeting, 'source'> | null
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
    nextMeeting: nextMeeting === null ? null : nextJson(nextMeeting),
    followUp,
    warnings,
  }
}

function nextJson({ source: _, ...said }: NextMeeting): Omit<NextMeeting, 'source'> {
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
    source: item.source,
  }
}
