import { css } from "lit";

export default css`
  .card {
    padding: 10px 14px 12px;
    background: var(--sf-raised);
    border: 1px solid var(--sf-line);
    border-radius: var(--sf-radius-card);
    box-shadow: var(--sf-e2);
  }

  .top {
    display: flex;
    align-items: center;
    justify-content: space-between;
    font-weight: 600;
  }

  .top button {
    margin-right: -6px;
  }

  .switch,
  li {
    display: flex;
    align-items: center;
    gap: 10px;
    min-height: 32px;
    font-size: 0.8125rem;
    line-height: 1.125rem;
  }

  .switch input {
    width: 16px;
    height: 16px;
    margin: 0;
    accent-color: var(--sf-accent);
  }

  li {
    justify-content: space-between;
    color: var(--sf-text-2);
  }

  .key {
    flex: none;
    min-width: 56px;
    min-height: 24px;
    padding: 0 8px;
    text-align: center;
    font-size: 0.75rem;
    line-height: 1rem;
    font-weight: 500;
    color: var(--sf-text);
    border: 1px solid var(--sf-control);
    border-radius: var(--sf-radius-mark);
  }

  .key:hover {
    border-color: var(--sf-text);
  }

  .key:disabled {
    color: var(--sf-text-3);
    border-color: var(--sf-line);
    cursor: default;
  }

  .link {
    margin-top: 6px;
    font-size: 0.8125rem;
  }
`;
