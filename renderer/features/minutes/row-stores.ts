// Row stores: how each row of the minutes is written and read back, for the save queue.

import type { z } from 'zod'
import type { MinutesView } from '../../../electron/contract/minutes.ts'
import type {
  ActionFields,
  DecisionFields,
  MinutesFields,
  SectionFields,
} from '../../../electron/domain/minutes.ts'
import type { RowStore } from '../../api/save-row.ts'
import { ask, pick } from '../../api/saves.ts'

export type DecisionText = z.infer<typeof DecisionFields>

const view = async <T>(meetingId: string, of: (view: MinutesView) => T | undefined) =>
  pick(await ask('minutes.get', { meetingId }), (answer) => (answer === null ? null : (of(answer) ?? null)))

export function minutesStore(meetingId: string, id: string): RowStore<MinutesFields> {
  return {
    update: (version, patch) => ask('minutes.update', { id, version, patch }),
    read: () => view(meetingId, (answer) => answer.minutes),
  }
}

export function sectionStore(meetingId: string, id: string): RowStore<SectionFields> {
  return {
    update: (version, patch) => ask('minutes.updateSection', { id, version, patch }),
    read: () => view(meetingId, (answer) => answer.sections.find((section) => section.id === id)),
  }
}

export function decisionStore(meetingId: string, id: string): RowStore<DecisionText> {
  return {
    update: (version, patch) => ask('minutes.updateDecision', { id, version, patch }),
    read: () => view(meetingId, (answer) => answer.decisions.find((decision) => decision.id === id)),
  }
}

export function actionStore(meetingId: string, id: string): RowStore<ActionFields> {
  return {
    update: (version, patch) => ask('minutes.updateAction', { id, version, patch }),
    read: () => view(meetingId, (answer) => answer.actions.find((action) => action.id === id)),
  }
}
