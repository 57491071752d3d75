import { Suspense } from 'react'
import { observationsText as text } from '../../text/observations.ts'
import { Segments } from '../../ui/Segments.tsx'
import { DocumentPreview } from '../documents/index.ts'

/** Papers made of the minutes of a meeting. */
export type MinutesPaper = 'minutes' | 'decisionRecord' | 'observationsTable'
const papers: readonly MinutesPaper[] = ['minutes', 'decisionRecord', 'observationsTable']

export function MinutesPapers(props: {
  meetingId: string
  paper: MinutesPaper
  onPaper: (paper: MinutesPaper) => void
}) {
  const { meetingId, paper } = props
  return (
    <div className="pane papers">
      <div className="paper-choice">
        <Segments
          label={text.papers}
          value={paper}
          choices={papers.map((value) => ({ value, label: text.paper[value] }))}
          onChange={props.onPaper}
        />
      </div>
      <Suspense fallback={null}>
        <DocumentPreview key={paper} subject={{ kind: paper, meetingId }} />
      </Suspense>
    </div>
  )
}
