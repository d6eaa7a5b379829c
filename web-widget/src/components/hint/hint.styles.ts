import { css } from "lit";

export default css`
  .card {
    position: relative;
    background: var(--sf-surface);
    border: 1px solid var(--sf-line);
    border-radius: var(--sf-radius-card);
    padding: 12px 14px 10px;
  }

  :host([severity="prompt"]) .card,
  :host([severity="urgent"]) .card {
    box-shadow: var(--sf-e1);
  }

  :host([severity="urgent"]) .card {
    border: 1.5px solid var(--sf-breach);
  }

  .label {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 16px;
    font-size: 0.75rem;
    line-height: 1rem;
    font-weight: 600;
    color: var(--sf-risk);
    --sf-icon-size: 14px;
  }

  :host([severity="urgent"]) .label {
    color: var(--sf-breach);
  }

  :host([severity="nudge"]) .label,
  :host([state="inserted"]) .label {
    color: var(--sf-text-3);
    font-weight: 500;
  }

  h3 {
    margin-top: 6px;
    font-size: 0.9375rem;
    line-height: 1.25rem;
    font-weight: 600;
    border-radius: var(--sf-radius-mark);
  }

  .reason {
    margin-top: 2px;
    font-size: 0.8125rem;
    line-height: 1.125rem;
    color: var(--sf-text-2);
  }

  .why {
    color: var(--sf-accent);
    text-decoration: underline;
    text-underline-offset: 3px;
    text-decoration-thickness: 1px;
    border-radius: var(--sf-radius-mark);
    display: inline;
  }

  .why:hover {
    color: var(--sf-accent-hover);
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
  }

  .fold[data-open] sf-evidence {
    margin: 8px 0 0;
    padding-left: 10px;
    border-left: 2px solid var(--sf-line);
  }

  .phrase {
    margin-top: 10px;
    padding: 10px 12px;
    border-radius: var(--sf-radius-control);
    background: var(--sf-accent-soft);
    font-size: 1rem;
    line-height: 1.4375rem;
  }

  :host([use="say"]) .phrase {
    font-size: 1.125rem;
    line-height: 1.625rem;
  }

  .actions {
    display: flex;
    align-items: center;
    gap: 8px;
    margin-top: 10px;
    min-height: 32px;
  }

  .space {
    flex: 1;
  }

  .take,
  .next {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-height: 32px;
    padding: 0 12px;
    font-size: 0.8125rem;
    line-height: 1.125rem;
    font-weight: 500;
    white-space: nowrap;
  }

  .take {
    background: var(--sf-accent);
    color: var(--sf-on-accent);
    border: 1px solid var(--sf-accent);
    font-weight: 600;
  }

  .take:hover {
    background: var(--sf-accent-hover);
    border-color: var(--sf-accent-hover);
  }

  :host([severity="nudge"]) .take {
    background: none;
    color: var(--sf-text);
    border-color: var(--sf-control);
  }

  :host([severity="nudge"]) .take:hover {
    border-color: var(--sf-text);
  }

  kbd {
    font: 500 0.75rem/1rem var(--sf-sans);
    padding: 0 5px;
    border: 1px solid currentColor;
    border-radius: var(--sf-radius-mark);
    opacity: 0.85;
  }

  .next {
    color: var(--sf-text-2);
    padding: 0 6px;
    --sf-icon-size: 15px;
  }

  .next:hover {
    color: var(--sf-text);
    background: var(--sf-sunken);
  }

  .flag + .hide {
    margin-right: -6px;
  }

  fieldset {
    border: 0;
    margin: 10px 0 0;
    padding: 0;
    min-width: 0;
  }

  legend {
    padding: 0;
    font-size: 0.8125rem;
    line-height: 1.125rem;
    color: var(--sf-text-2);
  }

  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin: 8px 0;
  }

  .chip {
    min-height: 28px;
    padding: 0 12px;
    font-size: 0.8125rem;
    font-weight: 500;
    border: 1px solid var(--sf-control);
    border-radius: 999px;
  }

  .chip:hover {
    border-color: var(--sf-accent);
    color: var(--sf-accent);
  }

  .comment {
    display: flex;
    align-items: center;
    gap: 8px;
  }

  .comment .icon-button {
    margin-right: -6px;
  }

  input {
    flex: 1;
    min-width: 0;
    height: 32px;
    padding: 0 10px;
    font-size: 0.8125rem;
    background: var(--sf-surface);
    border: 1px solid var(--sf-control);
    border-radius: var(--sf-radius-control);
  }

  input::placeholder {
    color: var(--sf-text-3);
    opacity: 1;
  }

  .kept {
    display: grid;
    place-items: center;
    min-height: 56px;
    color: var(--sf-accent);
    --sf-icon-size: 24px;
    animation: rise 180ms var(--sf-ease);
  }

  .card[role="group"] {
    animation: rise 180ms var(--sf-ease);
  }

  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(6px);
    }
  }

  @container (width < 360px) {
    .next span {
      display: none;
    }

    .next {
      padding: 0 8px;
    }
  }

  @container (width < 320px) {
    .card {
      padding: 10px 12px;
    }

    .actions .hide {
      position: absolute;
      top: 4px;
      right: 10px;
    }

    kbd {
      display: none;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .card {
      animation: fade 80ms;
    }

    .fold {
      transition: none;
    }

    @keyframes fade {
      from {
        opacity: 0;
      }
    }
  }

  @media (forced-colors: active) {
    .card {
      border: 1px solid CanvasText;
    }

    :host([severity="urgent"]) .card {
      border-width: 3px;
    }

    .phrase {
      border: 1px solid CanvasText;
    }

    .why {
      border: 0;
    }
  }
`;
