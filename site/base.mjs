/** Below which path of its host the site stands, as in `SITE_BASE=/rules/ pnpm build`; begins and ends with a slash. */
export const base = `/${process.env.SITE_BASE ?? ''}/`.replace(/\/+/g, '/');
