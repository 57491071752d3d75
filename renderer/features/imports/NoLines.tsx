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
