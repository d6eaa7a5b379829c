import { css } from "lit";

export default css`
  .row {
    display: flex;
    align-items: center;
    gap: 10px;
    min-height: 32px;
  }

  .ring {
    flex: none;
    width: 18px;
    height: 18px;
  }

  circle {
    fill: none;
    stroke-width: 4;
  }

  .track {
    stroke: var(--sf-line);
  }

  .left {
    stroke: var(--sf-accent);
    transition: stroke-dasharray 1s linear;
  }

  .title {
    flex: 1;
    min-width: 0;
    color: var(--sf-text-2);
  }

  .span {
    flex: none;
    font-weight: 600;
    white-space: nowrap;
    overflow-wrap: normal;
  }

  :host([state="at_risk"]) .left {
    stroke: var(--sf-risk-gfx);
  }

  :host([state="at_risk"]) .span {
    color: var(--sf-risk);
  }

  :host([state="breached"]) :is(.span, sf-icon) {
    color: var(--sf-breach);
  }

  :host([state="breached"]) .title {
    color: var(--sf-text);
  }

  :host([state="met"]) :is(.span, sf-icon) {
    color: var(--sf-accent);
  }

  :host([state="stopped"]) :is(.span, sf-icon, .title) {
    color: var(--sf-text-3);
    font-weight: 400;
  }

  @media (prefers-reduced-motion: reduce) {
    .left {
      transition: none;
    }
  }

  @media (forced-colors: active) {
    .track {
      stroke: GrayText;
    }

    .left,
    :host([state="at_risk"]) .left {
      stroke: CanvasText;
    }
  }
`;
