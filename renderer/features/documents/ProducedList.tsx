import Check from 'lucide-react/icons/check'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { useState } from 'react'
import type { ProducedDocument } from '../../../electron/contract/documents.ts'
import { formatShortDate, formatSize, formatTime } from '../../../electron/domain/text/french.ts'
import { civilDate, clockTime } from '../../../electron/domain/time/civil-date.ts'
import { useQuery } from '../../api/use-query.ts'
import { faultText } from '../../text/document-faults.ts'
import { documentName, producedText as text } from '../../text/documents.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { uncheckedBecause } from './checked.ts'
import { countsOf, FaultList } from './FaultList.tsx'

/** More than these are asked for. */
const SHOWN = 12

/** Nothing at all while nothing left. */
export function ProducedList({ meetingId }: { meetingId: string }) {
  const { data = [] } = useQuery('documents.produced', { meetingId })
  const [all, setAll] = useState(false)
  if (data.length === 0) return null
  const shown = all ? data : data.slice(0, SHOWN)
  return (
    <section className="produced" aria-label={text.title}>
      <h2>
        {text.title} <span className="mute">{text.hint}</span>
      </h2>
      <ul>
        {shown.map((document) => (
          <ProducedRow key={document.id} document={document} />
        ))}
      </ul>
      {shown.length === data.length ? null : (
        <Button small onPress={() => setAll(true)}>
          {text.showAll(data.length)}
        </Button>
      )}
    </section>
  )
}

function ProducedRow({ document }: { document: ProducedDocument }) {
  const [isOpen, setIsOpen] = useState(false)
  const { kind, format, fileName, pageCount, sha256, producedAt, producedBy, sizeBytes, faults } = document
  return (
    <li>
      <span className="strong produced-name" title={fileName}>
        {documentName(kind)}
      </span>
      <span className="mute produced-facts">{text.facts(format, pageCount, formatSize(sizeBytes))}</span>
      <span className="mute produced-when">{text.when(shortInstant(producedAt), producedBy)}</span>
      <code title={text.hash(sha256)}>{sha256.slice(0, 8)}</code>
      <span className="grow" />
      <Verdict document={document} />
      {faults === null || faults.length === 0 ? null : (
        <Button small expanded={isOpen} onPress={() => setIsOpen(!isOpen)}>
          {isOpen ? faultText.hide : faultText.see(countsOf(faults).faults, countsOf(faults).warnings)}
        </Button>
      )}
      {isOpen && faults !== null ? <FaultList subject={null} faults={faults} /> : null}
    </li>
  )
}

function Verdict({ document: { kind, format, faults, checking } }: { document: ProducedDocument }) {
  const why = uncheckedBecause(kind, format)
  if (why !== null) return <span className="mute">{text.notChecked[why]}</span>
  if (checking !== null) return <span className="mute">{faultText.checking[checking]}</span>
  if (faults === null) return <span className="mute">{text.unchecked}</span>
  const found = countsOf(faults)
  if (faults.length === 0)
    return (
      <Badge icon={Check} tone="ok">
        {text.sound}
      </Badge>
    )
  return (
    <Badge icon={TriangleAlert} tone={found.faults > 0 ? 'bad' : 'warn'}>
      {faultText.counts(found.faults, found.warnings)}
    </Badge>
  )
}

/** "mar. 24 nov. à 19 h 35", in this desk's time. */
function shortInstant(instant: string): string {
  const when = new Date(instant)
  const time = formatTime(clockTime(when))
  return text.instant(formatShortDate(civilDate(when), true), time)
}
