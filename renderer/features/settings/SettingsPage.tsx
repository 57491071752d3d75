import { useQuery } from '../../api/use-query.ts'
import { setTheme, type ThemeChoice, themeChoices, useTheme } from '../../app/theme.ts'
import { settingsText as text } from '../../text/settings.ts'
import { Head } from '../../ui/Head.tsx'
import { Select } from '../../ui/Select.tsx'
import { useStatusLine } from '../../ui/status.ts'
import { AgendaTemplateSection } from '../agenda/index.ts'
import { RulesSection } from '../attendance/index.ts'
import { HandOverLinkSection, ProfileSection } from '../backups/index.ts'
import { PersonalDataLinkSection } from '../directory/index.ts'
import { StyleLinkSection } from '../documents/index.ts'
import { TakeoverLinkSection } from '../imports/index.ts'
import { PlanTemplateSection } from '../meetings/index.ts'
import { RetentionSection } from '../minutes/index.ts'
import { BackupsLinkSection } from './BackupsLinkSection.tsx'
import { BodySection } from './BodySection.tsx'
import { DispatchFolderSection } from './DispatchFolderSection.tsx'
import { DispatchSenderSection } from './DispatchSenderSection.tsx'
import { DispatchTemplatesSection } from './DispatchTemplatesSection.tsx'
import { MinutesSection } from './MinutesSection.tsx'
import { SampleSection } from './SampleSection.tsx'
import { SpellingSection } from './SpellingSection.tsx'

export function SettingsPage(_: { focusId: string | null }) {
  useStatusLine([])
  return (
    <>
      <Head title={text.title} />
      <div className="scroll pad prep">
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
        <HandOverLinkSection />
        <PersonalDataLinkSection />
        <TakeoverLinkSection />
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
