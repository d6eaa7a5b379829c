import { css } from "lit";

export default css`
  p {
    display: flex;
    align-items: center;
    gap: 10px;
    font-size: 0.8125rem;
    line-height: 1.125rem;
  }

  .line {
    min-height: 28px;
    color: var(--sf-text-3);
    font-size: 0.75rem;
  }

  .dot {
    flex: none;
    width: 8px;
    height: 8px;
    border-radius: 50%;
    background: var(--sf-accent);
  }

  :host([state="connecting"]) .dot {
    background: none;
    border: 1.5px solid var(--sf-control);
  }

  .strip {
    padding: 10px 12px;
    border-radius: var(--sf-radius-control);
    background: var(--sf-sunken);
    color: var(--sf-text);
    --sf-icon-size: 16px;
  }

  .strip sf-icon {
    color: var(--sf-text-2);
  }

  :host([state="stale"]) .strip {
    background: var(--sf-risk-soft);
  }

  :host([state="stale"]) sf-icon {
    color: var(--sf-risk);
  }

  :host([state="refused"]) .strip {
    background: var(--sf-breach-soft);
  }

  :host([state="refused"]) sf-icon {
    color: var(--sf-breach);
  }

  :host([state="muted"]) .strip {
    background: none;
    border: 1px solid var(--sf-line);
    color: var(--sf-text-2);
  }

  @media (forced-colors: active) {
    .strip {
      border: 1px solid CanvasText;
    }

    .dot {
      background: CanvasText;
    }
  }
`;
