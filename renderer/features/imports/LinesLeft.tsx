import EyeOff from 'lucide-react/icons/eye-off'
import { useRef } from 'react'
import type { LineRole } from '../../../electron/domain/agenda/said-lines.ts'
import { useFocusKept } from '../../acts/use-focus-kept.ts'
import { importsText } from '../../text/imports.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import type { ShownLine } from './source-roles.ts'
import type { SaidReview } from './use-said.ts'

const text = importsText.lines
const kinds = ['person', 'item', 'decision', 'action', 'next'] as const

/** What looks like something and became nothing, kind by kind, with its act. */
export function LinesLeft(props: { lines: readonly ShownLine[]; said: SaidReview }) {
  const section = useRef<HTMLElement>(null)
  useFocusKept(section)
  const unread = props.lines.filter(({ standing }) => standing === 'unread')
  if (unread.length === 0) return null
  const say = (lines: readonly ShownLine[], role: LineRole) =>
    props.said.sayAll(lines.map(({ block, line }) => ({ block, line, role })))
  return (
    <section
      ref={section}
      tabIndex={-1}
      className="import-unread"
      aria-label={text.unreadTitle(unread.length)}
    >
      <h3>
        <Icon of={EyeOff} size={16} tone="warn" />
        {text.unreadTitle(unread.length)}
      </h3>
      <ul>
        {kinds.map((kind) => {
          const lines = unread.filter(({ like }) => like === kind)
          const [first] = lines
          if (first === undefined) return null
          const read = props.lines.filter((line) => line.role === kind && line.fact !== null).length
          return (
            <li key={kind}>
              <div className="grow">
                <b>{text.likeOf[kind](lines.length, read)}</b> {text.example(first.text)}
              </div>
              {kind === 'next' ? null : (
                <Button small look="primary" onPress={() => say(lines, kind)}>
                  {text.readSo[kind](lines.length)}
                </Button>
              )}
              <Button small onPress={() => say(lines, 'nothing')}>
                {text.leave}
              </Button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
