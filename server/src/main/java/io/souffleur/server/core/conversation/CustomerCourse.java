package io.souffleur.server.core.conversation;

import java.util.Optional;

/**
 * How a conversation went for its customer (norms B2, B3, D1, D17).
 *
 * @param reason why they wrote, such as {@code after-sale}; the first that was understood
 * @param first how their first words sounded that showed a feeling at all
 * @param last how their last such words sounded
 * @param worst the worst of all
 * @param repetitions how many messages said that they say it again
 * @param resolved whether the problem is solved: as the channel says, otherwise as the customer
 *     said last; empty when nobody did
 */
public record CustomerCourse(
    Optional<String> reason,
    Optional<Feeling> first,
    Optional<Feeling> last,
    Optional<Feeling> worst,
    int repetitions,
    Optional<Boolean> resolved) {}
