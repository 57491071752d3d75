import { errorSentences } from '../../../electron/contract/error-sentences.ts'
import { formatDuration, formatTime } from '../../../electron/domain/text/french.ts'
import { agendaText } from '../../text/agenda.ts'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import type { AgendaState, AgendaStore, SetAside } from './agenda-store.ts'

export function NotSaved({ store, state }: { store: AgendaStore; state: AgendaState }) {
  return (
    <div className="agenda-banners">
      {state.stopped === null ? null : (
        <ErrorBanner error={state.stopped} onRetry={() => void store.settle()} />
      )}
      {state.setAside.map((aside) => (
        <AsideBanner key={aside.key} aside={aside} store={store} state={state} />
      ))}
    </div>
  )
}

function AsideBanner({ aside, store, state }: { aside: SetAside; store: AgendaStore; state: AgendaState }) {
  const { operation, code } = aside
  const item = state.view.items.find((one) => one.id === operation.id)
  const wanted = wantedWords(aside)
  return (
    <Banner
      tone="bad"
      acts={
        <>
          {item === undefined && operation.type !== 'add' ? null : (
            <Button small onPress={() => store.applyAgain(aside.key)}>
              {agendaText.setAside.apply}
            </Button>
          )}
          <Button small onPress={() => store.drop(aside.key)}>
            {item === undefined ? agendaText.setAside.gone : agendaText.setAside.forget}
          </Button>
        </>
      }
    >
      {item === undefined && code === 'not-found'
        ? agendaText.setAside.removed
        : `${agendaText.setAside.refused(item?.title || agendaText.untitled)} ${errorSentences[code]}`}
      {wanted === '' ? null : <div className="strong">{agendaText.setAside.wanted(wanted)}</div>}
    </Banner>
  )
}

/** The words that would be lost: those typed, and a duration. */
function wantedWords({ operation }: SetAside): string {
  if (operation.type === 'add') return operation.fields.title
  if (operation.type === 'invite') return operation.name
  if (operation.type !== 'update') return ''
  const { patch } = operation
  return [
    patch.title,
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
