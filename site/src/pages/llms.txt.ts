import { getCollection } from 'astro:content';
import type { APIRoute } from 'astro';
import { guideGroups } from '../docs/guide-groups.ts';
import { jsonSchemas } from '../docs/json-schemas.ts';
import { llmsText, type Place, type PlaceGroup } from '../docs/llms-text.ts';
import { whereIs } from '../docs/where.ts';
import { type AddressOf, absolute, type Language, languages } from '../language.ts';
import { policyIndex } from '../policies/policy-index.ts';
import { releasesByPolicy } from '../policies/releases.ts';
import { homeWords } from '../words/home.ts';
import { llmsWords } from '../words/llms.ts';
import { shellWords } from '../words/shell.ts';

/** Chinese, then English. */
const both = (of: (language: Language) => string, between = ' | '): string => languages.map(of).join(between);

const places = await getCollection('docs');

function guidesIn(language: Language, address: AddressOf): PlaceGroup[] {
  return guideGroups.map(({ title, guides }) => ({
    title: `${llmsWords[language].guides}${language === 'zh' ? '：' : ': '}${title[language]}`,
    places: guides.map((name) => {
      const id = `${language === 'zh' ? '' : 'en/'}docs/${name}`;
      const entry = places.find((each) => each.id === id);
      if (entry === undefined) throw new ReferenceError(`there is no page ${id}`);
      const { title, description = '' } = entry.data;
      return { title, address: address(`${id}/`), text: description };
    }),
  }));
}

function apiIn(language: Language, address: AddressOf): PlaceGroup {
  const entries = places
    .map(({ id, data }) => ({ ...whereIs({ id }), title: data.title }))
    .filter((entry) => entry.language === language && /^api\/./.test(entry.path));
  return {
    title: llmsWords[language].api,
    places: entries
      .map(({ title, path }) => ({ title, address: address(`${language === 'zh' ? '' : 'en/'}${path}`) }))
      .toSorted((a, b) => (a.title < b.title ? -1 : 1)),
  };
}

async function dataPlaces(address: AddressOf): Promise<Place[]> {
  const { policies } = policyIndex(await releasesByPolicy(), address);
  const named = (what: 'index' | 'lock', path: string): Place => ({
    title: both((language) => llmsWords[language][what]),
    address: address(path),
    text: both((language) => llmsWords[language][`${what}Text`]),
  });
  return [
    named('index', 'policies/index.json'),
    named('lock', 'policies/policies.lock.json'),
    ...policies.flatMap(({ id, title, number, releases }) =>
      releases.flatMap(({ version, policy, files }) => [
        {
          title: `${id} ${version}`,
          address: policy,
          text: `${both((language) => title[language])}${number === null ? '' : ` (${number})`}; ${both((language) => llmsWords[language].policy)}`,
        },
        {
          title: `${id} ${version} files`,
          address: files,
          text: both((language) => llmsWords[language].files),
        },
      ]),
    ),
  ];
}

/** What the site and the library are, and where things stand, on one page of plain text for programs that read. */
export const GET: APIRoute = async ({ site }) => {
  const address = absolute(site);
  const title = both((language) => shellWords[language].name, ' ');
  const lead = languages.flatMap((language) => [
    homeWords[language].lead.join(language === 'zh' ? '' : ' '),
    homeWords[language].developersText,
    shellWords[language].notGovernment,
  ]);
  const text = llmsText(title, lead, [
    { title: both((language) => llmsWords[language].data), places: await dataPlaces(address) },
    ...languages.flatMap((language) => guidesIn(language, address)),
    ...languages.map((language) => apiIn(language, address)),
    {
      title: both((language) => llmsWords[language].schemas),
      places: jsonSchemas.map(({ name, title }) => ({
        title: name,
        address: address(`schemas/${name}`),
        text: both((language) => title[language]),
      })),
    },
  ]);
  return new Response(text, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
};
