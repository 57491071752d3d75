import MessageSquareQuote from 'lucide-react/icons/message-square-quote'
import { Fragment, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { SaidFilter } from '../../../../electron/contract/search.ts'
import { formatShortDate } from '../../../../electron/domain/text/french.ts'
import { ActButton } from '../../../acts/ActButton.tsx'
import { bindActs, keyHints, pressKey } from '../../../acts/act.ts'
import { listActs, openActs } from '../../../acts/list-acts.ts'
import { useRowKeys } from '../../../acts/use-acts.ts'
import { errorSentence } from '../../../api/api-error.ts'
import { call } from '../../../api/client.ts'
import { showToast } from '../../../api/toasts.ts'
import { useQuery } from '../../../api/use-query.ts'
import { frameActs } from '../../../app/frame-acts.ts'
import { saidText as text } from '../../../text/said.ts'
import { ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { FilterField } from '../../../ui/FilterField.tsx'
import { Head } from '../../../ui/Head.tsx'
import { Inspector } from '../../../ui/Inspector.tsx'
import { useStatusLine } from '../../../ui/status.ts'
import { Marked } from './Marked.tsx'
import { openSaid } from './open-said.ts'
import { markedParts } from './palette-entry.ts'
import { SaidFilters } from './SaidFilters.tsx'
import { saidActs } from './said-acts.ts'
import { noSaidFilter } from './said-filter.ts'
import { type Said, saidAbout } from './said-words.ts'

const LIMIT = 100
const hints = keyHints([
  listActs.acts.previous,
  listActs.acts.next,
  openActs.acts.open,
  saidActs.acts.copy,
  frameActs.acts.find,
])

/** @param props.focusId the words that the search was begun with */
export function SaidPage(props: { focusId: string | null }) {
  const [filter, setFilter] = useState<SaidFilter>({ ...noSaidFilter, words: props.focusId ?? '' })
  const [chosenId, setChosenId] = useState<string | null>(null)
  const isAsked = filter.words.trim() !== '' || filter.organisationId !== null || filter.personId !== null
  const found = useQuery('search.said', { ...filter, limit: LIMIT }, { enabled: isAsked, keepPrevious: true })
  const sentences = isAsked ? (found.data?.sentences ?? []) : []
  const chosen = sentences.find(({ id }) => id === chosenId) ?? sentences[0]
  const { total = 0, meetings = 0 } = isAsked ? (found.data ?? {}) : {}
  useStatusLine(
    total === 0
      ? []
      : [total > sentences.length ? text.shown(sentences.length, total) : text.count(total, meetings)],
    hints,
  )
  return (
    <>
      <Head
        title={text.title}
        beside={
          <FilterField
            label={text.filter}
            value={filter.words}
            onChange={(words) => setFilter({ ...filter, words })}
          />
        }
      />
      <div className="toolbar">
        <SaidFilters filter={filter} onChange={setFilter} />
      </div>
      <div className="cols">
        <section className="pane grow" aria-label={text.list}>
          <div className="scroll">
            {found.error === null ? null : <ErrorBanner error={found.error} />}
            {!isAsked ? (
              <EmptyState icon={MessageSquareQuote} title={text.begin}>
                {text.beginHelp}
              </EmptyState>
            ) : sentences.length > 0 ? (
              <SaidList sentences={sentences} chosen={chosen} onChoose={setChosenId} />
            ) : found.isFetching ? null : (
              <p className="pad mute">{text.none}</p>
            )}
          </div>
        </section>
        {chosen === undefined ? null : <AtItsPlace said={chosen} />}
      </div>
    </>
  )
}

function SaidList(props: {
  sentences: readonly Said[]
  chosen: Said | undefined
  onChoose: (id: string) => void
}) {
  const { sentences, chosen } = props
  const listId = useId()
  const list = useRef<HTMLDivElement>(null)
  const at = sentences.findIndex(({ id }) => id === chosen?.id)
  useEffect(() => {
    if (at > 0) list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: 'nearest' })
  }, [at])
  useRowKeys(listActs)
  useRowKeys(openActs)
  useRowKeys(saidActs)
  const onKeyDown = (event: KeyboardEvent) => {
    const go = (to: number) => {
      const next = sentences[to]
      if (next !== undefined) props.onChoose(next.id)
    }
    const moves = bindActs(listActs, { at, length: sentences.length, go }, null)
    const own = {
      open: () => (chosen === undefined ? undefined : openSaid(chosen)),
      copy: () => copySaid(chosen),
    }
    pressKey(event, [
      ...Object.values(moves),
      ...Object.values(bindActs(openActs, own, null)),
      ...Object.values(bindActs(saidActs, own, null)),
    ])
  }
  const years = byYear(sentences)
  return (
    <div
      ref={list}
      className="said-list"
      role="listbox"
      tabIndex={0}
      aria-label={text.list}
      aria-activedescendant={chosen === undefined ? undefined : `${listId}-${chosen.id}`}
      onKeyDown={onKeyDown}
    >
      {[...years].map(([year, own]) => (
        <Fragment key={year}>
          <div className="said-year" role="presentation">
            <b>{year}</b> <span className="mute">{text.year(year, own.length).count}</span>
          </div>
          {own.map((said) => (
            <div
              key={said.id}
              id={`${listId}-${said.id}`}
              className="said-line"
              role="option"
              tabIndex={-1}
              aria-selected={said.id === chosen?.id}
              onMouseDown={() => props.onChoose(said.id)}
              onDoubleClick={() => openSaid(said)}
            >
              <div className="grow">
                <p>
                  <Marked parts={markedParts(said.sentence, said.ranges)} />
                </p>
                <small className="mute">{saidAbout(said)}</small>
              </div>
              <small className="mute">{formatShortDate(said.date, true)}</small>
            </div>
          ))}
        </Fragment>
      ))}
    </div>
  )
}

/** Each year with its sentences, in the order in which they come. */
function byYear(sentences: readonly Said[]): Map<string, Said[]> {
  const years = new Map<string, Said[]>()
  for (const said of sentences) {
    const year = said.date.slice(0, 4)
    years.set(year, [...(years.get(year) ?? []), said])
  }
  return years
}

function AtItsPlace({ said }: { said: Said }) {
  const { copy } = bindActs(saidActs, { copy: () => copySaid(said) }, null)
  return (
    <Inspector
      title={text.atItsPlace}
      acts={
        <Button small onPress={() => openSaid(said)}>
          {text.open}
        </Button>
      }
      isRead
    >
      <div className="pad said-place">
        <p className="mute">{saidAbout(said)}</p>
        {said.itemTitle === '' ? null : <h3 className="h3">{said.itemTitle}</h3>}
        {said.before === '' ? null : <p className="mute">{said.before}</p>}
        <p className="said-here">{said.sentence}</p>
        {said.after === '' ? null : <p className="mute">{said.after}</p>}
        <ActButton act={copy} look="ghost" />
      </div>
    </Inspector>
  )
}

function copySaid(said: Said | undefined): void {
  if (said === undefined) return
  const about = `${saidAbout(said)}, ${formatShortDate(said.date, true)}`
  call('app.copy', { text: text.source(said.sentence, about), html: null }).then(
    () => showToast(text.copied),
    (error: unknown) => showToast(errorSentence(error)),
  )
}
