/**
 * A ticket can't be had, and asking again will not help. The message, if there is one, is for who looks
 * after the page.
 */
export class TicketRefused extends Error {}

/** Nobody is signed in, or nobody any more, where tickets come from. */
export class SignedOut extends TicketRefused {}
