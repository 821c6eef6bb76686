package io.winnow.network.plan;

import static io.winnow.network.plan.HandComputed.MIB;
import static io.winnow.network.plan.HandComputed.T4;
import static io.winnow.network.plan.HandComputed.worker;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The formulas, on paper. */
class CapacityTest {
  private static final Device EXECUTOR = Device.executor(16_384 * MIB);

  @Test
  void workersOfAGpu() {
    Capacity capacity = new Capacity(T4, 0.1);

    // 15,360 * 0.9 = 13,824
    assertThat(capacity.usable()).isEqualTo(13_824 * MIB);
    // (13,824 - 600) / 1,000 = 13.2
    assertThat(capacity.inOneJvm(worker())).isEqualTo(13);
    // 13,824 / (600 + 1,000) = 8.6
    assertThat(capacity.inOwnJvms(worker())).isEqualTo(8);
    assertThat(capacity.fits(13, worker())).isTrue();
    assertThat(capacity.fits(14, worker())).isFalse();
  }

  @Test
  void workersOfAnExecutor() {
    Capacity capacity = new Capacity(EXECUTOR, 0.1);

    // 1,024 of heap, the arriving state twice, 384 of the JVM
    assertThat(capacity.context(worker())).isEqualTo((1_024 + 2 * 300 + 384) * MIB);
    // its own state twice in the heap
    assertThat(capacity.worker(worker())).isEqualTo((1_000 + 2 * 300) * MIB);
    // (16,384 * 0.9 - 2,008) / 1,600 = 7.96
    assertThat(capacity.inOneJvm(worker())).isEqualTo(7);
    // 16,384 * 0.9 / (2,008 + 1,600) = 4.09
    assertThat(capacity.inOwnJvms(worker())).isEqualTo(4);
  }

  @Test
  void aContextAloneMayBeTooMuch() {
    assertThat(new Capacity(Device.executor(1_024 * MIB), 0).inOneJvm(worker())).isZero();
  }

  @Test
  void hostMemoryOfAGpuExecutor() {
    HostMemory host = HostMemory.of(new Capacity(T4, 0.1), 4, worker());

    // 1,024 + 2 * 300 arriving + 4 * 2 * 300 going back
    assertThat(host.heap()).isEqualTo(4_024 * MIB);
    assertThat(host.pinned()).isEqualTo(4 * 500 * MIB);
    // (2,000 pinned + 4 * (300 + 100) of host copies + 384) / 0.9 = 4,426.7
    assertThat(host.overhead()).isEqualTo(4_427 * MIB);
    assertThat(host.offHeap()).isEqualTo((4_427 - 384) * MIB);
  }

  @Test
  void hostMemoryOfAnExecutorOnTheCpu() {
    HostMemory host = HostMemory.of(new Capacity(EXECUTOR, 0.1), 7, worker());

    // 1,024 + 2 * 8 * 300; the rest of 16,384
    assertThat(host.heap()).isEqualTo(5_824 * MIB);
    assertThat(host.overhead()).isEqualTo(10_560 * MIB);
    assertThat(host.offHeap()).isEqualTo(10_176 * MIB).isGreaterThan(7 * 1_000 * MIB);
    assertThat(host.pinned()).isZero();
  }

  @Test
  void whatTheDriverTakes() {
    Aggregation aggregation = Aggregation.of(8, worker());

    assertThat(aggregation.roundBytes()).isEqualTo(8 * 300 * MIB);
    // 2,400 * 1.1
    assertThat(aggregation.maxResultSize()).isEqualTo(2_640 * MIB);
    // 1,024 + 8 that arrive, 2 that are sent, 1 average
    assertThat(aggregation.heap()).isEqualTo((1_024 + 11 * 300) * MIB);
    assertThat(aggregation.oneArray()).isTrue();
    assertThat(Aggregation.of(1, worker()).maxResultSize())
        .as("Spark's own")
        .isEqualTo(1_024 * MIB);
    assertThat(new Aggregation(1L << 31, 0, 0, 0).oneArray()).isFalse();
  }
}
