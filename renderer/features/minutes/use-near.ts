import { type RefObject, useEffect, useState } from 'react'

/** How far outside of what is seen a section is made ready, in pixels. */
const AHEAD_PX = 500

/** Whether a section has come near what is seen of the text; once it has, it stays so: what was typed in it can be undone. */
export function useNear(section: RefObject<HTMLElement | null>): boolean {
  const [isNear, setNear] = useState(false)
  useEffect(() => {
    const element = section.current
    if (element === null || isNear) return
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setNear(true)
      },
      { root: element.closest('.scroll'), rootMargin: `${AHEAD_PX}px 0px` },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [section, isNear])
  return isNear
}
