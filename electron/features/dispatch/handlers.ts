import type { Handlers } from '../context.ts'
import { liveMeeting } from '../reads/meetings.ts'
import { composedMessage } from './compose.ts'
import { addAttachment, addAttachments, lighten, placeDocument, removeDocument } from './documents.ts'
import {
  addRecipient,
  removeDispatch,
  removeRecipient,
  setField,
  updateRecipient,
  updateText,
} from './edit.ts'
import { markSent } from './mark-sent.ts'
import { prepare } from './prepare.ts'
import { dispatchRows, dispatchView } from './queries.ts'
import { leaveSharedFolder, retrySharedFolder, setSharedPattern, sharedFolderState } from './shared-folder.ts'
import { resetTemplate, templatesOf, updateTemplate } from './templates.ts'
import { untoldOf } from './told.ts'

export const handlers: Handlers<'dispatch'> = {
  'dispatch.templates': ({ tx }) => templatesOf(tx),
  'dispatch.list': ({ tx }, { meetingId }) => dispatchRows(tx, meetingId),
  'dispatch.untold': async ({ tx }, { meetingId }) => untoldOf(tx, await liveMeeting(tx, meetingId)),
  'dispatch.get': (context, { id }) => dispatchView(context, id),
  'dispatch.sharedFolder': (context) => sharedFolderState(context),
  'dispatch.updateTemplate': updateTemplate,
  'dispatch.resetTemplate': (context, { kind }) => resetTemplate(context, kind),
  'dispatch.prepare': prepare,
  'dispatch.update': updateText,
  'dispatch.remove': removeDispatch,
  'dispatch.addRecipient': addRecipient,
  'dispatch.updateRecipient': updateRecipient,
  'dispatch.removeRecipient': removeRecipient,
  'dispatch.setField': setField,
  'dispatch.addAttachment': addAttachment,
  'dispatch.addAttachments': (context, { dispatchId }) => addAttachments(context, dispatchId),
  'dispatch.removeDocument': (context, { id }) => removeDocument(context, id),
  'dispatch.placeDocument': placeDocument,
  'dispatch.lighten': (context, { id }) => lighten(context, id),
  'dispatch.compose': (context, { id }) => composedMessage(context, id),
  'dispatch.markSent': markSent,
  'dispatch.setSharedPattern': (context, { pattern }) => setSharedPattern(context, pattern),
  'dispatch.leaveSharedFolder': (context) => leaveSharedFolder(context),
  'dispatch.retrySharedFolder': (context) => retrySharedFolder(context),
}
