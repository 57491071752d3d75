import { plainText } from '../text/rich-text.ts'
import { bareText } from '../text/text-likeness.ts'
import type { Action } from './action.ts'
import type { Decision } from './decision.ts'
import type { Minutes, MinutesSection } from './minutes.ts'

type Said = {
  readonly minutes: Pick<Minutes, 'opening' | 'closing'>
  readonly sections: readonly Pick<
    MinutesSection,
    'itemId' | 'presentation' | 'exchanges' | 'outcomeSentence'
  >[]
  readonly decisions: readonly Pick<Decision, 'itemId' | 'text'>[]
  readonly actions: readonly Pick<Action, 'itemId' | 'text' | 'owner' | 'organisation'>[]
}

/** Whether a text, decision or action says these words, of this item or, where it is null, of any; spacing and quotes apart. */
export function areSaid(words: string, said: Said, itemId: string | null): boolean {
  const isOf = (one: { itemId: string | null }) => itemId === null || one.itemId === itemId
  const texts = [
    ...(itemId === null ? [said.minutes.opening, said.minutes.closing].map(plainText) : []),
    ...said.sections
      .filter(isOf)
      .flatMap(({ presentation, exchanges, outcomeSentence }) => [
        plainText(presentation),
        plainText(exchanges),
        outcomeSentence,
      ]),
    ...said.decisions.filter(isOf).map(({ text }) => text),
    ...said.actions.filter(isOf).flatMap(({ text, owner, organisation }) => [text, owner, organisation]),
  ]
  const wanted = bareText(words)
  return texts.some((text) => bareText(text).includes(wanted))
}
