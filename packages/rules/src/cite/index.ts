export { type Located, locateQuotes } from './locate.ts';
