import { useState } from 'react'
import { showToast } from '../../api/toasts.ts'
import { useAct } from '../../api/use-write.ts'
import type { Team } from '../../app/team.ts'
import { commonText } from '../../text/common.ts'
import { teamText as text } from '../../text/team.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { LongProgress } from '../../ui/LongProgress.tsx'
import { NotStored, useStoredFirst } from './StoredFirst.tsx'

export function BringTeam({ role }: { role: Team['role'] }) {
  const [isAsked, setAsked] = useState(false)
  const stored = useStoredFirst()
  const bring = useAct('team.bring', {
    onSuccess: (carried) => {
      setAsked(false)
      showToast(text.carried(carried))
    },
  })
  const stop = useAct('team.stop')
  return (
    <>
      <Button unavailable={role === 'lecture' ? text.bringReader : undefined} onPress={() => setAsked(true)}>
        {text.bring}
      </Button>
      {isAsked ? (
        <Dialog
          alert
          held={stored.isHeld}
          title={text.bringTitle}
          onClose={() => setAsked(false)}
          onSubmit={() => void stored.first(() => bring.mutateAsync({}))}
          acts={
            <>
              <Button
                unavailable={stored.isHeld ? text.waitOrStop : undefined}
                onPress={() => setAsked(false)}
              >
                {commonText.cancel}
              </Button>
              <Button type="submit" look="primary" reads busy={stored.isHeld ? text.bringing : undefined}>
                {text.bringConfirm}
              </Button>
            </>
          }
        >
          <p>{text.bringLead}</p>
          <NotStored stored={stored} />
          {bring.error === null ? null : <ErrorBanner error={bring.error} />}
          {bring.isPending ? (
            <LongProgress
              method="team.bring"
              beginning={text.bringBegins}
              words={text.progress}
              stop={text.stop}
              onStop={() => stop.mutate({})}
              atOnce="line"
            />
          ) : null}
        </Dialog>
      ) : null}
    </>
  )
}
