import LoaderCircle from 'lucide-react/icons/loader-circle'
import PenLine from 'lucide-react/icons/pen-line'
import Pencil from 'lucide-react/icons/pencil'
import Plus from 'lucide-react/icons/plus'
import Trash2 from 'lucide-react/icons/trash-2'
import { type ReactNode, useId } from 'react'
import { useEditingOff } from './editing.ts'
import { Icon, type IconShape } from './Icon.tsx'

/** In this window a plus adds, a pen changes and a bin removes. */
const editing: ReadonlySet<IconShape> = new Set<IconShape>([PenLine, Pencil, Plus, Trash2])

export type ButtonLook = 'primary' | 'plain' | 'ghost' | 'danger'

export type ButtonProps = {
  children?: ReactNode
  look?: ButtonLook
  icon?: IconShape
  small?: boolean
  /** Only the icon is drawn; then this is the accessible name and the tooltip. */
  label?: string
  /** More than its words say, in the tooltip. */
  hint?: string | undefined
  /** Why it cannot be used now: the button stays focusable and says it. */
  unavailable?: string | undefined
  /** "Publication…": shown in place of the words while the act is under way. */
  busy?: string | undefined
  /** Changes nothing, or writes outside the data: stays on where nothing may be written. */
  reads?: boolean
  /** Changes the data, although neither its look nor its icon says so. */
  writes?: boolean
  /** Passed over by Tab. */
  skipped?: boolean
  /** Pressed several times in a row it goes several steps. */
  steps?: boolean
  pressed?: boolean
  expanded?: boolean
  type?: 'button' | 'submit'
  onPress?: (() => void) | undefined
}

export function Button(props: ButtonProps) {
  const { children, look = 'plain', icon, small, label, busy, pressed, expanded } = props
  const off = useEditingOff()
  const changes =
    props.reads !== true &&
    (props.writes === true ||
      look === 'primary' ||
      look === 'danger' ||
      (icon !== undefined && editing.has(icon)))
  const unavailable = changes && off.readOnly ? off.title : props.unavailable
  const reasonId = useId()
  const isBusy = busy !== undefined
  const inert = isBusy || unavailable !== undefined
  const shape = isBusy ? LoaderCircle : icon
  const iconOnly = label !== undefined && children === undefined
  return (
    <>
      <button
        type={props.type ?? 'button'}
        className={`button ${look} ${small === true ? 'compact' : ''} ${iconOnly ? 'icon' : ''} ${isBusy ? 'busy' : ''} ${pressed === true ? 'on' : ''}`}
        aria-label={label}
        tabIndex={props.skipped === true ? -1 : undefined}
        title={unavailable ?? props.hint ?? (iconOnly ? label : undefined)}
        aria-disabled={inert || undefined}
        aria-busy={isBusy || undefined}
        aria-pressed={pressed}
        aria-expanded={expanded}
        data-steps={props.steps === true ? '' : undefined}
        aria-describedby={unavailable === undefined ? undefined : reasonId}
        onClick={(event) => {
          if (inert) event.preventDefault()
          else props.onPress?.()
        }}
      >
        {shape === undefined ? null : <Icon of={shape} size={17} />}
        {isBusy ? busy : children}
      </button>
      {unavailable === undefined ? null : (
        <span id={reasonId} className="visually-hidden">
          {unavailable}
        </span>
      )}
    </>
  )
}
