/** Colours by role, light and dark; contrast was computed on `surface` and `canvas`. */
const colours = {
  canvas: ["#F6F4EF", "#131719"],
  surface: ["#FFFFFF", "#1B2022"],
  raised: ["#FFFFFF", "#242A2D"],
  sunken: ["#EFECE5", "#0E1213"],
  line: ["#E1DDD3", "#31393B"],
  control: ["#857F73", "#7C8789"],
  text: ["#1C2226", "#ECE9E2"],
  "text-2": ["#474F54", "#BDC0BD"],
  "text-3": ["#62696C", "#989F9F"],
  accent: ["#0B5A61", "#74C7C8"],
  "accent-hover": ["#084349", "#97DADA"],
  "on-accent": ["#FFFFFF", "#0A2123"],
  "accent-soft": ["#DFEDEC", "#163638"],
  focus: ["#0B5A61", "#97DADA"],
  risk: ["#855300", "#EBB957"],
  "risk-gfx": ["#B97A0B", "#D99A2B"],
  "risk-soft": ["#FCF0D6", "#392C12"],
  breach: ["#A42A1F", "#FF9183"],
  "breach-soft": ["#FCE7E3", "#451F1B"],
  whisper: ["#643A74", "#D6AEE3"],
  "whisper-soft": ["#F3EAF6", "#2C2232"],
  seat: ["#CFC9BC", "#3E4749"],
  e1: [
    "0 1px 2px rgb(40 33 20/.06), 0 4px 14px rgb(40 33 20/.07)",
    "0 1px 2px rgb(0 0 0/.4), 0 6px 18px rgb(0 0 0/.28)",
  ],
  e2: [
    "0 2px 6px rgb(40 33 20/.08), 0 12px 32px rgb(40 33 20/.14)",
    "0 2px 6px rgb(0 0 0/.45), 0 14px 36px rgb(0 0 0/.45)",
  ],
} as const;

/** The same in both themes. */
const constants = {
  sans: '"Souffleur Sans", system-ui, sans-serif',
  serif: '"Souffleur Serif", Georgia, serif',
  ease: "cubic-bezier(.2, 0, 0, 1)",
  "radius-mark": "4px",
  "radius-control": "8px",
  "radius-card": "12px",
  "radius-panel": "16px",
} as const;

function declare(side: 0 | 1): string {
  const declarations = Object.entries(colours).map(([role, pair]) => `--sf-${role}:${pair[side]};`);
  return `color-scheme:${side === 0 ? "light" : "dark"};${declarations.join("")}`;
}

/**
 * The design's custom properties, `--sf-*`, as a style sheet for one element: `:host` in a
 * component, `:root` in a page. Its `theme` attribute chooses `light`, `dark` or, by default, what
 * the system wants.
 */
export function tokens(scope: ":host" | ":root"): string {
  const when = (condition: string) =>
    scope === ":host" ? `:host(${condition})` : `:root${condition}`;
  const fixed = Object.entries(constants).map(([name, value]) => `--sf-${name}:${value};`);
  return `
    ${scope}{${declare(0)}${fixed.join("")}}
    @media (prefers-color-scheme: dark){${when(":not([theme=light])")}{${declare(1)}}}
    ${when("[theme=light]")}{${declare(0)}}
    ${when("[theme=dark]")}{${declare(1)}}
    ${when("[font=host]")}{--sf-sans:inherit;--sf-serif:Georgia,serif}`;
}

/** Gives a whole page the design's custom properties. */
export function adoptTokens(page: Document): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(tokens(":root"));
  page.adoptedStyleSheets.push(sheet);
}
