import Search from 'lucide-react/icons/search'
import { useEffect, useRef, useState } from 'react'
import { ActButton } from '../../acts/ActButton.tsx'
import { bindActs, pressKey } from '../../acts/act.ts'
import { useActs } from '../../acts/use-acts.ts'
import { findText as text } from '../../text/find.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Noticed } from '../../ui/Noticed.tsx'
import { findActs, findFieldActs } from './find-acts.ts'
import { useFound } from './use-found.ts'

/** Finds words in what the screen shows; at its foot, where it covers nothing. */
export function FindBar({ onClose }: { onClose: () => void }) {
  const [words, setWords] = useState('')
  const { count, at, go, enter } = useFound(words)
  const field = useRef<HTMLInputElement>(null)
  const [former] = useState(() => document.activeElement)
  const ask = () => field.current?.select()
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])
  const acts = useActs(findActs, { go, again: ask }, null)
  const close = () => {
    if (!enter() && former instanceof HTMLElement) former.focus()
    onClose()
  }
  const own = bindActs(findFieldActs, { go, close }, null)
  return (
    <Noticed>
      <search className="find-bar" data-finds="" aria-label={text.title}>
        <div className="input filter-field">
          <Icon of={Search} size={17} />
          <input
            ref={field}
            className="bare"
            type="search"
            aria-label={text.field}
            placeholder={text.field}
            maxLength={200}
            value={words}
            onChange={(event) => setWords(event.target.value)}
            onKeyDown={(event) => pressKey(event, Object.values(own))}
          />
        </div>
        <ActButton act={acts.previous} small look="ghost" iconOnly steps />
        <ActButton act={acts.next} small look="ghost" iconOnly steps />
        <output className="mute" aria-live="polite">
          {words.trim() === '' ? '' : text.count(count, at + 1)}
        </output>
        <span className="grow" />
        <ActButton act={own.close} small look="ghost" iconOnly />
      </search>
    </Noticed>
  )
}
