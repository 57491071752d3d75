import { lifeText } from '../../text/text-life.ts'
import { DateField } from '../../ui/DateField.tsx'
import { TextArea } from '../../ui/TextField.tsx'
import type { PatchText } from './use-text-patch.ts'
import type { WatchRow } from './watch-columns.tsx'

const text = lifeText.identity

export function Rubrics({ item, patch }: { item: WatchRow; patch: PatchText }) {
  return (
    <section className="stack" aria-label={text.more}>
      <h3 className="lab">{text.more}</h3>
      <TextArea
        label={lifeText.effects.purpose}
        rows={3}
        value={item.purpose}
        onCommit={(purpose) => patch({ purpose })}
      />
      <TextArea
        label={text.inForceWords}
        rows={2}
        value={item.inForceWords}
        onCommit={(inForceWords) => patch({ inForceWords })}
      />
      <TextArea label={text.notice} rows={3} value={item.notice} onCommit={(notice) => patch({ notice })} />
      <TextArea
        label={text.legalReferences}
        rows={2}
        value={item.legalReferences}
        onCommit={(legalReferences) => patch({ legalReferences })}
      />
      <DateField
        label={text.checkedOn}
        value={item.checkedOn}
        onCommit={(checkedOn) => patch({ checkedOn })}
      />
    </section>
  )
}
