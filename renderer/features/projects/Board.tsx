import Plus from 'lucide-react/icons/plus'
import { type KeyboardEvent, useCallback, useContext, useEffect, useRef, useState } from 'react'
import { bindActs, pressKey } from '../../acts/act.ts'
import { useRowKeys } from '../../acts/use-acts.ts'
import { projectText as text } from '../../text/project.ts'
import { Button } from '../../ui/Button.tsx'
import { EditingOff } from '../../ui/editing.ts'
import { boardActs, projectActs } from './board-acts.ts'
import { cardAt, type Lane, type ListedProject, laneBeside } from './board-lanes.ts'
import { cardId, ProjectCard } from './ProjectCard.tsx'

/** Cards of a column that are drawn before « n autres » is asked for. */
const MOST = 20

export type BoardProps = {
  label: string
  lanes: readonly Lane[]
  current: string | null
  /** The name of a project's axis where the columns do not say it; null where they do. */
  axisOf: ((row: ListedProject) => string | null) | null
  onCurrent: (id: string) => void
  onMove: (row: ListedProject, lane: Lane) => void
  onInscribe: (row: ListedProject) => void
  onAdd: (lane: Lane) => void
}

export function Board(props: BoardProps) {
  const { lanes, onCurrent } = props
  const off = useContext(EditingOff)
  useRowKeys(boardActs)
  useRowKeys(projectActs)
  const rows = lanes.flatMap((lane) => lane.rows)
  const current = rows.find(({ id }) => id === props.current) ?? rows[0]
  /** The card that is to have the focus once it is drawn where it went. */
  const wanted = useRef<string | null>(null)
  useEffect(() => {
    if (wanted.current === null) return
    const card = document.getElementById(cardId(wanted.current))
    if (card === null) return
    card.focus()
    card.closest('li')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })
  const goTo = (id: string) => {
    wanted.current = id
    onCurrent(id)
  }
  const move = (row: ListedProject, lane: Lane | null) => {
    if (lane === null || off !== null || lane.rows.includes(row)) return
    goTo(row.id)
    props.onMove(row, lane)
  }
  const act = (event: KeyboardEvent) => {
    if (current === undefined) return
    const bound = bindActs(
      boardActs,
      {
        goTo: (way) => {
          const next = cardAt(lanes, current.id, way)
          if (next !== null) goTo(next)
        },
      },
      off,
    )
    const own = bindActs(
      projectActs,
      {
        move: (step) => move(current, laneBeside(lanes, current.id, step)),
        inscribe: () => props.onInscribe(current),
      },
      off,
    )
    pressKey(event, [...Object.values(bound), ...Object.values(own)])
  }
  const latest = useRef(act)
  latest.current = act
  const onKeyDown = useCallback((event: KeyboardEvent) => latest.current(event), [])
  const onFocus = useCallback(
    (id: string) => {
      wanted.current = null
      onCurrent(id)
    },
    [onCurrent],
  )
  return (
    <div className="board">
      <h2 className="visually-hidden">{props.label}</h2>
      {lanes.map((lane) => (
        <LaneColumn
          key={lane.id}
          lane={lane}
          current={current?.id ?? null}
          axisOf={props.axisOf}
          onFocus={onFocus}
          onKeyDown={onKeyDown}
          onAdd={() => props.onAdd(lane)}
          onDrop={(id) => {
            const row = rows.find((one) => one.id === id)
            if (row !== undefined) move(row, lane)
          }}
        />
      ))}
    </div>
  )
}

function LaneColumn(props: {
  lane: Lane
  current: string | null
  axisOf: BoardProps['axisOf']
  onFocus: (id: string) => void
  onKeyDown: (event: KeyboardEvent) => void
  onAdd: () => void
  onDrop: (id: string) => void
}) {
  const { lane, current, axisOf } = props
  const [isWhole, setIsWhole] = useState(false)
  const [isOver, setIsOver] = useState(false)
  const reached = lane.rows.findIndex(({ id }) => id === current)
  const shown = isWhole ? lane.rows : lane.rows.slice(0, Math.max(MOST, reached + 1))
  return (
    <section
      className={isOver ? 'lane over' : 'lane'}
      aria-label={lane.title}
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setIsOver(false)
        props.onDrop(event.dataTransfer.getData('text/plain'))
      }}
    >
      <div className="lane-head">
        <h3>{lane.title}</h3>
        <span className="count">{lane.rows.length}</span>
        <Button small look="ghost" icon={Plus} label={text.addTo(lane.title)} onPress={props.onAdd} />
      </div>
      <div className="lane-body">
        {lane.rows.length === 0 ? (
          <p className="mute text-15">{text.emptyLane}</p>
        ) : (
          <ul>
            {shown.map((row) => (
              <ProjectCard
                key={row.id}
                row={row}
                axis={axisOf === null ? null : axisOf(row)}
                showsStage={axisOf === null}
                isCurrent={row.id === current}
                onFocus={props.onFocus}
                onKeyDown={props.onKeyDown}
              />
            ))}
          </ul>
        )}
        {shown.length < lane.rows.length ? (
          <Button small look="ghost" onPress={() => setIsWhole(true)}>
            {text.others(lane.rows.length - shown.length)}
          </Button>
        ) : null}
      </div>
    </section>
  )
}
