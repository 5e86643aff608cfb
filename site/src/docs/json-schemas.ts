interface JsonSchema {
  readonly title: string;
}

const files = import.meta.glob<JsonSchema>('../../../packages/schemas/json-schema/*.json', {
  import: 'default',
  eager: true,
});

/** The JSON Schemas by file name, without what only makes them longer. */
export const jsonSchemas = Object.entries(files).map(([path, schema]) => ({
  name: path.split('/').at(-1) ?? '',
  // `Name in English (中文)`
  title: /^(?<en>.*) \((?<zh>.*)\)$/.exec(schema.title)?.groups as { en: string; zh: string },
  text: JSON.stringify(schema),
}));
