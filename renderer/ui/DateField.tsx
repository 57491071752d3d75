import { type CalendarDate, parseDate } from '@internationalized/date'
import CalendarDays from 'lucide-react/icons/calendar-days'
import ChevronLeft from 'lucide-react/icons/chevron-left'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { type KeyboardEvent, useEffect, useState } from 'react'
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
import { fieldText } from '../text/field.ts'
import { useEditingOff } from './editing.ts'
import { Icon } from './Icon.tsx'

export type DateFieldProps = {
  label: string
  /** `YYYY-MM-DD` */
  value: string | null
  onCommit: (date: string | null) => void
  error?: string | undefined
  autoFocus?: boolean
}

/** A date is committed once it is complete and exists; an emptied field commits null on leaving. */
export function DateField({ label, value, onCommit, error, autoFocus }: DateFieldProps) {
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
          // A year being typed goes through 0002, 0020, 0202: not yet a date of ours.
          if (next !== null && next.year >= 1900) onCommit(next.toString())
          else if (next === null) onCommit(null)
        }}
      >
        <Label className="label">{label}</Label>
        <Group className="input date-input" onKeyDownCapture={sendWithEnter}>
          <DateInput className="date-segments">
            {(segment) => <DateSegment className="date-segment" segment={segment} />}
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

function asDate(value: string | null): CalendarDate | null {
  return value === null || value === '' ? null : parseDate(value)
}

/** The parts of the date are no inputs: the browser does not send the form by itself. */
function sendWithEnter(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || !(event.target instanceof HTMLElement)) return
  if (event.target.getAttribute('role') === 'spinbutton') event.target.closest('form')?.requestSubmit()
}
