import Check from 'lucide-react/icons/check'
import PenLine from 'lucide-react/icons/pen-line'
import Undo2 from 'lucide-react/icons/undo-2'
import X from 'lucide-react/icons/x'
import { useEffect, useRef, useState } from 'react'
import type { ObservationStanding } from '../../../../electron/contract/observations.ts'
import { observationsText as text } from '../../../text/observations.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Keys } from '../../../ui/Keys.tsx'
import { ChangedWords } from './ChangedWords.tsx'
import type { Decision, Numbered } from './use-observations.ts'

export function DecisionPanel(props: {
  row: Numbered
  standing: ObservationStanding | null
  isRewording: boolean
  onRewording: (isRewording: boolean) => void
  onDecide: (decision: Decision) => void
}) {
  const { row, standing, isRewording, onDecide } = props
  const { observation, beside } = row
  const { state, afterText, answer } = observation
  const differs = standing?.standing === 'differs'
  const hint = standing === null ? '' : text.standingHints[standing.standing]
  const over = differs ? standing.live : null
  return (
    <>
      {beside.length === 0 ? null : <p className="mute">{text.samePlace(beside)}</p>}
      {hint === '' ? null : (
        <Banner tone={differs || standing?.standing === 'gone' ? 'warn' : 'info'}>{hint}</Banner>
      )}
      {differs ? <ThreeTexts row={row} live={standing.live} /> : null}
      {isRewording ? (
        <Wording
          words={state === 'reworded' ? answer : afterText}
          onGiveUp={() => props.onRewording(false)}
          onWrite={(words) => onDecide({ state: 'reworded', answer: words, over })}
        />
      ) : (
        <div className="row wrap">
          {state !== 'open' ? (
            <Button small icon={Undo2} onPress={() => onDecide({ state: 'open' })}>
              {text.reopen} <Keys keys={['E']} />
            </Button>
          ) : (
            <>
              {standing?.standing === 'gone' ? (
                <Button small icon={Check} onPress={() => onDecide({ state: 'accepted', writes: false })}>
                  {text.acceptUnwritten}
                </Button>
              ) : (
                <Button
                  small
                  look="primary"
                  icon={Check}
                  onPress={() => onDecide({ state: 'accepted', over })}
                >
                  {differs ? text.acceptOver : text.accept}
                  {differs ? null : <Keys keys={['A']} />}
                </Button>
              )}
              {differs ? (
                <Button small icon={Check} onPress={() => onDecide({ state: 'accepted', writes: false })}>
                  {text.acceptUnwritten}
                </Button>
              ) : null}
              <Button small icon={PenLine} onPress={() => props.onRewording(true)}>
                {text.reword} <Keys keys={['R']} />
              </Button>
              <Button small icon={X} onPress={() => onDecide({ state: 'refused' })}>
                {text.refuse} <Keys keys={['X']} />
              </Button>
            </>
          )}
        </div>
      )}
    </>
  )
}

/** Each against the text before it, so that one sees who changed what. */
function ThreeTexts({ row, live }: { row: Numbered; live: string }) {
  const { beforeText, afterText } = row.observation
  return (
    <dl className="observation-three">
      <dt>{text.sentText}</dt>
      <dd>{beforeText}</dd>
      <dt>{text.liveText}</dt>
      <dd>
        <ChangedWords before={beforeText} after={live} />
      </dd>
      <dt>{text.wantedText}</dt>
      <dd>
        <ChangedWords before={beforeText} after={afterText} />
      </dd>
    </dl>
  )
}

function Wording(props: { words: string; onGiveUp: () => void; onWrite: (words: string) => void }) {
  const [words, setWords] = useState(props.words)
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => area.current?.focus(), [])
  const write = () => {
    if (words.trim() !== '') props.onWrite(words.trim())
  }
  return (
    <div className="returned-paste">
      <Field label={text.wording}>
        {(ids) => (
          <textarea
            {...ids}
            ref={area}
            className="input"
            lang="fr"
            rows={4}
            maxLength={20_000}
            value={words}
            onChange={(event) => setWords(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
                event.preventDefault()
                write()
              } else if (event.key === 'Escape') {
                event.preventDefault()
                event.stopPropagation()
                props.onGiveUp()
              }
            }}
          />
        )}
      </Field>
      <div className="row">
        <Button small look="ghost" onPress={props.onGiveUp}>
          {text.cancelWording}
        </Button>
        <Button
          small
          look="primary"
          icon={PenLine}
          unavailable={words.trim() === '' ? text.wording : undefined}
          onPress={write}
        >
          {text.writeWording} <Keys keys={['Ctrl', 'Entrée']} />
        </Button>
      </div>
    </div>
  )
}
