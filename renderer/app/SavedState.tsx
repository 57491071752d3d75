import Check from 'lucide-react/icons/check'
import CircleAlert from 'lucide-react/icons/circle-alert'
import LoaderCircle from 'lucide-react/icons/loader-circle'
import { Suspense, useState } from 'react'
import { formatTime } from '../../electron/domain/text/french.ts'
import { clockTime } from '../../electron/domain/time/civil-date.ts'
import { useSaveState } from '../api/outbox/window.ts'
import { frameText } from '../text/frame.ts'
import { Icon } from '../ui/Icon.tsx'
import { part } from '../ui/part.ts'

const NotSaved = part(() => import('./NotSaved.tsx').then((m) => m.NotSaved))

/**
 * Whether everything typed is stored, as the outbox knows it; what is not can be read, copied and sent again. Where
 * nothing can be stored, that nothing waits is no reason to say so.
 */
export function SavedState({ isStored }: { isStored: boolean }) {
  const { phase, savedAt } = useSaveState()
  const [isAsked, setAsked] = useState(false)
  if (phase === 'saved')
    return !isStored ? null : (
      <span className="saved">
        <Icon of={Check} size={16} />
        <span>{savedWords(savedAt)}</span>
      </span>
    )
  if (phase === 'saving')
    return (
      <span className="saved">
        <Icon of={LoaderCircle} size={16} />
        <span>{frameText.saving}</span>
      </span>
    )
  return (
    <>
      <button
        type="button"
        className={phase === 'typed' ? 'saved' : 'saved bad'}
        onClick={() => setAsked(true)}
      >
        <Icon of={CircleAlert} size={16} />
        <span>{phase === 'typed' ? frameText.typed : frameText.notSaved}</span>
      </button>
      <Suspense>{isAsked ? <NotSaved onClose={() => setAsked(false)} /> : null}</Suspense>
    </>
  )
}

/** "Enregistré à 10 h 42", in local time; without a time before the first text was stored. */
function savedWords(at: number | null): string {
  if (at === null) return frameText.saved
  const date = new Date(at)
  return frameText.savedAt(formatTime(clockTime(date)))
}
