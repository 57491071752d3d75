import { useEffect } from 'react'
import { useActs } from '../../renderer/acts/use-acts.ts'
import { frameActs } from '../../renderer/app/frame-acts.ts'
import { leaveFieldOnEscape } from '../../renderer/ui/leave-field.ts'
import { followTouched } from '../../renderer/ui/typing.ts'

/** The frame, as far as its keys go. */
export function FrameKeys() {
  const none = () => undefined
  useActs(frameActs, { search: none, help: none, newMeeting: none })
  useEffect(() => followTouched(window), [])
  useEffect(() => leaveFieldOnEscape(window), [])
  return null
}
