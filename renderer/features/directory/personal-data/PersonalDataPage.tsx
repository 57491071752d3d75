import { useState } from 'react'
import { navigate } from '../../../app/location.ts'
import { href } from '../../../app/paths.ts'
import { personalDataText as text } from '../../../text/personal-data.ts'
import { placeText } from '../../../text/place.ts'
import { Head } from '../../../ui/Head.tsx'
import { Segments } from '../../../ui/Segments.tsx'
import { useStatusLine } from '../../../ui/status.ts'
import { DueSection } from './DueSection.tsx'
import { KnownPerson } from './KnownPerson.tsx'
import { PersonChoice } from './PersonChoice.tsx'
import { RegisterSection } from './RegisterSection.tsx'

type View = 'persons' | 'register'
const views: readonly View[] = ['persons', 'register']

/** `focusId`: the person to show. */
export function PersonalDataPage({ focusId }: { focusId: string | null }) {
  const [view, setView] = useState<View>('persons')
  useStatusLine([text.lead])
  const choose = (personId: string) => navigate(href('personalData', {}, personId))
  return (
    <>
      <Head
        title={placeText.personalData}
        facts={text.lead}
        acts={
          <Segments
            label={text.views.label}
            value={view}
            choices={views.map((value) => ({ value, label: text.views[value] }))}
            onChange={setView}
          />
        }
      />
      <div className="scroll pad prep pd-page">
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
