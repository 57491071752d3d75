import { createContext, useContext } from 'react'

/** Why nothing can be changed; null when everything can. */
export const EditingOff = createContext<string | null>(null)

/** The same for what goes on while the papers around it are locked. */
export const BesideLock = createContext<string | null>(null)

/** Read-only, with the reason as its tooltip. */
export function useEditingOff(): { readOnly: boolean; title: string | undefined } {
  const reason = useContext(EditingOff)
  return { readOnly: reason !== null, title: reason ?? undefined }
}
