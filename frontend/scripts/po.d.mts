export function readCatalogue(file: string): Map<string, string>;
