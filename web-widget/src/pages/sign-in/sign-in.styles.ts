import { css } from "lit";

export const signInStyles = css`
  h1 + .whole {
    margin-top: 16px;
  }

  .provider {
    display: flex;
    width: 100%;
    justify-content: center;
    text-align: center;
  }

  h2 {
    margin-block: 0 16px;
    font-size: 0.9375rem;
    line-height: 1.375rem;
    font-weight: 600;
  }

  .provider + h2 {
    margin-top: 24px;
    padding-top: 24px;
    border-top: 1px solid var(--sf-line);
  }

  dl {
    display: grid;
    gap: 12px;
    margin: 0 0 24px;
  }

  dt {
    color: var(--sf-text-3);
    font-size: 0.8125rem;
    line-height: 1.125rem;
  }

  dd {
    margin: 0;
    font-size: 0.9375rem;
    line-height: 1.375rem;
  }
`;
