import { Icon, type IconShape } from './Icon.tsx'

export type Tone = 'ok' | 'warn' | 'bad' | 'info' | 'plum' | 'acc' | 'line' | 'mute'

export function Badge({ icon, tone = 'mute', children }: { icon: IconShape; tone?: Tone; children: string }) {
  return (
    <span className={`badge ${tone === 'mute' ? '' : tone}`}>
      <Icon of={icon} size={15} />
      {children}
    </span>
  )
}
