import { useState } from 'react'
import { showToast } from '../../api/toasts.ts'
import { useAct } from '../../api/use-write.ts'
import { commonText } from '../../text/common.ts'
import { teamText as text } from '../../text/team.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { NotStored, useStoredFirst } from './StoredFirst.tsx'

export function LeaveTeam() {
  const [isAsked, setAsked] = useState(false)
  const stored = useStoredFirst()
  const leave = useAct('team.leave', {
    onSuccess: () => {
      setAsked(false)
      showToast(text.left)
    },
  })
  return (
    <>
      <Button onPress={() => setAsked(true)}>{text.leave}</Button>
      {isAsked ? (
        <Dialog
          alert
          held={stored.isHeld}
          title={text.leaveTitle}
          onClose={() => setAsked(false)}
          onSubmit={() => void stored.first(() => leave.mutateAsync({}))}
          acts={
            <>
              <Button unavailable={stored.isHeld ? text.wait : undefined} onPress={() => setAsked(false)}>
                {commonText.cancel}
              </Button>
              <Button type="submit" look="primary" reads busy={stored.isHeld ? text.leaving : undefined}>
                {text.leaveConfirm}
              </Button>
            </>
          }
        >
          <p>{text.leaveLead}</p>
          <NotStored stored={stored} />
          {leave.error === null ? null : <ErrorBanner error={leave.error} />}
        </Dialog>
      ) : null}
    </>
  )
}
