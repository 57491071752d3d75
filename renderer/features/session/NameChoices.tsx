import type { Speaker } from '../../../electron/domain/session/notation.ts'
import { sessionText as text } from '../../text/session.ts'

type Name = Pick<Speaker, 'label' | 'organisation' | 'organisationId' | 'personId'>

export function NameChoices<N extends Name>(props: {
  names: readonly N[]
  chosen: number
  onChoose: (name: N) => void
}) {
  return (
    <div id="session-names" role="listbox" aria-label={text.names} className="menu name-choices">
      {props.names.map((name, index) => (
        <div
          key={`${name.organisationId}-${name.personId}-${name.label}`}
          id={`session-name-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === props.chosen}
          className={index === props.chosen ? 'mi on' : 'mi'}
          // Before the field loses the focus: it must not.
          onMouseDown={(event) => {
            event.preventDefault()
            props.onChoose(name)
          }}
        >
          <span className="cut">{name.label}</span>
          <span className="end mute">{name.organisation === name.label ? '' : name.organisation}</span>
        </div>
      ))}
    </div>
  )
}
