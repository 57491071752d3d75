import { createContext, useContext, useEffect, useRef } from 'react'
import type { Input, Output } from '../../electron/contract/index.ts'
import { onEvent } from '../api/client.ts'
import { ask } from '../api/outbox/window.ts'
import { useQuery } from '../api/use-query.ts'
import { teamText } from '../text/team.ts'
import { isTyping } from '../ui/typing.ts'
import type { Place } from './paths.ts'

export type Team = Output<'team.get'>
export type TeamMate = Output<'team.mates'>[number]

/** The team that this desk works with; null without one, and before it is known. */
export function useTeam(): Team | null {
  const { data } = useQuery('team.get', {})
  return data === undefined || data.member === null ? null : data
}

/** What a reader is told where the secretariat keeps to itself what others see; null for everybody else. */
export function useUnseen(): string | null {
  return useTeam()?.role === 'lecture' ? teamText.unseen : null
}

/** Who else is on the base of the team. */
export const Mates = createContext<readonly TeamMate[]>([])

/** The others, and they are told where this desk is, and in which part of the screen somebody types. */
export function useMates(place: Place, screen: string): readonly TeamMate[] {
  const isTeam = useTeam() !== null
  const { data } = useQuery('team.mates', {}, { enabled: isTeam })
  const said = useRef('')
  const meetingId = place.params.meetingId ?? null
  useEffect(() => {
    if (!isTeam) return
    const say = (part: string | null) => {
      const where: Input<'team.say'> = { meetingId, screen, part }
      const told = JSON.stringify(where)
      if (said.current === told) return
      said.current = told
      void ask('team.say', where)
    }
    const typed = ({ target }: Event) => {
      if (target instanceof HTMLElement && isTyping(target)) say(partOf(target))
    }
    const left = () => say(null)
    say(null)
    // A core that came back knows nothing of where this desk is.
    const forget = onEvent((event) => {
      if (event.topic !== 'core' || event.state !== 'back') return
      said.current = ''
      say(null)
    })
    const stop = new AbortController()
    window.addEventListener('input', typed, stop)
    window.addEventListener('focusout', left, stop)
    return () => {
      forget()
      stop.abort()
    }
  }, [isTeam, meetingId, screen])
  return data ?? none
}
const none: readonly TeamMate[] = []

/** Who else writes in a part of a screen of this meeting. */
export function useWriters(screen: string, meetingId: string, part: string): readonly string[] {
  return useContext(Mates)
    .filter((mate) => mate.screen === screen && mate.meetingId === meetingId && mate.part === part)
    .map(({ who }) => who)
}

/** Parts of a screen that somebody writes in carry their name in `data-part`. */
function partOf(field: HTMLElement): string | null {
  return field.closest<HTMLElement>('[data-part]')?.dataset.part ?? null
}
