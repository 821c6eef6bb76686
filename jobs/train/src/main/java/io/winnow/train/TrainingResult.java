package io.winnow.train;

import io.winnow.core.manifest.TrainingReport;
import io.winnow.network.infer.NetworkSnapshot;

/**
 * A trained network and how it came about.
 *
 * @param network of the best epoch where early stopping is configured, else of the last
 * @param workerBytes of the arrays that the largest worker held; 0 where nobody counted them
 */
public record TrainingResult(TrainingReport report, NetworkSnapshot network, long workerBytes) {}
