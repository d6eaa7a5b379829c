package io.souffleur.wire;

/** What a survey measures. */
public enum SurveyKind {
  CSAT,
  NPS,
  CES
}
