import { useEffect, useLayoutEffect } from 'react'

/** Told by their scrolling: asked for it, the whole screen would be laid out in the middle of being drawn. */
const scrolledDown = new WeakSet<Element>()

/**
 * In one column what all screens stand in is scrolled, and would leave the next one as far down as the last. It stands before
 * what is shown, which may then bring something of its own into view.
 */
export function FromTop(): null {
  useLayoutEffect(() => {
    const main = document.getElementById('main')
    if (main === null || !scrolledDown.delete(main)) return
    main.scrollTop = 0
  }, [])
  useEffect(() => {
    const main = document.getElementById('main')
    const onScroll = () => {
      if (main !== null && main.scrollTop > 0) scrolledDown.add(main)
    }
    main?.addEventListener('scroll', onScroll, { passive: true })
    return () => main?.removeEventListener('scroll', onScroll)
  }, [])
  return null
}
