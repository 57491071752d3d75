import { useEffect, useRef } from 'react'
import { isTyping } from '../../ui/typing.ts'
import { clipboardWords } from './clipboard-words.ts'

/** Calls `onWords` with what is pasted while nobody types; files are left to whoever takes them. */
export function usePastedWords(onWords: (words: string) => void): void {
  const latest = useRef(onWords)
  latest.current = onWords
  useEffect(() => {
    const listen = (event: ClipboardEvent) => {
      if (event.defaultPrevented || isTyping(document.activeElement)) return
      const data = event.clipboardData
      const words = clipboardWords(data?.getData('text/plain') ?? '', data?.getData('text/html') ?? '')
      if (words.trim() !== '') latest.current(words)
    }
    document.addEventListener('paste', listen)
    return () => document.removeEventListener('paste', listen)
  }, [])
}
