import type { Draft, DraftItem, DraftSource } from '../../domain/agenda/draft.ts'
import { warning } from '../text/warnings.ts'

/** Below what is said to be sure: a letter may have been taken for another anywhere. */
const MOST_CONFIDENT = 0.7

/** Words of a picture are a program's reading of it: nothing that they say is sure. */
export function asRecognised(draft: Draft): Draft {
  const all = <T extends { source: DraftSource }>(found: readonly T[]): T[] =>
    found.map((one) => ({ ...one, source: unsure(one.source) }))
  const items = (found: readonly DraftItem[]): DraftItem[] =>
    all(found).map((item) => ({ ...item, children: items(item.children) }))
  return {
    ...draft,
    meetingSources: Object.fromEntries(
      Object.entries(draft.meetingSources).map(([field, source]) => [field, unsure(source)]),
    ),
    items: items(draft.items),
    ...(draft.otherItems === undefined ? {} : { otherItems: items(draft.otherItems) }),
    participants: all(draft.participants),
    decisions: all(draft.decisions),
    actions: all(draft.actions),
    followUp: all(draft.followUp),
    nextMeeting:
      draft.nextMeeting?.source === undefined
        ? draft.nextMeeting
        : { ...draft.nextMeeting, source: unsure(draft.nextMeeting.source) },
    warnings: [warning('recognised'), ...draft.warnings],
  }
}

const unsure = (source: DraftSource): DraftSource => ({
  ...source,
  confidence: Math.min(source.confidence, MOST_CONFIDENT),
})
