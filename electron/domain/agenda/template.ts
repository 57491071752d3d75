import { fold } from '../text/fold.ts'
import type { AgendaTemplateLine } from './version.ts'

/**
 * Rank among the top items at which a new one is the last, but before any other business when that ends the agenda.
 * @param roots top items in their order.
 */
export function lastRank(
  roots: readonly { title: string }[],
  template: readonly Pick<AgendaTemplateLine, 'role' | 'title'>[],
): number {
  const last = roots.at(-1)
  if (last === undefined) return 0
  const title = fold(last.title.trim())
  const closes = template.some((line) => line.role === 'otherBusiness' && fold(line.title.trim()) === title)
  return closes ? roots.length - 1 : roots.length
}

/** In the title of an approval, stands for the meeting whose minutes are approved. */
export const MEETING_MARK = '{séance}'

type TemplateWords = Pick<AgendaTemplateLine, 'role' | 'title'>

/** Tells by its title, which is all that an item keeps of it, whether the template puts an item on every agenda. */
export function standingTest(template: readonly TemplateWords[]): (title: string) => boolean {
  const mark = fold(MEETING_MARK)
  const lines = template.map(({ role, title }) => {
    const [start = '', end] = fold(title.trim()).split(mark)
    return { role, start, end }
  })
  return (title) => {
    const said = fold(title.trim())
    return lines.some(({ role, start, end }) => {
      if (end === undefined) return said === start
      // A line that is nothing but the meeting's name says of no item that it is one.
      return role === 'approval' && start + end !== '' && said.startsWith(start) && said.endsWith(end)
    })
  }
}

const ROUTINE =
  /^(?:(?:approbation|adoption|validation) d(?:u|es|e l|e la) (?:projet d[eu] )?(?:compte|proces|pv|releve|ordre du jour)|suivi des (?:decisions|actions)|(?:questions|points?|sujets) divers|divers$|(?:mot d )?(?:accueil|ouverture|introduction|cloture|conclusion)(?:$| de la (?:seance|reunion)| et )|tour de table|(?:date de la )?prochaines? (?:seance|reunion)|calendrier des (?:prochaines )?(?:seances|reunions))/

/** Tells by its title what every meeting has, whoever wrote the agenda and after whatever template. */
export function isRoutine(title: string): boolean {
  return ROUTINE.test(fold(title.trim()))
}

/** The item under which the actions still open are gone through; null when the agenda has none. */
export function followUpItem<T extends { title: string }>(
  items: readonly T[],
  template: readonly TemplateWords[],
): T | null {
  const lines = template.filter(({ role }) => role === 'followUp').map(({ title }) => fold(title.trim()))
  const named = items.find(({ title }) => lines.includes(fold(title.trim())))
  return named ?? items.find(({ title }) => /^suivi des (decisions|actions)/.test(fold(title.trim()))) ?? null
}
