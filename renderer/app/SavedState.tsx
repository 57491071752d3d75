import Check from 'lucide-react/icons/check'
import CircleAlert from 'lucide-react/icons/circle-alert'
import { formatTime } from '../../electron/domain/text/french.ts'
import { useSaveState } from '../api/outbox/window.ts'
import { frameText } from '../text/frame.ts'
import { Icon } from '../ui/Icon.tsx'

export function SavedState() {
  const { phase, savedAt } = useSaveState()
  if (phase === 'saving') return <span className="saved">{frameText.saving}</span>
  const isStored = phase === 'saved'
  return (
    <span className={isStored ? 'saved' : 'saved bad'}>
      <Icon of={isStored ? Check : CircleAlert} size={16} />
      {isStored ? savedWords(savedAt) : frameText.notSaved}
    </span>
  )
}

/** "Enregistré à 10 h 42", in local time; without a time before the first text was stored. */
function savedWords(at: number | null): string {
  if (at === null) return frameText.saved
  const date = new Date(at)
  const two = (value: number) => String(value).padStart(2, '0')
  return frameText.savedAt(formatTime(`${two(date.getHours())}:${two(date.getMinutes())}`))
}
