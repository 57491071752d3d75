import TabletSmartphone from 'lucide-react/icons/tablet-smartphone'
import { declareActs } from '../../acts/act.ts'
import { dispatchText as text } from '../../text/dispatch.ts'

export type DispatchContext = {
  isWriting: boolean
  writeMemberFolders: () => void
}

export const dispatchActs = declareActs<DispatchContext>(
  'dispatch',
  text.list,
  'screen',
  'dispatch',
)({
  memberFolders: {
    label: text.memberFolders,
    synonyms: 'tablette hors ligne organismes membres',
    icon: TabletSmartphone,
    reads: true,
    whyNot: ({ isWriting }) => (isWriting ? text.openingFolder : null),
    perform: ({ writeMemberFolders }) => writeMemberFolders(),
  },
})
