import { useState } from 'react'
import { outbox } from '../../api/outbox/window.ts'
import { teamText as text } from '../../text/team.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'

type StoredFirst = {
  /** What keeps it from being done; null when nothing does. */
  readonly kept: readonly string[] | null
  first(act: () => void): Promise<void>
  giveUp(): void
}

/** What was typed for some data is never sent to others: before this desk turns to these, it is stored or given up. */
export function useStoredFirst(): StoredFirst {
  const [kept, setKept] = useState<readonly string[] | null>(null)
  return {
    kept,
    async first(act) {
      await outbox.flush()
      setKept(outbox.isStored ? null : outbox.kept())
      if (outbox.isStored) act()
    },
    giveUp() {
      outbox.forgetUnstored()
      setKept(null)
    },
  }
}

export function NotStored({ stored: { kept, giveUp } }: { stored: StoredFirst }) {
  if (kept === null) return null
  return (
    <>
      <Banner
        tone="bad"
        acts={
          <Button small onPress={giveUp}>
            {text.giveUp}
          </Button>
        }
      >
        {text.notStored}
      </Banner>
      <ul className="kept-texts">
        {[...new Set(kept)].map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </>
  )
}
