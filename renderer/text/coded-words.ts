import { itemKindWords, itemNatureWords } from '../../electron/domain/agenda/agenda-words.ts'
import { meetingStateWords } from '../../electron/domain/meetings/meeting-words.ts'
import { actionStateWords, decisionStandingWords } from '../../electron/domain/minutes/follow-up-words.ts'
import { outcomeWords } from '../../electron/domain/minutes/outcome-words.ts'
import { audienceKindWords, projectStageWords } from '../../electron/domain/projects/project-words.ts'
import { stanceWords } from '../../electron/domain/session/stance-words.ts'
import {
  authorityWords,
  watchFollowUpWords,
  watchNatureWords,
  watchStatusWords,
} from '../../electron/domain/watch/watch-words.ts'
import { templateText } from './agenda-template.ts'
import { approvalText } from './approval.ts'
import { archiveText } from './archive.ts'
import { attachmentsText } from './attachments.ts'
import { attendanceStatusText } from './attendance.ts'
import { countingText, planActText } from './back-planning.ts'
import { carryReasonText } from './carry-over.ts'
import { directoryText } from './directory.ts'
import { dispatchKindText, documentKindText, fieldNameText, reasonText } from './dispatch.ts'
import { dispatchSettingsText } from './dispatch-settings.ts'
import { meetingModeText } from './meeting.ts'
import { minutesStateBadge } from './minutes.ts'
import { minutesSettingsText } from './minutes-settings.ts'
import { observationsText } from './observations.ts'
import { referenceKindText } from './project.ts'
import { opinionNeedText } from './project-sheet.ts'
import { replyAnswerText } from './replies.ts'
import { sendingText } from './sending.ts'
import { lineKindText } from './session.ts'
import { subjectText } from './subjects.ts'
import { inForceRuleText, linkKindText, opinionText } from './text-life.ts'

type Codes = Readonly<Record<string, string>>

const yesOrNo: Codes = { 0: 'non', 1: 'oui' }
const messageStates: Codes = { draft: 'en préparation', sent: 'envoyé' }

const each = <T>(of: Readonly<Record<string, T>>, words: (one: T) => string): Codes =>
  Object.fromEntries(Object.entries(of).map(([code, one]) => [code, words(one)]))

/** By table and column; what no screen shows in words has its words here. */
const coded: Readonly<Record<string, Codes>> = {
  'action.state': actionStateWords,
  'agenda_item.kind': itemKindWords,
  'agenda_item.nature': itemNatureWords,
  'agenda_status.state': { draft: 'projet', submitted: 'envoyé à la présidence', validated: 'validé' },
  'agenda_template_line.kind': itemKindWords,
  'agenda_template_line.nature': itemNatureWords,
  'agenda_template_line.role': templateText.roles,
  'approval.mode': approvalText.modes,
  'approval_reply.answer': { approves: 'approbation', observations: 'observations à traiter' },
  'attachment.circulation': attachmentsText.circulations,
  'minutes_section.circulation': attachmentsText.circulations,
  'attachment.tabled': yesOrNo,
  'attendee.source': { reply: 'd’après la réponse' },
  'attendee.seat': directoryText.quality,
  'attendee.status': attendanceStatusText,
  'back_plan_line.act': planActText,
  'back_plan_line.counting': countingText,
  'body.approval_mode': minutesSettingsText.modes,
  'body.convocation_counting': dispatchSettingsText.counting,
  'carry_over.reason': carryReasonText,
  'decision.state': decisionStandingWords,
  'decision_follow_up.state': decisionStandingWords,
  'dispatch.kind': dispatchKindText,
  'dispatch.state': messageStates,
  'dispatch_document.kind': documentKindText,
  'dispatch_recipient.field': each(fieldNameText, ({ long }) => long),
  'dispatch_recipient.reason': { ...reasonText, assistant: 'en copie pour une autre personne' },
  'dispatch_template.kind': dispatchKindText,
  'erasure.kind': { person: 'une personne', mails: 'messages', replies: 'réponses', notes: 'notes' },
  'follow_up_step.kind': { date: 'échéance', owner: 'responsable', state: 'état' },
  'item_position.stance': stanceWords,
  'logo.role': { issuer: 'émetteur', partner: 'partenaire' },
  'mandate.role': directoryText.mandates.roles,
  'meeting.mode': meetingModeText,
  'meeting.state': meetingStateWords,
  'meeting.taken_over': { locked: 'fermé', unlocked: 'rouvert' },
  'meeting_task.act': planActText,
  'meeting_task.counting': countingText,
  'minutes.state': minutesStateBadge,
  'minutes_section.outcome': outcomeWords,
  'minutes_version.reason': {
    ...{ sent: 'envoyée', review: 'mise en relecture', validated: 'validée' },
    ...{ restored: 'avant un retour en arrière', approved: 'approuvée', kept: 'gardée' },
  },
  'minutes_version.state': minutesStateBadge,
  'observation.kind': { change: 'modification', comment: 'commentaire', move: 'déplacement' },
  'observation.paper': { minutes: 'compte rendu', agenda: 'ordre du jour' },
  'observation.source': {
    ...{ tracked: 'modification suivie', compared: 'comparaison', mail: 'message', typed: 'saisie' },
  },
  'observation.state': observationsText.states,
  'project.cnen_opinion': opinionNeedText,
  'project.cnil_opinion': opinionNeedText,
  'project.conseil_etat_opinion': opinionNeedText,
  'project.stage': projectStageWords,
  'project_audience.kind': audienceKindWords,
  'project_reference.kind': each(referenceKindText, ({ one }) => one),
  'reply.answer': replyAnswerText,
  'retention_rule.final_fate': archiveText.fates,
  'retention_rule.kind': archiveText.kinds,
  'session_line.kind': lineKindText,
  'session_line.state': { kept: 'gardée', proposed: 'proposée', left: 'laissée' },
  'sending.state': sendingText.states,
  'sending.way': sendingText.ways,
  'shared_file.state': { queued: 'en attente', written: 'déposé' },
  'subject.nature': itemNatureWords,
  'subject.state': subjectText.states,
  'text_consultation.authority': authorityWords,
  'text_consultation.opinion': opinionText,
  'text_link.kind': each(linkKindText, ({ does }) => does),
  'watch_delivery.state': { partial: 'en partie', stopped: 'interrompue', whole: 'entière' },
  'watch_item.follow_up': watchFollowUpWords,
  'watch_item.in_force_rule': inForceRuleText,
  'watch_item.nature': watchNatureWords,
  'watch_item.status': watchStatusWords,
}

/** « en vigueur »; a value that is no code is itself. */
export function codedWords(table: string, field: string, value: string): string {
  const words = coded[`${table}.${field}`]?.[value]
  return words === undefined ? value : withSmall(words)
}

const names: ReadonlySet<string> = new Set([authorityWords.cnen, authorityWords.conseilEtat])

/** An acronym keeps its capitals, and so does a name. */
function withSmall(words: string): string {
  return /^\p{Lu}(?!\p{Lu})/u.test(words) && !names.has(words)
    ? words.charAt(0).toLowerCase() + words.slice(1)
    : words
}
