import { useQuery } from '../../api/use-query.ts'
import { useWrite } from '../../api/use-write.ts'
import { Managed, useManaged } from '../../parts/Managed.tsx'
import { deskText as text } from '../../text/desk.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { CheckBox } from '../../ui/Select.tsx'

/** Off until somebody turns it on. */
export function DueNotices() {
  const state = useQuery('desk.dueNotices', {})
  const turn = useWrite('desk.switchDueNotices')
  const isManaged = useManaged().DueNotices !== undefined
  const error = state.error ?? turn.error
  return (
    <section className="stack" aria-label={text.notices}>
      <h2 className="h2">{text.notices}</h2>
      <p className="mute">{text.noticesLead}</p>
      {error === null ? null : <ErrorBanner error={error} />}
      {state.data === undefined ? null : (
        <Managed when={isManaged}>
          <CheckBox
            label={text.announce}
            checked={state.data.isOn}
            onCommit={(isOn) => turn.mutate({ isOn })}
          />
        </Managed>
      )}
    </section>
  )
}
