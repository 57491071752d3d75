import Trash2 from 'lucide-react/icons/trash-2'
import type { ReactNode } from 'react'
import { lifeText } from '../../text/minutes-life.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon, type IconShape } from '../../ui/Icon.tsx'

export function BlockFrame(props: {
  kind: 'decision' | 'action'
  icon: IconShape
  name: string
  number: string
  isProvisional: boolean
  removeLabel: string
  onRemove: () => void
  /** The past of its text. */
  history: ReactNode
  text: ReactNode
  meta?: ReactNode
}) {
  return (
    <section
      className={props.kind === 'action' ? 'object a' : 'object'}
      aria-label={`${props.name} ${props.number}`}
    >
      <span className="tag">
        <Icon of={props.icon} size={18} />
      </span>
      <div className="obj-body">
        {props.text}
        <div className="meta">
          <span className={props.kind === 'action' ? 'ref info' : 'ref plum'}>{props.number}</span>
          {props.isProvisional ? (
            <span className="mute" title={lifeText.provisionalHint}>
              {lifeText.provisionalMark}
            </span>
          ) : null}
        </div>
        {props.meta}
      </div>
      <div className="obj-acts">
        {props.history}
        <Button small look="ghost" icon={Trash2} label={props.removeLabel} onPress={props.onRemove} />
      </div>
    </section>
  )
}
