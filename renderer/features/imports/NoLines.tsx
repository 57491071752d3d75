// No lines: in place of an empty grid, whether the file has no items or only this look at it, and what to do.
import FileX from 'lucide-react/icons/file-x'
import { importsText } from '../../text/imports.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'

/** `isFile`: nothing was understood of the whole file. */
export function NoLines({ isFile }: { isFile: boolean }) {
  return isFile ? (
    <EmptyState icon={FileX} title={importsText.noItems}>
      {importsText.noItemsWords}
    </EmptyState>
  ) : (
    <p className="mute pad">{importsText.compared.nothingShown}</p>
  )
}
