package io.winnow.network.calibrate;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import io.winnow.network.estimate.pass.NetworkModel;

/**
 * A network whose training is measured.
 *
 * @param role what its measurement is for
 * @param batch examples of a minibatch
 */
record Subject(String name, Role role, int batch, NetworkModel network) {

  /** What a measurement is for. */
  @EnumNaming(CamelCaseStrategy.class)
  enum Role {
    /** Coefficients are fitted to it. */
    CALIBRATION,
    /** The fit is judged by it, and has not seen it. */
    HELD_OUT
  }
}
