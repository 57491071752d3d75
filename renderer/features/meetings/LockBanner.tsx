import Lock from 'lucide-react/icons/lock'
import LockOpen from 'lucide-react/icons/lock-open'
import type { Meeting } from '../../../electron/domain/meetings/meeting.ts'
import { useWrite } from '../../api/use-write.ts'
import { takeoverText as text } from '../../text/takeover.ts'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'

/** Why the papers of a meeting cannot be changed; null when they can. */
export function lockedReason({ takenOver }: Meeting): string | null {
  return takenOver === 'locked' ? text.lockedReason : null
}

export function LockBanner({ meeting }: { meeting: Meeting }) {
  const { id, version, takenOver } = meeting
  const set = useWrite('takeover.setLock')
  if (takenOver === null) return null
  const isLocked = takenOver === 'locked'
  return (
    <div className={isLocked ? 'core-lost taken-lock' : 'core-lost'}>
      {set.error === null ? null : <ErrorBanner error={set.error} />}
      <Banner
        tone={isLocked ? 'info' : 'warn'}
        acts={
          <Button
            small
            writes
            icon={isLocked ? LockOpen : Lock}
            busy={set.isPending ? (isLocked ? text.unlocking : text.locking) : undefined}
            onPress={() => set.mutate({ id, version, locked: !isLocked })}
          >
            {isLocked ? text.unlock : text.lock}
          </Button>
        }
      >
        {isLocked ? text.locked : text.unlocked}
      </Banner>
    </div>
  )
}
