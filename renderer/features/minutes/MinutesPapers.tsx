import { type ReactNode, Suspense } from 'react'
import { observationsText as text } from '../../text/observations.ts'
import { DocumentPreview, type Follows, PaperChoice } from '../documents/index.ts'

/** Papers made of the minutes of a meeting. */
const papers = ['minutes', 'decisionRecord', 'observationsTable', 'publicMinutes', 'publicRecord'] as const
export type MinutesPaper = (typeof papers)[number]

export function MinutesPapers(props: {
  meetingId: string
  paper: MinutesPaper
  onPaper: (paper: MinutesPaper) => void
  acts?: ReactNode
  /** Where the page goes along with who writes. */
  follows?: Follows | null
  /** What the minutes are opened at. */
  opensAt?: Follows | null
}) {
  const { meetingId, paper } = props
  return (
    <div className="pane papers">
      <PaperChoice
        label={text.papers}
        value={paper}
        choices={papers.map((value) => ({ value, label: text.paper[value] }))}
        onChange={props.onPaper}
        acts={props.acts}
      />
      <Suspense fallback={null}>
        <DocumentPreview
          key={paper}
          subject={{ kind: paper, meetingId }}
          follows={paper === 'minutes' ? (props.follows ?? null) : null}
          opensAt={paper === 'minutes' ? (props.opensAt ?? null) : null}
        />
      </Suspense>
    </div>
  )
}
