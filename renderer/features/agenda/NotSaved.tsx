import { errorSentences } from '../../../electron/contract/error-sentences.ts'
import type { AgendaItem } from '../../../electron/domain/agenda/agenda.ts'
import { itemKindWords, itemNatureWords } from '../../../electron/domain/agenda/agenda-words.ts'
import { formatDuration, formatTime } from '../../../electron/domain/text/french.ts'
import { errorCode } from '../../api/api-error.ts'
import { agendaText } from '../../text/agenda.ts'
import { titled } from '../../text/common.ts'
import { fieldText } from '../../text/field.ts'
import { twoVersionsText } from '../../text/two-versions.ts'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import type { AgendaState, AgendaStore, SetAside } from './agenda-store.ts'
import type { Patch } from './operations.ts'

export function NotSaved({ store, state }: { store: AgendaStore; state: AgendaState }) {
  return (
    <div className="agenda-banners">
      {/* That the server of a team is away the frame says over every screen. */}
      {state.stopped === null || errorCode(state.stopped) === 'team-away' ? null : (
        <ErrorBanner error={state.stopped} onRetry={() => void store.settle()} />
      )}
      {state.setAside.map((aside) => (
        <AsideBanner key={aside.key} aside={aside} store={store} />
      ))}
    </div>
  )
}

function AsideBanner({ aside, store }: { aside: SetAside; store: AgendaStore }) {
  const { operation, code, stored } = aside
  const isGone = stored === null && operation.type !== 'add'
  const isBoth = code === 'conflict' && stored !== null && operation.type === 'update'
  return (
    <Banner
      tone="bad"
      acts={
        <>
          {isGone ? null : (
            <Button small onPress={() => store.applyAgain(aside.key)}>
              {isBoth ? twoVersionsText.keepMine.version : agendaText.setAside.apply}
            </Button>
          )}
          <Button small onPress={() => store.drop(aside.key)}>
            {stored === null
              ? agendaText.setAside.gone
              : operation.type === 'update'
                ? twoVersionsText.takeTheirs.version
                : agendaText.setAside.forget}
          </Button>
        </>
      }
    >
      {isGone && code === 'not-found'
        ? agendaText.setAside.removed
        : `${agendaText.setAside.refused(titled(stored?.title ?? ''))} ${isBoth ? fieldText.conflict : errorSentences[code]}`}
      {isBoth ? (
        <BothVersions patch={operation.patch} stored={stored} />
      ) : (
        <Wanted words={wantedWords(aside)} />
      )}
    </Banner>
  )
}

function BothVersions({ patch, stored }: { patch: Patch; stored: AgendaItem }) {
  const theirs = Object.fromEntries(Object.keys(patch).map((field) => [field, stored[field as keyof Patch]]))
  return (
    <dl className="conflict">
      <dt>{fieldText.conflictMine}</dt>
      <dd>{wordsIn(patch) || fieldText.emptied}</dd>
      <dt>{fieldText.conflictTheirs}</dt>
      <dd>{wordsIn(theirs) || fieldText.emptied}</dd>
    </dl>
  )
}

function Wanted({ words }: { words: string }) {
  return words === '' ? null : <div className="strong">{agendaText.setAside.wanted(words)}</div>
}

/** The words that would be lost: those typed and chosen, and a duration. */
function wantedWords({ operation }: SetAside): string {
  if (operation.type === 'add') return operation.fields.title
  if (operation.type === 'invite') return operation.name
  return operation.type === 'update' ? wordsIn(operation.patch) : ''
}

function wordsIn(patch: Patch): string {
  return [
    patch.title,
    patch.kind === undefined ? undefined : itemKindWords[patch.kind],
    patch.nature === undefined || patch.nature === null ? undefined : itemNatureWords[patch.nature],
    patch.presenter,
    patch.organisation,
    patch.requester,
    typeof patch.fixedStart === 'string' ? formatTime(patch.fixedStart) : undefined,
    typeof patch.durationMinutes === 'number' ? formatDuration(patch.durationMinutes) : undefined,
    patch.disagreementBy,
    patch.disagreement,
    patch.note,
  ]
    .filter((words) => words !== undefined && words !== null && words !== '')
    .join(' · ')
}
