import { importMinutesText } from '../../text/imports-minutes.ts'
import { Segments } from '../../ui/Segments.tsx'
import { ParticipantsSection } from './ParticipantsSection.tsx'
import { RestSection } from './RestSection.tsx'
import { StatementsSection } from './StatementsSection.tsx'
import type { MinutesReview, SectionProps } from './use-minutes-review.ts'

export type Section = 'items' | 'participants' | 'decisions' | 'actions' | 'rest'
const text = importMinutesText.section

export function SectionChoice(props: {
  review: MinutesReview
  /** How many items the file has. */
  items: number
  section: Section
  onChange: (section: Section) => void
}) {
  const { draft, rows } = props.review
  const hasRest = draft.nextMeeting !== null || draft.followUp.length > 0
  return (
    <Segments
      label={importMinutesText.sections}
      value={props.section}
      choices={[
        { value: 'items', label: text.items, count: props.items },
        { value: 'participants', label: text.participants, count: rows.participants.length },
        { value: 'decisions', label: text.decisions, count: rows.decisions.length },
        { value: 'actions', label: text.actions, count: rows.actions.length },
        ...(hasRest ? [{ value: 'rest' as const, label: text.rest }] : []),
      ]}
      onChange={props.onChange}
    />
  )
}

export function SectionBody({ section, ...props }: SectionProps & { section: Section }) {
  switch (section) {
    case 'items':
      return null
    case 'participants':
      return <ParticipantsSection {...props} />
    case 'decisions':
    case 'actions':
      return <StatementsSection key={section} list={section} {...props} />
    case 'rest':
      return <RestSection review={props.review} />
  }
}
