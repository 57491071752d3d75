export { blankAttendee } from './blank.ts'
export { fillFromReplies } from './handlers.ts'
export { newestPart } from './replies/newest-part.ts'
export { seatFinder } from './seats.ts'
