// Saved state: says quietly whether what was typed is written on disk.
import { useIsMutating, useQueryClient } from '@tanstack/react-query'
import Check from 'lucide-react/icons/check'
import CircleAlert from 'lucide-react/icons/circle-alert'
import { useEffect, useState } from 'react'
import { frameText } from '../text/frame.ts'
import { Icon } from '../ui/Icon.tsx'

export function SavedState() {
  const client = useQueryClient()
  const saving = useIsMutating({ mutationKey: ['write'] }) > 0
  const [failed, setFailed] = useState(false)
  useEffect(
    () =>
      client.getMutationCache().subscribe((event) => {
        if (event.type !== 'updated') return
        const { status } = event.mutation.state
        if (status === 'success') setFailed(false)
        if (status === 'error') setFailed(true)
      }),
    [client],
  )
  if (saving) return <span className="saved">{frameText.saving}</span>
  return (
    <span className={failed ? 'saved bad' : 'saved'}>
      <Icon of={failed ? CircleAlert : Check} size={16} />
      {failed ? frameText.notSaved : frameText.saved}
    </span>
  )
}
