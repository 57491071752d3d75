import type { ReactNode } from 'react'
import { Icon, type IconShape } from './Icon.tsx'

export function EmptyState(props: { icon: IconShape; title: string; children: ReactNode; act?: ReactNode }) {
  return (
    <div className="empty">
      <Icon of={props.icon} size={32} />
      <b>{props.title}</b>
      <span>{props.children}</span>
      {props.act}
    </div>
  )
}
