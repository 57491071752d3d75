import type { Editor } from '@tiptap/core'
import { createContext, type Dispatch, type SetStateAction, useContext } from 'react'

export type ActiveEditor = {
  readonly editor: Editor | null
  readonly setActive: Dispatch<SetStateAction<Editor | null>>
  /** The words of the paragraph where the cursor is now. */
  readonly setWords: (words: string) => void
}

export const ActiveEditorContext = createContext<ActiveEditor>({
  editor: null,
  setActive: () => undefined,
  setWords: () => undefined,
})

export function useActiveEditor(): ActiveEditor {
  return useContext(ActiveEditorContext)
}
