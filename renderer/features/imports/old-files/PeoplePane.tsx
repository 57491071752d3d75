import ArrowLeft from 'lucide-react/icons/arrow-left'
import UserPlus from 'lucide-react/icons/user-plus'
import { useMemo, useState } from 'react'
import type { Input } from '../../../../electron/contract/index.ts'
import {
  isAsked,
  type MetOrganisation,
  type MetPerson,
} from '../../../../electron/domain/old-files/people.ts'
import { fullName } from '../../../../electron/domain/people/full-name.ts'
import { newId } from '../../../api/new-id.ts'
import { useQuery } from '../../../api/use-query.ts'
import { oldFilesPeopleText as text } from '../../../text/old-files-people.ts'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { CheckBox, type Choice, Select } from '../../../ui/Select.tsx'
import {
  type Answer,
  type Answers,
  answerOf,
  bodyAnswer,
  bodyKey,
  namesakes,
  neededBodies,
  type People,
  personKey,
  sentPeople,
  standingAnswer,
} from './people-choices.ts'

type Answering = { answers: Answers; say: (given: readonly (readonly [string, Answer])[]) => void }

export function PeoplePane(props: {
  people: People
  /** Kept by the page: a look at the list, or an undo, loses none. */
  answers: Answers
  onAnswers: (answers: Answers) => void
  unavailable: string | undefined
  onTake: (sent: Input<'oldFiles.takePeople'>) => void
  onClose: () => void
}) {
  const { people, answers } = props
  const [ids] = useState(() => new Map<string, string>())
  const idOf = (key: string) => {
    const id = ids.get(key) ?? newId()
    ids.set(key, id)
    return id
  }
  const say: Answering['say'] = (given) => props.onAnswers(new Map([...answers, ...given]))
  const names = useDirectoryNames()
  const asked = people.persons.filter(isAsked)
  const sure = people.persons.filter((person) => !isAsked(person))
  const known = sure.filter(({ match }) => match.standing === 'matched')
  const fresh = sure.filter(({ match }) => match.standing !== 'matched')
  const bodies = neededBodies(people, answers)
  const sent = sentPeople(people, answers, idOf)
  const added = sent.people.filter(({ entry }) => entry.type === 'new').length
  const isAll = fresh.every((person) => answerOf(person, answers) !== 'written')
  const answering = { answers, say }
  return (
    <section className="pane grow" aria-label={text.title}>
      <div className="pane-head old-files-filters">
        <Button small look="ghost" icon={ArrowLeft} onPress={props.onClose}>
          {text.back}
        </Button>
        <h2 className="grow cut">{text.title}</h2>
        {people.persons.length === 0 ? null : (
          <Button
            look="primary"
            icon={UserPlus}
            unavailable={props.unavailable ?? (sent.people.length === 0 ? text.nothing : undefined)}
            onPress={() => props.onTake(sent)}
          >
            {added === 0 && sent.people.length > 0
              ? text.link(sent.people.length)
              : text.take(added, sent.organisations.length)}
          </Button>
        )}
      </div>
      <div className="scroll old-files-people">
        {people.persons.length === 0 ? (
          <EmptyState icon={UserPlus} title={text.empty}>
            {text.emptyHint}
          </EmptyState>
        ) : (
          <p className="mute">{text.hint}</p>
        )}
        {asked.length === 0 ? null : (
          <section aria-label={text.asked(asked.length)}>
            <h3 className="h3">{text.asked(asked.length)}</h3>
            <p className="mute">{asked.some(isOfSeveral) ? text.severalHint : text.askedHint}</p>
            <ul className="old-files-asked">
              {asked.map((person) => (
                <AskedPerson key={person.key} person={person} people={people} names={names} {...answering} />
              ))}
            </ul>
          </section>
        )}
        {fresh.length === 0 ? null : (
          <section aria-label={text.newOnes(fresh.length)}>
            <div className="row wrap">
              <h3 className="h3 grow">{text.newOnes(fresh.length)}</h3>
              <Button
                small
                onPress={() =>
                  say(fresh.map((person) => [personKey(person), isAll ? 'written' : 'one'] as const))
                }
              >
                {isAll ? text.none : text.all}
              </Button>
            </div>
            <Ticked persons={fresh} label={nameOf} ticked="one" {...answering} />
          </section>
        )}
        {bodies.length === 0 ? null : (
          <section aria-label={text.organisations(bodies.length)}>
            <h3 className="h3">{text.organisations(bodies.length)}</h3>
            <ul className="old-files-asked">
              {bodies.map((body) => (
                <Body key={body.key} body={body} names={names} {...answering} />
              ))}
            </ul>
          </section>
        )}
        {known.length === 0 ? null : (
          <section aria-label={text.known(known.length)}>
            <h3 className="h3">{text.known(known.length)}</h3>
            <Ticked
              persons={known}
              label={(person) => text.linkTo(nameOf(person), names.get(person.match.personId ?? '') ?? '')}
              {...answering}
            />
          </section>
        )}
      </div>
    </section>
  )
}

/** Those that a tick is enough for; without `ticked`, a tick links them to their entry. */
function Ticked({
  persons,
  label,
  ticked,
  answers,
  say,
}: Answering & { persons: readonly MetPerson[]; label: (person: MetPerson) => string; ticked?: 'one' }) {
  return (
    <ul className="old-files-ticked">
      {persons.map((person) => (
        <li key={person.key}>
          <CheckBox
            label={label(person)}
            checked={answerOf(person, answers) !== 'written'}
            onCommit={(isTicked) =>
              say([
                [
                  personKey(person),
                  isTicked ? (ticked ?? (`is:${person.match.personId}` as const)) : 'written',
                ],
              ])
            }
          />
          <Met person={person} />
        </li>
      ))}
    </ul>
  )
}

function AskedPerson({
  person,
  people,
  names,
  answers,
  say,
}: Answering & { person: MetPerson; people: People; names: ReadonlyMap<string, string> }) {
  const choices: Choice<Answer>[] = [
    { value: 'written', label: text.written },
    ...person.match.candidates.map((id) => ({
      value: `is:${id}` as const,
      label: text.is(names.get(id) ?? ''),
    })),
    ...namesakes(person, people, answers).map((other) => ({
      value: `same:${other.key}` as const,
      label: text.is(nameOf(other)),
    })),
    { value: 'one', label: text.one },
    ...(person.parts.length > 1 ? [{ value: 'each' as const, label: text.each(person.parts.length) }] : []),
  ]
  return (
    <li>
      <Select
        label={text.whoIs(nameOf(person))}
        value={standingAnswer(person, people, answers)}
        choices={choices}
        onCommit={(answer) => say([[personKey(person), answer]])}
      />
      <Met person={person} />
    </li>
  )
}

function Body({
  body,
  names,
  answers,
  say,
}: Answering & { body: MetOrganisation; names: ReadonlyMap<string, string> }) {
  const answer = bodyAnswer(body, answers)
  const commit = (given: Answer) => say([[bodyKey(body), given]])
  const more = [text.ofPeople(body.people), ...(body.also.length === 0 ? [] : [text.also(body.also)])]
  return (
    <li>
      {body.match.standing === 'new' ? (
        <CheckBox
          label={body.name}
          checked={answer === 'one'}
          onCommit={(isTicked) => commit(isTicked ? 'one' : 'written')}
        />
      ) : (
        <Select
          label={text.whichBody(body.name)}
          value={answer}
          choices={[
            { value: 'written', label: text.written },
            ...body.match.candidates.map((id) => ({
              value: `is:${id}` as const,
              label: text.is(names.get(id) ?? ''),
            })),
            { value: 'one', label: text.newBody },
          ]}
          onCommit={commit}
        />
      )}
      <p className="mute text-15">{more.join(' · ')}</p>
    </li>
  )
}

function Met({ person }: { person: MetPerson }) {
  const bodies = person.parts.flatMap(({ organisation }) => (organisation === '' ? [] : organisation))
  const words = [
    ...bodies,
    text.met(person.meetings, person.first, person.last),
    ...(person.also.length === 0 ? [] : [text.also(person.also)]),
  ]
  return <p className="mute text-15">{words.join(' · ')}</p>
}

/** Two or more may bear the name; else the name alone does not say who it is. */
const isOfSeveral = ({ parts, match }: MetPerson) => parts.length > 1 || match.candidates.length > 1

const nameOf = ({ givenName, familyName }: MetPerson) => fullName({ givenName, familyName })

/** How each entry of the directory is named here. */
function useDirectoryNames(): ReadonlyMap<string, string> {
  const { data } = useQuery('directory.list', {})
  return useMemo(() => {
    const bodies = new Map((data?.organisations ?? []).map(({ id, name }) => [id, name]))
    const people = (data?.persons ?? []).map(({ id, givenName, familyName, organisationId }) => {
      const body = bodies.get(organisationId ?? '')
      const name = fullName({ givenName, familyName })
      return [id, body === undefined ? name : `${name} (${body})`] as const
    })
    return new Map([...bodies, ...people])
  }, [data])
}
