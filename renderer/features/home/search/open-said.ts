import { navigate } from '../../../app/location.ts'
import { showPassage } from '../../../app/shown-passage.ts'
import { type Said, saidHref } from './said-words.ts'

/** Goes to the screen that a sentence stands on, and shows it there. */
export function openSaid(said: Said): void {
  showPassage(said.sentence)
  navigate(saidHref(said))
}
