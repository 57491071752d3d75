import { useState } from 'react'
import type { Refusal } from '../../api/toasts.ts'
import { arrivalsText as text } from '../../text/arrivals.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { answer, giveUpQuestions } from './arrive.ts'
import type { Question } from './questions.ts'

/** Choices that are shown at first. */
const NAMED = 2

export function ArrivalQuestions(props: { questions: readonly Question[]; refusals: readonly Refusal[] }) {
  const { questions, refusals } = props
  const files = questions.reduce((sum, one) => sum + one.files.length, 0)
  return (
    <Dialog
      title={text.question(files)}
      onClose={giveUpQuestions}
      acts={<Button onPress={giveUpQuestions}>{text.leave}</Button>}
    >
      {refusals.map(({ message, act }) => (
        <p key={message} className="warn">
          {message} {act === null ? null : <Button onPress={act.run}>{act.label}</Button>}
        </p>
      ))}
      <ul className="arrival-questions">
        {questions.map((question) => (
          <AskedFiles key={question.key} question={question} />
        ))}
      </ul>
    </Dialog>
  )
}

function whyAsked({ choices, files }: Question): string {
  const kinds = new Set(choices.map(({ arrival }) => arrival.kind))
  if (kinds.size > 1) return text.manyWays(files.length)
  return kinds.has('attachment') ? text.unrecognised(files.length) : text.whichMeeting
}

function AskedFiles({ question }: { question: Question }) {
  const [hasAll, setAll] = useState(question.choices.length <= NAMED)
  return (
    <li className="stack">
      <strong className="arrival-names">{question.files.map(({ name }) => name).join(', ')}</strong>
      <p className="mute">{question.failure ?? whyAsked(question)}</p>
      <div className="arrival-choices">
        {question.choices.slice(0, hasAll ? undefined : NAMED).map(({ arrival, label }, rank) => (
          <Button
            key={label}
            look={rank === 0 ? 'primary' : 'plain'}
            onPress={() => answer(question, arrival)}
          >
            {label}
          </Button>
        ))}
        {hasAll ? null : <Button onPress={() => setAll(true)}>{text.otherwise}</Button>}
      </div>
    </li>
  )
}
