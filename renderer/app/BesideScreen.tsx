import { useActs } from '../acts/use-acts.ts'
import { DropZone } from './arrivals/DropZone.tsx'
import { useMenu } from './frame-acts.ts'
import { placeActs, type WindowContext, windowActs } from './window-acts.ts'

/** What every screen has beside it, and the first does without until it is shown. */
export function BesideScreen(props: WindowContext & { isTeam: boolean; off: string | null }) {
  useMenu(useActs(windowActs, props, props.off))
  useActs(placeActs, props)
  return <DropZone />
}
