import type { Action } from '../minutes/action.ts'
import type { Decision } from '../minutes/decision.ts'
import type { SessionLineFields } from './session.ts'

/** What the decision of a line says. */
export const decisionOf = ({ text }: SessionLineFields) => ({ text })

/** What the action of a line says. */
export function actionOf({ text, speaker, personId, organisation, dueDate, dueWords }: SessionLineFields) {
  // Words of a deadline whose day nobody knows yet are said in the text: they must not be lost.
  const undated = dueDate === null && dueWords !== '' && !text.includes(dueWords)
  return {
    text: undated ? `${text} ${dueWords}`.trim() : text,
    owner: personId === null && speaker === organisation ? '' : speaker,
    ownerId: personId,
    organisation,
    dueDate,
  }
}

/** Whether somebody gave the decision other words than its line has. */
export function isRewordedDecision(decision: Decision, line: SessionLineFields): boolean {
  return decision.text !== decisionOf(line).text
}

/** Whether somebody gave the action other words, another owner or another date than its line has. */
export function isRewordedAction(action: Action, line: SessionLineFields): boolean {
  const said = actionOf(line)
  return (Object.keys(said) as (keyof typeof said)[]).some((field) => action[field] !== said[field])
}
