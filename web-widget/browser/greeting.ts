/** The greeting that fits the hour on this machine, well inside the hours at which it fits. */
function evening(): boolean {
  const hour = new Date().getHours();
  return hour >= 18 || hour < 4;
}

export function bonjour(): string {
  return evening() ? "Bonsoir" : "Bonjour";
}

export function hello(): string {
  return evening() ? "Good evening" : "Hello";
}
