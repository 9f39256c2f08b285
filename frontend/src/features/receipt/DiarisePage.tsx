export function DiarisePage() {
  return null;
}
