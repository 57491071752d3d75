import { useId } from 'react'
import type { MatchProposal } from '../../../electron/domain/watch/match.ts'
import { watchPasteText as text } from '../../text/watch-paste.ts'

export function DraftChoice(props: {
  drafts: readonly MatchProposal[]
  chosen: string | null
  onChoose: (id: string | null) => void
  /** Drafts that another text on the screen is said to publish: each is published once. */
  isTaken?: (id: string) => boolean
}) {
  const { drafts, chosen, onChoose, isTaken = () => false } = props
  const name = useId()
  return (
    <fieldset className="watch-drafts">
      <legend className="label">{text.isDraft}</legend>
      {drafts.map(({ id, title, reasons }) => {
        const isElsewhere = chosen !== id && isTaken(id)
        return (
          <label key={id} className="row watch-draft">
            <input
              type="radio"
              name={name}
              checked={chosen === id}
              disabled={isElsewhere}
              onChange={() => onChoose(id)}
            />
            <span>
              {title}
              <span className="mute t-13"> {isElsewhere ? text.elsewhere : text.because(reasons)}</span>
            </span>
          </label>
        )
      })}
      <label className="row watch-draft">
        <input type="radio" name={name} checked={chosen === null} onChange={() => onChoose(null)} />
        <span>{text.ownText}</span>
      </label>
    </fieldset>
  )
}
