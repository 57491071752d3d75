import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { carriesMacros } from '../../../../electron/domain/documents/attachment.ts'
import { attachmentsText as text } from '../../../text/attachments.ts'
import { Badge } from '../../../ui/Badge.tsx'

export function MacroWarning({ fileName }: { fileName: string }) {
  if (!carriesMacros(fileName)) return null
  return (
    <span title={text.macrosHelp}>
      <Badge icon={TriangleAlert} tone="warn">
        {text.macros}
      </Badge>
    </span>
  )
}
