export { TakeoverLinkSection } from './takeover/TakeoverLinkSection.tsx'
