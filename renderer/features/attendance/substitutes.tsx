import { useEffect, useId, useMemo, useRef, useState } from 'react'
import type { DirectoryView } from '../../../electron/contract/directory.ts'
import { LINE_LENGTH } from '../../../electron/domain/limits.ts'
import { fullName } from '../../../electron/domain/people/full-name.ts'
import {
  membersOfOrganisation,
  organisationCalled,
} from '../../../electron/domain/people/organisation-members.ts'
import { personFinder } from '../../../electron/domain/people/same-person.ts'
import { fold, isBegunBy } from '../../../electron/domain/text/fold.ts'
import { civilDate } from '../../../electron/domain/time/civil-date.ts'
import { newId } from '../../api/new-id.ts'
import { useQuery } from '../../api/use-query.ts'
import { useWrite } from '../../api/use-write.ts'
import { substituteText as text } from '../../text/attendance.ts'
import { Button } from '../../ui/Button.tsx'
import { guestFrom } from './attendance-groups.ts'

/** Who is represented. */
export type Represented = { personId: string | null; organisation: string }

type Substitutes = {
  /** Deputies of the organisation first, then everybody of the directory. */
  readonly names: readonly string[]
  readonly isKnown: (name: string) => boolean
  /** Whom an unknown name most probably means; empty when nobody. */
  readonly proposed: (name: string) => string
  readonly organisationId: string | null
}

/** Undefined until the directory is read, and while nobody asks: a list of forty fields holds one list of names. */
function useSubstitutes({ personId, organisation }: Represented, isAsked: boolean): Substitutes | undefined {
  const directory = useQuery('directory.list', {}).data
  return useMemo(
    () =>
      directory === undefined || !isAsked ? undefined : substitutesFor(directory, { personId, organisation }),
    [directory, personId, organisation, isAsked],
  )
}

function substitutesFor(directory: DirectoryView, { personId, organisation }: Represented): Substitutes {
  const organisationId = organisationCalled(directory, organisation)
  const members =
    organisationId === null
      ? []
      : membersOfOrganisation(directory, organisationId, { date: civilDate(new Date()) }).toReversed()
  const people = [...new Set([...members, ...directory.persons])].filter(({ id }) => id !== personId)
  const deputies = people.filter((person) => members.includes(person))
  const find = personFinder(directory)
  return {
    names: [...new Set(people.map(fullName))],
    isKnown: (name) =>
      people.some((person) => fold(fullName(person)) === fold(name).trim()) ||
      (find({ name, organisations: [] })?.certainty ?? 'possible') !== 'possible',
    proposed(name) {
      const meant = people.find((person) => isBegunBy(fullName(person), name)) ?? deputies[0]
      return meant === undefined ? '' : fullName(meant)
    },
    organisationId,
  }
}

/** Who represents somebody: names are proposed, and one that nobody knows is asked about once before it stays. */
export function SubstituteField(props: {
  id: string
  value: string
  represented: Represented
  /** The key that opened it asks for a name. */
  takesFocus: boolean
  describedBy?: string | undefined
  onChange: (name: string) => void
  /** The field is left, or its name is asked about. */
  onLeave?: () => void
  /** Enter: the name is said, what next? */
  onDone: () => void
}) {
  const input = useRef<HTMLInputElement>(null)
  const listId = useId()
  const [asked, setAsked] = useState('')
  const [isHere, setHere] = useState(false)
  const substitutes = useSubstitutes(props.represented, isHere || asked !== '')
  const name = props.value.trim()
  const [kept, setKept] = useState('')
  const isUnknown = name !== '' && name !== kept && substitutes !== undefined && !substitutes.isKnown(name)
  const ask = () => {
    props.onLeave?.()
    if (isUnknown) setAsked(name)
  }
  const keep = (said: string) => {
    setKept(said)
    setAsked('')
    props.onDone()
  }
  const before = useRef(asked)
  useEffect(() => {
    // The pressed button went with the question, and nothing else took the focus.
    if (before.current !== '' && asked === '' && document.activeElement === document.body)
      input.current?.focus()
    before.current = asked
  }, [asked])
  const { takesFocus } = props
  useEffect(() => {
    if (takesFocus) input.current?.focus()
  }, [takesFocus])
  return (
    <>
      <input
        ref={input}
        id={props.id}
        className="input"
        list={listId}
        autoComplete="off"
        maxLength={LINE_LENGTH}
        aria-describedby={props.describedBy}
        value={props.value}
        onFocus={() => setHere(true)}
        onBlur={() => {
          setHere(false)
          ask()
        }}
        onChange={(event) => props.onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          // The same name entered again stays.
          if (isUnknown && asked !== name) ask()
          else keep(name)
        }}
      />
      <datalist id={listId}>
        {substitutes?.names.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      {isUnknown && asked === name ? (
        <SubstituteQuestion
          name={name}
          substitutes={substitutes}
          onTake={(other) => {
            props.onChange(other)
            keep(other)
          }}
          onKeep={() => keep(name)}
        />
      ) : null}
    </>
  )
}

/** Nobody knows this name: it is asked once whether it stays. */
function SubstituteQuestion(props: {
  name: string
  substitutes: Substitutes
  onTake: (name: string) => void
  onKeep: () => void
}) {
  const { name, substitutes } = props
  const proposed = substitutes.proposed(name)
  const question = useRef<HTMLDivElement>(null)
  const add = useWrite('directory.addPerson', {
    // Somebody who went on meanwhile stays where they are.
    onSuccess: () => {
      if (question.current !== null) props.onKeep()
    },
  })
  const [id] = useState(newId)
  return (
    <div ref={question} className="substitute-question" role="status">
      <span className="warn">{text.unknown(name)}</span>
      <div className="row wrap">
        {proposed === '' ? null : (
          <Button small writes onPress={() => props.onTake(proposed)}>
            {text.take(proposed)}
          </Button>
        )}
        <Button
          small
          writes
          onPress={() => {
            if (add.isPending) return
            const { organisationId } = substitutes
            const { familyName, givenName } = guestFrom(name) ?? { familyName: name, givenName: '' }
            add.mutate({ id, fields: { familyName, givenName, organisationId } })
          }}
        >
          {text.add}
        </Button>
        <Button small writes onPress={props.onKeep}>
          {text.keep}
        </Button>
      </div>
    </div>
  )
}
