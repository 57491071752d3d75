import MessageSquareQuote from 'lucide-react/icons/message-square-quote'
import { useEffect, useMemo, useState } from 'react'
import { type SaidFilter, SaidKind } from '../../../../electron/contract/search.ts'
import { fullName } from '../../../../electron/domain/people/full-name.ts'
import { shortName } from '../../../../electron/domain/people/short-name.ts'
import { formatShortDate } from '../../../../electron/domain/text/french.ts'
import { ActButton } from '../../../acts/ActButton.tsx'
import { bindActs, keyHints } from '../../../acts/act.ts'
import { listActs, openActs } from '../../../acts/list-acts.ts'
import { useRowKeys } from '../../../acts/use-acts.ts'
import { errorSentence } from '../../../api/api-error.ts'
import { call } from '../../../api/client.ts'
import { showToast } from '../../../api/toasts.ts'
import { useQuery } from '../../../api/use-query.ts'
import { windowActs } from '../../../app/window-acts.ts'
import type { GridColumn } from '../../../parts/grid/columns.ts'
import { Grid } from '../../../parts/grid/Grid.tsx'
import { gridActs } from '../../../parts/grid/grid-acts.ts'
import { chooseOne, theOne } from '../../../parts/grid/selection.ts'
import { ListAndPane } from '../../../parts/ListAndPane.tsx'
import { saidText as text } from '../../../text/said.ts'
import { Banner, ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { FilterField } from '../../../ui/FilterField.tsx'
import { FilterSelect } from '../../../ui/FilterSelect.tsx'
import { Head } from '../../../ui/Head.tsx'
import { Inspector } from '../../../ui/Inspector.tsx'
import { useStatusLine } from '../../../ui/status.ts'
import { Marked } from './Marked.tsx'
import { openSaid } from './open-said.ts'
import { markedParts } from './palette-entry.ts'
import { saidActs } from './said-acts.ts'
import { noSaidFilter } from './said-filter.ts'
import { type Said, saidAbout, saidWords } from './said-words.ts'

const LIMIT = 100
const hints = keyHints([
  listActs.acts.previous,
  listActs.acts.next,
  openActs.acts.open,
  gridActs.acts.copy,
  windowActs.acts.find,
])

/** @param props.focusId the words that the search was begun with */
export function SaidPage(props: { focusId: string | null }) {
  const [filter, setFilter] = useState<SaidFilter>({ ...noSaidFilter, words: props.focusId ?? '' })
  const { focusId } = props
  // The words of another search, typed while this screen was shown.
  useEffect(() => {
    if (focusId !== null) setFilter((known) => ({ ...known, words: focusId }))
  }, [focusId])
  const [chosenId, setChosenId] = useState<string | null>(null)
  const isAsked = filter.words.trim() !== '' || filter.organisationId !== null || filter.personId !== null
  const found = useQuery('search.said', { ...filter, limit: LIMIT }, { enabled: isAsked, keepPrevious: true })
  const sentences = isAsked ? (found.data?.sentences ?? []) : []
  const chosen = sentences.find(({ id }) => id === chosenId) ?? sentences[0]
  const { total = 0, meetings = 0, readSince = null } = isAsked ? (found.data ?? {}) : {}
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
      <ListAndPane>
        <section className="pane grow" aria-label={text.list}>
          <div className="scroll">
            {found.error === null ? null : <ErrorBanner error={found.error} />}
            {readSince === null ? null : <Banner tone="info">{text.readSince(readSince)}</Banner>}
            {!isAsked ? (
              <EmptyState icon={MessageSquareQuote} title={text.begin}>
                {text.beginHelp}
              </EmptyState>
            ) : sentences.length > 0 ? (
              <SaidList sentences={sentences} chosen={chosen} onChoose={setChosenId} />
            ) : found.isFetching ? null : (
              <p className="pad mute" role="status">
                {text.none}
              </p>
            )}
          </div>
        </section>
        {chosen === undefined ? null : <AtItsPlace said={chosen} />}
      </ListAndPane>
    </>
  )
}

function SaidList(props: {
  sentences: readonly Said[]
  chosen: Said | undefined
  onChoose: (id: string | null) => void
}) {
  const { sentences, chosen } = props
  const counts = useMemo(() => countByYear(sentences), [sentences])
  useRowKeys(saidActs)
  return (
    <Grid
      list="said"
      label={text.list}
      className="said-grid"
      isTwoLines
      isSingle
      columns={saidColumns}
      rows={sentences}
      groupOf={({ date }) => {
        const year = date.slice(0, 4)
        const words = (
          <>
            <b>{year}</b> <span className="mute">{text.year(year, counts.get(year) ?? 0).count}</span>
          </>
        )
        return { id: year, words }
      }}
      selection={chooseOne(chosen?.id ?? null)}
      onSelect={(next) => props.onChoose(theOne(next))}
      onOpen={openSaid}
      acts={Object.values(bindActs(saidActs, { copy: () => copySaid(chosen) }, null))}
    />
  )
}

const saidColumns: readonly GridColumn<Said>[] = [
  {
    id: 'sentence',
    label: text.columns.sentence,
    rowHeader: true,
    text: saidWords,
    cell: (said) => <Marked parts={markedParts(saidWords(said), said.ranges)} />,
  },
  {
    id: 'date',
    label: text.columns.date,
    text: ({ date }) => formatShortDate(date, true),
    rank: ({ date }) => date,
  },
  { id: 'source', label: text.columns.source, text: saidAbout },
]

function countByYear(sentences: readonly Said[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { date } of sentences) {
    const year = date.slice(0, 4)
    counts.set(year, (counts.get(year) ?? 0) + 1)
  }
  return counts
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
        <p className="said-here">{saidWords(said)}</p>
        {said.after === '' ? null : <p className="mute">{said.after}</p>}
        <ActButton act={copy} look="ghost" />
      </div>
    </Inspector>
  )
}

function copySaid(said: Said | undefined): void {
  if (said === undefined) return
  const about = `${saidAbout(said)}, ${formatShortDate(said.date, true)}`
  call('app.copy', { text: text.source(saidWords(said), about), html: null }).then(
    () => showToast(text.copied),
    (error: unknown) => showToast(errorSentence(error)),
  )
}

function SaidFilters(props: { filter: SaidFilter; onChange: (filter: SaidFilter) => void }) {
  const { filter } = props
  const directory = useQuery('directory.list', {}).data
  const years = useQuery('meetings.years', {}).data ?? []
  const organisations = (directory?.organisations ?? []).map(({ id, name, acronym }) => ({
    value: id,
    label: shortName({ name, acronym }),
  }))
  const persons = (directory?.persons ?? []).map(({ id, givenName, familyName }) => ({
    value: id,
    label: fullName({ givenName, familyName }),
  }))
  const yearChoices = years.map((year) => ({ value: String(year), label: String(year) }))
  const patch = (change: Partial<SaidFilter>) => props.onChange({ ...filter, ...change })
  return (
    <>
      <FilterSelect
        label={text.organisation}
        all={text.allOrganisations}
        value={filter.organisationId}
        choices={organisations}
        onChange={(organisationId) => patch({ organisationId, personId: null })}
      />
      <FilterSelect
        label={text.person}
        all={text.allPersons}
        value={filter.personId}
        choices={persons}
        onChange={(personId) => patch({ personId, organisationId: null })}
      />
      <FilterSelect
        label={text.from}
        all={text.anyYear}
        value={filter.from === null ? null : String(filter.from)}
        choices={yearChoices}
        onChange={(year) => patch({ from: year === null ? null : Number(year) })}
      />
      <FilterSelect
        label={text.to}
        all={text.anyYear}
        value={filter.to === null ? null : String(filter.to)}
        choices={yearChoices}
        onChange={(year) => patch({ to: year === null ? null : Number(year) })}
      />
      <FilterSelect
        label={text.kind}
        all={text.allKinds}
        value={filter.kinds[0] ?? null}
        choices={SaidKind.options.map((kind) => ({ value: kind, label: text.kinds[kind] }))}
        onChange={(value) => patch({ kinds: SaidKind.options.filter((kind) => kind === value) })}
      />
    </>
  )
}
