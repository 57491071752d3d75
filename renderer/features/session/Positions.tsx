import Pencil from 'lucide-react/icons/pencil'
import Scale from 'lucide-react/icons/scale'
import Trash2 from 'lucide-react/icons/trash-2'
import { useState } from 'react'
import type { ItemPosition } from '../../../electron/domain/session/session.ts'
import { stanceWords } from '../../../electron/domain/session/stance-words.ts'
import { stanceTones, sessionText as text } from '../../text/session.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { type PositionFields, PositionForm } from './PositionForm.tsx'
import type { Session } from './use-session.ts'

export type PositionActs = {
  /** `done` once it is stored. */
  add: (itemId: string, fields: PositionFields, done: () => void) => void
  update: (position: ItemPosition, fields: PositionFields, done: () => void) => void
  remove: (position: ItemPosition) => void
}

export function Positions(props: {
  session: Session
  itemId: string
  acts: PositionActs
  /** The form for one more is open. */
  isAdding: boolean
  onClose: () => void
}) {
  const { session, itemId, acts } = props
  const [edited, setEdited] = useState<string | null>(null)
  const positions = session.view.positions.filter((position) => position.itemId === itemId)
  if (positions.length === 0 && !props.isAdding) return null
  return (
    <section className="positions" aria-label={text.positions}>
      <h3>{text.positions}</h3>
      <ul>
        {positions.map((position) =>
          position.id === edited ? (
            <li key={position.id}>
              <PositionForm
                session={session}
                position={position}
                onKeep={(fields, forget) =>
                  acts.update(position, fields, () => {
                    forget()
                    setEdited(null)
                  })
                }
                onClose={() => setEdited(null)}
              />
            </li>
          ) : (
            <li key={position.id} className="position">
              <b>{position.organisation}</b>
              <Badge icon={Scale} tone={stanceTones[position.stance]}>
                {stanceWords[position.stance]}
              </Badge>
              <span className="grow">{position.words}</span>
              <span className="note-acts">
                <Button
                  small
                  look="ghost"
                  icon={Pencil}
                  label={text.editPosition(position.organisation)}
                  onPress={() => setEdited(position.id)}
                />
                <Button
                  small
                  look="ghost"
                  icon={Trash2}
                  label={text.removePosition(position.organisation)}
                  onPress={() => acts.remove(position)}
                />
              </span>
            </li>
          ),
        )}
      </ul>
      {props.isAdding ? (
        <PositionForm
          // Emptied after each one: several organisations speak in a row.
          key={positions.length}
          session={session}
          position={null}
          onKeep={(fields, forget) => acts.add(itemId, fields, forget)}
          onClose={props.onClose}
        />
      ) : null}
    </section>
  )
}
