import CircleAlert from 'lucide-react/icons/circle-alert'
import { type ReactNode, useId } from 'react'
import { Icon } from './Icon.tsx'

/** Ties a control to its label and its message. */
export type FieldIds = {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

/** `error` wins over `help`. The label is always visible: a placeholder is never one. */
export function Field(props: {
  label: string
  help?: string | undefined
  error?: string | undefined
  /** Below it. */
  note?: ReactNode
  children: (ids: FieldIds) => ReactNode
}) {
  const id = useId()
  const message = props.error ?? props.help
  const messageId = `${id}-message`
  return (
    <div className={props.error === undefined ? 'field' : 'field error'}>
      <label htmlFor={id}>{props.label}</label>
      {props.children({
        id,
        'aria-describedby': message === undefined ? undefined : messageId,
        'aria-invalid': props.error === undefined ? undefined : true,
      })}
      {message === undefined ? null : (
        <div className="message" id={messageId}>
          {props.error === undefined ? null : <Icon of={CircleAlert} size={16} />}
          <span>{message}</span>
        </div>
      )}
      {props.note}
    </div>
  )
}
