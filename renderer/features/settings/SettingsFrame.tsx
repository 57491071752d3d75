import ArrowLeft from 'lucide-react/icons/arrow-left'
import { type KeyboardEvent, type ReactNode, Suspense, useRef, useState } from 'react'
import { bindActs, pressKey } from '../../acts/act.ts'
import { listActs } from '../../acts/list-acts.ts'
import { useRowKeys } from '../../acts/use-acts.ts'
import { FromTop } from '../../app/FromTop.tsx'
import { navigate } from '../../app/location.ts'
import { href, type Place } from '../../app/paths.ts'
import { ScreenBoundary } from '../../app/ScreenBoundary.tsx'
import { findSettings, settingsSectionOf } from '../../app/settings-sections.ts'
import { useTeam } from '../../app/team.ts'
import { settingsText as text } from '../../text/settings.ts'
import { FilterField } from '../../ui/FilterField.tsx'
import { Head } from '../../ui/Head.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'

/** The list of all that can be set, and beside it one section at a time. */
export function SettingsFrame({ place, children }: { place: Place; children: ReactNode }) {
  const [typed, setTyped] = useState('')
  // In a narrow window the list comes first, alone.
  const isList = place.id === 'settings' && place.focusId === null
  const groups = findSettings(typed, useTeam() !== null)
  const first = groups[0]?.found[0]?.section
  return (
    <>
      <Head
        title={text.title}
        beside={
          <search>
            <form
              className="settings-search"
              onSubmit={(event) => {
                event.preventDefault()
                if (first !== undefined) navigate(first.address)
              }}
            >
              <FilterField label={text.search} value={typed} onChange={setTyped} />
            </form>
          </search>
        }
      />
      <div className={isList ? 'cols settings at-list' : 'cols settings'}>
        <SectionList groups={groups} current={settingsSectionOf(place.id, place.focusId)} />
        <div className="pane grow settings-section">
          <a className="settings-back" href={href('settings')}>
            <Icon of={ArrowLeft} size={16} />
            {text.back}
          </a>
          <ScreenBoundary key={`${place.id} ${place.focusId ?? ''}`}>
            <FromTop />
            <Suspense fallback={<Skeleton lines={8} />}>{children}</Suspense>
          </ScreenBoundary>
        </div>
      </div>
    </>
  )
}

function SectionList(props: { groups: ReturnType<typeof findSettings>; current: string }) {
  const { groups, current } = props
  const list = useRef<HTMLElement>(null)
  const ids = groups.flatMap(({ found }) => found.map(({ section }) => section.id))
  // One stop of the keyboard: the section that is open, else the first that was found.
  const stop = ids.find((id) => id === current) ?? ids[0]
  useRowKeys(listActs)
  const onKeyDown = (event: KeyboardEvent) => {
    const links = [...(list.current?.querySelectorAll('a') ?? [])]
    const at = links.findIndex((link) => link.matches(':focus'))
    const moves = bindActs(listActs, { at, length: links.length, go: (to) => links[to]?.focus() }, null)
    pressKey(event, Object.values(moves))
  }
  return (
    <nav className="pane settings-list" aria-label={text.sections} ref={list} onKeyDown={onKeyDown}>
      {groups.length === 0 ? (
        <p className="mute quiet" role="status">
          {text.nothingFound}
        </p>
      ) : null}
      {groups.map(({ title, found }) => (
        <section key={title} aria-label={title}>
          <h2 className="settings-group">{title}</h2>
          {found.map(({ section, by }) => (
            <a
              key={section.id}
              href={section.address}
              tabIndex={section.id === stop ? 0 : -1}
              aria-current={section.id === current ? 'page' : undefined}
            >
              <Icon of={section.icon} size={18} />
              <span className="grow">
                {section.title}
                {by === null ? null : <small className="cut">{by}</small>}
              </span>
            </a>
          ))}
        </section>
      ))}
    </nav>
  )
}
