export { closeSession, openSession } from './life.ts'
