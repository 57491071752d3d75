import { importsText } from '../../text/imports.ts'
import { Button } from '../../ui/Button.tsx'
import type { Doubt, Line } from './review-line.ts'

const text = importsText.doubts
/** Of more, the rest is behind one button: the lines must stay in sight. */
const LISTED = 5

export function ToCheck(props: {
  lines: readonly { readonly line: Line; readonly doubt: Doubt }[]
  numbers: ReadonlyMap<number, string>
  onChoose: (key: number) => void
  onAll: () => void
}) {
  const { lines, numbers } = props
  if (lines.length === 0) return null
  const goTo = ({ key, id }: Line) => {
    props.onChoose(key)
    // After the line was laid out as the chosen one.
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)?.focus(),
    )
  }
  return (
    <section className="import-check" aria-label={text.title(lines.length)}>
      <h3>{text.title(lines.length)}</h3>
      <ul>
        {lines.slice(0, LISTED).map(({ line, doubt }) => (
          <li key={line.key}>
            <Button small look="ghost" onPress={() => goTo(line)}>
              <span className="import-check-title">
                {text.line(numbers.get(line.key) ?? null, line.fields.title || importsText.untitled)}
              </span>
            </Button>
            <span className="mute">{text.why[doubt]}</span>
          </li>
        ))}
      </ul>
      {lines.length > LISTED ? (
        <Button small onPress={props.onAll}>
          {text.all(lines.length)}
        </Button>
      ) : null}
    </section>
  )
}
