import UserRound from 'lucide-react/icons/user-round'
import type { Dispatch } from 'react'
import type { WrittenName } from '../../../electron/contract/imports.ts'
import { isAsked } from '../../../electron/domain/agenda/reimport.ts'
import { formatDuration } from '../../../electron/domain/text/french.ts'
import { importsText } from '../../text/imports.ts'
import { Button } from '../../ui/Button.tsx'
import type { ReviewAct } from './review.ts'
import { type Line, type Policy, policyOf, type Standing, type Target } from './review-line.ts'

const text = importsText.compared

type Shared = { line: Line; act: Dispatch<ReviewAct> }

/** One value beside the other; the present one can be kept. */
export function Changes({ line, act, standing }: Shared & { standing: Standing }) {
  if (standing.type !== 'changed') return null
  const { key, kept } = line
  const { byHand } = standing.target
  return (
    <ul className="import-changes">
      {standing.all.map(({ field, before, after }) => {
        const isKept = kept.has(field)
        return (
          <li key={field} className={isKept ? 'kept' : undefined}>
            <span className="mute">{text.fields[field]}</span>
            <del>{text.value(field, before)}</del>
            {byHand.includes(field) ? <span className="mute">{text.byHand}</span> : null}
            <ins>{text.value(field, after)}</ins>
            <Button small pressed={isKept} onPress={() => act({ type: 'keep', key, field })}>
              {text.keep}
              <span className="visually-hidden"> ({text.fields[field]})</span>
            </Button>
          </li>
        )
      })}
      {standing.moved ? (
        <li className={kept.has('place') ? 'kept' : undefined}>
          <span>{text.movedWords}</span>
          <Button
            small
            pressed={kept.has('place')}
            onPress={() => act({ type: 'keep', key, field: 'place' })}
          >
            {text.keepPlace}
          </Button>
        </li>
      ) : null}
    </ul>
  )
}

/** "Même sujet que « … » ?": asked where the likeness leaves a doubt, and answerable again. */
export function SameSubject({ line, act, target, all }: Shared & { target: Target; all: Policy }) {
  if (!isAsked(target.likeness)) return null
  const isUpdate = policyOf(line, target, all) === 'update'
  const answer = (policy: Policy) => act({ type: 'answer', key: line.key, policy })
  return (
    <fieldset className="import-question">
      <legend className="visually-hidden">{text.question(target.item.title)}</legend>
      <span aria-hidden="true">{text.question(target.item.title)}</span>
      <Button small pressed={isUpdate} onPress={() => answer('update')}>
        {text.yes}
      </Button>
      <Button small pressed={!isUpdate} onPress={() => answer('add')}>
        {text.no}
      </Button>
    </fieldset>
  )
}

/** "25 à 30 mn": both ends to choose from. */
export function DurationChoice({ line, act }: Shared) {
  const { range, key, fields } = line
  if (range === null) return null
  const words = `${range[0]} à ${range[1]} min`
  return (
    <fieldset className="import-question">
      <legend className="visually-hidden">{text.range(words)}</legend>
      <span aria-hidden="true">{text.range(words)}</span>
      {range.map((minutes) => (
        <Button
          key={minutes}
          small
          pressed={fields.durationMinutes === minutes}
          onPress={() => act({ type: 'correct', key, patch: { durationMinutes: minutes } })}
        >
          {formatDuration(minutes)}
        </Button>
      ))}
    </fieldset>
  )
}

/** Whether somebody of the directory is to be proposed for the presenter. */
export function asksName(line: Line, name: WrittenName | undefined, target: Target | undefined): boolean {
  return (
    line.taken &&
    name?.person != null &&
    !line.namesKept &&
    line.linked.presenterId === null &&
    name.person.name !== line.fields.presenter &&
    target?.item.presenterId !== name.person.id
  )
}

/** "« T. Sarazin » ressemble à": taken from the directory, or kept as written. */
export function NameChoice({ line, act, name }: Shared & { name: WrittenName }) {
  const { person } = name
  if (person === null) return null
  const { key } = line
  return (
    <fieldset className="import-question">
      <legend className="visually-hidden">{text.looksLike(name.presenter)}</legend>
      <span aria-hidden="true">{text.looksLike(name.presenter)}</span>
      <Button
        small
        icon={UserRound}
        onPress={() =>
          act({
            type: 'link',
            key,
            names: { presenter: person.name },
            linked: { presenterId: person.id, organisationId: name.organisationEntry?.id ?? null },
          })
        }
      >
        {person.detail === '' ? person.name : `${person.name}, ${person.detail}`}
      </Button>
      <Button small onPress={() => act({ type: 'keepNames', key })}>
        {text.keepName(name.presenter)}
      </Button>
    </fieldset>
  )
}
