import Lock from 'lucide-react/icons/lock'
import type { ReactNode } from 'react'
import type { Settled } from '../../electron/domain/managed/policies.ts'
import { useQuery } from '../api/use-query.ts'
import { href } from '../app/paths.ts'
import { managedText as text } from '../text/managed.ts'
import { EditingOff } from '../ui/editing.ts'
import { Icon } from '../ui/Icon.tsx'

const nothing: Settled = {}

/** What the administration of this machine has settled; the same from the start to the end of the application. */
export function useManaged(): Settled {
  return useQuery('settings.managed', {}, { isFixed: true }).data?.settled ?? nothing
}

/** In place of the acts that would change it. */
export function ManagedNote() {
  return (
    <p className="row mute">
      <Icon of={Lock} size={16} />
      <span>
        {text.note} <a href={href('settings', {}, 'imposes')}>{text.which}</a>
      </span>
    </p>
  )
}

/** A field that shows what is settled, and why it does not change. */
export function Managed({ when, children }: { when: boolean; children: ReactNode }) {
  if (!when) return children
  return (
    <>
      <EditingOff value={text.note}>{children}</EditingOff>
      <ManagedNote />
    </>
  )
}
