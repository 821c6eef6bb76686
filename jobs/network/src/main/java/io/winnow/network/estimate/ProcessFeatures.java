package io.winnow.network.estimate;

import io.winnow.core.config.calibration.Calibration;

/**
 * What the growth of a process follows from.
 *
 * @param arrayBytes that training one replica writes to, arrays outside of workspaces left out
 * @param detachedBytes allocated outside of workspaces in one pass
 * @param smallArrayBytes the most of small arrays at a time while workspaces learn their sizes
 * @param loopSteps steps of recurrent loops in one pass
 * @param samediffLayers layers that are run by SameDiff
 */
public record ProcessFeatures(
    long arrayBytes, long detachedBytes, long smallArrayBytes, long loopSteps, int samediffLayers) {

  /**
   * Bytes of arrays after some passes without a collection of the Java heap: until then it keeps
   * those outside of workspaces.
   */
  public long arrayBytes(int passes) {
    return Math.addExact(arrayBytes, Math.multiplyExact(passes, detachedBytes));
  }

  /** Bytes that a process takes beside its arrays. */
  public long besideArrays(Calibration.Coefficients coefficients) {
    return coefficients.processBytes()
        + Math.round(coefficients.smallArrays() * smallArrayBytes)
        + (loopSteps > 0 ? coefficients.loopBytes() : 0)
        + coefficients.loopStepBytes() * loopSteps
        + (samediffLayers > 0 ? coefficients.samediffBytes() : 0);
  }
}
