import FileWarning from 'lucide-react/icons/file-warning'
import FileX from 'lucide-react/icons/file-x'
import type { KeptFileFault, KeptFileUse } from '../../../../electron/contract/kept-files.ts'
import { formatDateWithoutWeekday } from '../../../../electron/domain/text/french.ts'
import { civilDate } from '../../../../electron/domain/time/civil-date.ts'
import { href } from '../../../app/paths.ts'
import { keptFilesText as text } from '../../../text/kept-files.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Button } from '../../../ui/Button.tsx'

export function FaultRow(props: {
  fault: KeptFileFault
  isBusy: boolean
  onBringBack: () => void
  onChoose: () => void
  onLeave: (isLeft: boolean) => void
}) {
  const { fault } = props
  const name = nameOf(fault)
  return (
    <li className="kept-file-row">
      <div className="grow">
        <div className="row row-3 wrap">
          <span className="strong kept-file-name">{name}</span>
          <Badge
            icon={fault.state === 'missing' ? FileX : FileWarning}
            tone={fault.leftAt === null ? 'bad' : 'mute'}
          >
            {text.states[fault.state]}
          </Badge>
          {fault.leftAt === null ? null : (
            <span className="mute small">
              {text.leftOn(formatDateWithoutWeekday(civilDate(new Date(fault.leftAt))))}
            </span>
          )}
        </div>
        <ul className="plain-list">
          {fault.uses.map((use) => (
            <li key={wordsOf(use)} className="mute text-15">
              <Place use={use} />
            </li>
          ))}
        </ul>
      </div>
      <div className="row wrap kept-file-acts">
        {fault.leftAt === null ? (
          <>
            <Act label={text.bringBackOf(name)} isBusy={props.isBusy} onPress={props.onBringBack}>
              {text.bringBack}
            </Act>
            <Act label={text.chooseOf(name)} isBusy={props.isBusy} onPress={props.onChoose}>
              {text.choose}
            </Act>
            <Act isGhost label={text.leaveOf(name)} isBusy={props.isBusy} onPress={() => props.onLeave(true)}>
              {text.leave}
            </Act>
          </>
        ) : (
          <Act isGhost label={text.takeUpOf(name)} isBusy={props.isBusy} onPress={() => props.onLeave(false)}>
            {text.takeUp}
          </Act>
        )}
      </div>
    </li>
  )
}

function Act(props: {
  label: string
  isGhost?: boolean
  isBusy: boolean
  onPress: () => void
  children: string
}) {
  return (
    <Button
      small
      look={props.isGhost === true ? 'ghost' : 'plain'}
      label={props.label}
      unavailable={props.isBusy ? text.searching : undefined}
      onPress={props.onPress}
    >
      {props.children}
    </Button>
  )
}

/** The file's name where it is shown first; without one, its kind. */
function nameOf({ uses: [first] }: KeptFileFault): string {
  if (first === undefined) return ''
  if (first.name !== '') return first.name
  const kind = text.kinds[first.kind]
  return `${kind.slice(0, 1).toUpperCase()}${kind.slice(1)}`
}

function Place({ use }: { use: KeptFileUse }) {
  const words = wordsOf(use)
  if (use.project !== null) return <a href={href('projectSheet', {}, use.project.id)}>{words}</a>
  if (use.meeting === null || use.kind !== 'attachment') return words
  return <a href={href('attachments', { meetingId: use.meeting.id })}>{words}</a>
}

function wordsOf({ kind, meeting, itemTitle, project }: KeptFileUse): string {
  return [
    text.kinds[kind],
    meeting === null ? '' : text.meeting(formatDateWithoutWeekday(meeting.date), meeting.title),
    itemTitle === null ? '' : text.item(itemTitle),
    project === null ? '' : text.project(project.title),
  ]
    .filter((words) => words !== '')
    .join(' · ')
}
