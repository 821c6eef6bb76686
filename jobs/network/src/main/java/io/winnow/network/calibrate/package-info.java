/**
 * Measures by how much processes grow that train: {@link io.winnow.network.calibrate.Calibrator}
 * starts a process for each network, fits what the counted arrays leave unexplained, and judges the
 * fit by networks that it has not seen.
 */
@NullMarked
package io.winnow.network.calibrate;

import org.jspecify.annotations.NullMarked;
