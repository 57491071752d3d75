import ClipboardPaste from 'lucide-react/icons/clipboard-paste'
import { capsOf, parseKey } from '../../acts/keys.ts'
import { watchPasteText as text } from '../../text/watch-paste.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Keys } from '../../ui/Keys.tsx'
import { useKept } from '../../ui/kept.ts'
import { clipboardWords } from './clipboard-words.ts'

const pasteKey = capsOf(parseKey('CmdOrCtrl+V'))

/** Always at hand: what is pasted is read at once with what was typed around it, what is only typed with Enter. */
export function PasteField({ onWords }: { onWords: (words: string) => void }) {
  const [words, setWords, forget] = useKept('watch-paste', '')
  const read = (found: string) => {
    if (found.trim() === '') return
    setWords('')
    forget()
    onWords(found)
  }
  return (
    <form
      className="input watch-paste"
      onSubmit={(event) => {
        event.preventDefault()
        read(words)
      }}
    >
      <Icon of={ClipboardPaste} size={17} />
      <input
        className="bare"
        aria-label={text.field}
        placeholder={text.field}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onPaste={(event) => {
          const data = event.clipboardData
          const pasted = clipboardWords(data.getData('text/plain'), data.getData('text/html'))
          // Files are left to whoever takes them.
          if (pasted.trim() === '') return
          event.preventDefault()
          const { selectionStart, selectionEnd } = event.currentTarget
          const before = words.slice(0, selectionStart ?? words.length)
          read(`${before}${pasted}${words.slice(selectionEnd ?? words.length)}`)
        }}
      />
      <Keys keys={pasteKey} />
    </form>
  )
}
