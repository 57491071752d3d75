// Numbered by their place in this list, forward only; one that was released is never edited.
import { first } from './0001-first.ts'
import { prepareAndConvene } from './0002-prepare-and-convene.ts'
import { documents } from './0003-documents.ts'
import { holdWriteApprove } from './0004-hold-write-approve.ts'
import { watch } from './0005-watch.ts'
import { personalData } from './0006-personal-data.ts'
import { profile } from './0007-profile.ts'
import { carryOver } from './0008-carry-over.ts'
import { archiveRules } from './0009-archive.ts'
import { followUp } from './0010-follow-up.ts'
import { home } from './0011-home.ts'
import { textLife } from './0012-text-life.ts'
import { leftFiles } from './0013-left-files.ts'
import { deliveries } from './0014-deliveries.ts'
import { projects } from './0015-projects.ts'
import { takeover } from './0016-takeover.ts'
import { projectDocuments } from './0017-project-documents.ts'
import { collegeNames } from './0018-college-names.ts'
import { rowSums } from './0019-row-sums.ts'
import { searchByKind } from './0020-search-by-kind.ts'
import { seats } from './0021-seats.ts'
import { history } from './0022-history.ts'
import { askedBeforeSealing } from './0023-asked-before-sealing.ts'
import { settledObservations } from './0024-settled-observations.ts'
import { sendings } from './0025-sendings.ts'
import { transferToArchives } from './0026-transfer.ts'
import { circles } from './0027-circles.ts'
import { positionsAndPublic } from './0028-positions-and-public.ts'
import { writtenApproval } from './0029-written-approval.ts'
import { guests } from './0030-guests.ts'
import { learntLayouts } from './0031-learnt-layouts.ts'
import { signedCopies } from './0032-signed-copies.ts'
import { learntFingerprints } from './0033-learnt-fingerprints.ts'
import { recordPlace } from './0034-record-place.ts'
import { undoByPerson } from './0035-undo-by-person.ts'
import { wordTemplates } from './0036-word-templates.ts'
import { handedCompositions } from './0037-handed-compositions.ts'
import { submittedAgendas } from './0038-submitted-agendas.ts'
import { sealedErasures } from './0039-sealed-erasures.ts'
import { stancesFound } from './0040-stances-found.ts'
import { validatedAt } from './0041-validated-at.ts'
import { draftsByAuthor } from './0042-drafts-by-author.ts'
import { announced } from './0043-announced.ts'
import { keptAgendas } from './0044-kept-agendas.ts'
import { planWords } from './0045-plan-words.ts'
import { listedTexts } from './0046-listed-texts.ts'

export const migrations: readonly string[] = [
  first,
  prepareAndConvene,
  documents,
  holdWriteApprove,
  watch,
  personalData,
  profile,
  carryOver,
  archiveRules,
  followUp,
  home,
  textLife,
  leftFiles,
  deliveries,
  projects,
  takeover,
  projectDocuments,
  collegeNames,
  rowSums,
  searchByKind,
  seats,
  history,
  askedBeforeSealing,
  settledObservations,
  sendings,
  transferToArchives,
  circles,
  positionsAndPublic,
  writtenApproval,
  guests,
  learntLayouts,
  signedCopies,
  learntFingerprints,
  recordPlace,
  undoByPerson,
  wordTemplates,
  handedCompositions,
  submittedAgendas,
  sealedErasures,
  stancesFound,
  validatedAt,
  draftsByAuthor,
  announced,
  keptAgendas,
  planWords,
  listedTexts,
]
