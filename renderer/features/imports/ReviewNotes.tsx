import FileX from 'lucide-react/icons/file-x'
import type { AgendaItem } from '../../../electron/domain/agenda/agenda.ts'
import type { Draft, DraftWarning } from '../../../electron/domain/agenda/draft.ts'
import { importsText } from '../../text/imports.ts'
import { Banner } from '../../ui/Banner.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { CheckBox } from '../../ui/Select.tsx'

// What stands around the lines of a review.
const goneText = importsText.gone

/** What the agenda has and the file no longer says. */
export function GoneItems(props: {
  items: readonly AgendaItem[]
  withdrawn: ReadonlySet<string>
  onWithdraw: (id: string, isWithdrawn: boolean) => void
}) {
  if (props.items.length === 0) return null
  return (
    <section className="import-gone" aria-labelledby="import-gone-title">
      <h3 id="import-gone-title">{goneText.title(props.items.length)}</h3>
      <p className="mute">{goneText.words}</p>
      <ul>
        {props.items.map(({ id, title }) => (
          <li key={id}>
            <CheckBox
              label={goneText.withdraw(title || importsText.untitled)}
              checked={props.withdrawn.has(id)}
              onCommit={(checked) => props.onWithdraw(id, checked)}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Said under the field of the date, where it is asked for. */
const ofTheDate: ReadonlySet<DraftWarning['code']> = new Set(['date-missing', 'year-missing'])

export function Warnings({ draft, isExisting }: { draft: Draft; isExisting: boolean }) {
  const warnings = draft.warnings.filter(
    // A meeting of the calendar has its hours.
    ({ code }) => !ofTheDate.has(code) && !(isExisting && code === 'times-missing'),
  )
  if (warnings.length === 0) return null
  return (
    <Banner tone="warn">
      <ul aria-label={importsText.warnings}>
        {warnings.map(({ code, message }) => (
          <li key={`${code} ${message}`}>{message}</li>
        ))}
      </ul>
    </Banner>
  )
}

/** `isFile`: nothing was understood of the whole file. */
export function NoLines({ isFile }: { isFile: boolean }) {
  return isFile ? (
    <EmptyState icon={FileX} title={importsText.noItems}>
      {importsText.noItemsWords}
    </EmptyState>
  ) : (
    <p className="mute pad">{importsText.compared.nothingShown}</p>
  )
}
