import { useQuery } from '../../api/use-query.ts'
import { teamText as text } from '../../text/team.ts'
import { PassphraseField } from '../../ui/PassphraseField.tsx'

/** The password of an account of the team's base, and where it is kept. */
export function PasswordField(props: {
  value: string
  /** Whether it was asked for, so that none given is a fault. */
  isChecked: boolean
  onChange: (password: string) => void
  autoFocus?: boolean
}) {
  const { value, isChecked, onChange, autoFocus = false } = props
  const kept = useQuery('team.password', {})
  return (
    <PassphraseField
      label={text.password}
      help={kept.data === undefined ? undefined : text.passwordHelp(kept.data.canKeep)}
      error={isChecked && value === '' ? text.passwordRule : undefined}
      value={value}
      onChange={onChange}
      autoFocus={autoFocus}
    />
  )
}
