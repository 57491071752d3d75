import { isOpeningName } from '../../../../electron/domain/documents/opening.ts'
import { attachmentsText as text } from '../../../text/attachments.ts'

/** The name of a kept file: a press opens it, or exports what does not open from here. */
export function FileName(props: {
  /** What it is called on the screen; else its own name. */
  name?: string
  fileName: string
  /** The words for a screen reader, where the name alone is not enough. */
  said?: string
  onOpen: () => void
  onExport: () => void
}) {
  const { name = props.fileName, fileName, said = name, onOpen, onExport } = props
  const opens = isOpeningName(fileName)
  return (
    <button
      type="button"
      className="attendance-name cut"
      title={opens ? name : text.onlyExported(name)}
      aria-label={opens ? text.open(said) : text.exportCopyOf(said)}
      onClick={opens ? onOpen : onExport}
    >
      {name}
    </button>
  )
}
