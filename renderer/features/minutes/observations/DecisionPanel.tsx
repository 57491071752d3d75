import Check from 'lucide-react/icons/check'
import CornerDownRight from 'lucide-react/icons/corner-down-right'
import { useContext, useEffect, useRef } from 'react'
import type { ObservationStanding, Standing } from '../../../../electron/contract/observations.ts'
import { TEXT_LENGTH } from '../../../../electron/domain/limits.ts'
import { ActButton } from '../../../acts/ActButton.tsx'
import { bindActs, pressKey } from '../../../acts/act.ts'
import { observationsText as text } from '../../../text/observations.ts'
import { Banner, sayGivenUp } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { EditingOff } from '../../../ui/editing.ts'
import { Field } from '../../../ui/Field.tsx'
import { useKept } from '../../../ui/kept.ts'
import { ChangedWords } from './ChangedWords.tsx'
import { type ObservationContext, observationActs, wordingActs } from './observation-acts.ts'
import type { Decision, Numbered } from './use-observations.ts'

export function DecisionPanel(props: {
  row: Numbered
  standing: ObservationStanding | null
  acts: ObservationContext['acts']
  isRewording: boolean
  onGiveUpWording: () => void
  /** `done` once it was answered. */
  onDecide: (decision: Decision, done?: () => void) => void
  /** To where the observation is in the text; null where there is nowhere to go. */
  onGo: (() => void) | null
}) {
  const { row, standing, isRewording, onDecide } = props
  const isOwed = standing?.standing === 'owed'
  const acts = bindActs(observationActs, { row, isOwed, acts: props.acts }, useContext(EditingOff))
  const { observation, beside } = row
  const { state, afterText, answer } = observation
  const differs = standing?.standing === 'differs'
  const hint =
    standing === null
      ? ''
      : isOwed && observation.kind === 'comment'
        ? text.commentOwed
        : text.standingHints[standing.standing]
  const over = differs ? standing.live : null
  // What was retained once stands in the text, and is read in the field: it may be worded anew.
  const retained = state === 'reworded' ? answer : state === 'accepted' ? afterText : null
  return (
    <>
      {beside.length === 0 ? null : <p className="mute">{text.samePlace(beside)}</p>}
      {hint === '' ? null : (
        <Banner tone={standing !== null && warns.has(standing.standing) ? 'warn' : 'info'}>{hint}</Banner>
      )}
      {differs ? <ThreeTexts row={row} live={standing.live} /> : null}
      {isRewording ? (
        <Wording
          id={observation.id}
          words={state === 'reworded' ? answer : afterText}
          onGiveUp={props.onGiveUpWording}
          onWrite={(words, forget) =>
            onDecide({ state: 'reworded', answer: words, over: over ?? retained }, forget)
          }
        />
      ) : (
        <div className="row wrap">
          {state !== 'open' ? (
            <>
              {(isOwed || standing?.standing === 'stillSaid') && props.onGo !== null ? (
                <Button small look="primary" icon={CornerDownRight} onPress={props.onGo}>
                  {text.goThere}
                </Button>
              ) : null}
              <ActButton act={acts.settle} small withKey />
              <ActButton act={acts.reopen} small withKey />
              {state === 'refused' ? null : <ActButton act={acts.refuse} small withKey />}
            </>
          ) : (
            <>
              {differs ? (
                <Button
                  small
                  look="primary"
                  icon={Check}
                  onPress={() => onDecide({ state: 'accepted', over })}
                >
                  {text.acceptOver}
                </Button>
              ) : null}
              {differs || standing?.standing === 'gone' ? (
                <Button small icon={Check} onPress={() => onDecide({ state: 'accepted', writes: false })}>
                  {text.acceptUnwritten}
                </Button>
              ) : (
                <ActButton act={acts.accept} look="primary" small withKey />
              )}
              <ActButton act={acts.reword} small withKey />
              <ActButton act={acts.refuse} small withKey />
            </>
          )}
          <ActButton act={acts.toCircle} look="ghost" small />
        </div>
      )}
    </>
  )
}

const warns: ReadonlySet<Standing> = new Set(['differs', 'gone', 'owed', 'stillSaid'])

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

function Wording(props: {
  id: string
  words: string
  onGiveUp: () => void
  onWrite: (words: string, forget: () => void) => void
}) {
  const [words, setWords, forget] = useKept(`wording:${props.id}`, props.words)
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => area.current?.focus(), [])
  const isEmpty = words.trim() === ''
  const { write } = bindActs(
    wordingActs,
    {
      isEmpty,
      write: () => props.onWrite(words.trim(), forget),
    },
    useContext(EditingOff),
  )
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
            maxLength={TEXT_LENGTH}
            value={words}
            onChange={(event) => setWords(event.target.value)}
            onKeyDown={(event) => {
              if (pressKey(event, [write]) || event.key !== 'Escape') return
              event.preventDefault()
              event.stopPropagation()
              props.onGiveUp()
            }}
          />
        )}
      </Field>
      <div className="row">
        <Button
          small
          look="ghost"
          onPress={() => {
            sayGivenUp(forget())
            props.onGiveUp()
          }}
        >
          {text.cancelWording}
        </Button>
        <ActButton act={write} look="primary" small withKey />
      </div>
    </div>
  )
}
