// Block frame: what a decision and an action share on screen: the tinted tab, the number, the act that removes it.
import Trash2 from 'lucide-react/icons/trash-2'
import type { ReactNode } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Icon, type IconShape } from '../../ui/Icon.tsx'

export function BlockFrame(props: {
  kind: 'decision' | 'action'
  icon: IconShape
  name: string
  number: string
  removeLabel: string
  onRemove: () => void
  text: ReactNode
  meta?: ReactNode
}) {
  return (
    <section
      className={props.kind === 'action' ? 'obj a' : 'obj'}
      aria-label={`${props.name} ${props.number}`}
    >
      <span className="tag">
        <Icon of={props.icon} size={18} />
      </span>
      <div className="obj-body">
        {props.text}
        <div className="meta">
          <span className={props.kind === 'action' ? 'ref info' : 'ref plum'}>{props.number}</span>
        </div>
        {props.meta}
      </div>
      <Button small look="ghost" icon={Trash2} label={props.removeLabel} onPress={props.onRemove} />
    </section>
  )
}
