/** A label of the vocabulary as it begins a line: "school stage" as "School stage". Chinese stays as it is. */
export function upperFirst(label: string): string {
  return label.charAt(0).toUpperCase() + label.slice(1);
}
