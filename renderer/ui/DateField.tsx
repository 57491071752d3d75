import { type CalendarDate, parseDate } from '@internationalized/date'
import CalendarDays from 'lucide-react/icons/calendar-days'
import ChevronLeft from 'lucide-react/icons/chevron-left'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { type KeyboardEvent, useContext, useEffect, useRef, useState } from 'react'
import { type DateFieldState, DateFieldStateContext } from 'react-aria-components/DateField'
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  DateInput,
  DatePicker,
  DateSegment,
  Group,
  Label,
  Popover,
} from 'react-aria-components/DatePicker'
import { Dialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { sameJson } from '../api/same-json.ts'
import { fieldText } from '../text/field.ts'
import { useEditingOff } from './editing.ts'
import { Icon } from './Icon.tsx'
import { useKept } from './kept.ts'

export type DateFieldProps = {
  label: string
  /** `YYYY-MM-DD` */
  value: string | null
  onCommit: (date: string | null) => void
  error?: string | undefined
  autoFocus?: boolean
  /** Of this thing and field alone: the parts of a date that is not whole show again, however the field was left. */
  keptAs: string
}

/** A year being typed goes through 0002, 0020, 0202: not yet a date of ours. */
const FIRST_YEAR = 1900

/** A date is committed once it is complete and exists; an emptied field commits null on leaving. */
export function DateField(props: DateFieldProps) {
  // Of another thing it is another field: what is typed half stays with its own.
  return <OneDate key={props.keptAs} {...props} />
}

function OneDate({ label, value, onCommit, error, autoFocus, keptAs }: DateFieldProps) {
  const [date, setDate] = useState<CalendarDate | null>(() => asDate(value))
  useEffect(() => setDate(asDate(value)), [value])
  const off = useEditingOff()
  return (
    <I18nProvider locale="fr-FR">
      <DatePicker
        className={error === undefined ? 'field' : 'field error'}
        value={date}
        granularity="day"
        shouldForceLeadingZeros
        isInvalid={error !== undefined}
        isReadOnly={off.readOnly}
        autoFocus={autoFocus ?? false}
        onChange={(next) => {
          setDate(next)
          if (next !== null && next.year >= FIRST_YEAR) onCommit(next.toString())
          else if (next === null) onCommit(null)
        }}
      >
        <Label className="label">{label}</Label>
        <Group className="input date-input" onKeyDownCapture={sendWithEnter}>
          <DateInput className="date-segments">
            {(segment) =>
              segment.type === 'year' ? (
                <>
                  <DateSegment className="date-segment" segment={segment} />
                  <HalfTyped place={keptAs} />
                </>
              ) : (
                <DateSegment className="date-segment" segment={segment} />
              )
            }
          </DateInput>
          <Button className="button ghost compact icon end" aria-label={fieldText.openCalendar}>
            <Icon of={CalendarDays} size={17} />
          </Button>
        </Group>
        {error === undefined ? null : <div className="message">{error}</div>}
        <Popover className="menu calendar-pop">
          <Dialog className="calendar-dialog">
            <Calendar className="calendar">
              <header className="row">
                <Button
                  slot="previous"
                  className="button ghost compact icon"
                  aria-label={fieldText.previousMonth}
                >
                  <Icon of={ChevronLeft} size={17} />
                </Button>
                <Heading className="calendar-month" />
                <Button slot="next" className="button ghost compact icon" aria-label={fieldText.nextMonth}>
                  <Icon of={ChevronRight} size={17} />
                </Button>
              </header>
              <CalendarGrid weekdayStyle="short">
                {(day) => <CalendarCell className="calendar-day" date={day} />}
              </CalendarGrid>
            </Calendar>
          </Dialog>
        </Popover>
      </DatePicker>
    </I18nProvider>
  )
}

type Part = { readonly type: 'day' | 'month' | 'year'; readonly value: number }

/** Keeps what is typed of a date as long as it is none, and puts it back where it is shown again. */
function HalfTyped({ place }: { place: string }) {
  const state = useContext(DateFieldStateContext)
  const parts = typedParts(state?.segments ?? [])
  const written = state?.segments.map(({ text }) => text).join('') ?? ''
  const [kept, keep] = useKept<readonly Part[]>(place, [], ({ length }) => (length === 0 ? [] : [written]))
  const isBack = useRef(kept.length === 0)
  const told = useRef<readonly Part[]>([])
  useEffect(() => {
    // One after the other, and what is stored first makes room: nothing but what is typed makes a day of them.
    const over = parts.find((part) => !kept.some(({ type }) => type === part.type))
    if (!isBack.current && over !== undefined) return state?.clearSegment(over.type)
    const missing = kept.find((part) => !parts.some((one) => sameJson(one, part)))
    if (!isBack.current && missing !== undefined) return state?.setSegment(missing.type, missing.value)
    isBack.current = true
    const isWhole =
      parts.length === 3 && parts.every(({ type, value }) => type !== 'year' || value >= FIRST_YEAR)
    const half = isWhole ? [] : parts
    if (sameJson(half, told.current)) return
    told.current = half
    keep(half)
  })
  return null
}

function typedParts(segments: DateFieldState['segments']): Part[] {
  return segments.flatMap(({ type, value, isPlaceholder }) =>
    (type === 'day' || type === 'month' || type === 'year') && !isPlaceholder && value != null
      ? [{ type, value }]
      : [],
  )
}

function asDate(value: string | null): CalendarDate | null {
  return value === null || value === '' ? null : parseDate(value)
}

/** The parts of the date are no inputs: the browser does not send the form by itself. */
function sendWithEnter(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || !(event.target instanceof HTMLElement)) return
  if (event.target.getAttribute('role') === 'spinbutton') event.target.closest('form')?.requestSubmit()
}
