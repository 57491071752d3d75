import { useState } from 'react'
import { commonText } from '../../../text/common.ts'
import { recoveryText as text } from '../../../text/recovery.ts'
import { ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Rung } from './Rung.tsx'
import { useRecovered } from './use-recovered.ts'

export function EmptyRung() {
  const [asked, setAsked] = useState(false)
  const start = useRecovered('recovery.startEmpty')
  return (
    <Rung title={text.emptyTitle} lead={text.emptyLead}>
      <div className="row">
        <Button look="ghost" onPress={() => setAsked(true)}>
          {text.emptyAct}
        </Button>
      </div>
      {asked ? (
        <Dialog
          alert
          title={text.emptyAsk}
          onClose={() => setAsked(false)}
          onSubmit={() => start.mutate({})}
          acts={
            <>
              <Button onPress={() => setAsked(false)}>{commonText.cancel}</Button>
              <Button type="submit" look="primary" busy={start.isPending ? text.using : undefined}>
                {text.emptyConfirm}
              </Button>
            </>
          }
        >
          <p>{text.emptyAskLead}</p>
          {start.error === null ? null : <ErrorBanner error={start.error} />}
        </Dialog>
      ) : null}
    </Rung>
  )
}
