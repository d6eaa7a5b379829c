import { css } from "lit";

export default css`
  blockquote {
    font: 400 0.9375rem/1.375rem var(--sf-serif);
  }

  mark {
    background: var(--sf-accent-soft);
    color: inherit;
    border-radius: var(--sf-radius-mark);
    padding: 1px 2px;
    margin: 0 -2px;
    box-decoration-break: clone;
    -webkit-box-decoration-break: clone;
  }

  .when {
    font-size: 0.75rem;
    line-height: 1.125rem;
    color: var(--sf-text-3);
  }

  .when .link {
    color: var(--sf-text-3);
    font-weight: 400;
  }

  .when .link:hover {
    color: var(--sf-accent);
  }

  @media (forced-colors: active) {
    mark {
      background: Mark;
      color: MarkText;
    }

    .when .link {
      border: 0;
      text-decoration: underline;
    }
  }
`;
