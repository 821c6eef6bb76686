package io.winnow.train;

import io.winnow.core.manifest.TrainingReport;
import io.winnow.network.infer.NetworkSnapshot;

/**
 * A trained network and how it came about.
 *
 * @param network of the best epoch where early stopping is configured, else of the last
 */
public record TrainingResult(TrainingReport report, NetworkSnapshot network) {}
