import type { APIRoute } from 'astro';
import { absolute } from '../../language.ts';
import { policyIndex } from '../../policies/policy-index.ts';
import { releasesByPolicy } from '../../policies/releases.ts';

export const GET: APIRoute = async ({ site }) =>
  new Response(JSON.stringify(policyIndex(await releasesByPolicy(), absolute(site))), {
    headers: { 'content-type': 'application/json' },
  });
