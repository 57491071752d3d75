import { useState } from 'react'
import type { DocumentSubject } from '../../../electron/contract/documents.ts'
import { faultPlace, faultSentence } from '../../../electron/contract/fault-sentences.ts'
import { useQuery } from '../../api/use-query.ts'
import { faultText as text } from '../../text/document-faults.ts'
import { Button } from '../../ui/Button.tsx'
import { countsOf, FaultList } from './FaultList.tsx'

/** Below the message that says where the document went. */
export function SavedVerdict(props: { subject: DocumentSubject; producedId: string }) {
  return (
    <div className="saved-verdict">
      <Verdict {...props} />
    </div>
  )
}

function Verdict({ subject, producedId }: { subject: DocumentSubject; producedId: string }) {
  const [isOpen, setIsOpen] = useState(false)
  const { data, isPending } = useQuery('documents.verdict', { producedId })
  if (isPending) return <span>{text.checking}</span>
  const found = data?.faults ?? null
  if (found === null) return <span>{text.unchecked}</span>
  const [first] = found
  if (first === undefined) return <span>{text.sound}</span>
  const { faults, warnings } = countsOf(found)
  return (
    <>
      {isOpen ? null : <span>{text.first(faultPlace(first), faultSentence(first))}</span>}
      <Button small expanded={isOpen} onPress={() => setIsOpen(!isOpen)}>
        {isOpen ? text.hide : text.see(faults, warnings)}
      </Button>
      {isOpen ? <FaultList subject={subject} faults={found} /> : null}
    </>
  )
}
