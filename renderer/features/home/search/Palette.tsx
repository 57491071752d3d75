import Search from 'lucide-react/icons/search'
import { useEffect, useId, useRef, useState } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useQuery } from '../../../api/use-query.ts'
import { shortcutsText } from '../../../text/frame.ts'
import { searchText as text } from '../../../text/search.ts'
import { ErrorBanner } from '../../../ui/Banner.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { Keys } from '../../../ui/Keys.tsx'
import { commandEntries } from './command-entries.ts'
import { hitEntries } from './hit-entries.ts'
import type { PaletteEntry } from './palette-entry.ts'

const LIMIT = 30

export function Palette({ onClose }: { onClose: () => void }) {
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const words = typed.replace(/^[>@]\s*/, '').trim()
  const only = typed.startsWith('>') ? 'commands' : typed.startsWith('@') ? 'persons' : null
  const hits = useQuery(
    'search.query',
    { words, limit: LIMIT },
    { enabled: words !== '' && only !== 'commands', keepPrevious: true },
  )
  const found = words === '' || hits.data === undefined ? [] : hitEntries(hits.data)
  const entries = [
    ...(only === 'persons' ? [] : commandEntries(words)),
    ...(only === 'commands' ? [] : found),
  ].filter((entry) => only !== 'persons' || entry.group === text.groups.persons)
  const chosen = Math.min(active, entries.length - 1)
  const listId = useId()
  const open = (entry: PaletteEntry | undefined) => {
    if (entry === undefined) return
    onClose()
    entry.onOpen()
  }
  return (
    <I18nProvider locale="fr-FR">
      <ModalOverlay
        className="overlay"
        isOpen
        isDismissable
        onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      >
        <Modal className="palette-modal">
          <Dialog className="palette" aria-label={text.label}>
            <div className="query">
              <Icon of={Search} size={20} />
              <input
                className="bare grow"
                // The palette exists to be typed in.
                ref={focusOnce}
                role="combobox"
                aria-expanded="true"
                aria-controls={listId}
                aria-autocomplete="list"
                aria-activedescendant={entries.length === 0 ? undefined : `${listId}-${chosen}`}
                aria-label={text.label}
                maxLength={200}
                value={typed}
                onChange={(event) => {
                  setTyped(event.target.value)
                  setActive(0)
                }}
                onKeyDown={(event) => {
                  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
                  if (step !== 0 && entries.length > 0) {
                    event.preventDefault()
                    setActive((chosen + step + entries.length) % entries.length)
                  } else if (event.key === 'Enter') {
                    event.preventDefault()
                    open(entries[chosen])
                  }
                }}
              />
              {words === '' ? null : <span className="mute text-15">{text.count(entries.length)}</span>}
            </div>
            {hits.error === null ? null : <ErrorBanner error={hits.error} />}
            <Results listId={listId} entries={entries} chosen={chosen} onOpen={open} />
            {entries.length > 0 || hits.isFetching ? null : <p className="pad mute">{text.none}</p>}
            <div className="palette-foot">
              <span>
                <Keys keys={['↑', '↓']} />
                {text.choose}
              </span>
              <span>
                <Keys keys={[shortcutsText.keys.enter]} />
                {text.open}
              </span>
              <span className="push">
                <Keys keys={['>']} />
                {text.commands}
              </span>
              <span>
                <Keys keys={['@']} />
                {text.persons}
              </span>
            </div>
          </Dialog>
        </Modal>
      </ModalOverlay>
    </I18nProvider>
  )
}

function focusOnce(input: HTMLInputElement | null): void {
  input?.focus()
}

function Results(props: {
  listId: string
  entries: readonly PaletteEntry[]
  chosen: number
  onOpen: (entry: PaletteEntry) => void
}) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const option = list.current?.querySelector(`[id="${props.listId}-${props.chosen}"]`)
    option?.scrollIntoView?.({ block: 'nearest' })
  }, [props.listId, props.chosen])
  return (
    <div ref={list} id={props.listId} className="palette-list" role="listbox" aria-label={text.results}>
      {props.entries.map((entry, index) => (
        <Option
          key={entry.id}
          id={`${props.listId}-${index}`}
          entry={entry}
          selected={index === props.chosen}
          heading={props.entries[index - 1]?.group === entry.group ? null : entry.group}
          onOpen={props.onOpen}
        />
      ))}
    </div>
  )
}

function Option(props: {
  id: string
  entry: PaletteEntry
  selected: boolean
  heading: string | null
  onOpen: (entry: PaletteEntry) => void
}) {
  const { entry } = props
  return (
    <>
      {props.heading === null ? null : (
        <div className="group-title" role="presentation">
          {props.heading}
        </div>
      )}
      <div
        id={props.id}
        className="option"
        role="option"
        tabIndex={-1}
        aria-selected={props.selected}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => props.onOpen(entry)}
        onKeyDown={() => undefined}
      >
        <Icon of={entry.icon} />
        <span className="cut">
          {entry.parts.map((part) =>
            part.marked ? <mark key={part.at}>{part.text}</mark> : <span key={part.at}>{part.text}</span>,
          )}{' '}
          <small>{entry.detail}</small>
        </span>
        <span className="end">{entry.keys.length > 0 ? <Keys keys={entry.keys} /> : entry.end}</span>
      </div>
    </>
  )
}
