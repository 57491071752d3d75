import { type ReactNode, Suspense } from 'react'
import { observationsText as text } from '../../text/observations.ts'
import { SelectBox } from '../../ui/Select.tsx'
import { DocumentPreview, type Follows } from '../documents/index.ts'

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
}) {
  const { meetingId, paper } = props
  return (
    <div className="pane papers">
      <div className="paper-choice">
        <SelectBox>
          <select
            aria-label={text.papers}
            className="input"
            value={paper}
            onChange={({ target }) => {
              const chosen = papers.find((value) => value === target.value)
              if (chosen !== undefined) props.onPaper(chosen)
            }}
          >
            {papers.map((value) => (
              <option key={value} value={value}>
                {text.paper[value]}
              </option>
            ))}
          </select>
        </SelectBox>
        <span className="grow" />
        {props.acts}
      </div>
      <Suspense fallback={null}>
        <DocumentPreview
          key={paper}
          subject={{ kind: paper, meetingId }}
          follows={paper === 'minutes' ? (props.follows ?? null) : null}
        />
      </Suspense>
    </div>
  )
}
