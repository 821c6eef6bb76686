package io.winnow.core.statistics;

import static java.util.stream.Collectors.toList;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The law of every mergeable state: however the rows are dealt out, the merged state is the same.
 */
public final class Partitions {
  private Partitions() {}

  /**
   * States of the same rows: fed in order, then shuffled and dealt to 1, 2, 3, 7 and 50 workers, of
   * which some get nothing, each state being sent before it is merged.
   */
  public static <R, S extends Serializable> Stream<S> states(
      List<R> rows, Supplier<S> empty, BiConsumer<S, R> add, BiConsumer<S, S> merge) {
    S whole = empty.get();
    rows.forEach(row -> add.accept(whole, row));
    Stream<S> merged =
        IntStream.of(1, 2, 3, 7, 50)
            .mapToObj(
                workers -> {
                  List<S> states = Stream.generate(empty).limit(workers).collect(toList());
                  Random random = new Random(workers);
                  shuffled(rows, random)
                      .forEach(row -> add.accept(states.get(random.nextInt(workers)), row));
                  S target = empty.get();
                  states.forEach(state -> merge.accept(target, JavaSerialization.copy(state)));
                  return target;
                });
    return Stream.concat(Stream.of(whole), merged);
  }

  private static <R> List<R> shuffled(List<R> rows, Random random) {
    List<R> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }
}
