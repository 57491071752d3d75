import CircleHelp from 'lucide-react/icons/circle-question-mark'
import { arrivalsText as text } from '../../text/arrivals.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { answer, giveUpQuestions } from './arrive.ts'
import type { Question } from './questions.ts'

/** Choices that have a button of their own. */
const NAMED = 2

export function ArrivalQuestions({ questions }: { questions: readonly Question[] }) {
  const files = questions.reduce((sum, one) => sum + one.files.length, 0)
  return (
    <Dialog
      title={text.question(files)}
      onClose={giveUpQuestions}
      acts={<Button onPress={giveUpQuestions}>{text.leave}</Button>}
    >
      <ul className="arrival-questions">
        {questions.map((question) => (
          <li key={question.key} className="stack">
            <strong className="arrival-names">{question.files.map(({ name }) => name).join(', ')}</strong>
            {question.failure === null ? null : <p className="mute">{question.failure}</p>}
            <div className="arrival-choices">
              {question.choices.slice(0, NAMED).map(({ arrival, label }, rank) => (
                <Button
                  key={label}
                  look={rank === 0 ? 'primary' : 'plain'}
                  onPress={() => answer(question, arrival)}
                >
                  {label}
                </Button>
              ))}
              {question.choices.length <= NAMED ? null : (
                <Menu
                  words
                  icon={CircleHelp}
                  label={text.otherwise}
                  acts={() =>
                    question.choices.slice(NAMED).map(({ arrival, label }) => ({
                      id: label,
                      label,
                      icon: CircleHelp,
                      onAct: () => answer(question, arrival),
                    }))
                  }
                />
              )}
            </div>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
