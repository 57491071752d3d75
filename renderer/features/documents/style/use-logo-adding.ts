import { useState } from 'react'
import type { ListedLetterhead } from '../../../../electron/contract/document-style.ts'
import { type Logo, MAX_LOGO_BYTES } from '../../../../electron/domain/documents/letterhead.ts'
import { ApiError, errorSentence } from '../../../api/api-error.ts'
import { useArrived } from '../../../api/arrivals.ts'
import { store } from '../../../api/outbox/window.ts'
import { showUndoToast } from '../../../api/toasts.ts'
import { documentStyleText as text } from '../../../text/document-style.ts'

type Role = Logo['role']
export type LogoAdding = {
  /** Of several pictures let fall on the issuer's place the first is taken. */
  add: (role: Role, files: readonly File[]) => Promise<void>
  choose: (role: Role) => void
  busy: Role | null
  /** Emptied by the next act. */
  failures: readonly string[]
}

/** Without the saved state: a picture that is refused is nothing that was typed and is lost. */
export function useLogoAdding(letterhead: ListedLetterhead): LogoAdding {
  const { id: letterheadId } = letterhead
  const [failures, setFailures] = useState<readonly string[]>([])
  const [busy, setBusy] = useState<Role | null>(null)
  const say = (before: ListedLetterhead, all: readonly ListedLetterhead[]) => {
    const now = all.find(({ id }) => id === letterheadId)?.logos ?? []
    const added = now.find((logo) => !before.logos.some(({ id }) => id === logo.id))
    if (added !== undefined) showUndoToast(text.logoAdded(added.fileName))
  }
  return {
    busy,
    failures,
    async add(role, files) {
      setFailures([])
      setBusy(role)
      for (const file of role === 'issuer' ? files.slice(0, 1) : files) {
        try {
          if (file.size > MAX_LOGO_BYTES) throw new ApiError('logo-too-large')
          const bytes = new Uint8Array(await file.arrayBuffer())
          say(
            letterhead,
            await store('documentStyle.addLogo', {
              letterheadId,
              role,
              file: { fileName: file.name, bytes },
            }),
          )
        } catch (error) {
          setFailures((before) => [...before, `${text.logoFailed(file.name)} ${errorSentence(error)}`])
        }
      }
      setBusy(null)
    },
    choose(role) {
      setFailures([])
      setBusy(role)
      store('documentStyle.chooseLogo', { letterheadId, role })
        .then((all) => (all === null ? undefined : say(letterhead, all)))
        .catch((error: unknown) => setFailures([errorSentence(error)]))
        .finally(() => setBusy(null))
    },
  }
}

/** A picture goes where it was let fall or where the focus is, else to the issuer who has none, else to the partners. */
export function useArrivedLogo(letterhead: ListedLetterhead, adding: LogoAdding): void {
  useArrived('picture', null, (files, at) => {
    const isIn = (place: string) => at?.closest(place) != null
    const hasIssuer = letterhead.logos.some(({ role }) => role === 'issuer')
    const toIssuer = isIn('.style-issuer') || (!hasIssuer && !isIn('.style-partner'))
    void adding.add(toIssuer ? 'issuer' : 'partner', files)
  })
}
