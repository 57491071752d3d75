export { plannedTasks } from './back-planning/queries.ts'
export { createMeeting } from './create.ts'
export { writes } from './handlers.ts'
