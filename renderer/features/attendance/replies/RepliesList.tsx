import Search from 'lucide-react/icons/search'
import UserRound from 'lucide-react/icons/user-round'
import { type RefObject, useId, useMemo, useRef, useState } from 'react'
import { type AskedPerson, awaited } from '../../../../electron/domain/attendance/reply.ts'
import { useQuery } from '../../../api/use-query.ts'
import { href } from '../../../app/paths.ts'
import { replyAnswerText, repliesText as text } from '../../../text/replies.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { Segments } from '../../../ui/Segments.tsx'
import { ReplyRow, type RowActs } from './ReplyRow.tsx'
import { fullName, meant, outsiders, replyGroups } from './reply-groups.ts'
import type { Replies } from './use-replies.ts'

type Show = 'all' | 'awaited' | 'toConfirm'

export function RepliesList(props: {
  asked: readonly AskedPerson[]
  say: Replies['say']
  onConfirmAll: (people: readonly AskedPerson[]) => void
  confirming: boolean
  /** Of a meeting taken over from old files: nobody was asked through the application. */
  takenOver: { meetingId: string } | null
}) {
  const { asked } = props
  const [typed, setTyped] = useState('')
  const [show, setShow] = useState<Show>('all')
  const [stop, setStop] = useState<string | null>(null)
  const [naming, setNaming] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const region = useRef<HTMLElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const directory = useQuery('directory.list', {}, { enabled: typed.trim().length >= 2 })

  const waiting = useMemo(() => awaited(asked), [asked])
  const toConfirm = useMemo(() => asked.filter((one) => one.beforeMove), [asked])
  const wanted = show === 'awaited' ? waiting : show === 'toConfirm' ? toConfirm : asked
  const found = meant(wanted, typed)
  const groups = replyGroups(found.people, text)
  const others = outsiders(directory.data, asked, typed)
  const sections =
    others.length === 0 ? groups : [...groups, { key: 'outside', label: text.outside, people: others }]
  const ordered = sections.flatMap((group) => group.people)
  const best = found.best ?? others[0] ?? null
  const stopId = ordered.some((one) => one.personId === stop) ? stop : (ordered[0]?.personId ?? null)

  const goTo = (personId: string | undefined) => {
    if (personId !== undefined)
      region.current?.querySelector<HTMLElement>(`[data-person="${personId}"]`)?.focus()
  }
  /** Back to the field when a name was typed there, else on to the next row. */
  const goOn = (personId: string) => {
    if (typed !== '') {
      setTyped('')
      field.current?.focus()
    } else goTo(ordered[ordered.findIndex((one) => one.personId === personId) + 1]?.personId)
  }
  const latest = useRef<RowActs | null>(null)
  latest.current = {
    stop: setStop,
    say: (person, answer) => {
      props.say(person.personId, answer === null ? null : { answer })
      setSaid(
        answer === null
          ? text.cleared(fullName(person))
          : text.said(fullName(person), replyAnswerText[answer]),
      )
      setNaming(answer === 'represented' ? person.personId : null)
      if (answer !== 'represented') goOn(person.personId)
      // Said again, the field is there already.
      else region.current?.querySelector<HTMLElement>(`[data-person="${person.personId}"] input`)?.focus()
    },
    name: (person, representedBy) => props.say(person.personId, { answer: 'represented', representedBy }),
    named: (person) => {
      setNaming(null)
      goOn(person.personId)
    },
    move: (personId, step) => {
      const next = ordered[ordered.findIndex((one) => one.personId === personId) + step]
      if (next === undefined && step === -1) field.current?.focus()
      else goTo(next?.personId)
    },
    leave: () => field.current?.focus(),
  }
  // One object for the life of the list, so that a key draws again the row it changes and not four hundred.
  const acts = useMemo<RowActs>(
    () => ({
      stop: (...given) => latest.current?.stop(...given),
      say: (...given) => latest.current?.say(...given),
      name: (...given) => latest.current?.name(...given),
      named: (...given) => latest.current?.named(...given),
      move: (...given) => latest.current?.move(...given),
      leave: () => latest.current?.leave(),
    }),
    [],
  )
  const isNarrowed = typed.trim() !== ''
  const hint = !isNarrowed
    ? said || text.findHelp
    : best === null
      ? text.nobodyFound
      : text.enterPicks(fullName(best))

  if (asked.length === 0 && !isNarrowed) {
    if (props.takenOver !== null)
      return (
        <EmptyState
          icon={UserRound}
          title={text.takenOver}
          act={
            <a className="button" href={href('minutes', props.takenOver)}>
              {text.openMinutes}
            </a>
          }
        >
          {text.takenOverHint}
        </EmptyState>
      )
    return (
      <EmptyState
        icon={UserRound}
        title={text.empty}
        act={
          <a className="button" href={href('directory')}>
            {text.openDirectory}
          </a>
        }
      >
        {text.emptyHint}
      </EmptyState>
    )
  }
  return (
    <>
      <div className="toolbar replies-toolbar">
        <QuickField
          input={field}
          value={typed}
          hint={hint}
          onChange={(words) => {
            setTyped(words)
            setSaid('')
          }}
          onPick={() => goTo(isNarrowed ? best?.personId : (stopId ?? undefined))}
        />
        <span className="grow" />
        <Segments<Show>
          label={text.shown}
          value={show}
          choices={[
            { value: 'all', label: text.show.all },
            { value: 'awaited', label: text.show.awaited, count: waiting.length },
            ...(toConfirm.length === 0 && show !== 'toConfirm'
              ? []
              : [{ value: 'toConfirm' as const, label: text.show.toConfirm, count: toConfirm.length }]),
          ]}
          onChange={setShow}
        />
      </div>
      {toConfirm.length === 0 ? null : (
        <div className="replies-moved">
          <Banner
            tone="warn"
            acts={
              <Button
                small
                busy={props.confirming ? text.recording : undefined}
                onPress={() => props.onConfirmAll(toConfirm)}
              >
                {text.confirmAll}
              </Button>
            }
          >
            {text.movedSince(toConfirm.length)}
          </Banner>
        </div>
      )}
      <section className="scroll replies" ref={region} aria-label={text.list}>
        {ordered.length === 0 && !isNarrowed ? (
          <p className="pad mute">{show === 'awaited' ? text.noneAwaited : text.noneToConfirm}</p>
        ) : null}
        {sections.map((group) => (
          <section key={group.key} aria-label={group.label}>
            <h3>
              {group.label} <span className="mute">{group.people.length}</span>
            </h3>
            <ul>
              {group.people.map((person) => (
                <ReplyRow
                  key={person.personId}
                  person={person}
                  isStop={person.personId === stopId}
                  isBest={isNarrowed && person.personId === best?.personId}
                  takesName={person.personId === naming}
                  acts={acts}
                />
              ))}
            </ul>
          </section>
        ))}
      </section>
    </>
  )
}

function QuickField(props: {
  input: RefObject<HTMLInputElement | null>
  value: string
  /** Said under the field: whom Enter picks, what was just said. */
  hint: string
  onChange: (typed: string) => void
  onPick: () => void
}) {
  const hintId = useId()
  return (
    <div className="quick">
      <div className="input filter-field">
        <Icon of={Search} size={17} />
        <input
          ref={props.input}
          className="bare"
          type="search"
          data-filter=""
          aria-label={text.find}
          aria-describedby={hintId}
          placeholder={text.find}
          autoComplete="off"
          value={props.value}
          onChange={(event) => props.onChange(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' || event.key === 'ArrowDown') props.onPick()
            else return
            event.preventDefault()
            event.stopPropagation()
          }}
        />
      </div>
      <p id={hintId} className="mute small cut" role="status">
        {props.hint}
      </p>
    </div>
  )
}
