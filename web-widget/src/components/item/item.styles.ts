import { css } from "lit";

export default css`
  .row {
    display: flex;
    align-items: flex-start;
    gap: 10px;
    width: calc(100% + 12px);
    margin: 0 -6px;
    min-height: 32px;
    padding: 6px;
  }

  .row:hover {
    background: color-mix(in srgb, var(--sf-line) 40%, transparent);
  }

  :host([data-density="compact"]) .row {
    min-height: 28px;
    padding: 4px 6px;
  }

  sf-icon {
    margin-top: 1px;
    color: var(--sf-control);
    --sf-icon-cut: var(--sf-canvas);
    transition: opacity 180ms var(--sf-ease);
  }

  .words {
    flex: 1;
    min-width: 0;
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    column-gap: 12px;
  }

  .title {
    flex: 0 1 auto;
    max-width: 100%;
  }

  .meta {
    font-size: 0.75rem;
    line-height: 1.25rem;
    color: var(--sf-text-3);
    white-space: nowrap;
    overflow-wrap: normal;
  }

  :host([state="at_risk"]) :is(sf-icon, .meta) {
    color: var(--sf-risk);
  }

  :host([state="missed"]) :is(sf-icon, .meta) {
    color: var(--sf-breach);
  }

  :host([state="at_risk"]) .meta,
  :host([state="missed"]) .meta {
    font-weight: 600;
  }

  :host([state="done"]) sf-icon {
    color: var(--sf-accent);
  }

  :host([state="done"]) .title {
    color: var(--sf-text-2);
  }

  :host([state="not_applicable"]) :is(.title, sf-icon) {
    color: var(--sf-text-3);
  }

  :host([state="contested"]) sf-icon {
    color: var(--sf-text-2);
  }

  :host([data-offline]) :is(.title, .meta, sf-icon) {
    color: var(--sf-text-3);
    font-weight: 400;
  }

  :host([fresh]) .row {
    animation: tint 600ms var(--sf-ease);
  }

  :host([fresh]) sf-icon {
    animation: tick 180ms var(--sf-ease);
  }

  @keyframes tint {
    from {
      background: var(--sf-accent-soft);
    }
  }

  @keyframes tick {
    from {
      opacity: 0;
    }
  }

  .fold {
    display: grid;
    grid-template-rows: 0fr;
    transition: grid-template-rows 200ms var(--sf-ease);
  }

  .fold[data-open] {
    grid-template-rows: 1fr;
  }

  .fold > div {
    overflow: hidden;
    min-height: 0;
    min-width: 0;
  }

  .details {
    display: grid;
    gap: 4px;
    margin: 2px 0 10px 28px;
    padding: 2px 2px 2px 12px;
    border-left: 2px solid var(--sf-line);
  }

  .source,
  .why {
    font-size: 0.75rem;
    line-height: 1.125rem;
    color: var(--sf-text-3);
  }

  .why {
    color: var(--sf-text-2);
  }

  .own {
    font: 400 0.9375rem/1.375rem var(--sf-serif);
    color: var(--sf-text-2);
  }

  .link {
    font-size: 0.75rem;
    line-height: 1.125rem;
  }

  form {
    display: grid;
    gap: 6px;
    margin: 4px 2px 4px 0;
  }

  label {
    font-size: 0.75rem;
    color: var(--sf-text-2);
  }

  textarea {
    width: 100%;
    resize: vertical;
    padding: 6px 10px;
    font-size: 0.8125rem;
    line-height: 1.125rem;
    background: var(--sf-surface);
    border: 1px solid var(--sf-control);
    border-radius: var(--sf-radius-control);
  }

  form > div {
    display: flex;
    gap: 12px;
    align-items: center;
  }

  .send {
    min-height: 28px;
    padding: 0 12px;
    font-size: 0.8125rem;
    font-weight: 600;
    border: 1px solid var(--sf-control);
  }

  .send:hover {
    border-color: var(--sf-text);
  }

  @media (prefers-reduced-motion: reduce) {
    .fold {
      transition: none;
    }

    :host([fresh]) .row,
    :host([fresh]) sf-icon {
      animation-duration: 1ms;
    }
  }

  @media (forced-colors: active) {
    .row {
      border: 0;
    }

    .row:hover {
      outline: 1px solid Highlight;
    }

    sf-icon {
      --sf-icon-cut: Canvas;
    }
  }
`;
