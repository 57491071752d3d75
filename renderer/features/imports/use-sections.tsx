import { type ReactNode, useState } from 'react'
import { importMinutesText } from '../../text/imports-minutes.ts'
import { Segments } from '../../ui/Segments.tsx'
import { CheckBox } from '../../ui/Select.tsx'
import type { RowList } from './minutes-rows.ts'
import { ParticipantsSection } from './ParticipantsSection.tsx'
import { StatementsSection } from './StatementsSection.tsx'
import type { Fact } from './source-roles.ts'
import type { MinutesReview, SectionProps } from './use-minutes-review.ts'

const restText = importMinutesText.rest

function RestSection({ review: { draft, rows, act } }: { review: MinutesReview }) {
  const { nextMeeting, followUp } = draft
  return (
    <div className="import-rest">
      {nextMeeting === null ? null : (
        <div>
          <CheckBox
            label={restText.next}
            checked={rows.takesNext}
            onCommit={(takesNext) => act({ type: 'rest', patch: { takesNext } })}
          />
          <p>{restText.when(nextMeeting.date, nextMeeting.startTime, nextMeeting.place)}</p>
          <p className="mute">{restText.nextHint}</p>
        </div>
      )}
      {followUp.length === 0 ? null : (
        <div>
          <CheckBox
            label={restText.history}
            checked={rows.takesHistory}
            onCommit={(takesHistory) => act({ type: 'rest', patch: { takesHistory } })}
          />
          <ul>
            {followUp.map(({ step, date, by, source }) => (
              <li key={`${source.block} ${step}`}>{restText.step({ step, date, by: by ?? '' })}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}

type Section = 'items' | 'participants' | 'decisions' | 'actions' | 'rest'
const text = importMinutesText.section

function SectionChoice(props: {
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

function SectionBody({ section, ...props }: SectionProps & { section: Section }) {
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

export type Sections = {
  readonly choice: ReactNode
  /** Rows to check in the parts beside the items. */
  readonly toCheck: number
  /** Of the shown part; null for the items. */
  readonly counts: { readonly all: number; readonly doubtful: number } | null
  /** The chosen row; null while the items are shown. */
  readonly chosen: Fact | null
  /** Shows the row that a line of the file became. */
  goTo(list: Fact['list'], key: number): void
  readonly body: (onlyDoubtful: boolean) => ReactNode
  /** The directory has not answered yet. */
  readonly isWaiting: boolean
  /** Words of the act for minutes; null for an agenda. */
  readonly importWords: string | null
  readonly imported: string | null
  readonly leadsTo: 'agenda' | 'minutes'
  /** Shows the next row to check of a part beside the items; false when it is the items' turn. */
  goToNext(doubtfulItems: number): boolean
}

const lists: readonly RowList[] = ['participants', 'decisions', 'actions']

export function useSections(review: MinutesReview | null, items: number): Sections {
  const [section, setSection] = useState<Section>(items === 0 ? 'participants' : 'items')
  const [chosen, setChosen] = useState<string | null>(null)
  const list = lists.find((one) => one === section) ?? null
  if (review === null) return ofAgenda
  const show = (next: Section, key: number | null = null) => {
    setSection(next)
    const to = lists.find((one) => one === next)
    setChosen(to === undefined || key === null ? null : (review.rows[to][key]?.id ?? null))
  }
  const isSheet = items === 0 && review.rows.decisions.length + review.rows.actions.length === 0
  const rows = list === null ? [] : review.ordered(list)
  const current = (rows.find(({ id }) => id === chosen) ?? rows[0])?.key ?? null
  return {
    choice: <SectionChoice review={review} items={items} section={section} onChange={show} />,
    toCheck: lists.reduce((sum, one) => sum + review.doubtful[one], 0),
    counts:
      section === 'items'
        ? null
        : list === null
          ? { all: 0, doubtful: 0 }
          : { all: review.rows[list].length, doubtful: review.doubtful[list] },
    chosen: list === null || current === null ? null : { list, key: current },
    goTo: (to, key) => show(to, to === 'items' ? null : key),
    body: (onlyDoubtful) =>
      section === 'items' ? null : (
        <SectionBody
          section={section}
          review={review}
          chosen={current}
          onChoose={(key) => show(section, key)}
          onlyDoubtful={onlyDoubtful}
        />
      ),
    isWaiting: review.matches === undefined,
    importWords: isSheet ? importMinutesText.importSheet : importMinutesText.import,
    imported: isSheet ? importMinutesText.importedSheet : importMinutesText.imported,
    // The attendance of a meeting stands at the head of its minutes.
    leadsTo: 'minutes',
    goToNext: (doubtfulItems) => {
      if (list === null && doubtfulItems > 0) {
        if (section !== 'items') show('items')
        return false
      }
      // From the part that is shown on, then round.
      const from = list === null ? 0 : lists.indexOf(list)
      for (const one of [...lists.slice(from), ...lists.slice(0, from)]) {
        const keys = review.ordered(one).map(({ key }) => key)
        const after = one === list ? keys.indexOf(current ?? -1) + 1 : 0
        const isNext = (key: number) => review.isDoubtful(one, key) && (one !== list || key !== current)
        const next = [...keys.slice(after), ...keys.slice(0, after)].find(isNext)
        if (next === undefined) continue
        show(one, next)
        return true
      }
      if (doubtfulItems > 0) show('items')
      return doubtfulItems === 0
    },
  }
}

const ofAgenda: Sections = {
  choice: null,
  toCheck: 0,
  counts: null,
  chosen: null,
  goTo: () => undefined,
  body: () => null,
  isWaiting: false,
  importWords: null,
  imported: null,
  leadsTo: 'agenda',
  goToNext: () => false,
}
