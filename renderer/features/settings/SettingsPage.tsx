import { showToast } from '../../api/toasts.ts'
import { useQuery } from '../../api/use-query.ts'
import { useAct } from '../../api/use-write.ts'
import { href } from '../../app/paths.ts'
import { setTheme, type ThemeChoice, themeChoices, useTheme } from '../../app/theme.ts'
import { BodyPart } from '../../parts/BodyPart.tsx'
import { backupsText } from '../../text/backups.ts'
import { documentStyleText } from '../../text/document-style.ts'
import { handOverText } from '../../text/hand-over.ts'
import { firstStartText } from '../../text/home.ts'
import { keptFilesText } from '../../text/kept-files.ts'
import { minutesSettingsText } from '../../text/minutes-settings.ts'
import { oldFilesText } from '../../text/old-files.ts'
import { personalDataText } from '../../text/personal-data.ts'
import { placeText } from '../../text/place.ts'
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
import { ProfileSection } from '../backups/index.ts'
import { PlanTemplateSection } from '../meetings/index.ts'
import { RetentionSection } from '../minutes/index.ts'
import { DispatchFolderSection } from './DispatchFolderSection.tsx'
import { DispatchSenderSection } from './DispatchSenderSection.tsx'
import { DispatchTemplatesSection } from './DispatchTemplatesSection.tsx'
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
        <LinkSection
          title={documentStyleText.settings}
          lead={documentStyleText.settingsLead}
          links={[[href('documentStyle'), documentStyleText.openPage]]}
        />
        <AgendaTemplateSection />
        <PlanTemplateSection />
        <MinutesSection />
        <RulesSection />
        <DispatchSenderSection />
        <DispatchTemplatesSection />
        <DispatchFolderSection />
        <SpellingSection />
        <ThemeSection />
        <LinkSection
          title={backupsText.section}
          lead={backupsText.sectionLead}
          links={[
            [href('backups'), backupsText.openPage],
            [href('keptFiles'), keptFilesText.openPage],
          ]}
        />
        <LinkSection
          title={text.history}
          lead={text.historyLead}
          links={[
            [href('history'), placeText.history],
            [href('bin'), placeText.bin],
          ]}
        />
        <LinkSection
          title={handOverText.settings}
          lead={handOverText.settingsLead}
          links={[[href('handOver'), handOverText.openPage]]}
        />
        <LinkSection
          title={personalDataText.settings}
          lead={personalDataText.settingsLead}
          links={[[href('personalData'), personalDataText.openPage]]}
        />
        <LinkSection
          title={oldFilesText.open}
          lead={oldFilesText.firstLead}
          links={[[href('oldFiles'), oldFilesText.openPage]]}
        />
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

/** What has screens of its own, and the ways there: each an address and its words. */
function LinkSection(props: {
  title: string
  lead: string
  links: readonly (readonly [address: string, words: string])[]
}) {
  return (
    <section className="stack" aria-label={props.title}>
      <h2 className="h2">{props.title}</h2>
      <p className="mute">{props.lead}</p>
      <div className="row">
        {props.links.map(([address, words]) => (
          <a key={address} className="button plain" href={address}>
            {words}
          </a>
        ))}
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
