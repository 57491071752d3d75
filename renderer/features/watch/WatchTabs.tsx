// Watch tabs: the views of the watch: the texts, and what becomes due.
import { href } from '../../app/paths.ts'
import { dueText } from '../../text/watch-due.ts'
import { Tabs } from '../../ui/Tabs.tsx'

const { tabs } = dueText

export function WatchTabs({ current }: { current: 'texts' | 'due' }) {
  return (
    <Tabs
      label={tabs.label}
      current={current}
      tabs={[
        { id: 'texts', label: tabs.texts, href: href('watch') },
        { id: 'due', label: tabs.due, href: href('watchDue') },
      ]}
    />
  )
}
