import ArrowRight from 'lucide-react/icons/arrow-right'
import type { DocumentFault } from '../../../electron/contract/document-faults.ts'
import type { DocumentSubject } from '../../../electron/contract/documents.ts'
import { faultPlace, faultSentence } from '../../../electron/contract/fault-sentences.ts'
import { faultText, isWarning } from '../../text/document-faults.ts'
import { Button } from '../../ui/Button.tsx'
import { showPage, useIsPreviewed } from './shown-page.ts'

/** `subject`: what the preview beside it shows; null where there is no preview to turn. */
export function FaultList({
  subject,
  faults,
}: {
  subject: DocumentSubject | null
  faults: readonly DocumentFault[]
}) {
  const isPreviewed = useIsPreviewed(subject)
  return (
    <ul className="fault-list" aria-label={faultText.list}>
      {faults.map((fault) => {
        const { page } = fault
        return (
          <li key={`${fault.code} ${page} ${fault.item} ${fault.about}`}>
            <span>{faultText.first(faultPlace(fault), faultSentence(fault))}</span>
            {page === null || subject === null || !isPreviewed ? null : (
              <Button small icon={ArrowRight} onPress={() => showPage(subject, page)}>
                {faultText.goTo(page)}
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** How many faults and warnings there are. */
export function countsOf(faults: readonly DocumentFault[]): { faults: number; warnings: number } {
  const warnings = faults.filter(isWarning).length
  return { faults: faults.length - warnings, warnings }
}
