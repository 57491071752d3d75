import { useEffect, useState } from 'react'
import { type ApiError, errorCode, errorSentence } from '../../api/api-error.ts'
import { useQuery } from '../../api/use-query.ts'
import { useAct } from '../../api/use-write.ts'
import { UpdatesSection } from '../../parts/UpdatesSection.tsx'
import { commonText } from '../../text/common.ts'
import { teamText as text } from '../../text/team.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { LeaveTeam } from './LeaveTeam.tsx'
import { PasswordField } from './PasswordField.tsx'

/** How often a server that is away is asked for again. */
const RETRY_MS = 3_000

/** In place of every screen while the base of the team cannot be opened. */
export function TeamClosed({ error, onRetry }: { error: ApiError; onRetry: () => void }) {
  const { data } = useQuery('team.get', {})
  const code = errorCode(error)
  useEffect(() => {
    if (code !== 'team-away' && code !== 'team-crowded') return
    const timer = setInterval(onRetry, RETRY_MS)
    return () => clearInterval(timer)
  }, [code, onRetry])
  return (
    <div className="scroll recovery">
      <div className="recovery-body">
        <div className="stack" role="alert">
          <h1 className="h1">{text.closedTitle}</h1>
          <p className="lead">{errorSentence(error)}</p>
        </div>
        {data?.member == null ? null : (
          <dl className="recovery-facts">
            <dt>{text.facts.base}</dt>
            <dd>{text.base(data.member.database, data.member.host)}</dd>
            <dt>{text.facts.user}</dt>
            <dd>{data.member.user}</dd>
          </dl>
        )}
        {code === 'team-password-needed' || code === 'team-password-wrong' ? <PasswordForm /> : null}
        {code === 'data-newer' ? <UpdatesSection /> : null}
        <div className="row wrap">
          <Button onPress={onRetry}>{commonText.retry}</Button>
          <LeaveTeam />
        </div>
      </div>
    </div>
  )
}

function PasswordForm() {
  const [password, setPassword] = useState('')
  const [isChecked, setChecked] = useState(false)
  const give = useAct('team.setPassword')
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        setChecked(true)
        if (password !== '') give.mutate({ password })
      }}
    >
      <PasswordField value={password} isChecked={isChecked} onChange={setPassword} autoFocus />
      {give.error === null ? null : <ErrorBanner error={give.error} />}
      <div className="row">
        <Button type="submit" look="primary" reads busy={give.isPending ? text.opening : undefined}>
          {text.open}
        </Button>
      </div>
    </form>
  )
}
