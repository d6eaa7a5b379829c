import { css } from "lit";

export default css`
  :host {
    display: inline-flex;
    flex: none;
    width: var(--sf-icon-size, 18px);
    height: var(--sf-icon-size, 18px);
  }

  svg {
    width: 100%;
    height: 100%;
  }

  @media (forced-colors: active) {
    :host {
      color: CanvasText;
    }
  }
`;
