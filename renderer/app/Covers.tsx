import { type ComponentType, useEffect, useState } from 'react'
import { ScreenBoundary } from './ScreenBoundary.tsx'

export type Cover = 'palette' | 'shortcuts' | 'new-meeting'
type CoverProps = { onClose: () => void }
type Parts = Readonly<Record<Cover, ComponentType<CoverProps>>>

/** The first screen comes before. */
const AFTER_START_MS = 300

async function loadParts(): Promise<Parts> {
  const [{ Palette }, { ShortcutsDialog }, { NewMeetingDialog }] = await Promise.all([
    import('../features/home/search/Palette.tsx'),
    import('./ShortcutsDialog.tsx'),
    import('../features/meetings/NewMeetingDialog.tsx'),
  ])
  return { palette: Palette, shortcuts: ShortcutsDialog, 'new-meeting': NewMeetingDialog }
}

/**
 * Loaded shortly after the start, and shown in the very step in which a key asks: people type on right after it, and those
 * letters would be lost while it is fetched.
 */
export function Covers({ cover, ...props }: CoverProps & { cover: Cover | null }) {
  const [parts, setParts] = useState<Parts | null>(null)
  const [failure, setFailure] = useState<{ thrown: unknown } | null>(null)
  const isAsked = cover !== null
  useEffect(() => {
    if (parts !== null) return
    const load = () =>
      loadParts().then(
        (loaded) => {
          setParts(loaded)
          setFailure(null)
        },
        // A part that could not be fetched unasked is asked for again by the key.
        (thrown: unknown) => (isAsked ? setFailure({ thrown }) : undefined),
      )
    const timer = setTimeout(() => void load(), isAsked ? 0 : AFTER_START_MS)
    return () => clearTimeout(timer)
  }, [parts, isAsked])
  if (cover === null) return null
  const Part = parts?.[cover]
  return (
    <ScreenBoundary key={cover}>
      {failure === null ? null : <Failed thrown={failure.thrown} />}
      {Part === undefined ? null : <Part {...props} />}
    </ScreenBoundary>
  )
}

/** Leaves it to the boundary above to say so. */
function Failed({ thrown }: { thrown: unknown }): null {
  throw thrown
}
