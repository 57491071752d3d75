import BadgeCheck from 'lucide-react/icons/badge-check'
import type { ReactNode } from 'react'
import { recoveryText as text } from '../../../text/recovery.ts'
import { Badge } from '../../../ui/Badge.tsx'

export function Rung(props: { title: string; lead: string; isAdvised?: boolean; children: ReactNode }) {
  return (
    <li className={props.isAdvised === true ? 'card rung main-card' : 'card rung'}>
      <div className="row">
        <h2 className="h2">{props.title}</h2>
        {props.isAdvised === true ? (
          <Badge icon={BadgeCheck} tone="acc">
            {text.advised}
          </Badge>
        ) : null}
      </div>
      <p className="mute">{props.lead}</p>
      {props.children}
    </li>
  )
}
