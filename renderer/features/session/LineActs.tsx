import { useContext } from 'react'
import { ActButton, ActMenu } from '../../acts/ActButton.tsx'
import { bindActs } from '../../acts/act.ts'
import { sessionText as text } from '../../text/session.ts'
import { EditingOff } from '../../ui/editing.ts'
import { type LineContext, lineActs } from './line-acts.ts'

export function LineActs(props: LineContext) {
  const { edit, ...acts } = bindActs(lineActs, props, useContext(EditingOff))
  return (
    <div className="note-acts">
      <ActButton act={edit} small look="ghost" iconOnly />
      <ActMenu label={text.lineActs(props.line.text)} acts={Object.values(acts)} />
    </div>
  )
}
