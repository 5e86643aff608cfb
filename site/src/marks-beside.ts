/** Marks that end what stands before them: none begins a line. */
export const closing = /^[\p{Pe}\p{Pf}、。，；：？！,.;:?!]+/u;

/** Marks that begin what stands behind them: none ends a line. */
export const opening = /[\p{Ps}\p{Pi}]+$/u;
