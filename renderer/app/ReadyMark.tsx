// Tells whoever watches the page (a measure, a test, an assistive tool) that the screen shows its data.
import { useIsFetching } from '@tanstack/react-query'
import { useLayoutEffect } from 'react'

/** Rendered beside the screen: set on the second frame after its last read came back. */
export function ReadyMark() {
  const fetching = useIsFetching()
  // A layout effect: those of a screen still hidden, because a part of it is being loaded, do not run.
  useLayoutEffect(() => {
    if (fetching > 0) return
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        document.documentElement.dataset.appState = 'ready'
      })
    })
    return () => cancelAnimationFrame(frame)
  }, [fetching])
  return null
}
