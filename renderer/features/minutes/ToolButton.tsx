import type { BoundAct } from '../../acts/act.ts'
import { ariaKey, capsOf } from '../../acts/keys.ts'
import { Icon } from '../../ui/Icon.tsx'

/** The cursor stays in the text. */
export function ToolButton({ act, pressed }: { act: BoundAct; pressed?: boolean }) {
  const [key] = act.keys
  const inert = act.whyNot !== null
  return (
    <button
      type="button"
      className={`btn ghost sm icon ${pressed === true ? 'on' : ''}`}
      aria-label={act.label}
      title={act.whyNot ?? (key === undefined ? act.label : `${act.label} (${capsOf(key).join(' ')})`)}
      aria-keyshortcuts={key === undefined ? undefined : ariaKey(key)}
      aria-pressed={pressed}
      aria-disabled={inert || undefined}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => (inert ? undefined : act.run())}
    >
      {act.icon === undefined ? null : <Icon of={act.icon} size={17} />}
    </button>
  )
}
