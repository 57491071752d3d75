export { restorePath } from './restore.ts'
