import { href } from '../app/paths.ts'
import { placeTabsText, placeText, sidebarText } from '../text/place.ts'
import { type Tab, Tabs } from '../ui/Tabs.tsx'

const beside = {
  meetings: [
    { id: 'meetings', label: sidebarText.meetings, href: href('meetings') },
    { id: 'series', label: placeText.series, href: href('series') },
    { id: 'yearlyReport', label: placeText.yearlyReport, href: href('yearlyReport') },
  ],
  subjects: [
    { id: 'subjects', label: placeText.subjects, href: href('subjects') },
    { id: 'projects', label: placeText.projects, href: href('projects') },
  ],
} as const satisfies Record<keyof typeof placeTabsText, readonly Tab[]>

/** The screens that one place of the sidebar holds, beside one another. */
export function PlaceTabs<P extends keyof typeof beside>(props: {
  of: P
  current: (typeof beside)[P][number]['id']
}) {
  return <Tabs label={placeTabsText[props.of]} current={props.current} tabs={beside[props.of]} />
}
