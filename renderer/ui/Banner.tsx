import CircleAlert from 'lucide-react/icons/circle-alert'
import CircleCheck from 'lucide-react/icons/circle-check'
import Info from 'lucide-react/icons/info'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import type { ReactNode } from 'react'
import { errorSentence } from '../api/api-error.ts'
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

/** A failure's sentence, with « Réessayer » when that may help. */
export function ErrorBanner({ error, onRetry }: { error: unknown; onRetry?: (() => void) | undefined }) {
  return (
    <Banner
      tone="bad"
      acts={
        onRetry === undefined ? undefined : (
          <Button small onPress={onRetry}>
            {commonText.retry}
          </Button>
        )
      }
    >
      {errorSentence(error)}
    </Banner>
  )
}
