import { CalendarDate, parseDate } from '@internationalized/date'
import CalendarDays from 'lucide-react/icons/calendar-days'
import ChevronLeft from 'lucide-react/icons/chevron-left'
import ChevronRight from 'lucide-react/icons/chevron-right'
import {
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useContext,
  useEffect,
  useRef,
  useState,
} from 'react'
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
  /** There is no such thing as no date here: emptied, it says so, and what was last entered stays. */
  needed?: boolean
  /** Of this thing and field alone: the parts of a date that is not whole show again, however the field was left. */
  keptAs: string
}

/** A year being typed goes through 0002, 0020, 0202: not yet a date of ours. */
const FIRST_YEAR = 1900
/** Whoever leaves a year of two figures means one of ours. */
const CENTURY = 2000

/** What is wrong with what is typed: its year, which may still be, a day that there is not, or that nothing is. */
type Fault = 'year' | 'day' | 'empty' | null

/**
 * A date is committed once it is complete and exists; an emptied field commits null, unless a date is needed. A day that does not exist
 * stays as it is typed, and the field says so.
 */
export function DateField(props: DateFieldProps) {
  // Of another thing it is another field: what is typed half stays with its own.
  return <OneDate key={props.keptAs} {...props} />
}

function OneDate({ label, value, onCommit, error, autoFocus, keptAs, needed = false }: DateFieldProps) {
  const [date, setDate] = useState<CalendarDate | null>(() => asDate(value))
  useEffect(() => setDate(asDate(value)), [value])
  const [fault, setFault] = useState<Fault>(null)
  const [isInside, setInside] = useState(false)
  const typed = useRef<readonly Part[]>([])
  const isBack = useRef<boolean>(null)
  const isLeaving = useRef(false)
  const off = useEditingOff()
  const isWrong = fault === 'day' || (fault === 'year' && !isInside)
  const isEmptied = needed && fault === 'empty' && date === null && value !== null
  const said = error ?? (isEmptied ? fieldText.needed : isWrong ? fieldText.dateRule : undefined)
  const leave = (event: FocusEvent) => {
    isLeaving.current = false
    if (event.currentTarget.contains(event.relatedTarget)) return
    setInside(false)
    const year = yearOf(typed.current)
    const full = year < 100 ? dayOf(typed.current, CENTURY + year) : null
    if (full === null) return
    setDate(full)
    onCommit(full.toString())
  }
  return (
    <I18nProvider locale="fr-FR">
      <DatePicker
        className={said === undefined ? 'field' : 'field error'}
        value={date}
        granularity="day"
        shouldForceLeadingZeros
        isInvalid={said !== undefined}
        isReadOnly={off.readOnly}
        autoFocus={autoFocus ?? false}
        onChange={(next) => {
          // On leaving, a day that there is not would become the last of its month.
          if (
            isLeaving.current &&
            typed.current.length === 3 &&
            dayOf(typed.current, yearOf(typed.current)) === null
          ) {
            isBack.current = false
            return
          }
          setDate(next)
          if (next !== null && next.year >= FIRST_YEAR) onCommit(next.toString())
          else if (next === null && !needed) onCommit(null)
        }}
      >
        <Label className="label">{label}</Label>
        <Group
          className="input date-input"
          onKeyDownCapture={sendWithEnter}
          onFocus={() => setInside(true)}
          onBlurCapture={() => {
            isLeaving.current = true
          }}
          onBlur={leave}
        >
          <DateInput className="date-segments">
            {(segment) =>
              segment.type === 'year' ? (
                <>
                  <DateSegment className="date-segment" segment={segment} />
                  <HalfTyped place={keptAs} typed={typed} isBack={isBack} onFault={setFault} />
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
        {said === undefined ? null : (
          <div className="message" role="status">
            {said}
          </div>
        )}
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
function HalfTyped(props: {
  place: string
  typed: RefObject<readonly Part[]>
  /** Null until it is known whether there is something to put back. */
  isBack: RefObject<boolean | null>
  onFault: (fault: Fault) => void
}) {
  const { typed, isBack } = props
  const state = useContext(DateFieldStateContext)
  const parts = typedParts(state?.segments ?? [])
  const written = state?.segments.map(({ text }) => text).join('') ?? ''
  const [kept, keep] = useKept<readonly Part[]>(props.place, [], ({ length }) =>
    length === 0 ? [] : [written],
  )
  const told = useRef<readonly Part[]>([])
  useEffect(() => {
    isBack.current ??= kept.length === 0
    if (!isBack.current) {
      // One after the other, and what is stored first makes room: nothing but what is typed makes a day of them.
      const isOver = parts.length === 3 && !sameJson(parts, kept)
      const over = parts.find(
        ({ type }) => !kept.some((part) => part.type === type) || (isOver && type === 'year'),
      )
      if (over !== undefined) return state?.clearSegment(over.type)
      const missing = kept.find((part) => !parts.some((one) => sameJson(one, part)))
      if (missing !== undefined) return state?.setSegment(missing.type, missing.value)
    }
    isBack.current = true
    typed.current = parts
    const fault = faultOf(parts)
    props.onFault(fault)
    const half = parts.length === 3 && fault === null ? [] : parts
    if (sameJson(half, told.current)) return
    told.current = half
    keep(half)
  })
  return null
}

const yearOf = (parts: readonly Part[]) => parts.find(({ type }) => type === 'year')?.value ?? 0

/** Null where the parts make no day of this year. */
function dayOf(parts: readonly Part[], year: number): CalendarDate | null {
  const [month, day] = [parts.find(({ type }) => type === 'month'), parts.find(({ type }) => type === 'day')]
  if (month === undefined || day === undefined || parts.length < 3) return null
  const date = new CalendarDate(year, month.value, day.value)
  // A day too many has become the last of the month.
  return date.day === day.value ? date : null
}

function faultOf(parts: readonly Part[]): Fault {
  if (parts.length === 0) return 'empty'
  if (parts.length < 3) return null
  if (yearOf(parts) < FIRST_YEAR) return 'year'
  return dayOf(parts, yearOf(parts)) === null ? 'day' : null
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
