import { useState } from 'react'
import { outbox, useOutbox } from '../../api/outbox/window.ts'
import { KeptTexts } from '../../parts/KeptTexts.tsx'
import { teamText as text } from '../../text/team.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'

type StoredFirst = {
  /** From the press until this desk has turned or that failed: nothing else may be done meanwhile. */
  readonly isHeld: boolean
  /** It was tried, and not all was stored. */
  readonly wasStopped: boolean
  first(act: () => Promise<unknown>): Promise<void>
}

/** What was typed for some data is never sent to others: before this desk turns to these, it is stored or given up. */
export function useStoredFirst(): StoredFirst {
  const [isHeld, setHeld] = useState(false)
  const [wasStopped, setStopped] = useState(false)
  return {
    isHeld,
    wasStopped,
    async first(act) {
      setHeld(true)
      await outbox.flush()
      setStopped(!outbox.isStored)
      // Why it failed is said where the act is shown.
      if (outbox.isStored) await act().catch(() => undefined)
      setHeld(false)
    },
  }
}

export function NotStored({ stored: { isHeld, wasStopped } }: { stored: StoredFirst }) {
  const { isStored } = useOutbox()
  if (!wasStopped || isHeld || isStored) return null
  return (
    <>
      <Banner
        tone="bad"
        acts={
          <Button small onPress={() => outbox.forgetUnstored()}>
            {text.giveUp}
          </Button>
        }
      >
        {text.notStored}
      </Banner>
      <KeptTexts />
    </>
  )
}
