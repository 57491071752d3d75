import ArchiveRestore from 'lucide-react/icons/archive-restore'
import CalendarPlus from 'lucide-react/icons/calendar-plus'
import FileInput from 'lucide-react/icons/file-input'
import FolderOpen from 'lucide-react/icons/folder-open'
import type { ReactNode } from 'react'
import { newId } from '../../api/new-id.ts'
import { showToast } from '../../api/toasts.ts'
import { useAct, useWrite } from '../../api/use-write.ts'
import { chooseImport } from '../../app/frame-acts.ts'
import { navigate } from '../../app/location.ts'
import { href } from '../../app/paths.ts'
import { useTeam } from '../../app/team.ts'
import { firstStartText as text } from '../../text/first-start.ts'
import { oldFilesText } from '../../text/old-files.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { Icon, type IconShape } from '../../ui/Icon.tsx'
import { useKept } from '../../ui/kept.ts'
import { TimeField } from '../../ui/ParsedField.tsx'
import { DataPlaceBanner } from '../backups/index.ts'

export function FirstStart() {
  const isTeam = useTeam() !== null
  return (
    <div className="scroll first-start">
      <div className="first-body">
        <p className="mute">{text.lead}</p>
        <h1 className="h1 hero-title">{text.title}</h1>
        <DataPlaceBanner />
        <div className="grid-first">
          <Card icon={FileInput} title={text.importTitle} lead={text.importLead}>
            <Button onPress={chooseImport}>{text.importAct}</Button>
          </Card>
          <CreateCard />
          <Card icon={ArchiveRestore} title={oldFilesText.firstTitle} lead={oldFilesText.firstLead}>
            <a className="button" href={href('oldFiles')}>
              {oldFilesText.open}
            </a>
          </Card>
          <SampleCard />
        </div>
        <p className="mute text-15">
          {text.later} {isTeam ? null : <a href={href('handOver', {}, 'source')}>{text.restoreOther}</a>}
        </p>
      </div>
    </div>
  )
}

function Card(props: { icon: IconShape; title: string; lead: string; main?: boolean; children: ReactNode }) {
  return (
    <section className={props.main === true ? 'card first-card main-card' : 'card first-card'}>
      <h2 className="h2 row">
        <Icon of={props.icon} size={20} />
        {props.title}
      </h2>
      <p className="mute">{props.lead}</p>
      {props.children}
    </section>
  )
}

function CreateCard() {
  const [{ date, startTime }, setSaid, forget] = useKept('first-meeting', {
    date: null as string | null,
    startTime: '14:00' as string | null,
  })
  const create = useWrite('meetings.create', {
    onSuccess: (meeting) => {
      forget()
      navigate(href('agenda', { meetingId: meeting.id }))
    },
  })
  return (
    <Card main icon={CalendarPlus} title={text.create} lead={text.createLead}>
      <form
        className="first-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (date === null || create.isPending) return
          create.mutate({
            id: newId(),
            fields: { date, ...(startTime === null ? {} : { startTime }) },
            fromTemplate: true,
          })
        }}
      >
        <div className="first-when">
          <DateField
            label={text.date}
            keptAs="first-meeting:date"
            value={date}
            onCommit={(day) => setSaid((before) => ({ ...before, date: day }))}
            autoFocus
          />
          <TimeField
            label={text.start}
            value={startTime}
            needed
            keptAs="first-meeting:start"
            onCommit={(time) => setSaid((before) => ({ ...before, startTime: time }))}
          />
        </div>
        {create.error === null ? null : <ErrorBanner error={create.error} />}
        <Button
          type="submit"
          look="primary"
          busy={create.isPending ? text.creating : undefined}
          unavailable={date === null ? text.dateNeeded : undefined}
        >
          {text.createAct}
        </Button>
      </form>
    </Card>
  )
}

function SampleCard() {
  const load = useAct('sample.load', { onSuccess: (loaded) => showToast(text.loaded(loaded.meetings)) })
  return (
    <Card icon={FolderOpen} title={text.sampleTitle} lead={text.sampleLead}>
      {load.error === null ? null : <ErrorBanner error={load.error} />}
      <Button busy={load.isPending ? text.sampling : undefined} onPress={() => load.mutate({})}>
        {text.sampleAct}
      </Button>
    </Card>
  )
}
