import { type ReactNode, Suspense, useMemo, useReducer, useState } from 'react'
import { MoreMenu } from '../acts/ActMenu.tsx'
import type { BoundAct } from '../acts/act.ts'
import { type More, MoreActs } from '../acts/more-acts.ts'
import { actOnScreen } from '../acts/use-acts.ts'
import { panesText } from '../text/panes.ts'
import { Head } from '../ui/Head.tsx'
import { HeadSlots } from '../ui/HeadActs.tsx'
import { useOneStop } from '../ui/one-stop.ts'
import { Skeleton } from '../ui/Skeleton.tsx'

/** One bar over several screens: each puts into it how things stand, its next act, and what else can be done. */
export function ScreenBar(props: {
  title: string
  facts?: ReactNode
  tabs?: ReactNode
  /** How things stand, where the screen does not say it. */
  badge?: ReactNode
  /** After the screen's own and the printer, in the one "…". */
  more: readonly BoundAct[]
  /** Questions and failures of those acts. */
  asked?: ReactNode
  children: ReactNode
}) {
  const [bar, setBar] = useState<HTMLElement | null>(null)
  useOneStop(bar)
  const [acts, setActs] = useState<HTMLElement | null>(null)
  const [badge, setBadge] = useState<HTMLElement | null>(null)
  const [, changed] = useReducer((times: number) => times + 1, 0)
  const [own] = useState<More>(() => ({ shown: new Set(), changed }))
  const slots = useMemo(() => ({ acts, badge }), [acts, badge])
  return (
    <MoreActs value={own}>
      <HeadSlots value={slots}>
        <Head
          title={props.title}
          facts={props.facts}
          tabs={props.tabs}
          acts={
            <div className="row" role="toolbar" aria-label={panesText.head} ref={setBar}>
              <div className="head-badge own" ref={setBadge} />
              <div className="head-badge">{props.badge}</div>
              <MoreMenu
                acts={() => [
                  ...[...own.shown].flatMap(({ current }) => current),
                  ...actOnScreen('window.print'),
                  // What does away with the whole comes last.
                  ...props.more,
                ]}
              />
              <div className="row" ref={setActs} />
            </div>
          }
        />
        {props.asked}
        {/* A screen that is still being loaded would take the bar's places away and give them back without end. */}
        <Suspense fallback={<Skeleton lines={8} />}>{props.children}</Suspense>
      </HeadSlots>
    </MoreActs>
  )
}
