// Agenda template: where an item added later goes among the items that every agenda ends with.
import type { AgendaTemplateLine } from './agenda-version.ts'
import { fold } from './fold.ts'

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
