import { href } from '../../app/paths.ts'
import { deliveriesText } from '../../text/deliveries.ts'
import { dueText } from '../../text/watch-due.ts'
import { Tabs } from '../../ui/Tabs.tsx'

const { tabs } = dueText

export function WatchTabs({ current }: { current: 'texts' | 'deliveries' }) {
  return (
    <Tabs
      label={tabs.label}
      current={current}
      tabs={[
        { id: 'texts', label: tabs.texts, href: href('watch') },
        { id: 'deliveries', label: deliveriesText.open, href: href('deliveries') },
      ]}
    />
  )
}
