import type { CSSProperties } from 'react'
import { commonText } from '../text/common.ts'

/** Before this part of a stretch the words of the mark begin at the mark, so as not to leave the sheet at left. */
const EARLY = 0.28

export type ThreadStop = {
  id: string
  title: string
  detail: string
  state: 'done' | 'now' | 'ahead'
  shape?: 'meeting' | 'off'
  warn?: boolean
  href?: string
  /** On the last stop that was reached: how far today is towards the next one (0 to 1), and the words of the mark. */
  today?: { part: number; label: string }
}

export function Thread({ label, stops }: { label: string; stops: readonly ThreadStop[] }) {
  return (
    <ol className="thread" aria-label={label}>
      {stops.map((stop) => (
        <li
          key={stop.id}
          className={`${stop.state === 'ahead' ? '' : stop.state} ${stop.state === 'done' && stop.today !== undefined ? 'now' : ''} ${stop.shape === 'meeting' ? 'meet' : ''} ${stop.shape === 'off' ? 'off' : ''}`}
          style={
            stop.today === undefined ? undefined : ({ '--p': `${stop.today.part * 100}%` } as CSSProperties)
          }
        >
          {stop.state === 'ahead' || stop.shape === 'off' ? (
            <span className="dot" />
          ) : (
            <span className="dot" role="img" aria-label={commonText.stages[stop.state]} />
          )}
          {stop.today === undefined ? null : (
            <span className={stop.today.part < EARLY ? 'here early' : 'here'}>{stop.today.label}</span>
          )}
          <b>{stop.href === undefined ? stop.title : <a href={stop.href}>{stop.title}</a>}</b>
          <small className={stop.warn === true ? 'warn strong' : ''}>{stop.detail}</small>
        </li>
      ))}
    </ol>
  )
}
