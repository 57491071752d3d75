import FileX from 'lucide-react/icons/file-x'
import type { AgendaItem } from '../../../electron/domain/agenda/agenda.ts'
import type { Draft, DraftWarning } from '../../../electron/domain/agenda/draft.ts'
import { titled } from '../../text/common.ts'
import { importsText } from '../../text/imports.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { CheckBox } from '../../ui/Select.tsx'
import type { Doubt, Line } from './review-line.ts'
import { type ShownLine, standingCounts } from './source-roles.ts'
import type { SaidReview } from './use-said.ts'

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
              label={goneText.withdraw(titled(title))}
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

/** Every line of the file, counted once. */
export function LinesCounted({ lines }: { lines: readonly ShownLine[] }) {
  return <span className="mute">{importsText.lines.counts(lines.length, standingCounts(lines))}</span>
}

const doubtsText = importsText.doubts
/** Of more, the rest is behind one button: the lines must stay in sight. */
const LISTED = 5

/** The lines that somebody should look at; each leads to itself. */
export function ToCheck(props: {
  lines: readonly { readonly line: Line; readonly doubt: Doubt }[]
  numbers: ReadonlyMap<number, string>
  onChoose: (key: number) => void
  onAll: () => void
}) {
  const { lines, numbers } = props
  if (lines.length === 0) return null
  const goTo = ({ key, id }: Line) => {
    props.onChoose(key)
    // After the line was laid out as the chosen one.
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)?.focus(),
    )
  }
  return (
    <section className="import-check" aria-label={doubtsText.title(lines.length)}>
      <h3>{doubtsText.title(lines.length)}</h3>
      <ul>
        {lines.slice(0, LISTED).map(({ line, doubt }) => (
          <li key={line.key}>
            <Button small look="ghost" onPress={() => goTo(line)}>
              <span className="import-check-title">
                {doubtsText.line(numbers.get(line.key) ?? null, titled(line.fields.title))}
              </span>
            </Button>
            <span className="mute">{doubtsText.why[doubt]}</span>
          </li>
        ))}
      </ul>
      {lines.length > LISTED ? (
        <Button small onPress={props.onAll}>
          {doubtsText.all(lines.length)}
        </Button>
      ) : null}
    </section>
  )
}

/** The next best reading of the agenda, and, once points were said, that nothing else is one. */
export function OtherReading({ said }: { said: SaidReview }) {
  const [first] = said.file.draft.otherItems ?? []
  const { agenda, lines } = said.said
  const isSaid = lines.some(({ role }) => role === 'item')
  if (first === undefined && !isSaid && agenda === 'best' && !said.isRemembered) return null
  return (
    <div className="import-other">
      {said.isRemembered ? (
        <>
          <span className="grow">{importsText.other.remembered}</span>
          <Button small onPress={() => said.forget()}>
            {importsText.other.without}
          </Button>
        </>
      ) : null}
      {first === undefined ? null : (
        <>
          <span className="grow">
            {importsText.other.words(said.file.draft.otherItems?.length ?? 0, first.title)}
          </span>
          <Button small onPress={() => said.takeAgenda(agenda === 'other' ? 'best' : 'other')}>
            {agenda === 'other' ? importsText.other.back : importsText.other.take}
          </Button>
        </>
      )}
      {isSaid && agenda !== 'only' ? (
        <Button small onPress={() => said.takeAgenda('only')}>
          {importsText.other.only}
        </Button>
      ) : null}
    </div>
  )
}
