import type { Editor } from '@tiptap/core'
import { createContext, type Dispatch, type SetStateAction, useContext } from 'react'

export type ActiveEditor = {
  readonly editor: Editor | null
  readonly setActive: Dispatch<SetStateAction<Editor | null>>
}

export const ActiveEditorContext = createContext<ActiveEditor>({ editor: null, setActive: () => undefined })

export function useActiveEditor(): ActiveEditor {
  return useContext(ActiveEditorContext)
}
