import type { APIRoute } from 'astro';
import { jsonSchemas } from '../../docs/json-schemas.ts';

export const getStaticPaths = () => jsonSchemas.map(({ name, text }) => ({ params: { name }, props: { text } }));

export const GET: APIRoute = ({ props }) =>
  new Response(props.text, { headers: { 'content-type': 'application/schema+json' } });
