import type { Output } from '../../../../electron/contract/index.ts'
import { commonText } from '../../../text/common.ts'
import { handOverText as text } from '../../../text/hand-over.ts'
import { instantWords } from '../../../text/instant-words.ts'
import { ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import type { HandOverActs } from './use-hand-over.ts'

export function BreakDialog(props: {
  /** `alone`: without the folder, which is away. */
  kind: 'break' | 'alone'
  seen: Output<'handOver.look'>
  acts: HandOverActs
  onClose: () => void
}) {
  const { kind, seen, acts, onClose } = props
  const isAlone = kind === 'alone'
  const { lease, newest } = seen
  return (
    <Dialog
      alert
      title={isAlone ? text.aloneTitle : text.breakTitle}
      onClose={onClose}
      onSubmit={() => (isAlone ? acts.alone(onClose) : acts.breakIn(onClose))}
      acts={
        <>
          <Button onPress={onClose}>{commonText.cancel}</Button>
          <Button type="submit" look="primary" busy={acts.busy === null ? undefined : text.acts.taking}>
            {isAlone ? text.aloneConfirm : text.acts.takeBack}
          </Button>
        </>
      }
    >
      {isAlone ? (
        <p>{text.aloneLead}</p>
      ) : (
        <>
          <p>
            {lease === null
              ? text.breakUnknown
              : text.breakHeld(lease.machineName, lease.who, instantWords(lease.since))}
          </p>
          <p>{newest === null ? text.breakOwn : text.breakFrom(instantWords(newest.at))}</p>
          <p>{text.breakAfter}</p>
        </>
      )}
      {acts.error === null ? null : <ErrorBanner error={acts.error} />}
    </Dialog>
  )
}
