import { useState } from 'react'
import type { Output } from '../../../../electron/contract/index.ts'
import { formatShortDate } from '../../../../electron/domain/text/french.ts'
import { codedWords } from '../../../text/coded-words.ts'
import { fieldWords } from '../../../text/field-words.ts'
import { handOverText as text } from '../../../text/hand-over.ts'
import { tableWords } from '../../../text/row-words.ts'
import { Button } from '../../../ui/Button.tsx'
import { Segments } from '../../../ui/Segments.tsx'

type Compared = Output<'handOver.compare'>
type Difference = Compared['differences'][number]
type Side = 'ours' | 'theirs'
type Choices = Readonly<Record<string, Side>>

export function Differences(props: {
  compared: Compared
  isMerging: boolean
  onMerge: (choices: Choices) => void
}) {
  const { compared } = props
  const [choices, setChoices] = useState<Choices>({})
  const asked = compared.differences.filter(({ settled }) => settled === null)
  const left = asked.filter(({ key }) => choices[key] === undefined).length
  const choose = (list: readonly Difference[], side: Side) =>
    setChoices({ ...choices, ...Object.fromEntries(list.map(({ key }) => [key, side])) })
  return (
    <div className="stack merge-differences">
      <p>{text.takenCount(compared.taken.length)}</p>
      {compared.taken.length === 0 ? null : <TakenList compared={compared} />}
      {asked.length === 0 ? <p>{text.nothingAsked}</p> : <p>{text.askedCount(asked.length)}</p>}
      {groupsOf(compared).map(({ id, label, list }) => (
        <Group
          key={id}
          label={label}
          list={list}
          otherName={compared.machineName}
          choices={choices}
          onChoose={choose}
        />
      ))}
      <div className="row wrap">
        <Button
          look="primary"
          unavailable={left === 0 ? undefined : text.leftToChoose(left)}
          busy={props.isMerging ? text.merging : undefined}
          onPress={() => props.onMerge(choices)}
        >
          {text.merge}
        </Button>
        <span className="mute">{left === 0 ? text.mergeLead : text.leftToChoose(left)}</span>
      </div>
    </div>
  )
}

function Group(props: {
  label: string
  list: readonly Difference[]
  otherName: string
  choices: Choices
  onChoose: (list: readonly Difference[], side: Side) => void
}) {
  const { label, list, otherName, choices, onChoose } = props
  const asked = list.filter(({ settled }) => settled === null)
  return (
    <section className="stack" aria-label={label}>
      <div className="sec-head">
        <h3 className="h3">{label}</h3>
        {asked.length < 2 ? null : (
          <span className="row wrap">
            <Button small onPress={() => onChoose(asked, 'ours')}>
              {text.allOurs}
            </Button>
            <Button small onPress={() => onChoose(asked, 'theirs')}>
              {text.allTheirs(otherName)}
            </Button>
          </span>
        )}
      </div>
      <ul className="list">
        {list.map((one) => (
          <li key={one.key} className="merge-row">
            <div className="grow stack-1">
              <span className="strong">
                {differenceWords(one)}
                {one.title === '' ? null : <span className="mute"> · {one.title}</span>}
              </span>
              <Version name={text.ours} value={one.ours} of={one} />
              <Version name={text.theirs(otherName)} value={one.theirs} of={one} />
              {one.base === null ? null : <Version name={text.base} value={one.base} of={one} quiet />}
            </div>
            {one.settled === null ? (
              <Segments
                label={text.keepWhich}
                value={choices[one.key] ?? 'none'}
                choices={[
                  { value: 'ours', label: text.ours },
                  { value: 'theirs', label: text.theirs(otherName) },
                ]}
                onChange={(side) => (side === 'none' ? undefined : onChoose([one], side))}
              />
            ) : (
              <span className="mute">
                {one.settled === 'ours' ? text.settledOurs : text.settledTheirs(otherName)}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** « Séance, lieu ». */
export function differenceWords({ table, field }: Pick<Difference, 'table' | 'field'>): string {
  return field === '' ? tableWords(table) : text.fieldOf(tableWords(table), fieldWords(field))
}

export function Version(props: {
  name: string
  value: string | null
  of: Pick<Difference, 'table' | 'field'>
  quiet?: boolean
}) {
  const { value, of } = props
  const words =
    value === null ? text.removed : value === '' ? text.emptied : codedWords(of.table, of.field, value)
  return (
    <span className={props.quiet === true ? 'mute merge-version' : 'merge-version'}>
      <span className="mute">{text.says(props.name)}</span> {words}
    </span>
  )
}

function TakenList({ compared }: { compared: Compared }) {
  return (
    <details>
      <summary>{text.takenShow}</summary>
      <ul className="list">
        {compared.taken.slice(0, 300).map((one) => (
          <li key={`${one.table} ${one.title} ${one.change} ${one.meetingId ?? ''}`}>
            <span className="grow">
              {tableWords(one.table)}
              <span className="mute"> · {one.title}</span>
            </span>
            <span className="mute">{text.changes[one.change]}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** By meeting in the order of their dates; what is of none comes first. */
function groupsOf({ differences, meetings }: Compared): { id: string; label: string; list: Difference[] }[] {
  const known = new Set(meetings.map(({ id }) => id))
  const groups = [
    { id: '', label: text.outsideMeetings, of: (id: string | null) => id === null || !known.has(id) },
    ...meetings.map(({ id, date, title }) => ({
      id,
      label: text.meeting(formatShortDate(date, true), title),
      of: (of: string | null) => of === id,
    })),
  ]
  return groups
    .map(({ id, label, of }) => ({ id, label, list: differences.filter(({ meetingId }) => of(meetingId)) }))
    .filter(({ list }) => list.length > 0)
}
