import { errorCode } from '../../../api/api-error.ts'
import { outbox } from '../../../api/outbox/window.ts'
import { showToast } from '../../../api/toasts.ts'
import { useUnderWay } from '../../../api/under-way.ts'
import { useAct, useWrite } from '../../../api/use-write.ts'
import { ManagedNote, useManaged } from '../../../parts/Managed.tsx'
import { dataPlaceText as text } from '../../../text/data-place.ts'
import { ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { LongProgress } from '../../../ui/LongProgress.tsx'

export function MoveActs({ isKept }: { isKept: boolean }) {
  const keep = useWrite('dataPlace.keep')
  const isMoving = useUnderWay('dataPlace.move')
  const stop = useAct('dataPlace.stop')
  const move = useAct('dataPlace.move', {
    onSuccess: (moved) => {
      if (moved !== null) showToast(text.moved(moved))
    },
  })
  // Text typed and not yet sent belongs to what is moved.
  const start = (asks: boolean) => void outbox.flush().then(() => move.mutate({ asks }))
  const isManaged = useManaged().DataFolder !== undefined
  const refused = move.error !== null && errorCode(move.error) === 'place-refused'
  return (
    <div className="stack">
      <div className="row wrap">
        {isManaged ? (
          <ManagedNote />
        ) : (
          <Button
            small
            look={isKept ? 'plain' : 'primary'}
            busy={isMoving ? text.moving : undefined}
            onPress={() => start(refused)}
          >
            {refused ? text.moveElsewhere : text.move}
          </Button>
        )}
        {isKept ? null : (
          <Button small onPress={() => keep.mutate({})}>
            {text.keep}
          </Button>
        )}
      </div>
      {isMoving ? (
        <LongProgress
          method="dataPlace.move"
          beginning={text.moving}
          words={text.progress}
          onStop={() => stop.mutate({})}
        />
      ) : null}
      {move.error === null ? null : <ErrorBanner error={move.error} />}
      {keep.error === null ? null : <ErrorBanner error={keep.error} />}
    </div>
  )
}
