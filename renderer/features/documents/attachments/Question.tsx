import CircleHelp from 'lucide-react/icons/circle-help'
import { useEffect, useRef } from 'react'
import type { ListedAttachment } from '../../../../electron/contract/attachments.ts'
import { attachmentsText as text } from '../../../text/attachments.ts'
import { Button } from '../../../ui/Button.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import type { Choice } from './questions.ts'
import { nameOf } from './use-attachments.ts'

export function Question(props: {
  attachment: ListedAttachment
  choices: readonly Choice[]
  /** Several may be asked at once: the first one takes the focus. */
  takesFocus: boolean
  onAnswer: (choice: Choice | null) => void
}) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (props.takesFocus) box.current?.querySelector('button')?.focus()
  }, [props.takesFocus])
  return (
    <div className="attendance-ask" role="status" ref={box}>
      <Icon of={CircleHelp} />
      <span className="grow">{words(props.attachment.fileName, props.choices)}</span>
      <span className="row wrap">
        {props.choices.map((choice, rank) => (
          <Button
            key={choice.kind === 'replace' ? choice.old.id : choice.awaited.id}
            small
            look={rank === 0 ? 'primary' : 'plain'}
            onPress={() => props.onAnswer(choice)}
          >
            {choice.kind === 'replace' ? text.replace : text.receivedAs(choice.awaited.title)}
          </Button>
        ))}
        <Button small onPress={() => props.onAnswer(null)}>
          {text.addApart}
        </Button>
      </span>
    </div>
  )
}

function words(fileName: string, choices: readonly Choice[]): string {
  const [first, second] = choices
  if (first?.kind === 'replace') return text.sameName(fileName, nameOf(first.old))
  if (first === undefined || second !== undefined) return text.isOneAwaited(fileName)
  return text.isAwaited(fileName, first.awaited.title, first.awaited.fromName)
}
