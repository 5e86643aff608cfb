/** A page that states how the site behaves. In its text, `code` stands between backticks. */
export interface Statement {
  readonly title: string;
  readonly description: string;
  readonly lead: string;
  readonly sections: readonly StatementSection[];
}

export interface StatementSection {
  readonly id: string;
  readonly title: string;
  readonly parts: readonly Part[];
}

type Part =
  | string
  | { readonly list: readonly string[] }
  | { readonly steps: readonly string[] }
  /** A file of the site, to be saved. */
  | { readonly file: string; readonly label: string }
  /** Another page of the site, without language. */
  | { readonly page: string; readonly label: string }
  | { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };
