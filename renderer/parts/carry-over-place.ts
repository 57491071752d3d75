import { href } from '../app/paths.ts'

/** Shown first on the agenda; no item has such an id. */
export const CARRY_OVER = 'reports'

export function carryOverHref(meetingId: string): string {
  return href('agenda', { meetingId }, CARRY_OVER)
}
