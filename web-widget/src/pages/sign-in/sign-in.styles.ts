import { css } from "lit";

export const signInStyles = css`
  h1 + .whole {
    margin-top: 16px;
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
