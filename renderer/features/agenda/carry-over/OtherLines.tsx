import Undo2 from 'lucide-react/icons/undo-2'
import type { CarryOverView } from '../../../../electron/contract/carry-over.ts'
import type { Dismissal } from '../../../../electron/domain/agenda/carry-over.ts'
import { formatShortDate } from '../../../../electron/domain/text/french.ts'
import { civilDate } from '../../../../electron/domain/time/civil-date.ts'
import { carryOverText as text } from '../../../text/carry-over.ts'
import { Button } from '../../../ui/Button.tsx'
import { carryOverHref } from './place.ts'

export function Elsewhere({ elsewhere }: { elsewhere: CarryOverView['elsewhere'] }) {
  if (elsewhere.length === 0) return null
  return (
    <ul className="quiet">
      {elsewhere.map(({ meetingId, date, count }) => (
        <li key={meetingId}>
          {text.elsewhere(count, formatShortDate(date, true))}{' '}
          <a href={carryOverHref(meetingId)}>{text.elsewhereGo}</a>
        </li>
      ))}
    </ul>
  )
}

export function SetAsideList(props: {
  dismissed: readonly Dismissal[]
  onTakeBack: (target: { id: string; version: number }) => void
}) {
  const { dismissed, onTakeBack } = props
  if (dismissed.length === 0) return null
  return (
    <details className="carry-aside">
      <summary>{text.setAside(dismissed.length)}</summary>
      <ul className="carry-list">
        {dismissed.map(({ id, version, title, why, at }) => (
          <li key={id}>
            <div className="strong">{title || text.untitled}</div>
            <div className="mute">{text.setAsideOn(formatShortDate(civilDate(new Date(at)), true), why)}</div>
            <div>
              <Button
                small
                look="ghost"
                icon={Undo2}
                label={text.takeBackOf(title || text.untitled)}
                onPress={() => onTakeBack({ id, version })}
              >
                {text.takeBack}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </details>
  )
}
