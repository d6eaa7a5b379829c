import { css } from "lit";

export default css`
  p {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    min-height: 36px;
    padding: 4px 12px 4px 14px;
    border-radius: var(--sf-radius-control);
    background: var(--sf-sunken);
    color: var(--sf-text-3);
    font-size: 0.8125rem;
    line-height: 1.125rem;
  }

  @media (forced-colors: active) {
    p {
      border: 1px solid CanvasText;
    }
  }
`;
