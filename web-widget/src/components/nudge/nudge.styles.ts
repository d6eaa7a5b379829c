import { css } from "lit";

export default css`
  .line {
    display: flex;
    align-items: center;
    gap: 10px;
    width: 100%;
    min-height: 36px;
    padding: 6px 12px 6px 14px;
    border: 1px solid var(--sf-line);
    border-radius: var(--sf-radius-card);
    color: var(--sf-text-2);
    font-size: 0.8125rem;
    line-height: 1.125rem;
    --sf-icon-size: 15px;
  }

  .line:hover {
    border-color: var(--sf-control);
    color: var(--sf-text);
  }

  .title {
    flex: 1;
    min-width: 0;
  }

  sf-icon {
    color: var(--sf-text-3);
  }
`;
