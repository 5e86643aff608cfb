/** Editions stand in the address as the command line writes them. */
export const queryText = (a: string, b: string): string => `?a=${a}&b=${b}`;
