import { type SessionLine, UNTIMED } from '../../../domain/session/session.ts'
import { newId } from '../../new-id.ts'

/** The notebook that lines are of. */
export type Proposer = { id: string; meetingId: string; author: string; now: Date }

/** What every line of a notebook has before somebody decides on it. */
export const proposedLine = (of: Proposer, position: number) =>
  ({
    id: newId(of.now),
    version: 1,
    meetingId: of.meetingId,
    notebookId: of.id,
    at: UNTIMED,
    position,
    decisionId: null,
    actionId: null,
    author: of.author,
    state: 'proposed',
    dueDate: null,
    dueWords: '',
    watchItemId: null,
  }) satisfies Partial<SessionLine>
