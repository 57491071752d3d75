import CircleAlert from 'lucide-react/icons/circle-alert'
import CircleCheck from 'lucide-react/icons/circle-check'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { useId } from 'react'
import { commonText } from '../text/common.ts'
import { ErrorBanner } from './Banner.tsx'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { Icon } from './Icon.tsx'

/** `bad` stands in the way, `warn` is to be looked at, `ok` is as it should be. */
export type BeforeLine = {
  readonly tone: 'bad' | 'warn' | 'ok'
  readonly words: string
  readonly detail?: string
  /** On this screen, or on another; `stays`: done at once, with the question still open. */
  readonly repair?: { readonly label: string } & (
    | { readonly run: () => void; readonly stays?: true }
    /** `then`: once it is followed. */
    | { readonly href: string; readonly then?: () => void }
  )
}

const icons = { bad: CircleAlert, warn: TriangleAlert, ok: CircleCheck }

/** What is to be known before an act that matters, each line with its repair; the last button says all that it does. */
export function Before(props: {
  title: string
  lines: readonly BeforeLine[]
  act: string
  /** Whether the act changes nothing: it stays where nothing may be changed. */
  reads?: boolean
  busy?: string | undefined
  error: unknown
  /** A dialog in the middle; otherwise a pane at right. */
  centred?: boolean
  keep?: string
  /** The act together with what usually follows it. */
  also?: { readonly label: string; readonly run: () => void }
  onAct: () => void
  onClose: () => void
}) {
  const stopped = props.lines.find(({ tone }) => tone === 'bad')?.words
  return (
    <Dialog
      title={props.title}
      beside={props.centred !== true}
      onClose={props.onClose}
      acts={
        <>
          <Button onPress={props.onClose}>{props.keep ?? commonText.notNow}</Button>
          {props.also === undefined ? null : (
            <Button unavailable={stopped ?? props.busy} onPress={props.also.run}>
              {props.also.label}
            </Button>
          )}
          <Button
            look="primary"
            reads={props.reads === true}
            busy={props.busy}
            unavailable={stopped}
            onPress={props.onAct}
          >
            {props.act}
          </Button>
        </>
      }
    >
      <BeforeLines lines={props.lines} onRepair={props.onClose} />
      {props.error === null ? null : <ErrorBanner error={props.error} />}
    </Dialog>
  )
}

/** The lines alone, where the pane around them is another's. */
export function BeforeLines({
  lines,
  label,
  onRepair,
}: {
  lines: readonly BeforeLine[]
  label?: string
  /** Before a repair leads away. */
  onRepair?: () => void
}) {
  return (
    <section className="stack" aria-label={label}>
      {(['bad', 'warn', 'ok'] as const).map((tone) => (
        <Lines
          key={tone}
          tone={tone}
          lines={lines.filter((line) => line.tone === tone)}
          onRepair={onRepair}
        />
      ))}
    </section>
  )
}

/** What stands in the way, or is to be looked at, under its number; what is as it should be needs no heading. */
function Lines({
  tone,
  lines,
  onRepair,
}: {
  tone: BeforeLine['tone']
  lines: readonly BeforeLine[]
  onRepair: (() => void) | undefined
}) {
  const id = useId()
  if (lines.length === 0) return null
  const list = (
    <ul className="before-lines" aria-labelledby={tone === 'ok' ? undefined : id}>
      {lines.map(({ words, detail, repair }) => (
        <li key={`${words} ${detail ?? ''}`} className="row">
          <span className={tone}>
            <Icon of={icons[tone]} size={18} />
          </span>
          <span className="grow">
            {words}
            {detail === undefined ? null : <span className="mute small before-detail">{detail}</span>}
          </span>
          {repair === undefined ? null : 'href' in repair ? (
            <a className="button plain compact" href={repair.href} onClick={repair.then}>
              {repair.label}
            </a>
          ) : (
            <Button
              small
              onPress={() => {
                if (repair.stays !== true) onRepair?.()
                repair.run()
              }}
            >
              {repair.label}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
  if (tone === 'ok') return list
  return (
    <div>
      <h4 id={id} className={`before-tone ${tone}`}>
        <Icon of={icons[tone]} size={18} />
        {commonText.before[tone]} <span className="mute">{lines.length}</span>
      </h4>
      {list}
    </div>
  )
}
