import { useLayoutEffect } from 'react'

/**
 * In one column what all screens stand in is scrolled, and would leave the next one as far down as the last. It stands before
 * what is shown, which may then bring something of its own into view.
 */
export function FromTop(): null {
  useLayoutEffect(() => {
    const main = document.getElementById('main')
    if (main !== null) main.scrollTop = 0
  }, [])
  return null
}
