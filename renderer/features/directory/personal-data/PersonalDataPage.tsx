import { useState } from 'react'
import { fullName } from '../../../../electron/domain/people/full-name.ts'
import { shortName } from '../../../../electron/domain/people/short-name.ts'
import { useQuery } from '../../../api/use-query.ts'
import { navigate } from '../../../app/location.ts'
import { href } from '../../../app/paths.ts'
import { personalDataText as text } from '../../../text/personal-data.ts'
import { placeText } from '../../../text/place.ts'
import { ErrorBanner } from '../../../ui/Banner.tsx'
import { ComboBox } from '../../../ui/ComboBox.tsx'
import { SectionHead } from '../../../ui/Head.tsx'
import { Segments } from '../../../ui/Segments.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { useStatusLine } from '../../../ui/status.ts'
import { DueSection } from './DueSection.tsx'
import { KnownPerson } from './KnownPerson.tsx'
import { RegisterSection } from './RegisterSection.tsx'

type View = 'persons' | 'register'
const views: readonly View[] = ['persons', 'register']

/** `focusId`: the person to show. */
export function PersonalDataPage({ focusId }: { focusId: string | null }) {
  const [view, setView] = useState<View>('persons')
  useStatusLine([])
  const choose = (personId: string) => navigate(href('personalData', {}, personId))
  return (
    <>
      <SectionHead
        title={placeText.personalData}
        lead={text.lead}
        acts={
          <Segments
            label={text.views.label}
            value={view}
            choices={views.map((value) => ({ value, label: text.views[value] }))}
            onChange={setView}
          />
        }
      />
      <div className="scroll pad preparation personal-page">
        {view === 'register' ? (
          <RegisterSection />
        ) : focusId === null ? (
          <>
            <PersonChoice onChoose={choose} />
            <DueSection onChoose={choose} />
          </>
        ) : (
          <KnownPerson key={focusId} personId={focusId} />
        )}
      </div>
    </>
  )
}

function PersonChoice({ onChoose }: { onChoose: (personId: string) => void }) {
  const directory = useQuery('directory.list', {})
  if (directory.error !== null)
    return <ErrorBanner error={directory.error} onRetry={() => void directory.refetch()} />
  if (directory.data === undefined) return <Skeleton lines={2} />
  const { persons, organisations } = directory.data
  const names = new Map(organisations.map((one) => [one.id, shortName(one)]))
  const choices = persons.map(({ id, givenName, familyName, organisationId }) => ({
    id,
    label: fullName({ givenName, familyName }),
    detail: organisationId === null ? '' : (names.get(organisationId) ?? ''),
  }))
  return (
    <section className="stack" aria-label={text.person}>
      <div className="personal-choice">
        <ComboBox
          label={text.person}
          value=""
          choices={choices}
          onCommit={(_, id) => {
            if (id !== null) onChoose(id)
          }}
        />
        <p className="mute small">{text.personHelp}</p>
      </div>
    </section>
  )
}
