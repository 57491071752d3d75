import CircleCheck from 'lucide-react/icons/circle-check'
import CircleDashed from 'lucide-react/icons/circle-dashed'
import CircleHelp from 'lucide-react/icons/circle-question-mark'
import type { DirectoryView } from '../../../electron/contract/directory.ts'
import type { Output } from '../../../electron/contract/index.ts'
import { fullName } from '../../../electron/domain/people/full-name.ts'
import { fold } from '../../../electron/domain/text/fold.ts'
import { showUndoToast } from '../../api/toasts.ts'
import { useWrite } from '../../api/use-write.ts'
import { commonText } from '../../text/common.ts'
import { directoryText } from '../../text/directory.ts'
import { Badge } from '../../ui/Badge.tsx'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { organisationById } from './names.ts'

const text = directoryText.pairs
const { fields, mandates } = directoryText

type Person = DirectoryView['persons'][number]
type Certainty = Output<'directory.duplicates'>[number]['certainty']

const looks = {
  sure: { icon: CircleCheck, tone: 'ok' },
  likely: { icon: CircleDashed, tone: 'info' },
  possible: { icon: CircleHelp, tone: 'mute' },
} as const

export function DuplicatePair(props: {
  one: Person
  other: Person
  certainty: Certainty
  view: DirectoryView
}) {
  const { one, other, certainty, view } = props
  const merge = useWrite('directory.mergePersons', {
    onSuccess: (_, { id }) => showUndoToast(text.merged(fullName(id === one.id ? one : other))),
  })
  const distinct = useWrite('directory.setDistinct', {
    onSuccess: () => showUndoToast(text.distinguished),
  })
  const isBusy = merge.isPending || distinct.isPending
  const error = merge.error ?? distinct.error
  const keep = (kept: Person, dropped: Person) => {
    if (!isBusy) merge.mutate({ id: kept.id, otherId: dropped.id })
  }
  const names = text.pair(fullName(one), fullName(other))
  return (
    <article className="card directory-duplicate" aria-label={names}>
      <div className="directory-part-head">
        <h2 className="h3 grow cut" title={names}>
          {names}
        </h2>
        <Badge {...looks[certainty]}>{directoryText.certainties[certainty]}</Badge>
        <Button
          small
          writes
          onPress={() => {
            if (!isBusy) distinct.mutate({ personId: one.id, otherId: other.id })
          }}
        >
          {text.distinct}
        </Button>
      </div>
      {error === null ? null : <ErrorBanner error={error} />}
      <table className="directory-compare">
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{text.field}</span>
            </th>
            <KeepHead person={one} onKeep={() => keep(one, other)} />
            <KeepHead person={other} onKeep={() => keep(other, one)} />
          </tr>
        </thead>
        <tbody>
          {lines(one, other, view).map(({ label, left, right }) => (
            <tr key={label} className={fold(left) === fold(right) ? '' : 'differs'}>
              <th scope="row">{label}</th>
              <td>{left || commonText.none}</td>
              <td>{right || commonText.none}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  )
}

function KeepHead({ person, onKeep }: { person: Person; onKeep: () => void }) {
  return (
    <th scope="col">
      <span className="cut" title={fullName(person)}>
        {fullName(person)}
      </span>
      <Button small writes onPress={onKeep}>
        {text.merge}
        <span className="visually-hidden">{text.ofPerson(fullName(person))}</span>
      </Button>
    </th>
  )
}

function lines(one: Person, other: Person, view: DirectoryView) {
  const [left, right] = [wordsOf(one, view), wordsOf(other, view)]
  return labels
    .map(([field, label]) => ({ label, left: left[field], right: right[field] }))
    .filter((line) => line.left !== '' || line.right !== '')
}

const labels = [
  ['civility', fields.civility],
  ['givenName', fields.givenName],
  ['familyName', fields.familyName],
  ['otherNames', fields.otherNames],
  ['jobTitle', fields.jobTitle],
  ['organisation', fields.organisation],
  ['mandates', mandates.title],
  ['email', fields.email],
  ['phone', fields.phone],
  ['copyEmails', fields.copyEmails],
] as const

function wordsOf(person: Person, view: DirectoryView): Record<(typeof labels)[number][0], string> {
  const held = view.mandates.filter(({ personId }) => personId === person.id)
  return {
    ...person,
    organisation: organisationById(view, person.organisationId)?.name ?? '',
    mandates: text.mandateList(
      held.map(({ role, organisationId, startsOn, endsOn }) =>
        text.mandateWords(
          mandates.roles[role],
          organisationById(view, organisationId)?.name ?? '',
          startsOn,
          endsOn,
        ),
      ),
    ),
  }
}
