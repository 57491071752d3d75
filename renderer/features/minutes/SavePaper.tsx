import type { LeavingCheck } from '../../../electron/domain/meetings/leaving.ts'
import { BeforeLeaving } from '../../parts/BeforeLeaving.tsx'
import { leavingText } from '../../text/leaving.ts'
import { SaveDocument } from '../documents/index.ts'
import type { MinutesPaper } from './MinutesPapers.tsx'

/** Saves a paper of the minutes; before a public one, what is missing or odd is shown. */
export function SavePaper({
  meetingId,
  paper,
  look,
  go,
}: {
  meetingId: string
  paper: MinutesPaper
  look: 'primary' | 'plain'
  /** Within the screen, to where a line is mended; true when it went there. */
  go: ((check: LeavingCheck) => boolean) | null
}) {
  const subject = { kind: paper, meetingId }
  if (paper !== 'publicMinutes' && paper !== 'publicRecord')
    return <SaveDocument look={look} subject={subject} />
  return (
    <SaveDocument
      look={look}
      subject={subject}
      before={({ goOn, giveUp }) => (
        <BeforeLeaving
          meetingId={meetingId}
          departure="public"
          words={leavingText.public}
          go={go}
          reads
          onAct={goOn}
          onClose={giveUp}
        />
      )}
    />
  )
}
