import Search from 'lucide-react/icons/search'
import { useEffect, useId, useRef, useState } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components/Modal'
import { readAct, readSign } from '../../../../electron/domain/search/query.ts'
import { civilDate } from '../../../../electron/domain/time/civil-date.ts'
import { useQuery } from '../../../api/use-query.ts'
import { scopesWithPlace } from '../../../app/every-scope.ts'
import { usePlace } from '../../../app/location.ts'
import { useTeam } from '../../../app/team.ts'
import { shortcutsText } from '../../../text/frame.ts'
import { searchText as text } from '../../../text/search.ts'
import { ErrorBanner } from '../../../ui/Banner.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { Keys } from '../../../ui/Keys.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { commandEntries, nearestCommands } from './command-entries.ts'
import { deedsFor } from './deeds.ts'
import { Marked } from './Marked.tsx'
import type { PaletteEntry } from './palette-entry.ts'
import { paletteLines } from './palette-lines.ts'
import { noSaidFilter } from './said-filter.ts'
import { useRecent } from './use-recent.ts'

/** Sentences in the palette; all of them have their own screen. */
const MOST_SAID = 8

export function Palette({ onClose }: { onClose: () => void }) {
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const { only, words } = readSign(typed)
  const isSearched = words !== '' && only !== 'acts' && only !== 'said'
  const hits = useQuery(
    'search.query',
    { words, only: only === 'persons' ? only : null },
    { enabled: isSearched, keepPrevious: true },
  )
  const place = usePlace()
  const meetings = useQuery('meetings.list', { year: null })
  const said = useQuery(
    'search.said',
    { ...noSaidFilter, words, limit: MOST_SAID },
    { enabled: words !== '' && only === 'said', keepPrevious: true },
  )
  const recent = useRecent(meetings.data ?? [], typed.trim() === '')
  const isTeam = useTeam() !== null
  const deeds = deedsFor(meetings.data ?? [], {
    scopes: scopesWithPlace,
    shownId: place.params.meetingId ?? null,
    asked: readAct(words, civilDate(new Date())),
    isTeam,
  })
  const { entries, isNothing } = paletteLines(
    { only, words },
    {
      acts: [...recent, ...commandEntries(words, deeds)],
      nearestActs: () => nearestCommands(words, deeds),
      found: hits.data,
      said: said.data,
    },
  )
  const isRead = !hits.isFetching && !said.isFetching && !meetings.isPending
  const readAs = isSearched ? (hits.data?.readAs ?? []) : []
  const chosen = Math.min(active, entries.length - 1)
  const listId = useId()
  const open = (entry: PaletteEntry | undefined) => {
    if (entry === undefined) return
    onClose()
    entry.onOpen()
  }
  /** Enter came before the words were searched for: what is listed still is what others found. */
  const [isAsked, setAsked] = useState(false)
  const openFound = useRef<() => void>(undefined)
  useEffect(() => {
    openFound.current = () => {
      setAsked(false)
      open(entries[0])
    }
  })
  useEffect(() => {
    if (isAsked && isRead) openFound.current?.()
  }, [isAsked, isRead])
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
                  setAsked(false)
                }}
                onKeyDown={(event) => {
                  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
                  if (step !== 0 && entries.length > 0) {
                    event.preventDefault()
                    setAsked(false)
                    setActive((chosen + step + entries.length) % entries.length)
                  } else if (event.key === 'Enter') {
                    event.preventDefault()
                    if (isRead || active > 0) open(entries[chosen])
                    else setAsked(true)
                  }
                }}
              />
              {/* Heard by whoever does not see the list change. */}
              <span className="mute text-15" role="status">
                {words === ''
                  ? ''
                  : [
                      text.count(isNothing ? 0 : entries.length),
                      ...readAs.map(({ typed, word }) => text.readAs(typed, word)),
                    ].join(', ')}
              </span>
            </div>
            {hits.error === null ? null : <ErrorBanner error={hits.error} />}
            {said.error === null ? null : <ErrorBanner error={said.error} />}
            {isNothing && isRead ? <p className="pad mute">{text.none}</p> : null}
            <Results listId={listId} entries={entries} chosen={chosen} onOpen={open} />
            {isRead ? null : <Skeleton lines={2} />}
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
                {text.acts}
              </span>
              <span>
                <Keys keys={['@']} />
                {text.persons}
              </span>
              <span>
                <Keys keys={['"']} />
                {text.said}
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
        <span className="lines">
          <span className="cut">
            <Marked parts={entry.parts} />
          </span>{' '}
          {entry.detail.length === 0 ? null : (
            <small className="cut">
              <Marked parts={entry.detail} />
            </small>
          )}
        </span>
        <span className="end">{entry.keys.length > 0 ? <Keys keys={entry.keys} /> : entry.end}</span>
      </div>
    </>
  )
}
