import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ObservationStanding } from '../../../../electron/contract/observations.ts'
import type { AgendaItem } from '../../../../electron/domain/agenda/agenda.ts'
import {
  Circle,
  type Observation,
  type ObservationState,
} from '../../../../electron/domain/minutes/observation.ts'
import { useActs, useRowKeys } from '../../../acts/use-acts.ts'
import { type ObservationContext, observationActs, observationsActs } from './observation-acts.ts'
import { type Decision, type Numbered, useObservations } from './use-observations.ts'
import type { Returned } from './use-returned.ts'

/** What a line of what is missing asks for: a remark that waits, or whose answer the text does not follow. */
export type Sought = 'open' | 'owed' | 'stillSaid'

/** The observations of one circle and which of them is open, as keys and presses lead from one to the next. */
export function useObservationList(props: {
  meetingId: string
  paper: Observation['paper']
  items: readonly AgendaItem[]
  circle: Circle
  returned: Returned
  onShow?: ((itemId: string | null, words: string) => void) | undefined
  /** The first of them is opened, and the keyboard put on it. */
  sought?: Sought | null
  onFound?: (() => void) | undefined
}) {
  const { meetingId, paper, items, returned, onShow } = props
  const [circle, setCircle] = useState(props.circle)
  // What is read now is shown where it will be.
  const reading = returned.files[0] === undefined ? null : returned.circleFor(returned.files[0])
  useEffect(() => setCircle(props.circle), [props.circle])
  useEffect(() => {
    if (reading !== null) setCircle(reading)
  }, [reading])
  const observations = useObservations(meetingId, items, paper, circle)
  const [opened, setOpened] = useState<string | null>(null)
  const [rewording, setRewording] = useState<string | null>(null)
  const [answering, setAnswering] = useState<string | null>(null)
  const list = useRef<HTMLDivElement>(null)
  const { newest, query } = observations
  const [isRead, setRead] = useState(false)
  // Opened where something waits.
  useEffect(() => {
    if (isRead || query.data === undefined) return
    setRead(true)
    const waits = (of: Circle) =>
      query.data.some((one) => one.paper === paper && one.circle === of && one.state === 'open')
    const other = Circle.options.find((of) => of !== circle && waits(of))
    if (!waits(circle) && other !== undefined) setCircle(other)
  }, [isRead, query.data, paper, circle])
  useEffect(() => {
    if (newest !== null) setOpened(newest)
  }, [newest])
  const found = useFound(observations, props.sought ?? null)
  const { onFound } = props
  const arriving = useRef<string | null>(null)
  useEffect(() => {
    if (found === undefined) return
    arriving.current = found.id
    setCircle(found.circle)
    setOpened(found.id)
    onFound?.()
  }, [found, onFound])
  useEffect(() => {
    // Drawn once its circle is.
    const row = rowOf(list.current, arriving.current ?? '')
    if (row === undefined) return
    arriving.current = null
    row.focus()
  })
  const latest = useRef(observations)
  latest.current = observations
  const looked = query.data?.find(({ id }) => id === opened)
  const place = looked?.itemId
  const passage = looked === undefined ? '' : wordsInText(looked, observations.standings.get(looked.id))
  useEffect(() => {
    // Whoever writes in the text meanwhile is not led away.
    const isHere = list.current?.contains(document.activeElement) === true
    if (opened !== null && place !== undefined && isHere) onShow?.(place, passage)
  }, [opened, place, passage, onShow])
  const toggle = useCallback((id: string) => setOpened((before) => (before === id ? null : id)), [])
  const goTo = useCallback((id: string | null) => {
    if (id === null) return
    setOpened(id)
    rowOf(list.current, id)?.focus()
  }, [])
  const decide = useCallback(
    async (row: Numbered, decision: Decision, done?: () => void) => {
      const { id } = row.observation
      // At once, so that the next key is the next one's; a refusal goes on being explained.
      if (decision.state === 'accepted' || decision.state === 'reworded')
        goTo(nextOpen(list.current, id) ?? id)
      const isAnswered = await latest.current.decide(row, decision)
      if (isAnswered) {
        done?.()
        setRewording((now) => (now === id ? null : now))
      }
      // What could not be written is read.
      if (!isAnswered || decision.state === 'open') goTo(id)
    },
    [goTo],
  )
  const acts = useMemo<ObservationContext['acts']>(() => {
    const say = (row: Numbered, state: ObservationState) => {
      const { id, state: before } = row.observation
      if (state === 'refused' || state === 'reworded') setOpened(id)
      if (state === 'refused') setAnswering(id)
      if (state === 'reworded') setRewording(id)
      else if (before !== state) void decide(row, { state })
    }
    const remove = async (row: Numbered) => {
      const { id } = row.observation
      const heir = rowBeside(list.current, id, 1) ?? rowBeside(list.current, id, -1)
      await latest.current.remove(row)
      ;(heir ?? firstButton(list.current))?.focus()
    }
    return {
      say,
      settle: (row) => {
        // Its button goes with it.
        void latest.current.settle(row).then(() => rowOf(list.current, row.observation.id)?.focus())
      },
      toCircle: (row, to) => {
        setCircle(to)
        void latest.current.setCircle(row, to).then(() => goTo(row.observation.id))
      },
      remove: (row) => void remove(row),
      step: (row, by) => rowBeside(list.current, row.observation.id, by)?.focus(),
    }
  }, [decide, goTo])
  const reached = useCallback(() => setAnswering(null), [])
  useRowKeys(observationActs)
  useActs(observationsActs, { goToOpen: () => goTo(nextOpen(list.current, opened)) })
  useFocusAfter(list, returned.files.length > 0)
  const giveUpWording = (id: string) => {
    setRewording(null)
    goTo(id)
  }
  return {
    observations,
    list,
    circle,
    setCircle,
    opened,
    toggle,
    rewording,
    giveUpWording,
    answering,
    reached,
    decide,
    acts,
  }
}

/** The first one that is sought, in the order of the agenda and whatever its circle. */
function useFound(
  { all, standings }: ReturnType<typeof useObservations>,
  sought: Sought | null,
): Observation | undefined {
  return useMemo(
    () =>
      all
        .flatMap(({ rows }) => rows.map(({ observation }) => observation))
        .find(({ id, state }) =>
          sought === 'open' ? state === 'open' : sought !== null && standings.get(id)?.standing === sought,
        ),
    [all, standings, sought],
  )
}

/** What the text says now at the place of an observation, as far as it is known. */
function wordsInText(
  { state, beforeText, afterText, answer }: Observation,
  standing: ObservationStanding | undefined,
): string {
  const retained = state === 'accepted' ? afterText : state === 'reworded' ? answer : ''
  const [first = ''] = (standing?.live || retained || beforeText).split('\n')
  return first
}

function rowsIn(list: HTMLElement | null): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('.observation-row') ?? [])]
}

function rowOf(list: HTMLElement | null, id: string): HTMLElement | undefined {
  return rowsIn(list).find((row) => row.dataset.observation === id)
}

function rowBeside(list: HTMLElement | null, id: string, by: 1 | -1): HTMLElement | undefined {
  const rows = rowsIn(list)
  return rows[rows.findIndex((row) => row.dataset.observation === id) + by]
}

function firstButton(list: HTMLElement | null): HTMLElement | null {
  return list?.querySelector('button') ?? null
}

/** Once a review is done with, the keyboard is on the first observation that waits; they may be read a moment later. */
function useFocusAfter(list: RefObject<HTMLElement | null>, isReviewing: boolean): void {
  const was = useRef(false)
  const isOwed = useRef(false)
  useEffect(() => {
    if (was.current && !isReviewing) isOwed.current = true
    was.current = isReviewing
    if (!isOwed.current) return
    const at = document.activeElement
    const first = firstButton(list.current)
    const row = rowOf(list.current, nextOpen(list.current, null) ?? '')
    if (row !== undefined || (at !== null && at !== document.body && at !== first)) isOwed.current = false
    if (at === null || at === document.body || at === first) (row ?? first)?.focus()
  })
}

/** The next one that waits for an answer after another, the first when there is none below it. */
function nextOpen(list: HTMLElement | null, after: string | null): string | null {
  const rows = rowsIn(list)
  const at = rows.findIndex((row) => row.dataset.observation === after)
  const ordered = [...rows.slice(at + 1), ...rows.slice(0, Math.max(0, at))]
  return ordered.find((row) => row.dataset.open === 'true')?.dataset.observation ?? null
}
