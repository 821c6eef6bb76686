/** What was measured of processes that train: {@code conf/calibration}. */
@NullMarked
package io.winnow.core.config.calibration;

import org.jspecify.annotations.NullMarked;
