package io.winnow.network.estimate.workspace;

import io.winnow.network.estimate.DataType;
import io.winnow.network.estimate.Phase;
import java.util.EnumMap;
import java.util.Map;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.jspecify.annotations.Nullable;

/**
 * What a layer allocates through: the counterpart of Deeplearning4j's {@code LayerWorkspaceMgr} and
 * of the thread's current workspace. An array whose kind has no workspace is counted as detached.
 */
public final class MemoryScope {
  private final DataType type;
  private final Phase phase;
  private final Map<ArrayType, Workspace> homes = new EnumMap<>(ArrayType.class);
  private @Nullable Workspace current;
  private final NativeHeap heap = new NativeHeap();
  private long detachedBytes;
  private long operationBytes;
  private long loopSteps;

  /** A scope without workspaces. */
  public MemoryScope(DataType type, Phase phase) {
    this.type = type;
    this.phase = phase;
  }

  /** A further pass: what is counted per pass begins anew. */
  public void beginPass() {
    detachedBytes = 0;
    loopSteps = 0;
  }

  /** Whether the pass under way trains. */
  public boolean training() {
    return phase == Phase.TRAINING;
  }

  /** From now on arrays of these kinds go there, or are detached where it is null. */
  public void assign(@Nullable Workspace home, ArrayType... kinds) {
    for (ArrayType kind : kinds) {
      if (home == null) {
        homes.remove(kind);
      } else {
        homes.put(kind, home);
      }
    }
  }

  /** Whether arrays of a kind have a workspace that is open. */
  public boolean isOpen(ArrayType kind) {
    Workspace home = homes.get(kind);
    return home != null && home.isOpen();
  }

  /** Opens a workspace and makes it the current one. */
  public void open(@Nullable Workspace workspace) {
    if (workspace != null) {
      workspace.open();
      current = workspace;
    }
  }

  /** Closes a workspace; arrays without a kind then go to another one. */
  public void close(@Nullable Workspace workspace, @Nullable Workspace next) {
    if (workspace != null) {
      workspace.close();
      heap.free(workspace);
      current = next;
    }
  }

  /** An array of a kind. */
  public Tensor create(ArrayType kind, long elements, Layout layout) {
    return allocate(homes.get(kind), elements, layout);
  }

  /** An array in the current workspace. */
  public Tensor temporary(long elements, Layout layout) {
    return allocate(current, elements, layout);
  }

  /** An array where another one is. */
  public Tensor beside(Tensor other, Layout layout) {
    return allocate(other.home(), other.elements(), layout);
  }

  /** Several arrays in the current workspace. */
  public void temporaries(int count, long elements) {
    for (int i = 0; i < count; i++) {
      temporary(elements, Layout.ROW_MAJOR);
    }
  }

  /** An array of whole numbers or flags in the current workspace. */
  public void temporaryBytes(long bytes) {
    count(current, bytes);
  }

  /** A copy of a kind. */
  public Tensor copy(ArrayType kind, Tensor original) {
    return create(kind, original.elements(), original.layout());
  }

  /** ND4J's {@code leverageTo}: a copy unless it is already there or detached. */
  public Tensor moved(ArrayType kind, Tensor tensor) {
    Workspace home = homes.get(kind);
    return tensor.home() == null || tensor.home() == home
        ? tensor
        : allocate(home, tensor.elements(), tensor.layout());
  }

  /** ND4J's {@code detach}: a copy outside of workspaces unless it is already there. */
  public void detach(Tensor tensor) {
    if (tensor.home() != null) {
      count(null, bytes(tensor.elements()));
    }
  }

  /** ND4J's {@code mmul}: the result and, unless it is column-major, a temporary of its size. */
  public Tensor product(long elements, Layout layout) {
    if (layout != Layout.COLUMN_MAJOR) {
      temporary(elements, Layout.COLUMN_MAJOR);
    }
    return temporary(elements, layout);
  }

  /** Counts steps of a recurrent loop that has no workspace of its own. */
  public void steps(long count) {
    loopSteps += count;
  }

  /** Runs a step of a recurrent loop as often as there are steps, each in its own cycle. */
  public void loop(ArrayType kind, long steps, Runnable step) {
    Workspace outer = current;
    Workspace home = homes.get(kind);
    steps(steps);
    for (long i = 0; i < steps; i++) {
      open(home);
      step.run();
      close(home, outer);
    }
  }

  /** Bytes of arrays outside of workspaces in this pass. */
  public long detachedBytes() {
    return detachedBytes;
  }

  /** Steps of recurrent loops in this pass. */
  public long loopSteps() {
    return loopSteps;
  }

  /**
   * Memory that one operation takes for itself and frees before it ends.
   *
   * @param elements at its peak
   */
  public void operation(long elements) {
    operationBytes = Math.max(operationBytes, bytes(elements));
  }

  /** The most that one operation takes for itself. */
  public long operationBytes() {
    return operationBytes;
  }

  /** The most that small arrays take at a time while workspaces learn their sizes. */
  public long smallArrayBytes() {
    return heap.peak();
  }

  private Tensor allocate(@Nullable Workspace home, long elements, Layout layout) {
    count(home, bytes(elements));
    return new Tensor(elements, layout, home);
  }

  private long bytes(long elements) {
    return Math.multiplyExact(elements, (long) type.bytes());
  }

  private void count(@Nullable Workspace home, long bytes) {
    if (home == null) {
      detachedBytes = Math.addExact(detachedBytes, bytes);
    } else {
      if (home.isLearning()) {
        heap.allocate(home, bytes);
      }
      home.allocate(bytes);
    }
  }
}
