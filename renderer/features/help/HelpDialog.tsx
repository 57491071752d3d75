import { useState } from 'react'
import { usePlace } from '../../app/location.ts'
import { commonText } from '../../text/common.ts'
import { helpText as text } from '../../text/help.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { FilterField } from '../../ui/FilterField.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { Select } from '../../ui/Select.tsx'
import { GuidePage } from './GuidePage.tsx'
import { findInGuide, type GuidePlace, guidePlaceOf, pages, statement } from './guide.ts'
import { ScreenKeys } from './ScreenKeys.tsx'

type View = 'guide' | 'keys' | 'accessibility'
const views: readonly View[] = ['guide', 'keys', 'accessibility']

/** Beside the screen that one is on: the page of the guide that speaks of it, and its keys. */
export function HelpDialog({ onClose }: { onClose: () => void }) {
  const place = usePlace()
  const [view, setView] = useState<View>('guide')
  const [shown, setShown] = useState(() => guidePlaceOf(place.id))
  const [typed, setTyped] = useState('')
  const page = pages[shown.page]
  const open = (at: GuidePlace) => {
    setShown(at)
    setTyped('')
  }
  return (
    <Dialog
      beside
      wide
      title={text.title}
      onClose={onClose}
      acts={<Button onPress={onClose}>{commonText.close}</Button>}
    >
      <Segments
        label={text.views.label}
        value={view}
        choices={views.map((value) => ({ value, label: text.views[value] }))}
        onChange={setView}
      />
      {view === 'keys' ? (
        <ScreenKeys />
      ) : view === 'accessibility' ? (
        statement.map((part) => <GuidePage key={part.title} page={part} />)
      ) : (
        <>
          <div className="guide-tools">
            <FilterField label={text.search} value={typed} onChange={setTyped} />
            <Select
              label={text.page}
              always
              value={String(shown.page)}
              choices={pages.map(({ title }, at) => ({ value: String(at), label: title }))}
              onCommit={(at) => open({ page: Number(at), block: 0 })}
            />
          </div>
          {typed.trim() !== '' ? (
            <Found typed={typed} onOpen={open} />
          ) : page === undefined ? null : (
            <GuidePage page={page} from={shown.block} />
          )}
        </>
      )}
    </Dialog>
  )
}

function Found({ typed, onOpen }: { typed: string; onOpen: (place: GuidePlace) => void }) {
  const found = findInGuide(typed)
  if (found.length === 0)
    return (
      <p className="mute" role="status">
        {text.nothing}
      </p>
    )
  return (
    <ul className="guide-found" aria-label={text.found}>
      {found.map((passage) => (
        <li key={`${passage.page} ${passage.text}`}>
          <button type="button" onClick={() => onOpen(passage)}>
            <b>{pages[passage.page]?.title}</b>
            <span>{passage.text}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
