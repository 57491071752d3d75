/**
 * Of rows of `journal_entry`: what led to sealed minutes, or wrote into their meeting, stays with them, and stands
 * in the way of nothing done elsewhere.
 */
export const notSealed = `NOT EXISTS (SELECT 1 FROM approval WHERE approval.id = journal_entry.meeting_id
  AND (approval.sealed_at > journal_entry.at OR journal_entry.method = 'approval.approve'))
  AND NOT EXISTS (SELECT 1 FROM journal_change JOIN approval ON approval.id = journal_change.row_id
    WHERE journal_change.entry_seq = journal_entry.seq AND journal_change.table_name = 'meeting'
    AND approval.sealed_at > journal_entry.at)
  AND NOT EXISTS (SELECT 1 FROM journal_change JOIN agenda_item ON agenda_item.id = journal_change.row_id
    JOIN approval ON approval.id = agenda_item.meeting_id
    WHERE journal_change.entry_seq = journal_entry.seq AND journal_change.table_name = 'agenda_item'
    AND approval.sealed_at > journal_entry.at)`
