import { commonText } from '../text/common.ts'
import { shortcutsText as text } from '../text/frame.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Keys } from '../ui/Keys.tsx'
import { sidebarPlaces } from './sidebar-places.ts'

const { ctrl, shift, alt, enter } = text.keys

const groups = [
  {
    title: text.everywhere,
    rows: [
      [[ctrl, 'K'], text.palette],
      [[ctrl, `1…${sidebarPlaces.length}`], text.places],
      [[ctrl, 'Z'], text.undo],
      [[ctrl, 'Y'], text.redo],
      [[alt, '←'], text.back],
      [[alt, '→'], text.forward],
      [[ctrl, 'N'], text.newMeeting],
      [[ctrl, 'O'], text.importFile],
      [['F6'], text.nextPane],
      [['F1'], text.help],
      [[text.keys.escape], text.escape],
    ],
  },
  {
    title: text.lists,
    rows: [
      [['↑', '↓'], text.arrows],
      [[enter], text.enter],
      [[shift, '←', '→'], text.year],
      [[ctrl, 'F'], text.filter],
    ],
  },
] as const

export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog
      title={text.title}
      onClose={onClose}
      onSubmit={onClose}
      acts={
        <Button type="submit" look="primary">
          {commonText.close}
        </Button>
      }
    >
      {groups.map((group) => (
        <section key={group.title}>
          <h3 className="h3">{group.title}</h3>
          <dl className="dl shortcut-list">
            {group.rows.map(([keys, words]) => (
              <div key={words} className="shortcut">
                <dt>
                  <Keys keys={keys} />
                </dt>
                <dd>{words}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  )
}
