import CircleAlert from 'lucide-react/icons/circle-alert'
import CircleCheck from 'lucide-react/icons/circle-check'
import Info from 'lucide-react/icons/info'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { type ReactNode, Suspense } from 'react'
import { ConflictError, errorSentence } from '../api/api-error.ts'
import type { GivenUp } from '../api/outbox/unsent.ts'
import { showToast } from '../api/toasts.ts'
import { commonText } from '../text/common.ts'
import { twoVersionsText } from '../text/two-versions.ts'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'
import { part } from './part.ts'

/** Rare, and the first screen has no need of what reads values. */
const BothValues = part(() => import('./BothValues.tsx').then((m) => m.BothValues))

export type BannerTone = 'info' | 'warn' | 'bad' | 'ok'
const icons = { info: Info, warn: TriangleAlert, bad: CircleAlert, ok: CircleCheck } as const

/** Announced at once when it says a failure, politely otherwise. */
export function Banner(props: { tone?: BannerTone; children: ReactNode; acts?: ReactNode }) {
  const tone = props.tone ?? 'info'
  return (
    <div className={`banner ${tone === 'info' ? '' : tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
      <Icon of={icons[tone]} />
      <div className="grow">{props.children}</div>
      {props.acts === undefined ? null : <div className="acts">{props.acts}</div>}
    </div>
  )
}

const none: ConflictError['conflicts'] = []

/** A failure's sentence, with « Réessayer » when that may help, and « Abandonner » where what was typed is refused. */
export function ErrorBanner({
  error,
  onRetry,
  onGiveUp,
}: {
  error: unknown
  onRetry?: (() => void) | undefined
  onGiveUp?: (() => GivenUp | null) | undefined
}) {
  const conflicts = error instanceof ConflictError ? error.conflicts : none
  const isBoth = conflicts.length > 0
  return (
    <Banner
      tone="bad"
      acts={
        onRetry === undefined ? undefined : (
          <>
            <Button small onPress={onRetry}>
              {isBoth ? twoVersionsText.keepMine.version : commonText.retry}
            </Button>
            {onGiveUp === undefined ? null : (
              <Button small onPress={() => sayGivenUp(onGiveUp())}>
                {isBoth ? twoVersionsText.takeTheirs.version : commonText.giveUp}
              </Button>
            )}
          </>
        )
      }
    >
      {errorSentence(error)}
      {isBoth ? (
        <Suspense>
          <BothValues conflicts={conflicts} />
        </Suspense>
      ) : null}
    </Banner>
  )
}

/** Says what was given up, with the way back. */
export function sayGivenUp(given: GivenUp | null): void {
  if (given === null) return
  const { texts, putBack } = given
  showToast(commonText.givenUp(texts), { label: commonText.putBack, run: putBack })
}
