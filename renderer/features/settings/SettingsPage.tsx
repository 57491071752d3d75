import { showToast } from '../../api/toasts.ts'
import { useQuery } from '../../api/use-query.ts'
import { useAct } from '../../api/use-write.ts'
import { href } from '../../app/paths.ts'
import { setTheme, type ThemeChoice, themeChoices, useTheme } from '../../app/theme.ts'
import { BodyPart } from '../../parts/BodyPart.tsx'
import { backupsText } from '../../text/backups.ts'
import { firstStartText } from '../../text/home.ts'
import { keptFilesText } from '../../text/kept-files.ts'
import { minutesSettingsText } from '../../text/minutes-settings.ts'
import { settingsText as text } from '../../text/settings.ts'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Head } from '../../ui/Head.tsx'
import { NumberField } from '../../ui/ParsedField.tsx'
import { Select } from '../../ui/Select.tsx'
import { useStatusLine } from '../../ui/status.ts'
import { TextField } from '../../ui/TextField.tsx'
import { AgendaTemplateSection } from '../agenda/index.ts'
import { RulesSection } from '../attendance/index.ts'
import { HandOverLinkSection, ProfileSection } from '../backups/index.ts'
import { PersonalDataLinkSection } from '../directory/index.ts'
import { StyleLinkSection } from '../documents/index.ts'
import { OldFilesLinkSection } from '../imports/index.ts'
import { PlanTemplateSection } from '../meetings/index.ts'
import { RetentionSection } from '../minutes/index.ts'
import { DispatchFolderSection } from './DispatchFolderSection.tsx'
import { DispatchSenderSection } from './DispatchSenderSection.tsx'
import { DispatchTemplatesSection } from './DispatchTemplatesSection.tsx'
import { HistoryLinkSection } from './HistoryLinkSection.tsx'
import { SpellingSection } from './SpellingSection.tsx'

const modes = ['meeting', 'written', 'tacit'] as const

function MinutesSection() {
  return (
    <BodyPart title={minutesSettingsText.title} lead={minutesSettingsText.lead}>
      {(body, patch) => (
        <>
          <NumberField
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

export function SettingsPage(_: { focusId: string | null }) {
  useStatusLine([])
  return (
    <>
      <Head title={text.title} />
      <div className="scroll pad preparation">
        <BodySection />
        <StyleLinkSection />
        <AgendaTemplateSection />
        <PlanTemplateSection />
        <MinutesSection />
        <RulesSection />
        <DispatchSenderSection />
        <DispatchTemplatesSection />
        <DispatchFolderSection />
        <SpellingSection />
        <ThemeSection />
        <BackupsLinkSection />
        <HistoryLinkSection />
        <HandOverLinkSection />
        <PersonalDataLinkSection />
        <OldFilesLinkSection />
        <ProfileSection />
        <RetentionSection />
        <SampleSection />
        <AboutSection />
      </div>
    </>
  )
}

function ThemeSection() {
  const theme = useTheme()
  return (
    <section className="stack" aria-label={text.appearance}>
      <h2 className="h2">{text.appearance}</h2>
      <div className="form-grid">
        <Select<ThemeChoice>
          label={text.theme}
          always
          value={theme}
          choices={themeChoices.map((value) => ({ value, label: text.themes[value] }))}
          onCommit={setTheme}
        />
      </div>
    </section>
  )
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
    </section>
  )
}

function BackupsLinkSection() {
  return (
    <section className="stack" aria-label={backupsText.section}>
      <h2 className="h2">{backupsText.section}</h2>
      <p className="mute">{backupsText.sectionLead}</p>
      <div className="row">
        <a className="button plain" href={href('backups')}>
          {backupsText.openPage}
        </a>
        <a className="button plain" href={href('keptFiles')}>
          {keptFilesText.openPage}
        </a>
      </div>
    </section>
  )
}

function BodySection() {
  return (
    <BodyPart title={text.body} lead={text.bodyLead}>
      {(body, patch) => (
        <>
          <TextField
            label={text.fields.name}
            value={body.name}
            maxLength={500}
            onCommit={(name) => {
              if (name.trim() !== '') patch({ name: name.trim() })
            }}
          />
          <TextField
            label={text.fields.acronym}
            value={body.acronym}
            maxLength={40}
            onCommit={(acronym) => patch({ acronym })}
          />
          <TextField
            label={text.fields.contact}
            value={body.contact}
            maxLength={500}
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

function SampleSection() {
  const body = useQuery('settings.body', {})
  const load = useAct('sample.load', {
    onSuccess: (loaded) => showToast(firstStartText.loaded(loaded.meetings)),
  })
  return (
    <section className="stack" aria-label={text.sample}>
      <h2 className="h2">{text.sample}</h2>
      <p className="mute">{text.sampleLead}</p>
      {load.error === null ? null : <ErrorBanner error={load.error} />}
      {body.data?.isSample === true ? (
        <Banner>{text.sampleOn}</Banner>
      ) : (
        <div className="row">
          <Button busy={load.isPending ? firstStartText.sampling : undefined} onPress={() => load.mutate({})}>
            {text.sampleLoad}
          </Button>
        </div>
      )}
    </section>
  )
}
