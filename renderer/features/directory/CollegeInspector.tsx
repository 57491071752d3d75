import type { DirectoryView } from '../../../electron/contract/directory.ts'
import { usePatch } from '../../api/use-patch.ts'
import { directoryText as text } from '../../text/directory.ts'
import { TextField } from '../../ui/TextField.tsx'
import { type EntryActs, EntryInspector, named, versionOf } from './EntryInspector.tsx'

export function CollegeInspector(props: { college: DirectoryView['colleges'][number]; acts: EntryActs }) {
  const stored = props.college
  const target = { id: stored.id, version: stored.version }
  const saver = usePatch('directory.updateCollege', target, stored, (after) =>
    versionOf(after.colleges, stored.id),
  )
  const college = saver.row
  return (
    <EntryInspector kind="colleges" title={college.name} acts={props.acts} saver={saver}>
      <TextField
        label={text.fields.name}
        value={college.name}
        maxLength={500}
        autoFocus={college.name === text.fresh.colleges}
        onCommit={(next) => named(next, (name) => saver.patch({ name }))}
      />
    </EntryInspector>
  )
}
