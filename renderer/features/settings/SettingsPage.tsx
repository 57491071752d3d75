import type { ReactNode } from 'react'
import { useQuery } from '../../api/use-query.ts'
import { useAct, useWrite } from '../../api/use-write.ts'
import { type SettingsPart, settingsPart } from '../../app/settings-sections.ts'
import { BodyPart } from '../../parts/BodyPart.tsx'
import { Managed, useManaged } from '../../parts/Managed.tsx'
import { UpdatesSection } from '../../parts/UpdatesSection.tsx'
import { deskText } from '../../text/desk.ts'
import { instantWords } from '../../text/instant-words.ts'
import { minutesSettingsText } from '../../text/minutes-settings.ts'
import { settingsText as text } from '../../text/settings.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { NumberField } from '../../ui/ParsedField.tsx'
import { CheckBox, Select } from '../../ui/Select.tsx'
import { useStatusLine } from '../../ui/status.ts'
import { TextField } from '../../ui/TextField.tsx'
import { AgendaTemplateSection } from '../agenda/index.ts'
import { RulesSection } from '../attendance/index.ts'
import { ProfileSection } from '../backups/index.ts'
import { PlanTemplateSection } from '../meetings/index.ts'
import { RetentionSection } from '../minutes/index.ts'
import { DispatchFolderSection } from './DispatchFolderSection.tsx'
import { DispatchSenderSection } from './DispatchSenderSection.tsx'
import { DispatchTemplatesSection } from './DispatchTemplatesSection.tsx'
import { DisplaySection } from './DisplaySection.tsx'
import { LearntSection } from './LearntSection.tsx'
import { LegifranceSection } from './LegifranceSection.tsx'
import { ManagedSection } from './ManagedSection.tsx'
import { SampleSection } from './SampleSection.tsx'
import { SendingSection } from './SendingSection.tsx'
import { SpellingSection } from './SpellingSection.tsx'

const modes = ['meeting', 'written', 'tacit'] as const

function MinutesSection() {
  return (
    <BodyPart title={minutesSettingsText.title} lead={minutesSettingsText.lead}>
      {(body, patch) => (
        <>
          <NumberField
            needed
            label={minutesSettingsText.reviewDays}
            help={minutesSettingsText.reviewDaysHelp}
            value={body.reviewDays}
            min={1}
            max={120}
            onCommit={(reviewDays) => {
              if (reviewDays !== null) patch({ reviewDays })
            }}
          />
          <Select
            label={minutesSettingsText.approvalMode}
            help={minutesSettingsText.approvalModeHelp}
            value={body.approvalMode}
            choices={modes.map((value) => ({ value, label: minutesSettingsText.modes[value] }))}
            onCommit={(approvalMode) => patch({ approvalMode })}
          />
        </>
      )}
    </BodyPart>
  )
}

const parts: Readonly<Record<SettingsPart, () => ReactNode>> = {
  affichage: () => (
    <>
      <DisplaySection />
      <DueNotices />
    </>
  ),
  orthographe: () => <SpellingSection />,
  lecture: () => <LearntSection />,
  instance: () => <BodySection />,
  'ordre-du-jour': () => <AgendaTemplateSection />,
  retroplanning: () => <PlanTemplateSection />,
  presences: () => <RulesSection />,
  'compte-rendu': () => <MinutesSection />,
  envois: () => (
    <>
      <DispatchSenderSection />
      <SendingSection />
      <DispatchTemplatesSection />
      <DispatchFolderSection />
    </>
  ),
  legifrance: () => <LegifranceSection />,
  archivage: () => <RetentionSection />,
  profil: () => <ProfileSection />,
  exemple: () => <SampleSection />,
  imposes: () => <ManagedSection />,
  'a-propos': () => <AboutSection />,
}

export function SettingsPage({ focusId }: { focusId: string | null }) {
  useStatusLine([])
  return <div className="scroll pad preparation">{parts[settingsPart(focusId)]()}</div>
}

function AboutSection() {
  const info = useQuery('app.info', {}, { isFixed: true })
  return (
    <section className="stack" aria-label={text.about}>
      <h2 className="h2">{text.about}</h2>
      {info.data === undefined ? null : (
        <p>
          {text.version(info.data.version)} <span className="mute">· {text.engine(info.data.electron)}</span>
        </p>
      )}
      <p className="mute">{text.licence}</p>
      <UpdatesSection />
      <Incidents />
    </section>
  )
}

function Incidents() {
  const { data } = useQuery('desk.incidents', {})
  const show = useAct('desk.showIncident')
  return (
    <>
      <h3 className="h3">{deskText.incidents}</h3>
      <p className="mute">{deskText.incidentsLead}</p>
      {show.error === null ? null : <ErrorBanner error={show.error} />}
      {data === undefined ? null : data.lastAt === null ? (
        <p>{deskText.noIncident}</p>
      ) : (
        <div className="row wrap">
          <span>{deskText.incidentCount(data.count, instantWords(data.lastAt))}</span>
          <Button onPress={() => show.mutate({})}>{deskText.showIncident}</Button>
        </div>
      )}
    </>
  )
}

function BodySection() {
  return (
    <BodyPart title={text.body} lead={text.bodyLead}>
      {(body, patch) => (
        <>
          <TextField label={text.fields.name} value={body.name} needed onCommit={(name) => patch({ name })} />
          <TextField
            label={text.fields.acronym}
            value={body.acronym}
            maxLength={40}
            onCommit={(acronym) => patch({ acronym })}
          />
          <TextField
            label={text.fields.contact}
            value={body.contact}
            onCommit={(contact) => patch({ contact })}
          />
          <Select
            label={text.fields.meetingWord}
            value={body.meetingWord}
            choices={[
              { value: 'séance', label: 'séance' },
              { value: 'réunion', label: 'réunion' },
            ]}
            onCommit={(meetingWord) => patch({ meetingWord })}
          />
        </>
      )}
    </BodyPart>
  )
}

/** Off until somebody turns it on. */
function DueNotices() {
  const state = useQuery('desk.dueNotices', {})
  const turn = useWrite('desk.switchDueNotices')
  const isManaged = useManaged().DueNotices !== undefined
  const error = state.error ?? turn.error
  return (
    <section className="stack" aria-label={deskText.notices}>
      <h2 className="h2">{deskText.notices}</h2>
      <p className="mute">{deskText.noticesLead}</p>
      {error === null ? null : <ErrorBanner error={error} />}
      {state.data === undefined ? null : (
        <Managed when={isManaged}>
          <CheckBox
            label={deskText.announce}
            checked={state.data.isOn}
            onCommit={(isOn) => turn.mutate({ isOn })}
          />
        </Managed>
      )}
    </section>
  )
}
