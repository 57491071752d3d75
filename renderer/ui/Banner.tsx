import CircleAlert from 'lucide-react/icons/circle-alert'
import CircleCheck from 'lucide-react/icons/circle-check'
import Info from 'lucide-react/icons/info'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import type { ReactNode } from 'react'
import { errorSentence } from '../api/api-error.ts'
import type { GivenUp } from '../api/outbox/unsent.ts'
import { showToast } from '../api/toasts.ts'
import { commonText } from '../text/common.ts'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'

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
  return (
    <Banner
      tone="bad"
      acts={
        onRetry === undefined ? undefined : (
          <>
            <Button small onPress={onRetry}>
              {commonText.retry}
            </Button>
            {onGiveUp === undefined ? null : (
              <Button small onPress={() => sayGivenUp(onGiveUp())}>
                {commonText.giveUp}
              </Button>
            )}
          </>
        )
      }
    >
      {errorSentence(error)}
    </Banner>
  )
}

/** Says what was given up, with the way back. */
export function sayGivenUp(given: GivenUp | null): void {
  if (given === null) return
  const { texts, putBack } = given
  showToast(commonText.givenUp(texts), { label: commonText.putBack, run: putBack })
}
