/** What made a record. A test holds the version against package.json. */
export const library = { name: '@jingzhun/rules', version: '0.1.0' } as const;
