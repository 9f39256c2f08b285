// Both lists come together: they speak the same words, and the first load names one piece for them.
// biome-ignore-all lint/performance/noBarrelFile: see above.
export { DispatchPage } from "./DispatchPage";
export { IssuesPage } from "./IssuesPage";
