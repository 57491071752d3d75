import type { Output } from '../../../../electron/contract/index.ts'
import { meetingNumbered } from '../../../../electron/domain/meetings/meeting-name.ts'
import { stanceWords } from '../../../../electron/domain/session/stance-words.ts'
import { href } from '../../../app/paths.ts'
import { minutesStateBadge } from '../../../text/minutes.ts'
import { saidText as text } from '../../../text/said.ts'

export type Said = Output<'search.said'>['sentences'][number]

/** Who, where and in what, in one line: "Wassim Berthaud, séance n° 10, « Passerelle », compte rendu en relecture". */
export function saidAbout({ kind, who, stance, meetingNumber, itemTitle, minutesState }: Said): string {
  const state =
    kind === 'minutes' && minutesState !== null ? minutesStateBadge[minutesState].toLowerCase() : ''
  return [
    who,
    stance === null ? '' : stanceWords[stance].toLowerCase(),
    meetingNumbered(meetingNumber),
    itemTitle === '' ? '' : text.point(itemTitle),
    [text.kinds[kind], state].filter((part) => part !== '').join(' '),
  ]
    .filter((part) => part !== '')
    .join(', ')
}

/** What was said; a position without words is its stance. */
export const saidWords = ({ sentence, stance }: Said): string =>
  sentence === '' && stance !== null ? stanceWords[stance] : sentence

/** The screen on which it stands. */
export function saidHref({ kind, entityId, meetingId, itemId }: Said): string {
  const focus = itemId ?? undefined
  switch (kind) {
    case 'decision':
      return href('followUpDecisions', {}, entityId)
    case 'file':
      return href('attachments', { meetingId }, entityId)
    case 'note':
      return href('session', { meetingId }, focus)
    case 'minutes':
    case 'position':
      return href('minutes', { meetingId }, focus)
  }
}
