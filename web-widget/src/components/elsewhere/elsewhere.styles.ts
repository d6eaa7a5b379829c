import { css } from "lit";

export default css`
  p {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 40px;
    padding: 8px 14px 8px 12px;
    border-radius: var(--sf-radius-control);
    background: var(--sf-sunken);
    font-size: 0.8125rem;
    line-height: 1.125rem;
    color: var(--sf-text-2);
    --sf-icon-size: 15px;
  }

  .what {
    flex: 1;
    min-width: 0;
  }

  strong {
    font-weight: 500;
    color: var(--sf-text);
  }

  sf-icon {
    color: var(--sf-text);
  }

  :host([state="breached"]) sf-icon {
    color: var(--sf-breach);
  }

  @media (forced-colors: active) {
    p {
      border: 1px solid CanvasText;
    }
  }
`;
