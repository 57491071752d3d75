import CheckCheck from 'lucide-react/icons/check-check'
import type { KeyboardEvent, MouseEvent } from 'react'
import type { NotebookItem } from '../../../../electron/domain/session/notebook.ts'
import { titled } from '../../../text/common.ts'
import { notebooksText as text } from '../../../text/notebooks.ts'
import { Button } from '../../../ui/Button.tsx'
import { Select } from '../../../ui/Select.tsx'
import type { Group } from './groups.ts'
import { MergeRow } from './MergeRow.tsx'
import type { Merge } from './use-merge.ts'

export function MergeGroup(props: {
  group: Group
  items: readonly NotebookItem[]
  merge: Merge
  onlyOpen: boolean
  /** Whether lines say whose they are: there are several notebooks. */
  authors: boolean
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  onClick: (event: MouseEvent<HTMLElement>) => void
}) {
  const { group, merge, items } = props
  const { open, item } = group
  const title = titleOf(group)
  const rows = props.onlyOpen
    ? group.rows.filter(({ line, own }) => line?.state === 'proposed' || own !== null)
    : group.rows
  return (
    <section
      className="merge-group"
      id={`merge-${group.key.replaceAll(' ', '-')}`}
      data-group={group.key}
      aria-label={title}
    >
      <div className="merge-group-head">
        <h2 className="h3 grow">
          {item === null || item.number === '' ? null : (
            <span className="mute">{text.item(item.number)} </span>
          )}
          {item === null ? title : titled(item.title)}
        </h2>
        <span className="mute">{text.itemOpen(open.length)}</span>
        {open.length === 0 ? null : (
          <Button small icon={CheckCheck} label={text.takeAllOf(title)} onPress={() => merge.takeAll(open)}>
            {text.takeAll}
          </Button>
        )}
      </div>
      {item === null && open.length > 0 ? (
        <div className="merge-place">
          <Select
            label={text.placeIn}
            value=""
            choices={[
              { value: '', label: text.placeGeneral },
              ...items.map(({ id, number, title: of }) => ({ value: id, label: `${number} ${of}`.trim() })),
            ]}
            onCommit={(id) => (id === '' ? undefined : merge.place(open, id))}
          />
        </div>
      ) : null}
      <ul className="merge-rows" onKeyDown={props.onKeyDown} onClick={props.onClick}>
        {rows.map((row) => (
          <MergeRow key={row.line?.id ?? row.own?.id ?? ''} {...row} merge={merge} authors={props.authors} />
        ))}
      </ul>
    </section>
  )
}

/** How a group is called. */
export function titleOf({ item, gone }: Group): string {
  if (item !== null) return `${item.number} ${titled(item.title)}`.trim()
  return gone === '' ? text.general : text.gonePlace(gone)
}
