import type { AgendaItem } from '../../../electron/domain/agenda/agenda.ts'
import { importsText } from '../../text/imports.ts'
import { CheckBox } from '../../ui/Select.tsx'

const text = importsText.gone

export function GoneItems(props: {
  items: readonly AgendaItem[]
  withdrawn: ReadonlySet<string>
  onWithdraw: (id: string, isWithdrawn: boolean) => void
}) {
  if (props.items.length === 0) return null
  return (
    <section className="im-gone" aria-labelledby="im-gone-title">
      <h3 id="im-gone-title">{text.title(props.items.length)}</h3>
      <p className="mute">{text.words}</p>
      <ul>
        {props.items.map(({ id, title }) => (
          <li key={id}>
            <CheckBox
              label={text.withdraw(title || importsText.untitled)}
              checked={props.withdrawn.has(id)}
              onCommit={(checked) => props.onWithdraw(id, checked)}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
