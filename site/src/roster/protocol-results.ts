/** What the page may ask of the worker once the cases are made. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the results.
export interface ResultRequests {}
